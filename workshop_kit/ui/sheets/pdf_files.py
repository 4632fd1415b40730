"""Makes PDFs of what is printed, outside the window's thread: one to look at now, or all in one file to keep."""

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from workshop_kit.pack import Composed, printed_documents, printed_name, whole_set, write_sheet
from workshop_kit.scene.page import Document
from workshop_kit.ui.context import Context
from workshop_kit.ui.jobs import Handle


class PdfFiles(QObject):
    """Makes one file at a time; `busy` tells when a job begins and ends. Looked-at files lie in a folder that goes with the program."""

    busy = Signal(bool)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._folder = QTemporaryDir()
        self._handle: Handle[Path] | None = None

    def open(self, composed: Composed, key: str) -> None:
        """Make the PDF of one sheet, and open it in the program for PDFs."""
        path = Path(self._folder.path()) / printed_name(composed, key)
        self._start(printed_documents(composed)[key], path, is_opened=True)

    def save(self, composed: Composed, keys: tuple[str, ...], path: Path) -> None:
        """Make one PDF of several sheets where somebody wants it."""
        self._start(whole_set(composed, keys), path, is_opened=False)

    def _start(self, document: Document, path: Path, *, is_opened: bool) -> None:
        kit = self._context.kit
        if kit is None or self._handle is not None:
            return
        theme = kit.theme
        self._handle = handle = self._context.jobs.start(lambda _: write_sheet(document, theme, path))
        handle.done.connect(self._opened if is_opened else self._saved)
        handle.failed.connect(self._failed)
        self.busy.emit(True)

    def _opened(self, path: Path) -> None:
        self._end()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._context.told.emit(self._context.texts("sheets.not_opened", path=path))

    def _saved(self, path: Path) -> None:
        self._end()
        self._context.told.emit(self._context.texts("sheets.saved", path=path))

    def _failed(self, error: Exception) -> None:
        self._end()
        self._context.told.emit(self._context.words_of(error))

    def _end(self) -> None:
        self._handle = None
        self.busy.emit(False)
