"""Which municipalities one is compared with, and the group's median.

The group has the same centrality class and a population within a factor; where that gives too few, the net is cast
wider in steps. Only where even the widest gives too few are the five nearest in population taken.
"""

from enum import StrEnum
from math import log
from statistics import median

from workshop_kit.domain.municipality import OSLO, Indicators, Municipality
from workshop_kit.domain.value import Value
from workshop_kit.planning.numbers import rounded

FEWEST = 5
"""A group with fewer says too little, and could point at single municipalities."""

NEAREST = 3
"""How many of the group are named."""

SHARE_YEAR = 2026
"""The year the shares are compared for."""


class Likeness(StrEnum):
    """What the group has in common, as far as a slide may claim it."""

    ALIKE = "alike"
    NEAREST = "nearest"
    NONE = "none"


class Step(Value, frozen=True):
    """One cast of the net: population within × and ÷ `factor`, centrality class at most `classes` away."""

    factor: float
    classes: int
    likeness: Likeness


STEPS = (
    Step(factor=1.5, classes=0, likeness=Likeness.ALIKE),
    Step(factor=2.0, classes=0, likeness=Likeness.ALIKE),
    Step(factor=2.0, classes=1, likeness=Likeness.NEAREST),
    Step(factor=3.0, classes=1, likeness=Likeness.NEAREST),
)


class Comparison(Value, frozen=True, eq=False):
    """A municipality's comparison group.

    `step` counts from 1; one past the last of STEPS is the five nearest in population. `nearest` are the most alike
    in population, centrality and age, ordered by population so that no order says who is better. `median_67` is the
    group's median share of residents aged 67 or more, in per cent with one decimal, None when there is no group to speak of.
    """

    step: int
    likeness: Likeness
    members: tuple[Municipality, ...]
    nearest: tuple[Municipality, ...]
    median_67: float | None


def compare(client: Municipality, municipalities: tuple[Municipality, ...], indicators: Indicators) -> Comparison:
    """Find the comparison group of one municipality among all of them."""
    step, likeness, members = _group(client, municipalities)
    shares = [share for member in members if (share := _share_67(member, indicators)) is not None]
    return Comparison(
        step=step,
        likeness=likeness,
        members=members,
        nearest=_nearest(client, members, indicators),
        median_67=_median(shares) if likeness is not Likeness.NONE and len(shares) >= FEWEST else None,
    )


def _median(shares: list[float]) -> float:
    """Give the median with one decimal; two first, for a float's mean of 21.7 and 21.8 is 21.749999."""
    return float(rounded(round(median(shares), 2), 1))


def _group(client: Municipality, municipalities: tuple[Municipality, ...]) -> tuple[int, Likeness, tuple[Municipality, ...]]:
    others = tuple(other for other in municipalities if other.number != client.number)
    for number, step in enumerate(STEPS, start=1):
        members = tuple(other for other in others if _is_within(client, other, step))
        if len(members) >= FEWEST:
            return number, step.likeness, members
    by_size = sorted(others, key=lambda other: (abs(log(other.population / client.population)), other.number))
    # Oslo is several times larger than any other: those nearest in size are not like it.
    likeness = Likeness.NONE if client.number == OSLO else Likeness.NEAREST
    return len(STEPS) + 1, likeness, tuple(by_size[:FEWEST])


def _is_within(client: Municipality, other: Municipality, step: Step) -> bool:
    """Tell whether another is inside the net; counted in whole numbers, so that the edge is the same both ways."""
    small, large = sorted((client.population, other.population))
    return abs(client.centrality_class - other.centrality_class) <= step.classes and large <= step.factor * small


def _nearest(client: Municipality, members: tuple[Municipality, ...], indicators: Indicators) -> tuple[Municipality, ...]:
    ranked = sorted(members, key=lambda member: (_distance(client, member, indicators), member.number))
    return tuple(sorted(ranked[:NEAREST], key=lambda member: (-member.population, member.number)))


def _distance(client: Municipality, other: Municipality, indicators: Indicators) -> float:
    """Give the squared distance, in which each of size, centrality and age weighs 1 at a difference one would notice."""
    size = log(other.population / client.population) / log(1.5)
    centrality = (other.centrality_index - client.centrality_index) / 60
    ours, theirs = _share_67(client, indicators), _share_67(other, indicators)
    age = 0.0 if ours is None or theirs is None else (theirs - ours) / 3
    return size**2 + centrality**2 + age**2


def _share_67(municipality: Municipality, indicators: Indicators) -> float | None:
    return indicators.value(municipality.number, "share_67plus", SHARE_YEAR)
