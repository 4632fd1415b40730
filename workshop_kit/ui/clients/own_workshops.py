"""The facilitator's own workshops as the pages are given them: what stands on a card or a row, and where the file is."""

import re
from enum import StrEnum
from pathlib import Path

from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.plain_letters import fold
from workshop_kit.domain.value import Value

MOST_CARDS = 6
"""So many workshops of a group stand as cards; all of them are in the list."""


class GroupKind(StrEnum):
    """Which heading a group of workshops stands under."""

    UPCOMING = "upcoming"
    RECENT = "recent"
    PAST = "past"
    ARCHIVED = "archived"
    REMOVED = "removed"


AS_CARDS = (GroupKind.UPCOMING, GroupKind.RECENT)


class OwnWorkshop(Value, frozen=True, kw_only=True):
    """A workshop that the facilitator has made.

    The client's name, a line such as date and length, and its file. `name` is its folder's where that says more than the
    client's name; `number` and `language` are the client's number and the workshop's language, `kind` where it belongs.
    """

    title: str
    subtitle: str
    path: Path
    name: str = ""
    number: str = ""
    language: Language = Language.NB
    kind: GroupKind = GroupKind.UPCOMING


class WorkshopGroup(Value, frozen=True, kw_only=True):
    """Workshops under one heading, in the order they are to be shown."""

    kind: GroupKind
    workshops: tuple[OwnWorkshop, ...]


class CopyTarget(Value, frozen=True, kw_only=True):
    """For whom a copy can be made, and in which language; `says_language` where the municipality's decision does not tell it."""

    number: str
    name: str
    language: Language
    says_language: bool = False


def cards_of(groups: tuple[WorkshopGroup, ...]) -> tuple[WorkshopGroup, ...]:
    """Give the few workshops that stand as cards: the next ones, and those last saved that are not among them."""
    shown: list[WorkshopGroup] = []
    taken: set[Path] = set()
    for group in groups:
        if group.kind in AS_CARDS:
            found = tuple(each for each in group.workshops if each.path not in taken)[:MOST_CARDS]
            taken |= {each.path for each in found}
            shown += [WorkshopGroup(kind=group.kind, workshops=found)] if found else []
    return tuple(shown)


def count_of(groups: tuple[WorkshopGroup, ...]) -> int:
    """Give how many workshops there are in all."""
    return len({each.path for group in groups for each in group.workshops})


def search(workshops: tuple[OwnWorkshop, ...], text: str) -> tuple[OwnWorkshop, ...]:
    """Give those in which every word of a text begins a word: of the client's name, the date, or the folder's name."""
    wanted = fold(text).split("-") if text.strip() else []
    return tuple(each for each in workshops if all(_begins(word, each) for word in wanted))


def copy_targets(
    workshop: OwnWorkshop, own: Municipality | None, selected: Municipality | None, picked: Language | None
) -> tuple[CopyTarget, ...]:
    """Give for whom a workshop can be copied: the municipality that is selected, and its own.

    The copy has the municipality's language. Where that is neutral it is the one that is picked already, else both are offered;
    a copy for the same municipality keeps the language.
    """
    targets: list[CopyTarget] = []
    if selected is not None and selected.number != workshop.number:
        known = selected.default_language or picked
        languages = (Language.NB, Language.NN) if known is None else (known,)
        says = selected.default_language is None
        targets += [CopyTarget(number=selected.number, name=selected.name, language=each, says_language=says) for each in languages]
    if own is not None:
        targets.append(CopyTarget(number=own.number, name=own.name, language=workshop.language))
    return tuple(targets)


def _begins(word: str, workshop: OwnWorkshop) -> bool:
    words = fold(f"{workshop.title} {workshop.subtitle} {workshop.name} {workshop.number}")
    return re.search(rf"(^|-){re.escape(word)}", words) is not None
