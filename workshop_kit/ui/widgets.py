"""Small makers of standard widgets that say what kind they are to the style sheet, and their names to screen readers."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.ui.look import Look

WIDE_ENOUGH = 2.2
"""A page so many times as wide as what stands beside has room for both."""
UNBOUND = 16_777_215
"""Qt's own largest width."""


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label; `kind` is title, section, lead, muted, small, warning or problem."""
    made = QLabel(text)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def button(text: str, clicked: Callable[[], object], kind: str = "", *, look: Look | None = None, icon: str = "") -> QPushButton:
    """Make a push button; `kind` is primary, quiet, danger, chip or navigation."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if look is not None and icon:
        _Dresser(made, look, icon)
    made.clicked.connect(lambda: clicked())
    return made


class _Dresser(QObject):
    """Keeps a button's icon in the colours in use, for as long as the button lives: a function would be called after its end."""

    def __init__(self, made: QPushButton, look: Look, icon: str) -> None:
        super().__init__(made)
        self._made, self._look, self._icon = made, look, icon
        look.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Give the button its icon anew."""
        dress(self._made, self._look, self._icon)


def dress(made: QPushButton, look: Look, icon: str) -> None:
    """Give a button its icon in the colours in use."""
    colour = {"primary": "on_primary", "danger": "danger"}.get(str(made.property("kind")), "ink")
    made.setIcon(look.icon(icon, colour))
    made.setIconSize(look.icon_size())


def panel(layout: QLayout, kind: str = "panel", margin: int = 16) -> QFrame:
    """Make a framed surface around a layout."""
    made = QFrame()
    made.setProperty("kind", kind)
    layout.setContentsMargins(margin, margin, margin, margin)
    made.setLayout(layout)
    return made


def column(*widgets: QWidget | int, spacing: int = 8) -> QVBoxLayout:
    """Set widgets under each other; a number is a stretch."""
    made = QVBoxLayout()
    made.setSpacing(spacing)
    _fill(made, widgets)
    return made


def row(*widgets: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Set widgets beside each other; a number is a stretch."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    _fill(made, widgets)
    return made


def _fill(layout: QVBoxLayout | QHBoxLayout, widgets: tuple[QWidget | int, ...]) -> None:
    for widget in widgets:
        if isinstance(widget, int):
            layout.addStretch(widget)
        else:
            layout.addWidget(widget)


def boxed(layout: QLayout) -> QWidget:
    """Give a layout a plain widget of its own, without margins."""
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made


def scrolled(inside: QWidget) -> QScrollArea:
    """Let something scroll when it is higher than its place."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inside)
    return made


class Beside(QWidget):
    """Something wide with something narrow at its right, or under it where there is no room for both."""

    def __init__(self, main: QWidget, side: QWidget, side_width: Callable[[], int]) -> None:
        super().__init__()
        self._side, self._side_width = side, side_width
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._box.addWidget(main, 3)
        self._box.addWidget(side, 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the two the other way when the width asks for it."""
        super().resizeEvent(event)
        width = self._side_width()
        is_wide = event.size().width() >= WIDE_ENOUGH * width
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._side.setMinimumWidth(width if is_wide else 0)
        self._side.setMaximumWidth(width if is_wide else UNBOUND)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
