"""Changes to a day that is arranged by hand, each giving a new day: move, change, park, take in, add, and set side by side.

Places count the parts that are in the day, 0 is the first; parked ones stand last and keep what they had.
"""

from typing import Any

from msgspec.structs import replace

from workshop_kit.domain.agenda import Agenda, Block, BlockKind, TimedBlock
from workshop_kit.domain.by_hand import DayPart
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.arranged import OWN_PREFIX

Day = tuple[DayPart, ...]

NEW_MINUTES = {BlockKind.BREAK: 15, BlockKind.LUNCH: 45, BlockKind.BUFFER: 5}
OWN_MINUTES = 10
"""Minutes that a new part gets."""
MOST_MINUTES = 240
"""No part lasts longer."""


def in_day(day: Day) -> Day:
    """Give the parts that are in the day."""
    return tuple(part for part in day if not part.parked)


def place_of(day: Day, id: str) -> int:
    """Give where a part stands, -1 for one that is not in the day."""
    return next((place for place, part in enumerate(in_day(day)) if part.id == id), -1)


def moved(day: Day, id: str, place: int) -> Day:
    """Put a part in a place, counted without it; a place past either end is the end."""
    part = next(part for part in day if part.id == id)
    rest = [each for each in in_day(day) if each.id != id]
    rest.insert(min(max(place, 0), len(rest)), replace(part, parked=False))
    return _tidied((*rest, *(each for each in day if each.parked and each.id != id)))


def changed(day: Day, id: str, **changes: Any) -> Day:
    """Change fields of a part; Any because they have many types. Minutes stay whole, from 1 up, and within what a day holds."""
    if "minutes" in changes:
        changes["minutes"] = min(max(int(changes["minutes"]), 1), MOST_MINUTES)
    return tuple(replace(part, **changes) if part.id == id else part for part in day)


def parked(day: Day, id: str) -> Day:
    """Take a part out of the day, and keep it as it is."""
    out = tuple(replace(part, parked=True, track="") for part in day if part.id == id)
    return _tidied((*in_day(tuple(part for part in day if part.id != id)), *(part for part in day if part.parked and part.id != id), *out))


def with_part(day: Day, part: DayPart, place: int) -> Day:
    """Put a new part, or one that was parked, in a place."""
    kept = next((each for each in day if each.id == part.id), part)
    return moved((*(each for each in day if each.id != part.id), kept), part.id, place)


def new_part(day: Day, kind: BlockKind, title: str = "") -> DayPart:
    """Make a pause, a buffer, or with a title something of the facilitator's own, with an id that is free."""
    prefix = OWN_PREFIX if title else f"{kind.value}-"
    taken = {part.id for part in day}
    number = next(number for number in range(1, len(day) + 2) if f"{prefix}{number}" not in taken)
    return DayPart(id=f"{prefix}{number}", kind=kind, title=title, minutes=NEW_MINUTES.get(kind, OWN_MINUTES))


def beside_the_one_before(day: Day, id: str, *, is_beside: bool) -> Day:
    """Let a part run side by side with the one before it, or after it again."""
    place = place_of(day, id)
    if place < 1:
        return day
    before = in_day(day)[place - 1]
    if not is_beside:
        return _tidied(changed(day, id, track=""))
    track = before.track or _free_track(day)
    return _tidied(changed(changed(day, before.id, track=track), id, track=track, at=None))


def is_beside_the_one_before(day: Day, id: str) -> bool:
    """Tell whether a part runs side by side with the one before it."""
    place, parts = place_of(day, id), in_day(day)
    return place > 0 and bool(parts[place].track) and parts[place].track == parts[place - 1].track


def quick_agenda(workshop: Workshop, timetable: tuple[TimedBlock, ...]) -> Agenda:
    """Give the agenda of a day by hand from the blocks of the last plan, before the day is planned anew."""
    known = {timed.block.id: timed.block for timed in timetable}
    return Agenda(start=workshop.start, blocks=tuple(_quick_block(part, known) for part in in_day(workshop.day)))


def _quick_block(part: DayPart, known: dict[str, Block]) -> Block:
    usual = Block(
        id=part.id, kind=part.kind, title=part.title or part.id, least=0, wanted=part.minutes, most=part.minutes, minutes=part.minutes
    )
    block = known.get(part.id, usual)
    least = min(block.least, part.minutes) if part.least is None else part.least
    return replace(block, title=part.title or block.title, minutes=part.minutes, least=least, at=part.at, track=part.track)


def _free_track(day: Day) -> str:
    taken = {part.track for part in day}
    return next(f"{number}" for number in range(1, len(day) + 2) if f"{number}" not in taken)


def _tidied(day: Day) -> Day:
    """Take the track from parts that no neighbour shares it with."""
    parts = in_day(day)
    tidy: list[DayPart] = []
    for place, part in enumerate(parts):
        neighbours = (parts[place - 1].track if place else "", parts[place + 1].track if place + 1 < len(parts) else "")
        tidy.append(part if part.track in {"", *neighbours} else replace(part, track=""))
    return (*tidy, *(part for part in day if part.parked))
