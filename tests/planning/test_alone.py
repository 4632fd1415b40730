"""One slide or example is planned as it will be in the deck, without the rest of the day."""

from functools import lru_cache

import pytest
from msgspec.structs import replace

from tests.planning.make import all_municipalities, real_indicators
from tests.planning.test_real_content import outlines, plan_of, shipped
from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.plan import PlannedSlide
from workshop_kit.domain.workshop import OwnExample, Workshop
from workshop_kit.planning.alone import AloneStage, sample_workshop
from workshop_kit.planning.by_hand import OWN_ID
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.planning.make_plan import make_plan


@lru_cache(maxsize=1)
def stage() -> AloneStage:
    return AloneStage(sample_workshop("3110"), shipped()[0], all_municipalities(), real_indicators(), outlines())


def words(slide: PlannedSlide) -> tuple[object, ...]:
    return slide.layout, slide.mark, slide.title, slide.sections, slide.figures[:1], slide.source, slide.minutes


def test_an_example_alone_is_the_card_that_the_deck_has() -> None:
    plan = plan_of("3110", Language.NB)[0]
    card = next(slide for slide in plan.slides if slide.layout == "example")
    example = next(each for each in shipped()[0].examples if each.id == card.content_id)
    alone, problems = stage().example(example)
    assert (words(alone), problems) == (words(card), ())
    assert [type(figure) for figure in alone.figures] == [type(figure) for figure in card.figures]


def test_a_slide_alone_is_the_slide_that_the_deck_has_and_the_plan_round_it_too() -> None:
    plan = plan_of("3110", Language.NB)[0]
    slide = next(each for each in plan.slides if each.key == "SAM-2")
    module = shipped()[0].module("sam")
    spec = next(each for each in module.slides if each.id == "SAM-2")
    alone, problems = stage().slide("sam", None, spec, module.text(Language.NB, "SAM-2"), {})
    assert (words(alone), problems) == (words(slide), ())
    bare = stage().plan
    assert (bare.title, bare.client, bare.file_stem, bare.words) == (plan.title, plan.client, plan.file_stem, plan.words)


def test_a_slide_of_a_part_that_is_not_read_yet_goes_by_the_name_it_is_given() -> None:
    module = shipped()[0].module("sam")
    text = module.text(Language.NB, "SAM-2")
    alone, _ = stage().slide("egen", Translated(nb="Fra Norkart", nn="Frå Norkart"), module.slides[1], text, {})
    assert alone.mark == "Fra Norkart"


def test_without_a_module_for_cards_an_example_is_shown_all_the_same() -> None:
    library = replace(shipped()[0], modules=())
    bare = AloneStage(sample_workshop("3110"), library, all_municipalities(), real_indicators(), outlines())
    assert bare.example(library.examples[0])[0].layout == "example"


def test_a_municipality_that_there_is_none_of_is_a_fault() -> None:
    with pytest.raises(PlanningFault):
        AloneStage(sample_workshop("9999"), shipped()[0], all_municipalities(), real_indicators(), outlines())


def test_the_clients_own_example_that_was_kept_in_the_library_is_shown_once() -> None:
    library = shipped()[0]
    kept = next(each for each in library.examples if each.municipalities == ("3110",))
    own = OwnExample(title=kept.texts[Language.NB].title, need="A", did="B", result="C", learn="D")
    workshop = Workshop(municipality="3110", language=Language.NB, length=Length.FULL_DAY, own_example=own)
    plan, _ = make_plan(workshop, library, all_municipalities(), real_indicators(), outlines())
    cards = [slide.content_id for slide in plan.slides if slide.layout == "example"]
    assert OWN_ID in cards
    assert kept.id not in cards
