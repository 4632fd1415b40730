"""The agenda's blocks are made of the modules and exercises that there are, in the order of one table."""

import pytest

from tests.planning.make import exercise, library, module, slide_spec, slide_text
from workshop_kit.domain.agenda import BlockKind, Length
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.blocks import blocks_for, exercise_block, listening_between_talks, module_block, target_of
from workshop_kit.planning.choose import ChosenModule, ChosenText
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.planning.ordering import order_for
from workshop_kit.planning.orders import EXAMPLE_COUNT, FILLED_UP_TO, ORDERS, TARGETS, followed, length_for

PAUSES = {"break", "lunch"}
TITLES = {BlockKind.BREAK: "Pause", BlockKind.LUNCH: "Lunsj"}


def chosen(id: str = "beg", *minutes: int, kind: BlockKind = BlockKind.TALK, talks: tuple[int, ...] = ()) -> ChosenModule:
    """Make a chosen module with one slide of each length; `talks` are the slides' talk minutes."""
    talk_minutes = talks or (0,) * len(minutes)
    slides = tuple(
        ChosenText(spec=slide_spec(f"{id}-{place}", minutes=length, talk_minutes=talk), text=slide_text())
        for place, (length, talk) in enumerate(zip(minutes, talk_minutes, strict=True))
    )
    return ChosenModule(module=module(id, kind=kind), shown=slides)


def ids_for(order: tuple[str, ...], *modules: ChosenModule, exercises: tuple[str, ...] = ()) -> list[str]:
    found = {each.module.id: each for each in modules}
    return [each.id for each in blocks_for(order, found, [exercise(name) for name in exercises], Language.NB, TITLES)]


def test_a_module_is_as_long_as_its_shown_slides() -> None:
    made = module_block(chosen("beg", 2, 3, 5), Language.NN)

    assert (made.minutes, made.wanted, made.least, made.most, made.title) == (10, 10, 10, 15, "Namn beg")


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        (BlockKind.OPENING, 10),
        (BlockKind.CLOSING, 10),
        (BlockKind.TALK, 15),
        (BlockKind.DISCUSSION, 15),
        (BlockKind.HARVEST, 15),
    ],
)
def test_a_module_never_loses_minutes_of_its_shown_slides_and_only_the_fixed_never_grow(kind: BlockKind, most: int) -> None:
    made = module_block(chosen("beg", 10, kind=kind), Language.NB)

    assert (made.least, made.most) == (10, most)


def test_listening_is_counted_between_the_talks() -> None:
    module_with_talks = chosen("beg", 3, 2, 3, talks=(0, 0, 2))

    assert listening_between_talks(module_with_talks.shown) == (6, 0)
    assert module_block(module_with_talks, Language.NB).talk_minutes == 2
    assert listening_between_talks(()) == (0,)


def test_an_exercise_gets_two_minutes_to_find_groups() -> None:
    made = exercise_block(exercise(), Language.NB)

    assert (made.least, made.wanted, made.most, made.title) == (3, 8, 12, "1-2-4-alle")


def test_the_order_is_kept_and_what_is_not_there_is_passed_over() -> None:
    order = ("vel", "F1", "tal", "break", "F5", "eks", "avs")

    assert ids_for(order, chosen("avs", 5), chosen("vel", 5), chosen("eks", 5), exercises=("F1",)) == ["vel", "F1", "break-1", "eks", "avs"]


def test_a_module_without_shown_slides_is_no_block() -> None:
    assert ids_for(("vel", "beg"), chosen("vel", 5), chosen("beg")) == ["vel"]


def test_a_pause_is_never_first_last_or_doubled() -> None:
    order = ("break", "vel", "break", "rap", "lunch", "avs", "break")

    assert ids_for(order, chosen("vel", 5), chosen("avs", 5)) == ["vel", "break-2", "avs"]
    assert ids_for(order) == []


def workshop(length: Length = Length.HALF_DAY, target: int | None = None) -> Workshop:
    return Workshop(municipality="3110", language=Language.NB, length=length, target_minutes=target)


@pytest.mark.parametrize("length", Length)
def test_every_length_has_its_own_order_and_minutes(length: Length) -> None:
    assert order_for(workshop(length), library()) == ORDERS[length]
    assert target_of(workshop(length)) == TARGETS[length]


@pytest.mark.parametrize(
    ("minutes", "length"),
    [
        (60, Length.MINUTES_90),
        (90, Length.MINUTES_90),
        (FILLED_UP_TO[Length.MINUTES_90], Length.MINUTES_90),
        (FILLED_UP_TO[Length.MINUTES_90] + 1, Length.HALF_DAY),
        (180, Length.HALF_DAY),
        (FILLED_UP_TO[Length.HALF_DAY] + 1, Length.FULL_DAY),
        (360, Length.FULL_DAY),
        (480, Length.FULL_DAY),
    ],
)
def test_a_length_in_between_follows_the_shortest_that_has_enough_to_fill_it(minutes: int, length: Length) -> None:
    asked = workshop(Length.FULL_DAY, minutes)

    parts = tuple(name for name in order_for(asked, library()) if name not in PAUSES or length is not Length.MINUTES_90)

    assert (length_for(minutes), followed(asked), parts, target_of(asked)) == (
        length,
        length,
        ORDERS[length],
        minutes,
    )


@pytest.mark.parametrize("minutes", [-60, 0, 59, 481, 1_440])
def test_a_workshop_too_short_or_too_long_to_plan_is_refused(minutes: int) -> None:
    with pytest.raises(PlanningFault) as caught:
        target_of(workshop(target=minutes))

    assert (caught.value.key, caught.value.values) == (
        "plan.no_such_length",
        {"minutes": str(minutes), "least": "60", "most": "480"},
    )


def test_a_short_exercise_has_its_least_minutes_and_two_to_find_groups() -> None:
    made = exercise_block(exercise(), Language.NB, is_short=True)

    assert (made.least, made.wanted, made.minutes, made.most) == (3, 3, 3, 12)
    assert ids_for(("vel", "F1:short", "F9:short"), chosen("vel", 5), exercises=("F1",)) == ["vel", "F1"]


def test_every_length_has_its_order_and_its_examples() -> None:
    assert set(ORDERS) == set(EXAMPLE_COUNT) == set(TARGETS) == set(Length)
    for order in ORDERS.values():
        assert (order[0], order[-1]) == ("vel", "avs")
