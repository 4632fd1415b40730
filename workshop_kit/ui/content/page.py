"""The page with the facilitator's own slides and examples: the list at the left, the one that is open at the right."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_kit.domain.language import Translated
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.draft_files import files_of
from workshop_kit.library.drafts import Draft, SlideDraft, copy_of, example_from, new_example, new_slide
from workshop_kit.library.own_items import OwnItem
from workshop_kit.planning.alone import sample_workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.ui.content.action_bar import ActionBar
from workshop_kit.ui.content.editor import Editor
from workshop_kit.ui.content.faults import OwnFault, faults_in
from workshop_kit.ui.content.item import TITLE, OpenItem
from workshop_kit.ui.content.own_folder import Opener, OwnFolder, open_with_machine
from workshop_kit.ui.content.panes import Panes
from workshop_kit.ui.content.reading import OwnReading
from workshop_kit.ui.content.shelf_list import Row, ShelfList
from workshop_kit.ui.content.views import ByHandView, ConsentView, FaultsView, ModelView, View, WelcomeView
from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.widgets import boxed, button, column, panel, row

REFRESH_AFTER = 300
"""Milliseconds after a save before the content is read anew, so that the open workshop is planned with it."""
SAMPLE = "3110"
"""The municipality that pieces are shown for where no workshop is open."""
FIRST_PART = "beg"
"""The part that a new slide is put in until another is chosen."""


class ContentPage(QWidget):
    """Own slides and examples, written with the page they become beside, and saved by themselves.

    `workshop` gives the open workshop, which pieces are shown for, or None.
    """

    def __init__(self, context: Context, workshop: Callable[[], Workshop | None], opener: Opener = open_with_machine) -> None:
        super().__init__()
        self._context, self._workshop = context, workshop
        self._own = OwnFolder(context, self._tell, opener)
        self.item: OpenItem | None = None
        self._is_outside = False
        self.reading = OwnReading(context, self)
        self.reading.read.connect(self._take_reading)
        self.reading.changed_outside.connect(self._read_outside)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(REFRESH_AFTER)
        self._refresh.timeout.connect(context.read_content)
        self._build()
        self.close_item()
        self.reading.start()

    def new_slide(self) -> None:
        """Begin a slide."""
        kit = self._context.kit
        if kit is not None:
            parts = [module.id for module in kit.library.modules]
            self._open(new_slide(FIRST_PART if FIRST_PART in parts else parts[0]))

    def new_example(self) -> None:
        """Begin an example."""
        self._open(new_example())

    def offer_own_example(self) -> None:
        """Ask whether the open workshop's own example may be kept for others; nothing is kept before somebody says yes."""
        workshop, kit = self._workshop(), self._context.kit
        if workshop is None or workshop.own_example is None or kit is None or not self._save():
            return
        client = next((each.name for each in kit.municipalities if each.number == workshop.municipality), workshop.municipality)
        view = ConsentView(self._context, workshop.own_example, client)
        view.agreed.connect(self._keep_own_example)
        self._show_view(view)

    def show_faults(self) -> None:
        """List what is wrong in the own folder."""
        if self._save():
            view = FaultsView(self._context)
            view.jumped.connect(self._jump)
            view.show_faults(self._faults())
            self._show_view(view)

    def close_item(self) -> None:
        """Close what is open, and welcome."""
        if self._save():
            self._show_view(WelcomeView(self._context, self.new_slide, self.new_example))
            self.list.select(None)

    @property
    def shown(self) -> QWidget | None:
        """What stands beside the list."""
        return self.panes.shown

    @property
    def is_waiting(self) -> bool:
        """Tell whether something was saved that the content is not read anew for yet."""
        return self._refresh.isActive()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look for changes while the page is shown."""
        super().showEvent(event)
        self._show_buttons()
        self.reading.watch(True)
        self.reading.look()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is open before another page is shown, or the window is gone."""
        super().hideEvent(event)
        self.reading.watch(False)
        self._save()
        if not self.window().isVisible():
            self._refresh.stop()  # the program ends: nobody is to be planned for

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Save, and draw no more: the page is let go."""
        self._save()
        self.reading.watch(False)
        super().closeEvent(event)

    def _build(self) -> None:
        texts, look = self._context.texts, self._context.look
        self.bar = ActionBar(self._context)
        self.list = ShelfList(self._context)
        self.list.chosen.connect(self._choose)
        self.add_slide = button(texts("own.slide"), self.new_slide, look=look, icon="plus")
        self.add_slide.setAccessibleName(texts("own.new_slide"))
        self.add_example = button(texts("own.example"), self.new_example, look=look, icon="plus")
        self.add_example.setAccessibleName(texts("own.new_example"))
        self.check = button("", self.show_faults, "navigation", look=look, icon="list-checks")
        self.take = button(texts("own.take_example"), self.offer_own_example, "navigation", look=look, icon="download")
        self.folder = button(texts("own.open_own"), self._own.open_whole, "navigation", look=look, icon="folder-open")
        below = QWidget()
        rows = FlowLayout(below, 0)
        for each in (self.check, self.take, self.folder):
            rows.addWidget(each)
        side = panel(column(boxed(row(self.add_slide, self.add_example)), self.list, below, spacing=8), margin=12)
        self.panes = Panes(look, side)
        self.panes.left.connect(self.close_item)
        whole = column(self.bar, self.panes, spacing=12)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def _show_view(self, view: Editor | View) -> None:
        if not isinstance(view, Editor):
            self._let_go()
        self.panes.show_view(view)

    def _let_go(self) -> None:
        if self.item is not None:
            self.item.deleteLater()
            self.item = None

    def _save(self) -> bool:
        """Save what is open; tell whether nothing is unsaved."""
        return self.item is None or self.item.save()

    def _open(self, draft: Draft) -> None:
        kit = self._context.kit
        if kit is None or not self._save():
            return
        try:
            item = OpenItem(draft, self._context.own_folder, self._own.taken, self)
        except StoreFault as fault:
            self.bar.tell(self._context.words_of(fault))
            return
        self._let_go()
        self.item = item
        item.saved.connect(self._saved)
        item.not_saved.connect(self._tell_not_saved)
        editor = Editor(self._context, kit, self.reading.content, item, self._client)
        editor.remove.connect(self._remove)
        editor.folder_wanted.connect(self._open_folder)
        editor.part_wanted.connect(self._make_part)
        self._show_view(editor)
        self.list.select(item.folder)
        editor.words.fields[TITLE].edit.setFocus()

    def _choose(self, found: Row) -> None:
        if found.item is None or not self._save():
            return
        if found.is_model:
            view = ModelView(self._context, found.item, self._client)
            view.used.connect(self._use)
            self._show_view(view)
        else:
            self._open_own_item(found.item)

    def _open_own_item(self, item: OwnItem) -> None:
        if item.draft is not None:
            self._open(item.draft)
            return
        view = ByHandView(self._context, item)
        fault = item.fault
        view.opened.connect(lambda: self._own.open(item.folder if fault is None else Path(fault.where.file)))
        self._show_view(view)

    def _use(self, item: OwnItem) -> None:
        if item.draft is not None:
            self._open(copy_of(item.draft))

    def _jump(self, fault: OwnFault) -> None:
        if fault.item is None:
            self._own.open(Path(fault.where.file))
            return
        self._open_own_item(fault.item)
        self.list.select(fault.item.folder)
        if isinstance(self.shown, Editor):
            self.shown.go_to(fault.where)

    def _keep_own_example(self) -> None:
        workshop = self._workshop()
        if workshop is None or workshop.own_example is None:
            return
        self._open(new_example(workshop.municipality))
        if self.item is not None:
            self.item.apply(example_from(workshop.own_example, workshop.municipality, workshop.language))
            self.item.save()

    def _make_part(self, name: Translated, after: str) -> None:
        """Make a part of the facilitator's own, and put the open slide in it."""
        item, shown, content = self.item, self.shown, self.reading.content
        if item is None or not isinstance(item.draft, SlideDraft) or not isinstance(shown, Editor):
            return
        part = self._own.make_part(name, after)
        if part is not None:
            shown.set_content(replace(content, parts=(*content.parts, part)))
            item.apply(replace(item.draft, extends=part.id, after=""))

    def _remove(self) -> None:
        """Take the open piece out: it is moved to the folder's paper basket, and can be put back."""
        item, texts = self.item, self._context.texts
        if item is None:
            return
        folder, draft = item.folder, item.draft
        if folder is None:
            self._forget()
            self.bar.tell(texts("own.dropped"), (texts("own.put_back"), lambda: self._open(draft)))
            return
        taken = self._own.take_out(folder) if item.save() else None
        if taken is not None:
            self._forget()
            self._saved()
            self.bar.tell(texts("own.removed"), (texts("own.put_back"), lambda: self._put_back(taken, folder, draft)))

    def _tell(self, text: str) -> None:
        self.bar.tell(text)

    def _forget(self) -> None:
        """Close the open piece without saving."""
        self._let_go()
        self.close_item()

    def _put_back(self, taken: Path, folder: Path, draft: Draft) -> None:
        if self._own.put_back(taken, folder):
            self._saved()
            self._open(draft)

    def _saved(self) -> None:
        self.reading.expect()
        self._refresh.start()

    def _tell_not_saved(self, fault: StoreFault) -> None:
        texts, item = self._context.texts, self.item
        if item is None:
            return
        if fault.key == "store.changed_elsewhere":
            mine, theirs = (texts("own.keep_mine"), item.keep_mine), (texts("own.take_theirs"), self._take_theirs)
            self.bar.tell(self._context.words_of(fault), mine, theirs)
        else:
            self.bar.tell(self._context.words_of(fault), (texts("own.try_again"), item.save))

    def _take_theirs(self) -> None:
        """Read the open piece's files again; what was typed is one undo away."""
        item = self.item
        if item is not None and item.folder is not None:
            self._show_again(self.reading.read_item(item.folder))

    def _read_outside(self) -> None:
        self._is_outside = True
        self._context.read_content()

    def _take_reading(self) -> None:
        content = self.reading.content
        self.list.model.set_content(content, self.reading.models)
        self.list.select(self.item.folder if self.item is not None else None)
        self._show_buttons()
        is_outside, self._is_outside = self._is_outside, False
        if isinstance(self.shown, FaultsView):
            self.shown.show_faults(self._faults())
        item = self.item
        if is_outside and item is not None and item.folder is not None and not item.is_dirty:
            self._show_again(next((each for each in content.items if each.folder == item.folder), None))

    def _show_again(self, found: OwnItem | None) -> None:
        """Show the open piece as its files now are, where they are others."""
        item, texts = self.item, self._context.texts
        if item is None:
            return
        if found is None or found.draft is None:
            self._forget()
            self.bar.tell(texts("own.gone" if found is None else "own.broken_outside"))
            if found is not None:
                self._open_own_item(found)
        elif files_of(found.draft) != files_of(item.draft):
            item.reload(found.draft)
            self.bar.tell(texts("own.read_again"))

    def _show_buttons(self) -> None:
        texts, workshop = self._context.texts, self._workshop()
        count = len(self._faults())
        self.check.setText(texts("own.check_count", number=count) if count else texts("own.check"))
        self.take.setVisible(workshop is not None and workshop.own_example is not None)

    def _faults(self) -> tuple[OwnFault, ...]:
        return faults_in(self._context.own_folder, self.reading.content, self._context.problems)

    def _client(self) -> Workshop:
        kit, workshop = self._context.kit, self._workshop()
        known = kit is not None and workshop is not None and any(each.number == workshop.municipality for each in kit.municipalities)
        return workshop if workshop is not None and known else sample_workshop(SAMPLE)

    def _open_folder(self) -> None:
        if self.item is not None and self.item.folder is not None:
            self._own.open(self.item.folder)
