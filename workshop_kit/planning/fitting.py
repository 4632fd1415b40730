"""Fits a workshop to its length: cuts, puts in pauses and buffers, and cuts again by what these then came to take.

How many pauses a day needs shows only once its blocks have their clock times. So what is missing, or left over, after
one round is taken from, or given to, the next.
"""

from collections.abc import Mapping
from math import ceil

from workshop_kit.domain.agenda import PAUSES, Agenda, BlockKind
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.agenda import fit_agenda
from workshop_kit.planning.blocks import blocks_for
from workshop_kit.planning.buffers import LEAST_SHARE
from workshop_kit.planning.by_hand import OWN_ID
from workshop_kit.planning.choose import ChosenModule
from workshop_kit.planning.cut import Cut, cut_to_length
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.planning.tailor import Tailored

MOST_SHARE = 0.125
"""Buffers above this share could hold content."""

TYPED_IN = frozenset({"own_goals"})
"""Slides that are there because somebody typed something in for this client stay."""

ROUNDS = 8
"""After so many rounds the best one so far is taken."""


class Fitting(Value, frozen=True, kw_only=True, eq=False):
    """The slides and exercises that there is time for, the agenda they make, and by how many minutes it is too long."""

    chosen: Mapping[str, ChosenModule]
    agenda: Agenda
    over: int


def fit_to_length(order: tuple[str, ...], chosen: Mapping[str, ChosenModule], target: int, tailored: Tailored) -> Fitting:
    """Fit an order to the target in minutes as well as it can be done; PlanningFault where there is nothing to fit."""
    workshop, library = tailored.workshop, tailored.library
    exercises = {exercise.id: exercise for exercise in library.exercises}
    pinned = pinned_slides(workshop, chosen)
    best: tuple[tuple[int, int, int], Fitting] | None = None
    less = 0
    for _ in range(ROUNDS):
        cut = cut_to_length(order, chosen, exercises, target, pinned, less)
        agenda = _agenda(cut, target, tailored)
        faults = _faults(agenda, target)
        if best is None or faults < best[0]:
            best = faults, Fitting(chosen=cut.chosen, agenda=agenda, over=faults[0])
        over, lacking, unused = faults
        step = over + lacking or -unused
        if not step:
            break
        less += step
    if best is None:
        raise PlanningFault("plan.no_content", {"length": workshop.length.value})
    return best[1]


def pinned_slides(workshop: Workshop, chosen: Mapping[str, ChosenModule]) -> tuple[str, ...]:
    """Give the slides that stay whatever the time: those that somebody insists on, made, or typed something in for."""
    typed = (slide.key for module in chosen.values() for slide in module.shown if slide.spec.when in TYPED_IN)
    return (*workshop.pinned, *workshop.examples, OWN_ID, *(slide.id for slide in workshop.own_slides), *typed)


def _agenda(cut: Cut, target: int, tailored: Tailored) -> Agenda:
    words = tailored.words
    titles = {BlockKind.BREAK: words["break"], BlockKind.LUNCH: words["lunch"], BlockKind.BUFFER: words["buffer"]}
    blocks = blocks_for(cut.order, cut.chosen, tailored.library.exercises, tailored.language, titles)
    if not blocks:
        raise PlanningFault("plan.no_content", {"length": tailored.workshop.length.value})
    return fit_agenda(blocks, tailored.workshop.start, target, titles, fill=True).agenda


def _faults(agenda: Agenda, target: int) -> tuple[int, int, int]:
    """Give how many minutes an agenda is too long, how many its buffers lack, and how many are not used as they were meant.

    Pauses longer than they are wanted, and buffers of more than an eighth, are not what people come for.
    """
    total = sum(block.minutes for block in agenda.blocks)
    buffers = sum(block.minutes for block in agenda.blocks if block.kind is BlockKind.BUFFER)
    idle = sum(max(0, block.minutes - block.wanted) for block in agenda.blocks if block.kind in PAUSES)
    unused = max(0, target - total) + idle + max(0, buffers - ceil(target * MOST_SHARE))
    return max(0, total - target), max(0, ceil(min(total, target) * LEAST_SHARE) - buffers), unused
