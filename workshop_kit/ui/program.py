"""Ties the pages together: what is wished on one of them leads to the desk, the shelf or another page."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from workshop_kit import paths
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.document import SUFFIX
from workshop_kit.store.exchange import PACKED_SUFFIX
from workshop_kit.ui.clients.own_workshops import WorkshopGroup
from workshop_kit.ui.clients.page import ClientsPage
from workshop_kit.ui.context import Context
from workshop_kit.ui.desk import Desk
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.help.guide import Guide
from workshop_kit.ui.makers import (
    make_agenda_page,
    make_content_page,
    make_facts_page,
    make_figures_page,
    make_history_page,
    make_make_page,
    make_settings_page,
    make_sheets_page,
    make_slides_page,
)
from workshop_kit.ui.memory import Memory
from workshop_kit.ui.message_bar import Message, Weight
from workshop_kit.ui.opening import FileDrop
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.shelf import Shelf
from workshop_kit.ui.texts import InterfaceLanguage
from workshop_kit.ui.transfers import Transfers
from workshop_kit.ui.welcome.first_run import FirstRun
from workshop_kit.ui.window import NEEDS_WORKSHOP, MainWindow, Maker

FIRST_PAGE = "facts"

if TYPE_CHECKING:
    from workshop_kit.pack import Kit
    from workshop_kit.ui.workshops.page import WorkshopsPage


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
        self._named = context.settings.workshops_folder
        self._usual_root = paths.workshops_folder() if self._named else root
        self.context, self._municipalities, self._history = context, municipalities, history
        self._by_number = {each.number: each for each in municipalities}
        self._memory = Memory(state)
        self.desk = Desk(context, self._by_number, history, self._memory)
        self.shelf = Shelf(context, self.desk, self._by_number, root, today)
        self.transfers = Transfers(context)
        self.window = MainWindow(context, state)
        self.first_run, self.guide = FirstRun(context, self.window), Guide(context, self.window)
        self.first_run.sample_wanted.connect(self.try_sample)
        self._set_pages()
        self._connect()
        self.window.show_page("clients")
        self.first_run.open_if_new()
        QTimer.singleShot(0, context.read_content)

    @property
    def document(self) -> OpenDocument | None:
        """The open workshop."""
        return self.desk.document

    @property
    def planner(self) -> Planner | None:
        """The open workshop's planner."""
        return self.desk.planner

    def new_workshop(self, number: str, language: Language) -> None:
        """Make a workshop for a municipality, and open it."""
        self.desk.new_workshop(self.shelf.root, number, language)

    def open(self, path: Path) -> None:
        """Open a workshop's document."""
        self.desk.open(path)

    def open_files(self, paths: Iterable[Path]) -> None:
        """Open a document, and take in what others have sent; other files are told of."""
        for path in paths:
            if path.suffix == PACKED_SUFFIX:
                self.transfers.take_in(path, self.shelf.root)
            elif path.suffix == SUFFIX:
                self.desk.open(path)
            else:
                text = self.context.texts("file.not_a_workshop", name=path.name, endings=f"{SUFFIX}, {PACKED_SUFFIX}")
                self.context.offered.emit(Message(text=text, weight=Weight.WARNING))

    def receive(self, files: tuple[Path, ...]) -> None:
        """Come forward with the files of a later start of the program."""
        self.window.come_forward()
        self.open_files(files)

    def ask_for_file(self) -> None:
        """Let the user find a file to open."""
        texts = self.context.texts
        kinds = f"{texts('file.kinds')} (*{SUFFIX} *{PACKED_SUFFIX})"
        found, _ = QFileDialog.getOpenFileName(self.window, texts("file.open"), str(self.shelf.root), kinds)
        if found:
            self.open_files((Path(found),))

    def ask_where_to_export(self, path: Path) -> None:
        """Let the user say where a workshop is sent as one file; what is open is saved first."""
        if self.document is not None and self.document.path == path and not self.document.save():
            return
        texts = self.context.texts
        proposed = str(Path.home() / (path.stem + PACKED_SUFFIX))
        found, _ = QFileDialog.getSaveFileName(self.window, texts("file.export"), proposed, f"{texts('file.packed')} (*{PACKED_SUFFIX})")
        if found:
            self.transfers.export(path, Path(found))

    def list_workshops(self) -> None:
        """List the facilitator's own workshops anew."""
        self.shelf.read()

    def close(self) -> None:
        """Save, give the lock back, and wait for what is under way."""
        self.desk.close()
        self.context.jobs.wait()

    def leave(self) -> None:
        """Close the open workshop, and go to the clients."""
        self.desk.close()
        self.window.show_page("clients")

    def tell(self, error: Exception) -> None:
        """Tell a fault in the window."""
        self.context.offered.emit(Message(text=self.context.words_of(error), weight=Weight.PROBLEM))

    def _connect(self) -> None:
        context, window = self.context, self.window
        window.page_shown.connect(self._page_shown)
        window.opening_wanted.connect(self.ask_for_file)
        FileDrop(window).dropped.connect(self.open_files)
        context.kit_ready.connect(self._take_kit)
        context.language_changed.connect(self._speak)
        context.settings_changed.connect(self._take_settings)
        self.desk.opened.connect(self._show_document)
        self.desk.moved.connect(self._renew_pages)
        self.desk.closed.connect(self._show_none)
        self.shelf.listed.connect(self._show_workshops)
        self.transfers.imported.connect(self.desk.open)
        self.transfers.exported.connect(self._tell_exported)

    def _set_pages(self) -> None:
        """Say how the pages that need no workshop are made; the clients' is there from the start."""
        context = self.context
        self.clients = ClientsPage(self._municipalities, context.texts, context.look)
        self.clients.chosen.connect(self.new_workshop)
        wishes = self.clients.workshops.wishes
        wishes.opened.connect(self.open)
        wishes.copied.connect(self.shelf.copy)
        wishes.archived.connect(self.shelf.archive)
        wishes.removed.connect(self.shelf.remove)
        wishes.exported.connect(self.ask_where_to_export)
        wishes.restored.connect(self.shelf.restore)
        wishes.renamed.connect(self.shelf.rename)
        wishes.naming.connect(self._name)
        wishes.opening_wanted.connect(self.ask_for_file)
        wishes.all_wanted.connect(lambda: self.window.show_page("workshops"))
        makers: dict[str, Maker] = {
            "clients": lambda: self.clients,
            "figures": lambda: make_figures_page(context, self._open_workshop),
            "content": lambda: make_content_page(context, self._open_workshop),
            "settings": lambda: make_settings_page(context, self._usual_root),
            "workshops": lambda: self._workshops_page(),
            "help": self.guide.make_page,
            "welcome": self.first_run.make_page,
        }
        self.window.set_makers(makers)

    def _open_workshop(self) -> Workshop | None:
        return None if self.document is None else self.document.workshop

    def _workshops_page(self) -> "WorkshopsPage":
        from workshop_kit.ui.workshops.page import WorkshopsPage

        made = WorkshopsPage(self.context, self.clients.workshops.wishes, self.clients.copy_targets)
        made.left.connect(lambda: self.window.show_page("clients"))
        made.set_workshops(self.shelf.groups)
        self.shelf.listed.connect(made.set_workshops)
        return made

    def _set_document_pages(self, document: OpenDocument, planner: Planner) -> None:
        """Say how the open workshop's pages are made."""
        context = self.context
        makers: dict[str, Maker] = {
            "facts": lambda: make_facts_page(context, document, planner),
            "agenda": lambda: make_agenda_page(context, document, planner),
            "slides": lambda: make_slides_page(context, document, planner),
            "sheets": lambda: make_sheets_page(context, document, planner),
            "make": lambda: make_make_page(context, document, planner),
            "history": lambda: self._history_page(document),
        }
        self.window.set_makers(makers)

    def _take_settings(self) -> None:
        """List the workshops of another folder when another is chosen; the open one stays open, and no file is moved."""
        named = self.context.settings.workshops_folder
        if named != self._named:
            self._named = named
            self.shelf.set_root(Path(named) if named else self._usual_root)

    def _history_page(self, document: OpenDocument) -> QWidget:
        made = make_history_page(self.context, document, self._history)
        made.left.connect(self.window.go_back)
        return made

    def _speak(self) -> None:
        """Make the window's pages anew in the language that was chosen, and stay where we were."""
        page = self.window.page
        self.window.rebuild()
        self._set_pages()
        if self.context.kit is not None:
            self._fill_clients(self.context.kit)
        self._renew_pages()
        self.shelf.read()
        self.window.show_page(page)

    def _show_document(self) -> None:
        """Show the workshop that was opened on the page where it was left."""
        document = self.document
        if document is None:
            return
        if self.window.document is not document:
            self.window.set_document(document)
            self._renew_pages()
        left = self._memory.page_of(document.path)
        self.window.show_page(left if left in NEEDS_WORKSHOP else FIRST_PAGE)

    def try_sample(self) -> None:
        """Open the sample workshop, made now where it is not there."""
        language = Language.NN if self.context.texts.language is InterfaceLanguage.NN else Language.NB
        path = self.shelf.sample(language)
        if path is not None:
            self.window.show_page("clients")
            self.open(path)

    def _renew_pages(self) -> None:
        """Let the open workshop's pages be made anew, with its file where it is now."""
        if self.document is not None and self.planner is not None:
            self._set_document_pages(self.document, self.planner)

    def _show_none(self) -> None:
        self.window.set_document(None)

    def _show_workshops(self, groups: tuple[WorkshopGroup, ...]) -> None:
        self.clients.set_workshops(groups)

    def _take_kit(self) -> None:
        if self.context.kit is not None:
            self._fill_clients(self.context.kit)

    def _fill_clients(self, kit: "Kit") -> None:
        self.clients.set_content(kit.indicators, kit.library.examples, kit.outlines)

    def _page_shown(self, name: str) -> None:
        if name in {"clients", "workshops"}:
            self.shelf.read()
        if name == "clients":
            self.clients.start()
        elif self.document is not None and name in NEEDS_WORKSHOP:
            self._memory.set_page(self.document.path, name)

    def _name(self, path: Path) -> None:
        """Go to the list of all workshops, where one is given another name."""
        self.window.show_page("workshops")
        cast("WorkshopsPage", self.window.made("workshops")).begin_to_name(path)

    def _tell_exported(self, path: Path) -> None:
        self.context.told.emit(self.context.texts("file.exported", path=str(path)))
