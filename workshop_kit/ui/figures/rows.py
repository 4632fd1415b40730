"""The rows of one chart under each other: added, removed, and typed in."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.library.report_form import MOST_ROWS, PARTS
from workshop_kit.ui.context import Context
from workshop_kit.ui.figures.draft import FIELDS, DraftRow, Rows, wrong_sum
from workshop_kit.ui.figures.row import END, NUMBER, NUMBERS, RowForm
from workshop_kit.ui.widgets import boxed, button, column, label, row

ENOUGH = 500
"""Width that labels and numbers beside each other ask for, in pixels at 100 per cent."""


class RowsForm(QWidget):
    """A chart's rows; `changed` is sent with the new rows, what was done, and the key of changes that go together."""

    changed = Signal(object, str, str)

    def __init__(self, context: Context, kind: str) -> None:
        super().__init__()
        self._context, self._kind = context, kind
        texts, look = context.texts, context.look
        self.rows: list[RowForm] = []
        self._heads = {name: label(texts(f"figures.{name}"), "small", wrap=True) for name in FIELDS}
        self._end = QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.sum = label(kind="problem", wrap=True)
        self.add = button(texts("figures.add"), self._add, look=look, icon="plus")
        self.full = label(texts("figures.full", most=MOST_ROWS), "muted", wrap=True)
        note = label(texts("figures.hint_parts" if kind in PARTS else "figures.hint_bars"), "small", wrap=True)
        self._head = boxed(row(*self._heads.values(), self._end))
        self._is_narrow = False
        made = column(self._head, boxed(self._column), self.sum, boxed(row(self.add, self.full, 1)), note, 1)
        made.setContentsMargins(0, 0, 0, 0)
        self.setLayout(made)
        self._resize()
        look.changed.connect(self._resize)

    def show_rows(self, rows: Rows) -> None:
        """Show what is typed, with one empty row where there is nothing."""
        listed, before = rows or (DraftRow(),), len(self.rows)
        while len(self.rows) < len(listed):
            self._append()
        while len(self.rows) > len(listed):
            gone = self.rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for shown, draft in zip(self.rows, listed, strict=True):
            shown.show_row(draft)
        total = wrong_sum(self._kind, rows)
        self.sum.setText("" if total is None else self._context.texts("figures.sum", total=total))
        self.sum.setVisible(total is not None)
        self.add.setEnabled(len(listed) < MOST_ROWS)
        self.full.setVisible(len(listed) >= MOST_ROWS)
        if len(listed) != before:
            self._set_tab_order()

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        self.rows[0].fields[FIELDS[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Set the numbers under the labels where there is no room beside them."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._context.look.px(ENOUGH)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._resize()

    def _resize(self) -> None:
        look = self._context.look
        for name, head in self._heads.items():
            if name in NUMBERS:
                head.setFixedWidth(look.px(NUMBER))
            else:
                head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._end.setFixedWidth(look.px(END))
        self._head.setVisible(not self._is_narrow)
        for shown in self.rows:
            shown.resize_to(look, is_narrow=self._is_narrow)

    def _append(self) -> None:
        place = len(self.rows)
        made = RowForm(self._context, place + 1)
        made.resize_to(self._context.look, is_narrow=self._is_narrow)
        made.edited.connect(partial(self._edit, place))
        made.removed.connect(partial(self._remove, place))
        made.entered.connect(partial(self._enter, place))
        self.rows.append(made)
        self._column.addWidget(made)

    def _drafts(self) -> Rows:
        return tuple(shown.draft for shown in self.rows)

    def _edit(self, place: int, field: str) -> None:
        self.changed.emit(self._drafts(), self._context.texts(f"figures.changed_{field}"), f"{place}-{field}")

    def _add(self) -> None:
        self.changed.emit((*self._drafts(), DraftRow()), self._context.texts("figures.added"), "")
        self.rows[-1].fields[FIELDS[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, place: int) -> None:
        drafts = self._drafts()
        gone = drafts[place]
        named = gone.label_nb.strip() or gone.label_nn.strip() or str(place + 1)
        self.changed.emit((*drafts[:place], *drafts[place + 1 :]), self._context.texts("figures.removed", label=named), "")
        left = min(place, len(self.rows) - 1)
        self.rows[left].fields[FIELDS[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, place: int) -> None:
        """Go to the next row, made now where it is not there."""
        if place + 1 < len(self.rows):
            self.rows[place + 1].fields[FIELDS[0]].setFocus(Qt.FocusReason.TabFocusReason)
        elif self.add.isEnabled():
            self._add()

    def _set_tab_order(self) -> None:
        order = [widget for shown in self.rows for widget in (*shown.fields.values(), shown.remove)]
        for before, after in zip(order, [*order[1:], self.add], strict=True):
            QWidget.setTabOrder(before, after)
