"""Which part of the map is seen, and how large: kilometres to pixels."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

CLOSEST = 40.0
"""How many times larger than the whole country the closest view is."""
SPARE = 0.04
"""Share of a fitted box that is left free around it."""


class Camera:
    """Looks at `centre` (kilometres) with `scale` pixels a kilometre, in a view of `size` pixels."""

    def __init__(self, whole: QRectF, size: QSizeF) -> None:
        self.whole, self.size = whole, size
        self.scale, self.centre = 1.0, whole.center()
        self.show_all()

    @property
    def least(self) -> float:
        """The scale at which the whole country is seen."""
        return self._fitting(self.whole)

    @property
    def is_whole(self) -> bool:
        """Whether the whole country is seen and nothing larger."""
        return self.scale <= self.least * 1.001

    def show_all(self) -> None:
        """Look at the whole country."""
        self.show_box(self.whole)

    def show_box(self, box: QRectF) -> None:
        """Look at a box, as large as fits."""
        self.scale = min(self._fitting(box), self.least * CLOSEST)
        self.centre = box.center()

    def resize(self, size: QSizeF) -> None:
        """Keep what is looked at when the view's size is another."""
        was_whole = self.is_whole
        self.size = size
        if was_whole or self.scale < self.least:
            self.show_all()

    def zoom(self, factor: float, at: QPointF) -> None:
        """Come closer or step back; the place under `at` (pixels) stays where it is."""
        scale = max(self.least, min(self.least * CLOSEST, self.scale * factor))
        kept = self.place(at)
        self.scale = scale
        self._look_at(self.centre + kept - self.place(at))
        if self.is_whole:
            self.show_all()

    def pan(self, x: float, y: float) -> None:
        """Move what is seen by some pixels; whole ones, so that borders stay sharp."""
        self._look_at(self.centre - QPointF(round(x), round(y)) / self.scale)

    def transform(self) -> QTransform:
        """Give kilometres to pixels."""
        made = QTransform()
        made.translate(self.size.width() / 2, self.size.height() / 2)
        made.scale(self.scale, self.scale)
        made.translate(-self.centre.x(), -self.centre.y())
        return made

    def place(self, pixel: QPointF) -> QPointF:
        """Give the kilometres at a pixel."""
        middle = QPointF(self.size.width() / 2, self.size.height() / 2)
        return self.centre + (pixel - middle) / self.scale

    def seen(self) -> QRectF:
        """Give the kilometres that are in view."""
        return QRectF(self.place(QPointF(0, 0)), self.size / self.scale)

    def _look_at(self, centre: QPointF) -> None:
        """Look at a place, never outside the country's box."""
        x = max(self.whole.left(), min(self.whole.right(), centre.x()))
        y = max(self.whole.top(), min(self.whole.bottom(), centre.y()))
        self.centre = QPointF(x, y)

    def _fitting(self, box: QRectF) -> float:
        room = 1 - SPARE
        return max(1e-6, min(self.size.width() * room / max(box.width(), 1), self.size.height() * room / max(box.height(), 1)))
