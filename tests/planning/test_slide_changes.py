"""Each change to a slide does what it says, can be done twice, and takes back what it contradicts."""

from tests.make import kit, workshop
from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.by_hand import DayPart, MovedSlide, OwnSlideLayout, SlideEdit
from workshop_kit.planning import slide_changes
from workshop_kit.planning.make_plan import make_plan


def test_showing_hiding_and_leaving_out_take_each_other_back() -> None:
    given = workshop()
    shown = slide_changes.shown(slide_changes.hidden(given, "BEG-2"), "BEG-2")
    assert (shown.pinned, shown.hidden, shown.dropped) == (("BEG-2",), (), ())
    gone = slide_changes.left_out(slide_changes.left_out(shown, "BEG-2"), "BEG-2")
    assert (gone.pinned, gone.hidden, gone.dropped) == ((), (), ("BEG-2",))
    assert slide_changes.put_back(gone, "BEG-2") == given
    assert slide_changes.unpinned(shown, "BEG-2") == given


def test_a_slide_that_is_moved_again_has_one_move() -> None:
    once = slide_changes.moved(workshop(), "BEG-2", "SAM-2")

    assert slide_changes.moved(once, "BEG-2", "", "eks").moved == (MovedSlide(slide="BEG-2", module="eks"),)


def test_words_are_changed_section_by_section_and_had_back() -> None:
    given = workshop()
    changed = slide_changes.reworded(slide_changes.reworded(given, "BEG-2", title="Nytt"), "BEG-2", section="say", text="Hei")

    assert changed.edits == (SlideEdit(slide="BEG-2", title="Nytt", sections={"say": "Hei"}),)
    assert slide_changes.as_it_was(changed, "BEG-2") == given
    assert slide_changes.reworded(slide_changes.reworded(given, "BEG-2", title="Nytt"), "BEG-2", title="") == given


def test_a_new_slide_stands_after_the_one_named_and_is_reworded_in_itself() -> None:
    made, key = slide_changes.with_new_slide(workshop(), "beg", "BEG-2", "Nytt lysbilde")
    made = slide_changes.reworded(made, key, title="Vårt", section="body", text="- En")
    made = slide_changes.with_minutes(slide_changes.with_layout(made, key, OwnSlideLayout.STATEMENT), key, 4)
    own = made.own_slides[0]

    assert (own.id, own.title, own.layout, own.minutes, dict(own.sections)) == (
        "EGEN-1",
        "Vårt",
        OwnSlideLayout.STATEMENT,
        4,
        {"body": "- En"},
    )
    assert made.moved == (MovedSlide(slide="EGEN-1", after="BEG-2"),)
    assert made.edits == ()
    assert slide_changes.left_out(made, key).own_slides == ()


def test_swapping_puts_the_other_in_the_same_place() -> None:
    real = kit()
    given = workshop()
    plan, _ = make_plan(given, real.library, real.municipalities, real.indicators, real.outlines)
    keys = [slide.key for slide in plan.slides if not slide.hidden]
    reserve = next(slide.key for slide in plan.slides if slide.hidden and slide.key.startswith("BEG"))
    swapped, _ = make_plan(
        slide_changes.slide_swapped(given, "BEG-2", reserve), real.library, real.municipalities, real.indicators, real.outlines
    )
    after = [slide.key for slide in swapped.slides if not slide.hidden]

    assert after[keys.index("BEG-2")] == reserve
    assert "BEG-2" not in after


def test_an_example_is_swapped_among_those_that_are_shown() -> None:
    assert slide_changes.example_swapped(workshop(), ("a", "b"), "a", "c").examples == ("c", "b")


def test_an_exercise_is_swapped_in_a_planned_day_and_in_one_by_hand() -> None:
    planned = slide_changes.exercise_swapped(workshop(), "F5", "F7")
    assert (planned.dropped, planned.pinned) == (("F5",), ("F7",))
    day = (DayPart(id="F5", kind=BlockKind.EXERCISE, minutes=20),)

    assert slide_changes.exercise_swapped(workshop(day=day), "F5", "F7").day == (DayPart(id="F7", kind=BlockKind.EXERCISE, minutes=20),)
