"""A workshop is cut to its length by rule: light slides and exercises give, what carries it stays, and nothing more goes than must."""

from typing import Any

import pytest

from tests.planning.make import exercise, module, slide_spec, slide_text
from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.content import Exercise, Minutes, SlideSpec, Step, Use
from workshop_kit.planning.choose import ChosenModule, ChosenText
from workshop_kit.planning.cut import BUFFER_SHARE, Cut, cut_to_length, minutes_of

LIGHT = (Use.FULL_DAY,)


def spec(id: str, minutes: int = 2, *, light: bool = False, **changes: Any) -> SlideSpec:
    return slide_spec(id, minutes=minutes, **({"use": LIGHT} if light else {}), **changes)


def chosen(id: str, *specs: SlideSpec, kind: BlockKind = BlockKind.TALK) -> ChosenModule:
    return ChosenModule(module=module(id, kind=kind), shown=tuple(ChosenText(spec=each, text=slide_text()) for each in specs))


def work(id: str, saves: int = 5, **changes: Any) -> Exercise:
    steps = (Step(id="alone", minutes=10, short=10), Step(id="pair", minutes=saves, short=0))
    return exercise(id, minutes=Minutes(least=10, wanted=10 + saves, most=30), steps=steps, **changes)


def cut(order: tuple[str, ...], modules: tuple[ChosenModule, ...], over: int, *exercises: Exercise, pinned: tuple[str, ...] = ()) -> Cut:
    """Cut an order that is `over` minutes too long, with the buffers that it needs."""
    by_id, held = {each.module.id: each for each in modules}, {each.id: each for each in exercises}
    whole = sum(minutes_of(name, by_id, held) for name in order)
    target = next(minutes for minutes in range(1, 1_000) if round(minutes * (1 - BUFFER_SHARE)) == whole - over)
    return cut_to_length(order, by_id, held, target, pinned)


def shown(found: Cut) -> list[str]:
    return [slide.key for module in found.chosen.values() for slide in module.shown]


def test_what_fits_is_left_alone() -> None:
    found = cut(("beg", "F1"), (chosen("beg", spec("B1"), spec("B2", light=True)),), 0, work("F1"))

    assert (shown(found), found.order, found.over) == (["B1", "B2"], ("beg", "F1"), 0)


def test_light_slides_go_before_heavy_ones_and_what_goes_is_hidden() -> None:
    found = cut(("beg",), (chosen("beg", spec("B1"), spec("B2", light=True), spec("B3")),), 2)

    assert shown(found) == ["B1", "B3"]
    assert [slide.key for slide in found.chosen["beg"].backups] == ["B2"]


def test_a_weight_of_its_own_goes_before_the_number_of_lengths() -> None:
    found = cut(("beg",), (chosen("beg", spec("B1"), spec("B2", light=True, weight=4), spec("B3", weight=1)),), 2)

    assert shown(found) == ["B1", "B2"]


def test_the_module_that_has_lost_the_least_gives_next() -> None:
    beg = chosen("beg", spec("B1"), spec("B2", light=True), spec("B3", light=True))
    sam = chosen("sam", spec("S1"), spec("S2", light=True), spec("S3", light=True))

    assert shown(cut(("beg", "sam"), (beg, sam), 4)) == ["B1", "B2", "S1", "S2"]


def test_slides_give_twice_what_exercises_give() -> None:
    slides = [spec(f"B{place}", light=True) for place in range(2, 12)]
    found = cut(("beg", "F1", "F5"), (chosen("beg", spec("B1"), *slides),), 15, work("F1"), work("F5"))

    assert found.order == ("beg", "F1", "F5:short")
    assert len(shown(found)) == 11 - 5


def test_the_last_exercise_is_shortened_first_and_the_harvest_last_of_all() -> None:
    parts = ("F5", "F9", "F17")
    held = (work("F5"), work("F9"), work("F17", kind=BlockKind.HARVEST))

    assert cut(parts, (), 5, *held).order == ("F5", "F9:short", "F17")
    assert cut(parts, (), 10, *held).order == ("F5:short", "F9:short", "F17")
    assert cut(parts, (), 15, *held).order == ("F5:short", "F9:short", "F17:short")


def test_heavy_slides_go_only_when_every_exercise_is_short() -> None:
    beg = chosen("beg", spec("B1"), spec("B2"), spec("B3"))

    assert shown(cut(("beg", "F1"), (beg,), 5, work("F1"))) == ["B1", "B2", "B3"]
    assert shown(cut(("beg", "F1"), (beg,), 6, work("F1"))) == ["B1", "B2"]


def test_the_opening_the_closing_sections_the_first_word_and_a_talk_stay() -> None:
    vel = chosen("vel", spec("V1"), kind=BlockKind.OPENING)
    beg = chosen("beg", spec("B0", layout="section"), spec("B1"), spec("B2", talk_minutes=1), spec("B3"))
    avs = chosen("avs", spec("A1"), kind=BlockKind.CLOSING)
    found = cut(("vel", "beg", "avs"), (vel, beg, avs), 9)

    assert shown(found) == ["V1", "B0", "B1", "B2", "A1"]
    assert found.over == 7


def test_what_is_pinned_stays() -> None:
    beg = chosen("beg", spec("B1"), spec("B2", light=True), spec("B3", light=True))

    assert shown(cut(("beg",), (beg,), 2, pinned=("B3",))) == ["B1", "B3"]


def test_what_saved_more_than_was_needed_comes_back() -> None:
    beg = chosen("beg", spec("B1"), spec("B2", minutes=1, light=True), spec("B3", minutes=2, weight=3), spec("B4", minutes=4, weight=4))

    assert shown(cut(("beg",), (beg,), 5)) == ["B1", "B3"]


@pytest.mark.parametrize(("name", "minutes"), [("break", 15), ("lunch", 45), ("F1", 17), ("F1:short", 12), ("beg", 4), ("gone", 0)])
def test_each_part_asks_for_its_minutes(name: str, minutes: int) -> None:
    assert minutes_of(name, {"beg": chosen("beg", spec("B1"), spec("B2"))}, {"F1": work("F1")}) == minutes
