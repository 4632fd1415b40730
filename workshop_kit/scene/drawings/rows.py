"""Rows under each other: numbered points, the agenda, a comparison, the list of sources."""

import msgspec

from workshop_kit.domain.plan import TableFigure
from workshop_kit.domain.text import Prose, plain
from workshop_kit.scene.builder import BODY, SlideBuilder
from workshop_kit.scene.drawings.heads import head_and_text
from workshop_kit.scene.page import Align, Anchor, Box, Cell, Stroke, TextStyle

NUMBER_WIDTH = 760_000
HEAD_WIDTH = 3_400_000
GAP = 180_000
HEAD_GAP = 300_000
MOST_ROW_HEIGHT = 1_320_000
CELL_PAD = 150_000
MOST_ALT = 200
"""Characters of a description."""


def _row_style(*, bold: bool = False, colour: str = "tx1", size: float = 24) -> TextStyle:
    return TextStyle(size=size, bold=bold, colour=colour, anchor=Anchor.MIDDLE)


def numbered_rows(builder: SlideBuilder) -> None:
    """Draw a list as numbered rows in a table: number, bold head, text."""
    blocks = builder.section("body")
    box = builder.layout.get("body")
    height = min(MOST_ROW_HEIGHT, BODY.h // max(1, len(blocks)))
    split = [head_and_text(block) for block in blocks]
    head_width = HEAD_WIDTH if any(head for head, _ in split) else 0
    widths = [NUMBER_WIDTH, *([head_width] if head_width else []), BODY.w - NUMBER_WIDTH - head_width]
    rows: list[tuple[Cell, ...]] = []
    for number, (head, text) in enumerate(split, start=1):
        name = f"{box.name.of(builder.plan.language)} {number}"
        cells = [builder.cell(name, str(number), _row_style(bold=True, colour="accent1", size=28), (NUMBER_WIDTH, height))]
        if head_width:
            cells.append(builder.cell(name, head, _row_style(bold=True, colour="tx2"), (head_width, height), insets=(0, 0, HEAD_GAP, 0)))
        cells.append(builder.cell(name, text or "", _row_style(), (widths[-1], height)))
        rows.append(tuple(cells))
    area = Box(x=BODY.x, y=BODY.y, w=BODY.w, h=height * len(rows))
    content = ", ".join(head or plain(text) for head, text in split)
    alt = f"{builder.plan.words['table_of']} {content}"[:MOST_ALT]
    builder.table(box, area, tuple(widths), tuple(rows), alt=alt, head_column=bool(head_width))


def agenda(builder: SlideBuilder) -> None:
    """Draw the day's coarse posts with clock times, each a jump to its section; the last row is the end."""
    figure = builder.figure(TableFigure)
    if figure is None:
        return
    box = builder.layout.get("agenda")
    height = min(680_000, box.h // len(figure.rows))
    widths = (1_700_000, box.w - 1_700_000)
    last = len(figure.rows) - 1
    rows = tuple(
        (
            builder.cell(f"{index}", time, _row_style(bold=True, colour="accent1"), (widths[0], height)),
            builder.cell(f"{index}", title, _row_style(bold=index == last, colour="tx2"), (widths[1], height)),
        )
        for index, (time, title) in enumerate(figure.rows)
    )
    area = Box(x=box.x, y=box.y, w=box.w, h=height * len(rows))
    builder.table(box, area, widths, rows, alt=figure.alt)


COMPARED_ROW = 780_000
COMPARED_SHARE = 0.46
"""The share of a comparison's width that its first column, the names, takes."""


def comparison(builder: SlideBuilder) -> None:
    """Set figures side by side under a head row: the client in rust on sand, numbers to the right."""
    figure = builder.figure(TableFigure)
    if figure is None:
        return
    box = builder.layout.get("table")
    height = min(COMPARED_ROW, box.h // (len(figure.rows) + 1))
    first = int(box.w * COMPARED_SHARE)
    others = (box.w - first) // (len(figure.head) - 1)
    widths = (first, *(others for _ in figure.head[1:]))
    rows = (
        tuple(
            _head_cell(builder, head, index, (width, height)) for index, (head, width) in enumerate(zip(figure.head, widths, strict=True))
        ),
        *(_compared_row(builder, row, widths, height, strong=index == figure.strong_row) for index, row in enumerate(figure.rows)),
    )
    area = Box(x=box.x, y=box.y, w=sum(widths), h=height * len(rows))
    builder.table(box, area, widths, rows, alt=figure.alt, head_rows=1)


def _head_cell(builder: SlideBuilder, head: str, index: int, size: tuple[int, int]) -> Cell:
    style = TextStyle(size=18, bold=True, colour="tx2", align=Align.RIGHT if index else Align.LEFT, anchor=Anchor.BOTTOM)
    insets = (0 if index == 0 else CELL_PAD, 0, CELL_PAD, CELL_PAD // 2)
    return builder.cell(head, head, style, size, insets=insets, rule=Stroke(colour="tx2", width=1.5))


def _compared_row(builder: SlideBuilder, row: tuple[Prose, ...], widths: tuple[int, ...], height: int, *, strong: bool) -> tuple[Cell, ...]:
    style = _row_style(bold=strong, colour="accent2" if strong else "tx1")
    fill = "bg2" if strong else None
    return tuple(
        builder.cell(
            plain(row[0]),
            words,
            style if index == 0 else msgspec.structs.replace(style, align=Align.RIGHT),
            (width, height),
            insets=(CELL_PAD if index or strong else 0, 0, CELL_PAD, 0),
            fill=fill,
        )
        for index, (words, width) in enumerate(zip(row, widths, strict=True))
    )


def sources(builder: SlideBuilder) -> None:
    """List the sources in small type: this slide is a hidden one, for the reader of the file."""
    box = builder.layout.get("body")
    blocks = builder.section("body")
    half = (len(blocks) + 1) // 2
    width = (BODY.w - 2 * GAP) // 2
    rule = Stroke(colour="accent3", width=0.75)
    builder.decorate("", Box(x=BODY.x + width + GAP, y=BODY.y, w=0, h=BODY.h), stroke=rule)
    style = TextStyle(size=12, space_after=2)
    for index, part in enumerate((blocks[:half], blocks[half:])):
        if part:
            area = Box(x=BODY.x + index * (width + 2 * GAP), y=BODY.y, w=width, h=BODY.h)
            builder.words(f"{box.name.of(builder.plan.language)} {index + 1}", part, area, style)
