"""Tables: all grounds first, then all rules, then the words, with tags that tell rows, columns and headers apart."""

from workshop_kit.domain.text import plain
from workshop_kit.scene.measure import Fonts
from workshop_kit.scene.outline import outline
from workshop_kit.scene.page import Box, Cell, Geometry, Table
from workshop_kit.scene.placing import grid_lines, placed_rows, rule_lines
from workshop_kit.writers.pdf_sheets.content import PageContent
from workshop_kit.writers.pdf_sheets.file import text_string
from workshop_kit.writers.pdf_sheets.links import Links
from workshop_kit.writers.pdf_sheets.structure import Element
from workshop_kit.writers.pdf_sheets.text import Target, draw_text, paragraphs


def draw_table(table: Table, parent: Element, content: PageContent, fonts: Fonts, links: Links) -> None:
    """Draw a table and tag it under a parent."""
    rows = placed_rows(table)
    content.artifact()
    for cell, box in (placed for row in rows for placed in row if placed[0].fill):
        content.paint(outline(Geometry.RECT, box), cell.fill)
    for start, end, stroke in (*rule_lines(rows), *grid_lines(table)):
        content.line(start, end, stroke)
    element = parent.add("Table", f"/A<</O/Table/Summary{text_string(table.alt)}>>" if table.alt else "")
    head, body = (element.add("THead"), element.add("TBody")) if table.head_rows else (element, element)
    for number, row in enumerate(rows):
        line = (head if number < table.head_rows else body).add("TR")
        for column, (cell, box) in enumerate(row):
            _draw_cell(cell, box, line.add(*_cell_tag(table, cell, number, column)), content, fonts, links)


def _cell_tag(table: Table, cell: Cell, row: int, column: int) -> tuple[str, str]:
    scope = "Column" if row < table.head_rows else "Row" if table.head_column and column == 0 else ""
    if not scope or not plain(cell.text.blocks).strip():
        return "TD", ""
    return "TH", f"/A<</O/Table/Scope/{scope}>>"


def _draw_cell(cell: Cell, box: Box, element: Element, content: PageContent, fonts: Fonts, links: Links) -> None:
    if plain(cell.text.blocks).strip():
        targets = [Target(element)] if len(cell.text.blocks) == 1 else paragraphs(cell.text, element)
        draw_text(cell.text, box, fonts, content, links, targets)
