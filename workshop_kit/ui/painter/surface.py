"""What a page is painted on: the scene's lengths, colours and outlines as Qt's."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from workshop_kit.scene.outline import DASH, DASH_GAP, Point, Step
from workshop_kit.scene.page import EMU_PER_POINT, Box, Page, Stroke
from workshop_kit.scene.placing import own_leading, slide_leading
from workshop_kit.scene.theme import Theme
from workshop_kit.ui.painter.typeface import Typeface

UNITS_PER_POINT = 4
"""Qt's type sizes are whole pixels: a page is painted in quarters of a point, so that sizes are exact to a quarter."""
EMU_PER_UNIT = EMU_PER_POINT / UNITS_PER_POINT
MITER_LIMIT = 10
"""A corner's longest point in line widths: PDF's own limit."""


def unit_point(point: Point) -> QPointF:
    """Give a place in EMU in the surface' units."""
    return QPointF(point[0] / EMU_PER_UNIT, point[1] / EMU_PER_UNIT)


def unit_rectangle(box: Box) -> QRectF:
    """Give a box in EMU in the surface' units."""
    return QRectF(box.x / EMU_PER_UNIT, box.y / EMU_PER_UNIT, box.w / EMU_PER_UNIT, box.h / EMU_PER_UNIT)


def painter_path(steps: Iterable[Step]) -> QPainterPath:
    """Give a path's steps as Qt's path; of rings inside each other every second one is a hole."""
    path = QPainterPath()
    for operator, places in steps:
        match operator:
            case "m":
                path.moveTo(unit_point(places[0]))
            case "l":
                path.lineTo(unit_point(places[0]))
            case "c":
                path.cubicTo(*(unit_point(place) for place in places))
            case _:
                path.closeSubpath()
    return path


class Surface:
    """One painting of a page: the painter in units of a quarter of a point, the page's upper left corner at 0, 0.

    It changes the painter's transform, clip, pen, brush and font; who hands in the painter saves and restores it.
    """

    def __init__(self, painter: QPainter, page: Page, theme: Theme, area: QRectF) -> None:
        """Fit the page into an area of the painter's own coordinates, in the middle, and let nothing be drawn outside the page."""
        self.theme = theme
        self.leading = slide_leading(theme.fonts) if page.layout else own_leading(theme.fonts)
        self.link_colour = "hlink" if page.layout else None
        """The colour of links on a slide, where office programs show them underlined; a sheet's look like its other words."""
        self._painter = painter
        self._typeface = Typeface(theme, UNITS_PER_POINT)
        self._colours: dict[str, QColor] = {}
        width, height = page.width / EMU_PER_UNIT, page.height / EMU_PER_UNIT
        scale = min(area.width() / width, area.height() / height)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.translate(area.center().x() - width * scale / 2, area.center().y() - height * scale / 2)
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, width, height), Qt.ClipOperation.IntersectClip)

    def colour(self, slot: str) -> QColor:
        """Give a theme's colour."""
        found = self._colours.get(slot)
        if found is None:
            found = self._colours[slot] = QColor(f"#{self.theme.colour(slot)}")
        return found

    def fill(self, box: Box, slot: str) -> None:
        """Fill a box."""
        self._painter.fillRect(unit_rectangle(box), self.colour(slot))

    def paint(
        self, path: QPainterPath, fill: str | None, stroke: Stroke | None = None, *, dashed: bool = False, round_joins: bool = False
    ) -> None:
        """Fill and stroke a path in the surface' units."""
        if fill is None and stroke is None:
            return
        self._painter.setPen(self._pen(stroke, dashed=dashed, round_joins=round_joins) if stroke else Qt.PenStyle.NoPen)
        self._painter.setBrush(self.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def line(self, start: Point, end: Point, stroke: Stroke, *, dashed: bool = False) -> None:
        """Draw a straight line between two places in EMU."""
        self._painter.setPen(self._pen(stroke, dashed=dashed))
        self._painter.drawLine(unit_point(start), unit_point(end))

    def _pen(self, stroke: Stroke, *, dashed: bool, round_joins: bool = False) -> QPen:
        join = Qt.PenJoinStyle.RoundJoin if round_joins else Qt.PenJoinStyle.SvgMiterJoin
        pen = QPen(self.colour(stroke.colour), stroke.width * UNITS_PER_POINT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, join)
        pen.setMiterLimit(MITER_LIMIT)
        if dashed:
            pen.setDashPattern([DASH, DASH_GAP])
        return pen

    def words(self, x: float, baseline: float, text: str, size: float, slot: str, *, bold: bool = False, underlined: bool = False) -> None:
        """Draw words on one line from a place in points, at a size in points."""
        self._painter.setPen(self.colour(slot))
        self._painter.setFont(self._typeface.font(size, bold=bold, underlined=underlined))
        self._painter.drawText(QPointF(x * UNITS_PER_POINT, baseline * UNITS_PER_POINT), text)

    def image(self, box: Box, image: QImage) -> None:
        """Draw an image over a box."""
        self._painter.drawImage(unit_rectangle(box), image)

    def pixels(self, box: Box) -> tuple[int, int]:
        """Give how many pixels of the device a box is wide and high, at least one."""
        mapped = self._painter.deviceTransform().mapRect(unit_rectangle(box))
        return max(1, round(mapped.width())), max(1, round(mapped.height()))
