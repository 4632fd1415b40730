"""The slides side by side in rows: dragged with the mouse, and moved, pinned, hidden, left out and edited from the keyboard."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from workshop_kit.ui.slides.model import PagesModel

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class SlidesView(QListView):
    """Tells what is wanted of the chosen slide: `stepped` back or on, a `wish` by its name, or its `menu` at a point of the screen."""

    stepped = Signal(int)
    wish = Signal(str)
    menu = Signal(QPoint)

    WISHES = {Qt.Key.Key_P: "pin", Qt.Key.Key_H: "hide", Qt.Key.Key_E: "edit", Qt.Key.Key_Delete: "leave_out", Qt.Key.Key_Insert: "add"}

    def __init__(self, model: PagesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(4)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(lambda: self.wish.emit("edit"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = Qt.Key(event.key()), event.modifiers()
        if keys & Qt.KeyboardModifier.AltModifier and key in STEPS:
            self.stepped.emit(STEPS[key])
        elif not keys & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier) and key in self.WISHES:
            self.wish.emit(self.WISHES[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wish.emit("edit")
        else:
            super().keyPressEvent(event)

    def _ask_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu.emit(self.viewport().mapToGlobal(point))
