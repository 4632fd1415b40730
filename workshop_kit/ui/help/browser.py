"""Shows one topic of the help in the interface's colours and type, with its pictures as wide as the text."""

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from workshop_kit.ui.look import Look
from workshop_kit.ui.tokens import BODY, LEAD, SECTION_TITLE, Tokens

TEXT_WIDTH = 720
"""Pixels at 100 per cent of a line that is easy to read."""
QUIET = 80
"""Milliseconds without a change of width before the pictures are fitted anew."""
MARGIN = 8


class HelpBrowser(QTextBrowser):
    """Reads a topic; `followed` is sent with the address of a link that was chosen."""

    followed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._html, self._pictures = look, "", Path()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "reading")
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(QUIET)
        self._fitting.timeout.connect(self._fit)
        self.anchorClicked.connect(self._follow)
        look.changed.connect(self._fitting.start)

    def show_html(self, html: str, pictures: Path) -> None:
        """Show a text from its start; its pictures lie in a folder, and are read when the text with them is shown."""
        self._html, self._pictures = html, pictures
        self._fit()
        self.verticalScrollBar().setValue(0)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Give a picture as wide as the text, with a line around it where it fills its frame; nothing else is loaded, from nowhere else."""
        image = QImage(str(self._pictures / Path(name if isinstance(name, str) else name.path()).name))
        return None if image.isNull() else self._framed(image)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._width() != self.lineWrapColumnOrWidth():
            self._fitting.start()

    def _fit(self) -> None:
        """Set the text anew for the width and the look there are, at the place where the reader was."""
        place = self.verticalScrollBar().value()
        self.setLineWrapColumnOrWidth(self._width())
        self.document().setDefaultFont(self._look.font())
        self.document().setDefaultStyleSheet(reading_style(self._look.tokens, self._look))
        self.setHtml(self._html)
        self._size_headings()
        self.verticalScrollBar().setValue(place)

    def _size_headings(self) -> None:
        """Let headings be as large as the style says: Qt makes them larger still."""
        block = self.document().begin()
        while block.isValid():
            if level := block.blockFormat().headingLevel():
                size = QTextCharFormat()
                size.setFont(self._look.font(SECTION_TITLE if level == 1 else LEAD, bold=True))
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(size)
            block = block.next()

    def _width(self) -> int:
        """How wide the text is: room for the scroll bar is kept, so that the text does not move when it comes."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * MARGIN
        return max(1, min(room, self._look.px(TEXT_WIDTH)))

    def _framed(self, image: QImage) -> QImage:
        ratio = self.devicePixelRatioF()
        width = round(min((self._width() - 2 * MARGIN) * ratio, image.width() * max(1.0, self._look.text_size / 100) * ratio))
        scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        if not image.hasAlphaChannel():
            scaled = scaled.convertToFormat(QImage.Format.Format_RGB32)
            painter = QPainter(scaled)
            painter.setPen(QColor(self._look.tokens.line_strong))
            painter.drawRect(scaled.rect().adjusted(0, 0, -1, -1))
            painter.end()
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _follow(self, address: QUrl) -> None:
        self.followed.emit(address.toString())


def reading_style(used: Tokens, look: Look) -> str:
    """Give the style sheet of a topic's text."""
    px = look.px
    return f"""
body {{ color: {used.ink}; font-size: {px(BODY)}px; }}
h1 {{ font-weight: 600; margin-top: 0; margin-bottom: {px(8)}px; }}
h2 {{ font-weight: 600; margin-top: {px(20)}px; margin-bottom: {px(4)}px; }}
p, li {{ line-height: 135%; margin-top: {px(4)}px; margin-bottom: {px(6)}px; }}
.picture {{ line-height: 100%; margin-top: {px(8)}px; margin-bottom: {px(12)}px; }}
a {{ color: {used.primary}; text-decoration: underline; }}
td, th {{ padding: {px(5)}px {px(12)}px {px(5)}px 0; }}
th {{ text-align: left; color: {used.muted}; font-weight: 600; }}
.key {{ background-color: {used.sunken}; font-weight: 600; white-space: pre; }}
"""


def titled(title: str, html: str) -> str:
    """Give a topic's text under its title."""
    return f"<h1>{escape(title)}</h1>{html}".replace("<p><img", '<p class="picture"><img')
