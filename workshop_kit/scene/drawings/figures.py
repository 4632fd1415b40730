"""Drawings of data: charts, share bars, maps with key figures, goals, and the example card."""

from workshop_kit.domain.plan import BadgeFigure, ChartFigure, GoalsFigure, GoalTile, MapFigure, ShareFigure, TableFigure
from workshop_kit.domain.text import paragraph
from workshop_kit.scene.builder import BODY, PANEL_STROKE, SlideBuilder
from workshop_kit.scene.drawings.logo import cover_logo
from workshop_kit.scene.mapping import MapLook, draw_map
from workshop_kit.scene.page import Align, Anchor, Box, Cell, Chart, Geometry, Role, Shape, TextStyle

COVER_MAP = Box(x=7_127_000, y=350_000, w=4_725_000, h=6_150_000)
FACTS_MAP = Box(x=6_366_000, y=0, w=5_826_000, h=6_858_000)
EXAMPLE_MAP = Box(x=8_188_000, y=1_840_000, w=3_464_000, h=2_120_000)
NOTICE = TextStyle(size=12)
"""The line that the goals' colours are no endorsement, on every page with them."""
NOTICE_HEIGHT = 200_000
BARS_TOP, BAR_STEP, BAR_HEIGHT, BAR_LABEL = 4_760_000, 450_000, 320_000, 2_500_000
"""Share bars in EMU: where the first begins, from one to the next, how high, and the room for a caption."""
COVER_LOOK = MapLook(
    land="land",
    border="tx2",
    client="accent4",
    label_colour="tx2",
    leader="accent4",
    ring="accent4",
    ring_share=0.02,
    label_size=20,
    scale_bar=False,
)
FACTS_LOOK = MapLook(ring="accent2", leader="accent2", label_size=16)
EXAMPLE_LOOK = MapLook(scale_bar=False)


def cover(builder: SlideBuilder) -> None:
    """Draw the county at the right of the cover, the client in gold, named and ringed, and put the client's logo over the title."""
    cover_logo(builder)
    figure = builder.figure(MapFigure)
    if figure is not None:
        draw_map(builder, figure, COVER_MAP, COVER_LOOK, 180_000)


def chart(builder: SlideBuilder) -> None:
    """Put a native chart into the layout's chart box."""
    figure = builder.figure(ChartFigure)
    if figure is None:
        return
    box = builder.layout.get("chart")
    builder.items.append(
        Chart(name=box.name.of(builder.plan.language), box=box.box, figure=figure, size=box.size, alt=figure.alt, placeholder=box.idx)
    )


def share(builder: SlideBuilder) -> None:
    """Draw one share of a whole as a wide bar under the number."""
    figure = builder.figure(ShareFigure)
    if figure is None:
        return
    number = builder.layout.get("number")
    bar = Box(x=number.x, y=BARS_TOP + 250_000, w=number.w, h=BAR_HEIGHT)
    builder.items.append(Shape(name="", box=bar, role=Role.DECORATION, fill="accent6", stroke=PANEL_STROKE))
    label, value, meaning = figure.bars[0]
    part = Box(x=bar.x, y=bar.y, w=int(bar.w * value / 100), h=bar.h)
    builder.items.append(Shape(name=label, box=part, fill=builder.theme.meaning(meaning), alt=figure.alt))


def share_bars(builder: SlideBuilder) -> None:
    """Draw shares of a whole as bars, one under the other, each with its caption before it."""
    figure = builder.figure(ShareFigure)
    if figure is None:
        return
    number = builder.layout.get("number")
    style = TextStyle(size=18, anchor=Anchor.MIDDLE)
    for index, (label, share, meaning) in enumerate(figure.bars):
        y = BARS_TOP + index * BAR_STEP
        builder.words(label, label, Box(x=number.x, y=y, w=BAR_LABEL, h=BAR_HEIGHT), style)
        bar = Box(x=number.x + BAR_LABEL, y=y, w=number.w - BAR_LABEL, h=BAR_HEIGHT)
        builder.items.append(Shape(name="", box=bar, role=Role.DECORATION, fill="accent6", stroke=PANEL_STROKE))
        part = Box(x=bar.x, y=bar.y, w=int(bar.w * share / 100), h=bar.h)
        builder.items.append(Shape(name=label, box=part, fill=builder.theme.meaning(meaning), alt=figure.alt if index == 0 else ""))


def key_figures(builder: SlideBuilder) -> None:
    """Set key figures as a table at the left of the county's map."""
    table, county = builder.figure(TableFigure), builder.figure(MapFigure)
    if table is not None:
        _facts(builder, table)
    if county is not None:
        draw_map(builder, county, FACTS_MAP, FACTS_LOOK, 330_000)


