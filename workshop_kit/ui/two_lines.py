"""Paints a list's rows in two lines, each with words at its left and its right; the lists of the program are made of them."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from workshop_kit.domain.value import Value
from workshop_kit.ui.look import Look
from workshop_kit.ui.tokens import BODY, RADIUS, ROW_HEIGHT, SMALL

GAP = 12
"""Pixels at 100 per cent between a row's edge and its text, and between left and right."""


class RowWords(Value, frozen=True, kw_only=True):
    """What stands on a row: the name in bold and something at its right, and a smaller line below."""

    name: str
    beside: str = ""
    below: str = ""
    below_right: str = ""


class TwoLines(QStyledItemDelegate):
    """Paints rows in the look's colours and fonts; the chosen row has a bar at its left too, never colour alone."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._take_fonts()
        look.changed.connect(self._take_fonts)

    def words_of(self, index: QModelIndex | QPersistentModelIndex) -> RowWords | None:
        """Give what stands on a row; the model holds it under the user's role where nothing else is said."""
        found = index.data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, RowWords) else None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = QFontMetrics(self._strong).height() + QFontMetrics(self._small).height()
        return QSize(self._look.px(200), max(self._look.px(ROW_HEIGHT), lines + self._look.px(16)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        words = self.words_of(index)
        if words is None:
            return
        area, state, px = option.rect, option.state, self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, area.adjusted(2, 2, -2, -2), state, chosen=chosen)
        self._words(painter, area.adjusted(px(GAP), px(6), -px(GAP), -px(6)), words, chosen)
        painter.restore()

    def _take_fonts(self) -> None:
        self._strong = self._look.font(BODY, bold=True)
        self._plain, self._small = with_even_figures(self._look.font(BODY - 1)), self._look.font(SMALL)

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, *, chosen: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._look.colour("primary_soft" if chosen else "sunken"))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if chosen:
            painter.setBrush(self._look.colour("primary"))
            bar = QRectF(area.left(), area.top() + RADIUS, 4, area.height() - 2 * RADIUS)
            painter.drawRoundedRect(bar, 2, 2)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _words(self, painter: QPainter, area: QRect, words: RowWords, chosen: bool) -> None:
        ink = self._look.colour("on_soft" if chosen else "ink")
        muted = ink if chosen else self._look.colour("muted")
        strong, small = QFontMetrics(self._strong).height(), QFontMetrics(self._small).height()
        top = area.top() + (area.height() - strong - small - 2) // 2
        upper = QRect(area.left(), top, area.width(), strong)
        lower = QRect(area.left(), upper.bottom() + 3, area.width(), small)
        self._line(painter, upper, (words.name, self._strong, ink), (words.beside, self._plain, ink))
        self._line(painter, lower, (words.below, self._small, muted), (words.below_right, self._small, muted))

    def _line(self, painter: QPainter, area: QRect, left: tuple[str, QFont, QColor], right: tuple[str, QFont, QColor]) -> None:
        """Write to both ends of a line; the left one is cut where they would meet."""
        text, font, colour = right
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        room = area.width() - (QFontMetrics(font).horizontalAdvance(text) + self._look.px(GAP) if text else 0)
        text, font, colour = left
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, shown)


def with_even_figures(font: QFont) -> QFont:
    """Give a font whose figures are equally wide, for numbers under each other."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
