"""Draws a page in the list: its picture as it is, and under this its number and section."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from workshop_kit.ui.look import Look
from workshop_kit.ui.tokens import SMALL

EDGE, UNDER = 6, 28


class PageDelegate(QStyledItemDelegate):
    """A frame in the colour of focus and a soft ground show which page is chosen; the picture is never tinted."""

    def __init__(self, look: Look, picture: QSize) -> None:
        super().__init__(look)
        self._look, self.picture = look, picture

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.picture.width() + 2 * EDGE, self.picture.height() + self._look.px(UNDER) + 2 * EDGE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(area, self._look.colour("primary_soft"))
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        place = QRect(area.x() + EDGE, area.y() + EDGE, self.picture.width(), self.picture.height())
        if isinstance(picture, QPixmap):
            size = picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            shown = QRect(place.x() + (place.width() - size.width()) // 2, place.y(), size.width(), size.height())
            painter.drawPixmap(shown, picture)
            painter.setPen(QPen(self._look.colour("primary" if is_chosen else "line"), 2 if is_chosen else 1))
            painter.drawRect(shown)
        painter.setPen(self._look.colour("on_soft" if is_chosen else "muted"))
        painter.setFont(self._look.font(SMALL))
        words = QRect(place.x(), place.bottom() + 1, place.width(), self._look.px(UNDER))
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.restore()
