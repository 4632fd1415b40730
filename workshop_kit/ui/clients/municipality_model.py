"""The municipalities as a list model: sorted as Norwegians sort, and narrowed by what is typed and chosen."""

from functools import cached_property, cmp_to_key

from PySide6.QtCore import QAbstractListModel, QCollator, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workshop_kit.domain.municipality import Municipality
from workshop_kit.ui.clients.narrowing import Entry, Narrowing, entries_of, narrow, near_misses
from workshop_kit.ui.clients.wording import Wording

MUNICIPALITY_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the row's Municipality."""


class MunicipalityModel(QAbstractListModel):
    """What the list shows. Rows give the name, a spoken line for screen readers, and the municipality itself."""

    def __init__(self, municipalities: tuple[Municipality, ...], wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._all = self._shown = in_norwegian_order(municipalities)
        self._rows = {each.number: row for row, each in enumerate(self._shown)}
        self.total = len(self._shown)
        self.wanted = Narrowing()

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        """All of them ready for searching, made when the first letter is typed: the first window is painted without."""
        return entries_of(self._all)

    @property
    def shown(self) -> tuple[Municipality, ...]:
        """The municipalities in the list, from the top."""
        return self._shown

    def narrow(self, wanted: Narrowing) -> None:
        """Show what fits and nothing else."""
        self.wanted = wanted
        found = self._all if wanted.is_all else narrow(self._entries, wanted)
        if found == self._shown:
            return
        self.beginResetModel()
        self._shown = found
        self._rows = {each.number: row for row, each in enumerate(found)}
        self.endResetModel()

    def near_misses(self) -> tuple[Municipality, ...]:
        """Give what may have been meant where nothing fits."""
        return near_misses(self._entries, self.wanted.text)

    def index_of(self, number: str) -> QModelIndex:
        """Give a municipality's index; an invalid one where it is not shown."""
        row = self._rows.get(number)
        return QModelIndex() if row is None else self.index(row)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        municipality = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return municipality.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._wording.spoken(municipality)
            case _:
                return municipality if role == MUNICIPALITY_ROLE else None


def municipality_at(index: QModelIndex | QPersistentModelIndex) -> Municipality | None:
    """Give the municipality that an index of the model stands for."""
    given = index.data(MUNICIPALITY_ROLE)
    return given if isinstance(given, Municipality) else None


def in_norwegian_order(municipalities: tuple[Municipality, ...]) -> tuple[Municipality, ...]:
    """Sort by name as Norwegians do, Å after Ø, namesakes by number."""
    collator = QCollator(QLocale(QLocale.Language.NorwegianBokmal, QLocale.Country.Norway))
    by_number = sorted(municipalities, key=lambda each: each.number)
    return tuple(sorted(by_number, key=cmp_to_key(lambda one, other: collator.compare(one.name, other.name))))
