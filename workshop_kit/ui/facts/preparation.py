"""What is still open before the workshop, each with a jump to where it is settled. Qt-free, so that it is tested alone."""

from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Composed


class OpenPoint(Value, frozen=True):
    """Something to settle: the key of its words, how many there are of it, and the page that settles it."""

    key: str
    page: str
    count: int = 0


def open_points(workshop: Workshop, composed: Composed | None, problems: tuple[Problem, ...], *, has_report: bool) -> tuple[OpenPoint, ...]:
    """Give what is open, the most pressing first."""
    points: list[OpenPoint] = []
    if problems:
        points.append(OpenPoint("problems", "slides", len(problems)))
    if workshop.date is None:
        points.append(OpenPoint("date", "facts"))
    if not workshop.place:
        points.append(OpenPoint("place", "facts"))
    if not workshop.participants:
        points.append(OpenPoint("participants", "facts"))
    if not workshop.roles:
        points.append(OpenPoint("roles", "facts"))
    if not workshop.goals:
        points.append(OpenPoint("goals", "facts"))
    if not workshop.own_goals:
        points.append(OpenPoint("own_goals", "facts"))
    if composed is not None and composed.plan.calls:
        points.append(OpenPoint("calls", "make", len(composed.plan.calls)))
    if not has_report:
        points.append(OpenPoint("report", "figures"))
    return tuple(points)
