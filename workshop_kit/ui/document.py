"""The open workshop: the one place with state. What changes it goes through `apply`, can be undone, and is saved by itself."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.document import read_workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.saving import put_aside, save_version
from workshop_kit.store.seen import Seen, see
from workshop_kit.store.workshop_folder import MEDIA

AUTOSAVE_AFTER = 500
"""Milliseconds of quiet before a change is saved."""
MOST_UNDONE = 200


class OpenDocument(QObject):
    """A workshop that is worked on, with its file.

    `changed` is sent for every new value, `saved` when the file holds it, `not_saved` with the fault when it could not
    be written: the change is kept, and saving is tried again with the next change and at the end. One that is only looked
    at cannot be changed: `refused` is sent for each attempt, and `changed` too, so that what shows it shows what holds.
    """

    changed = Signal()
    saved = Signal()
    not_saved = Signal(StoreFault)
    refused = Signal()

    def __init__(self, workshop: Workshop, path: Path, history: Path, parent: QObject | None = None, *, is_looking: bool = False) -> None:
        super().__init__(parent)
        self._workshop, self.path, self._history = workshop, path, history
        self.seen: Seen | None = see(path)
        """The file as it was when it was last read or written; None where it is to be written whatever it holds."""
        self.is_looking = is_looking
        self._undo: list[tuple[str, Workshop]] = []
        self._redo: list[tuple[str, Workshop]] = []
        self._merge_key = ""
        self.is_dirty = self.has_failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_AFTER)
        self._timer.timeout.connect(self.save)

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._workshop

    @property
    def media(self) -> Path:
        """The folder with the workshop's pictures; it need not be there."""
        return self.path.parent / MEDIA

    @property
    def undo_text(self) -> str:
        """What would be undone, "" for nothing."""
        return self._undo[-1][0] if self._undo else ""

    @property
    def redo_text(self) -> str:
        """What would be done again, "" for nothing."""
        return self._redo[-1][0] if self._redo else ""

    def apply(self, workshop: Workshop, text: str, merge_key: str = "") -> None:
        """Take a new value; `text` says what was done. Changes in a row with the same merge key are undone as one."""
        if workshop == self._workshop:
            return
        if self.is_looking:
            self.refused.emit()
            self.changed.emit()
            return
        if not (merge_key and merge_key == self._merge_key and self._undo):
            self._undo.append((text, self._workshop))
            del self._undo[:-MOST_UNDONE]
        self._merge_key = merge_key
        self._redo.clear()
        self._take(workshop)

    def undo(self) -> None:
        """Go back one step."""
        if self._undo:
            text, before = self._undo.pop()
            self._redo.append((text, self._workshop))
            self._merge_key = ""
            self._take(before)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._redo:
            text, after = self._redo.pop()
            self._undo.append((text, self._workshop))
            self._merge_key = ""
            self._take(after)

    def save(self) -> bool:
        """Write the file now; tell whether it holds the workshop."""
        self._timer.stop()
        if not self.is_dirty:
            return True
        try:
            self.seen = save_version(self.path, self._workshop, self._history, self.seen).seen
        except StoreFault as fault:
            self.has_failed = True
            self.not_saved.emit(fault)
            return False
        self.is_dirty = self.has_failed = False
        self.saved.emit()
        return True

    def keep_mine(self) -> bool:
        """Write the workshop over what others wrote meanwhile, which is kept as a version; tell whether that could be done."""
        self.seen, self.is_dirty = None, True
        return self.save()

    def take_theirs(self, text: str) -> None:
        """Take what the file says now, which can be undone; what was not saved is first kept as a version. Raises StoreFault."""
        seen, theirs = see(self.path), read_workshop(self.path)
        self.put_aside()
        self._timer.stop()
        self.seen, self.is_dirty, self.has_failed = seen, False, False
        if theirs != self._workshop:
            if not self.is_looking:
                self._undo.append((text, self._workshop))
            self._redo.clear()
            self._merge_key = ""
            self._workshop = theirs
            self.changed.emit()
        self.saved.emit()

    def put_aside(self) -> None:
        """Keep what is not saved as a version; raises StoreFault."""
        if self.is_dirty:
            put_aside(self.path, self._workshop, self._history)

    def work(self, text: str) -> None:
        """Begin to work on a workshop that was only looked at, as the file has it now; raises StoreFault."""
        self.take_theirs(text)
        self.is_looking = False
        self._undo.clear()
        self.changed.emit()

    def move_to(self, path: Path) -> None:
        """Follow the file to another name."""
        self.path = path

    def _take(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self.is_dirty = True
        self._timer.start()
        self.changed.emit()
