"""Draws a slide in the list: its picture as it is, its number and marks under it, and its section's name where one begins."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from workshop_kit.ui.look import Look
from workshop_kit.ui.slides.model import Shown
from workshop_kit.ui.tokens import SMALL

EDGE, UNDER, OVER = 7, 24, 22
VEIL = 0.45
"""How clearly a hidden slide's picture is drawn."""


class PageDelegate(QStyledItemDelegate):
    """A frame in the colour of focus and a soft ground show which slide is chosen; the picture is never tinted."""

    def __init__(self, look: Look, picture: QSize) -> None:
        super().__init__(look)
        self._look, self.picture = look, picture

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        words = self._look.px(UNDER) + self._look.px(OVER)
        return QSize(self.picture.width() + 2 * EDGE, self.picture.height() + words + 2 * EDGE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        shown = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(shown, Shown):
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        place = QRect(area.x() + EDGE, area.y() + EDGE + self._look.px(OVER), self.picture.width(), self.picture.height())
        self._section(painter, shown, QRect(place.x(), area.y() + 2, place.width(), self._look.px(OVER)))
        if is_chosen:
            ground = QRect(area.x() + 1, place.y() - EDGE + 1, area.width() - 2, place.height() + self._look.px(UNDER) + 2 * EDGE - 3)
            painter.fillRect(ground, self._look.colour("primary_soft"))
        self._picture(painter, index, place, shown, is_chosen=is_chosen)
        painter.setPen(self._look.colour("on_soft" if is_chosen else "muted"))
        painter.setFont(self._look.font(SMALL))
        words = QRect(place.x(), place.bottom() + 1, place.width(), self._look.px(UNDER))
        text = painter.fontMetrics().elidedText(f"{index.data()}  {shown.page.title}", Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()

    def _section(self, painter: QPainter, shown: Shown, area: QRect) -> None:
        if shown.is_first:
            painter.setFont(self._look.font(SMALL, bold=True))
            painter.setPen(self._look.colour("ink"))
            text = painter.fontMetrics().elidedText(shown.section, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _picture(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, place: QRect, shown: Shown, *, is_chosen: bool
    ) -> None:
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap):
            painter.setOpacity(VEIL if shown.slide.hidden else 1.0)
            painter.drawPixmap(place, picture)
            painter.setOpacity(1.0)
            painter.setPen(QPen(self._look.colour("primary" if is_chosen else "line"), 2 if is_chosen else 1))
            painter.drawRect(place)
