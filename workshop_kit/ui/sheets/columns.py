"""Three columns beside each other, or under each other where there is no room."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from workshop_kit.ui.widgets import UNBOUND, boxed, column, scrolled

LEFT, MIDDLE, RIGHT = 332, 320, 268
"""Least widths in pixels at 100 per cent."""
LEAST_HEIGHTS = (320, 560, 0)
"""Least heights where they stand under each other."""
GAP = 16


class Columns(QWidget):
    """The outer two keep their width and the middle one takes the rest; under each other, all of them scroll as one."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, px: Callable[[int], int]) -> None:
        super().__init__()
        self._px, self._is_wide = px, True
        self._parts = (left, middle, right)
        self._right: QScrollArea = scrolled(right)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(GAP)
        for part, stretch in ((left, 0), (middle, 1), (self._right, 0)):
            self._box.addWidget(part, stretch)
        self._outer = scrolled(boxed(self._box))
        whole = column(self._outer)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the columns the other way when the width asks for it."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Set widths and heights anew."""
        self._is_wide = self.width() >= self._px(LEFT + MIDDLE + RIGHT) + 2 * GAP
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if self._is_wide else QBoxLayout.Direction.TopToBottom)
        left, middle, right = self._parts
        for part, width in ((left, LEFT), (self._right, RIGHT)):
            part.setMinimumWidth(self._px(width) if self._is_wide else 0)
            part.setMaximumWidth(self._px(width) if self._is_wide else UNBOUND)
        for part, height in ((left, LEAST_HEIGHTS[0]), (middle, LEAST_HEIGHTS[1])):
            part.setMinimumHeight(0 if self._is_wide else self._px(height))
        self._right.setMinimumHeight(0 if self._is_wide else right.sizeHint().height())
