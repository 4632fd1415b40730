"""One colour of the brand: a field with its six digits, and a button that opens the colours to choose from."""

import re

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QLineEdit, QWidget

from workshop_kit.ui.look import Look
from workshop_kit.ui.widgets import boxed, button, column, label, row

_HEX = re.compile(r"#?[0-9A-Fa-f]{6}")
FIELD_WIDTH = 108


class Swatch(QWidget):
    """A colour with its name; `changed` is sent with six hex digits for each one that is tried."""

    changed = Signal(str)

    def __init__(self, look: Look, name: str, hint: str, choose: str) -> None:
        super().__init__()
        self._look, self._name, self._colour = look, name, "000000"
        self.digits = QLineEdit()
        self.digits.setMaxLength(7)
        self.digits.setFixedWidth(look.px(FIELD_WIDTH))
        self.digits.setAccessibleName(name)
        self.pick = button(choose, self._pick)
        self.pick.setAccessibleName(f"{choose}: {name}")
        title = label(name)
        title.setBuddy(self.digits)
        whole = column(title, boxed(row(self.digits, self.pick, 1)), label(hint, "small", wrap=True), spacing=4)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.digits.textEdited.connect(self._typed)

    def show_colour(self, colour: str) -> None:
        """Show a colour of six hex digits."""
        self._colour = colour
        if self.digits.text().lstrip("#").upper() != colour:
            self.digits.setText(colour)
        size = self._look.icon_size()
        self.pick.setIcon(_filled(colour, self._look.colour("line_strong"), size))
        self.pick.setIconSize(size)

    def _typed(self, given: str) -> None:
        if _HEX.fullmatch(given.strip()):
            self.changed.emit(given.strip().lstrip("#").upper())

    def _pick(self) -> None:
        """Open the colours beside the window: each one that is tried shows at once, and a way back is kept."""
        before = self._colour
        dialog = QColorDialog(QColor(f"#{before}"), self)
        dialog.setWindowTitle(self._name)
        dialog.setModal(False)
        dialog.currentColorChanged.connect(self._picked)
        dialog.rejected.connect(lambda: self.changed.emit(before))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _picked(self, colour: QColor) -> None:
        self.changed.emit(colour.name()[1:].upper())


def _filled(colour: str, edge: QColor, size: QSize) -> QIcon:
    image = QPixmap(size)
    image.fill(QColor(f"#{colour}"))
    painter = QPainter(image)
    painter.setPen(edge)
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
    painter.end()
    return QIcon(image)
