"""The versions as the list shows them: when each was saved, and what differs from now."""

import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.numbers import format_clock, format_date
from workshop_kit.store.history import Version
from workshop_kit.ui.history.differences import Difference, differences, in_one_line
from workshop_kit.ui.texts import Texts
from workshop_kit.ui.two_lines import RowWords

NOWHERE = QModelIndex()


class Earlier(Value, frozen=True, kw_only=True):
    """A version that could be read."""

    version: Version
    workshop: Workshop


class VersionModel(QAbstractListModel):
    """Holds the versions, the newest first, and compares each with the workshop as it is now."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.versions: tuple[Earlier, ...] = ()
        self._differences: tuple[tuple[Difference, ...], ...] = ()
        self._today = datetime.date.min

    def set_versions(self, versions: tuple[Earlier, ...], now: Workshop, today: datetime.date) -> None:
        """Take the versions anew."""
        self.beginResetModel()
        self.versions, self._today = versions, today
        self._differences = tuple(differences(each.workshop, now, self._texts) for each in versions)
        self.endResetModel()

    def compare(self, now: Workshop) -> None:
        """Compare with the workshop as it is now."""
        self._differences = tuple(differences(each.workshop, now, self._texts) for each in self.versions)
        if self.versions:
            self.dataChanged.emit(self.index(0), self.index(len(self.versions) - 1))

    def at(self, row: int) -> Earlier | None:
        """Give the version of a row."""
        return self.versions[row] if 0 <= row < len(self.versions) else None

    def differences_at(self, row: int) -> tuple[Difference, ...]:
        """Give what differs between a row's version and now."""
        return self._differences[row] if 0 <= row < len(self._differences) else ()

    def when(self, version: Version) -> tuple[str, str]:
        """Give a version's day and clock time in words."""
        saved = datetime.datetime.fromtimestamp(version.saved)
        days = (self._today - saved.date()).days
        day = self._texts({0: "history.today", 1: "history.yesterday"}[days]) if days in {0, 1} else format_date(saved.date())
        return day, format_clock(saved.time())

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE, /) -> int:
        return 0 if parent.isValid() else len(self.versions)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        earlier = self.at(index.row()) if index.isValid() else None
        if earlier is None:
            return None
        day, time = self.when(earlier.version)
        words = RowWords(name=time, beside=day, below=in_one_line(self.differences_at(index.row()), self._texts))
        match role:
            case Qt.ItemDataRole.UserRole:
                return words
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{words.beside} {words.name}. {words.below}"
            case _:
                return None
