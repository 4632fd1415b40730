"""Holds the workshop that is worked on: opens it, takes its lock, saves it, and puts it back."""

import datetime
import platform
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.messages import message
from workshop_kit.planning.names import file_stem
from workshop_kit.planning.numbers import format_clock
from workshop_kit.store.document import open_workshop, read_workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.lock import Holder, Lock, other_holder, release_lock, take_lock
from workshop_kit.store.saving import recover_workshop
from workshop_kit.store.workshops import create_workshop
from workshop_kit.ui.conflicts import KEY as CHANGED
from workshop_kit.ui.conflicts import NOT_SAVED, Conflicts
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.memory import Memory
from workshop_kit.ui.message_bar import Action, Message, Weight
from workshop_kit.ui.planner import Planner

READING, LOCK, CRASH, PLANNING = "reading", "lock", "crash", "planning"
"""Keys of the messages that hold for a while only."""
RECOVERED = frozenset({"store.document_broken", "store.document_broken_with_backup", "store.not_found"})


class Desk(QObject):
    """The open workshop with what belongs to it.

    `opened` is sent when one is opened, `moved` when its file has another name, and `closed` when there is none any more.
    """

    opened = Signal()
    moved = Signal()
    closed = Signal()

    def __init__(self, context: Context, by_number: Mapping[str, Municipality], history: Path, memory: Memory) -> None:
        super().__init__(context)
        self._context, self._by_number, self.history, self._memory = context, by_number, history, memory
        self.document: OpenDocument | None = None
        self.planner: Planner | None = None
        self.conflicts: Conflicts | None = None
        self._lock: Holder | None = None
        self._waiting_for: Path | None = None
        self._memory_is_told = False
        context.kit_ready.connect(self._open_waiting)

    def new_workshop(self, root: Path, number: str, language: Language) -> None:
        """Make a workshop for a municipality under a root, and open it."""
        if not self.is_saved():
            return
        settings = self._context.settings
        workshop = Workshop(municipality=number, language=language, facilitator=settings.facilitator, contact=settings.contact)
        try:
            path = create_workshop(root, workshop, file_stem(self._by_number[number]))
        except StoreFault as fault:
            self.tell(fault)
            return
        self.open(path)

    def open(self, path: Path) -> None:
        """Open a workshop's document; what is wrong is told, and nothing that was open is lost.

        One that others have open is only looked at, until the user asks for more.
        """
        if self._context.kit is None:
            self._waiting_for = path
            self._context.offered.emit(Message(text=self._context.texts("app.reading"), key=READING))
            return
        if not self.is_saved():
            return
        if self.document is not None and self._is_open(path):
            self.opened.emit()
            return
        lock = take_lock(path)
        try:
            document = self._document_at(path, is_looking=lock.other is not None)
        except StoreFault as fault:
            if lock.mine is not None:
                release_lock(path, lock.mine)
            self.tell(fault)
            return
        self.close()
        self._lock = lock.mine
        self._take(document)
        self._tell_lock(lock)

    def is_saved(self) -> bool:
        """Save what is open; tell whether its file holds it, so that another can be opened."""
        return self.document is None or self.document.save()

    def close(self) -> None:
        """Save, or put aside what cannot be saved, and give the lock back."""
        document = self.document
        if document is None:
            return
        if self.conflicts is not None:
            self.conflicts.rest()
        document.blockSignals(True)
        if not document.save():
            self._put_aside(document)
        self.let_go_of_lock()
        self._memory.set_open(None)
        for key in (LOCK, CRASH, CHANGED, NOT_SAVED, PLANNING, "history"):
            self._context.settled.emit(key)
        self.document = self.planner = self.conflicts = None
        self.closed.emit()
        document.deleteLater()

    def let_go_of_lock(self) -> None:
        """Give the lock back."""
        if self.document is not None and self._lock is not None:
            release_lock(self.document.path, self._lock)
        self._lock = None

    def work_anyway(self) -> None:
        """Take the lock from whoever has it, and begin to work on what was only looked at."""
        document = self.document
        if document is None:
            return
        try:
            document.work(self._context.texts("file.took_theirs"))
        except StoreFault as fault:
            self.tell(fault)
            return
        self._lock = take_lock(document.path, anyway=True).mine
        self._memory.set_open(document.path)

    def offer_again(self) -> None:
        """Offer to open what was open when the program died."""
        path, self._memory_is_told = (None if self._memory_is_told else self._memory.open_path), True
        if path is None or self.document is not None or not path.exists() or other_holder(path) is not None:
            return
        try:
            told = self._context.texts("file.crashed", client=self.client_of(read_workshop(path)), time=saved_at(path))
        except StoreFault as fault:
            if fault.key not in RECOVERED:
                return
            told = self._context.texts("file.crashed_broken", name=path.stem)
        again = Action(text=self._context.texts("file.open_again"), do=lambda: self.open(path))
        self._context.offered.emit(Message(text=told, weight=Weight.WARNING, actions=(again,), key=CRASH))

    def move_to(self, path: Path) -> None:
        """Follow the open workshop's file to another name."""
        if self.document is not None and self.conflicts is not None:
            self.document.move_to(path)
            self._memory.set_open(path)
            self.conflicts.watch()
            self.moved.emit()

    def client_of(self, workshop: Workshop) -> str:
        """Give the name of a workshop's municipality."""
        client = self._by_number.get(workshop.municipality)
        return client.name if client is not None else workshop.municipality

    def tell(self, fault: StoreFault) -> None:
        """Tell a fault in the window."""
        self._context.offered.emit(Message(text=self._context.words_of(fault), weight=Weight.PROBLEM))

    def _is_open(self, path: Path) -> bool:
        document = self.document
        return document is not None and not document.is_looking and document.path.absolute() == path.absolute()

    def _document_at(self, path: Path, *, is_looking: bool) -> OpenDocument:
        """Read a document; one to work on that is broken is put right from the newest version that is whole, which is told."""
        if is_looking:
            return OpenDocument(read_workshop(path), path, self.history, self, is_looking=True)
        problems: tuple[Problem, ...] = ()
        try:
            workshop, problems = open_workshop(path)
        except StoreFault as fault:
            workshop = recover_workshop(path, self.history)
            self.tell(fault)
        document = OpenDocument(workshop, path, self.history, self)
        for problem in problems:
            self._context.told.emit(message(self._context.texts.language.value, problem.key, problem.values))
        return document

    def _take(self, document: OpenDocument) -> None:
        self.document, self.planner = document, Planner(self._context, document)
        self.conflicts = Conflicts(self._context, document, self.client_of(document.workshop))
        self.planner.failed.connect(self._tell_planning)
        self.planner.planned.connect(self._settle_planning)
        document.refused.connect(self._tell_looking)
        if not document.is_looking:
            self._memory.set_open(document.path)
        self._context.settled.emit(READING)
        self._context.settled.emit(CRASH)
        self.opened.emit()

    def _tell_lock(self, lock: Lock) -> None:
        if lock.other is not None:
            self._tell_looking(lock.other)
        elif lock.is_after_crash and self.document is not None:
            client, time = self.client_of(self.document.workshop), saved_at(self.document.path)
            self._context.offered.emit(Message(text=self._context.texts("file.was_open", client=client, time=time), key=CRASH))
        elif lock.problem is not None:
            self._context.told.emit(message(self._context.texts.language.value, lock.problem.key, lock.problem.values))

    def _tell_looking(self, other: Holder | None = None) -> None:
        """Tell who has the workshop open, and offer to work on it all the same."""
        document, texts = self.document, self._context.texts
        if document is None:
            return
        holder = other or other_holder(document.path)
        values = {"client": self.client_of(document.workshop)}
        if holder is None:
            told = texts("file.free_again", **values)
        elif holder.host == platform.node():
            told = texts("file.held_here", **values)
        else:
            told = texts("file.held_there", host=holder.host, **values)
        anyway = Action(text=texts("file.work" if holder is None else "file.work_anyway"), do=self.work_anyway)
        self._context.offered.emit(Message(text=told, weight=Weight.WARNING, actions=(anyway,), key=LOCK))

    def _tell_planning(self, told: str) -> None:
        self._context.offered.emit(Message(text=told, weight=Weight.WARNING, key=PLANNING))

    def _settle_planning(self) -> None:
        self._context.settled.emit(PLANNING)

    def _put_aside(self, document: OpenDocument) -> None:
        try:
            document.put_aside()
        except StoreFault as fault:
            self.tell(fault)

    def _open_waiting(self) -> None:
        if self._waiting_for is not None:
            path, self._waiting_for = self._waiting_for, None
            self.open(path)
        else:
            self.offer_again()


def saved_at(path: Path) -> str:
    """Give the clock time at which a document was last saved; "" where it cannot be told."""
    try:
        return format_clock(datetime.datetime.fromtimestamp(path.stat().st_mtime).time())
    except OSError:
        return ""
