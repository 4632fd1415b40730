"""The list of the day's blocks: dragged with the mouse, and moved, parked and given minutes from the keyboard."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from workshop_kit.ui.agenda.model import DayModel

STEP = 5
"""Minutes that plus and minus, and the arrows right and left, give and take; with Shift the arrows give one."""


class DayView(QListView):
    """Tells what is wanted of the chosen block: `stepped` up or down, `parked`, other `minutes`, or its `menu` at a point of the screen."""

    stepped = Signal(str, int)
    parked = Signal(str)
    minutes = Signal(str, int)
    menu = Signal(str, QPoint)

    def __init__(self, model: DayModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    @property
    def chosen(self) -> str:
        """The id of the chosen block, "" for none."""
        row = self._rows.row(self.currentIndex().row())
        return "" if row is None else row.timed.block.id

    def choose(self, id: str) -> None:
        """Choose a block, and bring it into view."""
        number = self._rows.number_of(id)
        if number >= 0:
            self.setCurrentIndex(self._rows.index(number))
            self.scrollTo(self._rows.index(number))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, key, keys = self.chosen, event.key(), event.modifiers()
        is_alt = bool(keys & Qt.KeyboardModifier.AltModifier)
        step = 1 if keys & Qt.KeyboardModifier.ShiftModifier and key in {Qt.Key.Key_Left, Qt.Key.Key_Right} else STEP
        match key:
            case Qt.Key.Key_Up | Qt.Key.Key_Down if is_alt and id:
                self.stepped.emit(id, -1 if key == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if id:
                self.parked.emit(id)
            case Qt.Key.Key_Plus | Qt.Key.Key_Right if id and not is_alt:
                self.minutes.emit(id, step)
            case Qt.Key.Key_Minus | Qt.Key.Key_Left if id and not is_alt:
                self.minutes.emit(id, -step)
            case Qt.Key.Key_Menu if id:
                self._ask_menu(self.visualRect(self.currentIndex()).center())
            case _:
                super().keyPressEvent(event)

    def _ask_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu.emit(self.chosen, self.viewport().mapToGlobal(point))
