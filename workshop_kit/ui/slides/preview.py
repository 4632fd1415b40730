"""One slide as large as its place, rendered outside the window's thread and kept sharp on dense screens."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from workshop_kit.scene.page import Page
from workshop_kit.ui.context import Context
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.painter import render_page


class Preview(QWidget):
    """Shows a page; the picture that was there stays until the next one is ready."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._page: Page | None = None
        self._number: int | None = None
        self._image = QImage()
        self._latest: Handle[QImage] | None = None
        self._asked: tuple[object, ...] = (None,) * 5
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_page(self, page: Page | None, number: int | None = None) -> None:
        """Show another page, or none."""
        self._page, self._number = page, number
        self.setAccessibleName("" if page is None else page.title)
        self._render()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = self._height_for(event.size().width())
        if height != self.height():
            self.setFixedHeight(height)
        self._render()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._context.look
        painter.fillRect(self.rect(), look.colour("sunken"))
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _height_for(self, width: int) -> int:
        page = self._page
        return round(width * (9 / 16 if page is None else page.height / page.width))

    def _render(self) -> None:
        page, kit, width, ratio = self._page, self._context.kit, self.width(), self.devicePixelRatio()
        asked = (page, self._number, width, ratio, kit)
        if all(one is other or one == other for one, other in zip(asked, self._asked, strict=True)):
            return
        self._asked = asked
        if page is None or kit is None or width < 2:
            self._image, self._latest = QImage(), None
            self.update()
            return
        theme, number = kit.theme, self._number
        self._latest = handle = self._context.jobs.start(lambda _: render_page(page, theme, width, ratio, number=number))
        handle.done.connect(self._take)

    def _take(self, image: QImage) -> None:
        if self.sender() is self._latest:
            self._image = image
            self.update()
