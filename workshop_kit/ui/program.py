"""Ties the pages together: which workshop is open, and what the clients page's wishes lead to."""

import datetime
from pathlib import Path

from PySide6.QtCore import QFile, QObject, QSettings, QTimer
from PySide6.QtGui import QGuiApplication

from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.messages import message
from workshop_kit.pack import Kit
from workshop_kit.planning.names import file_stem
from workshop_kit.planning.numbers import format_date
from workshop_kit.store.document import open_workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.listing import Entry, list_workshops, sort_entries
from workshop_kit.store.lock import Holder, release_lock, take_lock
from workshop_kit.store.saving import recover_workshop
from workshop_kit.store.workshops import create_workshop, duplicate_workshop, remove_workshop, set_archived
from workshop_kit.ui.agenda.page import AgendaPage
from workshop_kit.ui.clients.own_workshops import GroupKind, OwnWorkshop, WorkshopGroup
from workshop_kit.ui.clients.page import ClientsPage
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.facts.page import FactsPage
from workshop_kit.ui.make.page import PACK_FOLDER, MakePage
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.settings.page import SettingsPage
from workshop_kit.ui.slides.page import SlidesPage
from workshop_kit.ui.window import MainWindow, Maker


class Program(QObject):
    """The running program; `root` holds the facilitator's workshops, `history` their earlier versions."""

    def __init__(
        self,
        context: Context,
        municipalities: tuple[Municipality, ...],
        state: QSettings,
        root: Path,
        history: Path,
        today: datetime.date,
    ) -> None:
        super().__init__(context)
        self.context, self._root, self._history, self._today = context, root, history, today
        self._by_number = {each.number: each for each in municipalities}
        self._lock: Holder | None = None
        self._municipalities = municipalities
        self.window = MainWindow(context, state)
        self.document: OpenDocument | None = None
        self.planner: Planner | None = None
        self._waiting_for: Path | None = None
        self._set_pages()
        self.window.page_shown.connect(self._page_shown)
        context.kit_ready.connect(self._take_kit)
        context.language_changed.connect(self._speak)
        self.window.show_page("clients")
        self.list_workshops()
        QTimer.singleShot(0, context.read_content)

    def _set_pages(self) -> None:
        """Say how the pages that need no workshop are made; the clients' is there from the start."""
        context = self.context
        self.clients = ClientsPage(self._municipalities, context.texts, context.look)
        self.clients.chosen.connect(self.new_workshop)
        self.clients.opened.connect(self.open)
        self.clients.duplicated.connect(self._duplicate)
        self.clients.archived.connect(self._archive)
        self.clients.removed.connect(self._remove)
        self.window.set_makers({"clients": lambda: self.clients, "settings": lambda: SettingsPage(context)})

    def _set_document_pages(self, document: OpenDocument, planner: Planner) -> None:
        """Say how the open workshop's pages are made."""
        context = self.context
        makers: dict[str, Maker] = {
            "facts": lambda: self._facts_page(document, planner),
            "agenda": lambda: AgendaPage(context, document, planner),
            "slides": lambda: SlidesPage(context, document, planner),
            "make": lambda: self._make_page(document, planner),
        }
        self.window.set_makers(makers)

    def _facts_page(self, document: OpenDocument, planner: Planner) -> FactsPage:
        made = FactsPage(self.context, document, planner)
        made.jump.connect(self.window.show_page)
        return made

    def _make_page(self, document: OpenDocument, planner: Planner) -> MakePage:
        made = MakePage(self.context, document, planner, document.path.parent / PACK_FOLDER)
        made.jump.connect(self.window.show_page)
        return made

    def _speak(self) -> None:
        """Make the window's pages anew in the language that was chosen, and stay where we were."""
        page = self.window.page
        self.window.rebuild()
        self._set_pages()
        if self.context.kit is not None:
            self._fill_clients(self.context.kit)
        if self.document is not None and self.planner is not None:
            self._set_document_pages(self.document, self.planner)
        self.list_workshops()
        self.window.show_page(page)

    def new_workshop(self, number: str, language: Language) -> None:
        """Make a workshop for a municipality, and open it."""
        settings = self.context.settings
        workshop = Workshop(municipality=number, language=language, facilitator=settings.facilitator, contact=settings.contact)
        try:
            path = create_workshop(self._root, workshop, file_stem(self._by_number[number]))
        except StoreFault as fault:
            self.tell(fault)
            return
        self.open(path)

    def open(self, path: Path) -> None:
        """Open a workshop's document; what is wrong is told, and nothing that was open is lost."""
        if self.context.kit is None:
            self._waiting_for = path
            self.window.show_message(self.context.texts("app.reading"))
            return
        if self.document is not None and not self.document.save():
            return
        self.window.hide_message()
        try:
            workshop = self._read(path)
            document = OpenDocument(workshop, path, self._history, self)
        except StoreFault as fault:
            self.tell(fault)
            return
        self._close()
        self._take_lock(path)
        self._show(document)

    def close(self) -> None:
        """Save, give the lock back, and wait for what is under way."""
        if self.document is not None:
            self.document.save()
        self._close()
        self.context.jobs.wait()

    def list_workshops(self) -> None:
        """List the facilitator's own workshops anew."""
        entries, problems = list_workshops(self._root)
        groups = sort_entries(entries, self._today)
        upcoming = (*groups.upcoming, *groups.undated)
        shown = tuple(entry for entry in groups.recent if entry not in upcoming)
        found = ((GroupKind.UPCOMING, upcoming), (GroupKind.RECENT, shown))
        self.clients.set_workshops(tuple(WorkshopGroup(kind=kind, workshops=tuple(map(self._own, each))) for kind, each in found if each))
        if problems:
            problem = problems[0]
            self.window.show_message(message(self.context.texts.language.value, problem.key, problem.values))

    def _read(self, path: Path) -> Workshop:
        """Read a document; a broken one is put right from the newest version that is whole, which is told."""
        try:
            workshop, problems = open_workshop(path)
        except StoreFault as fault:
            workshop = recover_workshop(path, self._history)
            self.tell(fault)
            return workshop
        for problem in problems:
            self.window.show_message(message(self.context.texts.language.value, problem.key, problem.values))
        return workshop

    def _show(self, document: OpenDocument) -> None:
        self.document, self.planner = document, Planner(self.context, document)
        self.planner.failed.connect(self.window.show_message)
        self.window.set_document(document)
        self._set_document_pages(document, self.planner)
        self.window.show_page("facts")

    def _close(self) -> None:
        if self.document is None:
            return
        if self._lock is not None:
            release_lock(self.document.path, self._lock)
            self._lock = None
        self.window.set_document(None)
        self.document.deleteLater()
        self.document = self.planner = None

    def _take_lock(self, path: Path) -> None:
        lock = take_lock(path)
        self._lock = lock.mine
        if lock.problem is not None:
            self.window.show_message(message(self.context.texts.language.value, lock.problem.key, lock.problem.values))

    def _take_kit(self) -> None:
        kit = self.context.kit
        if kit is None:
            return
        self._fill_clients(kit)
        if self._waiting_for is not None:
            path, self._waiting_for = self._waiting_for, None
            self.open(path)

    def _fill_clients(self, kit: Kit) -> None:
        self.clients.set_content(kit.indicators, kit.library.examples, kit.outlines)

    def _page_shown(self, name: str) -> None:
        if name == "clients":
            self.list_workshops()
            self.clients.start()

    def _own(self, entry: Entry) -> OwnWorkshop:
        workshop, texts = entry.workshop, self.context.texts
        client = self._by_number.get(workshop.municipality)
        when = texts("app.no_date") if workshop.date is None else format_date(workshop.date)
        length = texts(f"facts.length_{workshop.length.value}") if workshop.target_minutes is None else f"{workshop.target_minutes} min"
        return OwnWorkshop(title=client.name if client else workshop.municipality, subtitle=f"{when} · {length}", path=entry.path)

    def _duplicate(self, path: Path) -> None:
        """Make one more like a workshop for the municipality that is selected, else for the same one."""
        try:
            workshop, _ = open_workshop(path)
            number = self.clients.card.municipality.number if self.clients.card.municipality else workshop.municipality
            client = Workshop(municipality=number, language=workshop.language)
            self.open(duplicate_workshop(path, client, file_stem(self._by_number[number]), self._root))
        except StoreFault as fault:
            self.tell(fault)

    def _archive(self, path: Path) -> None:
        try:
            set_archived(path, True)
        except StoreFault as fault:
            self.tell(fault)
        self.list_workshops()

    def _remove(self, path: Path) -> None:
        if self.document is not None and self.document.path == path:
            self.leave()
        try:
            remove_workshop(path, _trash)
        except StoreFault as fault:
            self.tell(fault)
        self.list_workshops()

    def leave(self) -> None:
        """Close the open workshop, and go to the clients."""
        self._close()
        self.window.show_page("clients")

    def tell(self, error: Exception) -> None:
        """Tell a fault in the window."""
        self.window.show_message(self.context.words_of(error))


def _trash(folder: Path) -> bool:
    """Move a folder to the machine's trash; a test's screen has none."""
    if QGuiApplication.platformName() in {"offscreen", "minimal"}:
        return False
    return QFile.moveToTrash(str(folder))[0]
