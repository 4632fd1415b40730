"""Tables: all grounds first, then all rules, then the words."""

from workshop_kit.scene.page import Table
from workshop_kit.scene.placing import grid_lines, own_leading, placed_rows, rule_lines
from workshop_kit.ui.painter.surface import Surface
from workshop_kit.ui.painter.text import draw_text


def draw_table(table: Table, surface: Surface) -> None:
    """Draw a table. Raises ValueError where a row has not one cell for each column.

    Cells have the fonts' own leading on slides as well: so the office suite sets them.
    """
    rows = placed_rows(table)
    leading = own_leading(surface.theme.fonts)
    for cell, box in (placed for row in rows for placed in row):
        if cell.fill:
            surface.fill(box, cell.fill)
    for start, end, stroke in (*rule_lines(rows), *grid_lines(table)):
        surface.line(start, end, stroke)
    for cell, box in (placed for row in rows for placed in row):
        draw_text(cell.text, box, surface, leading)
