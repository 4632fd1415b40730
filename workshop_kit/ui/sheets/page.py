"""The page with what is printed: the sheets and their copies, the chosen one as it will be on paper, and the groups."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QListView, QWidget
from typing_extensions import override

from workshop_kit.domain.by_hand import Copies
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.sheets.chosen_panel import ChosenPanel
from workshop_kit.ui.sheets.columns import Columns
from workshop_kit.ui.sheets.delegate import SheetDelegate
from workshop_kit.ui.sheets.groups_panel import GroupsPanel
from workshop_kit.ui.sheets.listed import Listed, SheetList, list_sheets, sheet_problems
from workshop_kit.ui.sheets.model import SheetsModel
from workshop_kit.ui.sheets.number_box import NumberBox
from workshop_kit.ui.sheets.pdf_files import PdfFiles
from workshop_kit.ui.when_shown import WhenShown
from workshop_kit.ui.widgets import button, column, label, panel


class SheetsPage(QWidget):
    """Shows everything that is printed for the open workshop; `jump` asks for another page by its name."""

    jump = Signal(str)

    def __init__(self, context: Context, document: OpenDocument, planner: Planner) -> None:
        super().__init__()
        self._context, self._document, self._planner = context, document, planner
        texts, look = context.texts, context.look
        self._list: SheetList | None = None
        self.model = SheetsModel(context, self)
        self.view = self._make_view()
        self.files = PdfFiles(context, self)
        self.chosen = ChosenPanel(context)
        self.groups = GroupsPanel(context, document)
        self.save_all = button(texts("sheets.save_all"), self._save_all, look=look, icon="download")
        self.buttons = QWidget()
        FlowLayout(self.buttons).addWidget(self.save_all)
        self.waiting = label(texts("app.reading"), "muted", wrap=True)
        left = panel(column(self.waiting, self.view, self.buttons), margin=12)
        self._columns = Columns(left, self.chosen, self.groups, look.px)
        whole = column(self._columns)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self._connect()
        self.show_plan()

    def show_plan(self) -> None:
        """Show what is planned now, with the same sheet chosen where it is still there."""
        composed, kit = self._planner.composed, self._context.kit
        is_there = composed is not None and kit is not None
        self.waiting.setVisible(not is_there)
        self.save_all.setEnabled(is_there)
        if composed is None or kit is None:
            return
        before = self._chosen()
        self._list = list_sheets(kit, composed, self._document.workshop)
        self.model.set_listed(self._list.sheets)
        self._open_boxes()
        row = self.model.row_of(before.key) if before is not None else 0
        self.view.setCurrentIndex(self.model.index(max(0, row)))
        self.groups.show_prints(self._list.prints, composed.plan)
        self.groups.show_problems(sheet_problems(self._planner.problems))
        self._show_chosen()
        self._columns.arrange()

    def show_item(self, key: str) -> None:
        """Choose the sheet of an exercise, or a handout, by its key."""
        found = self.model.row_of(key)
        if found >= 0:
            self.view.setCurrentIndex(self.model.index(found))
            self.view.scrollTo(self.model.index(found))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Render no more: the page is let go."""
        self.model.stop()
        self.chosen.preview.stop()
        super().closeEvent(event)

    def set_copies(self, key: str, count: int) -> None:
        """Print so many copies of a sheet; the number that the head-count gives is not kept as one set by hand."""
        listed = self._named(key)
        if listed is None or listed.row is None:
            return
        texts = self._context.texts
        done = texts("sheets.changed_copies" if count else "sheets.changed_left_out", title=listed.title)
        self._apply_copies(key, None if count == listed.row.reckoned else count, done)

    def _make_view(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(self._context.texts("sheets.list"))
        self._delegate = SheetDelegate(self._context, self.model)
        view.setItemDelegate(self._delegate)
        return view

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._show_chosen)
        self._delegate.entered.connect(self._choose)
        self.model.copies_wished.connect(self.set_copies)
        self.chosen.open.clicked.connect(self._open)
        self.chosen.leave_out.clicked.connect(self._leave_out)
        self.chosen.reckoned.clicked.connect(self._use_reckoned)
        self.chosen.to_day.clicked.connect(self._go_to_day)
        self.files.busy.connect(self._show_busy)
        self._refresh = WhenShown(self, self.show_plan)
        for told in (self._document.changed, self._planner.planned):
            told.connect(self._refresh.wake)
        self._context.look.changed.connect(self._resize)
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda steps=steps: self.chosen.preview.zoom(steps))

    def _open_boxes(self) -> None:
        """Let every row that is printed have its box for copies."""
        for row in range(self.model.rowCount()):
            listed, index = self.model.listed(row), self.model.index(row)
            if listed is not None and listed.row is not None and not self.view.isPersistentEditorOpen(index):
                self.view.openPersistentEditor(index)
                box = self.view.indexWidget(index)
                if isinstance(box, NumberBox):
                    box.lineEdit().deselect()

    def _resize(self) -> None:
        self._columns.arrange()
        self.view.doItemsLayout()

    def _named(self, key: str) -> Listed | None:
        return self.model.listed(self.model.row_of(key))

    def _chosen(self) -> Listed | None:
        return self.model.listed(self.view.currentIndex().row())

    def _choose(self, place: QPersistentModelIndex) -> None:
        self.view.setCurrentIndex(self.model.index(place.row()))

    def _show_chosen(self, _index: QModelIndex | None = None) -> None:
        self.chosen.show_listed(self._chosen())

    def _show_busy(self, is_busy: bool) -> None:
        self.save_all.setEnabled(not is_busy)
        self.chosen.set_busy(is_busy=is_busy)

    def _leave_out(self) -> None:
        """Leave the chosen sheet out, or take it in again with the copies that are reckoned."""
        listed = self._chosen()
        if listed is not None and listed.row is not None:
            self.set_copies(listed.key, 0 if listed.row.count else listed.row.reckoned)

    def _use_reckoned(self) -> None:
        listed = self._chosen()
        if listed is not None and listed.row is not None:
            self.set_copies(listed.key, listed.row.reckoned)

    def _apply_copies(self, key: str, count: int | None, done: str) -> None:
        workshop = self._document.workshop
        others = tuple(each for each in workshop.copies if each.sheet != key)
        copies = others if count is None else (*others, Copies(sheet=key, count=count))
        changed = replace(workshop, copies=tuple(sorted(copies, key=lambda each: each.sheet)))
        self._document.apply(changed, done, merge_key=f"copies-{key}" if count else "")

    def _go_to_day(self) -> None:
        self.jump.emit("agenda")

    def _open(self) -> None:
        composed, listed = self._planner.composed, self._chosen()
        if composed is not None and listed is not None and listed.pages:
            self.files.open(composed, listed.key)

    def _save_all(self) -> None:
        """Ask where, and save one PDF of every sheet that is not left out."""
        composed = self._planner.composed
        if composed is None or self._list is None:
            return
        keys = tuple(row.sheet.key for row in self._list.prints.rows if row.count)
        if not keys:
            self._context.told.emit(self._context.texts("sheets.nothing"))
            return
        name = f"{composed.plan.file_stem}-ark-{composed.plan.language.value}.pdf"
        start = str(self._document.path.parent / name)
        chosen, _ = QFileDialog.getSaveFileName(self, self._context.texts("sheets.save_title"), start, "PDF (*.pdf)")
        if chosen:
            path = Path(chosen)
            self.files.save(composed, keys, path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))
