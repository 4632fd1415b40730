"""Chooses municipalities by typing: as many as a piece has, found in every form and spelling of their names."""

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from workshop_kit.domain.municipality import Municipality
from workshop_kit.library.norwegian import sort_key
from workshop_kit.library.search import One, find_municipality
from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.widgets import button, clear, label


class MunicipalityPicker(QWidget):
    """A field to search in, and the chosen ones as buttons that take them away again; `chosen` brings their numbers."""

    chosen = Signal(tuple)

    def __init__(self, context: Context, municipalities: tuple[Municipality, ...]) -> None:
        super().__init__()
        self._context, self._municipalities = context, municipalities
        self._by_number = {each.number: each for each in municipalities}
        self._numbers: tuple[str, ...] = ()
        texts = context.texts
        self.search = QLineEdit()
        self.search.setPlaceholderText(texts("own.municipality_search"))
        self.search.setAccessibleName(texts("own.field_municipalities"))
        names = sorted((_listed(each) for each in municipalities), key=sort_key)
        self._completer = QCompleter(QStringListModel(names, self), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.search.setCompleter(self._completer)
        self._completer.activated.connect(self._add_later)
        self.search.returnPressed.connect(self._add_typed)
        self._said = label(kind="problem", wrap=True)
        self._said.hide()
        self._holder = QWidget()
        self._chips = FlowLayout(self._holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        for each in (self.search, self._said, self._holder):
            whole.addWidget(each)

    def show_numbers(self, numbers: tuple[str, ...]) -> None:
        """Show these as chosen."""
        if numbers == self._numbers and self._chips.count() == len(numbers):
            return
        self._numbers = numbers
        clear(self._chips)
        for number in numbers:
            there = self._by_number.get(number)
            name = number if there is None else there.name
            chip = button(name, lambda number=number: self._take_away(number), "chip", look=self._context.look, icon="x")
            chip.setAccessibleName(self._context.texts("own.take_away", name=name))
            chip.setToolTip(chip.accessibleName())
            self._chips.addWidget(chip)
        self._holder.setVisible(bool(numbers))

    def add(self, text: str) -> bool:
        """Add the municipality that is meant by a text; tell whether there is just one such."""
        found = find_municipality(text, self._municipalities)
        if not isinstance(found, One):
            self._said.setText(self._context.texts("own.no_municipality", text=text))
            self._said.show()
            return False
        self._said.hide()
        self.search.clear()
        number = found.municipality.number
        if number not in self._numbers:
            self.chosen.emit((*self._numbers, number))
        return True

    def _add_typed(self) -> None:
        if self.search.text().strip():
            self.add(self.search.text())

    def _add_later(self) -> None:
        """Add what was chosen in the list, when this has put its text into the field."""
        QTimer.singleShot(0, self, self._add_typed)

    def _take_away(self, number: str) -> None:
        self.chosen.emit(tuple(each for each in self._numbers if each != number))


def _listed(municipality: Municipality) -> str:
    return f"{municipality.number} {municipality.name}"
