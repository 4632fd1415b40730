import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests import make
from tests.ui.painter.looking import EMU_PER_PIXEL, WIDTH, colour, ink, only, page, painted, picture_of, px, text
from workshop_kit.domain.plan import ChartKind, Meaning
from workshop_kit.domain.text import Run, TextBlock, paragraph
from workshop_kit.scene.page import (
    Align,
    Anchor,
    Cell,
    Chart,
    Geometry,
    Item,
    Map,
    MapArea,
    Role,
    Shape,
    Stroke,
    Table,
    TextStyle,
    WritingLines,
)
from workshop_kit.ui.painter import paint_page, render_page
from workshop_kit.ui.painter.typeface import FontNotRead, load_family

BOX = px(300, 200, 200, 100)
MIDDLE = (400, 250)
THICK = Stroke(colour="accent2", width=6)
NEAR = 1
"""Pixels that an edge may be out by."""

Spot = tuple[int, int, str]


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Qt's fonts need an application."""


def shape(geometry: Geometry = Geometry.RECT, **changes: object) -> Shape:
    values: dict[str, object] = {"fill": "accent1", **changes}
    return Shape(name="", box=BOX, geometry=geometry, **values)  # pyright: ignore[reportArgumentType] - the fields have many types


def cell(fill: str | None, rule: Stroke | None = None) -> Cell:
    return Cell(text=text("", TextStyle(size=12), BOX), fill=fill, rule=rule)


TABLE = Table(
    name="",
    box=BOX,
    widths=(100 * EMU_PER_PIXEL,) * 2,
    heights=(50 * EMU_PER_PIXEL,) * 2,
    rows=((cell("accent1"), cell("accent2")), (cell(None, THICK), cell(None, THICK))),
)
GRID = Table(name="", box=BOX, widths=TABLE.widths, heights=TABLE.heights, rows=((cell(None),) * 2,) * 2, grid=THICK)
RING = tuple((x * EMU_PER_PIXEL, y * EMU_PER_PIXEL) for x, y in ((300, 200), (500, 200), (500, 300), (300, 300)))
HOLE = tuple((x * EMU_PER_PIXEL, y * EMU_PER_PIXEL) for x, y in ((380, 230), (420, 230), (420, 270), (380, 270)))
MAP = Map(name="", box=BOX, areas=(MapArea(name="", rings=(RING, HOLE), fill="accent3", stroke=Stroke(colour="tx2", width=1.5)),), alt="")
CHART = Chart(
    name="",
    box=BOX,
    size=12,
    alt="",
    figure=make.chart_figure(ChartKind.COLUMN, make.series(20.0, 30.0, meanings=(Meaning.COMPARISON, Meaning.CLIENT))),
)
LINES = WritingLines(name="", box=BOX, count=3, spacing=30 * EMU_PER_PIXEL, stroke=THICK)

CASES: dict[str, tuple[Item, tuple[Spot, ...]]] = {
    "rect": (shape(), ((301, 201, "accent1"), (498, 298, "accent1"))),
    "round": (shape(Geometry.ROUND, corner=40 * EMU_PER_PIXEL), ((302, 202, "bg1"), (*MIDDLE, "accent1"), (302, 250, "accent1"))),
    "ellipse": (shape(Geometry.ELLIPSE), ((310, 210, "bg1"), (*MIDDLE, "accent1"), (303, 250, "accent1"))),
    "pentagon": (shape(Geometry.PENTAGON), ((302, 202, "accent1"), (496, 204, "bg1"), (496, 250, "accent1"))),
    "chevron": (shape(Geometry.CHEVRON), ((304, 250, "bg1"), (302, 201, "accent1"), (496, 250, "accent1"), (496, 204, "bg1"))),
    "triangle": (shape(Geometry.TRIANGLE), ((310, 210, "bg1"), (400, 210, "accent1"), (310, 297, "accent1"))),
    "check": (shape(Geometry.CHECK), ((400, 230, "bg1"), (386, 275, "accent1"))),
    "cross": (shape(Geometry.CROSS), ((*MIDDLE, "accent1"), (400, 205, "bg1"), (360, 212, "accent1"))),
    "outline": (shape(fill=None, stroke=THICK), ((*MIDDLE, "bg1"), (300, 250, "accent2"), (400, 300, "accent2"))),
    "goal tile": (shape(fill="#FD9D24"), ((*MIDDLE, "#FD9D24"),)),
    "line": (shape(Geometry.LINE, stroke=THICK), ((*MIDDLE, "accent2"), (320, 290, "bg1"))),
    "line up": (shape(Geometry.LINE_UP, stroke=THICK), ((*MIDDLE, "accent2"), (320, 210, "bg1"), (320, 290, "accent2"))),
    "table": (TABLE, ((350, 225, "accent1"), (450, 225, "accent2"), (350, 275, "bg1"), (350, 300, "accent2"))),
    "grid": (GRID, ((350, 225, "bg1"), (400, 225, "accent2"), (350, 250, "accent2"), (300, 225, "accent2"))),
    "map": (MAP, ((310, 210, "accent3"), (*MIDDLE, "bg1"), (300, 250, "tx2"))),
    "chart": (CHART, ((350, 270, "tx2"), (450, 230, "accent2"), (350, 225, "bg1"))),
    "writing lines": (LINES, ((400, 230, "accent2"), (400, 245, "bg1"), (400, 260, "accent2"))),
}


