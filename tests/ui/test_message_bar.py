"""Messages wait for each other, offer what can be done, and are closed by key; nothing is blocked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.bar import offered, press, told
from workshop_kit.ui.look import Look
from workshop_kit.ui.message_bar import MOST_MESSAGES, Action, Message, MessageBar, Weight
from workshop_kit.ui.texts import InterfaceLanguage, Texts
from workshop_kit.ui.tokens import Scheme


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> Iterator[MessageBar]:
    look = Look(qapp)
    made = MessageBar(Texts(InterfaceLanguage.NB), look)
    qtbot.addWidget(made)
    made.resize(1000, 60)
    yield made
    look.set(Scheme.LIGHT, 100)


def news(text: str, key: str = "") -> Message:
    return Message(text=text, key=key)


def test_messages_wait_for_each_other_the_most_serious_first(bar: MessageBar) -> None:
    bar.tell(news("først"))
    bar.tell(Message(text="galt", weight=Weight.PROBLEM))
    bar.tell(news("sist"))

    assert told(bar) == ["galt", "sist", "først"]
    assert (bar.words.text(), bar.count.text()) == ("galt", "1 av 3")
    QTest.mouseClick(bar.count, Qt.MouseButton.LeftButton)
    assert (bar.words.text(), bar.count.text()) == ("sist", "2 av 3")
    QTest.mouseClick(bar.shut, Qt.MouseButton.LeftButton)
    assert told(bar) == ["galt", "først"]


def test_one_with_the_same_key_or_words_takes_the_earlier_ones_place(bar: MessageBar) -> None:
    bar.tell(news("fil 1 av 9", "import"))
    bar.tell(news("noe annet"))
    bar.tell(news("fil 2 av 9", "import"))
    bar.tell(news("noe annet"))

    assert told(bar) == ["noe annet", "fil 2 av 9"]
    bar.drop("import")
    assert told(bar) == ["noe annet"]


def test_what_is_offered_is_done_once_and_the_message_goes(bar: MessageBar) -> None:
    done = list[str]()
    bar.tell(Message(text="Valg", actions=(Action(text="A", do=lambda: done.append("a")), Action(text="B", do=lambda: done.append("b")))))
    bar.show()
    assert offered(bar) == ["A", "B"]
    press(bar, "B")

    assert done == ["b"]
    assert bar.isHidden()


def test_escape_closes_the_message_that_has_the_focus_and_shows_the_next(bar: MessageBar, qtbot: QtBot) -> None:
    bar.tell(Message(text="ett", actions=(Action(text="Gjør", do=lambda: None),)))
    bar.tell(Message(text="to", actions=(Action(text="Angre", do=lambda: None),)))
    with qtbot.waitActive(bar):
        bar.show()
        bar.activateWindow()
    bar.take_focus()
    QTest.keyClick(bar.actions_shown[0], Qt.Key.Key_Escape)
    assert told(bar) == ["ett"]
    assert bar.actions_shown[0].hasFocus()
    QTest.keyClick(bar.actions_shown[0], Qt.Key.Key_Escape)

    assert bar.isHidden()


def test_a_new_message_is_announced_and_a_renewed_one_is_not(bar: MessageBar, monkeypatch: pytest.MonkeyPatch) -> None:
    announced = list[str]()

    def note(_: QAccessibleEvent) -> None:
        announced.append(bar.words.accessibleName())

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    bar.tell(news("fil 1", "import"))
    bar.tell(news("fil 2", "import"))
    bar.tell(news("ferdig"))

    assert announced == ["fil 1", "ferdig"]


def test_old_news_is_let_go_but_what_offers_something_stays(bar: MessageBar) -> None:
    bar.tell(Message(text="viktig", actions=(Action(text="Gjør", do=lambda: None),)))
    for number in range(MOST_MESSAGES + 3):
        bar.tell(news(str(number)))

    assert len(told(bar)) == MOST_MESSAGES
    assert "viktig" in told(bar)
    assert "0" not in told(bar)


def test_the_buttons_go_below_the_words_where_there_is_no_room(bar: MessageBar) -> None:
    bar.tell(Message(text="Andre har endret workshopen. " * 4, actions=(Action(text="Behold min utgave", do=lambda: None),)))
    bar.show()
    QApplication.processEvents()
    beside = bar.actions_shown[0].mapTo(bar, bar.actions_shown[0].rect().topLeft())
    bar.resize(420, 200)
    QApplication.processEvents()
    below = bar.actions_shown[0].mapTo(bar, bar.actions_shown[0].rect().topLeft())

    assert beside.x() > bar.words.x() + 300
    assert below.x() < 100
    assert below.y() > bar.words.geometry().bottom() - 1
