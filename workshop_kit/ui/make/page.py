"""The page that makes the pack: one button, a row for each file, and what is different since last time."""

from collections import Counter
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget
from typing_extensions import override

from workshop_kit.pack import PackThere
from workshop_kit.store.manifest import FileRole
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.make.changes_panel import ChangesPanel
from workshop_kit.ui.make.file_list import FileList
from workshop_kit.ui.make.maker import Made, Maker
from workshop_kit.ui.make.opening import open_path
from workshop_kit.ui.make.telling import name_of_slot
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.widgets import Beside, boxed, button, column, label, panel, row, scrolled

PACK_FOLDER = "pack"
"""Where a pack lies, in its workshop's folder."""
SIDE_WIDTH = 340
TICK = 500
"""Milliseconds between two showings of the time used."""


class MakePage(QWidget):
    """Makes the pack of the open workshop; `made` is sent with it, `jump` asks for another page by its name."""

    made = Signal(object)
    jump = Signal(str)

    def __init__(self, context: Context, document: OpenDocument, planner: Planner, out: Path) -> None:
        super().__init__()
        self._context, self._planner = context, planner
        self.maker = Maker(context, document, planner, out, self)
        self.files, self.changes = FileList(context), ChangesPanel(context)
        self._folder, self._deck = Path(), ""
        self._used, self._tick = QElapsedTimer(), QTimer(self)
        self._doing = ""
        self._build()
        self._tick.setInterval(TICK)
        self._tick.timeout.connect(self._show_doing)
        self._connect(document)
        self._show_state()
        self._look()

    def make(self) -> None:
        """Make the chosen files."""
        if self.files.has_chosen or not self.files.is_planned:
            self.maker.make()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look again: a deck may have been edited meanwhile."""
        super().showEvent(event)
        self._look()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """End after the file at hand: the page is let go."""
        self.maker.stop()
        super().closeEvent(event)

    def _build(self) -> None:
        texts, look = self._context.texts, self._context.look
        self.start = button(texts("make.start"), self.make, "primary", look=look, icon="play")
        self.start.setMinimumHeight(look.px(48))
        self.stop = button(texts("make.stop"), self.maker.stop, look=look, icon="circle-x")
        self.deck = button(texts("make.deck"), lambda: self._open(self._deck), look=look, icon="presentation")
        self.folder = button(texts("make.folder"), lambda: self._open(""), look=look, icon="folder-open")
        self.other = button(texts("make.other_folder"), self._choose_folder, "quiet", look=look, icon="folder-open")
        self.usual = button(texts("make.usual_folder"), lambda: self.set_folder(""), "quiet", look=look, icon="undo-2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(texts("make.progress"))
        self.will, self.state = label(texts("make.planning"), wrap=True), label(kind="muted", wrap=True)
        self.place = label(kind="small", wrap=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = column(
            label(texts("make.title"), "section", wrap=True),
            self.will,
            self._flow(self.start, self.stop, self.deck, self.folder),
            self.bar,
            self.state,
            spacing=12,
        )
        where = column(self.place, self._flow(self.other, self.usual), spacing=4)
        lead = label(texts("make.lead"), "small", wrap=True)
        files = panel(column(label(texts("make.files"), "section"), self.files, boxed(where), lead, spacing=12))
        main = boxed(column(panel(head), files, 1, spacing=16))
        whole = row(scrolled(Beside(main, self.changes, lambda: look.px(SIDE_WIDTH))))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def _connect(self, document: OpenDocument) -> None:
        maker = self.maker
        self._planner.planned.connect(self._look)
        self._context.kit_ready.connect(self._show_state)
        document.changed.connect(self._forget_done)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._look_again)
        self.files.opened.connect(self._open)
        self.files.chosen.connect(self._leave_out)
        self.changes.jump.connect(self.jump)
        maker.looked.connect(self._show_there)
        maker.began.connect(self._begin)
        maker.stepped.connect(self._step)
        maker.told.connect(self.files.show_told)
        maker.done.connect(self._done)
        maker.failed.connect(self._failed)
        maker.stopped.connect(self._stopped)

    def _flow(self, *buttons: QWidget) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made)
        for each in buttons:
            flow.addWidget(each)
        return made

    def _look(self) -> None:
        self.changes.show_problems(self._planner.problems)
        self.maker.look()

    def _look_again(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self.isVisible():
            self._look()

    def _show_there(self, there: PackThere) -> None:
        texts = self._context.texts
        self._folder, self._deck = there.folder, next(file.name for file in there.files if file.role is FileRole.DECK)
        self.files.show_there(there, frozenset(self.maker.choice.left_out))
        self.changes.show_there(there)
        self.will.setText(self._what(there))
        key = "place_gone" if self.maker.is_folder_gone else "place"
        self.place.setText(texts(f"make.{key}", path=there.folder, chosen=self.maker.choice.folder))
        self._show_state()

    def _what(self, there: PackThere) -> str:
        """Say in one line what the button makes."""
        texts, left_out = self._context.texts, self.maker.choice.left_out
        files = tuple(file for file in there.files if file.slot not in left_out)
        roles = Counter(file.role for file in files)
        parts = [texts.count("make.will_deck", len(file.document.pages)) for file in files if file.role is FileRole.DECK]
        if roles[FileRole.SHEET] or roles[FileRole.SHEETS]:
            parts.append(texts.count("make.will_sheets", roles[FileRole.SHEET] or 1))
        others = (FileRole.PROGRAMME, FileRole.RUN_SHEET, FileRole.GLOSSARY, FileRole.CALL_LIST)
        parts += [name_of_slot(texts, role.value).lower() for role in others if roles[role]]
        if not parts:
            return texts("make.will_nothing")
        return texts("make.will", what=parts[0] if len(parts) == 1 else texts("make.and", first=", ".join(parts[:-1]), last=parts[-1]))

    def _begin(self) -> None:
        self.files.start()
        self._used.start()
        self._tick.start()
        self.bar.setRange(0, 0)
        self._doing = self._context.texts("make.planning")
        self._show_doing()
        self._show_state()

    def _step(self, number: int, of: int, name: str) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(number - 1)
        self._doing = self._context.texts("make.making", number=number, of=of, name=name)
        self.files.show_making(name)
        self._show_doing()

    def _show_doing(self) -> None:
        self.state.setText(self._context.texts("make.doing", what=self._doing, used=self._seconds()))

    def _done(self, found: Made) -> None:
        pack, problems = found
        texts = self._context.texts
        self._folder, self._deck = pack.folder, pack.manifest.deck.path if pack.manifest.deck is not None else self._deck
        self.files.show_pack(pack)
        self.changes.show_pack(pack)
        self.changes.show_problems(problems)
        made = len(pack.manifest.files) - sum(1 for file in pack.manifest.files if file.slot in self.maker.choice.left_out)
        said = texts.count("make.done", made, used=self._seconds(), minutes=pack.manifest.minutes)
        self._end(f"{said} {texts.count('make.done_failed', len(pack.failed))}" if pack.failed else said)
        if not self.files.is_planned:
            self.maker.look()
        self.made.emit(pack)

    def _failed(self, error: Exception) -> None:
        self._end(self._context.words_of(error))

    def _stopped(self) -> None:
        self._end(self._context.texts("make.stopped"))

    def _end(self, said: str) -> None:
        self._tick.stop()
        self.state.setText(said)
        self.files.end()
        self._show_state()

    def _forget_done(self) -> None:
        if not self.maker.is_running:
            self.state.setText("")
            self._show_state()

    def _seconds(self) -> str:
        seconds = self._used.elapsed() // 1000 if self._used.isValid() else 0
        return self._context.texts.count("make.seconds", max(1, seconds))

    def _show_state(self) -> None:
        is_running = self.maker.is_running
        self.start.setEnabled(self._context.kit is not None and (self.files.has_chosen or not self.files.is_planned))
        _exchange(*((self.start, self.stop) if is_running else (self.stop, self.start)))
        self.bar.setVisible(is_running)
        self.state.setVisible(bool(self.state.text()))
        self.deck.setEnabled(not is_running and bool(self._deck) and (self._folder / self._deck).is_file())
        self.folder.setEnabled(self._folder.is_dir() and self._folder != Path())
        for each in (self.other, self.usual):
            each.setEnabled(not is_running)
        self.usual.setVisible(self.maker.has_other_folder)

    def _leave_out(self, slots: frozenset[str]) -> None:
        self.maker.choose(replace(self.maker.choice, left_out=tuple(sorted(slots))))
        self._look()

    def _choose_folder(self) -> None:
        start = str(self.maker.out) if self.maker.out.is_dir() else QStandardPaths.writableLocation(_DOCUMENTS)
        chosen = QFileDialog.getExistingDirectory(self, self._context.texts("make.other_folder"), start)
        if chosen:
            self.set_folder(chosen)

    def set_folder(self, folder: str) -> None:
        """Make packs in another folder from now on, "" for the workshop's own."""
        self.maker.choose(replace(self.maker.choice, folder=folder))
        self._show_state()
        self._look()

    def _open(self, name: str) -> None:
        open_path(self._context, self._folder / name)


def _exchange(goes: QWidget, comes: QWidget) -> None:
    """Put one button in another's place, with the keyboard's focus: hidden first, it would send the focus on, and the page with it."""
    comes.show()
    if goes.hasFocus():
        comes.setFocus()
    goes.hide()


_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
