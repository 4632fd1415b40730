"""Reads the facilitator's own folder outside the window's thread, again whenever a file in it is another."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_kit.domain.value import Value
from workshop_kit.library.own_items import OwnContent, OwnItem, fingerprint, known_of, read_item, read_models, read_own
from workshop_kit.pack import Kit
from workshop_kit.ui.context import Context
from workshop_kit.ui.jobs import Handle

LOOK_EVERY = 2000
"""Milliseconds between looks at the folder while the page is shown."""
Print = frozenset[tuple[str, int, int]]


class Reading(Value, frozen=True, kw_only=True, eq=False):
    """What was read, which reading it was, and of which content."""

    number: int
    content: OwnContent
    models: tuple[OwnItem, ...]
    print: Print
    kit: Kit


class OwnReading(QObject):
    """Keeps what the folder holds; `read` tells that it was read anew, `changed_outside` that somebody changed a file."""

    read = Signal()
    changed_outside = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.content = OwnContent()
        self.models: tuple[OwnItem, ...] = ()
        self.is_read = False
        self.started = 0
        self.number = 0
        self._kit: Kit | None = None
        self._print: Print = frozenset()
        self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        context.kit_ready.connect(self.start)

    def start(self) -> None:
        """Read the folder now; of several readings under way the last one counts."""
        kit, own = self._context.kit, self._context.own_folder
        if kit is None:
            return
        self.started += 1
        number, models = self.started, self.models if kit is self._kit else None
        handle: Handle[Reading] = self._context.jobs.start(lambda _: _read(number, own, kit, models))
        handle.done.connect(self._take)
        handle.failed.connect(self._tell)

    def watch(self, is_watching: bool) -> None:
        """Look for changes made by others, or no more."""
        if is_watching:
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look once whether somebody changed a file."""
        if self._is_looking or not self.is_read:
            return
        self._is_looking, number, own = True, self.started, self._context.own_folder
        handle: Handle[tuple[int, Print]] = self._context.jobs.start(lambda _: (number, fingerprint(own)))
        handle.done.connect(self._take_look)
        handle.failed.connect(self._tell)

    def expect(self) -> None:
        """Take no look that is under way: the program itself is writing."""
        self.started += 1

    def read_item(self, folder: Path) -> OwnItem | None:
        """Read one folder again at once; None where it is gone."""
        kit = self._kit
        if kit is None or not folder.is_dir():
            return None
        known = known_of(kit.library, frozenset(each.number for each in kit.municipalities))
        return read_item(self._context.own_folder, folder, known)

    def _take(self, found: Reading) -> None:
        if found.number != self.started:
            return
        self.content, self.models, self._print, self._kit = found.content, found.models, found.print, found.kit
        self.number, self.is_read = found.number, True
        self.read.emit()

    def _take_look(self, found: tuple[int, Print]) -> None:
        self._is_looking = False
        number, seen = found
        if number == self.started and self.number == self.started and seen != self._print:
            self.changed_outside.emit()

    def _tell(self, error: Exception) -> None:
        self._is_looking = False
        self._context.told.emit(self._context.words_of(error))


def _read(number: int, own: Path, kit: Kit, models: tuple[OwnItem, ...] | None) -> Reading:
    before = fingerprint(own)
    known = known_of(kit.library, frozenset(each.number for each in kit.municipalities))
    content = read_own(own, known)
    return Reading(number=number, content=content, models=read_models(kit.library) if models is None else models, print=before, kit=kit)
