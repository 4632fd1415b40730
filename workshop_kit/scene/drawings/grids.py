"""Tables and tiles: text tables, traffic lights, the decision form, roles, chosen goals, the client's own goals."""

import re

from workshop_kit.domain.plan import GoalsFigure, MapFigure, TableFigure
from workshop_kit.domain.text import BlockKind, Prose, TextBlock, paragraph
from workshop_kit.scene.builder import BODY, HAIRLINE, PANEL_STROKE, SlideBuilder
from workshop_kit.scene.drawings.figures import FACTS_LOOK, FACTS_MAP, goal_notice, goal_tile
from workshop_kit.scene.drawings.heads import head_and_text
from workshop_kit.scene.mapping import draw_map
from workshop_kit.scene.page import Align, Anchor, Box, Cell, Geometry, Role, Shape, Stroke, TextStyle

MOST_ROW = 780_000
FIGURES_INSET = 700_000
"""Space in EMU after a column of figures, so that they stand under their head and apart from the words after them."""
HEAD_RULE = Stroke(colour="tx2", width=1.5)
MARK_WIDTH = 1_500_000
MANY = 4
"""Examples beside a map from which on they stand in smaller type."""
CHECK_SIDE = 300_000
LIGHTS = ("accent1", "accent4", "accent2")
"""Fill of good, middling and urgent; the word and the shape say it as well."""
LIGHT_SHAPES = (Geometry.ELLIPSE, Geometry.TRIANGLE, Geometry.RECT)


def _rows(prose: Prose) -> list[TextBlock]:
    return [block for block in prose if block.kind is BlockKind.ROW]


def _cell_blocks(block: TextBlock, column: int) -> Prose:
    runs = block.cells[column]
    return (TextBlock(cells=(runs,)),) if runs else (paragraph(""),)


