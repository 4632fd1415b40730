"""A day that is arranged by hand stands and lasts as it was said, and arranging a planned day changes nothing by itself."""

from datetime import time
from typing import Any

import pytest
from msgspec.structs import replace

from tests.make import kit, workshop
from workshop_kit.domain.agenda import Agenda, BlockKind, Length, TimedBlock
from workshop_kit.domain.by_hand import DayPart
from workshop_kit.domain.plan import Plan
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.arranged import bounds, fitted_parts, parts_of
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.rules import Rule, check_agenda

MUNICIPALITIES = ("3110", "0301", "1151", "5612")


def planned(given: Workshop) -> tuple[Plan, tuple[Problem, ...]]:
    real = kit()
    return make_plan(given, real.library, real.municipalities, real.indicators, real.outlines)


def by_hand(**changes: Any) -> Workshop:
    """Give a half day whose parts can be moved."""
    given = workshop(**changes)
    return replace(given, day=parts_of(planned(given)[0].timetable))


def ids(plan: Plan) -> list[str]:
    return [timed.block.id for timed in plan.timetable]


def shown(plan: Plan) -> list[tuple[str, bool]]:
    return [(slide.key, slide.hidden) for slide in plan.slides]


def times(timetable: tuple[TimedBlock, ...]) -> list[tuple[str, time, time]]:
    return [(timed.block.title, timed.start, timed.end) for timed in timetable]


@pytest.mark.parametrize("number", MUNICIPALITIES)
@pytest.mark.parametrize("asked", [*({"length": length} for length in Length), {"target_minutes": 75}, {"target_minutes": 300}])
def test_a_planned_day_taken_over_by_hand_is_the_same_day(number: str, asked: dict[str, Any]) -> None:
    given = workshop(municipality=number, **asked)
    before, faults = planned(given)
    after, faults_after = planned(replace(given, day=parts_of(before.timetable)))

    assert times(after.timetable) == times(before.timetable)
    assert shown(after) == shown(before)
    assert faults_after == faults


def test_parts_stand_in_the_order_they_were_put_and_the_deck_follows() -> None:
    given = by_hand()
    day = given.day
    first, second = (next(place for place, part in enumerate(day) if part.id == name) for name in ("sam", "lov"))
    moved = [*day]
    moved[first], moved[second] = day[second], day[first]
    plan, _ = planned(replace(given, day=tuple(moved)))

    assert ids(plan) == [part.id for part in moved]
    sections = [section.id for section in plan.sections]
    assert sections.index("lov") < sections.index("sam")


def test_a_module_with_less_time_hides_its_lightest_slides_and_one_with_more_keeps_them() -> None:
    given = by_hand()
    before, _ = planned(given)
    minutes = next(part.minutes for part in given.day if part.id == "fnm")

    def changed(count: int) -> Plan:
        return planned(replace(given, day=tuple(replace(part, minutes=count) if part.id == "fnm" else part for part in given.day)))[0]

    def held(plan: Plan) -> list[int]:
        return [slide.minutes for slide in plan.slides if slide.section == "fnm" and slide.layout not in {"exercise", "break"}]

    assert len(held(changed(minutes - 4))) < len(held(before))
    assert sum(held(changed(minutes - 4))) <= minutes - 4
    assert held(changed(minutes + 10)) == held(before)


def test_a_part_that_is_parked_is_not_in_the_day_and_everything_after_it_comes_earlier() -> None:
    given = by_hand()
    before, _ = planned(given)
    parked = replace(given, day=tuple(replace(part, parked=part.id == "F5") for part in given.day))
    plan, _ = planned(parked)

    assert "F5" not in ids(plan)
    assert [sheet.exercise.id for sheet in plan.sheets] == [sheet.exercise.id for sheet in before.sheets if sheet.exercise.id != "F5"]
    assert plan.timetable[-1].end < before.timetable[-1].end


def test_a_part_with_a_clock_time_waits_for_it_and_is_told_late_when_it_cannot_be_kept() -> None:
    given = by_hand()
    plan, _ = planned(given)
    pause = next(timed for timed in plan.timetable if timed.block.kind is BlockKind.BREAK)
    later = time(pause.start.hour, pause.start.minute + 5) if pause.start.minute < 55 else time(pause.start.hour + 1, 0)

    def at(clock: time) -> Agenda:
        day = tuple(replace(part, at=clock) if part.id == pause.block.id else part for part in given.day)
        return Agenda(start=given.start, blocks=tuple(timed.block for timed in planned(replace(given, day=day))[0].timetable))

    waiting = at(later)
    assert waiting.minutes > sum(block.minutes for block in waiting.blocks)
    assert Rule.CLOCK_TIME not in {breach.rule for breach in check_agenda(waiting)}
    late = [breach for breach in check_agenda(at(time(given.start.hour, 30))) if breach.rule is Rule.CLOCK_TIME]
    assert [breach.block for breach in late] == [pause.block.id]
    assert late[0].minutes > 0


def test_parts_side_by_side_cost_what_the_longest_does() -> None:
    given = by_hand()
    extra = (
        DayPart(id="own-1", kind=BlockKind.DISCUSSION, minutes=20, title="Ledere", track="a"),
        DayPart(id="own-2", kind=BlockKind.DISCUSSION, minutes=30, title="Fagfolk", track="a"),
    )
    day = (*given.day[:3], *extra, *given.day[3:])
    plan, _ = planned(replace(given, day=day))
    first, second = (next(timed for timed in plan.timetable if timed.block.id == part.id) for part in extra)

    assert first.start == second.start
    assert plan.timetable[ids(plan).index("own-2") + 1].start == second.end
    assert Agenda(start=given.start, blocks=tuple(timed.block for timed in plan.timetable)).minutes == 180 + 30


def test_fitting_to_a_target_takes_from_buffers_and_talks_and_keeps_the_order_and_the_least() -> None:
    given = by_hand()
    plan, _ = planned(given)
    agenda = Agenda(start=given.start, blocks=tuple(timed.block for timed in plan.timetable))
    shorter = fitted_parts(given.day, agenda, 165)
    after, _ = planned(replace(given, day=shorter))

    assert [part.id for part in shorter] == [part.id for part in given.day]
    assert Agenda(start=given.start, blocks=tuple(timed.block for timed in after.timetable)).minutes == 165
    least = {timed.block.id: timed.block.least for timed in plan.timetable}
    assert all(part.minutes >= least[part.id] for part in shorter)


def test_the_least_and_most_are_the_parts_own_where_it_has_any() -> None:
    part = DayPart(id="tal", kind=BlockKind.TALK, minutes=10)

    assert bounds(part) == (6, 15)
    assert bounds(replace(part, least=9, most=12)) == (9, 12)


def test_a_part_that_no_content_is_there_for_is_passed_over() -> None:
    given = by_hand()
    plan, _ = planned(replace(given, day=(*given.day, DayPart(id="borte", kind=BlockKind.TALK, minutes=10))))

    assert "borte" not in ids(plan)


def test_a_day_with_nothing_in_it_is_refused_in_words() -> None:
    with pytest.raises(PlanningFault, match=r"plan\.no_content"):
        planned(workshop(day=(DayPart(id="F5", kind=BlockKind.EXERCISE, minutes=20, parked=True),)))
