"""The day's blocks as a list: what each is called, when it begins, and what a screen reader says of it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from workshop_kit.domain.agenda import TimedBlock
from workshop_kit.domain.value import Value

Index = QModelIndex | QPersistentModelIndex
PART = "application/x-workshop-kit-part"
"""What is dragged: a part's id."""


class Row(Value, frozen=True, kw_only=True, eq=False):
    """A block as it is shown: its times, a line that says what it is, what is wrong with it, and the minutes of waiting before it."""

    timed: TimedBlock
    kind: str
    detail: str
    spoken: str
    fault: str = ""
    waiting: int = 0
    is_beside: bool = False
    is_pinned: bool = False


class DayModel(QAbstractListModel):
    """The blocks in order; `dropped` tells which part was dropped before which row."""

    dropped = Signal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; where they are as many, the view keeps its place."""
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
                self.layoutChanged.emit()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """Give a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, id: str) -> int:
        """Give the row of a part, -1 for none."""
        return next((number for number, row in enumerate(self._rows) if row.timed.block.id == id), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.timed.block.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.fault or None
        if role == Qt.ItemDataRole.UserRole:
            return row
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [PART]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex], /) -> QMimeData:
        row = self.row(indexes[0].row()) if indexes else None
        return part_data("" if row is None else row.timed.block.id)

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index, /) -> bool:
        id = dragged_part(data)
        if id:
            self.dropped.emit(id, row if row >= 0 else parent.row() if parent.isValid() else len(self._rows))
        return False


def part_data(id: str) -> QMimeData:
    """Give what is dragged."""
    data = QMimeData()
    data.setData(PART, QByteArray(id.encode()))
    return data


def dragged_part(data: QMimeData) -> str:
    """Give the id of the part that is dragged, "" for anything else."""
    return bytes(data.data(PART).data()).decode("utf-8", "replace") if data.hasFormat(PART) else ""
