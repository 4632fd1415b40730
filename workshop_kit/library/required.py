"""Which sections a text must have, and may have, for each layout, figure, exercise and example: the one table of it."""

from collections.abc import Mapping
from types import MappingProxyType

from workshop_kit.domain.value import Value

NOTES = ("say", "do")
"""The speaker's notes, on every slide."""

ASK = ("ask.leader", "ask.digital", "ask.project")
"""What to ask those who lead, those who work with digitalisation and those who run projects: on any slide, when they are there."""


class Sections(Value, frozen=True, kw_only=True):
    """The sections that must be there, and those that may; `figure_needed` says that a figure must be named."""

    needed: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    figure_needed: bool = False

    def knows(self, section: str) -> bool:
        """Tell whether anything is done with a section."""
        return section in self.needed or section in self.allowed


LAYOUTS: Mapping[str, Sections] = MappingProxyType(
    {
        "title": Sections(needed=("subtitle",)),
        "section": Sections(needed=("lead",)),
        "statement": Sections(allowed=("lead",)),
        "content": Sections(needed=("body",)),
        "two-columns": Sections(needed=("left_head", "left", "right_head", "right")),
        "big-number": Sections(needed=("number", "label"), allowed=("question",)),
        "chart-and-points": Sections(needed=("points",), allowed=("question",), figure_needed=True),
        "map-and-facts": Sections(),
        "table": Sections(figure_needed=True),
        "canvas": Sections(figure_needed=True),
        "quote": Sections(needed=("quote", "who")),
        "agenda": Sections(),
        "break": Sections(),
        "example": Sections(),
        "closing": Sections(needed=("steps",)),
    }
)
"""What a slide's own text gives its layout; the program fills the rest. An exercise brings its own slide."""

FIGURES: Mapping[str, Sections] = MappingProxyType(
    {
        "agenda": Sections(),
        "chart-bar": Sections(needed=("data", "unit")),
        "chart-column": Sections(needed=("data", "unit")),
        "chart-donut": Sections(needed=("data", "unit")),
        "chart-line": Sections(needed=("data", "unit")),
        "chart-stacked": Sections(needed=("data", "unit")),
        "chosen-goals": Sections(),
        "comparison-table": Sections(),
        "county-map": Sections(),
        "day-steps": Sections(needed=("body",)),
        "decision-form": Sections(needed=("body",)),
        "definition-words": Sections(needed=("body", "words")),
        "emissions": Sections(),
        "example": Sections(),
        "examples-map": Sections(),
        "funnel": Sections(needed=("body",)),
        "goals": Sections(),
        "key-figures": Sections(),
        "ladder": Sections(needed=("body",)),
        "layers": Sections(needed=("body",)),
        "municipality-123": Sections(needed=("body",)),
        "numbered-rows": Sections(needed=("body",)),
        "own-example-form": Sections(needed=("body",)),
        "own-goals": Sections(allowed=("body",)),
        "parts": Sections(),
        "population": Sections(),
        "projection": Sections(),
        "report-card": Sections(needed=("facts",), allowed=("question",)),
        "roles": Sections(needed=("body",)),
        "share": Sections(needed=("share",)),
        "share-67-comparison": Sections(),
        "share-bar": Sections(),
        "smart-city": Sections(needed=("chain", "aims"), allowed=("lead",)),
        "sources": Sections(allowed=("body",)),
        "steps": Sections(needed=("body",)),
        "synthesis": Sections(needed=("body",), allowed=("question",)),
        "tension": Sections(needed=("left", "right", "middle"), allowed=("question",)),
        "text-table": Sections(needed=("body",)),
        "three-circles": Sections(needed=("body",), allowed=("question",)),
        "three-numbers": Sections(needed=("body",)),
        "tiles": Sections(needed=("body",)),
        "timeline": Sections(needed=("body",)),
        "traffic-lights": Sections(needed=("body",)),
        "tree": Sections(needed=("root", "body")),
        "two-by-two": Sections(needed=("across", "up", "body")),
        "waffle": Sections(needed=("count", "label"), allowed=("question",)),
    }
)
"""What a figure takes from the slide's text, beside what the layout takes."""

EXAMPLE = Sections(needed=("need", "did", "result", "learn", *NOTES))
EXERCISE = Sections(needed=("debrief", "facilitator", "pitfalls", "accessibility"))

MADE_BODY = frozenset({"sources", "own-goals"})
"""Figures that fill the body themselves, so that the text need not."""


def sections_of(layout: str, figure: str | None) -> Sections:
    """Give what a slide's text must and may have; KeyError for a layout or figure that is not known."""
    own = LAYOUTS[layout]
    drawn = FIGURES[figure] if figure is not None else Sections()
    needed = tuple(name for name in (*own.needed, *drawn.needed) if not (figure in MADE_BODY and name == "body"))
    return Sections(needed=(*dict.fromkeys(needed), *NOTES), allowed=(*own.allowed, *drawn.allowed, *ASK))
