"""A date that is typed or chosen in a calendar; an empty field means that it is not decided."""

import datetime

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from workshop_kit.planning.numbers import parse_date
from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.texts import InterfaceLanguage
from workshop_kit.ui.widgets import button, column, label

LOCALES = {
    InterfaceLanguage.NB: QLocale(QLocale.Language.NorwegianBokmal, QLocale.Country.Norway),
    InterfaceLanguage.NN: QLocale(QLocale.Language.NorwegianNynorsk, QLocale.Country.Norway),
    InterfaceLanguage.EN: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
FIRST_YEAR, LAST_YEAR = 2000, 2100
CALENDAR_SIZE = (336, 280)


class DateField(QWidget):
    """A line for the date, a button for the calendar, and one that takes the date away.

    `changed` is sent with a date or None. What is no date is told under the field when it is left, and changes nothing.
    """

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        texts, look = context.texts, context.look
        self._date: datetime.date | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(texts("facts.date_open"))
        self.line.setAccessibleName(texts("facts.date"))
        self.line.setFixedWidth(look.px(150))
        self.choose = button(texts("facts.date_choose"), self._turn, look=look, icon="calendar-clock")
        self.clear = button(texts("facts.date_open"), lambda: self._take(None), "quiet", look=look, icon="x")
        self.calendar = self._made_calendar()
        self.fault = label(kind="problem", wrap=True)
        self.fault.hide()
        holder = QWidget()
        parts = FlowLayout(holder)
        for each in (self.line, self.choose, self.clear):
            parts.addWidget(each)
        whole = column(holder, self.fault, self.calendar, spacing=4)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._left)
        QShortcut(QKeySequence("Alt+Down"), self.line, self._turn, context=Qt.ShortcutContext.WidgetShortcut)

    def show_date(self, date: datetime.date | None) -> None:
        """Show a date, or that there is none; what is being typed is left alone where it means the same."""
        self._date = date
        self.clear.setVisible(date is not None)
        if _read(self.line.text()) != date or (date is None and not self.line.hasFocus()):
            self.line.setText(_written(date))
            self.fault.hide()

    def _typed(self, given: str) -> None:
        self.fault.hide()
        date = _read(given)
        if date is not None or not given.strip():
            self.changed.emit(date)

    def _left(self) -> None:
        """Write the date out in full; tell when there is none in what was typed."""
        date = _read(self.line.text())
        if date is None and self.line.text().strip():
            self.fault.setText(self._context.texts("facts.date_wrong"))
            self.fault.show()
            return
        self.line.setText(_written(date))

    def _take(self, date: datetime.date | None) -> None:
        self.fault.hide()
        self.line.setText(_written(date))
        self.changed.emit(date)

    def _turn(self) -> None:
        """Show the calendar under the field, or put it away."""
        if self.calendar.isVisible():
            self.calendar.hide()
            return
        if self._date is not None:
            self.calendar.setSelectedDate(QDate(self._date.year, self._date.month, self._date.day))
        self.calendar.show()
        self.calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        self.calendar.hide()
        self.line.setFocus()
        self._take(datetime.date(day.year(), day.month(), day.day()))

    def _made_calendar(self) -> QCalendarWidget:
        """Make the calendar, put away: a day that is clicked, or marked and followed by Enter, is taken."""
        made = QCalendarWidget()
        made.setAccessibleName(self._context.texts("facts.date_choose"))
        made.setLocale(LOCALES[self._context.texts.language])
        made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(self._context.look.colour("muted"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            made.setWeekdayTextFormat(day, plain)
        made.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        made.setMaximumSize(*(self._context.look.px(side) for side in CALENDAR_SIZE))
        made.activated.connect(self._picked)
        made.clicked.connect(self._picked)
        QShortcut(QKeySequence("Escape"), made, made.hide, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.hide()
        return made


def _read(given: str) -> datetime.date | None:
    date = parse_date(given)
    return date if date is not None and FIRST_YEAR <= date.year <= LAST_YEAR else None


def _written(date: datetime.date | None) -> str:
    return "" if date is None else f"{date:%d.%m.%Y}"
