"""The layouts a slide can have, each with a small picture of how it looks."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from workshop_kit.library.drafts import LAYOUTS
from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.look import Look
from workshop_kit.ui.widgets import button

SIZE = (48, 27)
Bar = tuple[float, float, float, float]
"""Left, top, width and height as shares of the picture."""
STRONG: dict[str, tuple[Bar, ...]] = {
    "statement": ((0.12, 0.3, 0.66, 0.14), (0.12, 0.5, 0.5, 0.14)),
    "content": ((0.1, 0.14, 0.6, 0.1),),
    "two-columns": ((0.1, 0.14, 0.6, 0.1),),
    "quote": ((0.1, 0.14, 0.6, 0.1),),
}
WEAK: dict[str, tuple[Bar, ...]] = {
    "statement": ((0.12, 0.74, 0.4, 0.07),),
    "content": tuple((left, top, width, 0.07) for top in (0.4, 0.57, 0.74) for left, width in ((0.1, 0.04), (0.18, 0.55))),
    "two-columns": tuple((left, top, 0.36, height) for left in (0.1, 0.54) for top, height in ((0.38, 0.14), (0.6, 0.07), (0.74, 0.07))),
    "quote": ((0.16, 0.42, 0.7, 0.08), (0.16, 0.57, 0.6, 0.08), (0.16, 0.78, 0.28, 0.06)),
}


class LayoutChips(QWidget):
    """One chip for each layout; `chosen` is called with the id of the one that is pressed."""

    def __init__(self, context: Context, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._look = context.look
        self.chips: dict[str, QPushButton] = {}
        line = FlowLayout(self)
        for layout in LAYOUTS:
            chip = button(context.texts(f"own.layout_{layout}"), lambda layout=layout: chosen(layout), "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(f"{context.texts('own.field_layout')}: {chip.text()}")
            self.chips[layout] = chip
            line.addWidget(chip)
        self._dress()
        context.look.changed.connect(self._dress)

    def show_chosen(self, layout: str) -> None:
        """Check just this one."""
        for name, chip in self.chips.items():
            chip.setChecked(name == layout)

    def _dress(self) -> None:
        for layout, chip in self.chips.items():
            chip.setIcon(QIcon(layout_picture(layout, self._look)))
            chip.setIconSize(QSize(self._look.px(SIZE[0]) * 2 // 3, self._look.px(SIZE[1]) * 2 // 3))


def layout_picture(layout: str, look: Look) -> QPixmap:
    """Draw a slide of a layout in miniature."""
    width, height = (2 * look.px(side) for side in SIZE)
    picture = QPixmap(width, height)
    picture.fill(look.colour("surface"))
    painter = QPainter(picture)
    for bars, colour in ((STRONG[layout], "primary"), (WEAK[layout], "line_strong")):
        for left, top, wide, high in bars:
            painter.fillRect(QRectF(left * width, top * height, wide * width, high * height), look.colour(colour))
    painter.setPen(QPen(look.colour("line_strong"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(1, 1, width - 2, height - 2))
    painter.end()
    return picture
