"""Plans the slide shown in a pause: how long it lasts and what comes after, and never a clock time that goes stale."""

from workshop_kit.domain.agenda import Block, BlockKind
from workshop_kit.domain.plan import PlannedSlide
from workshop_kit.domain.problem import Where
from workshop_kit.domain.text import paragraph
from workshop_kit.planning.fill import fill
from workshop_kit.planning.notes import in_minutes, make_notes
from workshop_kit.planning.tailor import Tailored
from workshop_kit.planning.why import why_pause

BREAK_LAYOUT = "break"
MADE_HERE = Where(file="assets/words")
"""Where the words of slides come from that no content file holds."""


def plan_break_slide(block: Block, title: str, following: str, section: str, tailored: Tailored) -> PlannedSlide:
    """Plan a pause's slide; `following` is what comes after it ("" for nothing)."""
    words = tailored.words
    length = in_minutes(block.minutes, words)
    values = {"minutes": length, "next": following}
    kind = "lunch" if block.kind is BlockKind.LUNCH else "break"
    return PlannedSlide(
        key=block.id,
        content_id=block.id,
        layout=BREAK_LAYOUT,
        section=section,
        title=title,
        sections={
            "length": (paragraph(length),),
            "next": (paragraph(fill(words["after_break"], values)),) if following else (),
        },
        notes=make_notes((paragraph(fill(words[f"{kind}_say"], values)),), (paragraph(words[f"{kind}_do"]),), f"{length}.", (), words),
        minutes=block.minutes,
        where=MADE_HERE,
        why=why_pause(block.kind),
    )
