"""Composes the participants' programme and the facilitator's run sheet: one A4 page each."""

from workshop_kit.domain.agenda import PAUSES, TimedBlock, end_of, length_of
from workshop_kit.domain.plan import Plan, ProgrammeLine
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.scene.page import Align, Anchor, Cell, Page, Stroke, Table, TextStyle
from workshop_kit.scene.paper import FOOT, PaperBuilder, box_mm, mm
from workshop_kit.scene.theme import Theme

MOST_ROW, LEAST_ROW = 18.0, 6.2
"""Row heights in mm: as high as there is room for, never less than a line needs."""
MOST_RUN_ROW = 14.0
"""The run sheet's rows are read close by."""


def _where(plan: Plan) -> str:
    parts = (plan.date_text or f"{plan.words['date']}: ____________________", plan.workshop.place)
    return " · ".join(part for part in parts if part)


def compose_programme(plan: Plan, theme: Theme) -> tuple[Page, tuple[Problem, ...]]:
    """Place the participants' programme: coarse times only, so that nobody counts the minutes."""
    words = plan.words
    builder = PaperBuilder(plan, theme, "programme", plan.title, Where(file="assets/words"))
    y = builder.head(words["programme"], f"{words['workshop_for']} {plan.client}", logo=True)
    style = TextStyle(size=12)
    where = _where(plan)
    details = [where[:1].upper() + where[1:], f"{words['facilitator']}: {plan.workshop.facilitator}" if plan.workshop.facilitator else ""]
    for line in filter(None, details):
        builder.words("details", line, (builder.left, y, builder.inner_width, 6), style, most_lines=1)
        y += 6.5
    y += 6
    room = builder.height - FOOT - 6 - y
    height = min(MOST_ROW, room / (len(plan.programme) + 1))
    widths = (30.0, builder.inner_width - 30.0)
    rows = [_programme_row(builder, line, widths, height) for line in plan.programme]
    _table(builder, words["programme"], y, widths, (height,) * len(rows), tuple(rows), head_rows=0)
    builder.foot(words["programme"], private=False)
    return builder.page(), builder.problems


def _programme_row(builder: PaperBuilder, line: ProgrammeLine, widths: tuple[float, ...], height: float) -> tuple[Cell, ...]:
    time = TextStyle(size=16, bold=True, colour="accent1", anchor=Anchor.MIDDLE)
    text = TextStyle(size=16, colour="tx1" if line.pause else "tx2", bold=not line.pause, anchor=Anchor.MIDDLE)
    fill = "bg2" if line.pause else None
    return (
        builder.cell(line.start, time, (widths[0], height), fill=fill, name=line.start),
        builder.cell(line.title, text, (widths[1], height), fill=fill, name=line.title),
    )


RUN_WIDTHS = (17.0, 17.0, 12.0, 0.0, 30.0, 24.0)
"""Columns of the run sheet in mm: from, to, minutes, what, materials, really ended; the fourth takes the rest."""
MINUTES_COLUMN = 2


def compose_run_sheet(plan: Plan, theme: Theme) -> tuple[Page, tuple[Problem, ...]]:
    """Place the facilitator's run sheet: every time of the day on one page, with room to note when things really ended."""
    words = plan.words
    builder = PaperBuilder(plan, theme, "run-sheet", words["run_sheet"], Where(file="assets/words"))
    total = length_of(plan.timetable)
    y = builder.head(plan.title, f"{plan.client} · {_where(plan)}", str(total), words["minutes"])
    room = builder.height - FOOT - 8 - y
    height = max(LEAST_ROW, min(MOST_RUN_ROW, room / (len(plan.timetable) + 2)))
    rest = builder.inner_width - sum(RUN_WIDTHS)
    widths = tuple(width or rest for width in RUN_WIDTHS)
    rows = [_run_head(builder, widths, height)]
    rows += [_run_row(builder, timed, widths, height) for timed in plan.timetable]
    _table(builder, words["run_sheet"], y, widths, (height,) * len(rows), tuple(rows), head_rows=1)
    under = y + height * len(rows) + 4
    end = end_of(plan.timetable) if plan.timetable else plan.workshop.start
    closing = f"{words['end']} {words['clock_prefix']} {end:%H.%M}"
    builder.words("end", closing, (builder.left, under, builder.inner_width, 6), TextStyle(size=12, bold=True, colour="tx2"))
    builder.foot(words["run_sheet"], private=False)
    return builder.page(), builder.problems


def _run_head(builder: PaperBuilder, widths: tuple[float, ...], height: float) -> tuple[Cell, ...]:
    words = builder.plan.words
    labels = (words["from"], words["to"], words["min"], words["what"], words["materials"], words["really_ended"])
    rule = Stroke(colour="tx2", width=1.5)
    return tuple(
        builder.cell(label, _head_style(column), (width, height), name=label, inset=1.5, rule=rule)
        for column, (label, width) in enumerate(zip(labels, widths, strict=True))
    )


def _head_style(column: int) -> TextStyle:
    align = Align.RIGHT if column == MINUTES_COLUMN else Align.LEFT
    return TextStyle(size=10, bold=True, colour="tx2", align=align, anchor=Anchor.MIDDLE)


def _run_row(builder: PaperBuilder, timed: TimedBlock, widths: tuple[float, ...], height: float) -> tuple[Cell, ...]:
    block = timed.block
    strong = TextStyle(size=11, bold=True, anchor=Anchor.MIDDLE)
    plain = TextStyle(size=11, anchor=Anchor.MIDDLE)
    right = TextStyle(size=11, anchor=Anchor.MIDDLE, align=Align.RIGHT)
    fill = "bg2" if block.kind in PAUSES else None
    material = f"{builder.plan.words['sheet']} {block.exercise}" if block.exercise else ""
    cells = (
        (f"{timed.start:%H.%M}", strong),
        (f"{timed.end:%H.%M}", plain),
        (str(block.minutes), right),
        (block.title, plain if block.kind in PAUSES else strong),
        (material, plain),
        ("", plain),
    )
    return tuple(
        builder.cell(text, style, (width, height), fill=fill, inset=1.5, name=text)
        for (text, style), width in zip(cells, widths, strict=True)
    )


def _table(
    builder: PaperBuilder,
    name: str,
    y: float,
    widths: tuple[float, ...],
    heights: tuple[float, ...],
    rows: tuple[tuple[Cell, ...], ...],
    head_rows: int,
) -> None:
    builder.items.append(
        Table(
            name=name,
            box=box_mm((builder.left, y, sum(widths), sum(heights))),
            widths=tuple(mm(width) for width in widths),
            heights=tuple(mm(height) for height in heights),
            rows=rows,
            head_rows=head_rows,
            head_column=True,
            alt=f"{builder.plan.words['table_of']} {name.lower()}",
        )
    )
