"""The content library's values: modules with their slides, examples, exercises, facts and goals."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from workshop_kit.domain.agenda import BlockKind, Length
from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.problem import Where
from workshop_kit.domain.text import Prose
from workshop_kit.domain.value import Value


class Confidence(StrEnum):
    """How a fact was seen. Anything weaker is refused when the library is read."""

    SEEN = "seen"
    SEEN_SECOND_HAND = "seen-2nd"
    DERIVED = "derived"


class Fact(Value, frozen=True, kw_only=True):
    """A checked fact: what may be printed as its source, with the year it holds for."""

    id: str
    value: str = ""
    unit: str = ""
    year: int
    confidence: Confidence
    source_nb: str
    source_nn: str
    url: str = ""

    def source(self, language: Language) -> str:
        """Give the printed source, without the word «Kilde»."""
        return self.source_nb if language is Language.NB else self.source_nn


class Goal(Value, frozen=True, kw_only=True):
    """One of the UN's 17 goals: number, official short names, and its colour as six hex digits.

    `text` is the colour, white or black, that reads at 4.5:1 or better on it.
    """

    number: int
    nb: str
    nn: str
    short: Translated
    colour: str
    text: str

    def name(self, language: Language) -> str:
        """Give the official short name."""
        return self.nb if language is Language.NB else self.nn


class Use(StrEnum):
    """Where a slide is used: the 90-minute, half-day and full-day workshop, or always as a hidden back-up."""

    MINUTES_90 = "K"
    HALF_DAY = "H"
    FULL_DAY = "D"
    BACKUP = "backup"

    @classmethod
    def of(cls, length: Length) -> "Use":
        """Give the use that belongs to a length."""
        return {Length.MINUTES_90: cls.MINUTES_90, Length.HALF_DAY: cls.HALF_DAY, Length.FULL_DAY: cls.FULL_DAY}[length]


class SlideSpec(Value, frozen=True, kw_only=True):
    """What a slide is, in no language: layout, what is drawn on it, minutes, when it is used, and its facts.

    `choice` names the computed choice that picks between variants of the text; `when` a flag that must hold.
    `talk_minutes` of the `minutes` are a talk with the neighbour. `weight` says how hard the workshop does without the
    slide where time is short, 4 for the hardest; without one it is the number of lengths that use it.
    """

    id: str
    layout: str
    figure: str | None = None
    minutes: int
    use: tuple[Use, ...]
    when: str | None = None
    choice: str | None = None
    facts: tuple[str, ...] = ()
    talk_minutes: int = 0
    weight: Literal[1, 2, 3, 4] | None = None


class SlideText(Value, frozen=True, kw_only=True):
    """A slide's words in one language: the title and named sections (the body is the section "body")."""

    id: str
    variant: str = ""
    title: str
    sections: Mapping[str, Prose]
    where: Where


class Module(Value, frozen=True, kw_only=True):
    """A piece of the workshop: slides under one name; `learning_point` is 1–4, or None for opening, figures, closing."""

    id: str
    order: int
    learning_point: int | None = None
    kind: BlockKind
    name: Translated
    slides: tuple[SlideSpec, ...]
    texts: Mapping[tuple[Language, str, str], SlideText]
    where: Where

    def text(self, language: Language, slide: str, variant: str = "") -> SlideText:
        """Give a slide's words; the loader has made sure that both languages have them."""
        return self.texts[language, slide, variant]


class ExampleText(Value, frozen=True, kw_only=True):
    """An example's card in one language: title and the rows need, did, result, learn, with notes say and do."""

    title: str
    sections: Mapping[str, Prose]
    where: Where


class Avoid(StrEnum):
    """Whom an example is not suited for: `SAMI` are the municipalities with an official Sámi name."""

    SAMI = "sami"


class Example(Value, frozen=True, kw_only=True):
    """Something a municipality did. `year` 0 means undated; no goals means all 17; `avoid` says for whom it is not suited."""

    id: str
    order: int
    municipalities: tuple[str, ...]
    year: int
    quality: str
    themes: tuple[str, ...]
    goals: tuple[int, ...] = ()
    principles: tuple[int, ...] = ()
    type: str
    confidence: Confidence
    source: Translated
    url: str = ""
    checked: str = ""
    avoid: tuple[Avoid, ...] = ()
    texts: Mapping[Language, ExampleText]


