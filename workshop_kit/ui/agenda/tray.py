"""The tray: what was taken out of the day, and the exercises and modules that are not in it, ready to be dragged or put in."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem
from typing_extensions import override

from workshop_kit.ui.agenda.model import PART, dragged_part, part_data


class Tray(QListWidget):
    """A list of parts by id; `wanted` tells which is to be put in, `dropped` which was dragged here to be taken out."""

    wanted = Signal(str)
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setWordWrap(True)
        self.itemDoubleClicked.connect(self._want)

    def set_parts(self, parts: Sequence[tuple[str, str, str]]) -> None:
        """List parts: id, what is shown, and what a screen reader says."""
        chosen = self._id(self.currentItem())
        self.clear()
        for id, text, spoken in parts:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(item)
            if id == chosen:
                self.setCurrentItem(item)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Insert} and self.currentRow() >= 0:
            self._want(self.currentItem())
        else:
            super().keyPressEvent(event)

    @override
    def mimeTypes(self) -> list[str]:
        return [PART]

    @override
    def mimeData(self, items: Sequence[QListWidgetItem], /) -> QMimeData:
        return part_data(self._id(items[0]) if items else "")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _take(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _take(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        id = dragged_part(event.mimeData())
        if id and event.source() is not self:
            event.acceptProposedAction()
            self.dropped.emit(id)

    def _want(self, item: QListWidgetItem) -> None:
        self.wanted.emit(self._id(item))

    @staticmethod
    def _id(item: QListWidgetItem | None) -> str:
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))


def _take(event: QDragMoveEvent) -> None:
    """Take what is dragged where it is a part."""
    if event.mimeData().hasFormat(PART):
        event.acceptProposedAction()
    else:
        event.ignore()
