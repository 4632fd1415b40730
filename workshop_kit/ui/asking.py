"""Asks for one line of text in a small window that is open until it is answered or left; nothing else waits for it."""

from collections.abc import Callable

from PySide6.QtWidgets import QInputDialog, QWidget

from workshop_kit.ui.texts import Texts


def ask_line(parent: QWidget, texts: Texts, title: str, question: str, taken: Callable[[str], object]) -> QInputDialog:
    """Ask for a line; `taken` is called with it, without spaces around, unless it is empty."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setOkButtonText(texts("app.ok"))
    dialog.setCancelButtonText(texts("app.cancel"))

    def take(text: str) -> None:
        if text.strip():
            taken(text.strip())

    dialog.textValueSelected.connect(take)
    dialog.open()
    return dialog
