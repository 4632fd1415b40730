"""Lets Qt's Python types be made in the window's thread before a worker paints.

PySide makes a class and its enumerations when they are first used, and not safely so from two threads at once: a worker's first `fillRect`
while the window met a class of its own has ended the program. Everything that painting a page calls is therefore called once before.
"""

from PySide6 import QtGui
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

CONVERTED = (
    "QBrush",
    "QGradient",
    "QLinearGradient",
    "QPixmap",
    "QBitmap",
    "QPicture",
    "QPolygonF",
    "QTransform",
    "QTextOption",
    "QRegion",
)
"""Classes that Qt's calls also take where the painter gives others: PySide asks for them to tell which call is meant."""


def use_once() -> None:
    """Call what painting a page calls, on a picture of one pixel; a few milliseconds, the first time."""
    for name in CONVERTED:
        getattr(QtGui, name)
    picture, place, box = QImage(1, 1, QImage.Format.Format_RGB32), QPointF(0, 0), QRectF(0, 0, 1, 1)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, QColor("#FFFFFF"))
    painter.setPen(QPen(QColor("#000000"), 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin))
    painter.setPen(QColor("#000000"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#000000"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(QPainterPath(place))
    painter.drawLine(place, place)
    painter.setFont(QFont())
    painter.drawText(place, "")
    painter.drawImage(box, QImage(picture))
    painter.end()
