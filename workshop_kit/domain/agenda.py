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
    and after those talks. `optional` blocks may be dropped, the highest `drop_order` first.
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


class Agenda(Value, frozen=True, kw_only=True):
    """Blocks in order, and the clock time at which the first begins."""

    start: time
    blocks: tuple[Block, ...]

    @property
    def minutes(self) -> int:
        """The sum of the blocks' minutes."""
        return sum(block.minutes for block in self.blocks)


class TimedBlock(Value, frozen=True, kw_only=True):
    """A block with its clock times; `end` may be past midnight, then it is a smaller clock time."""

    block: Block
    start: time
    end: time


def clock_after(start: time, minutes: int) -> time:
    """Give the clock time some minutes after another, past midnight if need be."""
    total = (start.hour * 60 + start.minute + minutes) % (24 * 60)
    return time(total // 60, total % 60)


def timetable(agenda: Agenda) -> tuple[TimedBlock, ...]:
    """Give each block its clock times; each starts when the one before ends."""
    timed: list[TimedBlock] = []
    now = agenda.start
    for block in agenda.blocks:
        end = clock_after(now, block.minutes)
        timed.append(TimedBlock(block=block, start=now, end=end))
        now = end
    return tuple(timed)