@pytest.mark.parametrize("name", CASES)
def test_item_is_drawn_in_its_colours_in_its_box_and_nowhere_else(name: str) -> None:
    item, spots = CASES[name]
    seen = painted(page(item))

    assert {spot: seen.getpixel(spot[:2]) for spot in spots} == {spot: colour(spot[2]) for spot in spots}
    reach = NEAR + 4  # half of the thickest stroke
    drawn = ink(seen)
    assert drawn is not None
    assert drawn[0] >= 300 - reach
    assert drawn[1] >= 200 - reach
    assert drawn[2] <= 500 + reach
    assert drawn[3] <= 300 + reach


@pytest.mark.parametrize("kind", ChartKind)
def test_every_kind_of_chart_has_its_figures_in_its_box(kind: ChartKind) -> None:
    box = px(200, 100, 800, 500)
    chart = Chart(name="", box=box, size=14, alt="", figure=make.chart_figure(kind, make.series(20.0, 30.0, meaning=Meaning.CLIENT)))
    seen = painted(page(chart))
    drawn = ink(seen)

    assert only(seen, lambda found: found == colour("accent2")) > 100
    assert drawn is not None
    assert drawn[0] >= 199
    assert drawn[1] >= 99
    assert drawn[2] <= 1001
    assert drawn[3] <= 601


def test_dashes_are_four_line_widths_long_and_three_apart() -> None:
    box = px(100, 100, 400, 0)
    seen = painted(page(Shape(name="", box=box, geometry=Geometry.LINE, stroke=THICK, dashed=True)))

    row = [seen.getpixel((x, 100)) == colour("accent2") for x in range(100, 100 + 2 * 56)]
    assert row[2:30] == [True] * 28
    assert row[34:54] == [False] * 20
    assert row[58:86] == [True] * 28


def test_an_arrow_has_its_head_at_the_end() -> None:
    stroke = Stroke(colour="tx2", width=3, arrow=True)
    seen = painted(page(Shape(name="", box=px(100, 100, 400, 0), geometry=Geometry.LINE, stroke=stroke)))
    heights = [sum(seen.getpixel((x, y)) == colour("tx2") for y in range(80, 120)) for x in (110, 490, 484)]

    assert heights[0] < 5 < heights[1] < heights[2]
    drawn = ink(seen)
    assert drawn is not None
    assert drawn[2] <= 501


def test_a_line_without_a_stroke_is_nothing() -> None:
    assert ink(painted(page(shape(Geometry.LINE)))) is None


def test_what_reaches_over_the_edge_is_cut_off() -> None:
    image = QImage(WIDTH, 1000, QImage.Format.Format_RGB32)
    image.fill("#00FF00")
    painter = QPainter(image)
    paint_page(painter, page(Shape(name="", box=px(-50, -50, 2000, 2000), fill="accent1")), make.theme(), QRectF(100, 100, 640, 700))
    painter.end()
    seen = picture_of(image)

    assert ink(seen, (0, 255, 0)) == (100, 270, 740, 630)


def test_the_painter_is_left_as_it_was() -> None:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = painter.transform(), painter.hasClipping(), painter.font(), painter.pen()
    paint_page(painter, page(shape()), make.theme(), QRectF(0, 0, 200, 200))
    after = painter.transform(), painter.hasClipping(), painter.font(), painter.pen()
    painter.end()

    assert after == before


def test_a_dense_screen_gets_more_pixels_for_the_same_size() -> None:
    image = render_page(page(shape()), make.theme(), 320, 2.0)

    assert (image.width(), image.height(), image.devicePixelRatio()) == (640, 360, 2.0)
    assert picture_of(image).getpixel((200, 125)) == colour("accent1")


def test_a_slide_has_its_layouts_ground_and_shapes() -> None:
    seen = painted(page(layout="section", ground="tx2"))

    assert seen.getpixel((640, 700)) == colour("tx2")
    assert seen.getpixel((5, 360)) == colour("accent4")


@pytest.mark.parametrize(("number", "is_shown"), [(7, True), (None, False)])
def test_a_slides_number_stands_where_the_deck_has_its_field(number: int | None, is_shown: bool) -> None:
    box = px(1100, 680, 100, 24)
    field = text("‹#›", TextStyle(size=12, align=Align.RIGHT, anchor=Anchor.MIDDLE), box)
    seen = painted(page(Shape(name="", box=box, role=Role.PAGE_NUMBER, text=field, placeholder=12), layout="content"), number=number)

    crop = seen.crop((1100, 680, 1200, 704))
    drawn = ink(crop, crop.getpixel((0, 0)))  # pyright: ignore[reportArgumentType] - an RGB picture's pixel
    assert (drawn is not None) is is_shown
    if drawn:
        assert drawn[2] - drawn[0] < 12


@pytest.mark.parametrize(("layout", "slot"), [("agenda", "hlink"), ("", "tx1")])
def test_links_are_shown_on_slides_only(layout: str, slot: str) -> None:
    box = px(300, 300, 400, 60)
    block = TextBlock(kind=paragraph("").kind, cells=((Run(text="Pause", link="BEG-1"),),))
    seen = painted(page(Shape(name="", box=box, text=text((block,), TextStyle(size=32), box)), layout=layout)).crop((300, 300, 700, 360))

    assert only(seen, lambda found: found == colour(slot)) > 100


def test_a_font_that_cannot_be_read_is_named() -> None:
    with pytest.raises(FontNotRead, match=r"gone\.ttf"):
        load_family("gone.ttf")
