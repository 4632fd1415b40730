"""Each change to a day by hand does what it says, and nothing else."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.agenda import Block, BlockKind, TimedBlock
from workshop_kit.domain.by_hand import DayPart
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning import arranging
from workshop_kit.planning.arranging import Day


def part(id: str, minutes: int = 20, track: str = "") -> DayPart:
    return DayPart(id=id, kind=BlockKind.TALK, minutes=minutes, track=track)


DAY: Day = (part("a"), part("b"), part("c"), part("d"))


def ids(day: Day) -> str:
    return "".join(each.id if not each.parked else each.id.upper() for each in day)


def test_a_part_is_moved_up_down_and_no_further_than_the_ends() -> None:
    assert ids(arranging.moved(DAY, "c", 1)) == "acbd"
    assert ids(arranging.moved(DAY, "a", 2)) == "bcad"
    assert ids(arranging.moved(DAY, "a", -3)) == "abcd"
    assert ids(arranging.moved(DAY, "a", 99)) == "bcda"


def test_a_parked_part_keeps_what_it_had_and_comes_back_where_it_is_put() -> None:
    out = arranging.parked(arranging.changed(DAY, "b", minutes=33), "b")
    assert ids(out) == "acdB"
    back = arranging.with_part(out, part("b"), 3)

    assert ids(back) == "acdb"
    assert back[3].minutes == 33


def test_minutes_stay_between_one_and_what_a_day_holds() -> None:
    assert arranging.changed(DAY, "a", minutes=-5)[0].minutes == 1
    assert arranging.changed(DAY, "a", minutes=900)[0].minutes == arranging.MOST_MINUTES


def test_new_parts_have_ids_that_are_free_also_among_the_parked() -> None:
    day = (*DAY, DayPart(id="break-1", kind=BlockKind.BREAK, minutes=15, parked=True))

    assert arranging.new_part(day, BlockKind.BREAK).id == "break-2"
    own = arranging.new_part(day, BlockKind.TALK, "Ordføreren hilser")
    assert (own.id, own.title, own.minutes) == ("own-1", "Ordføreren hilser", 10)


def test_parts_are_set_side_by_side_and_after_each_other_again() -> None:
    both = arranging.beside_the_one_before(DAY, "b", is_beside=True)
    assert both[0].track == both[1].track != ""
    assert arranging.is_beside_the_one_before(both, "b")
    three = arranging.beside_the_one_before(both, "c", is_beside=True)
    assert len({each.track for each in three[:3]}) == 1
    assert arranging.beside_the_one_before(both, "b", is_beside=False) == DAY
    assert arranging.beside_the_one_before(DAY, "a", is_beside=True) == DAY


def test_a_part_moved_from_its_track_leaves_it_and_nobody_is_left_on_a_track_alone() -> None:
    both = arranging.beside_the_one_before(DAY, "b", is_beside=True)

    assert arranging.moved(both, "b", 3) == (part("a"), part("c"), part("d"), part("b"))


def test_the_quick_agenda_takes_titles_from_the_last_plan_and_minutes_from_the_day() -> None:
    block = Block(id="a", kind=BlockKind.TALK, title="Tall", least=15, wanted=20, most=30, minutes=20, module="a")
    timed = (TimedBlock(block=block, start=time(9), end=time(9, 20)),)
    workshop = Workshop(municipality="3110", language=Language.NB, day=(part("a", 12), part("b", 8)))
    agenda = arranging.quick_agenda(workshop, timed)

    assert [(each.title, each.minutes, each.least) for each in agenda.blocks] == [("Tall", 12, 12), ("b", 8, 0)]
    assert agenda.minutes == 20


STEPS = st.lists(
    st.tuples(st.sampled_from(("move", "park", "put", "beside", "apart", "add", "minutes")), st.integers(0, 9), st.integers(-2, 9))
)


@given(STEPS)
def test_whatever_is_done_no_part_is_lost_doubled_or_left_on_a_track_alone(steps: list[tuple[str, int, int]]) -> None:
    day = DAY
    for what, which, number in steps:
        id = day[which % len(day)].id
        match what:
            case "move":
                day = arranging.moved(day, id, number)
            case "park":
                day = arranging.parked(day, id)
            case "put":
                day = arranging.with_part(day, part(id), number)
            case "beside" | "apart":
                day = arranging.beside_the_one_before(day, id, is_beside=what == "beside")
            case "add":
                day = arranging.with_part(day, arranging.new_part(day, BlockKind.BREAK), number)
            case _:
                day = arranging.changed(day, id, minutes=number)
    parts = arranging.in_day(day)

    assert {each.id for each in DAY} <= {each.id for each in day}
    assert len({each.id for each in day}) == len(day)
    assert day[: len(parts)] == parts
    tracks = [each.track for each in parts]
    for place, track in enumerate(tracks):
        assert not track or track in {*tracks[max(0, place - 1) : place], *tracks[place + 1 : place + 2]}
