"""A widget that is never lower than its wrapped words need at the width it has; scroll areas and splitters do not ask by themselves."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override


class Wrapped(QWidget):
    """Holds a layout without margins, and keeps as high as the layout needs."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            layout = self.layout()
            if layout is not None:
                self.setMinimumHeight(max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height()))
        return done