def _facts(builder: SlideBuilder, figure: TableFigure) -> None:
    box = builder.layout.get("facts")
    height = min(620_000, box.h // len(figure.rows))
    widths = (3_300_000, box.w - 3_300_000)
    rows: list[tuple[Cell, ...]] = []
    for index, (label, value) in enumerate(figure.rows):
        strong = index == figure.strong_row
        style = TextStyle(
            size=28 if strong else 24, bold=True, colour="accent2" if strong else "tx2", align=Align.RIGHT, anchor=Anchor.MIDDLE
        )
        rows.append(
            (
                builder.cell(f"{index}", label, TextStyle(size=20, anchor=Anchor.MIDDLE), (widths[0], height)),
                builder.cell(f"{index}", value, style, (widths[1], height)),
            )
        )
    area = Box(x=box.x, y=box.y, w=box.w, h=height * len(rows))
    builder.table(box, area, widths, tuple(rows), alt=figure.alt)


def goals(builder: SlideBuilder) -> None:
    """Draw the 17 goals as numbered tiles in their colours, and a last tile in sand."""
    figure = builder.figure(GoalsFigure)
    if figure is None:
        return
    gap, across = 80_000, 6
    down = (len(figure.tiles) + across) // across
    room = BODY.h - NOTICE_HEIGHT - gap
    width, height = (BODY.w - gap * (across - 1)) // across, (room - gap * (down - 1)) // down
    for index, tile in enumerate(figure.tiles):
        row, column = divmod(index, across)
        box = Box(x=BODY.x + column * (width + gap), y=BODY.y + row * (height + gap), w=width, h=height)
        goal_tile(builder, box, tile)
    row, column = divmod(len(figure.tiles), across)
    box = Box(x=BODY.x + column * (width + gap), y=BODY.y + row * (height + gap), w=width, h=height)
    if figure.last_head:
        blocks = (paragraph(figure.last_head, bold=True), paragraph(figure.last_text))
        builder.words(figure.last_head, blocks, box, TextStyle(size=20, colour="tx2"), fill="bg2", stroke=PANEL_STROKE, inset=100_000)
    goal_notice(builder, Box(x=BODY.x, y=BODY.bottom - NOTICE_HEIGHT, w=BODY.w, h=NOTICE_HEIGHT))


def goal_notice(builder: SlideBuilder, box: Box) -> None:
    """Say that the colours are no endorsement, where the slide has the line."""
    notice = builder.section("goal_notice")
    if notice:
        builder.words("", notice, box, NOTICE, role=Role.SOURCE)


def goal_tile(builder: SlideBuilder, box: Box, tile: GoalTile) -> None:
    """Draw one goal in its colour: number and name."""
    colour = "#FFFFFF" if tile.text == "white" else "#000000"
    number = TextStyle(size=28, bold=True, colour=colour)
    builder.words(f"{tile.number}", f"{tile.number}", box, number, fill=f"#{tile.colour}", inset=(90_000, 70_000, 40_000, 0))
    name = Box(x=box.x, y=box.y + 480_000, w=box.w, h=box.h - 480_000)
    style = TextStyle(size=20, bold=True, colour=colour, anchor=Anchor.BOTTOM)
    builder.words(tile.name, tile.name, name, style, inset=(90_000, 0, 40_000, 90_000))


def example(builder: SlideBuilder) -> None:
    """Draw an example card: four rows, a small map, goal chips, and the year by the title."""
    table, county = builder.figure(TableFigure), builder.figure(MapFigure)
    badge, goal_tiles = builder.figure(BadgeFigure), builder.figure(GoalsFigure)
    if badge is not None:
        style = TextStyle(size=20, bold=True, colour="tx2", align=Align.CENTRE, anchor=Anchor.MIDDLE)
        box = Box(x=10_252_000, y=650_000, w=1_400_000, h=440_000)
        builder.words(badge.text, badge.text, box, style, fill="bg2", stroke=PANEL_STROKE, geometry=Geometry.ROUND, role=Role.LABEL)
    if table is not None:
        _example_rows(builder, table)
    if county is not None:
        draw_map(builder, county, EXAMPLE_MAP, EXAMPLE_LOOK, 110_000)
    if goal_tiles is not None:
        _chips(builder, goal_tiles)
        goal_notice(builder, Box(x=EXAMPLE_MAP.x, y=BODY.bottom - 3 * NOTICE_HEIGHT, w=EXAMPLE_MAP.w, h=3 * NOTICE_HEIGHT))


def _example_rows(builder: SlideBuilder, figure: TableFigure) -> None:
    box = builder.layout.get("table")
    height = BODY.h // len(figure.rows)
    widths = (1_560_000, box.w - 1_560_000)
    rows = tuple(
        (
            builder.cell(f"{index}", label, TextStyle(size=20, bold=True, colour="accent1", anchor=Anchor.MIDDLE), (widths[0], height)),
            builder.cell(f"{index}", text, TextStyle(size=24, anchor=Anchor.MIDDLE), (widths[1], height)),
        )
        for index, (label, text) in enumerate(figure.rows)
    )
    area = Box(x=box.x, y=BODY.y, w=box.w, h=height * len(rows))
    builder.table(box, area, widths, rows, alt=figure.alt)


def _chips(builder: SlideBuilder, figure: GoalsFigure) -> None:
    tiles = figure.tiles[:3]
    gap, top = 50_000, EXAMPLE_MAP.bottom + 80_000
    height = 390_000
    for index, tile in enumerate(tiles):
        box = Box(x=EXAMPLE_MAP.x, y=top + index * (height + gap), w=EXAMPLE_MAP.w, h=height)
        colour = "#FFFFFF" if tile.text == "white" else "#000000"
        style = TextStyle(size=16, bold=True, colour=colour, anchor=Anchor.MIDDLE)
        builder.words(
            f"{tile.number}", f"{tile.number}\u2002{tile.name}", box, style, fill=f"#{tile.colour}", inset=(110_000, 0, 60_000, 0)
        )
    if figure.last_head:
        box = Box(x=EXAMPLE_MAP.x, y=top + len(tiles) * (height + gap), w=EXAMPLE_MAP.w, h=height)
        style = TextStyle(size=16, bold=True, colour="tx2", anchor=Anchor.MIDDLE)
        builder.words(figure.last_head, figure.last_head, box, style, fill="bg2", stroke=PANEL_STROKE, inset=(110_000, 0, 60_000, 0))
