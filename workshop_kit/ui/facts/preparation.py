"""What is to be settled before the workshop, each with a jump to where it is done. Qt-free, so that it is tested alone."""

from collections.abc import Iterator
from enum import StrEnum

from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Composed

CALL, PRINTS = "call:", "prints"
"""What is noted in `Workshop.done`: a call about an example, by its id, and the order of prints."""


class PackState(StrEnum):
    """How the pack on the disk stands to the workshop."""

    NONE = "none"
    STALE = "stale"
    MADE = "made"


class Point(Value, frozen=True, kw_only=True):
    """Something to settle: the key of its words, whether it is done, and the page, and field of the facts, that settles it.

    `count` is how many there are of it, `tick` what is noted when the facilitator ticks it off, `about` and `title` say of
    an example whom to ring and what it is called, and an `urgent` one stands out.
    """

    key: str
    page: str
    is_done: bool = False
    field: str = ""
    count: int = 0
    tick: str = ""
    about: str = ""
    title: str = ""
    urgent: bool = False


def preparation(
    workshop: Workshop, composed: Composed | None, problems: tuple[Problem, ...], *, has_report: bool, pack: PackState
) -> tuple[Point, ...]:
    """Give all points, done or not, in the order they are best settled in."""
    return (
        *_problems(problems),
        *_facts(workshop),
        Point(key="report", page="figures", is_done=has_report, urgent=not has_report),
        *_calls(workshop, composed),
        Point(key="pack_stale" if pack is PackState.STALE else "pack", page="make", is_done=pack is PackState.MADE),
        Point(key="prints", page="sheets", is_done=PRINTS in workshop.done, tick=PRINTS),
    )


def ticked(done: tuple[str, ...], tick: str, *, is_done: bool) -> tuple[str, ...]:
    """Give what is done with a point ticked, or not ticked any more."""
    others = tuple(each for each in done if each != tick)
    return (*others, tick) if is_done else others


def _problems(problems: tuple[Problem, ...]) -> Iterator[Point]:
    if problems:
        yield Point(key="problems", page="slides", count=len(problems), urgent=True)


def _facts(workshop: Workshop) -> Iterator[Point]:
    settled = {
        "date": workshop.date is not None,
        "place": bool(workshop.place.strip()),
        "participants": bool(workshop.participants),
        "roles": bool(workshop.roles),
        "goals": bool(workshop.goals),
        "own_goals": bool(workshop.own_goals),
    }
    for key, is_done in settled.items():
        yield Point(key=key, page="facts", field=key, is_done=is_done)


def _calls(workshop: Workshop, composed: Composed | None) -> Iterator[Point]:
    for call in () if composed is None else composed.plan.calls:
        tick = f"{CALL}{call.example}"
        yield Point(key="call", page="make", is_done=tick in workshop.done, tick=tick, about=call.municipality, title=call.title)
