"""The preparation's points: what they are, which are done, and where they lead."""

import datetime

from tests import make
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import OwnGoal, ParticipantRole
from workshop_kit.pack import compose
from workshop_kit.ui.facts.preparation import PackState, preparation, ticked

FACTS = ("date", "place", "participants", "roles", "goals", "own_goals")


def test_for_a_new_workshop_nothing_is_done() -> None:
    points = preparation(make.workshop(), None, (), has_report=False, pack=PackState.NONE)

    assert [point.key for point in points] == [*FACTS, "report", "pack", "prints"]
    assert not any(point.is_done for point in points)
    assert [point.key for point in points if point.urgent] == ["report"]


def test_each_fact_is_done_when_it_is_stated() -> None:
    stated = make.workshop(
        date=datetime.date(2027, 1, 14),
        place="Rådhuset",
        participants=24,
        roles=(ParticipantRole.DIRECTOR,),
        goals=(11,),
        own_goals=(OwnGoal(year=2024, text="Flere sykler"),),
        done=("prints",),
    )
    points = preparation(stated, None, (), has_report=True, pack=PackState.MADE)

    assert all(point.is_done for point in points)
    assert [point.field for point in points[: len(FACTS)]] == list(FACTS)


def test_each_example_that_is_shown_is_a_call_with_its_municipality() -> None:
    workshop = make.workshop()
    composed, _ = compose(make.kit(), workshop)
    first = composed.plan.calls[0]
    done = make.workshop(done=(f"call:{first.example}",))
    points = [point for point in preparation(done, composed, (), has_report=True, pack=PackState.NONE) if point.key == "call"]

    assert [(point.about, point.title) for point in points] == [(call.municipality, call.title) for call in composed.plan.calls]
    assert [point.is_done for point in points] == [True, *(False for _ in points[1:])]
    assert first.example in {example.id for example in make.kit().library.examples}


def test_problems_come_first_and_an_old_pack_is_told() -> None:
    problem = Problem(where=make.WHERE, key="plan.too_long")
    points = preparation(make.workshop(), None, (problem,), has_report=True, pack=PackState.STALE)

    assert (points[0].key, points[0].count, points[0].page) == ("problems", 1, "slides")
    assert points[-2].key == "pack_stale"
    assert not points[-2].is_done


def test_a_tick_is_set_once_and_taken_away() -> None:
    assert ticked(("prints",), "call:a", is_done=True) == ("prints", "call:a")
    assert ticked(("prints", "call:a"), "call:a", is_done=True) == ("prints", "call:a")
    assert ticked(("prints", "call:a"), "prints", is_done=False) == ("call:a",)
