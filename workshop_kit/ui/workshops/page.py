"""All of the facilitator's workshops in one list that can be searched, with what can be done with each beside it."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QListView, QPushButton, QWidget
from typing_extensions import override

from workshop_kit.ui.clients.own_workshops import GroupKind, OwnWorkshop, WorkshopGroup
from workshop_kit.ui.clients.wishes import Wishes, wishes_for
from workshop_kit.ui.clients.wrapped import Wrapped
from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.two_lines import TwoLines
from workshop_kit.ui.widgets import Beside, boxed, button, column, label, panel, row, scrolled
from workshop_kit.ui.workshops.model import WorkshopModel
from workshop_kit.ui.workshops.side import Targets, WorkshopSide

KINDS: tuple[GroupKind | None, ...] = (None, *GroupKind)
"""The chips in order; None is for all that are in use."""
SIDE_WIDTH, LEAST_HEIGHT = 320, 180


class WorkshopsPage(QWidget):
    """Lists all workshops by group; `wishes` is told what is wanted of one, and `left` asks for the clients' page."""

    left = Signal()

    def __init__(self, context: Context, wishes: Wishes, targets: Targets) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context, self._wishes, self._targets = context, wishes, targets
        self._chosen: OwnWorkshop | None = None
        texts, look = context.texts, context.look
        self.model = WorkshopModel(texts, self)
        self.side = WorkshopSide(context, wishes, targets)
        self.search = QLineEdit()
        self.search.setPlaceholderText(texts("workshops.search"))
        self.search.setAccessibleName(texts("workshops.search"))
        self.search.setClearButtonEnabled(True)
        self.chips = self._make_chips()
        self.count = label(kind="small")
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(TwoLines(look, self.view))
        self.view.setAccessibleName(texts("workshops.list"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setMinimumHeight(look.px(LEAST_HEIGHT))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.empty = label(kind="muted", wrap=True)
        self._lay_out()
        self._connect()
        self.narrow()

    def set_workshops(self, groups: tuple[WorkshopGroup, ...]) -> None:
        """Show the workshops as they are now; the chosen one stays chosen where it is still there."""
        self.model.set_groups(groups)
        for chip, kind in zip(self.chips.buttons(), KINDS, strict=True):
            self._name(chip, kind)
        self._after_narrowing()

    def narrow(self) -> None:
        """Show the group whose chip is down, and of it what fits the search."""
        self.model.narrow(KINDS[max(self.chips.checkedId(), 0)], self.search.text())
        self._after_narrowing()

    def begin_to_name(self, path: Path) -> None:
        """Choose a workshop, and let its name be written."""
        if self._chosen is not None and self._chosen.path == path:
            self.side.begin_to_name()
            return
        workshop = next((each for each in self.model.workshops_of(None) if each.path == path), None)
        if workshop is None:
            return
        self.search.clear()
        self.chips.button(0).setChecked(True)
        self._chosen = workshop
        self.narrow()
        self.side.begin_to_name()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """Set the focus where the user begins."""
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_chips(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for place, kind in enumerate(KINDS):
            chip = QPushButton()
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setChecked(place == 0)
            chip.setAutoDefault(False)
            group.addButton(chip, place)
            self._name(chip, kind)
        return group

    def _name(self, chip: QPushButton | object, kind: GroupKind | None) -> None:
        if isinstance(chip, QPushButton):
            name = self._context.texts(f"workshops.kind_{kind.value if kind else 'all'}")
            chip.setText(f"{name} {len(self.model.workshops_of(kind))}")

    def _lay_out(self) -> None:
        texts, look = self._context.texts, self._context.look
        self.back = button(texts("workshops.back"), self.left.emit, "quiet", look=look, icon="arrow-left")
        self.file = button(texts("clients.open_file"), self._wishes.opening_wanted.emit, look=look, icon="folder-input")
        chips = QWidget()
        flow = FlowLayout(chips)
        for chip in self.chips.buttons():
            flow.addWidget(chip)
        found = panel(column(self.search, chips, self.count, self.view, self.empty, spacing=10), margin=12)
        beside = Beside(found, self.side, lambda: look.px(SIDE_WIDTH))
        whole = column(boxed(row(self.back, 1, self.file)), scrolled(Wrapped(column(beside))), spacing=12)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.narrow)
        self.search.returnPressed.connect(self._take_first)
        self.chips.idClicked.connect(self.narrow)
        self.view.selectionModel().currentChanged.connect(self._choose_current)
        self.view.activated.connect(self._do_first)
        keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._to_search, context=keys)
        QShortcut(QKeySequence("F2"), self.view, self.side.begin_to_name, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view, self._remove, context=Qt.ShortcutContext.WidgetShortcut)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _after_narrowing(self) -> None:
        """Keep the chosen workshop chosen, tell how many there are, and what to do where there are none."""
        texts, shown = self._context.texts, self.model.shown
        row_kept = self.model.row_of(self._chosen)
        blocker = QSignalBlocker(self.view.selectionModel())
        if row_kept >= 0:
            self.view.setCurrentIndex(self.model.index(row_kept))
        blocker.unblock()
        self._choose(shown[row_kept] if row_kept >= 0 else None)
        self.count.setText(texts.count("workshops.count", len(shown)))
        self.view.setVisible(bool(shown))
        self.count.setVisible(bool(shown) and bool(self.search.text()))
        self.empty.setVisible(not shown)
        has_any = bool(self.model.workshops_of(KINDS[max(self.chips.checkedId(), 0)]))
        self.empty.setText(texts("workshops.nothing_found" if has_any else "workshops.empty"))

    def _choose_current(self) -> None:
        self._choose(self.model.at(self.view.currentIndex()))

    def _choose(self, workshop: OwnWorkshop | None) -> None:
        self._chosen = workshop
        self.side.show_workshop(workshop)

    def _do_first(self) -> None:
        if (workshop := self._chosen) is not None:
            wishes_for(workshop, self._targets(workshop), self._context.texts, self._wishes)[0].send()

    def _take_first(self) -> None:
        if self.model.shown:
            self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self) -> None:
        if self._chosen is not None and self._chosen.kind is not GroupKind.REMOVED:
            self._wishes.removed.emit(self._chosen.path)
