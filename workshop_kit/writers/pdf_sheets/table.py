"""Tables: all grounds first, then all rules, then the words, with tags that tell rows, columns and headers apart."""

from collections.abc import Sequence
from itertools import accumulate, groupby

from workshop_kit.domain.text import plain
from workshop_kit.scene.measure import Fonts
from workshop_kit.scene.page import Box, Cell, Geometry, Stroke, Table
from workshop_kit.writers.pdf_sheets.content import PageContent
from workshop_kit.writers.pdf_sheets.file import text_string
from workshop_kit.writers.pdf_sheets.geometry import outline
from workshop_kit.writers.pdf_sheets.links import Links
from workshop_kit.writers.pdf_sheets.structure import Element
from workshop_kit.writers.pdf_sheets.text import Target, draw_text, paragraphs

PlacedRow = Sequence[tuple[Cell, Box]]


def placed_rows(table: Table) -> list[PlacedRow]:
    """Give the cells of each row with their boxes. Raises ValueError where a row has not one cell for each column."""
    lefts = accumulate(table.widths, initial=table.box.x)
    columns = tuple(zip(lefts, table.widths, strict=False))
    tops = accumulate(table.heights, initial=table.box.y)
    return [
        [(cell, Box(x=x, y=y, w=w, h=h)) for cell, (x, w) in zip(row, columns, strict=True)]
        for row, y, h in zip(table.rows, tops, table.heights, strict=False)
    ]


def draw_table(table: Table, parent: Element, content: PageContent, fonts: Fonts, links: Links) -> None:
    """Draw a table and tag it under a parent."""
    rows = placed_rows(table)
    content.artifact()
    for cell, box in (placed for row in rows for placed in row if placed[0].fill):
        content.paint(outline(Geometry.RECT, box), cell.fill)
    for row in rows:
        _draw_rules(row, content)
    if table.grid:
        _draw_grid(table, table.grid, content)
    element = parent.add("Table", f"/A<</O/Table/Summary{text_string(table.alt)}>>" if table.alt else "")
    head, body = (element.add("THead"), element.add("TBody")) if table.head_rows else (element, element)
    for number, row in enumerate(rows):
        line = (head if number < table.head_rows else body).add("TR")
        for column, (cell, box) in enumerate(row):
            _draw_cell(cell, box, line.add(*_cell_tag(table, cell, number, column)), content, fonts, links)


def _draw_rules(row: PlacedRow, content: PageContent) -> None:
    for rule, group in groupby(row, key=lambda placed: placed[0].rule):
        boxes = [box for _, box in group]
        if rule:
            content.line((boxes[0].x, boxes[0].bottom), (boxes[-1].right, boxes[-1].bottom), rule)


def _draw_grid(table: Table, grid: Stroke, content: PageContent) -> None:
    xs = tuple(accumulate(table.widths, initial=table.box.x))
    ys = tuple(accumulate(table.heights, initial=table.box.y))
    for y in ys:
        content.line((xs[0], y), (xs[-1], y), grid)
    for x in xs:
        content.line((x, ys[0]), (x, ys[-1]), grid)


def _cell_tag(table: Table, cell: Cell, row: int, column: int) -> tuple[str, str]:
    scope = "Column" if row < table.head_rows else "Row" if table.head_column and column == 0 else ""
    if not scope or not plain(cell.text.blocks).strip():
        return "TD", ""
    return "TH", f"/A<</O/Table/Scope/{scope}>>"


def _draw_cell(cell: Cell, box: Box, element: Element, content: PageContent, fonts: Fonts, links: Links) -> None:
    if plain(cell.text.blocks).strip():
        targets = [Target(element)] if len(cell.text.blocks) == 1 else paragraphs(cell.text, element)
        draw_text(cell.text, box, fonts, content, links, targets)
