"""An agenda that is hard on people says where, and those we ship break no rule."""

from datetime import time

import pytest

from tests.planning.make import block, closing, exercise, opening
from workshop_kit.domain.agenda import Agenda, Block, BlockKind
from workshop_kit.planning.rules import Breach, Rule, check_agenda, listening_parts


def agenda(*blocks: Block, start: time = time(9)) -> Agenda:
    return Agenda(start=start, blocks=blocks)


def buffer(minutes: int = 10) -> Block:
    return block("buffer-1", BlockKind.BUFFER, minutes, least=0)


def broken(*blocks: Block, start: time = time(9)) -> set[tuple[Rule, str]]:
    return {(breach.rule, breach.block) for breach in check_agenda(agenda(*blocks, start=start), (exercise("F1"),))}


def test_a_good_agenda_breaks_no_rule() -> None:
    assert broken(opening(), block("F1", BlockKind.EXERCISE, 14, exercise="F1"), block("beg", minutes=15), buffer(), closing()) == set()


def test_an_empty_agenda_has_neither_opening_nor_closing() -> None:
    assert check_agenda(agenda()) == (
        Breach(rule=Rule.OPENING_FIRST, block="", minutes=0),
        Breach(rule=Rule.CLOSING_LAST, block="", minutes=0),
    )


def test_the_opening_comes_first_and_the_closing_last() -> None:
    assert broken(block("a", minutes=5), buffer(), block("b", minutes=5)) == {(Rule.OPENING_FIRST, "a"), (Rule.CLOSING_LAST, "b")}


def test_ninety_minutes_without_a_pause_is_the_most() -> None:
    work = [block(f"F{place}", BlockKind.EXERCISE, 20) for place in range(4)]

    assert broken(opening(), *work, buffer(), closing()) == {(Rule.PAUSE_IN_TIME, "vel")}
    assert broken(opening(), *work[:2], block("break-1", BlockKind.BREAK, 15), *work[2:], buffer(15), closing()) == set()


def test_twenty_minutes_of_talk_in_a_row_is_the_most() -> None:
    assert broken(opening(), block("beg", minutes=16), buffer(), closing()) == {(Rule.TALK_IN_A_ROW, "beg"), (Rule.TALK_IN_A_ROW, "avs")}
    assert broken(opening(), block("F1", BlockKind.EXERCISE, 10), block("beg", minutes=15), buffer(), closing()) == set()


def test_a_neighbour_talk_breaks_a_row_of_talk_where_it_stands() -> None:
    early = block("beg", minutes=30, talk_minutes=2, listening=(10, 18))
    late = block("beg", minutes=30, talk_minutes=2, listening=(18, 10))

    assert broken(opening(2), early, buffer(), closing(2)) == set()
    assert broken(opening(5), late, buffer(), closing(2)) == {(Rule.TALK_IN_A_ROW, "beg")}


def test_a_talk_is_taken_to_come_last_where_a_block_does_not_say() -> None:
    assert listening_parts(block(minutes=20, talk_minutes=2)) == (18, 0)
    assert listening_parts(block(minutes=20)) == (20,)
    assert listening_parts(block("F1", BlockKind.EXERCISE)) is None


def test_a_squeezed_block_is_listened_to_for_less() -> None:
    assert listening_parts(block(minutes=10, wanted=20, least=5, listening=(12, 6))) == (6, 3)


def test_buffers_are_at_least_eight_per_cent() -> None:
    assert broken(opening(), block("F1", BlockKind.EXERCISE, 40), buffer(3), closing()) == {(Rule.ENOUGH_BUFFER, "")}


def test_an_exercise_has_two_minutes_more_than_its_shortest() -> None:
    assert broken(opening(), block("F1", BlockKind.EXERCISE, 2, exercise="F1"), buffer(), closing()) == {(Rule.GROUP_TIME, "F1")}
    assert broken(opening(), block("F9", BlockKind.EXERCISE, 2, exercise="F9"), buffer(), closing()) == set()


@pytest.mark.parametrize(
    ("before", "is_told"),
    [(70, True), (130, False), (200, True)],
)
def test_lunch_lies_between_eleven_and_one(before: int, is_told: bool) -> None:
    found = broken(opening(), block("F1", BlockKind.EXERCISE, before), block("lunch-1", BlockKind.LUNCH, 45), buffer(30), closing())

    assert ((Rule.LUNCH_TIME, "lunch-1") in found) == is_told


def test_a_long_day_without_lunch_is_told() -> None:
    work = [block(f"F{place}", BlockKind.EXERCISE, 60) for place in range(5)]

    assert (Rule.LUNCH_MISSING, "") in broken(opening(), *work, buffer(40), closing())
    assert (Rule.LUNCH_MISSING, "") not in broken(opening(), *work, buffer(40), closing(), start=time(12))


def test_a_block_below_its_least_is_told() -> None:
    assert broken(opening(), block("F2", BlockKind.EXERCISE, 10, least=12), buffer(), closing()) == {(Rule.LEAST_MINUTES, "F2")}
