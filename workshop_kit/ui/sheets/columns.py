"""Three columns beside each other; where there is no room, the last one under the first two, or all under each other."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from workshop_kit.ui.widgets import UNBOUND, boxed, column, scrolled

LEFT, MIDDLE, RIGHT = 332, 320, 268
"""Least widths in pixels at 100 per cent."""
LEFT_HEIGHT, MIDDLE_HEIGHT = 340, 560
"""Least heights where not all stand beside each other."""
GAP = 16


class Columns(QWidget):
    """The outer two keep their width and the middle one takes the rest; what does not fit scrolls as one."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, px: Callable[[int], int]) -> None:
        super().__init__()
        self._px = px
        self._left, self._middle, self._inside = left, middle, right
        self._right: QScrollArea = scrolled(right)
        self._pair, self._all = _box(), _box()
        self._pair.addWidget(left)
        self._pair.addWidget(middle, 1)
        self._all.addWidget(boxed(self._pair), 1)
        self._all.addWidget(self._right)
        whole = column(scrolled(boxed(self._all)))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the columns the other way when the width asks for it."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Set directions, widths and heights anew: the width, the size of type or what stands in the columns is another."""
        px, width = self._px, self.width()
        are_three = width >= px(LEFT + MIDDLE + RIGHT) + 2 * GAP
        are_two = width >= px(LEFT + MIDDLE) + 2 * GAP
        _turn(self._all, is_wide=are_three)
        _turn(self._pair, is_wide=are_two)
        _keep_width(self._left, px(LEFT) if are_two else 0)
        _keep_width(self._right, px(RIGHT) if are_three else 0)
        self._left.setMinimumHeight(0 if are_two else px(LEFT_HEIGHT))
        self._middle.setMinimumHeight(0 if are_three else px(MIDDLE_HEIGHT))
        self._right.setMinimumHeight(0 if are_three else self._inside.heightForWidth(max(1, width - 2 * GAP)))


def _box() -> QBoxLayout:
    made = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    made.setSpacing(GAP)
    return made


def _turn(box: QBoxLayout, *, is_wide: bool) -> None:
    box.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)


def _keep_width(widget: QWidget, width: int) -> None:
    """Let a widget have just one width, or with 0 any."""
    widget.setMinimumWidth(width)
    widget.setMaximumWidth(width or UNBOUND)
