"""The ways a file comes to the program besides its own buttons: dropped on the window, or given by the system when it is pressed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from workshop_kit.store.document import SUFFIX
from workshop_kit.store.exchange import PACKED_SUFFIX

SUFFIXES = frozenset({SUFFIX, PACKED_SUFFIX})


class Application(QApplication):
    """The program on a system that gives files as events, as macOS does; those that come before anybody asks are kept."""

    given = Signal(tuple)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._kept: list[Path] = []
        self._is_asked = False

    def give(self) -> None:
        """Send the files that came so far, and from now on each as it comes."""
        self._is_asked = True
        if self._kept:
            files, self._kept = tuple(self._kept), []
            self.given.emit(files)

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._kept.append(Path(event.file()))
            if self._is_asked:
                self.give()
            return True
        return super().event(event)


class FileDrop(QObject):
    """Takes the workshops that are dropped anywhere on a window, before a field takes their names as text."""

    dropped = Signal(tuple)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self._window:
            if event.type() is QEvent.Type.Show:
                self._window.removeEventFilter(self)
                self._window.windowHandle().installEventFilter(self)
            return False
        if isinstance(event, QDropEvent | QDragEnterEvent | QDragMoveEvent) and (files := files_in(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if event.type() is QEvent.Type.Drop:
                QTimer.singleShot(0, self, lambda: self.dropped.emit(files))
            return True
        return False


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """Give the workshops among what is dragged."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix in SUFFIXES)
