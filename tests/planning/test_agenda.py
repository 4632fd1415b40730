"""Blocks fit a workshop of any length: sums are exact, nobody goes below their least, and people get their pauses."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.planning.make import block, closing, opening
from workshop_kit.domain.agenda import PAUSES, Block, BlockKind
from workshop_kit.planning.agenda import Change, Fitted, fit_agenda, squeeze
from workshop_kit.planning.apportion import share_out
from workshop_kit.planning.buffers import LEAST_SHARE, MOST_WITHOUT_PAUSE, grow_buffers, most_minutes
from workshop_kit.planning.pauses import stretches

NINE = time(9)
KINDS = (BlockKind.TALK, BlockKind.DISCUSSION, BlockKind.EXERCISE, BlockKind.HARVEST, BlockKind.BREAK)


@st.composite
def days(draw: st.DrawFn) -> tuple[Block, ...]:
    """Make a day of up to twelve blocks between a fixed opening and closing."""
    middle: list[Block] = []
    for place in range(draw(st.integers(0, 12))):
        wanted = draw(st.integers(1, 60))
        least = draw(st.integers(0, wanted))
        kind = draw(st.sampled_from(KINDS))
        optional = draw(st.booleans()) and kind not in PAUSES
        middle.append(block(f"b{place}", kind, wanted, least=least, most=wanted * 2, optional=optional, drop_order=draw(st.integers(0, 3))))
    return (opening(draw(st.integers(1, 15))), *middle, closing(draw(st.integers(1, 15))))


STARTS = st.times(min_value=time(7), max_value=time(15)).map(
    lambda clock: clock.replace(minute=clock.minute // 5 * 5, second=0, microsecond=0)
)
TARGETS = st.one_of(st.none(), st.integers(10, 500))


def total(found: Fitted) -> int:
    return found.agenda.minutes


def minutes_of(found: Fitted) -> dict[str, int]:
    return {each.id: each.minutes for each in found.agenda.blocks}


@given(days(), STARTS, TARGETS)
def test_no_block_goes_below_its_least_or_above_what_it_wants_but_the_buffers(
    blocks: tuple[Block, ...], start: time, target: int | None
) -> None:
    for each in fit_agenda(blocks, start, target).agenda.blocks:
        assert each.least <= each.minutes
        assert each.minutes <= (each.most if each.kind is BlockKind.BUFFER else each.wanted)


@given(days(), STARTS, st.integers(10, 500))
def test_the_sum_is_the_target_or_says_how_far_off_it_is(blocks: tuple[Block, ...], start: time, target: int) -> None:
    found = fit_agenda(blocks, start, target)

    assert total(found) <= target + found.over_minutes
    if found.over_minutes:
        assert total(found) == target + found.over_minutes
        assert all(each.minutes == each.least for each in found.agenda.blocks if each.kind not in {BlockKind.OPENING, BlockKind.CLOSING})
        assert not any(each.optional for each in found.agenda.blocks)
    elif any(each.minutes < each.wanted for each in found.agenda.blocks):
        assert total(found) == target


@given(days(), STARTS, TARGETS)
def test_an_agenda_put_in_again_comes_out_the_same(blocks: tuple[Block, ...], start: time, target: int | None) -> None:
    first = fit_agenda(blocks, start, target)
    again = fit_agenda(first.agenda.blocks, start, target)

    assert again.agenda == first.agenda
    assert again.dropped == ()
    assert again.over_minutes == first.over_minutes


@given(days(), STARTS, TARGETS)
def test_nobody_sits_for_more_than_ninety_minutes_unless_one_block_alone_does(
    blocks: tuple[Block, ...], start: time, target: int | None
) -> None:
    placed = fit_agenda(blocks, start, target).agenda.blocks
    for stretch in stretches(placed):
        work = [placed[place] for place in stretch if placed[place].kind is not BlockKind.BUFFER]
        assert sum(placed[place].minutes for place in stretch) <= MOST_WITHOUT_PAUSE or len(work) == 1


@given(days(), STARTS, TARGETS)
def test_what_was_asked_for_keeps_its_order(blocks: tuple[Block, ...], start: time, target: int | None) -> None:
    found = fit_agenda(blocks, start, target)
    gone = {each.id for each in found.dropped}
    kept = [each.id for each in found.agenda.blocks if each.id in {asked.id for asked in blocks}]
    replaced = {each.id for each in blocks} - gone - set(kept)

    assert kept == [each.id for each in blocks if each.id not in gone | replaced]
    assert all(each.kind is BlockKind.BREAK for each in blocks if each.id in replaced)


@given(days(), STARTS)
def test_only_what_is_optional_is_dropped_the_highest_order_first(blocks: tuple[Block, ...], start: time) -> None:
    found = fit_agenda(blocks, start, 60)
    kept = [each.drop_order for each in found.agenda.blocks if each.optional]
    orders = [each.drop_order for each in found.dropped]

    assert all(each.optional for each in found.dropped)
    assert orders == sorted(orders, reverse=True)
    assert not orders or not kept or min(orders) >= max(kept)


def test_with_no_target_the_buffers_are_about_a_tenth_and_the_pauses_on_the_clock() -> None:
    day = (
        opening(),
        block("F1", BlockKind.EXERCISE, 14),
        block("beg", minutes=43),
        block("break-1", BlockKind.BREAK, 15),
        block("eks", minutes=22),
        closing(),
    )
    found = fit_agenda(day, NINE)
    buffers = [each for each in found.agenda.blocks if each.kind is BlockKind.BUFFER]

    assert [each.minutes for each in buffers] == [8, 3]
    assert LEAST_SHARE <= sum(each.minutes for each in buffers) / total(found) <= 0.13
    assert total(found) % 5 == 0
    assert found.changes == (Change(block="buffer-1", before=0, after=8), Change(block="buffer-2", before=0, after=3))


def test_buffers_are_squeezed_first_and_pauses_last() -> None:
    day = (
        opening(),
        block("beg", minutes=40),
        block("F1", BlockKind.EXERCISE, 20),
        block("break-1", BlockKind.BREAK, 15),
        block("eks", minutes=20),
        closing(),
    )
    whole = total(fit_agenda(day, NINE))

    tight = minutes_of(fit_agenda(day, NINE, whole - 15))
    assert not any(minutes for name, minutes in tight.items() if name.startswith("buffer"))
    assert (tight["F1"], tight["break-1"]) == (20, 15)

    tighter = minutes_of(fit_agenda(day, NINE, 70))
    assert (tighter["beg"], tighter["eks"], tighter["F1"], tighter["break-1"]) == (20, 10, 15, 15)


def test_there_is_never_padding_but_in_the_buffers_and_they_have_a_most() -> None:
    day = (opening(), block("beg", minutes=40), closing())
    found = fit_agenda(day, NINE, 200)

    assert minutes_of(found) == {"vel": 5, "beg": 40, "buffer-1": 10, "avs": 5}
    assert total(found) == 60


def test_buffers_grow_no_longer_than_people_can_sit() -> None:
    day = (opening(), block("beg", minutes=78), closing())

    assert minutes_of(fit_agenda(day, NINE, 200))["buffer-1"] == 2
    assert grow_buffers(fit_agenda(day, NINE).agenda.blocks, 60) == fit_agenda(day, NINE).agenda.blocks


def test_a_stretch_that_is_full_has_no_buffer() -> None:
    day = (opening(), block("beg", minutes=82), block("break-1", BlockKind.BREAK, 15), block("eks", minutes=80), closing())
    found = minutes_of(fit_agenda(day, NINE))

    assert found["buffer-1"] == 3
    assert found["buffer-2"] == 5
    assert "buffer-1" not in minutes_of(fit_agenda((opening(), block("beg", minutes=85), closing(0)), NINE))


def test_buffers_that_were_asked_for_are_kept_as_they_are() -> None:
    day = (opening(), block("beg", minutes=40), block("mine", BlockKind.BUFFER, 4, least=0), closing())

    assert minutes_of(fit_agenda(day, NINE)) == {"vel": 5, "beg": 40, "mine": 4, "avs": 5}


def test_a_break_is_put_in_near_the_middle_of_a_long_stretch_and_named() -> None:
    day = (opening(), *(block(f"b{place}", minutes=20) for place in range(6)), closing())
    found = fit_agenda(day, NINE, titles={BlockKind.BREAK: "Pause", BlockKind.BUFFER: "Luft"})
    ids = [each.id for each in found.agenda.blocks]

    assert ids.index("break-1") - ids.index("b2") in {1, 2}
    assert {each.title for each in found.agenda.blocks if each.kind in {BlockKind.BREAK, BlockKind.BUFFER}} == {"Pause", "Luft"}


def test_a_break_does_not_part_a_harvest_from_its_exercise_where_it_can_help_it() -> None:
    day = (opening(), block("F1", BlockKind.EXERCISE, 45), block("harvest", BlockKind.HARVEST, 10), block("beg", minutes=40), closing())
    ids = [each.id for each in fit_agenda(day, NINE).agenda.blocks]

    assert ids.index("harvest") == ids.index("F1") + 1
    assert "break-1" in ids


def test_a_break_comes_even_after_the_opening_when_it_must() -> None:
    ids = [each.id for each in fit_agenda((opening(20), block("beg", minutes=80), closing(10)), NINE).agenda.blocks]

    assert "break-1" in ids


def test_a_long_day_gets_its_lunch_between_eleven_and_one() -> None:
    day = (opening(10), *(block(f"b{place}", minutes=25) for place in range(12)), closing(10))
    found = fit_agenda(day, NINE)
    clock = 9 * 60
    for each in found.agenda.blocks:
        if each.kind is BlockKind.LUNCH:
            assert clock >= 11 * 60
            assert clock + each.minutes <= 13 * 60
        clock += each.minutes

    assert sum(each.kind is BlockKind.LUNCH for each in found.agenda.blocks) == 1


def test_a_break_at_noon_becomes_the_lunch_of_a_long_day() -> None:
    work = (block("b1", minutes=75), block("break-1", BlockKind.BREAK, 15), block("b2", minutes=65), block("break-2", BlockKind.BREAK, 15))
    day = (opening(), *work, block("b3", minutes=75), block("break-3", BlockKind.BREAK, 15), block("b4", minutes=60), closing())
    found = fit_agenda(day, NINE)

    assert [each.id for each in found.agenda.blocks if each.kind in PAUSES] == ["break-1", "lunch-1", "break-3"]
    assert Change(block="lunch-1", before=0, after=45) in found.changes


def test_a_day_with_no_place_for_a_lunch_goes_without() -> None:
    assert not any(each.kind is BlockKind.LUNCH for each in fit_agenda((block("beg", minutes=300),), NINE).agenda.blocks)


def test_what_is_optional_goes_when_squeezing_is_not_enough() -> None:
    day = (
        opening(),
        block("a", minutes=20, optional=True, drop_order=1),
        block("b", minutes=20, optional=True, drop_order=2),
        block("c", minutes=20),
        closing(),
    )
    found = fit_agenda(day, NINE, 35)

    assert [each.id for each in found.dropped] == ["b"]
    assert found.over_minutes == 0
    hopeless = fit_agenda(day, NINE, 12)
    assert [each.id for each in hopeless.dropped] == ["b", "a"]
    assert hopeless.over_minutes == 8


def test_an_agenda_that_is_short_enough_is_not_squeezed() -> None:
    day = (opening(), closing())

    assert squeeze(day, 20) == day


@pytest.mark.parametrize(("wanted", "most"), [(12, 20), (20, 30), (25, 40), (35, 55), (1, 1), (0, 0)])
def test_the_most_is_half_as_much_again_to_the_nearest_five(wanted: int, most: int) -> None:
    assert most_minutes(wanted) == most


@given(st.lists(st.integers(0, 90), max_size=12), st.data())
def test_an_amount_is_shared_out_exactly_and_nobody_gives_more_than_it_has(spare: list[int], data: st.DataObject) -> None:
    amount = data.draw(st.integers(0, sum(spare)))
    parts = share_out(amount, spare)

    assert sum(parts) == amount
    assert all(0 <= part <= each for part, each in zip(parts, spare, strict=True))
