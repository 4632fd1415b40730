"""The form with the workshop's facts: every change is applied at once, and can be undone."""

import datetime
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language
from workshop_kit.planning.orders import LEAST_TARGET, MOST_TARGET, TARGETS
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.widgets import label

MOST_PARTICIPANTS = 500
CUSTOM = "custom"


class FactsForm(QWidget):
    """Language, length, date, start, place, facilitator, head-count and notes."""

    def __init__(self, context: Context, document: OpenDocument) -> None:
        super().__init__()
        self._texts, self._document = context.texts, document
        self._is_showing = False
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(12)
        self._form.setHorizontalSpacing(16)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        languages = {each.value: self._texts(f"facts.language_{each.value}") for each in Language}
        self.languages = self._choices("language", languages, self._set_language)
        lengths = {each.value: self._texts(f"facts.length_{each.value}") for each in Length} | {CUSTOM: self._texts("facts.length_custom")}
        self.lengths = self._choices("length", lengths, self._set_length)
        self.minutes = QSpinBox()
        self.minutes.setRange(LEAST_TARGET, MOST_TARGET)
        self.minutes.setSingleStep(15)
        self.minutes.setSuffix(f" {self._texts('facts.minutes')}")
        self._row("minutes_in_all", self.minutes)
        self.minutes.valueChanged.connect(self._set_minutes)
        self._date_row()
        self.start = QTimeEdit()
        self.start.setDisplayFormat("HH.mm")
        self.start.timeChanged.connect(self._set_start)
        self._row("start", self.start)
        self.place = self._line("place", lambda text: self._apply("place", place=text))
        self.facilitator = self._line("facilitator", lambda text: self._apply("facilitator", facilitator=text))
        self.participants = QSpinBox()
        self.participants.setRange(0, MOST_PARTICIPANTS)
        self.participants.setSpecialValueText(self._texts("facts.unknown"))
        self.participants.valueChanged.connect(self._set_participants)
        self._row("participants", self.participants)
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setMaximumHeight(context.look.px(110))
        self.notes.setPlaceholderText(self._texts("facts.notes_hint"))
        self.notes.textChanged.connect(lambda: self._apply("notes", notes=self.notes.toPlainText()))
        self._row("notes", self.notes)
        document.changed.connect(self.show_workshop)
        self.show_workshop()

    def show_workshop(self) -> None:
        """Show the workshop as it is, without counting that as changes."""
        workshop = self._document.workshop
        self._is_showing = True
        self._check(self.languages, workshop.language.value)
        self._check(self.lengths, workshop.length.value if workshop.target_minutes is None else CUSTOM)
        self.minutes.setValue(workshop.target_minutes or TARGETS[workshop.length])
        self.minutes.setEnabled(workshop.target_minutes is not None)
        self.has_date.setChecked(workshop.date is not None)
        self.date.setEnabled(workshop.date is not None)
        if workshop.date is not None:
            self.date.setDate(QDate(workshop.date.year, workshop.date.month, workshop.date.day))
        self.start.setTime(QTime(workshop.start.hour, workshop.start.minute))
        for field, text in ((self.place, workshop.place), (self.facilitator, workshop.facilitator)):
            if field.text() != text:
                field.setText(text)
        self.participants.setValue(workshop.participants)
        if self.notes.toPlainText() != workshop.notes:
            self.notes.setPlainText(workshop.notes)
        self._is_showing = False

    def _apply(self, what: str, **changes: Any) -> None:
        if not self._is_showing:
            changed = replace(self._document.workshop, **changes)
            self._document.apply(changed, self._texts(f"facts.changed_{what}"), merge_key=what)

    def _set_language(self, key: str) -> None:
        self._apply("language", language=Language(key))

    def _set_length(self, key: str) -> None:
        if key == CUSTOM:
            self._apply("length", target_minutes=TARGETS[self._document.workshop.length])
        else:
            self._apply("length", length=Length(key), target_minutes=None)

    def _set_minutes(self, minutes: int) -> None:
        self._apply("length", target_minutes=minutes)

    def _set_start(self, start: QTime) -> None:
        self._apply("start", start=datetime.time(start.hour(), start.minute()))

    def _set_participants(self, count: int) -> None:
        self._apply("participants", participants=count)

    def _date_row(self) -> None:
        self.has_date = QCheckBox(self._texts("facts.date_set"))
        self.has_date.toggled.connect(self._set_has_date)
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd.MM.yyyy")
        self.date.setDate(QDate.currentDate().addDays(14))
        self.date.dateChanged.connect(self._set_date)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.has_date)
        line.addWidget(self.date, 1)
        holder = QWidget()
        holder.setLayout(line)
        self._row("date", holder)
        self.date.setAccessibleName(self._texts("facts.date"))

    def _set_has_date(self, is_set: bool) -> None:
        self._apply("date", date=_date_of(self.date.date()) if is_set else None)

    def _set_date(self, value: QDate) -> None:
        if self.has_date.isChecked():
            self._apply("date", date=_date_of(value))

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

    def _row(self, name: str, field: QWidget) -> None:
        shown = label(self._texts(f"facts.{name}"))
        shown.setBuddy(field)
        field.setAccessibleName(self._texts(f"facts.{name}"))
        self._form.addRow(shown, field)

    @staticmethod
    def _check(group: QButtonGroup, key: str) -> None:
        for chip in group.buttons():
            chip.setChecked(chip.objectName() == key)


def _date_of(value: QDate) -> datetime.date:
    return datetime.date(value.year(), value.month(), value.day())
