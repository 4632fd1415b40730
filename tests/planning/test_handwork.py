"""Slides the facilitator made, changed, hid or moved for one client come out so in the plan."""

from typing import Any

from tests.make import kit, workshop
from workshop_kit.domain.by_hand import MovedSlide, OwnSlide, OwnSlideLayout, SlideEdit
from workshop_kit.domain.plan import Plan, PlannedSlide
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.text import plain
from workshop_kit.planning.make_plan import make_plan

OWN = OwnSlide(
    id="EGEN-1", module="tal", layout=OwnSlideLayout.CONTENT, title="Vårt eget", sections={"body": "- Ett\n- To", "say": "Si dette."}
)


def planned(**changes: Any) -> tuple[Plan, tuple[Problem, ...]]:
    real = kit()
    return make_plan(workshop(**changes), real.library, real.municipalities, real.indicators, real.outlines)


def slide(plan: Plan, key: str) -> PlannedSlide:
    return next(slide for slide in plan.slides if slide.key == key)


def shown(plan: Plan) -> list[str]:
    return [slide.key for slide in plan.slides if not slide.hidden]


def test_an_own_slide_stands_last_in_its_module_with_its_words_and_notes() -> None:
    plan, problems = planned(own_slides=(OWN,))
    made = slide(plan, "EGEN-1")
    module = [each.key for each in plan.slides if each.section == "tal" and each.layout != "exercise"]

    assert module[-1] == "EGEN-1"
    assert (made.title, made.layout, plain(made.sections["body"])) == ("Vårt eget", "content", "Ett\nTo")
    assert "Si dette." in plain(made.notes)
    assert problems == ()
    assert [why.key for why in made.why] == ["own"]


def test_an_own_slide_is_never_cut_however_short_the_workshop() -> None:
    plan, _ = planned(own_slides=(OWN,), target_minutes=60)

    assert "EGEN-1" in shown(plan)


def test_a_changed_title_and_section_are_shown_for_this_client_and_tokens_still_filled() -> None:
    edit = SlideEdit(slide="BEG-2", title="En by for {navn}", sections={"say": "Spør **{navn}** først."})
    plan, problems = planned(edits=(edit,))

    assert slide(plan, "BEG-2").title == "En by for Hvaler"
    assert "Spør Hvaler først." in plain(slide(plan, "BEG-2").notes)
    assert problems == ()
    assert slide(planned()[0], "BEG-2").title != "En by for Hvaler"


def test_an_example_and_an_exercise_are_changed_too_and_the_sheet_follows() -> None:
    before, _ = planned()
    card = next(each for each in before.slides if each.layout == "example" and not each.hidden)
    edits = (
        SlideEdit(slide=card.key, title="Et annet navn", sections={"need": "Et annet behov."}),
        SlideEdit(slide="F5", title="Prikker hos oss", sections={"question": "Hvilke tre mål gjelder oss?"}),
    )
    plan, _ = planned(edits=edits)

    assert slide(plan, card.key).title == "Et annet navn"
    assert "Et annet behov." in plain(slide(plan, card.key).editable["need"])
    assert plain(slide(plan, "F5").sections["question"]) == "Hvilke tre mål gjelder oss?"
    sheet = next(sheet for sheet in plan.sheets if sheet.exercise.id == "F5")
    assert (sheet.text.title, sheet.text.question) == ("Prikker hos oss", "Hvilke tre mål gjelder oss?")


def test_a_hidden_slide_goes_along_in_the_reserve_and_says_why() -> None:
    plan, _ = planned(hidden=("BEG-2",))

    assert slide(plan, "BEG-2").hidden
    assert [why.key for why in slide(plan, "BEG-2").why][-1] == "hidden"


def test_a_moved_slide_stands_right_after_the_other_in_another_module_too() -> None:
    plan, _ = planned(moved=(MovedSlide(slide="BEG-2", after="SAM-2"),))
    keys = shown(plan)

    assert keys[keys.index("SAM-2") + 1] == "BEG-2"
    assert slide(plan, "BEG-2").section == "sam"
    assert "moved" in {why.key for why in slide(plan, "BEG-2").why}


def test_moves_are_made_in_order_and_those_that_lead_nowhere_are_passed_over() -> None:
    moves = (MovedSlide(slide="BEG-2", after="SAM-2"), MovedSlide(slide="BEG-2", after="BORTE"), MovedSlide(slide="BORTE", after="SAM-2"))
    plan, problems = planned(moved=moves)
    keys = shown(plan)

    assert keys[keys.index("SAM-2") + 1] == "BEG-2"
    assert problems == ()


def test_markup_that_is_not_allowed_is_told_with_the_slide() -> None:
    _, problems = planned(edits=(SlideEdit(slide="BEG-2", sections={"body": "Se [her](http://x.no)."}),))

    assert [(problem.key, problem.values["slide"]) for problem in problems] == [("content.no_link", "BEG-2")]


def test_every_slide_says_why_it_is_there() -> None:
    plan, _ = planned(goals=(11, 13), own_goals=(), date=None)

    assert all(each.why for each in plan.slides)
