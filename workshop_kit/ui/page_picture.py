"""A page as a picture that is as wide as its place, painted anew when the page is another."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from workshop_kit.scene.page import Page
from workshop_kit.scene.theme import Theme
from workshop_kit.ui.look import Look
from workshop_kit.ui.painter.page import render_page

WIDE, HIGH = 16, 9


class PagePicture(QWidget):
    """Shows one page; without one, an empty field."""

    def __init__(self, look: Look, name: str, width: int = 320) -> None:
        """Start empty; `width` is the least in pixels at 100 per cent, `name` what the picture shows."""
        super().__init__()
        self._look, self._least, self._name = look, width, name
        self._shown: tuple[Page, Theme] | None = None
        self._image: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return None if self._shown is None else self._shown[0]

    def show_page(self, page: Page | None, theme: Theme | None) -> None:
        """Show a page in a theme, or nothing."""
        self._shown = None if page is None or theme is None else (page, theme)
        self._image = None
        self.setAccessibleName(self._name if page is None else f"{self._name}: {page.title}")
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return width * HIGH // WIDE

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._least, self._least * HIGH // WIDE)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Paint the page in the middle, rendered once for its size."""
        painter = QPainter(self)
        width = min(self.width(), self.height() * WIDE // HIGH)
        area = QRectF((self.width() - width) / 2, 0, width, width * HIGH / WIDE)
        if self._shown is None:
            painter.fillRect(area, self._look.colour("sunken"))
            return
        ratio = self.devicePixelRatio()
        if self._image is None or self._image.width() != round(width * ratio):
            self._image = render_page(*self._shown, width, ratio)
        painter.drawImage(area.toRect(), self._image)
        painter.setPen(self._look.colour("line"))
        painter.drawRect(area.toRect().adjusted(0, 0, -1, -1))
