"""What is written on the map: names on small plates, and what the colours mean."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from workshop_kit.ui.look import Look
from workshop_kit.ui.tokens import SMALL

EDGE = 8
"""Pixels between a plate and the view's edge, and inside a plate at 100 per cent."""


def draw_plate(painter: QPainter, text: str, beside: QRectF, view: QSizeF, look: Look, *, bold: bool) -> QRectF:
    """Write a name on a plate right of something, or left of it where there is no room; gives the plate's place."""
    font = look.font(SMALL + 1, bold=bold)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 2 * look.px(EDGE), metrics.height() + look.px(EDGE)
    x = beside.right() + EDGE
    if x + width > view.width() - EDGE:
        x = beside.left() - EDGE - width
    x = max(EDGE, min(view.width() - EDGE - width, x))
    y = max(EDGE, min(view.height() - EDGE - height, beside.center().y() - height / 2))
    plate = QRectF(x, y, width, height)
    painter.setPen(QPen(look.colour("line_strong"), 1))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(plate, 6, 6)
    painter.setFont(font)
    painter.setPen(look.colour("ink"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
    return plate


def draw_legend(painter: QPainter, lines: tuple[tuple[str, str, str], ...], look: Look) -> None:
    """Say in the upper left corner, where there is sea, what colours mean: fill, edge and words of each."""
    font = look.font(SMALL)
    metrics = QFontMetricsF(font)
    side, gap = look.px(12), look.px(EDGE)
    width = side + gap + max(metrics.horizontalAdvance(words) for _, _, words in lines)
    height = len(lines) * (metrics.height() + gap / 2) - gap / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(QRectF(look.px(8), look.px(8), width + look.px(16), height + look.px(16)), 6, 6)
    y = float(look.px(16))
    for fill, edge, words in lines:
        box = QRectF(look.px(16), y + (metrics.height() - side) / 2, side, side)
        painter.setPen(QPen(look.colour(edge), 1.75))
        painter.setBrush(look.colour(fill))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(font)
        painter.setPen(look.colour("muted"))
        painter.drawText(QPointF(box.right() + gap, y + metrics.ascent()), words)
        y += metrics.height() + gap / 2
