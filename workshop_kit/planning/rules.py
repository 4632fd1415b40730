"""What makes an agenda hard on people: the rules that every shipped one must pass, and a changed one is held against."""

from collections.abc import Iterable
from enum import StrEnum
from math import ceil

from workshop_kit.domain.agenda import Agenda, Block, BlockKind, in_a_row, minutes_from, timetable
from workshop_kit.domain.content import Exercise
from workshop_kit.domain.value import Value
from workshop_kit.planning.buffers import LEAST_SHARE, MINUTES_IN_HOUR, MOST_WITHOUT_PAUSE
from workshop_kit.planning.pauses import is_lunch_time, needs_lunch, stretches

MOST_LISTENING = 20
"""Minutes of talk in a row before people speak or do something."""

GROUP_MINUTES = 2
"""Minutes an exercise needs beside its steps, to find the groups and hand out the sheets."""

LISTENING = frozenset({BlockKind.OPENING, BlockKind.TALK, BlockKind.CLOSING})


class Rule(StrEnum):
    """A rule for agendas; the value is the key of its message."""

    OPENING_FIRST = "agenda-opening-first"
    CLOSING_LAST = "agenda-closing-last"
    PAUSE_IN_TIME = "agenda-pause-in-time"
    TALK_IN_A_ROW = "agenda-talk-in-a-row"
    ENOUGH_BUFFER = "agenda-enough-buffer"
    GROUP_TIME = "agenda-group-time"
    LUNCH_TIME = "agenda-lunch-time"
    LUNCH_MISSING = "agenda-lunch-missing"
    LEAST_MINUTES = "agenda-least-minutes"
    CLOCK_TIME = "agenda-clock-time"


class Breach(Value, frozen=True):
    """A rule that an agenda breaks, the block where it does ("" for the whole), and the minutes that broke it."""

    rule: Rule
    block: str
    minutes: int


def check_agenda(agenda: Agenda, exercises: Iterable[Exercise] = ()) -> tuple[Breach, ...]:
    """Give everything an agenda breaks; without the exercises their group time is not looked at.

    Of blocks that run side by side the longest stands for all where it matters how long people sit or listen.
    """
    row = in_a_row(agenda.blocks)
    return (
        *_ends(row),
        *_pauses(row),
        *_talk(row),
        *_buffers(row),
        *_group_time(agenda.blocks, {exercise.id: exercise for exercise in exercises}),
        *_lunch(agenda),
        *_least(agenda.blocks),
        *_clock_times(agenda),
    )


def _ends(blocks: tuple[Block, ...]) -> Iterable[Breach]:
    if not blocks or blocks[0].kind is not BlockKind.OPENING:
        yield Breach(rule=Rule.OPENING_FIRST, block=blocks[0].id if blocks else "", minutes=0)
    if not blocks or blocks[-1].kind is not BlockKind.CLOSING:
        yield Breach(rule=Rule.CLOSING_LAST, block=blocks[-1].id if blocks else "", minutes=0)


def _pauses(blocks: tuple[Block, ...]) -> Iterable[Breach]:
    for stretch in stretches(blocks):
        minutes = sum(blocks[place].minutes for place in stretch)
        if minutes > MOST_WITHOUT_PAUSE:
            yield Breach(rule=Rule.PAUSE_IN_TIME, block=blocks[stretch.start].id, minutes=minutes)


def _talk(blocks: tuple[Block, ...]) -> Iterable[Breach]:
    run = 0
    for block in blocks:
        if block.kind is BlockKind.BUFFER:
            continue
        parts = listening_parts(block)
        if parts is None:
            run = 0
            continue
        for number, part in enumerate(parts):
            run = part if number else run + part
            if run > MOST_LISTENING:
                yield Breach(rule=Rule.TALK_IN_A_ROW, block=block.id, minutes=run)


def listening_parts(block: Block) -> tuple[int, ...] | None:
    """Give the minutes of listening between a block's talks; None for a block in which people do not listen.

    A squeezed block's parts shrink with it. Where a block does not say where its talk stands, it is taken to come
    last, which is the hardest on the listener.
    """
    if block.kind not in LISTENING:
        return None
    if not block.listening:
        return (block.minutes - block.talk_minutes, *((0,) if block.talk_minutes else ()))
    return tuple(ceil(part * block.minutes / max(block.wanted, 1)) for part in block.listening)


def _buffers(blocks: tuple[Block, ...]) -> Iterable[Breach]:
    total = sum(block.minutes for block in blocks)
    given = sum(block.minutes for block in blocks if block.kind is BlockKind.BUFFER)
    if given < total * LEAST_SHARE:
        yield Breach(rule=Rule.ENOUGH_BUFFER, block="", minutes=given)


def _group_time(blocks: tuple[Block, ...], exercises: dict[str, Exercise]) -> Iterable[Breach]:
    for block in blocks:
        exercise = exercises.get(block.exercise or "")
        if exercise is not None and block.minutes < exercise.minutes.least + GROUP_MINUTES:
            yield Breach(rule=Rule.GROUP_TIME, block=block.id, minutes=block.minutes)


def _lunch(agenda: Agenda) -> Iterable[Breach]:
    begin = agenda.start.hour * MINUTES_IN_HOUR + agenda.start.minute
    lunches = [timed for timed in timetable(agenda) if timed.block.kind is BlockKind.LUNCH]
    for lunch in lunches:
        clock = begin + minutes_from(agenda.start, lunch.start)
        if not is_lunch_time(clock, lunch.block.minutes):
            yield Breach(rule=Rule.LUNCH_TIME, block=lunch.block.id, minutes=clock)
    if not lunches and needs_lunch(begin, begin + agenda.minutes):
        yield Breach(rule=Rule.LUNCH_MISSING, block="", minutes=agenda.minutes)


def _clock_times(agenda: Agenda) -> Iterable[Breach]:
    """Give the blocks that what comes before keeps from beginning at their clock time, with how late they are."""
    for timed in timetable(agenda):
        if timed.block.at is not None and timed.start != timed.block.at:
            yield Breach(rule=Rule.CLOCK_TIME, block=timed.block.id, minutes=minutes_from(timed.block.at, timed.start))


def _least(blocks: tuple[Block, ...]) -> Iterable[Breach]:
    for block in blocks:
        if block.minutes < block.least:
            yield Breach(rule=Rule.LEAST_MINUTES, block=block.id, minutes=block.minutes)
