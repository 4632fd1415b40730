"""The chosen sheet's pages under each other, painted as they will be on paper, at any size."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.scene.page import EMU_PER_MM, Page
from workshop_kit.scene.theme import Theme
from workshop_kit.ui.look import Look
from workshop_kit.ui.painter.thumbnails import ThumbnailKey, Thumbnails
from workshop_kit.ui.tokens import SMALL
from workshop_kit.ui.widgets import clear, label

PIXELS_PER_MM = 96 / 25.4
"""A page at 100 per cent, in logical pixels."""
STEPS = (25, 33, 50, 67, 80, 100, 125, 150, 200)
"""Per cent that zooming goes through."""
EDGE, GAP = 12, 4
MOST_BYTES = 96 * 1024 * 1024
MOST_WIDTH = 3200
"""In the device's pixels: at more, a page is painted smaller and stretched."""
QUIET = 40
"""Milliseconds after a change of size before pages are painted anew."""


class Fit(Enum):
    """How large pages are: the whole of each, as wide as there is room, or by the chosen per cent."""

    PAGE = auto()
    WIDTH = auto()
    STEP = auto()


class PageView(QWidget):
    """One page; until it is painted at its size, what there is of it is stretched."""

    def __init__(self, page: Page, look: Look, name: str) -> None:
        super().__init__()
        self.page, self._look = page, look
        self.image: QImage | None = None
        self.wanted: ThumbnailKey | None = None
        self.setAccessibleName(name)

    def show_image(self, image: QImage) -> None:
        """Show another painting of the page."""
        self.image = image
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.image is None:
            painter.fillRect(self.rect(), self._look.colour("surface"))
        else:
            painter.drawImage(QRect(0, 0, self.width(), self.height()), self.image)
        painter.setPen(QPen(self._look.colour("line_strong"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Preview(QScrollArea):
    """Shows a sheet's pages; `zoomed` tells when their size is another."""

    zoomed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.fit, self._step = Fit.PAGE, 100
        self._theme: Theme | None = None
        self.views: tuple[PageView, ...] = ()
        self._thumbnails = Thumbnails(self, most_bytes=MOST_BYTES)
        self._thumbnails.ready.connect(self._ready)
        self._after = QWidget()
        self._pages = QVBoxLayout()
        self._pages.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._pages.setSpacing(GAP)
        holder = QWidget()
        holder.setLayout(self._pages)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self._render)

    def set_pages(self, pages: tuple[tuple[Page, str], ...], theme: Theme) -> None:
        """Show pages, each with the line under it; the place is kept where they are as many, of the same sheet."""
        self._theme = theme
        if [view.page.key for view in self.views] == [page.key for page, _ in pages]:
            for view, (page, _) in zip(self.views, pages, strict=True):
                view.page = page
        else:
            self._set_views(pages)
        self._place()

    def zoom(self, steps: int) -> None:
        """Show pages larger or smaller by a step."""
        now = self.per_cent
        further = [step for step in STEPS if (step > now if steps > 0 else step < now)]
        if further:
            self._step = further[0] if steps > 0 else further[-1]
            self.set_fit(Fit.STEP)

    def set_fit(self, fit: Fit) -> None:
        """Let the pages' size follow from something else, and go on with the page that is seen."""
        seen, self.fit = self.current, fit
        self._place()
        self._see(seen)

    @property
    def per_cent(self) -> int:
        """The size of the first page that is seen; 100 is that of the paper."""
        view = self.views[self.current] if self.views else None
        return self._step if view is None else round(100 * view.width() / (view.page.width / EMU_PER_MM * PIXELS_PER_MM))

    @property
    def current(self) -> int:
        """The page that is seen at the middle of the place, 0 is the first."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(0, sum(view.y() <= middle for view in self.views) - 1)

    def go_to(self, number: int) -> None:
        """Scroll so that a page begins at the top."""
        if 0 <= number < len(self.views):
            self.verticalScrollBar().setValue(self.views[number].y() - EDGE)

    def stop(self) -> None:
        """Paint no more."""
        self._timer.stop()
        self._thumbnails.stop()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        ways = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if self.fit is Fit.PAGE and event.key() in ways:
            self.go_to(self.current + ways[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else len(self.views) - 1)
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _set_views(self, pages: tuple[tuple[Page, str], ...]) -> None:
        clear(self._pages)
        self._thumbnails.cancel_all()
        self.views = tuple(PageView(page, self._look, f"{page.title}. {told}") for page, told in pages)
        self._pages.addStretch(1)
        for view, (_, told) in zip(self.views, pages, strict=True):
            self._pages.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages.addWidget(label(told, "small"), 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages.addSpacing(EDGE)
        self._after = QWidget()
        self._pages.addWidget(self._after)
        self._pages.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _see(self, number: int) -> None:
        """Show a page after the sizes have changed: its beginning at the top, its middle in the middle."""
        holder = self.widget()
        if number >= len(self.views) or holder is None:
            return
        self._pages.activate()
        holder.resize(holder.sizeHint().expandedTo(self.viewport().size()))
        self._pages.setGeometry(holder.rect())
        self.go_to(number)
        middle = self.views[number].geometry().center().x()
        self.horizontalScrollBar().setValue(middle - self.viewport().width() // 2)

    def _place(self) -> None:
        """Give every page its size now, and have it painted at that size soon."""
        for view in self.views:
            view.setFixedSize(self._size(view.page))
        self._after.setFixedHeight(self._room_after())
        self._timer.start()
        self.zoomed.emit()

    def _size(self, page: Page) -> QSize:
        whole = QSize(round(page.width / EMU_PER_MM * PIXELS_PER_MM), round(page.height / EMU_PER_MM * PIXELS_PER_MM))
        if self.fit is Fit.STEP:
            return whole * self._step / 100
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(50, self.maximumViewportSize().width() - 2 * EDGE - bar)
        height = max(50, self.viewport().height() - self._under()) if self.fit is Fit.PAGE else 16 * width
        return whole.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio)

    def _under(self) -> int:
        """Give the height that one page's line and margins take."""
        return QFontMetrics(self._look.font(SMALL)).height() + 3 * EDGE + 7 * GAP

    def _room_after(self) -> int:
        """Give the room that lets the last of several pages begin at the top, where each is shown whole."""
        if self.fit is not Fit.PAGE or len(self.views) <= 1:
            return 0
        return max(0, self.viewport().height() - self.views[-1].height() - self._under())

    def _render(self) -> None:
        """Ask for each page at its size, the first last, since the newest is painted first."""
        if self._theme is None:
            return
        for view in reversed(self.views):
            ratio = min(self.devicePixelRatioF(), MOST_WIDTH / view.width())
            view.wanted = self._thumbnails.key(view.page, self._theme, view.width(), ratio)
            kept = self._thumbnails.kept(view.wanted)
            if kept is not None:
                view.show_image(kept)
            else:
                self._thumbnails.request(view.page, self._theme, view.width(), ratio)

    def _ready(self, key: ThumbnailKey, image: QImage) -> None:
        for view in self.views:
            if view.wanted == key:
                view.show_image(image)
