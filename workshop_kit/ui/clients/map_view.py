"""The map of all municipalities: hover names, click chooses; the list beside it does the same by keyboard."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from workshop_kit.domain.municipality import Municipality, Outline
from workshop_kit.ui.clients.camera import Camera
from workshop_kit.ui.clients.map_labels import draw_legend, draw_plate
from workshop_kit.ui.clients.map_layers import MapLayers, Marks, draw_shape
from workshop_kit.ui.clients.shapes import COARSE_KM, Shapes, project, shapes_of
from workshop_kit.ui.look import Look
from workshop_kit.ui.texts import Texts

STEP = 1.35
"""How much closer one press on + comes."""
WHEEL_STEP = 1.0015
"""How much closer an eighth of a degree on the wheel comes; a notch is 120 of them."""
PAN_STEP = 60
"""Pixels that an arrow key moves the map."""
REST_MS = 90
"""How long the scale is left alone before the map is painted sharp again."""
CLICK_REACH = 4
"""Pixels the mouse may move between press and release and still have clicked."""


class MunicipalityMap(QWidget):
    """Shows the municipalities; `selected` is sent when one is clicked, `activated` when it is double-clicked."""

    selected = Signal(str)
    activated = Signal(str)
    built = Signal()

    def __init__(self, municipalities: tuple[Municipality, ...], texts: Texts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._municipalities = {each.number: each for each in municipalities}
        self._texts, self._look = texts, look
        self._outlines: Mapping[str, Outline] = {}
        self._shapes: Shapes | None = None
        self._layers: MapLayers | None = None
        self._camera = Camera(QRectF(0, 0, 1, 1), QSizeF(1, 1))
        self._marks = Marks()
        self._hovered = ""
        self._pressed: QPoint | None = None
        self._dragged_from = QPoint()
        self._is_awaited = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._sharpen)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(texts("clients.map"))
        self.setAccessibleDescription(texts("clients.map_help"))
        look.changed.connect(self._repaint_all)

    @property
    def is_built(self) -> bool:
        """Whether the outlines are ready to be drawn."""
        return self._shapes is not None

    @property
    def camera(self) -> Camera:
        """What is looked at."""
        return self._camera

    def set_outlines(self, outlines: Mapping[str, Outline]) -> None:
        """Take the outlines; they are projected once the map has been painted without them."""
        self._outlines = outlines
        self._shapes = self._layers = None
        self.update()

    def mark(self, fitting: tuple[str, ...], chosen: str) -> None:
        """Let some municipalities stand out, and one more than the others."""
        marks = Marks(fitting=frozenset(fitting), chosen=chosen)
        if marks == self._marks:
            return
        self._marks = marks
        if self._layers is not None:
            self._layers.repaint_marks(marks)
        self.update()

    def show_numbers(self, numbers: tuple[str, ...]) -> None:
        """Come close to some municipalities, or show the whole country where none are given."""
        if self._shapes is None:
            return
        box = self._shapes.box_of(numbers)
        self._camera.show_box(self._shapes.box if box.isEmpty() else box)
        self._repaint_all()

    def closer(self) -> None:
        """Come a step closer."""
        self._zoom(STEP, self._middle())

    def farther(self) -> None:
        """Go a step back."""
        self._zoom(1 / STEP, self._middle())

    def show_all(self) -> None:
        """Show the whole country."""
        self.show_numbers(())

    def place_of(self, number: str) -> QPoint:
        """Give where a municipality is in the view, for pointing at it."""
        municipality = self._municipalities[number]
        return self._camera.transform().map(project(municipality.lon, municipality.lat)).toPoint()

    @override
    def sizeHint(self) -> QSize:
        return QSize(460, 560)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(280))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._layers is None:
            self._await(painter)
        else:
            self._draw(painter, self._layers)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._camera.resize(QSizeF(event.size()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None:
            self._hover(event.position())
            return
        if (here - self._pressed).manhattanLength() > CLICK_REACH or self.cursor().shape() is Qt.CursorShape.ClosedHandCursor:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            step = here - self._dragged_from
            self._dragged_from = here
            self._camera.pan(step.x(), step.y())
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._dragged_from = event.position().toPoint()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragged = self.cursor().shape() is Qt.CursorShape.ClosedHandCursor
        self._pressed = None
        self._hover(event.position())
        if event.button() is Qt.MouseButton.LeftButton and not was_dragged and self._hovered:
            self.selected.emit(self._hovered)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position())
        if self._hovered:
            self.activated.emit(self._hovered)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(WHEEL_STEP ** event.angleDelta().y(), event.position())
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        key = Qt.Key(event.key())
        if key in moves:
            self._camera.pan(moves[key][0] * PAN_STEP, moves[key][1] * PAN_STEP)
            self.update()
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.closer()
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self.farther()
        elif key is Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover(event.position())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QPointF(-1, -1))

    def _await(self, painter: QPainter) -> None:
        """Say that the map is coming; building starts after this has been shown."""
        painter.setPen(self._look.colour("muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._texts("clients.map_coming"))
        if self._outlines and not self._is_awaited:
            self._is_awaited = True
            QTimer.singleShot(0, self, self._build)

    def _build(self) -> None:
        self._is_awaited = False
        self._shapes = shapes_of(tuple(self._outlines.values()), COARSE_KM)
        self._camera = Camera(self._shapes.box, QSizeF(self.size()))
        self._layers = MapLayers(self._shapes, self._look)
        self._sharpen()
        self.built.emit()
        QTimer.singleShot(0, self, self._refine)

    def _refine(self) -> None:
        """Take the fine outlines too, a step of its own so that the window is never held up for long."""
        if self._layers is not None:
            self._layers.refine(shapes_of(tuple(self._outlines.values())))
            if not self._camera.is_whole:
                self._repaint_all()

    def _draw(self, painter: QPainter, layers: MapLayers) -> None:
        if not layers.covers(self._camera) or (not layers.is_sharp(self._camera) and not self._rest.isActive()):
            layers.repaint(self._camera, self._marks, self.devicePixelRatioF())
        layers.draw(painter, self._camera)
        if self._hovered and self._hovered != self._marks.chosen:
            self._draw_hovered(painter)
        if self._marks.chosen:
            self._plate(painter, self._marks.chosen, bold=True)
        if self._hovered and self._hovered != self._marks.chosen:
            self._plate(painter, self._hovered, bold=False)
        if self._marks.fitting:
            draw_legend(painter, self._legend(), self._look)

    def _draw_hovered(self, painter: QPainter) -> None:
        if self._layers is None:
            return
        painter.save()
        painter.setTransform(self._camera.transform(), True)
        draw_shape(painter, self._layers.shapes.by_number[self._hovered], self._look, "land_hover", "ink")
        painter.restore()

    def _plate(self, painter: QPainter, number: str, *, bold: bool) -> None:
        if self._shapes is None or number not in self._shapes.by_number:
            return
        shown = self._camera.transform().mapRect(self._shapes.by_number[number].box)
        view = QRectF(self.rect())
        if shown.intersects(view):
            draw_plate(painter, self._municipalities[number].name, shown.intersected(view), view.size(), self._look, bold=bold)

    def _legend(self) -> tuple[tuple[str, str, str], ...]:
        fitting = ("land_match", "primary", self._texts("clients.legend_fitting"))
        return (fitting, ("land_selected", "ink", self._texts("clients.legend_chosen"))) if self._marks.chosen else (fitting,)

    def _hover(self, at: QPointF) -> None:
        inside = QRectF(self.rect()).contains(at)
        number = self._layers.shapes.at(self._camera.place(at)) if self._layers is not None and inside else ""
        self.setCursor(Qt.CursorShape.PointingHandCursor if number else Qt.CursorShape.ArrowCursor)
        if number != self._hovered:
            self._hovered = number
            self.update()

    def _zoom(self, factor: float, at: QPointF) -> None:
        self._camera.zoom(factor, at)
        self._rest.start()
        self.update()

    def _middle(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _sharpen(self) -> None:
        self._rest.stop()
        if self._layers is not None and not (self._layers.is_sharp(self._camera) and self._layers.covers(self._camera)):
            self._layers.repaint(self._camera, self._marks, self.devicePixelRatioF())
        self.update()

    def _repaint_all(self) -> None:
        self.updateGeometry()
        if self._layers is not None:
            self._layers.repaint(self._camera, self._marks, self.devicePixelRatioF())
        self.update()
