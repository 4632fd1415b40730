"""The day on a page: its blocks at the left, and at the right its numbers, the chosen block, the rules, and what is not in it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from workshop_kit.domain.agenda import BlockKind
from workshop_kit.planning.arranging import place_of
from workshop_kit.planning.rules import check_agenda
from workshop_kit.ui.agenda.day import DayEditor
from workshop_kit.ui.agenda.delegate import BlockDelegate
from workshop_kit.ui.agenda.detail import Detail
from workshop_kit.ui.agenda.model import DayModel
from workshop_kit.ui.agenda.rows import make_rows, tray_parts
from workshop_kit.ui.agenda.summary import Summary
from workshop_kit.ui.agenda.templates import Templates
from workshop_kit.ui.agenda.tray import Tray
from workshop_kit.ui.agenda.view import DayView
from workshop_kit.ui.asking import ask_line
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.when_shown import WhenShown
from workshop_kit.ui.widgets import Beside, boxed, button, column, label, panel, row, scrolled

SIDE_WIDTH = 340
TRAY_HEIGHT = 260
ADDED = (BlockKind.BREAK, BlockKind.LUNCH, BlockKind.BUFFER)
"""What can be added as it is; anything else is asked for its title."""


class AgendaPage(QWidget):
    """The day, to be looked at and arranged."""

    def __init__(self, context: Context, document: OpenDocument, planner: Planner) -> None:
        super().__init__()
        self._context, self._document, self._planner = context, document, planner
        self.editor = DayEditor(context, document, planner)
        self.model = DayModel(self)
        self.view, self.tray = DayView(self.model), Tray()
        self.view.setItemDelegate(BlockDelegate(context.look))
        self.summary, self.detail = Summary(context, self), Detail(context, self.editor)
        self.templates = Templates(context, self.editor, self)
        self._wanted = ""
        self._lay_out()
        self._connect()
        self.show_day()

    def show_day(self) -> None:
        """Show the day as it is now; what is planned meanwhile follows."""
        agenda, composed, kit = self.editor.agenda, self._planner.composed, self._context.kit
        self.state.setText(self._context.texts("agenda.by_hand" if self.editor.is_by_hand else "agenda.planned"))
        if agenda is None or composed is None or kit is None or not agenda.blocks:
            return
        day, chosen = self.editor.day, self._wanted or self.view.chosen
        breaches = check_agenda(agenda, kit.library.exercises)
        self.model.set_rows(make_rows(agenda, day, composed.plan, breaches, self._context))
        titles = {block.id: block.title for block in agenda.blocks}
        self.summary.show_agenda(agenda, self.editor.target, breaches, titles, self.editor.workshop.participants)
        self.tray.set_parts(tray_parts(day, kit.library, self._context, self.editor.workshop.language.value))
        self._wanted = ""
        self.view.choose(chosen if self.model.number_of(chosen) >= 0 else agenda.blocks[0].id)
        self._show_detail()

    def show_item(self, key: str) -> None:
        """Choose the block of an id."""
        self.view.choose(key)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, kind: BlockKind, title: str = "") -> None:
        """Add something after the chosen block, and choose it."""
        after = self.view.chosen
        self._wanted = self.editor.add(kind, after, title)
        self.show_day()

    def _show_detail(self) -> None:
        composed = self._planner.composed
        shown = self.model.row(self.view.currentIndex().row())
        self.detail.show_block(None if shown is None else shown.timed, None if composed is None else composed.plan)

    def _lay_out(self) -> None:
        texts, look = self._context.texts, self._context.look
        self.view.setProperty("kind", "framed")
        self.setFocusProxy(self.view)
        self.view.setAccessibleName(texts("agenda.day"))
        self.view.setAccessibleDescription(texts("agenda.keys"))
        self.tray.setAccessibleName(texts("agenda.tray"))
        self.state = label(kind="muted", wrap=True)
        self.adding = button(texts("agenda.add"), self._noop, look=look, icon="plus")
        self._add_menu = QMenu(self.adding)
        self.adding.setMenu(self._add_menu)
        self.templates_button = button(texts("agenda.templates"), self._noop, look=look, icon="copy")
        self._template_menu = QMenu(self.templates_button)
        self.templates_button.setMenu(self._template_menu)
        head = row(self.state, self.templates_button, self.adding)
        head.setStretch(0, 1)
        day = panel(column(boxed(head), self.view, label(texts("agenda.keys"), "small", wrap=True), spacing=10), margin=12)
        self.tray.setMinimumHeight(look.px(TRAY_HEIGHT))
        tray = panel(column(label(texts("agenda.tray"), "lead"), label(texts("agenda.tray_hint"), "small", wrap=True), self.tray))
        side = column(self.summary.numbers, panel(column(self.detail)), self.summary.rules, tray, self.summary.shares, 1, spacing=12)
        whole = column(Beside(day, scrolled(boxed(side)), lambda: look.px(SIDE_WIDTH)))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._refresh = WhenShown(self, self.show_day)
        for told in (self._document.changed, self._planner.planned, self._context.look.changed):
            told.connect(self._refresh.wake)
        self.view.selectionModel().currentChanged.connect(self._show_detail)
        self.view.stepped.connect(self._step)
        self.view.parked.connect(self.editor.park)
        self.view.minutes.connect(self._give)
        self.view.menu.connect(self._show_menu)
        self.model.dropped.connect(self._drop)
        self.tray.wanted.connect(self._take_in)
        self.tray.dropped.connect(self.editor.park)
        self.summary.fit.connect(self.editor.fit)
        self.summary.jump.connect(self.show_item)
        self._add_menu.aboutToShow.connect(lambda: self._fill_adding(self._add_menu))
        self._template_menu.aboutToShow.connect(lambda: self.templates.fill(self._template_menu))
        QShortcut(QKeySequence("Ins"), self, self.adding.showMenu, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _step(self, id: str, by: int) -> None:
        self._wanted = id
        self.editor.step(id, by)

    def _give(self, id: str, minutes: int) -> None:
        part = self.editor.part(id)
        if part is not None:
            self.editor.change(id, minutes=part.minutes + minutes)

    def _take_in(self, id: str) -> None:
        self._wanted = id
        self.editor.take_in(id)

    def _drop(self, id: str, before: int) -> None:
        """Put what was dragged before a row; dropped from the tray it comes in."""
        self._wanted = id
        place = place_of(self.editor.day, id)
        if place < 0:
            self.editor.take_in(id, before)
        else:
            self.editor.move(id, before - 1 if place < before else before)

    def _fill_adding(self, menu: QMenu) -> None:
        texts = self._context.texts
        menu.clear()
        for kind in ADDED:
            menu.addAction(texts(f"agenda.kind_{kind.value}"), lambda kind=kind: self.add(kind))
        menu.addAction(texts("agenda.own_part"), self._ask_title)

    def _show_menu(self, id: str, point: QPoint) -> None:
        """Show what can be done with a block."""
        texts, menu = self._context.texts, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(texts("agenda.up"), lambda: self._step(id, -1))
        menu.addAction(texts("agenda.down"), lambda: self._step(id, 1))
        menu.addAction(texts("agenda.out"), lambda: self.editor.park(id))
        after = menu.addMenu(texts("agenda.add"))
        self._fill_adding(after)
        menu.popup(point)

    def _ask_title(self) -> None:
        texts = self._context.texts
        ask_line(self, texts, texts("agenda.own_part"), texts("agenda.own_title"), self._add_own)

    def _add_own(self, title: str) -> None:
        self.add(BlockKind.TALK, title)

    def _noop(self) -> None:
        """Do nothing: the button opens its menu."""
