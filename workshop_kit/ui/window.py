"""The main window: navigation, the open workshop's head, a message bar, and the pages."""

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.message_bar import Message, MessageBar, Weight
from workshop_kit.ui.shortcuts import sequences
from workshop_kit.ui.tokens import NAVIGATION_WIDTH
from workshop_kit.ui.widgets import boxed, button, column, label, panel, row, scrolled

PAGES = {
    "clients": "users",
    "facts": "building-2",
    "agenda": "calendar-clock",
    "slides": "presentation",
    "sheets": "file-text",
    "make": "play",
    "figures": "chart-column",
    "content": "library",
    "help": "circle-help",
    "settings": "settings",
}
"""The pages in order, with their icons; one that nobody has given a maker is not shown."""
NEEDS_WORKSHOP = frozenset({"facts", "agenda", "slides", "sheets", "make", "history"})
BELONGS_TO = {"workshops": "clients", "history": "facts"}
"""Pages that have no link of their own, and the page whose link is lit for them."""
FIRST_BELOW = "figures"
"""From this page on they concern the facilitator, not the open workshop, and stand at the foot of the navigation."""
Maker = Callable[[], QWidget]


@runtime_checkable
class ShowsItem(Protocol):
    """A page that can show one thing of many: a slide, a block, a sheet, a field."""

    def show_item(self, key: str, /) -> None:
        """Choose what has a key, and bring it into view; nothing happens for one that is not there."""


@runtime_checkable
class HasUndo(Protocol):
    """A page that concerns no workshop and whose changes are undone by itself, with the window's keys and buttons."""

    undo_changed: SignalInstance

    @property
    def undo_text(self) -> str:
        """What would be undone, "" for nothing."""
        ...

    @property
    def redo_text(self) -> str:
        """What would be done again, "" for nothing."""
        ...

    def undo(self) -> None:
        """Go back one step."""
        ...

    def redo(self) -> None:
        """Do again what was undone last."""
        ...


