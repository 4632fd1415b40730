"""Paints a municipality's row: name and residents above, county, other names and language decision below."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from workshop_kit.domain.municipality import Municipality
from workshop_kit.ui.clients.municipality_model import municipality_at
from workshop_kit.ui.clients.wording import Wording
from workshop_kit.ui.look import Look
from workshop_kit.ui.tokens import BODY, RADIUS, ROW_HEIGHT, SMALL

GAP = 12
"""Pixels at 100 per cent between a row's edge and its text, and between left and right."""


class MunicipalityDelegate(QStyledItemDelegate):
    """Paints rows in the look's colours and fonts; the chosen row has a bar at its left too, never colour alone."""

    def __init__(self, look: Look, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._wording = look, wording
        self._take_fonts()
        look.changed.connect(self._take_fonts)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = QFontMetrics(self._strong).height() + QFontMetrics(self._small).height()
        return QSize(self._look.px(200), max(self._look.px(ROW_HEIGHT), lines + self._look.px(16)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        municipality = municipality_at(index)
        if municipality is None:
            return
        area, state = option.rect, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, area.adjusted(2, 2, -2, -2), state, chosen=chosen)
        self._words(
            painter, area.adjusted(self._look.px(GAP), self._look.px(6), -self._look.px(GAP), -self._look.px(6)), municipality, chosen
        )
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

    def _words(self, painter: QPainter, area: QRect, municipality: Municipality, chosen: bool) -> None:
        ink = self._look.colour("on_soft" if chosen else "ink")
        muted = ink if chosen else self._look.colour("muted")
        strong, small = QFontMetrics(self._strong).height(), QFontMetrics(self._small).height()
        top = area.top() + (area.height() - strong - small - 2) // 2
        upper = QRect(area.left(), top, area.width(), strong)
        lower = QRect(area.left(), upper.bottom() + 3, area.width(), small)
        self._line(painter, upper, (municipality.name, self._strong, ink), (self._wording.residents(municipality), self._plain, ink))
        self._line(
            painter, lower, (self._wording.place(municipality), self._small, muted), (self._wording.form(municipality), self._small, muted)
        )

    def _line(self, painter: QPainter, area: QRect, left: tuple[str, QFont, QColor], right: tuple[str, QFont, QColor]) -> None:
        """Write to both ends of a line; the left one is cut where they would meet."""
        text, font, colour = right
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        room = area.width() - QFontMetrics(font).horizontalAdvance(text) - self._look.px(GAP)
        text, font, colour = left
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def with_even_figures(font: QFont) -> QFont:
    """Give a font whose figures are equally wide, for numbers under each other."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
