"""Reads the message bar as a user does, and presses what it offers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from workshop_kit.ui.message_bar import MessageBar


def offered(bar: MessageBar) -> list[str]:
    """Give what the shown message offers."""
    return [each.text() for each in bar.actions_shown]


def press(bar: MessageBar, text: str) -> None:
    """Press one of the shown message's buttons."""
    QTest.mouseClick(next(each for each in bar.actions_shown if each.text() == text), Qt.MouseButton.LeftButton)


def told(bar: MessageBar) -> list[str]:
    """Give every message that waits, in the order they are shown."""
    return [each.text for each in bar.messages]
