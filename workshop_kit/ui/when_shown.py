"""Keeps a page that nobody looks at from being filled for nothing: it is filled when it is shown."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class WhenShown(QObject):
    """Calls `fill` at once for a page that is shown, else when it is shown the next time; connect signals to `wake`."""

    def __init__(self, page: QWidget, fill: Callable[[], None]) -> None:
        super().__init__(page)
        self._page, self._fill = page, fill
        self._is_stale = False
        page.installEventFilter(self)

    def wake(self) -> None:
        """Fill the page now or when it is shown."""
        self._is_stale = not self._page.isVisible()
        if not self._is_stale:
            self._fill()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._is_stale:
            self._is_stale = False
            self._fill()
        return False
