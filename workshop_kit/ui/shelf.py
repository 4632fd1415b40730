"""The facilitator's workshops on the disk: listed, copied, named, put away, removed and taken back."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QFile, QObject, Signal
from PySide6.QtGui import QGuiApplication

from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.messages import message
from workshop_kit.library.sample import MUNICIPALITIES, NAME_START, is_sample, sample_workshop
from workshop_kit.planning.names import file_stem
from workshop_kit.planning.numbers import format_date
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.listing import Entry, list_workshops, sort_entries
from workshop_kit.store.lock import other_holder
from workshop_kit.store.workshop_folder import REMOVED
from workshop_kit.store.workshops import (
    create_workshop,
    duplicate_workshop,
    remove_workshop,
    rename_workshop,
    restore_workshop,
    set_archived,
)
from workshop_kit.ui.clients.own_workshops import GroupKind, OwnWorkshop, WorkshopGroup
from workshop_kit.ui.context import Context
from workshop_kit.ui.desk import Desk
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.message_bar import Action, Message, Weight

LISTING, DONE = "listing", "done"
Found = tuple[tuple[Entry, ...], tuple[Entry, ...], tuple[Problem, ...]]
"""The workshops under the root, those that were removed, and what could not be listed."""


class Shelf(QObject):
    """Does what is wanted of the workshops under a root; `listed` is sent with their groups whenever they were read anew."""

    listed = Signal(tuple)

    def __init__(
        self,
        context: Context,
        desk: Desk,
        by_number: Mapping[str, Municipality],
        root: Path,
        today: datetime.date,
        trash: Callable[[Path], bool] | None = None,
    ) -> None:
        super().__init__(context)
        self._context, self._desk, self._by_number, self.root, self._today = context, desk, by_number, root, today
        self._trash = trash or to_the_trash
        self._told: tuple[Problem, ...] = ()
        self._number = 0
        self.groups: tuple[WorkshopGroup, ...] = ()

    def read(self) -> None:
        """Read the workshops anew, outside the window's thread."""
        self._number += 1
        number, root = self._number, self.root

        def take(found: Found) -> None:
            if number == self._number:
                self._take(found)

        handle: Handle[Found] = self._context.jobs.start(lambda _: _found(root))
        handle.done.connect(take)
        handle.failed.connect(self._fail)

    def set_root(self, root: Path) -> None:
        """List the workshops of another folder; no file is moved, and what is open stays open."""
        self.root = root
        self.read()

    def sample(self, language: Language) -> Path | None:
        """Give the sample workshop, made now where it is not there; None, which is told, where it cannot be made."""
        name = NAME_START + file_stem(self._by_number[MUNICIPALITIES[language]])
        there = next((entry.path for entry in list_workshops(self.root)[0] if entry.path.parent.name == name), None)
        try:
            return there or create_workshop(self.root, sample_workshop(language, self._context.settings, self._today), name)
        except StoreFault as fault:
            self._desk.tell(fault)
            return None

    def copy(self, path: Path, number: str, language: Language) -> None:
        """Make a workshop for a municipality, held as the one at a path, and open it."""
        if not self._desk.is_saved():
            return
        client = self._by_number[number]
        try:
            made = duplicate_workshop(path, Workshop(municipality=number, language=language), file_stem(client), self.root)
        except StoreFault as fault:
            self._desk.tell(fault)
            return
        self._desk.open(made)
        self._tell("file.copied", client.name)

    def rename(self, path: Path, name: str) -> None:
        """Give a workshop's folder and document another name; the open one is followed."""
        desk = self._desk
        is_open = desk.document is not None and desk.document.path == path
        if not is_open and other_holder(path) is not None:
            self._tell_held(path)
            return
        if is_open and desk.document is not None and desk.conflicts is not None:
            if not desk.document.save():
                return
            desk.conflicts.rest()
        try:
            moved = rename_workshop(path, name, desk.history)
        except StoreFault as fault:
            moved = path
            desk.tell(fault)
        if is_open:
            desk.move_to(moved)
        self.read()

    def archive(self, path: Path, archived: bool = True) -> None:
        """Put a workshop away, or take it out again."""
        try:
            set_archived(path, archived)
        except StoreFault as fault:
            self._desk.tell(fault)
            return
        self._tell("file.archived" if archived else "file.unarchived", self._title(path), lambda: self.archive(path, not archived))
        self.read()

    def remove(self, path: Path, anyway: bool = False) -> None:
        """Remove a workshop, which can be taken back; the open one is closed first."""
        if self._desk.document is not None and self._desk.document.path == path:
            self._desk.close()
        elif not anyway and other_holder(path) is not None:
            remove = Action(text=self._context.texts("file.remove_anyway"), do=lambda: self.remove(path, anyway=True))
            self._tell_held(path, remove)
            return
        title = self._title(path)
        try:
            removed = remove_workshop(path, self._trash)
        except StoreFault as fault:
            self._desk.tell(fault)
            return
        if removed is None:
            self._tell("file.in_machines_trash", title)
        else:
            self._tell("file.removed", title, lambda: self.restore(removed, title))
        self.read()

    def restore(self, path: Path, title: str = "") -> None:
        """Take a workshop back from those that were removed."""
        title = title or self._title(path)
        try:
            restore_workshop(path, self.root)
        except StoreFault as fault:
            self._desk.tell(fault)
            return
        self._tell("file.restored", title)
        self.read()

    def _take(self, found: Found) -> None:
        entries, removed, problems = found
        sorted_ = sort_entries(entries, self._today)
        upcoming = (*sorted_.upcoming, *sorted_.undated)
        gone = sorted(removed, key=lambda entry: -entry.modified)
        wanted = (
            (GroupKind.UPCOMING, upcoming),
            (GroupKind.RECENT, sorted_.recent),
            (GroupKind.PAST, sorted_.past),
            (GroupKind.ARCHIVED, sorted_.archived),
            (GroupKind.REMOVED, tuple(gone)),
        )
        soon = {entry.path for entry in upcoming}
        self.groups = tuple(
            WorkshopGroup(kind=kind, workshops=tuple(self._own(entry, _belongs(kind, entry.path in soon)) for entry in each))
            for kind, each in wanted
        )
        self.listed.emit(self.groups)
        if problems and problems != self._told:
            told = message(self._context.texts.language.value, problems[0].key, problems[0].values)
            self._context.offered.emit(Message(text=told, weight=Weight.WARNING, key=LISTING))
        elif not problems:
            self._context.settled.emit(LISTING)
        self._told = problems

    def _own(self, entry: Entry, kind: GroupKind) -> OwnWorkshop:
        workshop, texts = entry.workshop, self._context.texts
        client = self._by_number.get(workshop.municipality)
        when = texts("app.no_date") if workshop.date is None else format_date(workshop.date)
        length = texts(f"facts.length_{workshop.length.value}") if workshop.target_minutes is None else f"{workshop.target_minutes} min"
        name = entry.path.parent.name
        is_plain = client is not None and name in {file_stem(client), NAME_START + file_stem(client)}
        title = client.name if client else workshop.municipality
        return OwnWorkshop(
            title=texts("welcome.sample_name", name=title) if is_sample(entry.path) else title,
            subtitle=" · ".join((when, length) if is_plain else (when, length, name)),
            path=entry.path,
            name=name,
            number=workshop.municipality,
            language=workshop.language,
            kind=kind,
        )

    def _title(self, path: Path) -> str:
        found = (each.title for group in self.groups for each in group.workshops if each.path == path)
        return next(found, path.stem)

    def _tell(self, key: str, client: str, undo: Callable[[], object] | None = None) -> None:
        texts = self._context.texts
        actions = () if undo is None else (Action(text=texts("file.undo"), do=undo),)
        self._context.offered.emit(Message(text=texts(key, client=client), actions=actions, key=DONE))

    def _tell_held(self, path: Path, *actions: Action) -> None:
        text = self._context.texts("file.held_elsewhere", client=self._title(path))
        self._context.offered.emit(Message(text=text, weight=Weight.WARNING, actions=actions))

    def _fail(self, error: Exception) -> None:
        self._context.told.emit(self._context.words_of(error))


def to_the_trash(folder: Path) -> bool:
    """Move a folder to the machine's trash; a test's screen has none."""
    if QGuiApplication.platformName() in {"offscreen", "minimal"}:
        return False
    return QFile.moveToTrash(str(folder))[0]


def _found(root: Path) -> Found:
    entries, problems = list_workshops(root)
    removed = list_workshops(root / REMOVED)[0] if (root / REMOVED).exists() else ()
    return entries, removed, problems


def _belongs(kind: GroupKind, is_upcoming: bool) -> GroupKind:
    """Give where one of the last saved belongs: to what comes, or to what has been."""
    if kind is not GroupKind.RECENT:
        return kind
    return GroupKind.UPCOMING if is_upcoming else GroupKind.PAST
