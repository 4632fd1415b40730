"""Diagrams of ideas: what a smart city is, three sides of sustainability, Kommune 1.0 to 3.0."""

from workshop_kit.domain.text import BlockKind, Prose, TextBlock, paragraph
from workshop_kit.scene.builder import BODY, HAIRLINE, PANEL_INSET, PANEL_STROKE, SlideBuilder
from workshop_kit.scene.drawings.heads import head_and_text
from workshop_kit.scene.page import Align, Anchor, Box, Cell, Geometry, Role, Shape, Stroke, Table, TextStyle
from workshop_kit.scene.theme import column_x, columns_width

GAP = 150_000
CHAIN_HEIGHT = 1_640_000
OVERLAP = 150_000
NOTCH, POINT = 540_000, 330_000
"""What a chevron's notch and point take of its width, with some air."""


def smart_city(builder: SlideBuilder) -> None:
    """Draw the chain people, services, technology, and under it the four aims."""
    chain = [head_and_text(block) for block in builder.section("chain")]
    width = (BODY.w + OVERLAP * (len(chain) - 1)) // len(chain)
    for index, (head, text) in enumerate(chain):
        box = Box(x=BODY.x + index * (width - OVERLAP), y=BODY.y, w=width, h=CHAIN_HEIGHT)
        geometry = Geometry.PENTAGON if index == 0 else Geometry.CHEVRON
        builder.decorate("", box, fill="accent1", geometry=geometry)
        # The words have a box of their own: each office program gives a chevron another room for text.
        left = PANEL_INSET if index == 0 else NOTCH
        inner = Box(x=box.x + left, y=box.y, w=box.w - left - POINT, h=box.h)
        style = TextStyle(size=24, colour="bg1", anchor=Anchor.MIDDLE, space_after=2)
        builder.words(head, (paragraph(head, bold=True), *text), inner, style)
    top = BODY.y + CHAIN_HEIGHT + 200_000
    lead = builder.section("lead") or (paragraph(builder.plan.words["four_aims"]),)
    builder.words("", lead, Box(x=BODY.x, y=top, w=BODY.w, h=400_000), TextStyle(size=24, bold=True, colour="tx2"), role=Role.HEADING)
    _aims(builder, builder.section("aims"), top + 520_000)


def _aims(builder: SlideBuilder, aims: Prose, top: int) -> None:
    width = (BODY.w - GAP * (len(aims) - 1)) // max(1, len(aims))
    height = BODY.bottom - top
    for index, block in enumerate(aims):
        box = Box(x=BODY.x + index * (width + GAP), y=top, w=width, h=height)
        builder.words(
            f"{index + 1}",
            (TextBlock(cells=block.cells),),
            box,
            TextStyle(size=24, colour="tx1", anchor=Anchor.MIDDLE),
            fill="bg2",
            stroke=PANEL_STROKE,
            inset=(200_000, 80_000, 120_000, 80_000),
        )
        builder.items.append(Shape(name="", box=Box(x=box.x, y=top, w=70_000, h=height), role=Role.DECORATION, fill="accent1"))


def definition_words(builder: SlideBuilder) -> None:
    """Set a definition at the left, and its three carrying words as panels at the right."""
    builder.words(
        "1", builder.section("body"), Box(x=BODY.x, y=BODY.y, w=columns_width(7) - 100_000, h=BODY.h), TextStyle(size=28, space_after=12)
    )
    words = [head_and_text(block) for block in builder.section("words")]
    height = (BODY.h - GAP * (len(words) - 1)) // max(1, len(words))
    x, width = column_x(8), columns_width(5)
    for index, (head, text) in enumerate(words):
        box = Box(x=x, y=BODY.y + index * (height + GAP), w=width, h=height)
        style = TextStyle(size=24, anchor=Anchor.MIDDLE, space_after=2)
        inset = (PANEL_INSET + 60_000, 60_000, 150_000, 60_000)
        builder.words(head, (paragraph(head, bold=True), *text), box, style, fill="bg2", stroke=PANEL_STROKE, inset=inset)
        builder.items.append(Shape(name="", box=Box(x=x, y=box.y, w=70_000, h=height), role=Role.DECORATION, fill="accent1"))


