"""The plan: every slide, sheet and time of one client's workshop, in words and figures, not yet placed on a page."""

import datetime
from collections.abc import Mapping
from enum import StrEnum

from workshop_kit.domain.agenda import TimedBlock
from workshop_kit.domain.content import Exercise, ExerciseText
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality, Outline
from workshop_kit.domain.problem import Where
from workshop_kit.domain.text import Prose
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop


class ChartKind(StrEnum):
    """The chart types a slide may carry, all of them native."""

    COLUMN = "column"
    BAR = "bar"
    LINE = "line"
    STACKED = "stacked"
    DONUT = "donut"


class Meaning(StrEnum):
    """What a colour says; the theme turns it into a colour, the same everywhere."""

    CLIENT = "client"
    BEFORE = "before"
    COMPARISON = "comparison"
    OTHER = "other"


class Series(Value, frozen=True, kw_only=True):
    """A row of figures, one for each category; None leaves a gap.

    `meanings` gives each point its own colour, otherwise `meaning` holds for all.
    """

    name: str
    values: tuple[float | None, ...]
    meaning: Meaning
    meanings: tuple[Meaning, ...] = ()


class ChartFigure(Value, frozen=True, kw_only=True):
    """A chart's data. `number_format` is an Excel format for the data labels; `alt` tells the figures in words."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str
    alt: str


class MapMark(Value, frozen=True, kw_only=True):
    """A municipality that stands out on a map, with its label."""

    number: str
    label: str
    meaning: Meaning


class MapFigure(Value, frozen=True, kw_only=True, eq=False):
    """A county's map. `names` gives each outline its name; `scale_unit` is the word after the scale bar's number."""

    county: str
    outlines: tuple[Outline, ...]
    names: Mapping[str, str]
    marks: tuple[MapMark, ...]
    alt: str
    scale_unit: str = "km"


class TableFigure(Value, frozen=True, kw_only=True):
    """A table. `head` may be empty. `strong_row` is the row that speaks of the client (0 is the first), or None."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[Prose, ...], ...]
    alt: str
    strong_row: int | None = None


class ShareFigure(Value, frozen=True, kw_only=True):
    """Shares of a whole in per cent, drawn as bars under each other: (label, per cent, what it means)."""

    bars: tuple[tuple[str, float, Meaning], ...]
    alt: str


class GoalTile(Value, frozen=True, kw_only=True):
    """One of the 17 goals as a tile: number, name, colour as six hex digits and the text colour that reads on it."""

    number: int
    name: str
    colour: str
    text: str


class GoalsFigure(Value, frozen=True, kw_only=True):
    """Goals as numbered tiles, with the words of the last, uncoloured tile ("" for none)."""

    tiles: tuple[GoalTile, ...]
    last_head: str = ""
    last_text: str = ""


class StepsFigure(Value, frozen=True, kw_only=True):
    """An exercise's steps on the slide: minutes of each, and the unit word («minutter»)."""

    minutes: tuple[int, ...]
    labels: tuple[str, ...]
    alt: str


class PartsFigure(Value, frozen=True, kw_only=True):
    """The list of parts on a section slide; `current` is the one that begins here (0 is the first)."""

    parts: tuple[str, ...]
    numbers: tuple[str, ...]
    current: int


class BadgeFigure(Value, frozen=True, kw_only=True):
    """A short mark beside the title, such as an example's year."""

    text: str


Figure = ChartFigure | MapFigure | TableFigure | ShareFigure | GoalsFigure | StepsFigure | PartsFigure | BadgeFigure


class Why(Value, frozen=True, kw_only=True):
    """A reason for a slide: the key of the words that say it, and what is filled into them."""

    key: str
    values: Mapping[str, str] = {}


class PlannedSlide(Value, frozen=True, kw_only=True, eq=False):
    """A slide in words and figures.

    `key` is unique in the deck, `content_id` the slide's id in the library (an example or exercise has its own).
    `layout` and `drawing` name how it is placed. `mark` is the small line over the title, `source` the printed source
    line, `notes` the speaker's notes, `hidden` a back-up slide. `why` gives the reasons for it, and `editable` the sections, as
    they are filled, whose words the facilitator may change.
    """

    key: str
    content_id: str
    layout: str
    drawing: str | None = None
    section: str
    mark: str = ""
    title: str
    sections: Mapping[str, Prose]
    figures: tuple[Figure, ...] = ()
    source: str = ""
    notes: Prose = ()
    hidden: bool = False
    minutes: int = 0
    where: Where
    why: tuple[Why, ...] = ()
    editable: Mapping[str, Prose] = {}


class Section(Value, frozen=True, kw_only=True):
    """A part of the deck under one name, as PowerPoint's section list shows it."""

    id: str
    name: str


class PlannedSheet(Value, frozen=True, kw_only=True, eq=False):
    """An exercise's sheet: the exercise, its words filled in, and the goals to print on it, if any."""

    exercise: Exercise
    text: ExerciseText
    number: int
    goals: tuple[GoalTile, ...] = ()


class ProgrammeLine(Value, frozen=True, kw_only=True):
    """A line of the participants' programme: coarse clock time, what it is, and whether it is a pause."""

    start: str
    title: str
    pause: bool = False


class Logo(Value, frozen=True, kw_only=True):
    """The client's logo or coat of arms: a PNG or JPEG file that can be read, and its size in pixels."""

    path: str
    width: int
    height: int


class CallLine(Value, frozen=True, kw_only=True):
    """Whom to ring about a chosen example: its id, the municipality, its title, what to ask, and where to note the date."""

    example: str
    municipality: str
    title: str
    questions: tuple[str, ...]
    checked: str


class Plan(Value, frozen=True, kw_only=True, eq=False):
    """Everything in one client's workshop.

    `client` is the municipality as the pack writes it («Hvaler kommune»), `official` the name with its parallel names.
    `words` are the fixed words of the pack's language. The `logo` is there where the client's file is.
    """

    workshop: Workshop
    municipality: Municipality
    language: Language
    title: str
    client: str
    official: str
    date: datetime.date | None
    date_text: str
    sections: tuple[Section, ...]
    slides: tuple[PlannedSlide, ...]
    timetable: tuple[TimedBlock, ...]
    programme: tuple[ProgrammeLine, ...]
    sheets: tuple[PlannedSheet, ...]
    words: Mapping[str, str]
    content_version: str
    file_stem: str
    calls: tuple[CallLine, ...] = ()
    logo: Logo | None = None
