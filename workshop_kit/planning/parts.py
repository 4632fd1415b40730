"""The learning points that a deck holds, and how a slide's section is named."""

from workshop_kit.domain.content import Module
from workshop_kit.domain.plan import PartsFigure
from workshop_kit.planning.day import Day
from workshop_kit.planning.tailor import Tailored

RESERVE = "reserve"
"""The section that the hidden slides stand in."""

NOWHERE = -1
"""The current part where a section slide opens something that is no learning point."""


def section_name(module: Module, tailored: Tailored) -> str:
    """Give a module's name, with its number where it is a learning point: «1 · Begrepene»."""
    name = module.name.of(tailored.language)
    return name if module.learning_point is None else f"{module.learning_point} · {name}"


def parts_figure(module: Module, day: Day, tailored: Tailored) -> PartsFigure:
    """List the deck's learning points under the numbers they were announced with."""
    points = [chosen.module for chosen in day.chosen.values() if chosen.module.learning_point is not None and chosen.shown]
    points.sort(key=lambda point: (point.learning_point or 0, point.order))
    ids = [point.id for point in points]
    return PartsFigure(
        parts=tuple(point.name.of(tailored.language) for point in points),
        numbers=tuple(str(point.learning_point) for point in points),
        current=ids.index(module.id) if module.id in ids else NOWHERE,
    )
