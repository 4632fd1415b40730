"""A row for a file of the pack: whether it is to be made, what it is, how it stands, and a button that opens it."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QStyle, QVBoxLayout, QWidget

from workshop_kit.ui.context import Context
from workshop_kit.ui.widgets import boxed, button, label, row

LARGE = 150
"""From this text size on, in per cent, how a file stands goes under its name."""


class RowState(StrEnum):
    """How a file stands; before the making as it lies there, during it how far it has come."""

    NEW = "new"
    CURRENT = "current"
    STALE = "stale"
    LEFT_OUT = "left_out"
    WAITS = "waits"
    MAKING = "making"
    DONE = "done"
    KEPT = "kept"
    FAILED = "failed"
    NOT_MADE = "not_made"


_ICONS = {
    RowState.NEW: ("plus", "muted"),
    RowState.CURRENT: ("circle-check", "primary"),
    RowState.STALE: ("refresh-cw", "warning"),
    RowState.LEFT_OUT: ("minus", "muted"),
    RowState.WAITS: ("clock", "muted"),
    RowState.MAKING: ("play", "primary"),
    RowState.DONE: ("circle-check", "primary"),
    RowState.KEPT: ("lock", "ink"),
    RowState.FAILED: ("triangle-alert", "danger"),
    RowState.NOT_MADE: ("circle-x", "muted"),
}


class FileRow(QWidget):
    """`chosen` is sent with the row's slot and whether it is to be made, `opened` with the file's name."""

    chosen = Signal(str, bool)
    opened = Signal(str)

    def __init__(self, context: Context, slot: str, title: str, name: str, pages: str) -> None:
        super().__init__()
        self._context, self.slot, self.name, self.state = context, slot, name, RowState.NEW
        texts, look = context.texts, context.look
        self.box = QCheckBox(title)
        self.box.setAccessibleName(texts("make.choose", title=title))
        if not slot:
            self.box.hide()
        self.open = button(texts("make.open"), lambda: self.opened.emit(name), "quiet", look=look, icon="external-link")
        self.open.setAccessibleName(texts("make.open_file", title=title))
        self.open.setToolTip(name)
        self._icon, self._words = QLabel(), label()
        self._fault = label(kind="problem", wrap=True)
        self._fault.hide()
        details = label(f"{pages} · {name}" if pages else name, "small", wrap=True)
        for each in (details, self._fault):
            each.setContentsMargins(self._indent(), 0, 0, 0)
        left = QVBoxLayout()
        left.setSpacing(0)
        for each in (self.box, *(() if slot else (self._plain(title),)), details, self._fault):
            left.addWidget(each)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.addWidget(boxed(left), 1)
        self._standing = boxed(row(self._icon, self._words, 1, self.open, spacing=8))
        self._whole.addWidget(self._standing)
        self.box.toggled.connect(self._choose)
        look.changed.connect(self._dress)

    def show_state(self, state: RowState, *, is_there: bool, fault: str = "") -> None:
        """Show how the file stands, whether it can be opened, and what hindered it."""
        self.state = state
        texts = self._context.texts
        self._words.setText(texts(f"make.state_{state.value}"))
        self._words.setProperty("kind", "problem" if state is RowState.FAILED else "muted")
        self._words.style().polish(self._words)
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self.open.setEnabled(is_there)
        self._dress()

    def choose(self, is_chosen: bool) -> None:
        """Tick the box or not, without telling anybody."""
        self.box.blockSignals(True)
        self.box.setChecked(is_chosen)
        self.box.blockSignals(False)

    def _plain(self, title: str) -> QLabel:
        made = label(title)
        made.setContentsMargins(self._indent(), 0, 0, 0)
        return made

    def _indent(self) -> int:
        """Give where the box's words begin."""
        return self.box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self.box) + self._context.look.px(8)

    def _choose(self, is_chosen: bool) -> None:
        self.chosen.emit(self.slot, is_chosen)

    def _dress(self) -> None:
        look = self._context.look
        is_large = look.text_size >= LARGE
        self._whole.setDirection(QBoxLayout.Direction.TopToBottom if is_large else QBoxLayout.Direction.LeftToRight)
        self._whole.setContentsMargins(0, look.px(4), 0, look.px(4))
        self._whole.setSpacing(0 if is_large else look.px(8))
        self._standing.setContentsMargins(self._indent() if is_large else 0, 0, 0, 0)
        name, colour = _ICONS[self.state]
        self._icon.setPixmap(look.icon(name, colour).pixmap(look.icon_size()))
