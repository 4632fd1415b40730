"""What stands in the list's place where nothing fits: what may have been meant, and the way back to all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workshop_kit.domain.municipality import Municipality
from workshop_kit.ui.clients.narrowing import Narrowing
from workshop_kit.ui.clients.wording import SEPARATOR, Wording
from workshop_kit.ui.look import Look
from workshop_kit.ui.widgets import button, clear, label


class NothingFound(QWidget):
    """Says that nothing fits; `chosen` carries the number of a near miss, `cleared` is sent when all are to be shown."""

    chosen = Signal(str)
    cleared = Signal()

    def __init__(self, wording: Wording, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording, self._texts, self._look = wording, wording.texts, look
        self.message = label(kind="lead", wrap=True)
        self.question = label(self._texts("clients.near_misses"), "muted")
        self.advice = label(self._texts("clients.nothing_advice"), "muted", wrap=True)
        self.all = button(self._texts("clients.show_all"), self.cleared.emit)
        self._misses = QVBoxLayout()
        self._misses.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 16, 4, 4)
        layout.setSpacing(10)
        for widget in (self.message, self.question):
            layout.addWidget(widget)
        layout.addLayout(self._misses)
        layout.addWidget(self.advice)
        layout.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_for(self, wanted: Narrowing, near: tuple[Municipality, ...]) -> None:
        """Say what was looked for, and offer near misses."""
        text = wanted.text.strip()
        self.message.setText(self._texts("clients.nothing_named", text=text) if text else self._texts("clients.nothing_chosen"))
        self.question.setVisible(bool(near))
        self.advice.setVisible(not near)
        clear(self._misses)
        for municipality in near:
            self._misses.addWidget(self._near_miss(municipality))

    def take_focus(self) -> None:
        """Set the focus on the first near miss, else on the way back to all."""
        item = self._misses.itemAt(0)
        widget = item.widget() if item is not None else None
        (widget or self.all).setFocus(Qt.FocusReason.TabFocusReason)

    def _near_miss(self, municipality: Municipality) -> QPushButton:
        names = (municipality.name, municipality.county, *municipality.other_names)
        text = SEPARATOR.join(dict.fromkeys(names))
        made = button(text, lambda: self.chosen.emit(municipality.number), "navigation")
        made.setIcon(self._look.icon("map-pin", "primary"))
        made.setIconSize(self._look.icon_size())
        made.setAccessibleName(self._wording.spoken(municipality))
        return made
