"""The page that makes the pack: one button, how far it has come, and the files that were made."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from workshop_kit.domain.problem import Problem
from workshop_kit.library.messages import message
from workshop_kit.pack import Pack, make_pack
from workshop_kit.store.manifest import FileRole, ManifestFile
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.widgets import boxed, button, clear, column, label, panel, scrolled

PACK_FOLDER = "pack"
"""Where a pack lies, in its workshop's folder."""

Made = tuple[Pack, tuple[Problem, ...]]


class MakePage(QWidget):
    """Makes the pack of the open workshop; `made` is sent with it."""

    made = Signal(object)

    def __init__(self, context: Context, document: OpenDocument, out: Path) -> None:
        super().__init__()
        self._context, self._document, self._out = context, document, out
        self._handle: Handle[Made] | None = None
        self._stale = False
        texts, look = context.texts, context.look
        self.start = button(texts("make.start"), self.make, "primary", look=look, icon="play")
        self.stop = button(texts("make.stop"), self._stop, look=look, icon="circle-x")
        self.folder = button(texts("make.folder"), self._open_folder, look=look, icon="folder-open")
        self.deck = button(texts("make.deck"), self._open_deck, look=look, icon="presentation")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(texts("make.progress"))
        self.state = label(texts("make.ready"), "muted", wrap=True)
        self._files, self._notes = QVBoxLayout(), QVBoxLayout()
        self._pack: Pack | None = None
        head = QWidget()
        buttons = FlowLayout(head)
        for each in (self.start, self.stop, self.deck, self.folder):
            buttons.addWidget(each)
        inside = column(
            panel(column(label(texts("make.title"), "section"), label(texts("make.lead"), "muted", wrap=True), head, self.bar, self.state)),
            panel(column(label(texts("make.files"), "section"), boxed(self._files), boxed(self._notes))),
            1,
            spacing=16,
        )
        outer = column(scrolled(boxed(inside)))
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
        document.changed.connect(self._mark_stale)
        context.kit_ready.connect(self._show_state)
        self._show_files()
        self._show_state()

    def make(self) -> None:
        """Save the workshop and make its pack outside the window's thread."""
        kit, workshop, out, media = self._context.kit, self._document.workshop, self._out, self._document.media
        if kit is None or self._handle is not None:
            return
        self._document.save()
        self._stale = False

        def work(handle: Handle[Made]) -> Made:
            return make_pack(kit, workshop, out, handle.step, media)

        self._handle = handle = self._context.jobs.start(work)
        handle.progress.connect(self._progress)
        handle.done.connect(self._done)
        handle.failed.connect(self._failed)
        handle.stopped.connect(self._stopped)
        self.state.setText(self._context.texts("make.planning"))
        self._show_state()

    def _progress(self, number: int, of: int, name: str) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(number - 1)
        self.state.setText(self._context.texts("make.making", number=number, of=of, name=name))

    def _done(self, found: Made) -> None:
        self._pack, problems = found
        self.bar.setValue(self.bar.maximum())
        self.state.setText(self._context.texts("make.done", count=len(self._pack.manifest.files), minutes=self._pack.manifest.minutes))
        self._end()
        self._show_files(problems)
        self.made.emit(self._pack)

    def _failed(self, error: Exception) -> None:
        self.state.setText(self._context.words_of(error))
        self._end()

    def _stopped(self) -> None:
        self.state.setText(self._context.texts("make.stopped"))
        self._end()

    def _end(self) -> None:
        self._handle = None
        self._show_state()

    def _stop(self) -> None:
        if self._handle is not None:
            self._handle.stop()

    def _mark_stale(self) -> None:
        if self._pack is not None and not self._stale and self._handle is None:
            self._stale = True
            self.state.setText(self._context.texts("make.stale"))

    def _show_state(self) -> None:
        is_running = self._handle is not None
        self.start.setEnabled(not is_running and self._context.kit is not None)
        self.stop.setVisible(is_running)
        self.bar.setVisible(is_running)
        self.deck.setEnabled(self._pack is not None and not is_running)
        self.folder.setEnabled(self._pack is not None)

    def _show_files(self, problems: tuple[Problem, ...] = ()) -> None:
        texts = self._context.texts
        clear(self._files)
        clear(self._notes)
        if self._pack is None:
            self._files.addWidget(label(texts("make.no_files"), "muted", wrap=True))
            return
        for file in self._pack.manifest.files:
            self._files.addWidget(self._file(file))
        for kept in self._pack.manifest.kept:
            self._notes.addWidget(label(texts("make.kept", name=kept), "warning", wrap=True))
        language = texts.language.value
        for problem in problems:
            self._notes.addWidget(label(f"{problem.where}: {message(language, problem.key, problem.values)}", "problem", wrap=True))

    def _file(self, file: ManifestFile) -> QWidget:
        texts = self._context.texts
        pages = texts.count("make.slides" if file.role is FileRole.DECK else "make.pages", file.pages)
        return button(f"{file.path}  ·  {pages}", lambda: self._open(file.path), "navigation", look=self._context.look, icon="file-text")

    def _open(self, name: str) -> None:
        if self._pack is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._pack.folder / name)))

    def _open_folder(self) -> None:
        self._open("")

    def _open_deck(self) -> None:
        if self._pack is not None:
            self._open(next(file.path for file in self._pack.manifest.files if file.role is FileRole.DECK))
