"""A day that was arranged by hand: its parts stand where they were put and last as long as was said; slides follow their module's time.

The other way, `parts_of` gives a planned day as parts, from which arranging by hand begins.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from workshop_kit.domain.agenda import PAUSES, Agenda, Block, BlockKind, TimedBlock, in_a_row
from workshop_kit.domain.by_hand import DayPart
from workshop_kit.domain.content import Exercise, Library
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.agenda import squeeze
from workshop_kit.planning.blocks import exercise_block, module_block
from workshop_kit.planning.buffers import grow_buffers, most_minutes
from workshop_kit.planning.choose import ChosenModule
from workshop_kit.planning.cut import FIXED, within_minutes
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.planning.fitting import Fitting, pinned_slides
from workshop_kit.planning.pauses import BREAK_MINUTES, LUNCH_MINUTES
from workshop_kit.planning.tailor import Tailored

LEAST_SHARES: Mapping[BlockKind, float] = {
    BlockKind.OPENING: 1.0,
    BlockKind.CLOSING: 1.0,
    BlockKind.TALK: 0.6,
    BlockKind.DISCUSSION: 2 / 3,
    BlockKind.EXERCISE: 0.75,
    BlockKind.HARVEST: 0.6,
    BlockKind.BUFFER: 0.0,
}
"""The least a part may be cut to, as a share of its minutes, where nobody says otherwise."""


def arranged(workshop: Workshop, library: Library) -> tuple[DayPart, ...]:
    """Give the parts of a day by hand that are in the day and that the library has content for."""
    known = {*(module.id for module in library.modules), *(exercise.id for exercise in library.exercises)}
    return tuple(part for part in workshop.day if not part.parked and (part.id in known or is_own(part)))


def is_own(part: DayPart) -> bool:
    """Tell whether a part is nothing but a title and minutes: a pause, a buffer, or something of the facilitator's own."""
    return part.id.startswith((*(f"{kind.value}-" for kind in (*PAUSES, BlockKind.BUFFER)), OWN_PREFIX))


OWN_PREFIX = "own-"
"""What the id of a part of the facilitator's own begins with."""


def fit_by_hand(chosen: Mapping[str, ChosenModule], target: int, tailored: Tailored) -> Fitting:
    """Give the agenda of the day as it was arranged; PlanningFault where nothing is left in it."""
    parts = arranged(tailored.workshop, tailored.library)
    minutes = {part.id: part.minutes for part in parts}
    pinned = pinned_slides(tailored.workshop, chosen)
    fitted = {name: within_minutes(module, minutes[name], pinned) for name, module in chosen.items() if name in minutes}
    blocks = tuple(_block(part, fitted, tailored) for part in parts)
    if not blocks:
        raise PlanningFault("plan.no_content", {"length": tailored.workshop.length.value})
    agenda = Agenda(start=tailored.workshop.start, blocks=blocks)
    return Fitting(chosen=fitted, agenda=agenda, over=max(0, agenda.minutes - target))


def _block(part: DayPart, chosen: Mapping[str, ChosenModule], tailored: Tailored) -> Block:
    """Make the block of one part."""
    exercises = {exercise.id: exercise for exercise in tailored.library.exercises}
    if part.id in exercises:
        made = exercise_block(exercises[part.id], tailored.language)
    elif part.id in chosen:
        made = module_block(chosen[part.id], tailored.language)
    else:
        title = tailored.words.get(part.kind.value, "")
        made = Block(id=part.id, kind=part.kind, title=title, least=0, wanted=0, most=0, minutes=0)
    least, most = bounds(part, exercises.get(part.id))
    return replace(
        made,
        title=part.title or made.title,
        minutes=part.minutes,
        wanted=part.minutes,
        least=min(least, part.minutes) if part.least is None else part.least,
        most=max(most, part.minutes) if part.most is None else part.most,
        at=part.at,
        track=part.track,
    )


def bounds(part: DayPart, exercise: Exercise | None = None) -> tuple[int, int]:
    """Give the least and the most minutes a part may get: its own, else the content's, else what is usual for its kind."""
    if exercise is not None:
        block = exercise_block(exercise, next(iter(exercise.texts)))
        least, most = block.least, block.most
    elif part.kind in PAUSES:
        least, _, most = LUNCH_MINUTES if part.kind is BlockKind.LUNCH else BREAK_MINUTES
    else:
        least = round(part.minutes * LEAST_SHARES[part.kind])
        most = part.minutes if part.kind in FIXED else most_minutes(part.minutes)
    return (least if part.least is None else part.least), (most if part.most is None else part.most)


def parts_of(timetable: Iterable[TimedBlock]) -> tuple[DayPart, ...]:
    """Give a planned day as parts to arrange by hand; titles stay the content's own."""
    return tuple(
        DayPart(
            id=block.id,
            kind=block.kind,
            minutes=block.minutes,
            title="" if block.module or block.exercise or not block.id.startswith(OWN_PREFIX) else block.title,
            at=block.at,
            track=block.track,
        )
        for block in (timed.block for timed in timetable)
    )


def fitted_parts(day: tuple[DayPart, ...], agenda: Agenda, target: int) -> tuple[DayPart, ...]:
    """Give the parts of a day with the minutes that make it last the target, as far as their least and most allow.

    Minutes are taken from the buffers first, then as `squeeze` does; what is left over the buffers get. `agenda` is the
    day as it is planned now. The order stays, and so does what runs side by side.
    """
    beside = sum(block.minutes for block in agenda.blocks) - sum(block.minutes for block in in_a_row(agenda.blocks))
    goal = target + beside - (agenda.minutes - sum(block.minutes for block in in_a_row(agenda.blocks)))
    blocks = grow_buffers(squeeze(agenda.blocks, goal), goal)
    minutes = {block.id: block.minutes for block in blocks}
    return tuple(replace(part, minutes=minutes.get(part.id, part.minutes)) for part in day)
