"""The agenda: blocks with least, wanted and most minutes, and the timetable they give."""

from datetime import time
from enum import StrEnum

from workshop_kit.domain.value import Value


class Length(StrEnum):
    """How long a workshop is asked to be."""

    MINUTES_90 = "90min"
    HALF_DAY = "half-day"
    FULL_DAY = "full-day"


class BlockKind(StrEnum):
    """What happens in a block; a closed list."""

    OPENING = "opening"
    TALK = "talk"
    DISCUSSION = "discussion"
    EXERCISE = "exercise"
    HARVEST = "harvest"
    BREAK = "break"
    LUNCH = "lunch"
    BUFFER = "buffer"
    CLOSING = "closing"


PAUSES = frozenset({BlockKind.BREAK, BlockKind.LUNCH})


class Block(Value, frozen=True, kw_only=True):
    """A piece of the agenda, in minutes.

    `module` or `exercise` names what fills it. `talk_minutes` are the minutes of it in which the participants talk to
    each other, so that a listener is never left listening too long; `listening` are the wanted minutes before, between
    and after those talks. `optional` blocks may be dropped, the highest `drop_order` first. A block with a clock time `at`
    waits for it; blocks in a row on the same `track` run side by side, and cost what the longest does.
    """

    id: str
    kind: BlockKind
    title: str
    least: int
    wanted: int
    most: int
    minutes: int
    module: str | None = None
    exercise: str | None = None
    talk_minutes: int = 0
    listening: tuple[int, ...] = ()
    optional: bool = False
    drop_order: int = 0
    at: time | None = None
    track: str = ""


class Agenda(Value, frozen=True, kw_only=True):
    """Blocks in order, and the clock time at which the first begins."""

    start: time
    blocks: tuple[Block, ...]

    @property
    def minutes(self) -> int:
        """How long it takes from the first block's beginning to the last one's end."""
        return length_of(timetable(self))


class TimedBlock(Value, frozen=True, kw_only=True):
    """A block with its clock times; `end` may be past midnight, then it is a smaller clock time."""

    block: Block
    start: time
    end: time


MINUTES_IN_DAY = 24 * 60


def clock_after(start: time, minutes: int) -> time:
    """Give the clock time some minutes after another, past midnight if need be."""
    total = (start.hour * 60 + start.minute + minutes) % MINUTES_IN_DAY
    return time(total // 60, total % 60)


def minutes_from(start: time, end: time) -> int:
    """Give the minutes from one clock time until the next time it is another."""
    return ((end.hour - start.hour) * 60 + end.minute - start.minute) % MINUTES_IN_DAY


def timetable(agenda: Agenda) -> tuple[TimedBlock, ...]:
    """Give each block its clock times.

    Each starts when the one before ends, at its own clock time where that is later, or beside the one before it on the
    same track.
    """
    timed: list[TimedBlock] = []
    begin = end = 0
    track = ""
    for block in agenda.blocks:
        if not (block.track and block.track == track):
            begin = end if block.at is None else max(end, _minutes_until(agenda.start, block.at))
        end = max(end, begin + block.minutes)
        track = block.track
        timed.append(TimedBlock(block=block, start=clock_after(agenda.start, begin), end=clock_after(agenda.start, begin + block.minutes)))
    return tuple(timed)


def _minutes_until(start: time, at: time) -> int:
    """Give how long after the start a clock time is; 0 for one that is over when the day begins."""
    return max(0, (at.hour - start.hour) * 60 + at.minute - start.minute)


def length_of(timed: tuple[TimedBlock, ...]) -> int:
    """Give the minutes from the first block's beginning until the last of them ends."""
    if not timed:
        return 0
    start = timed[0].start
    return max(minutes_from(start, each.start) + each.block.minutes for each in timed)


def end_of(timed: tuple[TimedBlock, ...]) -> time:
    """Give the clock time at which the last of some blocks ends; there must be one."""
    return clock_after(timed[0].start, length_of(timed))


def in_a_row(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give the blocks one after the other: of those that run side by side the longest, the first of several as long."""
    row: list[Block] = []
    for block in blocks:
        if row and block.track and block.track == row[-1].track:
            if block.minutes > row[-1].minutes:
                row[-1] = block
        else:
            row.append(block)
    return tuple(row)
