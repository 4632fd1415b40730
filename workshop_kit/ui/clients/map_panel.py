"""The map in its frame, with buttons for coming closer and stepping back, and the name of its source."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workshop_kit.domain.municipality import Municipality
from workshop_kit.ui.clients.map_view import MunicipalityMap
from workshop_kit.ui.look import Look
from workshop_kit.ui.texts import Texts
from workshop_kit.ui.widgets import boxed, label


class MapPanel(QFrame):
    """The map with what belongs to it; `view` is the map itself."""

    def __init__(self, municipalities: tuple[Municipality, ...], texts: Texts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._texts, self._look = texts, look
        self.view = MunicipalityMap(municipalities, texts, look)
        self.source: QLabel = label(texts("clients.map_source"), "small")
        self.buttons = (
            self._button("plus", "clients.closer", self.view.closer),
            self._button("minus", "clients.farther", self.view.farther),
            self._button("maximize", "clients.whole_country", self.view.show_all),
        )
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        steps = QVBoxLayout()
        steps.setSpacing(6)
        for each in self.buttons:
            steps.addWidget(each)
        grid = QGridLayout(self)
        grid.setContentsMargins(3, 3, 3, 3)
        grid.addWidget(self.view, 0, 0)
        grid.addWidget(self._cornered(boxed(steps)), 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.source.setContentsMargins(8, 0, 0, 4)
        grid.addWidget(self.source, 1, 0, Qt.AlignmentFlag.AlignLeft)

    def _cornered(self, inside: QWidget) -> QWidget:
        inside.setContentsMargins(0, 0, 8, 8)
        return inside

    def _button(self, icon: str, key: str, clicked: Callable[[], None]) -> QPushButton:
        made = QPushButton()
        made.setProperty("kind", "icon")
        made.setProperty("icon_name", icon)
        made.setAutoDefault(False)
        made.setAccessibleName(self._texts(key))
        made.setToolTip(self._texts(key))
        made.clicked.connect(clicked)
        return made

    def _dress(self) -> None:
        for each in self.buttons:
            each.setIcon(self._look.icon(str(each.property("icon_name"))))
            each.setIconSize(self._look.icon_size())
