"""Reads the UN's 17 goals from assets/data/goals.toml."""

import re

from workshop_kit.domain.content import Goal
from workshop_kit.domain.problem import Problem
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import parse_toml

COUNT = 17
_COLOUR = re.compile(r"[0-9A-F]{6}\Z")
_TEXT_COLOURS = frozenset({"white", "black"})


def read_goals(shelf: Shelf) -> tuple[tuple[Goal, ...], tuple[Problem, ...]]:
    """Give the goals by number, and what was wrong; a broken file gives none."""
    path = shelf.root / "assets" / "data" / "goals.toml"
    goals: dict[int, Goal] = {}
    try:
        toml = parse_toml(shelf.read(path), shelf.name(path))
        toml.refuse_other_keys("goal")
        for index, table in enumerate(toml.tables("goal")):
            goal = toml.convert(Goal, table, ("goal", index))
            if goal.number in goals:
                raise toml.fault(("goal", index, "number"), "content.duplicate_id", id=str(goal.number))
            if not 1 <= goal.number <= COUNT:
                raise toml.fault(("goal", index, "number"), "content.unknown_goal", goal=str(goal.number))
            if not _COLOUR.match(goal.colour):
                raise toml.fault(("goal", index, "colour"), "content.unknown_value", key="colour", value=goal.colour)
            if goal.text not in _TEXT_COLOURS:
                raise toml.fault(("goal", index, "text"), "content.unknown_value", key="text", value=goal.text)
            goals[goal.number] = goal
        if len(goals) != COUNT:
            raise toml.fault((), "content.goals_missing", count=str(len(goals)))
    except ContentFault as fault:
        return (), (fault.problem,)
    return tuple(goal for _, goal in sorted(goals.items())), ()