def text_table(builder: SlideBuilder) -> None:
    """Set a table of words: a head, and rows with a bold first column."""
    rows = _rows(builder.section("body"))
    if not rows:
        return
    columns = len(rows[0].cells)
    first = min(3_400_000, BODY.w // columns)
    rest = (BODY.w - first) // max(1, columns - 1)
    widths = (first, *((rest,) * (columns - 2)), BODY.w - first - rest * (columns - 2)) if columns > 1 else (BODY.w,)
    _table(builder, rows, widths, MOST_ROW)


def _table(builder: SlideBuilder, rows: list[TextBlock], widths: tuple[int, ...], most: int) -> int:
    """Set rows under a head, as high as there is room for; gives the height of one."""
    height = min(most, BODY.h // len(rows))
    aligns = tuple(Align.RIGHT if _is_figures(rows, column) else Align.LEFT for column in range(len(widths)))
    cells = tuple(_table_row(builder, row, index, widths, height, aligns) for index, row in enumerate(rows))
    area = Box(x=BODY.x, y=BODY.y, w=sum(widths), h=height * len(rows))
    builder.table(builder.layout.get("table"), area, widths, cells, alt=_alt(builder, rows), head_rows=1)
    return height


def _is_figures(rows: list[TextBlock], column: int) -> bool:
    """Tell whether a column holds nothing but one number in each row."""
    texts = ["".join(run.text for run in row.cells[column]).strip() for row in rows[1:]]
    return any(texts) and all(re.fullmatch(r"[\d\s]+(,\d+)?(\s?%)?", text) for text in texts)


def _alt(builder: SlideBuilder, rows: list[TextBlock]) -> str:
    heads = ", ".join("".join(run.text for run in cell) for cell in rows[0].cells if cell)
    return f"{builder.plan.words['table_of']} {heads}"[:200]


def _table_row(
    builder: SlideBuilder, row: TextBlock, index: int, widths: tuple[int, ...], height: int, aligns: tuple[Align, ...]
) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for column, (width, align) in enumerate(zip(widths, aligns, strict=True)):
        head = TextStyle(size=18, bold=True, colour="tx2", align=align, anchor=Anchor.MIDDLE)
        body = TextStyle(size=20, bold=column == 0, align=align, anchor=Anchor.MIDDLE)
        inset = (0 if column == 0 else 100_000, 0, FIGURES_INSET if align is Align.RIGHT else 60_000, 0)
        rule = HEAD_RULE if index == 0 else HAIRLINE
        cells.append(
            builder.cell(f"{index}", _cell_blocks(row, column), head if index == 0 else body, (width, height), insets=inset, rule=rule)
        )
    return tuple(cells)


def traffic_lights(builder: SlideBuilder) -> None:
    """Set what was measured in a table, with a mark whose word, shape and colour say how it stands."""
    rows = _rows(builder.section("body"))
    words = [builder.plan.words[key] for key in ("light_good", "light_middling", "light_urgent")]
    widths = (3_300_000, MARK_WIDTH + 500_000, BODY.w - 3_300_000 - MARK_WIDTH - 500_000)
    height = _table(builder, rows, widths, MOST_ROW)
    for index, row in enumerate(rows[1:], start=1):
        word = "".join(run.text for run in row.cells[1]).strip().casefold()
        if word in words:
            place = words.index(word)
            box = Box(x=BODY.x + widths[0] + MARK_WIDTH, y=BODY.y + index * height + (height - 260_000) // 2, w=260_000, h=260_000)
            outline = Stroke(colour="tx2", width=1.5)
            builder.items.append(
                Shape(name="", box=box, role=Role.DECORATION, geometry=LIGHT_SHAPES[place], fill=LIGHTS[place], stroke=outline)
            )


def decision_form(builder: SlideBuilder) -> None:
    """Set an empty table to fill in as the room decides."""
    rows = _rows(builder.section("body"))
    if not rows:
        return
    columns = len(rows[0].cells)
    width = BODY.w // columns
    _table(builder, rows, (*((width,) * (columns - 1)), BODY.w - width * (columns - 1)), 1_150_000)


def roles(builder: SlideBuilder) -> None:
    """Draw the roles as tiles: those that are present are lit, with a check mark."""
    blocks = builder.section("body")
    present = {block.text.casefold() for block in builder.section("present")}
    across, gap = 3, 180_000
    down = -(-len(blocks) // across)
    width, height = (BODY.w - gap * (across - 1)) // across, (BODY.h - gap * (down - 1)) // down
    for index, block in enumerate(blocks):
        row, column = divmod(index, across)
        box = Box(x=BODY.x + column * (width + gap), y=BODY.y + row * (height + gap), w=width, h=height)
        is_lit = not present or block.text.casefold() in present
        style = TextStyle(size=24, bold=is_lit, colour="bg1" if is_lit else "tx1", align=Align.CENTRE, anchor=Anchor.MIDDLE)
        words = (TextBlock(cells=block.cells),)
        builder.words(
            block.text, words, box, style, fill="tx2" if is_lit else "bg2", stroke=None if is_lit else PANEL_STROKE, inset=120_000
        )
        if present and is_lit:
            mark = Box(x=box.x + 150_000, y=box.y + 150_000, w=CHECK_SIDE, h=CHECK_SIDE)
            builder.items.append(Shape(name="", box=mark, role=Role.DECORATION, fill="bg1", geometry=Geometry.CHECK))


def chosen_goals(builder: SlideBuilder) -> None:
    """Draw the goals that the client chose, as large as there is room for."""
    figure = builder.figure(GoalsFigure)
    if figure is None:
        return
    count = len(figure.tiles)
    across = 6 if count > 6 else max(2, count if count <= 3 else -(-count // 2))
    down = -(-count // across)
    gap = 110_000 if count <= 6 else 80_000
    room = BODY.h - 290_000
    width, height = (BODY.w - gap * (across - 1)) // across, min(1_900_000, (room - gap * (down - 1)) // down)
    for index, tile in enumerate(figure.tiles):
        row, column = divmod(index, across)
        goal_tile(builder, Box(x=BODY.x + column * (width + gap), y=BODY.y + row * (height + gap), w=width, h=height), tile)
    goal_notice(builder, Box(x=BODY.x, y=BODY.bottom - 200_000, w=BODY.w, h=200_000))


def own_goals(builder: SlideBuilder) -> None:
    """Set the client's own goals under each other, with the year they were adopted."""
    figure = builder.figure(TableFigure)
    if figure is None:
        return
    gap = 200_000
    height = min(1_250_000, (BODY.h - gap * (len(figure.rows) - 1)) // max(1, len(figure.rows)))
    for index, (year, text) in enumerate(figure.rows):
        y = BODY.y + index * (height + gap)
        badge = TextStyle(size=28, bold=True, colour="bg1", align=Align.CENTRE, anchor=Anchor.MIDDLE)
        builder.words("1", year, Box(x=BODY.x, y=y, w=1_700_000, h=height), badge, fill="accent2")
        box = Box(x=BODY.x + 1_700_000, y=y, w=BODY.w - 1_700_000, h=height)
        builder.words(
            "2", text, box, TextStyle(size=28, anchor=Anchor.MIDDLE), fill="bg2", stroke=PANEL_STROKE, inset=(240_000, 0, 120_000, 0)
        )


def own_example_form(builder: SlideBuilder) -> None:
    """Set the example card's four rows with a question in each, for the groups' own examples."""
    rows = [head_and_text(block) for block in builder.section("body")]
    height = BODY.h // max(1, len(rows))
    for index, (head, text) in enumerate(rows):
        y = BODY.y + index * height
        style = TextStyle(size=28, bold=True, colour="bg1", anchor=Anchor.MIDDLE)
        builder.words(head, head, Box(x=BODY.x, y=y, w=2_600_000, h=height - 110_000), style, fill="tx2", inset=(200_000, 0, 80_000, 0))
        box = Box(x=BODY.x + 2_600_000, y=y, w=BODY.w - 2_600_000, h=height - 110_000)
        style = TextStyle(size=28, anchor=Anchor.MIDDLE)
        builder.words(head, text or (paragraph(""),), box, style, fill="bg2", stroke=PANEL_STROKE, inset=(240_000, 0, 120_000, 0))


def examples_map(builder: SlideBuilder) -> None:
    """Set the chosen examples in a table beside the map they lie on, with the reason for each."""
    table, county = builder.figure(TableFigure), builder.figure(MapFigure)
    if table is not None:
        box = builder.layout.get("facts")
        height = min(1_250_000, (6_050_000 - box.y) // max(1, len(table.rows)))
        for index, (place, reason) in enumerate(table.rows):
            area = Box(x=box.x, y=box.y + index * height, w=box.w, h=height - 100_000)
            blocks = (*(TextBlock(cells=block.cells) for block in place), *reason)
            style = TextStyle(size=20 if len(table.rows) <= MANY else 18, anchor=Anchor.MIDDLE)
            builder.words("1", blocks, area, style, inset=(160_000, 0, 0, 0))
            builder.items.append(Shape(name="", box=Box(x=area.x, y=area.y, w=60_000, h=area.h), role=Role.DECORATION, fill="accent1"))
    if county is not None:
        draw_map(builder, county, FACTS_MAP, FACTS_LOOK, 330_000)
