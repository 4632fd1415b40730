"""Plans a single slide or example for a client, as it will be in the deck: for those who write one and look at it meanwhile."""

from collections.abc import Mapping

from msgspec.structs import replace

from workshop_kit.domain.agenda import Agenda, BlockKind
from workshop_kit.domain.content import Example, Fact, Library, Module, SlideSpec, SlideText
from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.municipality import Indicators, Municipality, Outline
from workshop_kit.domain.plan import Plan, PlannedSlide
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.choose import EXAMPLE_LAYOUT, ChosenCard, ChosenText
from workshop_kit.planning.day import Day
from workshop_kit.planning.examples import Wishes, weigh
from workshop_kit.planning.names import file_stem, in_sentence, official
from workshop_kit.planning.numbers import format_weekday_date
from workshop_kit.planning.slides import plan_slide
from workshop_kit.planning.tailor import Tailored, tailor

NOWHERE = Where(file="")
CARD_MINUTES = 2


class AloneStage:
    """One client's workshop, on which pieces are shown one at a time. It does not change, and can be used from any thread."""

    def __init__(
        self,
        workshop: Workshop,
        library: Library,
        municipalities: tuple[Municipality, ...],
        indicators: Indicators,
        outlines: Mapping[str, Outline],
    ) -> None:
        """Work out the client once; raises PlanningFault for a municipality that there is none of."""
        self._tailored = tailor(workshop, library, municipalities, indicators, outlines)
        self.plan = _bare_plan(self._tailored)

    def slide(
        self, part: str, name: Translated | None, spec: SlideSpec, text: SlideText, facts: Mapping[str, Fact]
    ) -> tuple[PlannedSlide, tuple[Problem, ...]]:
        """Plan a slide of a part; a part that the library does not have goes by the name given."""
        library = replace(self._tailored.library, facts={**self._tailored.library.facts, **facts})
        tailored = replace(self._tailored, library=library)
        module = self._module(part, name or Translated(nb=part, nn=part))
        return plan_slide(ChosenText(spec, text), module, tailored, self._day())

    def example(self, example: Example) -> tuple[PlannedSlide, tuple[Problem, ...]]:
        """Plan an example's card, in the module that has the cards."""
        tailored = self._tailored
        pick = weigh(tailored.client, example, tailored.municipalities, Wishes.of(tailored.workshop))
        found = ((module, spec) for module in tailored.library.modules for spec in module.slides if spec.layout == EXAMPLE_LAYOUT)
        module, spec = next(found, (self._module("", Translated(nb="", nn="")), _card_spec()))
        text = module.texts.get((tailored.language, spec.id, ""), SlideText(id=spec.id, title="", sections={}, where=NOWHERE))
        return plan_slide(ChosenCard(spec, text, pick, 1), module, tailored, self._day())

    def _module(self, part: str, name: Translated) -> Module:
        there = next((module for module in self._tailored.library.modules if module.id == part), None)
        return there or Module(id=part, order=0, kind=BlockKind.TALK, name=name, slides=(), texts={}, where=NOWHERE)

    def _day(self) -> Day:
        agenda = Agenda(start=self._tailored.workshop.start, blocks=())
        return Day(agenda=agenda, timetable=(), posts=(), chosen={}, starts={}, exercise_numbers={})


def sample_workshop(number: str) -> Workshop:
    """Give a workshop to show pieces in where none is open."""
    return Workshop(municipality=number, language=Language.NB)


def _card_spec() -> SlideSpec:
    return SlideSpec(id="", layout=EXAMPLE_LAYOUT, minutes=CARD_MINUTES, use=())


def _bare_plan(tailored: Tailored) -> Plan:
    """Give a plan without slides: what every page takes from it is there."""
    workshop, language = tailored.workshop, tailored.language
    return Plan(
        workshop=workshop,
        municipality=tailored.client,
        language=language,
        title=tailored.words["course"],
        client=in_sentence(tailored.client),
        official=official(tailored.client),
        date=workshop.date,
        date_text="" if workshop.date is None else format_weekday_date(workshop.date, language),
        sections=(),
        slides=(),
        timetable=(),
        programme=(),
        sheets=(),
        words=tailored.words,
        content_version=tailored.library.version,
        file_stem=file_stem(tailored.client),
    )
