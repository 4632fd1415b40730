"""Draws a sheet in the list, and lets its copies be changed there."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSpinBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workshop_kit.ui.context import Context
from workshop_kit.ui.sheets.model import PICTURE, SheetsModel
from workshop_kit.ui.sheets.number_box import NumberBox
from workshop_kit.ui.tokens import BODY, CONTROL_HEIGHT, RADIUS, SMALL

MOST_COPIES = 999
GAP, EDGE = 8, 8
BOX_WIDTH = 56
Index = QModelIndex | QPersistentModelIndex


class SheetDelegate(QStyledItemDelegate):
    """A small picture at the left, the title and two lines in the middle, and the copies at the right."""

    entered = Signal(QPersistentModelIndex)

    def __init__(self, context: Context, model: SheetsModel) -> None:
        super().__init__(model)
        self._context, self._look, self._model = context, context.look, model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        strong, small = QFontMetrics(self._look.font(BODY, bold=True)), QFontMetrics(self._look.font(SMALL))
        height = max(strong.height() + 2 * small.height(), self._look.px(PICTURE)) + 2 * self._look.px(EDGE)
        return QSize(self._look.px(240), height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        listed = self._model.listed(index.row())
        if listed is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._draw_ground(painter, area.adjusted(2, 2, -2, -2), state, is_chosen)
        is_printed = listed.row is not None and listed.row.count > 0
        self._draw_picture(painter, area, index.data(Qt.ItemDataRole.DecorationRole), is_printed)
        self._draw_words(
            painter, self._words_area(area, has_box=listed.row is not None), (listed.title, *self._model.lines(listed)), is_chosen
        )
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = NumberBox(MOST_COPIES, self._context.texts("sheets.copies_of", title=index.data()), parent)
        made.setKeyboardTracking(False)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        place = QPersistentModelIndex(index)
        made.entered.connect(lambda: self.entered.emit(place))
        made.valueChanged.connect(lambda: self.commitData.emit(made))
        return made

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        count = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QSpinBox) and isinstance(count, int) and editor.value() != count:
            with QSignalBlocker(editor):
                editor.setValue(count)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QSpinBox):
            model.setData(QModelIndex(index), editor.value())  # pyright: ignore[reportArgumentType]  # the stubs know one kind of index

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        size = QSize(self._look.px(BOX_WIDTH), self._look.px(CONTROL_HEIGHT))
        place = QPoint(area.right() - self._look.px(EDGE) - size.width(), area.center().y() - size.height() // 2)
        editor.setGeometry(QRect(place, size))

    @override
    def eventFilter(self, editor: QWidget, event: QEvent) -> bool:  # pyright: ignore[reportIncompatibleMethodOverride]  # Qt names it so
        """Keep Qt from closing a box that is always there, with Tab, Enter or Escape."""
        return False

    def _words_area(self, area: QRect, *, has_box: bool) -> QRect:
        px = self._look.px
        left = area.left() + px(EDGE + PICTURE + GAP)
        right = area.right() - px(EDGE) - (px(BOX_WIDTH + GAP) if has_box else 0)
        return QRect(QPoint(left, area.top()), QPoint(right, area.bottom()))

    def _draw_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, is_chosen: bool) -> None:
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("primary_soft" if is_chosen else "sunken"))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if is_chosen:
            painter.setBrush(self._look.colour("primary"))
            painter.drawRoundedRect(QRect(area.left(), area.top() + RADIUS, 4, area.height() - 2 * RADIUS), 2, 2)

    def _draw_picture(self, painter: QPainter, area: QRect, picture: object, is_printed: bool) -> None:
        side = self._look.px(PICTURE)
        place = QRect(area.left() + self._look.px(EDGE), area.center().y() - side // 2, side, side)
        if isinstance(picture, QPixmap):
            size = picture.deviceIndependentSize().toSize()
            shown = QRect(place.center() - QPoint(size.width() // 2, size.height() // 2), size)
            painter.setOpacity(1.0 if is_printed else 0.4)
            painter.drawPixmap(shown, picture)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("line_strong"), 1))
            painter.drawRect(shown)
            painter.setOpacity(1.0)

    def _draw_words(self, painter: QPainter, area: QRect, words: tuple[str, ...], is_chosen: bool) -> None:
        fonts = (self._look.font(BODY, bold=True), self._look.font(SMALL), self._look.font(SMALL))
        lines = [(text, font) for text, font in zip(words, fonts, strict=True) if text]
        y = area.center().y() - sum(QFontMetrics(font).height() for _, font in lines) // 2
        for number, (text, font) in enumerate(lines):
            colour = "on_soft" if is_chosen else "muted" if number else "ink"
            y = self._draw_line(painter, QRect(area.left(), y, area.width(), area.height()), text, font, colour)

    def _draw_line(self, painter: QPainter, area: QRect, text: str, font: QFont, colour: str) -> int:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(QPoint(area.left(), area.top() + metrics.ascent()), shown)
        return area.top() + metrics.height()
