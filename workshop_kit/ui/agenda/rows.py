"""Makes the rows of the day: what each block is, what it brings, and which rule it breaks."""

from workshop_kit.domain.agenda import Agenda, BlockKind, TimedBlock, minutes_from, timetable
from workshop_kit.domain.by_hand import DayPart
from workshop_kit.domain.content import Library
from workshop_kit.domain.plan import Plan
from workshop_kit.planning.numbers import format_clock
from workshop_kit.planning.rules import Breach
from workshop_kit.ui.agenda.model import Row
from workshop_kit.ui.agenda.summary import breach_words
from workshop_kit.ui.context import Context


def make_rows(agenda: Agenda, day: tuple[DayPart, ...], plan: Plan, breaches: tuple[Breach, ...], context: Context) -> tuple[Row, ...]:
    """Give the rows of an agenda; a fault is shown at the first block that has it."""
    timed = timetable(agenda)
    titles = {each.block.id: each.block.title for each in timed}
    faults: dict[str, str] = {}
    for breach in breaches:
        if breach.block:
            faults.setdefault(breach.block, breach_words(context, breach, titles))
    pinned = {part.id for part in day if part.at is not None}
    rows: list[Row] = []
    for number, each in enumerate(timed):
        before = timed[number - 1] if number else None
        rows.append(_row(each, before, faults.get(each.block.id, ""), plan, context, is_pinned=each.block.id in pinned))
    return tuple(rows)


def _row(timed: TimedBlock, before: TimedBlock | None, fault: str, plan: Plan, context: Context, *, is_pinned: bool) -> Row:
    texts, block = context.texts, timed.block
    kind = texts(f"agenda.kind_{block.kind.value}")
    is_beside = before is not None and bool(block.track) and block.track == before.block.track
    waiting = 0 if before is None or is_beside or block.at is None else minutes_from(before.end, timed.start)
    detail = " · ".join((kind, *_brought(timed, plan, context), *((texts("agenda.waiting", minutes=waiting),) if waiting else ())))
    spoken = texts(
        "agenda.spoken",
        start=format_clock(timed.start),
        end=format_clock(timed.end),
        title=block.title,
        detail=detail,
        minutes=block.minutes,
    )
    return Row(
        timed=timed,
        kind=kind,
        detail=detail,
        spoken=f"{spoken} {fault}".strip(),
        fault=fault,
        waiting=waiting,
        is_beside=is_beside,
        is_pinned=is_pinned,
    )


def _brought(timed: TimedBlock, plan: Plan, context: Context) -> tuple[str, ...]:
    """Say what slides and sheet come with a block, and which learning point it is."""
    texts, block = context.texts, timed.block
    if block.exercise:
        return (texts("agenda.sheet", sheet=block.exercise),)
    if not block.module or context.kit is None:
        return ()
    slides = sum(slide.section == block.module and not slide.hidden and slide.layout not in {"exercise", "break"} for slide in plan.slides)
    point = _learning_point(block.module, context.kit.library)
    return (texts.count("agenda.slides", slides), *((texts("agenda.learning_point", number=point),) if point else ()))


def _learning_point(module: str, library: Library) -> int | None:
    return next((each.learning_point for each in library.modules if each.id == module), None)


def tray_parts(day: tuple[DayPart, ...], library: Library, context: Context, language: str) -> tuple[tuple[str, str, str], ...]:
    """Give what can be put into the day: parked parts first, then modules and exercises that are not in it."""
    texts = context.texts
    there = {part.id for part in day if not part.parked}
    named: dict[str, str] = {}
    for part in day:
        if part.parked and (part.title or part.kind in {BlockKind.BREAK, BlockKind.LUNCH, BlockKind.BUFFER}):
            named[part.id] = f"{part.title or texts(f'agenda.kind_{part.kind.value}')}  ·  {texts('agenda.minutes', minutes=part.minutes)}"
    for module in library.modules:
        if module.id not in there:
            named[module.id] = module.name.nn if language == "nn" else module.name.nb
    for exercise in library.exercises:
        if exercise.id not in there:
            title = next(text.title for key, text in exercise.texts.items() if key.value == language)
            named[exercise.id] = f"{exercise.id} {title}  ·  {texts('agenda.minutes', minutes=exercise.minutes.wanted)}"
    return tuple((id, text, texts("agenda.put_back", title=text)) for id, text in named.items())
