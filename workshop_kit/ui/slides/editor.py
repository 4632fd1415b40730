"""The words of one slide, to be changed for this client: title, texts and notes. Every keystroke is a change that can be undone."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from workshop_kit.domain.by_hand import OwnSlide, OwnSlideLayout
from workshop_kit.domain.plan import PlannedSlide
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.markdown_text import as_markdown, as_typed, write_markdown
from workshop_kit.library.required import ASK, sections_of
from workshop_kit.planning import slide_changes
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.widgets import boxed, button, clear, column, inset, label

FIXED = frozenset({"data", "unit", "share", "count", "facts", "number"})
"""Sections with figures, which stand by their source and are not reworded."""
NOTES = ("say", "do")
LINES = {"title": 2, "say": 5, "do": 3}
MOST_SLIDE_MINUTES = 30


class SlideEditor(QWidget):
    """Fields for the slide that is chosen; `show_slide` again when it is planned anew."""

    def __init__(self, context: Context, document: OpenDocument) -> None:
        super().__init__()
        self._context, self._document = context, document
        self._key, self._is_showing = "", False
        self._names: tuple[str, ...] = ()
        self.fields: dict[str, QPlainTextEdit] = {}
        texts = context.texts
        self.layouts = QComboBox()
        self.layouts.setAccessibleName(texts("slides.layout"))
        for each in OwnSlideLayout:
            self.layouts.addItem(texts(f"slides.layout_{each.name.lower()}"), each.value)
        self.minutes = inset(QSpinBox())
        self.minutes.setRange(1, MOST_SLIDE_MINUTES)
        self.minutes.setSuffix(f" {texts('facts.minutes')}")
        self.minutes.setAccessibleName(texts("slides.minutes"))
        self._own = boxed(column(label(texts("slides.layout")), self.layouts, label(texts("slides.minutes")), self.minutes, spacing=4))
        self._fields = QVBoxLayout()
        self._fields.setSpacing(4)
        self.reset = button(texts("slides.as_it_was"), self._reset, look=context.look, icon="undo-2")
        hint = label(texts("slides.edit_hint"), "small", wrap=True)
        whole = column(hint, self._own, boxed(self._fields), self.reset, spacing=8)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.layouts.activated.connect(self._set_layout)
        self.minutes.valueChanged.connect(self._set_minutes)

    def show_slide(self, slide: PlannedSlide | None) -> None:
        """Show a slide's words, without counting that as a change; what is just being typed stays as it is."""
        own = None if slide is None else self._own_slide(slide.key)
        names = () if slide is None else tuple(_fields_of(slide, own))
        self._is_showing = True
        if slide is None or slide.key != self._key or names != self._names:
            self._key, self._names = "" if slide is None else slide.key, names
            self._make_fields(names)
        if slide is not None:
            self._fill(slide, own)
        self._is_showing = False

    def start(self) -> None:
        """Begin with the title."""
        field = self.fields.get("title")
        if field is not None:
            field.setFocus()
            field.selectAll()

    def _fill(self, slide: PlannedSlide, own: OwnSlide | None) -> None:
        edit = slide_changes.edit_of(self._document.workshop, slide.key)
        for name, field in self.fields.items():
            kept = own.sections.get(name) if own is not None else None if edit is None else edit.sections.get(name)
            if name == "title":
                wanted = own.title if own is not None else slide.title
            else:
                wanted = as_typed(kept if kept is not None else write_markdown(slide.editable.get(name, ())))
            typed = field.toPlainText()
            is_same = " ".join(typed.split()) == " ".join(wanted.split()) if name == "title" else as_markdown(typed) == as_markdown(wanted)
            if not is_same:
                field.setPlainText(wanted)
        self._own.setVisible(own is not None)
        self.reset.setVisible(own is None)
        self.reset.setEnabled(edit is not None or any(move.slide == slide.key for move in self._document.workshop.moved))
        if own is not None:
            self.layouts.setCurrentIndex(self.layouts.findData(own.layout.value))
            self.minutes.setValue(own.minutes)

    def _make_fields(self, names: Iterable[str]) -> None:
        clear(self._fields)
        self.fields = {}
        for name in names:
            field, words = QPlainTextEdit(), self._context.texts(f"slides.part_{name}")
            field.setTabChangesFocus(True)
            field.setAccessibleName(words)
            height = field.fontMetrics().lineSpacing() * LINES.get(name, 4) + self._context.look.px(16)
            field.setFixedHeight(height)
            take: Callable[[], None] = partial(self._take, name)
            field.textChanged.connect(take)
            self._fields.addWidget(label(words))
            self._fields.addWidget(field)
            self.fields[name] = field

    def _take(self, name: str) -> None:
        if self._is_showing or not self._key:
            return
        typed, workshop = self.fields[name].toPlainText(), self._document.workshop
        if name == "title":
            changed = slide_changes.reworded(workshop, self._key, title=" ".join(typed.split()))
        else:
            changed = slide_changes.reworded(workshop, self._key, section=name, text=as_markdown(typed))
        self._document.apply(changed, self._context.texts("slides.reworded"), merge_key=f"edit-{self._key}-{name}")

    def _set_layout(self) -> None:
        if not self._is_showing and self._own_slide(self._key) is not None:
            layout = OwnSlideLayout(str(self.layouts.currentData()))
            self._apply(slide_changes.with_layout(self._document.workshop, self._key, layout))

    def _set_minutes(self, minutes: int) -> None:
        if not self._is_showing and self._own_slide(self._key) is not None:
            self._apply(slide_changes.with_minutes(self._document.workshop, self._key, minutes))

    def _apply(self, changed: Workshop) -> None:
        self._document.apply(changed, self._context.texts("slides.reworded"), merge_key=f"edit-{self._key}")

    def _reset(self) -> None:
        self._apply(slide_changes.as_it_was(self._document.workshop, self._key))

    def _own_slide(self, key: str) -> OwnSlide | None:
        return next((own for own in self._document.workshop.own_slides if own.id == key), None)


def _fields_of(slide: PlannedSlide, own: OwnSlide | None) -> Iterable[str]:
    """Give the names of a slide's parts in the order they are edited: the title, its texts, the notes."""
    yield "title"
    if own is not None:
        sections = sections_of(own.layout.value, None)
        yield from dict.fromkeys(name for name in (*sections.needed, *sections.allowed) if name not in {*NOTES, *ASK})
        yield from NOTES
        return
    yield from (name for name in slide.editable if name not in FIXED and name not in NOTES)
    if slide.editable and slide.layout != "exercise":
        yield from NOTES
