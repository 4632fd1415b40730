"""Where an agenda lacks a pause: a break at least every 90 minutes, and lunch in the middle of a long day."""

from collections.abc import Mapping
from datetime import time
from itertools import pairwise

from workshop_kit.domain.agenda import PAUSES, Block, BlockKind
from workshop_kit.domain.value import Value
from workshop_kit.planning.buffers import MINUTES_IN_HOUR, MOST_WITHOUT_PAUSE

LUNCH_FROM = 11 * MINUTES_IN_HOUR
LUNCH_UNTIL = 13 * MINUTES_IN_HOUR
LUNCH_BEST = LUNCH_FROM + 45
LONG_DAY_UNTIL = LUNCH_UNTIL + 30
"""A day that begins before lunch and goes on until after this has one."""

BREAK_MINUTES = (10, 15, 30)
LUNCH_MINUTES = (30, 45, 60)
"""Least, wanted and most."""


class MissingPause(Value, frozen=True):
    """A pause that is missing after a block, or, with `instead`, in its place: a break that should become lunch."""

    kind: BlockKind
    after: str
    instead: bool = False


def make_pause(kind: BlockKind, number: int, titles: Mapping[BlockKind, str]) -> Block:
    """Make a break or lunch of the usual length."""
    least, wanted, most = LUNCH_MINUTES if kind is BlockKind.LUNCH else BREAK_MINUTES
    return Block(
        id=f"{kind.value}-{number}",
        kind=kind,
        title=titles.get(kind, ""),
        least=least,
        wanted=wanted,
        most=most,
        minutes=wanted,
    )


def find_missing_pause(blocks: tuple[Block, ...], start: time, target: int = 0) -> MissingPause | None:
    """Give the first pause that the agenda lacks, or None when it has what people need; it may yet grow to the target's minutes."""
    begin = start.hour * MINUTES_IN_HOUR + start.minute
    return _missing_lunch(blocks, begin, target) or _missing_break(blocks)


