"""What an example is about, beside its words: where, when, themes, goals, and how its source was seen."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from workshop_kit.domain.content import Confidence
from workshop_kit.domain.language import Language
from workshop_kit.library.draft_check import Checked
from workshop_kit.library.drafts import ExampleDraft, title_of
from workshop_kit.library.norwegian import sort_key
from workshop_kit.pack import Kit
from workshop_kit.ui.content.fields import combo
from workshop_kit.ui.content.item import OpenItem
from workshop_kit.ui.content.municipality_picker import MunicipalityPicker
from workshop_kit.ui.content.told import said
from workshop_kit.ui.context import Context
from workshop_kit.ui.facts.choices import Chips
from workshop_kit.ui.widgets import label

FIRST_YEAR, LAST_YEAR = 1989, 2100
"""The year before the first stands for «not known»."""
TYPES = ("SC", "CC", "SDG")


class ExampleForm(QWidget):
    """The fields that are the same in both languages."""

    def __init__(self, context: Context, kit: Kit, item: OpenItem) -> None:
        super().__init__()
        self._context, self._texts, self._item = context, context.texts, item
        self._is_showing = False
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(6)
        self.municipalities = MunicipalityPicker(context, kit.municipalities)
        self.municipalities.chosen.connect(self._set_municipalities)
        self._add("municipalities", self.municipalities, self.municipalities.search)
        self.municipality_remark = label(kind="problem", wrap=True)
        self._whole.addWidget(self.municipality_remark)
        self.year = QSpinBox()
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setSpecialValueText(self._texts("own.year_unknown"))
        self.year.valueChanged.connect(self._set_year)
        self._add("year", self.year)
        self.type = self._box("type", {each: self._texts(f"own.type_{each.lower()}") for each in TYPES}, lambda key: self._apply(type=key))
        themes = sorted({theme for example in kit.library.examples for theme in example.themes}, key=sort_key)
        self.themes = Chips(
            self._texts("own.field_themes"), {each: each for each in themes}, lambda keys: self._apply(themes=self._ordered(keys))
        )
        self._add("themes", self.themes)
        language = Language.NN if self._texts.language.value == "nn" else Language.NB
        goals = {str(goal.number): str(goal.number) for goal in kit.library.goals}
        self.goals = Chips(self._texts("own.field_goals"), goals, lambda keys: self._apply(goals=tuple(map(int, keys))))
        for goal in kit.library.goals:
            self.goals.chips[str(goal.number)].setToolTip(goal.name(language))
            self.goals.chips[str(goal.number)].setAccessibleName(f"{goal.number} {goal.name(language)}")
        self._add("goals", self.goals)
        self.url = QLineEdit()
        self.url.setPlaceholderText("https://")
        self.url.textEdited.connect(self._set_url)
        self._add("url", self.url)
        seen = {each.value: self._texts(f"own.confidence_{each.value}") for each in Confidence}
        self.confidence = self._box("confidence", seen, lambda key: self._apply(confidence=Confidence(key)))
        item.changed.connect(self.show_draft)
        self.show_draft()

    def show_draft(self) -> None:
        """Show the example as it is, without counting that as changes."""
        draft = self._item.draft
        if not isinstance(draft, ExampleDraft):
            return
        file = draft.file
        self._is_showing = True
        self.municipalities.show_numbers(file.municipalities)
        self.year.setValue(file.year or FIRST_YEAR)
        self.type.setCurrentIndex(self.type.findData(file.type))
        self.themes.show_chosen(file.themes)
        self.goals.show_chosen(tuple(map(str, file.goals)))
        if self.url.text() != file.url:
            self.url.setText(file.url)
        self.confidence.setCurrentIndex(self.confidence.findData(file.confidence.value))
        self._is_showing = False

    def show_remarks(self, checked: Checked) -> None:
        """Tell what the loader says of the municipalities."""
        words = [said(self._texts, each.problem, title_of(self._item.draft)) for each in checked.remarks if each.field == "municipalities"]
        self.municipality_remark.setText("\n".join(words))
        self.municipality_remark.setVisible(bool(words))

    def _set_municipalities(self, numbers: tuple[str, ...]) -> None:
        self._apply(municipalities=numbers)

    def _set_year(self, year: int) -> None:
        self._apply("year", year=0 if year == FIRST_YEAR else year)

    def _set_url(self, url: str) -> None:
        self._apply("url", url=url)

    def _ordered(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Keep the themes in the order they were chosen: the first is what the example is most about."""
        draft = self._item.draft
        before = draft.file.themes if isinstance(draft, ExampleDraft) else ()
        return (*(each for each in before if each in keys), *(each for each in keys if each not in before))

    def _apply(self, merge_key: str = "", **changes: Any) -> None:
        draft = self._item.draft
        if not self._is_showing and isinstance(draft, ExampleDraft):
            self._item.apply(replace(draft, file=replace(draft.file, **changes)), merge_key)

    def _box(self, name: str, choices: dict[str, str], chosen: Callable[[str], None]) -> QComboBox:
        box = combo()
        for key, text in choices.items():
            box.addItem(text, key)
        box.activated.connect(lambda: chosen(str(box.currentData())))
        self._add(name, box)
        return box

    def _add(self, name: str, field: QWidget, buddy: QWidget | None = None) -> None:
        shown = label(self._texts(f"own.field_{name}"))
        shown.setBuddy(buddy or field)
        field.setAccessibleName(self._texts(f"own.field_{name}"))
        self._whole.addSpacing(6)
        self._whole.addWidget(shown)
        self._whole.addWidget(field)
