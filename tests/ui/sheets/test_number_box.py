"""A number in a list that scrolls is changed by the wheel only when somebody has gone to it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workshop_kit.ui.sheets.number_box import NumberBox


def turn(box: NumberBox) -> None:
    place = QPointF(box.rect().center())
    flags = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
    QApplication.sendEvent(box, QWheelEvent(place, place, QPoint(), QPoint(0, 120), *flags, False))


def test_the_wheel_turns_a_number_only_when_it_is_gone_to(qtbot: QtBot) -> None:
    box = NumberBox(99, "Eksemplarer")
    qtbot.addWidget(box)
    box.show()
    box.setValue(5)
    box.clearFocus()
    turn(box)
    assert box.value() == 5

    box.activateWindow()
    qtbot.waitActive(box)
    with qtbot.waitSignal(box.entered, timeout=1000, raising=False):
        box.setFocus()
    turn(box)
    assert box.value() == 6
