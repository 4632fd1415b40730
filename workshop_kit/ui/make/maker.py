"""Looks at what lies in the pack's folder, and makes the pack: both outside the window's thread."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.pack import Pack, PackThere, make_pack, pack_there
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.pack_choice import PackChoice, read_choice, write_choice
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.planner import Planner

Made = tuple[Pack, tuple[Problem, ...]]


class Told(Value, frozen=True):
    """A file that was just made, or what hindered it."""

    name: str
    fault: StoreFault | None


class Maker(QObject):
    """Makes the open workshop's pack; `own` is the workshop's own folder for it.

    `looked` is sent with a PackThere, `told` with each file's Told; `stepped` before each file with its number from 1, of how many,
    and its name. A making ends with exactly one of `done` (with the pack and its problems), `failed` and `stopped`.
    """

    looked = Signal(object)
    began = Signal()
    stepped = Signal(int, int, str)
    told = Signal(object)
    done = Signal(object)
    failed = Signal(Exception)
    stopped = Signal()

    def __init__(self, context: Context, document: OpenDocument, planner: Planner, own: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._document, self._planner, self._own = context, document, planner, own
        self.choice = read_choice(document.path.parent)
        self._handle: Handle[Made] | None = None
        self._newest = 0

    @property
    def is_running(self) -> bool:
        """Tell whether a pack is being made."""
        return self._handle is not None

    @property
    def has_other_folder(self) -> bool:
        """Tell whether another folder than the workshop's own is chosen."""
        return bool(self.choice.folder)

    @property
    def is_folder_gone(self) -> bool:
        """Tell whether the folder that was chosen is not to be found now: a drive that is not there."""
        return self.has_other_folder and not Path(self.choice.folder).is_dir()

    @property
    def out(self) -> Path:
        """The folder packs are made in: the chosen one where it is there, else the workshop's own."""
        return self._own if not self.has_other_folder or self.is_folder_gone else Path(self.choice.folder)

    def choose(self, choice: PackChoice) -> None:
        """Choose a folder or files, and remember it; what hinders the remembering is told, and the choice still holds."""
        self.choice = choice
        try:
            write_choice(self._document.path.parent, choice)
        except StoreFault as fault:
            self._context.told.emit(self._context.words_of(fault))

    def look(self) -> None:
        """Look at what lies there; nothing comes of it before there is a plan."""
        kit, composed, workshop, out = self._context.kit, self._planner.composed, self._document.workshop, self.out
        if kit is None or composed is None or not self._planner.is_current or self.is_running:
            return
        self._newest += 1
        number, media = self._newest, self._document.media
        handle: Handle[tuple[int, PackThere]] = self._context.jobs.start(
            lambda _: (number, pack_there(kit, workshop, out, composed, media))
        )
        handle.done.connect(self._take)
        handle.failed.connect(self._tell)

    def make(self) -> bool:
        """Save the workshop and make its pack; tell whether that was begun."""
        kit, workshop, out, media = self._context.kit, self._document.workshop, self.out, self._document.media
        if kit is None or self.is_running:
            return False
        if self._context.is_reading:
            self._context.kit_ready.connect(self.make, Qt.ConnectionType.SingleShotConnection)
            return True
        self._document.save()
        composed, problems = self._planner.composed, self._planner.problems
        planned = (composed, problems) if composed is not None and self._planner.is_current else None
        left_out = frozenset(self.choice.left_out)

        def work(handle: Handle[Made]) -> Made:
            def tell(name: str, fault: StoreFault | None) -> None:
                handle.note.emit(Told(name, fault))

            return make_pack(kit, workshop, out, handle.step, media, told=tell, planned=planned, left_out=left_out)

        self._handle = handle = self._context.jobs.start(work)
        self._newest += 1
        handle.progress.connect(self.stepped)
        handle.note.connect(self.told)
        handle.done.connect(self._done)
        handle.failed.connect(self._failed)
        handle.stopped.connect(self._stopped)
        self.began.emit()
        return True

    def stop(self) -> None:
        """Ask for an end after the file at hand."""
        if self._handle is not None:
            self._handle.stop()

    def _take(self, found: tuple[int, PackThere]) -> None:
        """Pass on what was seen, unless something newer is under way."""
        number, there = found
        if number == self._newest and not self.is_running:
            self.looked.emit(there)

    def _done(self, made: Made) -> None:
        self._handle = None
        self.done.emit(made)

    def _failed(self, error: Exception) -> None:
        self._handle = None
        self.failed.emit(error)

    def _stopped(self) -> None:
        self._handle = None
        self.stopped.emit()

    def _tell(self, error: Exception) -> None:
        self._context.told.emit(self._context.words_of(error))