LEAST_SIZE = (1024, 640)
FIRST_SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """Holds the pages; `page_shown` is sent with the name of each one that is gone to, `help_wanted` for help about it."""

    page_shown = Signal(str)
    help_wanted = Signal()
    opening_wanted = Signal()

    def __init__(self, context: Context, state: QSettings) -> None:
        super().__init__()
        self._context, self._state = context, state
        self.document: OpenDocument | None = None
        self.setMinimumSize(*LEAST_SIZE)
        self.setWindowTitle(context.texts("app.name"))
        self._pages: dict[str, QWidget] = {}
        self._makers: dict[str, Maker] = {}
        self._came_from = ""
        self._asked_about: Workshop | None = None
        self._build()
        context.told.connect(self.show_message)
        context.jump.connect(self.jump)
        context.look.changed.connect(self._size)
        context.offered.connect(self.offer)
        context.settled.connect(self.settle)
        self._add_shortcuts()
        self._restore()
        self._show_document()

    def _build(self) -> None:
        """Make everything that stands in the window, in the language in use."""
        context = self._context
        self._stack = QStackedWidget()
        self._links = QButtonGroup(self)
        self.title, self.saved = label(kind="title"), label(kind="muted")
        look, texts = context.look, context.texts
        self.undo = button("", self._undo, "quiet", look=look, icon="undo-2")
        self.redo = button("", self._redo, "quiet", look=look, icon="redo-2")
        self.help = button("", self.help_wanted.emit, "quiet", look=look, icon="circle-help")
        self.help.setAccessibleName(texts("app.help"))
        self.help.setToolTip(texts("app.help_keys", keys=_native("help")))
        self.history = button("", self._toggle_history, "quiet", look=look, icon="history")
        self.history.setToolTip(f"{texts('app.history')} ({_native('history')})")
        self.history.setAccessibleName(texts("app.history"))
        self.bar = MessageBar(texts, look)
        self.title.setWordWrap(True)
        head = row(self.title, self.saved, self.undo, self.redo, self.history, self.help)
        head.setStretch(0, 1)
        body = column(boxed(head), self.bar, self._stack, spacing=16)
        body.setContentsMargins(24, 20, 24, 20)
        holder = QWidget()
        holder.setLayout(body)
        whole = row(self._navigation(), holder, spacing=0)
        whole.setContentsMargins(0, 0, 0, 0)
        middle = QWidget()
        middle.setLayout(whole)
        self.setCentralWidget(middle)

    def rebuild(self) -> None:
        """Make everything anew in another language, on the same page; who made pages gives their makers again after this."""
        messages = self.bar.messages
        for name in tuple(self._pages):
            self._drop(name)
        self._makers.clear()
        self._build()
        self._show_document()
        for message in reversed(messages):
            self.bar.tell(message)

    def set_makers(self, makers: Mapping[str, Maker]) -> None:
        """Say how pages are made: each when it is first gone to. Those of the same names that were there are let go."""
        for name in makers:
            self._drop(name)
        self._makers.update(makers)
        self._show_document()

    def _drop(self, name: str) -> None:
        before = self._pages.pop(name, None)
        if before is not None:
            before.close()
            self._stack.removeWidget(before)
            before.deleteLater()

    def made(self, name: str) -> QWidget | None:
        """Give a page, made now where it was not yet; None for one that nobody makes."""
        if name not in self._pages and name in self._makers:
            self._pages[name] = page = self._makers[name]()
            self._stack.addWidget(page)
            if isinstance(page, HasUndo):
                page.undo_changed.connect(self._show_undo)
        return self._pages.get(name)

    def set_document(self, document: OpenDocument | None) -> None:
        """Follow another open workshop, or none."""
        self.document = document
        if document is None:
            for name in NEEDS_WORKSHOP:
                self._drop(name)
                self._makers.pop(name, None)
        else:
            document.changed.connect(self._show_document)
            document.saved.connect(self._show_document)
            document.not_saved.connect(self._show_document)
        self._show_document()

    def show_page(self, name: str) -> None:
        """Go to a page; one that needs an open workshop is passed over without."""
        page = None if name in NEEDS_WORKSHOP and self.document is None else self.made(name)
        if page is None:
            return
        if self.page not in {"", name}:
            self._came_from = self.page
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._links.setExclusive(False)
        for link in self._links.buttons():
            link.setChecked(link.objectName() == BELONGS_TO.get(name, name))
        self._links.setExclusive(True)
        self._show_undo()
        self._show_title(name)
        self.page_shown.emit(name)

    def jump(self, name: str, key: str = "") -> None:
        """Go to a page, and there to what has a key."""
        self.show_page(name)
        page = self._pages.get(name)
        if key and page is self._stack.currentWidget() and isinstance(page, ShowsItem):
            page.show_item(key)

    def go_back(self) -> None:
        """Go to the page that was shown before."""
        self.show_page(self._came_from if self._came_from in self._makers else next(iter(PAGES)))

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return next((name for name, page in self._pages.items() if page is self._stack.currentWidget()), "")

    def show_message(self, text: str) -> None:
        """Tell something in the bar over the pages; nothing is blocked."""
        self.bar.tell(Message(text=text))

    def offer(self, message: Message) -> None:
        """Tell something that offers what to do, or that weighs more than news."""
        self.bar.tell(message)

    def settle(self, key: str) -> None:
        """Take away what is told under a key."""
        self.bar.drop(key)

    def come_forward(self) -> None:
        """Show the window before all others."""
        self.setWindowState((self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        self.raise_()
        self.activateWindow()

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Save before the window closes; stay open, and tell, when that cannot be done."""
        self._state.setValue("geometry", self.saveGeometry())
        document = self.document
        if document is not None and not document.save() and self._asked_about is not document.workshop:
            self._asked_about = document.workshop
            self._ask_about_closing(document)
            event.ignore()
            return
        event.accept()

    def _ask_about_closing(self, document: OpenDocument) -> None:
        """Tell that the last change is not in the file, and whether it is in the history."""
        try:
            document.put_aside()
            told = self._context.texts("app.close_unsaved_kept")
        except StoreFault:
            told = self._context.texts("app.close_unsaved")
        self.offer(Message(text=told, weight=Weight.PROBLEM, key="closing"))

    def _navigation(self) -> QWidget:
        texts, links = self._context.texts, QVBoxLayout()
        links.setSpacing(6)
        links.addWidget(label(texts("app.name"), "lead"))
        links.addWidget(label(texts("app.course"), "small", wrap=True))
        links.addSpacing(16)
        for name, icon in PAGES.items():
            link = button(
                texts(f"app.page_{name}"), lambda name=name: self.show_page(name), "navigation", look=self._context.look, icon=icon
            )
            link.setCheckable(True)
            link.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            link.setObjectName(name)
            link.setShortcut(sequences(f"page_{name}")[0])
            link.setToolTip(_native(f"page_{name}"))
            self._links.addButton(link)
            if name == FIRST_BELOW:
                links.addStretch(1)
            links.addWidget(link)
        inside = boxed(links)
        links.setContentsMargins(16, 16, 16, 16)
        outer = column(scrolled(inside))
        made = panel(outer, "nav", 0)
        made.setFixedWidth(self._context.look.px(NAVIGATION_WIDTH))
        self._side = made
        return made

    def _size(self) -> None:
        """Give the navigation room for its words at another text size."""
        self._side.setFixedWidth(self._context.look.px(NAVIGATION_WIDTH))

    def _add_shortcuts(self) -> None:
        slots = {
            "undo": self._undo,
            "redo": self._redo,
            "save": self._save,
            "help": self.help_wanted.emit,
            "history": self._toggle_history,
            "open": self.opening_wanted.emit,
            "message": self._to_message,
        }
        for name, slot in slots.items():
            action = QAction(self)
            action.setShortcuts(sequences(name))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(slot)
            self.addAction(action)

    def _show_document(self) -> None:
        texts, document = self._context.texts, self.document
        for link in self._links.buttons():
            link.setEnabled(document is not None or link.objectName() not in NEEDS_WORKSHOP)
            link.setVisible(link.objectName() in self._makers or link.objectName() in NEEDS_WORKSHOP)
        self.history.setVisible(document is not None)
        if document is not None:
            self.saved.setText(texts(_state_of(document)))
        self._show_undo()
        self._show_title(self.page)

    def _show_title(self, name: str) -> None:
        texts, kit = self._context.texts, self._context.kit
        if name in NEEDS_WORKSHOP and self.document is not None and kit is not None:
            number = self.document.workshop.municipality
            client = next((each.name for each in kit.municipalities if each.number == number), number)
            self.title.setText(texts(f"app.title_{name}", client=client))
        elif name not in NEEDS_WORKSHOP and name:
            self.title.setText(texts(f"app.title_{name}"))

    def _undoes(self) -> HasUndo | OpenDocument | None:
        """Give what undoing is about on the page that is shown: the page's own changes, else the open workshop's."""
        page = self._stack.currentWidget()
        return page if isinstance(page, HasUndo) else self.document

    def _show_undo(self) -> None:
        """Say what would be undone here, and whether the workshop is saved."""
        texts, undoes = self._context.texts, self._undoes()
        for shown, key, text in (
            (self.undo, "undo", undoes and undoes.undo_text),
            (self.redo, "redo", undoes and undoes.redo_text),
        ):
            shown.setVisible(undoes is not None)
            shown.setEnabled(bool(text))
            told = texts(f"app.{key}", what=text) if text else texts(f"app.nothing_to_{key}")
            shown.setToolTip(told)
            shown.setAccessibleName(told)
        self.saved.setVisible(isinstance(undoes, OpenDocument))

    def _toggle_history(self) -> None:
        if self.page == "history":
            self.go_back()
        else:
            self.show_page("history")

    def _to_message(self) -> None:
        if self.bar.isVisible():
            self.bar.take_focus()

    def _undo(self) -> None:
        if (undoes := self._undoes()) is not None:
            undoes.undo()

    def _redo(self) -> None:
        if (undoes := self._undoes()) is not None:
            undoes.redo()

    def _save(self) -> None:
        if self.document is not None:
            self.document.save()

    def _restore(self) -> None:
        geometry = self._state.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(*FIRST_SIZE)


def _native(shortcut: str) -> str:
    """Give the first keys of a shortcut as this machine writes them."""
    return sequences(shortcut)[0].toString(QKeySequence.SequenceFormat.NativeText)


def _state_of(document: OpenDocument) -> str:
    """Give the key of what the head says about the file."""
    if document.is_looking:
        return "app.looking"
    if document.has_failed:
        return "app.not_saved"
    return "app.saving" if document.is_dirty else "app.saved"
