"""Sends a workshop out as one file, and takes one in, outside the window's thread; the bar tells how far it has come."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from workshop_kit.store.exchange import export_workshop, import_workshop
from workshop_kit.ui.context import Context
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.message_bar import Action, Message, Weight

KEY = "transfer"
TOLD_EVERY = 250
"""Milliseconds between two lines about how far it has come; what is done sooner is not told at all."""


class Transfers(QObject):
    """Sends `exported` with the packed file, and `imported` with the document that was taken in."""

    exported = Signal(Path)
    imported = Signal(Path)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context

    def export(self, document: Path, target: Path) -> None:
        """Pack a workshop into one file."""
        self._start(lambda handle: export_workshop(document, target, handle.step), "file.exporting", target.name, self.exported.emit)

    def take_in(self, archive: Path, root: Path) -> None:
        """Unpack a workshop under a root."""
        self._start(lambda handle: import_workshop(archive, root, handle.step), "file.importing", archive.name, self.imported.emit)

    def _start(self, work: Callable[[Handle[Path]], Path], words: str, name: str, done: Callable[[Path], None]) -> None:
        context = self._context
        handle: Handle[Path] = context.jobs.start(work)
        since = QElapsedTimer()
        since.start()

        def tell(number: int, of: int, _: str) -> None:
            if since.elapsed() >= TOLD_EVERY:
                since.restart()
                text = context.texts(words, name=name, number=number, of=of)
                stop = Action(text=context.texts("file.stop"), do=handle.stop)
                context.offered.emit(Message(text=text, actions=(stop,), key=KEY))

        def end(path: Path) -> None:
            context.settled.emit(KEY)
            done(path)

        def fail(error: Exception) -> None:
            context.settled.emit(KEY)
            context.offered.emit(Message(text=context.words_of(error), weight=Weight.PROBLEM))

        def stopped() -> None:
            context.settled.emit(KEY)
            context.told.emit(context.texts("file.stopped", name=name))

        handle.progress.connect(tell)
        handle.done.connect(end)
        handle.failed.connect(fail)
        handle.stopped.connect(stopped)
