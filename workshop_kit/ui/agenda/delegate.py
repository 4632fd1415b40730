"""Paints a block of the day: its clock time at the left, then a box as high as it is long, in the colour of its kind."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from workshop_kit.domain.agenda import BlockKind
from workshop_kit.planning.numbers import format_clock
from workshop_kit.ui.agenda.model import Row
from workshop_kit.ui.look import Look
from workshop_kit.ui.tokens import BODY, RADIUS, SMALL, Scheme
from workshop_kit.ui.two_lines import with_even_figures

COLOURS = {
    BlockKind.OPENING: (("#3457A6", "#E4EAF7"), ("#9DB8F2", "#1D2740")),
    BlockKind.CLOSING: (("#3457A6", "#E4EAF7"), ("#9DB8F2", "#1D2740")),
    BlockKind.TALK: (("#0A6650", "#DDF0E8"), ("#6FD3B0", "#15302A")),
    BlockKind.DISCUSSION: (("#7A3E8E", "#F2E5F6"), ("#D9A7E8", "#33203A")),
    BlockKind.HARVEST: (("#7A3E8E", "#F2E5F6"), ("#D9A7E8", "#33203A")),
    BlockKind.EXERCISE: (("#9A4A00", "#FCEBD8"), ("#F2B263", "#3A2A14")),
    BlockKind.BREAK: (("#56615C", "#ECEFED"), ("#B4C1BA", "#242D29")),
    BlockKind.LUNCH: (("#56615C", "#ECEFED"), ("#B4C1BA", "#242D29")),
    BlockKind.BUFFER: (("#56615C", "#F6F8F6"), ("#B4C1BA", "#161D1A")),
}
"""The strong and the soft colour of each kind, light and dark; the kind is always written too."""

CLOCK_WIDTH = 60
PAD = 14
LEAST_HEIGHT, MOST_HEIGHT = 50, 104
SMALL_HEIGHT = 34
"""A buffer has one line."""
PER_MINUTE = 1.1
ONE_LINE = frozenset({BlockKind.BUFFER})


class BlockDelegate(QStyledItemDelegate):
    """Paints rows of the day model."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Row):
            return QSize()
        kind, minutes = row.timed.block.kind, row.timed.block.minutes
        high = min(MOST_HEIGHT, LEAST_HEIGHT + max(0, minutes - 10) * PER_MINUTE)
        height = SMALL_HEIGHT if kind in ONE_LINE else high
        return QSize(self._look.px(200), self._look.px(round(height)) + self._look.px(6))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Row):
            return
        area: QRect = option.rect
        px = self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._clock(painter, row, QRect(area.left(), area.top(), px(CLOCK_WIDTH), area.height()))
        indent = px(28) if row.is_beside else 0
        box = area.adjusted(px(CLOCK_WIDTH) + indent, px(3), -px(4), -px(3))
        self._box(painter, row, box, option.state)
        self._words(painter, row, box.adjusted(px(PAD) + 4, 0, -px(PAD) - px(20), 0))
        self._grip(painter, box)
        painter.restore()

    def _clock(self, painter: QPainter, row: Row, area: QRect) -> None:
        painter.setFont(with_even_figures(self._look.font(BODY, bold=row.is_pinned)))
        painter.setPen(self._look.colour("danger" if row.fault and row.is_pinned else "ink" if row.is_pinned else "muted"))
        if not row.is_beside:
            line = area.adjusted(0, self._look.px(11), -self._look.px(12), 0)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), format_clock(row.timed.start))

    def _box(self, painter: QPainter, row: Row, box: QRect, state: QStyle.StateFlag) -> None:
        strong, soft = (QColor(each) for each in COLOURS[row.timed.block.kind][self._look.scheme is Scheme.DARK])
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_buffer = row.timed.block.kind in ONE_LINE
        pen = QPen(strong, 2) if is_chosen else QPen(self._look.colour("line"), 1, Qt.PenStyle.DashLine) if is_buffer else QPen(soft, 1)
        painter.setPen(pen)
        painter.setBrush(soft)
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(strong)
        inset = self._look.px(8)
        painter.drawRoundedRect(QRectF(box.left() + self._look.px(7), box.top() + inset, 4, box.height() - 2 * inset), 2, 2)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(0, 0, 0, 0), RADIUS + 1, RADIUS + 1)

    def _words(self, painter: QPainter, row: Row, area: QRect) -> None:
        strong = QColor(COLOURS[row.timed.block.kind][self._look.scheme is Scheme.DARK][0])
        px, is_short = self._look.px, row.timed.block.kind in ONE_LINE
        bold, small = self._look.font(BODY, bold=not is_short), self._look.font(SMALL)
        minutes = f"{row.timed.block.minutes} min"
        painter.setFont(with_even_figures(self._look.font(BODY, bold=not is_short)))
        painter.setPen(self._look.colour("ink"))
        high = QFontMetrics(bold).height()
        top = area.top() + ((area.height() - high) // 2 if is_short else px(8))
        line = QRect(area.left(), top, area.width(), high)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), minutes)
        room = area.width() - QFontMetrics(bold).horizontalAdvance(minutes) - px(16)
        painter.setFont(bold)
        title = QFontMetrics(bold).elidedText(row.timed.block.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title)
        if is_short:
            return
        painter.setFont(small)
        under = QRect(area.left(), line.bottom() + px(3), area.width(), QFontMetrics(small).height())
        painter.setPen(self._look.colour("danger") if row.fault else strong)
        told = QFontMetrics(small).elidedText(row.fault or row.detail, Qt.TextElideMode.ElideRight, under.width())
        painter.drawText(under, int(Qt.AlignmentFlag.AlignLeft), told)

    def _grip(self, painter: QPainter, box: QRect) -> None:
        """Draw the six points that say a block can be dragged."""
        px = self._look.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("line_strong"))
        for column in range(2):
            for line in range(3):
                centre = QPointF(box.right() - px(16) + column * px(6), box.center().y() - px(6) + line * px(6))
                painter.drawEllipse(centre, px(1) + 0.4, px(1) + 0.4)
