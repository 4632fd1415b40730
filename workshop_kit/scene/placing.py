"""Where the lines of a text and the cells of a table stand on the page, for writers that place each of them themselves."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from workshop_kit.scene.measure import Fonts, block_indent, points, text_height
from workshop_kit.scene.outline import Point
from workshop_kit.scene.page import Align, Anchor, Box, Cell, Stroke, Table, Text, TextLine

BULLET = "•"

SLIDE_LINE_HEIGHT = 1.2
"""A line's height on a slide as a share of its type size: LibreOffice sets it so in imitation of PowerPoint (editeng, "font independent
line spacing"), and a 28 point text it rendered had lines 33.59 points apart."""

RuledLine = tuple[Point, Point, Stroke]
"""A line of a table: its two ends in EMU, and how it is drawn."""

PlacedRow = Sequence[tuple[Cell, Box]]
"""The cells of a row with their boxes."""


def placed_rows(table: Table) -> list[PlacedRow]:
    """Give the cells of each row with their boxes. Raises ValueError where a row has not one cell for each column."""
    lefts = accumulate(table.widths, initial=table.box.x)
    columns = tuple(zip(lefts, table.widths, strict=False))
    tops = accumulate(table.heights, initial=table.box.y)
    return [
        [(cell, Box(x=x, y=y, w=w, h=h)) for cell, (x, w) in zip(row, columns, strict=True)]
        for row, y, h in zip(table.rows, tops, table.heights, strict=False)
    ]


def rule_lines(rows: Sequence[PlacedRow]) -> Iterator[RuledLine]:
    """Give the lines under cells; neighbours in a row with the same rule share one."""
    for row in rows:
        for rule, group in groupby(row, key=lambda placed: placed[0].rule):
            boxes = [box for _, box in group]
            if rule:
                yield (boxes[0].x, boxes[0].bottom), (boxes[-1].right, boxes[-1].bottom), rule


def grid_lines(table: Table) -> Iterator[RuledLine]:
    """Give the lines of a table's grid, those across first; none where it has no grid."""
    if table.grid:
        xs = tuple(accumulate(table.widths, initial=table.box.x))
        ys = tuple(accumulate(table.heights, initial=table.box.y))
        yield from (((xs[0], y), (xs[-1], y), table.grid) for y in ys)
        yield from (((x, ys[0]), (x, ys[-1]), table.grid) for x in xs)


class PlacedLine(NamedTuple):
    """A line, its left end and its baseline, in points from the page's upper left corner.

    `bullet_x` is where a bullet before it stands, or None. After a line that `goes_on` the paragraph has more.
    """

    line: TextLine
    x: float
    baseline: float
    bullet_x: float | None
    goes_on: bool


class Leading(NamedTuple):
    """A single-spaced line's height, and how far down its baseline is, as shares of the type size."""

    height: float
    ascent: float


def own_leading(fonts: Fonts) -> Leading:
    """Give the fonts' own leading, which paper has."""
    return Leading(fonts.line_height, fonts.ascent)


def slide_leading(fonts: Fonts) -> Leading:
    """Give the leading of office programs, which set every font alike and put what is over above the letters."""
    return Leading(SLIDE_LINE_HEIGHT, SLIDE_LINE_HEIGHT - fonts.descent)


def place_lines(text: Text, box: Box, fonts: Fonts, leading: Leading | None = None) -> Iterator[PlacedLine]:
    """Give every line of a text its place in the box, with the fonts' own leading if none is given.

    Less than single spacing takes room from above each line, the first one too, as office programs do.
    """
    height, ascent = leading or own_leading(fonts)
    left, top, right, bottom = text.insets
    style = text.style
    start, width = points(box.x + left), points(box.w - left - right)
    room = points(box.h - top - bottom) - text_height(text.lines, style, fonts, height)
    y = points(box.y + top) + {Anchor.TOP: 0.0, Anchor.MIDDLE: room / 2, Anchor.BOTTOM: room}[style.anchor]
    y += (ascent - height * max(0.0, 1.0 - style.spacing)) * style.size
    for line, following in zip(text.lines, (*text.lines, None)[1:], strict=True):
        if line.first and line.block:
            y += style.space_after
        indent = block_indent(text.blocks[line.block], style)
        rest = width - indent - line.width
        x = start + indent + {Align.LEFT: 0.0, Align.CENTRE: rest / 2, Align.RIGHT: rest}[style.align]
        goes_on = following is not None and not following.first
        yield PlacedLine(line, x, y, start if indent and line.first else None, goes_on)
        y += style.size * height * style.spacing
