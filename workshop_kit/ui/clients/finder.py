"""The search field, the choices that narrow, and the list of municipalities; all of it works by keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QLineEdit, QListView, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.domain.municipality import LanguageForm, Municipality
from workshop_kit.ui.clients.municipality_delegate import MunicipalityDelegate
from workshop_kit.ui.clients.municipality_model import MunicipalityModel, municipality_at
from workshop_kit.ui.clients.narrowing import Narrowing
from workshop_kit.ui.clients.nothing_found import NothingFound
from workshop_kit.ui.clients.wording import Wording
from workshop_kit.ui.look import Look
from workshop_kit.ui.widgets import label, row

WIDE_TEXT = 125
"""Per cent up to which the four chips stand in one line."""


class MunicipalityList(QListView):
    """The list; what it has no use for itself is told to the finder: Enter, Escape, Up from the top, and letters."""

    entered = Signal()
    escaped = Signal()
    left_upwards = Signal()
    typed = Signal(str)
    moved = Signal(str)
    """The number of the municipality that was moved to, by key or mouse; not sent when the list is filled anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case Qt.Key.Key_Up if self.currentIndex().row() <= 0:
                self.left_upwards.emit()
            case _:
                if event.text().isprintable() and event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
                    self.typed.emit(event.text())
                else:
                    super().keyPressEvent(event)

    @override
    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex) -> None:
        super().currentChanged(current, previous)
        if (municipality := municipality_at(current)) is not None:
            self.moved.emit(municipality.number)


class Finder(QWidget):
    """Finds a municipality.

    `selected` is sent when one is moved to, `activated` when it is chosen with Enter or a double click, and `narrowed`
    when other municipalities are in the list.
    """

    selected = Signal(str)
    activated = Signal(str)
    narrowed = Signal()

    def __init__(self, municipalities: tuple[Municipality, ...], wording: Wording, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self._look = wording.texts, look
        self.model = MunicipalityModel(municipalities, wording, self)
        self.search = self._search_field()
        self.chips = self._chips()
        self.county = self._county_box(municipalities)
        self.count = label(kind="small")
        self.list = MunicipalityList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(MunicipalityDelegate(look, wording, self.list))
        self.list.setAccessibleName(self._texts("clients.list"))
        self.nothing = NothingFound(wording, look)
        self._below = QStackedWidget()
        self._below.addWidget(self.list)
        self._below.addWidget(self.nothing)
        self._lay_out()
        self._connect()
        self._dress()
        self._narrow()

    def select(self, number: str) -> None:
        """Move to a municipality in the list; where it is not shown, all that narrows is cleared first."""
        if number and not self.model.index_of(number).isValid():
            self.clear()
        index = self.model.index_of(number)
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def clear(self) -> None:
        """Show all municipalities."""
        self.search.clear()
        self.county.setCurrentIndex(0)
        first = self.chips.button(0)
        first.setChecked(True)
        self._narrow()

    @property
    def shown_numbers(self) -> tuple[str, ...]:
        """The numbers in the list where it is narrowed; none where it holds all."""
        return () if self.model.wanted.is_all else tuple(each.number for each in self.model.shown)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Down, Enter and Escape from the search field."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                    self._to_list()
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._take_first()
                    return True
                case Qt.Key.Key_Escape:
                    self.clear()
                    return True
                case _:
                    pass
        return super().eventFilter(watched, event)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self._texts("clients.search"))
        field.setAccessibleName(self._texts("clients.search"))
        field.setAccessibleDescription(self._texts("clients.search_help"))
        self._magnifier = field.addAction(self._look.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._clearing = QAction(self._texts("clients.clear_search"), field)
        self._clearing.triggered.connect(field.clear)
        field.addAction(self._clearing, QLineEdit.ActionPosition.TrailingPosition)
        field.installEventFilter(self)
        return field

    def _chips(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for place, key in enumerate(("all", "bokmal", "nynorsk", "neutral")):
            chip = QPushButton(self._texts(f"clients.chip_{key}"))
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setChecked(place == 0)
            chip.setAutoDefault(False)
            chip.setAccessibleName(self._texts(f"clients.chip_{key}_help"))
            group.addButton(chip, place)
        return group

    def _county_box(self, municipalities: tuple[Municipality, ...]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self._texts("clients.county"))
        box.addItem(self._texts("clients.all_counties"), "")
        for number, county in sorted({each.county_number: each.county for each in municipalities}.items()):
            box.addItem(county, number)
        box.setMaxVisibleItems(box.count())
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addLayout(self._grid)
        layout.addLayout(row(self.county, 1, self.count))
        layout.addWidget(self._below, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.chips.idClicked.connect(self._narrow)
        self.county.currentIndexChanged.connect(self._narrow)
        self.list.moved.connect(self.selected)
        self.list.entered.connect(self._activate_current)
        self.list.doubleClicked.connect(self._activate_current)
        self.list.escaped.connect(self._back_to_search)
        self.list.left_upwards.connect(self._to_search)
        self.list.typed.connect(self._type)
        self.nothing.chosen.connect(self._take_near_miss)
        self.nothing.cleared.connect(self.clear)
        self._look.changed.connect(self._dress)

    def _dress(self) -> None:
        """Take the look's icons and sizes."""
        self._magnifier.setIcon(self._look.icon("search", "muted"))
        self._clearing.setIcon(self._look.icon("x", "muted"))
        columns = 4 if self._look.text_size <= WIDE_TEXT else 2
        for place, chip in enumerate(self.chips.buttons()):
            self._grid.addWidget(chip, place // columns, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._below.setMinimumHeight(self._look.px(220))
        self.list.doItemsLayout()

    def _narrow(self) -> None:
        """Show what fits, and keep the current municipality current where it still does."""
        current = municipality_at(self.list.currentIndex())
        forms = (None, LanguageForm.BOKMAL, LanguageForm.NYNORSK, LanguageForm.NEUTRAL)
        wanted = Narrowing(text=self.search.text(), form=forms[self.chips.checkedId()], county=str(self.county.currentData()))
        self.model.narrow(wanted)
        self._clearing.setVisible(bool(wanted.text))
        self._tell_count()
        if self.model.shown:
            self._below.setCurrentWidget(self.list)
        else:
            self.nothing.show_for(wanted, self.model.near_misses())
            self._below.setCurrentWidget(self.nothing)
        self._keep(current)
        self.narrowed.emit()

    def _keep(self, current: Municipality | None) -> None:
        index = self.model.index_of(current.number) if current is not None else QModelIndex()
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self.list.scrollToTop()

    def _tell_count(self) -> None:
        shown, total = len(self.model.shown), self.model.total
        if shown == total:
            self.count.setText(self._texts.count("clients.count", total))
        else:
            self.count.setText(self._texts("clients.count_of", number=shown, total=total))

    def _to_list(self) -> None:
        if self.model.shown:
            if not self.list.currentIndex().isValid() or self.search.text():
                self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.nothing.take_focus()

    def _take_first(self) -> None:
        """Choose the first that fits, as Enter in a search field does; without a text there is nothing meant."""
        if self.model.shown and self.search.text().strip():
            self.list.setCurrentIndex(self.model.index(0))
            self._activate_current()
        else:
            self._to_list()

    def _activate_current(self) -> None:
        if (municipality := municipality_at(self.list.currentIndex())) is not None:
            self.activated.emit(municipality.number)

    def _back_to_search(self) -> None:
        self.clear()
        self._to_search()

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def _type(self, letters: str) -> None:
        self._to_search()
        self.search.end(False)
        self.search.insert(letters)

    def _take_near_miss(self, number: str) -> None:
        self.select(number)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
