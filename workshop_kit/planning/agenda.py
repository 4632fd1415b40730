"""Fits blocks into a workshop of any length: pauses and buffers are put in, minutes taken where they hurt least.

All minutes are whole. No block goes below its least, opening and closing never change, and nothing grows but the
buffers, and the pauses where a day is to be filled. The same agenda put in again comes out the same.
"""

from collections.abc import Mapping
from datetime import time

from msgspec.structs import replace

from workshop_kit.domain.agenda import PAUSES, Agenda, Block, BlockKind
from workshop_kit.domain.value import Value
from workshop_kit.planning.apportion import share_out
from workshop_kit.planning.buffers import grow_buffers, grow_pauses, with_buffers
from workshop_kit.planning.pauses import (
    find_missing_pause,
    find_welcome_pause,
    has_lunch_at_wrong_time,
    insert_pause,
    lunch_faults,
    lunch_places,
)

SQUEEZED: tuple[tuple[BlockKind, ...], ...] = (
    (BlockKind.BUFFER,),
    (BlockKind.TALK,),
    (BlockKind.DISCUSSION,),
    (BlockKind.EXERCISE,),
    (BlockKind.HARVEST,),
    (BlockKind.BREAK, BlockKind.LUNCH),
)
"""The kinds in the order in which minutes are taken from them: theory before activity, pauses last of all."""

NO_TITLES: Mapping[BlockKind, str] = {}


class Change(Value, frozen=True):
    """A block that got other minutes than it wanted; `before` is 0 for one that was put in."""

    block: str
    before: int
    after: int


class Fitted(Value, frozen=True):
    """An agenda as it came to fit, what had to go, what changed, and by how many minutes it is still too long."""

    agenda: Agenda
    dropped: tuple[Block, ...]
    changes: tuple[Change, ...]
    over_minutes: int


def fit_agenda(
    blocks: tuple[Block, ...],
    start: time,
    target_minutes: int | None = None,
    titles: Mapping[BlockKind, str] = NO_TITLES,
    *,
    fill: bool = False,
) -> Fitted:
    """Fit blocks to a length, or with no target give every block what it wants.

    Where squeezing is not enough, optional blocks are dropped, the highest `drop_order` first. `titles` names the
    pauses and buffers that are put in. Ids must be unique. To `fill` a day that is composed anew, pauses grow to their
    most after the buffers have, a break is put in where a day of so many minutes would have one, and every pause is
    placed anew where lunch would come at the wrong time. What somebody put in order stays so without it.
    """
    kept, dropped = blocks, list[Block]()
    placed = _arrange(kept, start, target_minutes, titles, fill=fill)
    while target_minutes is not None and _total(placed) > target_minutes:
        optional = max((block for block in kept if block.optional), key=lambda block: block.drop_order, default=None)
        if optional is None:
            break
        dropped.append(optional)
        kept = tuple(block for block in kept if block is not optional)
        placed = _arrange(kept, start, target_minutes, titles, fill=fill)
    return Fitted(
        agenda=Agenda(start=start, blocks=placed),
        dropped=tuple(dropped),
        changes=_changes(placed, blocks),
        over_minutes=0 if target_minutes is None else max(0, _total(placed) - target_minutes),
    )


def _arrange(
    blocks: tuple[Block, ...], start: time, target: int | None, titles: Mapping[BlockKind, str], *, fill: bool
) -> tuple[Block, ...]:
    """Put in the pauses that are missing; in a day to fill every pause is placed anew where lunch comes at the wrong time."""
    placed = _with_pauses(blocks, start, target, titles, fill=fill)
    if not fill or not has_lunch_at_wrong_time(placed, start):
        return placed
    work = tuple(block for block in blocks if block.kind not in PAUSES)
    tried = [_with_pauses(work, start, target, titles, fill=fill)]
    tried += [_with_pauses(with_lunch, start, target, titles, fill=fill) for with_lunch in lunch_places(work, titles)]
    return min(tried, key=lambda agenda: lunch_faults(agenda, start))


def _with_pauses(
    blocks: tuple[Block, ...], start: time, target: int | None, titles: Mapping[BlockKind, str], *, fill: bool
) -> tuple[Block, ...]:
    """Put in pauses one at a time, as the minutes then show that one is missing, or that there is time for one."""
    while True:
        placed = with_buffers(blocks, start, titles.get(BlockKind.BUFFER, ""))
        if target is not None:
            placed = grow_buffers(squeeze(placed, target), target)
        missing = find_missing_pause(placed, start, target or 0 if fill else 0)
        if missing is None and target is not None and fill:
            missing = find_welcome_pause(placed, target)
        if missing is None:
            return grow_pauses(placed, target) if target is not None and fill else placed
        blocks = insert_pause(blocks, missing, titles)


def squeeze(blocks: tuple[Block, ...], target: int) -> tuple[Block, ...]:
    """Take minutes until the sum is the target, as far as every block's least allows.

    Within a kind each gives in proportion to what it has to give, by largest remainder, the earliest first at a tie.
    """
    for kinds in SQUEEZED:
        excess = _total(blocks) - target
        if excess <= 0:
            return blocks
        spare = [block.minutes - block.least if block.kind in kinds else 0 for block in blocks]
        taken = share_out(min(excess, sum(spare)), spare)
        blocks = tuple(replace(block, minutes=block.minutes - minutes) for block, minutes in zip(blocks, taken, strict=True))
    return blocks


def _total(blocks: tuple[Block, ...]) -> int:
    return sum(block.minutes for block in blocks)


def _changes(placed: tuple[Block, ...], asked: tuple[Block, ...]) -> tuple[Change, ...]:
    ids = {block.id for block in asked}
    return tuple(
        Change(block=block.id, before=block.wanted if block.id in ids else 0, after=block.minutes)
        for block in placed
        if block.id not in ids or block.minutes != block.wanted
    )
