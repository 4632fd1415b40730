"""What the facilitator does by hand for one client: the day's parts, where slides stand, their words, and how many copies."""

from collections.abc import Mapping
from datetime import time
from enum import StrEnum

from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.value import Value


class DayPart(Value, frozen=True, kw_only=True):
    """A part of a day that is arranged by hand, in minutes.

    `id` is a module's, an exercise's, or one of its own, such as "break-1"; no two parts have the same. `title` is "" for
    the content's own. Without `least` and `most` the usual ones hold. `at` is the clock time a part begins at, whatever
    comes before it. Parts that follow each other and have the same `track` run side by side and cost what the longest does.
    A `parked` part is not in the day, and is kept for later.
    """

    id: str
    kind: BlockKind
    minutes: int
    title: str = ""
    least: int | None = None
    most: int | None = None
    at: time | None = None
    track: str = ""
    parked: bool = False


class MovedSlide(Value, frozen=True, kw_only=True):
    """A slide that stands right after another one; both are named by their key in the deck. Without one it is the first of a module."""

    slide: str
    after: str = ""
    module: str = ""


class SlideEdit(Value, frozen=True, kw_only=True):
    """A slide's words as they are changed for one client: Markdown by section («body», «say», «do»), "" for the usual title."""

    slide: str
    title: str = ""
    sections: Mapping[str, str] = {}


class OwnSlideLayout(StrEnum):
    """What a slide made in the program may look like; the value is the layout's id."""

    STATEMENT = "statement"
    CONTENT = "content"
    TWO_COLUMNS = "two-columns"
    QUOTE = "quote"


class OwnSlide(Value, frozen=True, kw_only=True):
    """A slide made for one client alone: Markdown by section, its module, and its minutes on the wall."""

    id: str
    module: str
    layout: OwnSlideLayout
    title: str
    sections: Mapping[str, str] = {}
    minutes: int = 2


class Copies(Value, frozen=True, kw_only=True):
    """How many copies of a sheet are printed, where it is not the number the head-count gives; 0 leaves it out."""

    sheet: str
    count: int
