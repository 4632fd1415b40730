"""Runs slow work outside the window's thread, and brings what came of it back into it."""

from collections.abc import Callable
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from typing_extensions import override

Result = TypeVar("Result")


class Stopped(Exception):
    """The job was stopped by the user: not a fault."""


class Handle(QObject, Generic[Result]):
    """A job under way. Exactly one of `done`, `failed` and `stopped` is sent, in the thread that started it.

    `note` carries whatever else a job tells on its way. `ended` is for the job's own use: it carries the result over to that thread.
    """

    done = Signal(object)
    failed = Signal(Exception)
    stopped = Signal()
    progress = Signal(int, int, str)
    note = Signal(object)
    ended = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    def step(self, number: int, of: int, what: str) -> None:
        """Tell from inside the job how far it has come; raises Stopped when it is to stop."""
        if self._stop.is_set():
            raise Stopped
        self.progress.emit(number, of, what)

    @Slot(object, object)
    def _end(self, result: object, error: object) -> None:
        if isinstance(error, Stopped):
            self.stopped.emit()
        elif isinstance(error, Exception):
            self.failed.emit(error)
        else:
            self.done.emit(result)
        self.deleteLater()


class _Run(QRunnable):
    """Work on its way through the pool."""

    def __init__(self, work: Callable[[], object], ended: Callable[[object, object], None]) -> None:
        super().__init__()
        self._work, self._ended = work, ended

    @override
    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - one of two such places: whatever goes wrong in a job is told in the window
            self._ended(None, error)
        else:
            self._ended(result, None)


class Jobs(QObject):
    """Starts jobs, and waits for them when the program ends."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)

    def start(self, work: Callable[[Handle[Result]], Result]) -> Handle[Result]:
        """Start a job; `work` is given its handle to tell how far it has come. Connect to the handle's signals at once."""
        handle: Handle[Result] = Handle(self)
        self._pool.start(_Run(lambda: work(handle), handle.ended.emit))
        return handle

    @property
    def is_idle(self) -> bool:
        """Tell whether no job is under way."""
        return self._pool.activeThreadCount() == 0

    def wait(self) -> None:
        """Wait until every job has ended."""
        self._pool.waitForDone()
