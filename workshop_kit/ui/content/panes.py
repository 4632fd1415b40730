"""The list with what is open beside it, or the two in turn where there is no room for both."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from workshop_kit.ui.content.editor import Editor
from workshop_kit.ui.content.views import ModelView, View, WelcomeView
from workshop_kit.ui.look import Look
from workshop_kit.ui.widgets import UNBOUND, row

LIST_WIDTH, LEAST_EDITOR = 264, 480
"""Pixels at 100 per cent."""


class Panes(QWidget):
    """Holds the list and one view at a time; `left` is sent when somebody goes back to the list."""

    left = Signal()

    def __init__(self, look: Look, side: QWidget) -> None:
        super().__init__()
        self._look, self._side = look, side
        self._stack = QStackedWidget()
        line = row(side, self._stack, spacing=16)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        look.changed.connect(self._arrange)

    @property
    def shown(self) -> QWidget | None:
        """What stands beside the list."""
        return self._stack.currentWidget()

    def show_view(self, view: Editor | View) -> None:
        """Show a view, and let the one before it go."""
        before = self.shown
        view.leave.connect(self.left)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        if before is not None:
            if isinstance(before, Editor | ModelView):
                before.stop()
            self._stack.removeWidget(before)
            before.deleteLater()
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the two anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown, width = self.shown, self._look.px(LIST_WIDTH)
        is_narrow = self.width() < width + self._look.px(LEAST_EDITOR)
        is_welcome = isinstance(shown, WelcomeView)
        self._side.setVisible(not is_narrow or is_welcome)
        self._stack.setVisible(not is_narrow or not is_welcome)
        self._side.setMinimumWidth(0 if is_narrow else width)
        self._side.setMaximumWidth(UNBOUND if is_narrow else width)
        if isinstance(shown, Editor | View):
            shown.set_narrow(is_narrow)
