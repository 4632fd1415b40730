"""The map as pixmaps: land in one, what stands out in another, so that moving about only copies them.

Both reach some way outside the view. They are painted anew when the view leaves them, or rests at another scale; meanwhile they
are shown stretched.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QTransform

from workshop_kit.domain.value import Value
from workshop_kit.ui.clients.camera import Camera
from workshop_kit.ui.clients.shapes import COARSE_KM, Shape, Shapes
from workshop_kit.ui.look import Look

MARGIN = 0.2
"""How far the pixmaps reach outside the view, as a share of its sides."""
COARSE_PIXELS = 1.3
"""How large the coarse shapes' steps may be on the screen."""
THICKNESS = 0.9
"""Pixels, across and down, between the two lines that make a thick edge."""
SMALL_PIXELS = 14
"""A chosen municipality that is smaller than this on the screen gets a ring around it."""


class Marks(Value, frozen=True, kw_only=True):
    """What stands out: the municipalities that fit the search (none where all do), and the chosen one."""

    fitting: frozenset[str] = frozenset()
    chosen: str = ""


class MapLayers:
    """The painted map: of coarse shapes from afar, and of fine ones near by, once there are any."""

    def __init__(self, coarse: Shapes, look: Look) -> None:
        self._coarse, self._fine, self._look = coarse, coarse, look
        self._land, self._marked = QPixmap(), QPixmap()
        self._area = QRectF()
        self._scale, self._ratio = 0.0, 1.0

    @property
    def shapes(self) -> Shapes:
        """The shapes in use at the scale last painted."""
        return self._coarse if self._scale * COARSE_KM <= COARSE_PIXELS else self._fine

    def refine(self, fine: Shapes) -> None:
        """Take the fine shapes, for views near by."""
        self._fine = fine

    def is_sharp(self, camera: Camera) -> bool:
        """Whether the pixmaps were painted at the camera's scale."""
        return abs(self._scale - camera.scale) < 1e-9

    def covers(self, camera: Camera) -> bool:
        """Whether the pixmaps reach over all that is seen."""
        return not self._land.isNull() and self._area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(camera.seen().intersected(camera.whole))

    def repaint(self, camera: Camera, marks: Marks, ratio: float) -> None:
        """Paint both anew for what the camera sees; `ratio` is how many dots a pixel has."""
        self._area, self._scale, self._ratio = self._area_of(camera), camera.scale, ratio
        self._land = self._blank()
        painter = self._painter(self._land)
        painter.setPen(hair_line(self._look, "surface"))
        painter.setBrush(self._look.colour("land"))
        for shape in self.shapes.by_number.values():
            if shape.box.intersects(self._area):
                painter.drawPath(shape.path)
        painter.end()
        self.repaint_marks(marks)

    def repaint_marks(self, marks: Marks) -> None:
        """Paint only what stands out."""
        if self._land.isNull():
            return
        self._marked = self._blank()
        painter = self._painter(self._marked)
        for number in marks.fitting:
            if (shape := self._visible(number)) is not None:
                draw_shape(painter, shape, self._look, "land_match", "primary")
        if (shape := self._visible(marks.chosen)) is not None:
            draw_shape(painter, shape, self._look, "land_selected", "ink")
            self._ring(painter, shape)
        painter.end()

    def draw(self, painter: QPainter, camera: Camera) -> None:
        """Draw both where the camera has them."""
        corner = camera.transform().map(self._area.topLeft())
        stretch = camera.scale / self._scale
        painter.save()
        if stretch == 1:
            painter.translate(QPointF(round(corner.x()), round(corner.y())))
        else:
            painter.translate(corner)
            painter.scale(stretch, stretch)
        painter.drawPixmap(0, 0, self._land)
        painter.drawPixmap(0, 0, self._marked)
        painter.restore()

    def _area_of(self, camera: Camera) -> QRectF:
        """Give the kilometres worth painting: what is seen and a margin, as far as there is land."""
        seen = camera.seen()
        wide, high = seen.width() * MARGIN, seen.height() * MARGIN
        reach = 12 / camera.scale
        return seen.adjusted(-wide, -high, wide, high).intersected(camera.whole.adjusted(-reach, -reach, reach, reach))

    def _blank(self) -> QPixmap:
        size = self._area.size() * self._scale * self._ratio
        made = QPixmap(max(1, int(size.width()) + 1), max(1, int(size.height()) + 1))
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        return made

    def _painter(self, pixmap: QPixmap) -> QPainter:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        to_pixels = QTransform.fromScale(self._scale, self._scale)
        to_pixels.translate(-self._area.left(), -self._area.top())
        painter.setTransform(to_pixels, True)
        return painter

    def _visible(self, number: str) -> Shape | None:
        shape = self.shapes.by_number.get(number)
        return shape if shape is not None and shape.box.intersects(self._area) else None

    def _ring(self, painter: QPainter, shape: Shape) -> None:
        if max(shape.box.width(), shape.box.height()) * self._scale >= SMALL_PIXELS:
            return
        reach = SMALL_PIXELS * 0.8 / self._scale
        painter.setPen(QPen(self._look.colour("ink"), 2 / self._scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(shape.box.center(), reach, reach)


def draw_shape(painter: QPainter, shape: Shape, look: Look, fill: str, edge: str) -> None:
    """Draw a municipality with a thick edge; the painter is in kilometres.

    The edge is two hair lines side by side: a wide pen takes Qt ten times as long, which a key in the search field would feel.
    """
    painter.setPen(hair_line(look, edge))
    painter.setBrush(look.colour(fill))
    apart = THICKNESS / 2 / painter.worldTransform().m11()
    painter.translate(-apart, -apart)
    painter.drawPath(shape.path)
    painter.translate(2 * apart, 2 * apart)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape.path)
    painter.translate(-apart, -apart)


def hair_line(look: Look, colour: str) -> QPen:
    """Give a pen of one pixel whatever the scale."""
    pen = QPen(look.colour(colour), 1)
    pen.setCosmetic(True)
    return pen
