"""What it changes who comes: which themes are near their work, and what they are asked. The facts stay the same."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from workshop_kit.domain.text import Prose, Run
from workshop_kit.domain.workshop import ParticipantRole

ROLE_THEMES: Mapping[ParticipantRole, frozenset[str]] = MappingProxyType(
    {
        ParticipantRole.DIRECTOR: frozenset({"plan", "lov", "næring"}),
        ParticipantRole.SERVICE_MANAGER: frozenset({"tjeneste", "oppvekst", "barn", "inkludering"}),
        ParticipantRole.PROFESSIONAL_LEAD: frozenset({"klima", "natur", "energi", "vann"}),
        ParticipantRole.TEAM_LEAD: frozenset({"tjeneste", "nærmiljø", "frivillighet"}),
        ParticipantRole.DIGITAL_LEAD: frozenset({"digital", "data", "måling", "infrastruktur"}),
        ParticipantRole.PROJECT_MANAGER: frozenset({"medvirkning", "sted", "by", "transport"}),
    }
)
"""The themes of examples that are near each role's work."""

ASKED: Mapping[str, frozenset[ParticipantRole]] = MappingProxyType(
    {
        "ask.leader": frozenset(
            {
                ParticipantRole.DIRECTOR,
                ParticipantRole.SERVICE_MANAGER,
                ParticipantRole.PROFESSIONAL_LEAD,
                ParticipantRole.TEAM_LEAD,
            }
        ),
        "ask.digital": frozenset({ParticipantRole.DIGITAL_LEAD}),
        "ask.project": frozenset({ParticipantRole.PROJECT_MANAGER}),
    }
)
"""The sections of a slide's text that hold a question, with the roles it is put to; the most important first."""


def roles_met(roles: tuple[ParticipantRole, ...], themes: tuple[str, ...]) -> int:
    """Count the roles whose work an example with these themes is near."""
    return sum(not ROLE_THEMES[role].isdisjoint(themes) for role in dict.fromkeys(roles))


def role_questions(sections: Mapping[str, Prose], roles: tuple[ParticipantRole, ...], words: Mapping[str, str]) -> Prose:
    """Give a slide's questions to those who are there, each with the words that say whom to ask; nothing where no role is known."""
    return tuple(
        block
        for section, askable in ASKED.items()
        if not askable.isdisjoint(roles)
        for block in _addressed(sections.get(section, ()), words[section.replace(".", "_")])
    )


def _addressed(question: Prose, whom: str) -> Prose:
    """Put «Spør lederne:» before a question."""
    if not question:
        return ()
    first, *rest = question
    return (replace(first, cells=((Run(text=f"{whom}: "), *first.runs),)), *rest)
