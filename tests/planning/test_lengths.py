"""Whatever length is asked for, and whenever the day begins, people get a workshop that breaks no rule and ends in time."""

from datetime import time
from itertools import product
from typing import Any

import pytest

from tests.planning.make import all_municipalities, real, real_indicators
from tests.planning.test_real_content import outlines, shipped
from workshop_kit.domain.agenda import PAUSES, Agenda, BlockKind, Length
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import GoalsFigure, Plan, PlannedSlide, TableFigure
from workshop_kit.domain.text import plain
from workshop_kit.domain.workshop import OwnExample, OwnGoal, Workshop
from workshop_kit.planning.by_hand import OWN_ID
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.orders import LEAST_TARGET, MOST_TARGET, TARGETS
from workshop_kit.planning.rules import GROUP_MINUTES, check_agenda

CLIENTS = ("Hvaler", "Utsira", "Skien", "Oslo")
STARTS = (time(8), time(9), time(10, 30), time(12))
ALL_THERE_IS = 430
"""From so many minutes on the shipped content may end a little before it was asked to."""


def plan_of(name: str, minutes: int | None, start: time = time(9), length: Length = Length.HALF_DAY, **changes: Any) -> Plan:
    number = real(name).number
    workshop = Workshop(municipality=number, language=Language.NB, target_minutes=minutes, start=start, length=length, **changes)
    plan, problems = make_plan(workshop, shipped()[0], all_municipalities(), real_indicators(), outlines())
    assert problems == ()
    return plan


def shown(plan: Plan) -> list[PlannedSlide]:
    return [slide for slide in plan.slides if not slide.hidden]


@pytest.mark.parametrize("name", CLIENTS)
def test_every_length_from_every_start_breaks_no_rule_and_ends_in_time(name: str) -> None:
    for minutes, start in product(range(LEAST_TARGET, MOST_TARGET + 1, 15), STARTS):
        plan = plan_of(name, minutes, start)
        blocks = tuple(timed.block for timed in plan.timetable)
        total = sum(block.minutes for block in blocks)

        assert check_agenda(Agenda(start=start, blocks=blocks), shipped()[0].exercises) == (), f"{minutes} minutes from {start}"
        assert total == minutes or (minutes >= ALL_THERE_IS and total <= minutes), f"{minutes} minutes from {start}"


@pytest.mark.parametrize("name", CLIENTS)
@pytest.mark.parametrize("length", Length)
def test_the_three_lengths_are_whole_with_every_learning_point_and_enough_work(name: str, length: Length) -> None:
    plan = plan_of(name, None, length=length)
    blocks = [timed.block for timed in plan.timetable]
    work = sum(block.minutes for block in blocks if block.exercise) + sum(block.talk_minutes for block in blocks)
    buffers = sum(block.minutes for block in blocks if block.kind is BlockKind.BUFFER)

    assert sum(block.minutes for block in blocks) == TARGETS[length]
    assert {"beg", "rap", "fnm", "eks"} <= {block.module for block in blocks}
    assert work >= 0.35 * TARGETS[length]
    assert 0.08 <= buffers / TARGETS[length] <= 0.12


@pytest.mark.parametrize("name", CLIENTS)
@pytest.mark.parametrize("length", Length)
def test_what_carries_the_workshop_is_there_at_every_length(name: str, length: Length) -> None:
    keys = {slide.key for slide in shown(plan_of(name, None, length=length))}

    assert {"VEL-2", "BEG-2", "BEG-7", "RAP-1", "RAP-4", "FNM-2", "TAL-1", "SAM-1", "EKS-1", "HUN-5", "F17", "AVS-3"} <= keys
    assert any(slide.layout == "example" for slide in shown(plan_of(name, None, length=length)))


