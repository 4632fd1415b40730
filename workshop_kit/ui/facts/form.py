"""The workshop's facts, in groups: every change is applied at once, and can be undone."""

import datetime
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTime
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFormLayout, QLineEdit, QPushButton, QSpinBox, QTimeEdit, QWidget

from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language
from workshop_kit.planning.orders import LEAST_TARGET, MOST_TARGET, TARGETS
from workshop_kit.ui.context import Context
from workshop_kit.ui.date_field import DateField
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.growing_text import GrowingText
from workshop_kit.ui.widgets import boxed, button, column, label, padded, panel, row

MOST_PARTICIPANTS, MOST_IN_GROUP = 500, 12
SHORT = 220
"""Width of a field for a number or a time, in pixels at 100 per cent."""
LABEL_WIDTH, MOST_LABEL = 168, 240
"""The same in each group, so that all fields begin under each other; no wider where large text leaves little room."""
CUSTOM = "custom"


class FactsForm(QObject):
    """The groups `when`, `people` and `remarks`, each a panel with its heading."""

    def __init__(self, context: Context, document: OpenDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._texts, self._document = context, context.texts, document
        self._is_showing = False
        self._form = QFormLayout()
        self.when = self._group("when_where", self._fill_when)
        self.people = self._group("people", self._fill_people)
        self.remarks = self._group("notes", self._fill_remarks)
        document.changed.connect(self.show_workshop)
        self.show_workshop()

    def show_workshop(self) -> None:
        """Show the workshop as it is, without counting that as changes."""
        workshop = self._document.workshop
        self._is_showing = True
        self._check(self.languages, workshop.language.value)
        self._check(self.lengths, workshop.length.value if workshop.target_minutes is None else CUSTOM)
        self.minutes.setValue(workshop.target_minutes or TARGETS[workshop.length])
        self._form_of_length(is_custom=workshop.target_minutes is not None)
        self.date.show_date(workshop.date)
        self.start.setTime(QTime(workshop.start.hour, workshop.start.minute))
        for field, text in ((self.place, workshop.place), (self.facilitator, workshop.facilitator)):
            if field.text() != text:
                field.setText(text)
        self.contact.show_text(workshop.contact)
        self.usual_contact.setVisible(workshop.contact != self._context.settings.contact)
        self.participants.setValue(workshop.participants)
        self.group_size.setValue(workshop.group_size)
        self.notes.show_text(workshop.notes)
        self._is_showing = False

    def _group(self, name: str, fill: Callable[[], None]) -> QWidget:
        """Make a panel with a heading and a form, and fill it."""
        self._form = QFormLayout()
        self._form.setVerticalSpacing(12)
        self._form.setHorizontalSpacing(16)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fill()
        return panel(column(label(self._texts(f"facts.{name}"), "section"), boxed(self._form), spacing=12))

    def _fill_when(self) -> None:
        languages = {each.value: self._texts(f"facts.language_{each.value}") for each in Language}
        self.languages = self._choices("language", languages, self._set_language)
        lengths = {each.value: self._texts(f"facts.length_{each.value}") for each in Length} | {CUSTOM: self._texts("facts.length_custom")}
        self.lengths = self._choices("length", lengths, self._set_length)
        self.minutes = self._number("minutes_in_all", LEAST_TARGET, MOST_TARGET, self._set_minutes)
        self.minutes.setSingleStep(15)
        self.minutes.setSuffix(f" {self._texts('facts.minutes')}")
        self.date = DateField(self._context)
        self.date.changed.connect(self._set_date)
        self._row("date", self.date)
        self.start = QTimeEdit()
        self.start.setDisplayFormat("HH.mm")
        padded(self.start)
        self.start.setMaximumWidth(self._context.look.px(SHORT))
        self.start.timeChanged.connect(self._set_start)
        self._row("start", self.start)
        self.place = self._line("place", lambda text: self._apply("place", place=text))
        self.place.setPlaceholderText(self._texts("facts.place_hint"))

    def _fill_people(self) -> None:
        self.facilitator = self._line("facilitator", lambda text: self._apply("facilitator", facilitator=text))
        self.contact = self._text("contact", lambda: self._apply("contact", contact=self.contact.toPlainText()), least=4)
        self.usual_contact = button(self._texts("facts.usual_contact"), self._take_usual_contact, "quiet")
        hint = label(self._texts("facts.contact_hint"), "small", wrap=True)
        self._form.addRow("", boxed(column(hint, boxed(row(self.usual_contact, 1)), spacing=4)))
        self.participants = self._number(
            "participants", 0, MOST_PARTICIPANTS, lambda count: self._apply("participants", participants=count)
        )
        self.participants.setSpecialValueText(self._texts("facts.unknown"))
        self.group_size = self._number("group_size", 0, MOST_IN_GROUP, lambda count: self._apply("group_size", group_size=count))
        self.group_size.setSpecialValueText(self._texts("facts.group_as_asked"))

    def _fill_remarks(self) -> None:
        self.notes = GrowingText(self._context.look, self._texts("facts.notes"), 3)
        self.notes.setPlaceholderText(self._texts("facts.notes_hint"))
        self.notes.textChanged.connect(lambda: self._apply("notes", notes=self.notes.toPlainText()))
        self._form.addRow(self.notes)

    def _apply(self, what: str, **changes: Any) -> None:
        if not self._is_showing:
            changed = replace(self._document.workshop, **changes)
            self._document.apply(changed, self._texts(f"facts.changed_{what}"), merge_key=what)

    def _form_of_length(self, *, is_custom: bool) -> None:
        """Ask for minutes only where the length is one of one's own."""
        self.minutes.setEnabled(is_custom)
        self._minutes_label.setEnabled(is_custom)

    def _set_language(self, key: str) -> None:
        self._apply("language", language=Language(key))

    def _set_length(self, key: str) -> None:
        if key == CUSTOM:
            self._apply("length", target_minutes=TARGETS[self._document.workshop.length])
        else:
            self._apply("length", length=Length(key), target_minutes=None)

    def _set_minutes(self, minutes: int) -> None:
        if self._document.workshop.target_minutes is not None:
            self._apply("length", target_minutes=minutes)

    def _set_date(self, date: datetime.date | None) -> None:
        self._apply("date", date=date)

    def _set_start(self, start: QTime) -> None:
        self._apply("start", start=datetime.time(start.hour(), start.minute()))

    def _take_usual_contact(self) -> None:
        self._apply("contact", contact=self._context.settings.contact)

    def _choices(self, name: str, choices: dict[str, str], chosen: Callable[[str], None]) -> QButtonGroup:
        """Make a row of chips of which one is chosen; the keys are the buttons' object names."""
        group = QButtonGroup(self)
        holder = QWidget()
        line = FlowLayout(holder)
        for key, text in choices.items():
            chip = QPushButton(text)
            chip.setObjectName(key)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(f"{self._texts(f'facts.{name}')}: {text}")
            group.addButton(chip)
            line.addWidget(chip)
        self._row(name, holder)

        def pick(chip: QAbstractButton) -> None:
            chosen(chip.objectName())

        group.buttonClicked.connect(pick)
        return group

    def _line(self, name: str, changed: Callable[[str], None]) -> QLineEdit:
        field = QLineEdit()
        field.textEdited.connect(changed)
        self._row(name, field)
        return field

    def _text(self, name: str, changed: Callable[[], None], least: int) -> GrowingText:
        field = GrowingText(self._context.look, self._texts(f"facts.{name}"), least)
        field.textChanged.connect(changed)
        self._row(name, field)
        return field

    def _number(self, name: str, least: int, most: int, changed: Callable[[int], None]) -> QSpinBox:
        field = QSpinBox()
        padded(field)
        field.setRange(least, most)
        field.setMaximumWidth(self._context.look.px(SHORT))
        field.valueChanged.connect(changed)
        shown = self._row(name, field)
        if name == "minutes_in_all":
            self._minutes_label = shown
        return field

    def _row(self, name: str, field: QWidget) -> QWidget:
        shown = label(self._texts(f"facts.{name}"))
        shown.setBuddy(field)
        shown.setMinimumSize(min(self._context.look.px(LABEL_WIDTH), MOST_LABEL), self._context.look.px(36))
        field.setAccessibleName(self._texts(f"facts.{name}"))
        self._form.addRow(shown, field)
        return shown

    @staticmethod
    def _check(group: QButtonGroup, key: str) -> None:
        for chip in group.buttons():
            chip.setChecked(chip.objectName() == key)
