"""The day in coarse posts: few, on the clock, and with the learning points on rows of their own."""

from datetime import time

import pytest

from tests.planning.make import block
from workshop_kit.domain.agenda import Agenda, Block, BlockKind, timetable
from workshop_kit.planning.posts import Post, coarse_clock, coarse_posts, make_posts


def part(id: str, minutes: int, title: str = "", kind: BlockKind = BlockKind.TALK) -> Block:
    return block(id, kind, minutes, title=title or id.title(), module=id)


def exercise(id: str, minutes: int) -> Block:
    return block(id, BlockKind.EXERCISE, minutes, exercise=id)


def pause(id: str, minutes: int = 15, kind: BlockKind = BlockKind.BREAK) -> Block:
    return block(id, kind, minutes, title="Pause")


def posts(*blocks: Block, numbered: tuple[str, ...] = ()) -> tuple[Post, ...]:
    return make_posts(timetable(Agenda(start=time(9), blocks=blocks)), frozenset(numbered))


def titles(found: tuple[Post, ...], at_most: int) -> list[str]:
    return [post.title for post in coarse_posts(found, at_most, "og")]


def test_exercises_and_buffers_belong_to_the_post_before_them() -> None:
    found = posts(part("vel", 5), exercise("F1", 14), block("buffer-1", BlockKind.BUFFER, 6), pause("break-1"), part("eks", 5))

    assert [(post.start, post.title, post.minutes, post.block, post.is_pause) for post in found] == [
        (time(9), "Vel", 25, "vel", False),
        (time(9, 25), "Pause", 15, "break-1", True),
        (time(9, 40), "Eks", 5, "eks", False),
    ]


def test_an_exercise_right_after_a_pause_is_a_post_of_its_own() -> None:
    assert [post.block for post in posts(part("vel", 5), pause("break-1"), exercise("F1", 14))] == ["vel", "break-1", "F1"]


def test_few_posts_are_left_as_they_are() -> None:
    assert titles(posts(part("vel", 5), part("avs", 5)), 6) == ["Vel", "Avs"]


def test_what_is_no_learning_point_is_joined_first() -> None:
    found = posts(part("vel", 20, "Velkommen"), part("tal", 8, "Kommunen i tall"), part("beg", 3), part("fnm", 2), numbered=("beg", "fnm"))

    assert titles(found, 3) == ["Velkommen og kommunen i tall", "Beg", "Fnm"]


def test_an_abbreviation_keeps_its_capitals_inside_a_title() -> None:
    found = posts(part("beg", 10, "Begrepene"), part("fnm", 10, "FNs bærekraftsmål"))

    assert titles(found, 1) == ["Begrepene og FNs bærekraftsmål"]


def test_a_title_that_would_be_too_long_or_of_three_parts_gives_way_to_the_longer_post() -> None:
    found = posts(part("a", 10, "A" * 30), part("b", 20, "B" * 30))
    three = posts(part("a", 10), part("b", 10), part("c", 30))

    assert titles(found, 1) == ["B" * 30]
    assert titles(three, 1) == ["C"]


def test_breaks_go_when_nothing_stands_side_by_side_and_lunch_stays() -> None:
    found = posts(part("a", 10), pause("p", 10), part("b", 10), pause("l", 45, BlockKind.LUNCH), part("c", 10))

    assert titles(found, 4) == ["A", "B", "Pause", "C"]
    assert titles(found, 3) == ["A og b", "Pause", "C"]
    assert titles(found, 1) == ["A og b", "Pause", "C"]


def test_joined_posts_hold_the_minutes_of_all() -> None:
    found = coarse_posts(posts(part("a", 10), pause("p", 10), part("b", 10)), 1, "og")

    assert [post.minutes for post in found] == [30]


@pytest.mark.parametrize(
    ("clock", "coarse"),
    [(time(9), time(9)), (time(9, 2), time(9)), (time(9, 3), time(9, 5)), (time(9, 58), time(10)), (time(23, 59), time(0))],
)
def test_a_clock_time_is_told_to_the_nearest_five_minutes(clock: time, coarse: time) -> None:
    assert coarse_clock(clock) == coarse