@pytest.mark.parametrize("minutes", [60, 90, 150, 180, 240, 360])
def test_slide_sheet_and_block_of_an_exercise_agree_on_the_minutes(minutes: int) -> None:
    plan = plan_of("Hvaler", minutes)
    blocks = {timed.block.exercise: timed.block.minutes for timed in plan.timetable if timed.block.exercise}
    slides = {slide.key: slide for slide in shown(plan)}

    assert len(plan.sheets) == len(blocks)
    for sheet in plan.sheets:
        exercise = sheet.exercise
        told = plain(slides[exercise.id].sections["minutes"])
        assert told == str(exercise.minutes.wanted) == str(sum(step.minutes for step in exercise.steps))
        assert exercise.minutes.wanted <= blocks[exercise.id] - GROUP_MINUTES
        assert len(slides[exercise.id].sections["steps"]) == len(exercise.steps)


def test_the_shorter_the_workshop_the_fewer_the_slides_and_nothing_is_lost() -> None:
    plans = [plan_of("Hvaler", minutes) for minutes in (90, 180, 360)]
    counts = [len(shown(plan)) for plan in plans]
    ninety, full = ({slide.key for slide in plan.slides} for plan in (plans[0], plans[2]))

    assert counts == sorted(counts)
    assert {"FNM-3", "RAP-3"} <= ninety & full


@pytest.mark.parametrize("name", CLIENTS)
@pytest.mark.parametrize("length", Length)
def test_the_agenda_slide_says_what_the_programme_says_and_every_pause(name: str, length: Length) -> None:
    plan = plan_of(name, None, length=length)
    table = next(
        figure for slide in shown(plan) for figure in slide.figures if slide.layout == "agenda" and isinstance(figure, TableFigure)
    )
    pauses = [timed.start for timed in plan.timetable if timed.block.kind in PAUSES]

    assert [(plain(row[0]), plain(row[1])) for row in table.rows] == [(line.start, line.title) for line in plan.programme]
    assert len([line for line in plan.programme if line.pause]) == len(pauses)


def test_the_client_s_own_example_is_shown_however_short_and_without_a_card_there_is_no_overview() -> None:
    own = OwnExample(title="Vi prøvde", need="Lite tid.", did="Vi målte.", result="Ukjent.", learn="Spør flere.")
    shortest, with_own = plan_of("Hvaler", LEAST_TARGET), plan_of("Hvaler", LEAST_TARGET, own_example=own)
    card = next(slide for slide in shown(with_own) if slide.key == OWN_ID)

    assert {slide.key for slide in shown(shortest)}.isdisjoint({"EKS-2"}) == (
        not any(slide.layout == "example" for slide in shown(shortest))
    )
    assert all(figure.tiles == () and not figure.last_head for figure in card.figures if isinstance(figure, GoalsFigure))


def test_what_is_insisted_on_and_does_not_fit_is_told() -> None:
    workshop = Workshop(municipality="3110", language=Language.NB, target_minutes=60, pinned=("F7", "F10", "F22"))
    plan, problems = make_plan(workshop, shipped()[0], all_municipalities(), real_indicators(), outlines())
    total = sum(timed.block.minutes for timed in plan.timetable)

    assert [(problem.key, problem.values["minutes"], problem.values["target"]) for problem in problems] == [
        ("plan.too_long", str(total), "60")
    ]


def test_a_module_that_is_dropped_is_gone_and_not_told_as_unknown() -> None:
    plan = plan_of("Hvaler", None, dropped=("mal",))

    assert "mal" not in {timed.block.module for timed in plan.timetable}


@pytest.mark.parametrize("length", Length)
def test_what_the_client_has_adopted_is_shown_first_and_used_again_to_choose_by(length: Length) -> None:
    keys = [slide.key for slide in shown(plan_of("Hvaler", None, length=length, own_goals=(OwnGoal(year=2024, text="Flere unge blir."),)))]

    assert keys.index("VEL-8") < keys.index("HUN-7") < keys.index("F17")
    assert {"VEL-8", "HUN-7"}.isdisjoint(slide.key for slide in plan_of("Hvaler", None, length=length).slides)
