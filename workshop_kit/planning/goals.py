"""The UN's goals as tiles."""

from collections.abc import Iterable

from workshop_kit.domain.content import Goal
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import Figure, GoalsFigure, GoalTile
from workshop_kit.domain.text import Prose, paragraph
from workshop_kit.planning.tailor import Tailored


def tile(goal: Goal, language: Language, *, short: bool) -> GoalTile:
    """Make a goal's tile with its official name, or the one or two words that are read across a room."""
    name = goal.short.of(language) if short else goal.name(language)
    return GoalTile(number=goal.number, name=name, colour=goal.colour, text=goal.text)


def all_tiles(tailored: Tailored, *, short: bool) -> tuple[GoalTile, ...]:
    """Make the tiles of all the goals there are, by number."""
    goals = sorted(tailored.library.goals, key=lambda goal: goal.number)
    return tuple(tile(goal, tailored.language, short=short) for goal in goals)


def goals_overview(tailored: Tailored) -> GoalsFigure:
    """Make the overview of all goals, whose last tile says until when."""
    words = tailored.words
    return GoalsFigure(tiles=all_tiles(tailored, short=True), last_head=words["goals_last_head"], last_text=words["goals_last_text"])


MOST_LARGE = 6
"""Up to so many goals are shown large, with their whole names."""


def chosen_goals(tailored: Tailored) -> GoalsFigure | None:
    """Make the tiles of the goals the client chose, with their whole names; None where none was chosen."""
    chosen = frozenset(tailored.workshop.goals)
    tiles = tuple(
        tile(goal, tailored.language, short=len(chosen) > MOST_LARGE)
        for goal in sorted(tailored.library.goals, key=lambda goal: goal.number)
        if goal.number in chosen
    )
    return GoalsFigure(tiles=tiles) if tiles else None


def some_goals(numbers: Iterable[int], tailored: Tailored) -> GoalsFigure:
    """Make the tiles of an example's goals; no numbers stand for all of them, and are told in words alone."""
    wanted = set(numbers)
    tiles = tuple(
        tile(goal, tailored.language, short=True)
        for goal in sorted(tailored.library.goals, key=lambda goal: goal.number)
        if goal.number in wanted
    )
    return GoalsFigure(tiles=tiles, last_head="" if wanted else tailored.words["goals_all"])


def goal_notice(figures: tuple[Figure, ...], tailored: Tailored) -> dict[str, Prose]:
    """Give the line that must stand wherever the goals' colours are; it says so where the names are not whole."""
    tiles = [tile for figure in figures if isinstance(figure, GoalsFigure) for tile in figure.tiles]
    whole = {goal.name(tailored.language) for goal in tailored.library.goals}
    notice = "goal_notice_whole" if all(tile.name in whole for tile in tiles) else "goal_notice"
    return {"goal_notice": (paragraph(tailored.words[notice]),)} if tiles else {}
