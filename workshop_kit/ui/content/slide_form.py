"""Where a slide stands and when it is shown: its part and place, minutes, lengths, and how its source was seen."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from workshop_kit.domain.content import Confidence, Use
from workshop_kit.domain.language import Language, Translated
from workshop_kit.library.drafts import SlideDraft, title_of
from workshop_kit.library.own_items import OwnContent
from workshop_kit.pack import Kit
from workshop_kit.ui.content.fields import combo
from workshop_kit.ui.content.item import OpenItem
from workshop_kit.ui.context import Context
from workshop_kit.ui.facts.choices import Chips
from workshop_kit.ui.widgets import button, column, label, panel

NEW_PART = "+"
"""The choice that makes a part of the facilitator's own."""
MOST_MINUTES = 30
STRONG = 4
"""The weight of a slide that stays where time is short."""
SHOWN = (Use.MINUTES_90, Use.HALF_DAY, Use.FULL_DAY)


class SlideForm(QWidget):
    """The fields that are the same in both languages; `part_wanted` asks for a new part, by its names and what it is to follow."""

    part_wanted = Signal(Translated, str)

    def __init__(self, context: Context, kit: Kit, content: OwnContent, item: OpenItem) -> None:
        super().__init__()
        self._texts, self._kit, self._content, self._item = context.texts, kit, content, item
        self._language = Language.NN if self._texts.language.value == "nn" else Language.NB
        self._is_showing = False
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(6)
        self.part, self.after = combo(), combo()
        self.part.activated.connect(self._choose_part)
        self.after.activated.connect(lambda: self._apply(after=str(self.after.currentData())))
        self._add("part", self.part)
        self.new_part = self._new_part(context)
        self._whole.addWidget(self.new_part)
        self._add("after", self.after)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, MOST_MINUTES)
        self.minutes.valueChanged.connect(self._set_minutes)
        self._add("minutes", self.minutes)
        lengths = {use.value: self._texts(f"own.use_{use.name.lower()}") for use in SHOWN}
        self.use = Chips(self._texts("own.field_use"), lengths, self._set_use)
        self._add("use", self.use)
        self.use_hint = label(self._texts("own.use_hint"), "small", wrap=True)
        self._whole.addWidget(self.use_hint)
        self.keep = QCheckBox(self._texts("own.keep"))
        self.keep.toggled.connect(self._set_kept)
        self._whole.addWidget(self.keep)
        self.url = QLineEdit()
        self.url.setPlaceholderText("https://")
        self.url.textEdited.connect(self._set_url)
        self._add("url", self.url)
        self.confidence = combo()
        for each in Confidence:
            self.confidence.addItem(self._texts(f"own.confidence_{each.value}"), each.value)
        self.confidence.activated.connect(lambda: self._apply_source(confidence=Confidence(str(self.confidence.currentData()))))
        self._add("confidence", self.confidence)
        item.changed.connect(self.show_draft)
        self.set_content(content)

    def set_content(self, content: OwnContent) -> None:
        """Offer the parts there are now."""
        self._content = content
        self.part.clear()
        for module in self._kit.library.modules:
            self.part.addItem(module.name.of(self._language), module.id)
        for part in content.parts:
            if self.part.findData(part.id) < 0:
                self.part.addItem(part.name.of(self._language), part.id)
        self.part.addItem(self._texts("own.new_part"), NEW_PART)
        self.show_draft()

    def show_draft(self) -> None:
        """Show the slide as it is, without counting that as changes."""
        draft = self._item.draft
        if not isinstance(draft, SlideDraft):
            return
        self._is_showing = True
        self.part.setCurrentIndex(self.part.findData(draft.extends))
        self._show_places(draft)
        self.minutes.setValue(draft.spec.minutes)
        self.use.show_chosen(tuple(use.value for use in draft.spec.use))
        self.use_hint.setVisible(not set(SHOWN).intersection(draft.spec.use))
        self.keep.setChecked(draft.spec.weight == STRONG)
        if self.url.text() != draft.source.url:
            self.url.setText(draft.source.url)
        self.confidence.setCurrentIndex(self.confidence.findData(draft.source.confidence.value))
        self._is_showing = False

    def _show_places(self, draft: SlideDraft) -> None:
        """Offer the slides of the part to stand after."""
        self.after.clear()
        self.after.addItem(self._texts("own.last"), "")
        for slide, title in self._others(draft).items():
            self.after.addItem(self._texts("own.after_slide", title=title), slide)
        self.after.setCurrentIndex(max(0, self.after.findData(draft.after)))

    def _others(self, draft: SlideDraft) -> dict[str, str]:
        """Give the titles of the part's other slides by id, the facilitator's own unfinished ones last."""
        found: dict[str, str] = {}
        for module in self._kit.library.modules:
            if module.id == draft.extends:
                titles = {slide: text.title for (language, slide, _), text in module.texts.items() if language is self._language}
                found |= {spec.id: titles[spec.id] for spec in module.slides}
        own = (item.draft for item in self._content.items)
        found |= {
            each.spec.id: title_of(each) or each.id
            for each in own
            if isinstance(each, SlideDraft) and each.extends == draft.extends and each.spec.id not in found
        }
        found.pop(draft.spec.id, None)
        return found

    def _choose_part(self) -> None:
        chosen = str(self.part.currentData())
        self.new_part.setVisible(chosen == NEW_PART)
        if chosen == NEW_PART:
            self.part_names[Language.NB].setFocus()
        else:
            self._apply(extends=chosen, after="")

    def _set_use(self, keys: tuple[str, ...]) -> None:
        self._apply_spec(use=tuple(map(Use, keys)) or (Use.BACKUP,))

    def _set_minutes(self, minutes: int) -> None:
        self._apply_spec(minutes=minutes)

    def _set_kept(self, is_kept: bool) -> None:
        self._apply_spec(weight=STRONG if is_kept else None)

    def _set_url(self, url: str) -> None:
        self._apply_source("url", url=url)

    def _apply(self, merge_key: str = "", **changes: Any) -> None:
        draft = self._item.draft
        if not self._is_showing and isinstance(draft, SlideDraft):
            self._item.apply(replace(draft, **changes), merge_key)

    def _apply_spec(self, **changes: Any) -> None:
        draft = self._item.draft
        if isinstance(draft, SlideDraft):
            self._apply(spec=replace(draft.spec, **changes))

    def _apply_source(self, merge_key: str = "", **changes: Any) -> None:
        draft = self._item.draft
        if isinstance(draft, SlideDraft):
            self._apply(merge_key, source=replace(draft.source, **changes))

    def _new_part(self, context: Context) -> QWidget:
        """Make the fields that a part of the facilitator's own is named in."""
        self.part_names: dict[Language, QLineEdit] = {}
        whole = column(label(self._texts("own.new_part_hint"), "small", wrap=True), spacing=6)
        for language in Language:
            field = QLineEdit()
            field.setPlaceholderText(self._texts(f"own.part_name_{language.value}"))
            field.setAccessibleName(self._texts(f"own.part_name_{language.value}"))
            field.textChanged.connect(self._can_make_part)
            self.part_names[language] = field
            whole.addWidget(field)
        self.part_after = combo()
        self.part_after.setAccessibleName(self._texts("own.part_after"))
        for module in self._kit.library.modules:
            if module.kind.value != "closing":
                self.part_after.addItem(self._texts("own.after_part", part=module.name.of(self._language)), module.id)
        self.make_part = button(self._texts("own.make_part"), self._make_part, look=context.look, icon="plus")
        self.make_part.setEnabled(False)
        for each in (self.part_after, self.make_part):
            whole.addWidget(each)
        made = panel(whole, "inset", 12)
        made.hide()
        return made

    def _can_make_part(self) -> None:
        self.make_part.setEnabled(all(field.text().strip() for field in self.part_names.values()))

    def _make_part(self) -> None:
        self.new_part.hide()
        nb, nn = (self.part_names[language].text().strip() for language in Language)
        self.part_wanted.emit(Translated(nb=nb, nn=nn), str(self.part_after.currentData()))

    def _add(self, name: str, field: QWidget) -> None:
        shown = label(self._texts(f"own.field_{name}"))
        shown.setBuddy(field)
        field.setAccessibleName(self._texts(f"own.field_{name}"))
        self._whole.addSpacing(6)
        self._whole.addWidget(shown)
        self._whole.addWidget(field)
