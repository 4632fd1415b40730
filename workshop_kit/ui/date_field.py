"""A date that is typed or chosen in a calendar; an empty field means that it is not decided."""

import datetime

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workshop_kit.planning.numbers import parse_date
from workshop_kit.ui.context import Context
from workshop_kit.ui.texts import InterfaceLanguage
from workshop_kit.ui.widgets import boxed, button, column, label, row

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
        self.line.setMaximumWidth(look.px(220))
        self.choose = button(texts("facts.date_choose"), self._open, look=look, icon="calendar-clock")
        self.clear = button(texts("facts.date_open"), lambda: self._take(None), "quiet", look=look, icon="x")
        self.fault = label(kind="problem", wrap=True)
        self.fault.hide()
        whole = column(boxed(row(self.line, self.choose, self.clear, 1)), self.fault, spacing=4)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._left)
        QShortcut(QKeySequence("Alt+Down"), self.line, self._open, context=Qt.ShortcutContext.WidgetShortcut)

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

    def _open(self) -> QWidget:
        """Open the calendar under the field; it closes by itself when a day is chosen or something else is clicked."""
        popup = CalendarPopup(self, LOCALES[self._context.texts.language], self._date)
        popup.calendar.setFont(self._context.look.font())
        popup.resize(*(self._context.look.px(side) for side in CALENDAR_SIZE))
        popup.chosen.connect(self._take)
        popup.move(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        popup.show()
        popup.calendar.setFocus()
        return popup


class CalendarPopup(QWidget):
    """A calendar that sends the day that is `chosen`, and closes."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, locale: QLocale, date: datetime.date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(locale)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        for move in self.calendar.findChildren(QPushButton):
            move.setAutoDefault(False)
        if date is not None:
            self.calendar.setSelectedDate(QDate(date.year, date.month, date.day))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)
        self.calendar.activated.connect(self._choose)
        self.calendar.clicked.connect(self._choose)

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(datetime.date(day.year(), day.month(), day.day()))
        self.close()


def _read(given: str) -> datetime.date | None:
    date = parse_date(given)
    return date if date is not None and FIRST_YEAR <= date.year <= LAST_YEAR else None


def _written(date: datetime.date | None) -> str:
    return "" if date is None else f"{date:%d.%m.%Y}"
