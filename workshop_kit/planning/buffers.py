"""Buffers: unplanned minutes that let the pauses and the end come on time.

One stands before each pause and one before the closing. Together they are about a tenth of the agenda, and each is
rounded so that what follows begins, or the agenda ends, on a clock time that divides by five.
"""

from datetime import time
from math import ceil

from msgspec.structs import replace

from workshop_kit.domain.agenda import PAUSES, Block, BlockKind
from workshop_kit.planning.apportion import share_out

LEAST_SHARE = 0.08
"""Buffers under this share of the agenda are too few; rounding up to five minutes brings them to about a tenth."""

MOST_WITHOUT_PAUSE = 90
"""Minutes in a row that people sit before they need a pause; the buffer counts with them."""

LEAST_MOST = 10
"""Every buffer may grow to this."""

CLOCK_STEP = 5
MINUTES_IN_HOUR = 60


def with_buffers(blocks: tuple[Block, ...], start: time, title: str = "") -> tuple[Block, ...]:
    """Give every block the minutes it wants, and put in buffers where there are none at all."""
    wanted = tuple(replace(block, minutes=block.wanted) for block in blocks)
    if any(block.kind is BlockKind.BUFFER for block in wanted):
        return wanted
    placed: list[Block] = []
    clock, since_pause, given = start.hour * MINUTES_IN_HOUR + start.minute, 0, 0
    for block in wanted:
        if since_pause and (block.kind in PAUSES or block.kind is BlockKind.CLOSING):
            minutes = _buffer_minutes(block, clock, since_pause, _needed(placed, block) - given)
            if minutes:
                placed.append(_buffer(sum(other.kind is BlockKind.BUFFER for other in placed) + 1, minutes, title))
                clock, given = clock + minutes, given + minutes
        placed.append(block)
        clock += block.minutes
        since_pause = 0 if block.kind in PAUSES else since_pause + block.minutes
    return tuple(placed)


def _needed(placed: list[Block], following: Block) -> int:
    """Give the buffer minutes that the agenda so far, with what follows, ought to have in all."""
    planned = sum(block.minutes for block in placed if block.kind is not BlockKind.BUFFER) + following.minutes
    return ceil(planned * LEAST_SHARE / (1 - LEAST_SHARE))


def _buffer_minutes(following: Block, clock: int, since_pause: int, needed: int) -> int:
    """Give the buffer's minutes: what is needed, rounded up to the clock, within what can be sat through."""
    counted = following.minutes if following.kind is BlockKind.CLOSING else 0
    most = max(0, MOST_WITHOUT_PAUSE - since_pause - counted)
    to_the_clock = -(clock + counted) % CLOCK_STEP
    if to_the_clock > most:
        return min(max(needed, 0), most)
    steps = max(0, ceil((needed - to_the_clock) / CLOCK_STEP))
    return to_the_clock + min(steps, (most - to_the_clock) // CLOCK_STEP) * CLOCK_STEP


def _buffer(number: int, minutes: int, title: str) -> Block:
    most = max(LEAST_MOST, most_minutes(minutes))
    return Block(id=f"buffer-{number}", kind=BlockKind.BUFFER, title=title, least=0, wanted=minutes, most=most, minutes=minutes)


def most_minutes(wanted: int) -> int:
    """Give the most a block may take: half as much again as it wants, rounded to five, never less than it wants."""
    return max(wanted, (wanted * 3 + CLOCK_STEP) // (2 * CLOCK_STEP) * CLOCK_STEP)


def grow_buffers(blocks: tuple[Block, ...], target: int) -> tuple[Block, ...]:
    """Let the buffers, and nothing else, take what is left to the target, within their most and between pauses."""
    left = target - sum(block.minutes for block in blocks)
    if left <= 0:
        return blocks
    room = _room(blocks)
    grown = share_out(min(left, sum(room)), room)
    return tuple(replace(block, minutes=block.minutes + more) for block, more in zip(blocks, grown, strict=True))


def grow_pauses(blocks: tuple[Block, ...], target: int) -> tuple[Block, ...]:
    """Let the pauses take what is left to the target after the buffers, within their most."""
    left = target - sum(block.minutes for block in blocks)
    room = [block.most - block.minutes if block.kind in PAUSES else 0 for block in blocks]
    if left <= 0 or not any(room):
        return blocks
    grown = share_out(min(left, sum(room)), room)
    return tuple(replace(block, minutes=block.minutes + more) for block, more in zip(blocks, grown, strict=True))


def _room(blocks: tuple[Block, ...]) -> list[int]:
    """Give how many minutes each block can grow: buffers alone, and together never past what can be sat through."""
    room = [0] * len(blocks)
    first = 0
    for place in range(len(blocks) + 1):
        if place < len(blocks) and blocks[place].kind not in PAUSES:
            continue
        free = MOST_WITHOUT_PAUSE - sum(block.minutes for block in blocks[first:place])
        for inside in range(first, place):
            block = blocks[inside]
            room[inside] = max(0, min(block.most - block.minutes, free)) if block.kind is BlockKind.BUFFER else 0
            free -= room[inside]
        first = place + 1
    return room
