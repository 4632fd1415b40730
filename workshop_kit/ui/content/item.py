"""A slide or an example while it is written: what is typed can be undone, and is saved by itself."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from workshop_kit.library.draft_files import files_of, folder_of
from workshop_kit.library.drafts import Draft, ExampleDraft, with_id
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.own_content import read_folder, save_folder

AUTOSAVE_AFTER = 500
"""Milliseconds of quiet before a change is saved."""
MOST_UNDONE = 200
TITLE = "title"
"""What ends the merge key of a change of a title. A new piece gets its folder's name from it, when it has been left."""


class OpenItem(QObject):
    """The piece that is open. `changed` is sent for every new value, `saved` when its files hold it, `not_saved` when they could not."""

    changed = Signal()
    saved = Signal()
    not_saved = Signal(StoreFault)

    def __init__(self, draft: Draft, own: Path, taken: Callable[[], frozenset[str]], parent: QObject) -> None:
        """Open a draft of the folder `own`; `taken` gives the ids that a new piece cannot have. Raises StoreFault."""
        super().__init__(parent)
        self._draft, self._own, self._taken = draft, own, taken
        self._kept = draft
        self._seen = self._read()
        self._undo: list[Draft] = []
        self._redo: list[Draft] = []
        self._merge_key = ""
        self.saves = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_AFTER)
        self._timer.timeout.connect(self.save)

    @property
    def draft(self) -> Draft:
        """The piece as it is now."""
        return self._draft

    @property
    def folder(self) -> Path | None:
        """The folder it is kept in; None for one that has not been saved."""
        return folder_of(self._draft, self._own) if self._draft.id else None

    @property
    def is_dirty(self) -> bool:
        """Tell whether something is not saved yet."""
        return self._draft != self._kept

    @property
    def can_undo(self) -> bool:
        """Tell whether there is something to undo."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is something to do again."""
        return bool(self._redo)

    def apply(self, draft: Draft, merge_key: str = "") -> None:
        """Take a new value; changes in a row with the same merge key are undone as one."""
        if draft == self._draft:
            return
        if not (merge_key and merge_key == self._merge_key and self._undo):
            self._undo.append(self._draft)
            del self._undo[:-MOST_UNDONE]
        self._merge_key = merge_key
        self._redo.clear()
        self._take(draft)

    def undo(self) -> None:
        """Go back one step."""
        self._step(self._undo, self._redo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._step(self._redo, self._undo)

    def settle(self) -> None:
        """Save soon: the title has been left."""
        if self.is_dirty:
            self._timer.start()

    def save(self) -> bool:
        """Write the files now; tell whether they hold the piece. A new one with nothing in it has none."""
        self._timer.stop()
        if not self.is_dirty:
            return True
        draft = self._draft if self._draft.id else with_id(self._draft, self._taken())
        try:
            self._seen = save_folder(folder_of(draft, self._own), files_of(draft), self._seen)
        except StoreFault as fault:
            self.not_saved.emit(fault)
            return False
        self._draft = self._kept = draft
        self.saves += 1
        self.saved.emit()
        return True

    def keep_mine(self) -> None:
        """Write over what somebody else has changed."""
        self._seen = self._read()
        self.save()

    def reload(self, draft: Draft) -> None:
        """Take what the files hold now; what was typed before can be got back with undo."""
        self._seen = self._read()
        self._undo.append(self._draft)
        self._merge_key = ""
        self._draft = self._kept = draft
        self._timer.stop()
        self.changed.emit()

    def _step(self, out: list[Draft], into: list[Draft]) -> None:
        if out:
            into.append(self._draft)
            self._merge_key = ""
            self._take(_named_as(out.pop(), self._draft))

    def _take(self, draft: Draft) -> None:
        self._draft = draft
        if draft.id or not self._merge_key.endswith(TITLE):
            self._timer.start()
        self.changed.emit()

    def _read(self) -> Mapping[str, bytes]:
        folder = self.folder
        return {} if folder is None else read_folder(folder, files_of(self._draft))


def _named_as(draft: Draft, other: Draft) -> Draft:
    """Give an earlier value the id that the piece has got meanwhile."""
    if isinstance(draft, ExampleDraft):
        return replace(draft, file=replace(draft.file, id=other.id))
    return replace(draft, id=other.id, spec=replace(draft.spec, id=other.spec.id if not isinstance(other, ExampleDraft) else ""))
