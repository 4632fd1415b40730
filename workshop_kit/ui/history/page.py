"""The page «Historikk»: the versions at the left; at the right what the chosen one said, and the button that goes back to it."""

import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QGridLayout, QListView, QWidget
from typing_extensions import override

from workshop_kit.store.faults import StoreFault
from workshop_kit.store.history import list_versions, read_version
from workshop_kit.ui.clients.wrapped import Wrapped
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.history.differences import Difference
from workshop_kit.ui.history.model import Earlier, VersionModel
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.message_bar import Action, Message
from workshop_kit.ui.two_lines import TwoLines
from workshop_kit.ui.widgets import Beside, boxed, button, clear, column, label, panel, row, scrolled

DETAIL_WIDTH, LEAST_HEIGHT = 460, 180

RESTORED = "history"
"""The key of the message that offers to undo a restore."""


class HistoryPage(QWidget):
    """Shows a document's versions; going back to one is a change like any other, and can be undone."""

    left = Signal()

    def __init__(self, context: Context, document: OpenDocument, history: Path) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context, self._document, self._history = context, document, history
        texts, look = context.texts, context.look
        self.model = VersionModel(texts, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(TwoLines(look, self.view))
        self.view.setAccessibleName(texts("history.list"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setMinimumHeight(look.px(LEAST_HEIGHT))
        self.title, self.summary = label(kind="section", wrap=True), label(kind="muted", wrap=True)
        self.restore = button(texts("history.restore"), self.go_back_to_it, "primary", look=look, icon="history")
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(16)
        self._table.setVerticalSpacing(10)
        self.empty = label(texts("history.empty_list"), "muted", wrap=True)
        self._lay_out()
        self._compare_soon = QTimer(self)
        self._compare_soon.setSingleShot(True)
        self._compare_soon.setInterval(200)
        self._compare_soon.timeout.connect(self._compare)
        self.view.selectionModel().currentChanged.connect(self._show_chosen)
        document.changed.connect(self._compare_soon.start)
        document.saved.connect(self.read)
        self.read()

    def read(self) -> None:
        """Read the versions anew, outside the window's thread."""
        path, history = self._document.path, self._history
        handle: Handle[tuple[Earlier, ...]] = self._context.jobs.start(lambda _: _read(path, history))
        handle.done.connect(self._take)

    def go_back_to_it(self) -> None:
        """Make the workshop as the chosen version says; the newest one stays in the history."""
        earlier = self.model.at(self.view.currentIndex().row())
        if earlier is None:
            return
        texts, when = self._context.texts, " ".join(self.model.when(earlier.version))
        self._document.apply(earlier.workshop, texts("history.went_back", when=when))
        if not self._document.is_looking:
            undo = Action(text=texts("file.undo"), do=self._document.undo)
            self._context.offered.emit(Message(text=texts("history.restored", when=when), actions=(undo,), key=RESTORED))
            self._document.changed.connect(self._settle, Qt.ConnectionType.SingleShotConnection)
        self._compare()

    def _settle(self) -> None:
        """Take the offer to undo away: another change has come since."""
        self._context.settled.emit(RESTORED)

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """Set the focus where the user begins."""
        super().showEvent(event)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        texts, look = self._context.texts, self._context.look
        self.back = button(texts("history.back"), self.left.emit, "quiet", look=look, icon="arrow-left")
        versions = panel(column(label(texts("history.lead"), "muted", wrap=True), self.view, self.empty, spacing=10), margin=12)
        inside = column(self.title, self.summary, boxed(row(self.restore, 1)), boxed(self._table), 1, spacing=12)
        beside = Beside(versions, panel(inside), lambda: look.px(DETAIL_WIDTH))
        whole = column(boxed(row(self.back, 1)), scrolled(Wrapped(column(beside))), spacing=12)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit, context=keys)

    def _take(self, versions: tuple[Earlier, ...]) -> None:
        chosen = self.model.at(self.view.currentIndex().row())
        self.model.set_versions(versions, self._document.workshop, datetime.date.today())
        numbers = [each.version.number for each in versions]
        row_kept = numbers.index(chosen.version.number) if chosen is not None and chosen.version.number in numbers else self._first()
        self.view.setVisible(bool(versions))
        self.empty.setVisible(not versions)
        if versions:
            self.view.setCurrentIndex(self.model.index(row_kept))
        self._show_chosen()

    def _first(self) -> int:
        """Give the newest version that differs from now: the one that is most often looked for."""
        rows = range(len(self.model.versions))
        return next((each for each in rows if self.model.differences_at(each)), 0)

    def _compare(self) -> None:
        self.model.compare(self._document.workshop)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show what the chosen version said, and what is said now."""
        place, texts = self.view.currentIndex().row(), self._context.texts
        earlier, found = self.model.at(place), self.model.differences_at(place)
        clear(self._table)
        self.restore.setVisible(earlier is not None)
        self.restore.setEnabled(bool(found) and not self._document.is_looking)
        if earlier is None:
            self.title.setText(texts("history.none_chosen"))
            self.summary.clear()
            return
        day, time = self.model.when(earlier.version)
        self.title.setText(texts("history.version", day=day, time=time))
        self.summary.setText(texts.count("history.differences", len(found)) if found else texts("history.same"))
        if found:
            self._fill(found)

    def _fill(self, found: tuple[Difference, ...]) -> None:
        texts = self._context.texts
        for place, head in enumerate(("history.field", "history.then", "history.now")):
            self._table.addWidget(label(texts(head), "small"), 0, place)
        for line, each in enumerate(found, start=1):
            for place, (text, kind) in enumerate(((each.name, ""), (each.then, ""), (each.now, "muted"))):
                self._table.addWidget(label(text, kind, wrap=True), line, place, Qt.AlignmentFlag.AlignTop)
        for place, stretch in enumerate((2, 3, 3)):
            self._table.setColumnStretch(place, stretch)


def _read(path: Path, history: Path) -> tuple[Earlier, ...]:
    """Read what can be read of a document's versions."""
    found: list[Earlier] = []
    for version in list_versions(path, history):
        try:
            found.append(Earlier(version=version, workshop=read_version(version)))
        except StoreFault:
            continue
    return tuple(found)
