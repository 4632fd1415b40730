"""The words of a piece in one language at a time: title, sections, source and notes."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from workshop_kit.domain.language import Language
from workshop_kit.library.draft_check import Checked
from workshop_kit.library.drafts import (
    LAYOUTS,
    NOTES,
    ROWS,
    ExampleDraft,
    fields_of,
    source_of,
    title_of,
    with_copy,
    with_source,
    with_text,
)
from workshop_kit.ui.content.faults import TO_FILL
from workshop_kit.ui.content.fields import UndoKeys, WordsField
from workshop_kit.ui.content.item import TITLE, OpenItem
from workshop_kit.ui.content.told import said
from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.widgets import button, label

SOURCE = "source"
SHORT = frozenset({TITLE, "left_head", "right_head", "who", SOURCE})
"""Fields of one line."""


class WordsForm(QWidget):
    """The fields with words; `language_chosen` is sent when another language is shown."""

    language_chosen = Signal()

    def __init__(self, context: Context, item: OpenItem, keys: UndoKeys) -> None:
        super().__init__()
        self._texts, self._item, self._keys = context.texts, item, keys
        self.language = Language.NB
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        self.languages = QButtonGroup(self)
        self._add_languages()
        self.missing = label(kind="warning", wrap=True)
        self.copy = button("", self._copy, look=context.look, icon="copy")
        self._whole.addWidget(self.missing)
        self._whole.addWidget(self.copy)
        self.fields = {name: self._field(name) for name in self._names()}
        item.changed.connect(self.show_draft)
        self.show_draft()

    def show_draft(self) -> None:
        """Show the words as they are."""
        draft, language = self._item.draft, self.language
        shown = {TITLE, SOURCE, *fields_of(draft)}
        for name, field in self.fields.items():
            field.setVisible(name in shown)
            field.show_text(source_of(draft, language) if name == SOURCE else draft.texts[language].of(name))
        is_blank = draft.texts[language].is_blank and not draft.texts[self._other].is_blank
        self.missing.setVisible(is_blank)
        self.copy.setVisible(is_blank)
        for chip in self.languages.buttons():
            each = Language(chip.objectName())
            words = self._texts(f"own.language_{each.value}")
            chip.setText(self._texts("own.language_missing", language=words) if draft.texts[each].is_blank else words)
            chip.setChecked(each is language)

    def show_remarks(self, checked: Checked) -> None:
        """Tell beside each field what the loader says of it."""
        title = title_of(self._item.draft)
        for name, field in self.fields.items():
            found = (each for each in checked.remarks if each.field == name and each.language in {None, self.language})
            field.show_remarks(tuple((said(self._texts, each.problem, title), each.problem.key in TO_FILL) for each in found))

    def show_language(self, language: Language) -> None:
        """Show the words of a language."""
        self.language = language
        self.missing.setText(self._texts(f"own.missing_{language.value}"))
        self.copy.setText(self._texts(f"own.copy_{self._other.value}"))
        self.show_draft()
        self.language_chosen.emit()

    @property
    def _other(self) -> Language:
        return Language.NN if self.language is Language.NB else Language.NB

    def _names(self) -> tuple[str, ...]:
        """Give the fields there can be, in order: those of every layout, since it can be changed."""
        own = ROWS if isinstance(self._item.draft, ExampleDraft) else tuple(name for names in LAYOUTS.values() for name in names)
        return (TITLE, *own, SOURCE, *NOTES)

    def _field(self, name: str) -> WordsField:
        hint = self._texts(f"own.{name}_hint") if name in {SOURCE, *NOTES, "body"} else ""
        made = WordsField(self._texts(f"own.field_{name}"), self._keys, is_long=name not in SHORT, hint=hint)
        made.setObjectName(name)
        made.typed.connect(partial(self._type, name))
        if name == TITLE:
            made.left.connect(self._item.settle)
        self._whole.addWidget(made)
        return made

    def _type(self, name: str, text: str) -> None:
        draft, language = self._item.draft, self.language
        changed = with_source(draft, language, text) if name == SOURCE else with_text(draft, language, name, text)
        self._item.apply(changed, f"{language.value} {name}")

    def _copy(self) -> None:
        self._item.apply(with_copy(self._item.draft, self._other, self.language))

    def _add_languages(self) -> None:
        holder = QWidget()
        line = FlowLayout(holder)
        for language in Language:
            chip = button("", partial(self.show_language, language), "chip")
            chip.setObjectName(language.value)
            chip.setCheckable(True)
            self.languages.addButton(chip)
            line.addWidget(chip)
        self._whole.addWidget(holder)