def find_welcome_pause(blocks: tuple[Block, ...], target: int) -> MissingPause | None:
    """Give a break that makes room for what is left to the target: stretches as long as people can sit are too few to hold it."""
    unused = target - sum(block.minutes for block in blocks)
    if len(stretches(blocks)) >= -(-target // (MOST_WITHOUT_PAUSE + BREAK_MINUTES[1])):
        return None
    longest = max(stretches(blocks), key=lambda stretch: sum(blocks[place].minutes for place in stretch), default=range(0))
    length = sum(blocks[place].minutes for place in longest)
    places = _places(blocks, longest)
    if unused < BREAK_MINUTES[0] or not places:
        return None
    before = _minutes_before(blocks, longest.start)
    best = min(places, key=lambda place: abs(_minutes_before(blocks, place) - before - length / 2))
    return MissingPause(kind=BlockKind.BREAK, after=blocks[best - 1].id)


def needs_lunch(begin: int, end: int) -> bool:
    """Tell whether a day, in minutes after midnight, is long enough and so placed that it needs a lunch."""
    return begin <= LUNCH_FROM and end > LONG_DAY_UNTIL


def is_lunch_time(begin: int, minutes: int) -> bool:
    """Tell whether a lunch, in minutes after midnight, lies between eleven and one."""
    return begin >= LUNCH_FROM and begin + minutes <= LUNCH_UNTIL


def has_lunch_at_wrong_time(blocks: tuple[Block, ...], start: time) -> bool:
    """Tell whether an agenda has a lunch that does not lie between eleven and one, or one that it does not need."""
    begin = start.hour * MINUTES_IN_HOUR + start.minute
    lunches = _lunches(blocks, begin)
    needed = needs_lunch(begin, begin + sum(block.minutes for block in blocks))
    return any(not needed or not is_lunch_time(clock, minutes) for clock, minutes in lunches)


def lunch_faults(blocks: tuple[Block, ...], start: time) -> tuple[bool, bool, int]:
    """Give how badly an agenda's lunch lies, to compare by: missing or not needed, at the wrong time, and minutes from the best."""
    begin = start.hour * MINUTES_IN_HOUR + start.minute
    lunches = _lunches(blocks, begin)
    needed = needs_lunch(begin, begin + sum(block.minutes for block in blocks))
    wrong = any(not is_lunch_time(clock, minutes) for clock, minutes in lunches)
    return bool(lunches) is not needed, wrong, sum(abs(clock - LUNCH_BEST) for clock, _ in lunches)


def lunch_places(blocks: tuple[Block, ...], titles: Mapping[BlockKind, str]) -> tuple[tuple[Block, ...], ...]:
    """Give an agenda without pauses with a lunch in each place where one may be."""
    lunch = make_pause(BlockKind.LUNCH, 1, titles)
    return tuple((*blocks[:place], lunch, *blocks[place:]) for place in _places(blocks, range(len(blocks))))


def _lunches(blocks: tuple[Block, ...], clock: int) -> list[tuple[int, int]]:
    """Give when each lunch begins, in minutes after midnight, and how long it is."""
    found: list[tuple[int, int]] = []
    for block in blocks:
        if block.kind is BlockKind.LUNCH:
            found.append((clock, block.minutes))
        clock += block.minutes
    return found


def _missing_lunch(blocks: tuple[Block, ...], begin: int, target: int) -> MissingPause | None:
    total = max(target, sum(block.minutes for block in blocks))
    if any(block.kind is BlockKind.LUNCH for block in blocks) or not needs_lunch(begin, begin + total):
        return None
    clock = begin
    for block in blocks:
        if block.kind is BlockKind.BREAK and is_lunch_time(clock, LUNCH_MINUTES[1]):
            return MissingPause(kind=BlockKind.LUNCH, after=block.id, instead=True)
        clock += block.minutes
    places = _places(blocks, range(len(blocks)))
    if not places:
        return None
    best = min(places, key=lambda place: abs(begin + _minutes_before(blocks, place) - LUNCH_BEST))
    return MissingPause(kind=BlockKind.LUNCH, after=blocks[best - 1].id)


def _missing_break(blocks: tuple[Block, ...]) -> MissingPause | None:
    for stretch in stretches(blocks):
        length = sum(blocks[place].minutes for place in stretch)
        places = _places(blocks, stretch)
        if length > MOST_WITHOUT_PAUSE and places:
            before = _minutes_before(blocks, stretch.start)
            ideal = length / -(-length // MOST_WITHOUT_PAUSE)
            best = min(places, key=lambda place: abs(_minutes_before(blocks, place) - before - ideal))
            return MissingPause(kind=BlockKind.BREAK, after=blocks[best - 1].id)
    return None


def stretches(blocks: tuple[Block, ...]) -> tuple[range, ...]:
    """Give the places of the blocks between pauses, one range for each unbroken stretch."""
    edges = [-1, *(place for place, block in enumerate(blocks) if block.kind in PAUSES), len(blocks)]
    return tuple(range(first + 1, last) for first, last in pairwise(edges) if first + 1 < last)


def _minutes_before(blocks: tuple[Block, ...], place: int) -> int:
    return sum(block.minutes for block in blocks[:place])


def _places(blocks: tuple[Block, ...], stretch: range) -> tuple[int, ...]:
    """Give where a pause may be put in: between two blocks of work, and rather not where it tears things apart."""
    work = [place for place in stretch if blocks[place].kind is not BlockKind.BUFFER]
    between = [
        (before, after) for before, after in pairwise(work) if blocks[before].kind not in PAUSES and blocks[after].kind not in PAUSES
    ]
    good = [(before, after) for before, after in between if not _belong_together(blocks[before], blocks[after])]
    return tuple(before + 1 for before, _ in good or between)


def _belong_together(before: Block, after: Block) -> bool:
    return before.kind is BlockKind.OPENING or after.kind in {BlockKind.HARVEST, BlockKind.CLOSING}


def insert_pause(blocks: tuple[Block, ...], missing: MissingPause, titles: Mapping[BlockKind, str]) -> tuple[Block, ...]:
    """Put in a missing pause after the block it was found missing after, or in the place of a break."""
    pause = make_pause(missing.kind, _free_number(blocks, missing.kind), titles)
    place = next(place for place, block in enumerate(blocks) if block.id == missing.after)
    kept = place if missing.instead else place + 1
    return (*blocks[:kept], pause, *blocks[place + 1 :])


def _free_number(blocks: tuple[Block, ...], kind: BlockKind) -> int:
    taken = {block.id for block in blocks}
    return next(number for number in range(1, len(blocks) + 2) if f"{kind.value}-{number}" not in taken)
