"""A text field of a few lines that grows with what is written in it; Tab leaves it."""

from PySide6.QtWidgets import QPlainTextEdit

from workshop_kit.ui.look import Look

LEAST_LINES, MOST_LINES = 2, 8
ROOM = 22
"""What the frame and its padding take in height, in pixels at 100 per cent."""


class GrowingText(QPlainTextEdit):
    """Plain text as high as it is long, between two heights in lines."""

    def __init__(self, look: Look, name: str, least: int = LEAST_LINES) -> None:
        super().__init__()
        self._look, self._least = look, least
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text, without moving the cursor where it is there already."""
        if self.toPlainText() != text:
            self.setPlainText(text)

    def _fit(self) -> None:
        lines = max(self._least, min(MOST_LINES, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + self._look.px(ROOM))
