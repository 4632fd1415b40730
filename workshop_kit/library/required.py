"""Which sections a text must have, and may have, for each layout, figure, exercise and example: the one table of it."""

from collections.abc import Mapping
from types import MappingProxyType

from workshop_kit.domain.value import Value

NOTES = ("say", "do")
"""The speaker's notes, on every slide."""


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
        "comparison": Sections(),
        "county-map": Sections(),
        "definition-words": Sections(needed=("body", "words")),
        "example": Sections(),
        "goals": Sections(),
        "key-figures": Sections(),
        "layers": Sections(needed=("body",)),
        "municipality-123": Sections(needed=("body",)),
        "numbered-rows": Sections(needed=("body",)),
        "parts": Sections(),
        "population": Sections(),
        "share-67-comparison": Sections(),
        "share-bar": Sections(),
        "smart-city": Sections(needed=("chain", "aims"), allowed=("lead",)),
        "sources": Sections(allowed=("body",)),
        "three-circles": Sections(needed=("body",), allowed=("question",)),
        "tiles": Sections(needed=("body",)),
        "timeline": Sections(needed=("body",)),
    }
)
"""What a figure takes from the slide's text, beside what the layout takes."""

EXAMPLE = Sections(needed=("need", "did", "result", "learn", *NOTES))
EXERCISE = Sections(needed=("debrief", "facilitator", "pitfalls", "accessibility"))

MADE_BODY = frozenset({"sources"})
"""Figures that fill the body themselves, so that the text need not."""


def sections_of(layout: str, figure: str | None) -> Sections:
    """Give what a slide's text must and may have; KeyError for a layout or figure that is not known."""
    own = LAYOUTS[layout]
    drawn = FIGURES[figure] if figure is not None else Sections()
    needed = tuple(name for name in (*own.needed, *drawn.needed) if not (figure in MADE_BODY and name == "body"))
    return Sections(needed=(*dict.fromkeys(needed), *NOTES), allowed=(*own.allowed, *drawn.allowed))
