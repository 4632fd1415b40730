"""The editor of one piece: its words and facts at the left, the page it becomes at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.problem import Where
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.draft_check import Checked, check_draft
from workshop_kit.library.drafts import ExampleDraft, SlideDraft, title_of, with_layout
from workshop_kit.library.own_items import OwnContent, known_of
from workshop_kit.pack import Kit
from workshop_kit.ui.content.example_form import ExampleForm
from workshop_kit.ui.content.fields import UndoKeys
from workshop_kit.ui.content.item import TITLE, OpenItem
from workshop_kit.ui.content.layout_chips import LayoutChips
from workshop_kit.ui.content.preview import Drawn, PreviewMaker, PreviewView, Wanted
from workshop_kit.ui.content.slide_form import SlideForm
from workshop_kit.ui.content.told import said
from workshop_kit.ui.content.words_form import WordsForm
from workshop_kit.ui.context import Context
from workshop_kit.ui.widgets import Beside, boxed, button, column, label, panel, row, scrolled

SIDE_WIDTH = 330


class Editor(QWidget):
    """The open piece. `remove` asks to take it out, `leave` to go back to the list, `folder_wanted` to show its files."""

    remove = Signal()
    leave = Signal()
    folder_wanted = Signal()
    part_wanted = Signal(Translated, str)

    def __init__(self, context: Context, kit: Kit, content: OwnContent, item: OpenItem, client: Callable[[], Workshop]) -> None:
        super().__init__()
        self._context, self._kit, self._content, self.item, self._client = context, kit, content, item, client
        self._known = known_of(kit.library, frozenset(each.number for each in kit.municipalities))
        self.keys = UndoKeys(self)
        self.keys.undo.connect(item.undo)
        self.keys.redo.connect(item.redo)
        self.words = WordsForm(context, item, self.keys)
        is_example = isinstance(item.draft, ExampleDraft)
        self.facts = ExampleForm(context, kit, item) if is_example else SlideForm(context, kit, content, item)
        if isinstance(self.facts, SlideForm):
            self.facts.part_wanted.connect(self.part_wanted)
        self.layouts = LayoutChips(context, self._set_layout)
        self._maker = PreviewMaker(context, self)
        self._maker.drawn.connect(self._show_page)
        self._maker.failed.connect(self._tell)
        self._build(is_example)
        for each in (self, *self.findChildren(QLineEdit)):
            each.installEventFilter(self.keys)
        item.changed.connect(self.show_draft)
        item.saved.connect(self._show_state)
        self.words.language_chosen.connect(self.show_draft)
        self.preview.resized.connect(self._draw)
        self.checked: Checked = self._check()
        self.show_draft()

    def show_draft(self) -> None:
        """Show the piece as it is: its state, what is wrong, and its page."""
        draft = self.item.draft
        self.checked = self._check()
        if isinstance(draft, SlideDraft):
            self.layouts.show_chosen(draft.spec.layout)
        self.words.show_remarks(self.checked)
        if isinstance(self.facts, ExampleForm):
            self.facts.show_remarks(self.checked)
        self._show_state()
        self._show_whole_remarks()
        self._draw()

    def set_content(self, content: OwnContent) -> None:
        """Offer the parts there are now."""
        self._content = content
        if isinstance(self.facts, SlideForm):
            self.facts.set_content(content)

    def go_to(self, where: Where) -> None:
        """Go to the field that a fault is at: the first one of its file's language that something is wrong with."""
        language = next((each for each in Language if where.file.endswith(f"{each.value}.md")), self.words.language)
        self.words.show_language(language)
        wrong = {each.field for each in self.checked.remarks if each.language in {None, language}}
        field = next((field for name, field in self.words.fields.items() if name in wrong), self.words.fields[TITLE])
        field.edit.setFocus()

    def set_narrow(self, is_narrow: bool) -> None:
        """Show the way back to the list where the list is not beside."""
        self.back.setVisible(is_narrow)
        self.turn.setVisible(is_narrow)
        self.title.setVisible(not is_narrow)
        self._is_narrow = is_narrow
        self._turn()

    def _turn(self) -> None:
        """Show words and page beside each other, or the one that is chosen where there is no room for both."""
        is_page = self.turn.isChecked()
        self._form.setVisible(not (self._is_narrow and is_page))
        self._side.setVisible(not self._is_narrow or is_page)

    def stop(self) -> None:
        """Draw no more."""
        self._maker.stop()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, is_example: bool) -> None:
        texts, look = self._context.texts, self._context.look
        self.title, self.state = label(kind="section"), label(kind="muted", wrap=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back = button(texts("own.back"), self.leave.emit, "quiet", look=look, icon="arrow-left")
        self.undo = self._icon_button("undo-2", self.item.undo, "own.undo")
        self.redo = self._icon_button("redo-2", self.item.redo, "own.redo")
        self.folder = self._icon_button("folder-open", self.folder_wanted.emit, "own.open_folder")
        self.remove_button = self._icon_button("trash-2", self.remove.emit, "own.remove")
        self.turn = button(texts("own.show_page"), self._turn, "chip")
        self.turn.setCheckable(True)
        self._is_narrow = False
        head = row(self.back, self.title, 1, self.undo, self.redo, self.folder, self.remove_button, spacing=4)
        head.setStretch(1, 100)
        self.preview = PreviewView(look, texts("own.preview"))
        self.client, self.fits, self.remarks = label(kind="small", wrap=True), label(wrap=True), label(kind="problem", wrap=True)
        parts: list[QWidget] = [] if is_example else [label(texts("own.field_layout")), self.layouts]
        form = column(
            panel(column(*parts, self.words, spacing=8)),
            panel(column(label(texts("own.about_example" if is_example else "own.about_slide"), "lead"), self.facts)),
            1,
            spacing=16,
        )
        side = column(panel(column(self.preview, self.client, self.fits, self.remarks, spacing=8), margin=12), 1)
        self._form, self._side = scrolled(boxed(form)), scrolled(boxed(side))
        body = Beside(self._form, self._side, lambda: look.px(SIDE_WIDTH))
        told = row(self.state, self.turn)
        told.setStretch(0, 1)
        whole = column(boxed(head), boxed(told), body, spacing=8)
        whole.setStretch(2, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def _icon_button(self, icon: str, clicked: Callable[[], object], key: str) -> QPushButton:
        made = button("", clicked, "quiet", look=self._context.look, icon=icon)
        made.setToolTip(self._context.texts(key))
        made.setAccessibleName(self._context.texts(key))
        return made

    def _check(self) -> Checked:
        return check_draft(self.item.draft, self._known)

    def _show_state(self) -> None:
        texts, draft = self._context.texts, self.item.draft
        kind = "example" if isinstance(draft, ExampleDraft) else "slide"
        self.title.setText(title_of(draft) or texts(f"own.untitled_{kind}"))
        self.title.setToolTip(self.title.text())
        saved = texts("own.saving") if self.item.is_dirty else texts("own.saved")
        if Language.NN in self.checked.missing and Language.NB not in self.checked.missing:
            self.state.setText(f"{texts('own.state_missing_nn')} {saved}")
        elif not self.checked.is_shown:
            self.state.setText(f"{texts('own.state_unfinished')} {saved if draft.id else ''}".strip())
        else:
            self.state.setText(f"{texts('own.state_ready')} {saved}")
        self.undo.setEnabled(self.item.can_undo)
        self.redo.setEnabled(self.item.can_redo)
        self.folder.setEnabled(self.item.folder is not None)

    def _show_whole_remarks(self) -> None:
        """Tell what is wrong with the piece as a whole, such as figures that differ between the languages."""
        shown = {*self.words.fields, "municipalities"}
        whole = (each.problem for each in self.checked.remarks if each.field not in shown)
        words = "\n".join(said(self._context.texts, each, title_of(self.item.draft)) for each in whole)
        self.remarks.setText(words)
        self.remarks.setVisible(bool(words))

    def _set_layout(self, layout: str) -> None:
        draft = self.item.draft
        if isinstance(draft, SlideDraft):
            self.layouts.show_chosen(draft.spec.layout)
            self.item.apply(with_layout(draft, layout))

    def _draw(self) -> None:
        draft, ratio = self.item.draft, self.preview.devicePixelRatioF()
        part = None
        if isinstance(draft, SlideDraft):
            part = next((each.name for each in self._content.parts if each.id == draft.extends), None)
        wanted = Wanted(
            draft=draft,
            language=self.words.language,
            workshop=self._client(),
            part=part,
            width=max(1, self.preview.width()),
            pixel_ratio=ratio,
        )
        self._maker.ask(wanted)

    def _show_page(self, page: Drawn) -> None:
        texts, number = self._context.texts, page.wanted.workshop.municipality
        self.preview.show_page(page)
        name = next((each.name for each in self._kit.municipalities if each.number == number), number)
        self.client.setText(texts("own.shown_for", client=name))
        words = "\n".join(dict.fromkeys(said(texts, problem, page.title, frozenset(self.words.fields)) for problem in page.problems))
        self.fits.setText(words or texts("own.fits"))
        self.fits.setProperty("kind", "problem" if words else "muted")
        self.fits.style().polish(self.fits)

    def _tell(self, error: Exception) -> None:
        self.fits.setText(self._context.words_of(error))
