"""The files of the pack as rows: what will be made, how far the making has come, and what lies there from before."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_kit.pack import Pack, PackThere
from workshop_kit.pack_manifest import PlannedFile
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.manifest import FileRole, Manifest
from workshop_kit.ui.context import Context
from workshop_kit.ui.make.file_row import FileRow, RowState
from workshop_kit.ui.make.maker import Told
from workshop_kit.ui.make.telling import name_of_slot
from workshop_kit.ui.widgets import clear, label


class FileList(QWidget):
    """`opened` is sent with the name of a file to open, `chosen` with the slots that are left out now."""

    opened = Signal(str)
    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._left_out: frozenset[str] = frozenset()
        self._folder = Path()
        self._shown: list[tuple[str, str, str, str]] = []
        self.rows: dict[str, FileRow] = {}
        self.is_planned = False
        self._box.addWidget(label(context.texts("make.planning"), "muted", wrap=True))

    @property
    def has_chosen(self) -> bool:
        """Tell whether any file is to be made."""
        return any(row.slot and row.slot not in self._left_out for row in self.rows.values())

    def show_there(self, there: PackThere, left_out: frozenset[str]) -> None:
        """Show what would be made, and how what lies there stands to it."""
        self._fill(there.folder, there.files, (deck.name for deck in there.edited), left_out)
        for file in there.files:
            self._show(self.rows[file.name], self._standing(file, there))
        self._leave_over(() if there.manifest is None else there.manifest.leftover)

    def start(self) -> None:
        """Show that the chosen files wait for their turn."""
        for row in self._planned_rows():
            self._show(row, RowState.LEFT_OUT if row.slot in self._left_out else RowState.WAITS)

    def show_making(self, name: str) -> None:
        """Show that a file is being made."""
        if name in self.rows:
            self._show(self.rows[name], RowState.MAKING)

    def show_told(self, told: Told) -> None:
        """Show that a file is made, or what hindered it."""
        if told.name in self.rows:
            state = RowState.DONE if told.fault is None else RowState.FAILED
            self._show(self.rows[told.name], state, self._words(told.fault))

    def end(self) -> None:
        """Show which files came to nothing."""
        for row in self._planned_rows():
            if row.state in {RowState.WAITS, RowState.MAKING}:
                self._show(row, RowState.NOT_MADE)

    def show_pack(self, pack: Pack) -> None:
        """Show a pack that was just made, where the rows were of another plan too."""
        made = {file.path: file for file in pack.manifest.files}
        for name, row in self.rows.items():
            if row.slot and row.slot not in self._left_out and name in made and name not in pack.failed:
                self._show(row, RowState.DONE)
        self._leave_over(pack.manifest.leftover)

    def _fill(self, folder: Path, files: tuple[PlannedFile, ...], edited: Iterable[str], left_out: frozenset[str]) -> None:
        """Make the rows anew where they are others; else they stay, and with them what the keyboard is at."""
        self._folder, self._left_out, self.is_planned = folder, left_out, True
        texts = self._context.texts
        kept = tuple(edited)
        wanted = [(file.slot, file.name, self._title(file), self._pages(file)) for file in files]
        at = next((place for place, (slot, *_) in enumerate(wanted, start=1) if slot == FileRole.DECK.value), 0)
        wanted[at:at] = [("", name, texts("make.edited_title"), "") for name in kept]
        if self._shown != wanted:
            clear(self._box)
            self.rows = {name: self._row(slot, name, title, pages) for slot, name, title, pages in wanted}
            self._shown = wanted
        for name in kept:
            self._show(self.rows[name], RowState.KEPT)
        for row in self._planned_rows():
            row.choose(row.slot not in left_out)

    def _row(self, slot: str, name: str, title: str, pages: str) -> FileRow:
        made = FileRow(self._context, slot, title, name, pages)
        made.opened.connect(self.opened)
        made.chosen.connect(self._choose)
        self._box.addWidget(made)
        return made

    def _choose(self, slot: str, is_chosen: bool) -> None:
        self._left_out = self._left_out - {slot} if is_chosen else self._left_out | {slot}
        self.chosen.emit(self._left_out)

    def _standing(self, file: PlannedFile, there: PackThere) -> RowState:
        if file.slot in self._left_out:
            return RowState.LEFT_OUT
        if not (there.folder / file.name).is_file():
            return RowState.NEW
        return RowState.CURRENT if _made(there.manifest, file.slot) == file.noted().made else RowState.STALE

    def _show(self, row: FileRow, state: RowState, fault: str = "") -> None:
        row.show_state(state, is_there=(self._folder / row.name).is_file(), fault=fault)

    def _leave_over(self, names: tuple[str, ...]) -> None:
        """Say which files of earlier packs lie there still."""
        before = self.findChild(QWidget, "leftover")
        if before is not None:
            before.setParent(None)
            before.deleteLater()
        if names:
            shown = label(self._context.texts("make.leftover", names=", ".join(names)), "small", wrap=True)
            shown.setObjectName("leftover")
            shown.setContentsMargins(0, self._context.look.px(8), 0, 0)
            self._box.addWidget(shown)

    def _planned_rows(self) -> tuple[FileRow, ...]:
        return tuple(row for row in self.rows.values() if row.slot)

    def _title(self, file: PlannedFile) -> str:
        return name_of_slot(self._context.texts, file.slot, file.title)

    def _pages(self, file: PlannedFile) -> str:
        return self._context.texts.count("make.slides" if file.role is FileRole.DECK else "make.pages", len(file.document.pages))

    def _words(self, fault: StoreFault | None) -> str:
        return "" if fault is None else self._context.words_of(fault)


def _made(manifest: Manifest | None, slot: str) -> str:
    return next((file.made for file in manifest.files if file.slot == slot), "") if manifest is not None else ""