class Step(Value, frozen=True, kw_only=True):
    """A step of an exercise; `short` is its minutes in the short variant, 0 when it is skipped there."""

    id: str
    minutes: int
    short: int
    timer: bool = False


class FieldKind(StrEnum):
    """What is done in a field of a sheet."""

    TEXT = "text"
    GRID = "grid"
    TALLY = "tally"
    SCALE = "scale"
    CHECK = "check"


class Field(Value, frozen=True, kw_only=True):
    """A place on the sheet to write, with the number of writing lines it asks for."""

    id: str
    kind: FieldKind
    lines: int = 0
    options: tuple[str, ...] = ()


class HarvestKind(StrEnum):
    """What is typed into a harvest field."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"


class HarvestField(Value, frozen=True, kw_only=True):
    """What the facilitator types in afterwards, and the sheet's field it is read from."""

    id: str
    kind: HarvestKind
    field: str


class Minutes(Value, frozen=True, kw_only=True):
    """Least, wanted and most minutes."""

    least: int
    wanted: int
    most: int


class Per(StrEnum):
    """Who has a sheet: each group, each participant, or the facilitator alone."""

    GROUP = "group"
    PERSON = "person"
    FACILITATOR = "facilitator"


class GroupSize(Value, frozen=True, kw_only=True):
    """How many work together."""

    least: int
    most: int


class StepText(Value, frozen=True, kw_only=True):
    """A step's words: short on the slide, whole on the sheet."""

    short: str
    text: str


class Label(Value, frozen=True, kw_only=True):
    """A field's label and an optional hint under it."""

    label: str
    hint: str = ""


class ExerciseText(Value, frozen=True, kw_only=True):
    """An exercise's words in one language."""

    title: str
    purpose: str
    question: str
    group: str
    materials: tuple[str, ...]
    step: Mapping[str, StepText]
    field: Mapping[str, Label]
    harvest: Mapping[str, Label]
    sections: Mapping[str, Prose] = {}
    where: Where


class Exercise(Value, frozen=True, kw_only=True):
    """Something the groups do, with the sheet they do it on; `per` says who has one."""

    id: str
    order: int
    kind: BlockKind
    canvas: str
    paper: str
    orientation: str
    minutes: Minutes
    group: GroupSize
    per: Per = Per.GROUP
    facts: tuple[str, ...] = ()
    goals: bool = False
    modules: tuple[str, ...]
    steps: tuple[Step, ...]
    fields: tuple[Field, ...]
    harvest: tuple[HarvestField, ...]
    texts: Mapping[Language, ExerciseText]
    where: Where


class Term(Value, frozen=True, kw_only=True):
    """A word of the workshop in bokmål, nynorsk and English."""

    nb: str
    nn: str
    en: str


class ReportRow(Value, frozen=True, kw_only=True):
    """A figure read from the report, with its labels and the page it stands on."""

    value: float
    label_nb: str
    label_nn: str
    page: int


class ReportChart(Value, frozen=True, kw_only=True):
    """A chart of the 2019 report's figures, as whoever has the report typed them in.

    `kind` is a chart figure's name, `file` the form it stands in, as messages name it.
    """

    id: str
    title_nb: str
    title_nn: str
    kind: str
    question_nb: str
    question_nn: str
    rows: tuple[ReportRow, ...] = ()
    file: str = ""


class Library(Value, frozen=True, kw_only=True, eq=False):
    """Everything the shipped folders, and the user's own, hold; in the order of their `order`."""

    modules: tuple[Module, ...]
    examples: tuple[Example, ...]
    exercises: tuple[Exercise, ...]
    facts: Mapping[str, Fact]
    goals: tuple[Goal, ...]
    words: Mapping[Language, Mapping[str, str]]
    version: str
    terms: tuple[Term, ...] = ()
    report_charts: tuple[ReportChart, ...] = ()

    def module(self, module_id: str) -> Module:
        """Give a module by its id; KeyError when there is none."""
        return next(module for module in self.modules if module.id == module_id)

    def exercise(self, exercise_id: str) -> Exercise:
        """Give an exercise by its id; KeyError when there is none."""
        return next(exercise for exercise in self.exercises if exercise.id == exercise_id)
