"""A whole page, item by item: what each is painted as."""

from typing import assert_never

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from workshop_kit.domain.text import paragraph
from workshop_kit.scene.chart import chart_shapes
from workshop_kit.scene.measure import break_lines, points
from workshop_kit.scene.outline import Step, arrow_head, ends, outline, polygon
from workshop_kit.scene.page import Box, Chart, Geometry, Item, Map, Page, Picture, Role, Shape, Stroke, Table, WritingLines
from workshop_kit.scene.placing import Leading, own_leading
from workshop_kit.scene.theme import Theme
from workshop_kit.ui.painter.picture import draw_picture
from workshop_kit.ui.painter.surface import Surface, painter_path
from workshop_kit.ui.painter.table import draw_table
from workshop_kit.ui.painter.text import draw_text

LINES = (Geometry.LINE, Geometry.LINE_UP)


def paint_page(painter: QPainter, page: Page, theme: Theme, area: QRectF, *, number: int | None = None) -> None:
    """Paint a page as large as an area allows, in its middle; nothing is drawn outside the page.

    The area is in the painter's coordinates; `number` is the slide's in its deck, which a slide itself does not know: without it none
    is shown. Needs a QGuiApplication, works in any thread, and leaves the painter as it was.
    """
    painter.save()
    try:
        _paint_all(Surface(painter, page, theme, area), page, number)
    finally:
        painter.restore()


def render_page(page: Page, theme: Theme, width_px: int, device_pixel_ratio: float = 1.0, *, number: int | None = None) -> QImage:
    """Give a page as an image of a width in logical pixels; see `paint_page`."""
    width = max(1, round(width_px * device_pixel_ratio))
    height = width * page.height / page.width
    image = QImage(width, max(1, round(height)), QImage.Format.Format_RGB32)
    image.fill(f"#{theme.colour(page.ground)}")
    painter = QPainter(image)
    try:
        paint_page(painter, page, theme, QRectF(0, 0, width, height), number=number)
    finally:
        painter.end()  # a painter that outlives its image ends the program
    image.setDevicePixelRatio(device_pixel_ratio)
    return image


def _paint_all(surface: Surface, page: Page, number: int | None) -> None:
    surface.fill(Box(x=0, y=0, w=page.width, h=page.height), page.ground)
    if page.layout:
        for shape in surface.theme.layouts[page.layout].shape:
            stroke = Stroke(colour=shape.stroke, width=shape.stroke_width) if shape.stroke else None
            surface.paint(painter_path(outline(Geometry.RECT, shape.box)), shape.fill, stroke)
    for item in page.items:
        _paint(_numbered(item, number, surface.theme), surface)


def _numbered(item: Item, number: int | None, theme: Theme) -> Item:
    """Put a slide's number where the deck has a field for it."""
    if not isinstance(item, Shape) or item.role is not Role.PAGE_NUMBER or item.placeholder is None or item.text is None:
        return item
    blocks = (paragraph("" if number is None else str(number)),)
    lines = break_lines(blocks, item.text.style, theme.fonts, points(item.box.w))
    return msgspec.structs.replace(item, text=msgspec.structs.replace(item.text, blocks=blocks, lines=lines))


def _paint(item: Item, surface: Surface) -> None:
    match item:
        case Shape():
            _paint_shape(item, surface)
        case Table():
            draw_table(item, surface)
        case Chart():
            for shape in chart_shapes(item, surface.theme):
                _paint_shape(shape, surface, own_leading(surface.theme.fonts))
        case Map():
            _paint_map(item, surface)
        case WritingLines():
            for number in range(1, item.count + 1):
                y = item.box.y + number * item.spacing
                surface.line((item.box.x, y), (item.box.right, y), item.stroke)
        case Picture():
            draw_picture(item, surface)
        case _:
            assert_never(item)


def _paint_shape(shape: Shape, surface: Surface, leading: Leading | None = None) -> None:
    if shape.geometry not in LINES:
        path = painter_path(outline(shape.geometry, shape.box, shape.corner))
        surface.paint(path, shape.fill, shape.stroke, dashed=shape.dashed)
    elif shape.stroke:
        _paint_line(shape, shape.stroke, surface)
    if shape.text:
        draw_text(shape.text, shape.box, surface, leading)


def _paint_line(shape: Shape, stroke: Stroke, surface: Surface) -> None:
    start, end = ends(shape.geometry, shape.box)
    if stroke.arrow:
        stop, head = arrow_head(start, end, stroke.width)
        surface.paint(painter_path(polygon(head)), stroke.colour)
        end = stop
    surface.line(start, end, stroke, dashed=shape.dashed)


def _paint_map(item: Map, surface: Surface) -> None:
    for area in item.areas:
        steps: list[Step] = [step for ring in area.rings for step in polygon(ring)]
        surface.paint(painter_path(steps), area.fill, area.stroke, round_joins=True)