def tiles(builder: SlideBuilder) -> None:
    """Draw up to eight numbered statements in two columns, read down the first and then the second."""
    blocks = builder.section("body")
    count = (len(blocks) + 1) // 2
    gap = 110_000
    width = (BODY.w - 200_000) // 2
    height = (BODY.h - gap * (count - 1)) // count
    for index, block in enumerate(blocks):
        column, row = divmod(index, count)
        x, y = BODY.x + column * (width + 200_000), BODY.y + row * (height + gap)
        number = TextStyle(size=28, bold=True, colour="bg1", align=Align.CENTRE, anchor=Anchor.MIDDLE)
        builder.words(f"{index + 1}", str(index + 1), Box(x=x, y=y, w=760_000, h=height), number, fill="tx2")
        box = Box(x=x + 760_000, y=y, w=width - 760_000, h=height)
        style = TextStyle(size=24, anchor=Anchor.MIDDLE)
        builder.words(
            f"{index + 1}",
            (TextBlock(cells=block.cells),),
            box,
            style,
            fill="bg2",
            stroke=PANEL_STROKE,
            inset=(200_000, 40_000, 120_000, 40_000),
        )


def three_circles(builder: SlideBuilder) -> None:
    """Draw the three sides of sustainability as circles that overlap, their meaning at the right."""
    sides = [head_and_text(block) for block in builder.section("body")]
    size = 2_480_000
    left = BODY.x + 200_000
    places = ((left + 990_000, BODY.y), (left, BODY.y + 1_720_000), (left + 1_980_000, BODY.y + 1_720_000))
    labels = ((0, -520_000), (-420_000, 360_000), (420_000, 360_000))
    strokes = ("accent1", "tx2", "accent5")
    for (x, y), colour in zip(places, strokes, strict=True):
        builder.decorate("", Box(x=x, y=y, w=size, h=size), stroke=Stroke(colour=colour, width=4.5), geometry=Geometry.ELLIPSE)
    for (head, _), (x, y), (dx, dy), colour in zip(sides, places, labels, strokes, strict=True):
        middle = Box(x=x + dx + size // 2 - 860_000, y=y + dy + size // 2 - 250_000, w=1_720_000, h=500_000)
        builder.words(head, head, middle, TextStyle(size=20, bold=True, colour=colour, align=Align.CENTRE, anchor=Anchor.MIDDLE))
    _sides(builder, sides, strokes)


def _sides(builder: SlideBuilder, sides: list[tuple[str, Prose]], strokes: tuple[str, ...]) -> None:
    x, width, height = column_x(7), columns_width(6), 960_000
    for index, ((head, text), colour) in enumerate(zip(sides, strokes, strict=True)):
        y = BODY.y + index * (height + 90_000)
        builder.decorate("", Box(x=x, y=y, w=60_000, h=height), fill=colour)
        box = Box(x=x + 60_000, y=y, w=width - 60_000, h=height)
        style = TextStyle(size=24, anchor=Anchor.MIDDLE)
        builder.words(head, (paragraph(head, bold=True), *text), box, style, inset=(200_000, 0, 0, 0))
    top = BODY.y + 3 * (height + 90_000)
    style = TextStyle(size=24, bold=True, colour="accent2", anchor=Anchor.MIDDLE)
    question = builder.section("question")
    if question:
        builder.words("?", question, Box(x=x, y=top, w=width, h=BODY.bottom - top), style)


GENERATION_FILLS = (("accent3", "tx1"), ("accent1", "bg1"), ("tx2", "bg1"))
LABEL_WIDTH = 2_520_000
BANDS_HEIGHT = 430_000


def municipality_generations(builder: SlideBuilder) -> None:
    """Draw Kommune 1.0, 2.0 and 3.0 as a table under three bands: each lives on beside the next."""
    rows = [block for block in builder.section("body") if block.kind is BlockKind.ROW]
    if not rows:
        return
    width = (BODY.w - LABEL_WIDTH) // 3
    for index, (fill, _) in enumerate(GENERATION_FILLS):
        x = BODY.x + LABEL_WIDTH + index * width
        band = Box(x=x, y=BODY.y + index * 140_000, w=BODY.right - x, h=110_000)
        builder.decorate("", band, fill=fill)
    widths = (LABEL_WIDTH, width, width, BODY.w - LABEL_WIDTH - 2 * width)
    top = BODY.y + BANDS_HEIGHT
    height = (BODY.bottom - top) // len(rows)
    cells = tuple(_generation_row(builder, row, index, widths, height) for index, row in enumerate(rows))
    builder.items.append(
        Table(
            name=builder.layout.name.of(builder.plan.language),
            box=Box(x=BODY.x, y=top, w=BODY.w, h=height * len(rows)),
            widths=widths,
            heights=(height,) * len(rows),
            rows=cells,
            head_rows=1,
            head_column=True,
            alt=builder.plan.words["alt_generations"],
        )
    )


def _generation_row(builder: SlideBuilder, row: TextBlock, index: int, widths: tuple[int, ...], height: int) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for column, (runs, width) in enumerate(zip(row.cells, widths, strict=True)):
        blocks = (TextBlock(cells=(runs,)),) if runs else (paragraph(""),)
        if index == 0 and column:
            fill, colour = GENERATION_FILLS[column - 1]
            style = TextStyle(size=24, bold=True, colour=colour, anchor=Anchor.MIDDLE)
            cells.append(builder.cell("1", blocks, style, (width, height), insets=(150_000, 0, 80_000, 0), fill=fill))
        elif column == 0:
            style = TextStyle(size=20, bold=True, colour="accent1", anchor=Anchor.MIDDLE)
            cells.append(
                builder.cell("1", blocks, style, (width, height), insets=(0, 0, 100_000, 0), rule=None if index == 0 else HAIRLINE)
            )
        else:
            style = TextStyle(size=20, bold=column == 3, anchor=Anchor.MIDDLE)
            fill = "accent6" if column == 3 else None
            cells.append(builder.cell("1", blocks, style, (width, height), insets=(150_000, 0, 80_000, 0), fill=fill))
    return tuple(cells)


def timeline(builder: SlideBuilder) -> None:
    """Draw years on a line with what happened in a panel under each."""
    stops = [head_and_text(block) for block in builder.section("body")]
    width = (BODY.w - GAP * (len(stops) - 1)) // max(1, len(stops))
    y = BODY.y + 900_000
    builder.decorate("", Box(x=BODY.x, y=y, w=BODY.w, h=0), stroke=Stroke(colour="accent3", width=3, arrow=True), geometry=Geometry.LINE)
    for index, (head, text) in enumerate(stops):
        x = BODY.x + index * (width + GAP)
        style = TextStyle(size=28, bold=True, colour="accent1", anchor=Anchor.BOTTOM)
        builder.words(head, head, Box(x=x, y=BODY.y, w=width, h=720_000), style)
        builder.decorate("", Box(x=x, y=y - 110_000, w=220_000, h=220_000), fill="accent1", geometry=Geometry.ELLIPSE)
        panel = Box(x=x, y=y + 330_000, w=width, h=BODY.bottom - y - 330_000)
        builder.words(head, text, panel, TextStyle(size=24, anchor=Anchor.MIDDLE), fill="bg2", stroke=PANEL_STROKE, inset=PANEL_INSET)


def layers(builder: SlideBuilder) -> None:
    """Draw layers on top of each other: the name in a solid field, what it means beside it."""
    named = [head_and_text(block) for block in builder.section("body")]
    height = (BODY.h - GAP * (len(named) - 1)) // max(1, len(named))
    for index, (head, text) in enumerate(named):
        y = BODY.y + index * (height + GAP)
        style = TextStyle(size=28, bold=True, colour="bg1", anchor=Anchor.MIDDLE)
        builder.words(
            head, head, Box(x=BODY.x, y=y, w=columns_width(4), h=height), style, fill="tx2", inset=(PANEL_INSET, 0, PANEL_INSET, 0)
        )
        box = Box(x=BODY.x + columns_width(4), y=y, w=BODY.w - columns_width(4), h=height)
        builder.words(
            head,
            text,
            box,
            TextStyle(size=24, anchor=Anchor.MIDDLE),
            fill="bg2",
            stroke=PANEL_STROKE,
            inset=(PANEL_INSET, 0, PANEL_INSET, 0),
        )
