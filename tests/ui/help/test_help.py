"""The help in the window: F1 where you are, searching, links, pictures, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit.ui.help.page import HelpPage
from workshop_kit.ui.tokens import Scheme
from workshop_kit.ui.window import PAGES


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    yield made
    made.program.close()
    QApplication.processEvents()


def press(driver: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or driver.window, key, modifier)


def test_f1_opens_the_topic_of_every_page_and_escape_leads_back(driver: Driver) -> None:
    driver.new()
    page = driver.page(HelpPage)
    for name in PAGES:
        if name == "help" or driver.window.made(name) is None:
            continue
        driver.window.show_page(name)
        press(driver, Qt.Key.Key_F1)
        assert (driver.window.page, page.topic) == ("help", name)
        press(driver, Qt.Key.Key_Escape)
        assert driver.window.page == name


def test_the_question_mark_opens_the_help_and_the_keyboard_is_where_it_was_afterwards(driver: Driver) -> None:
    search = driver.program.clients.finder.search
    search.setFocus()
    QTest.mouseClick(driver.window.help, Qt.MouseButton.LeftButton)
    page = driver.page(HelpPage)
    assert (driver.window.page, page.topic) == ("help", "clients")
    assert page.browser.hasFocus()
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)

    assert driver.window.page == "clients"
    assert search.hasFocus()


def test_a_link_to_a_topic_is_gone_back_from_step_by_step(driver: Driver) -> None:
    driver.program.guide.open("first")
    page = driver.page(HelpPage)
    page.browser.anchorClicked.emit(QUrl("topic:files"))
    page.browser.anchorClicked.emit(QUrl("topic:trouble"))
    assert page.topic == "trouble"
    press(driver, Qt.Key.Key_Backspace)
    assert page.topic == "files"
    press(driver, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (page.topic, driver.window.page) == ("first", "help")
    press(driver, Qt.Key.Key_Backspace)

    assert driver.window.page == "clients"


def test_a_link_to_a_page_goes_there(driver: Driver) -> None:
    driver.program.guide.open("first")
    driver.page(HelpPage).browser.anchorClicked.emit(QUrl("page:settings"))

    assert driver.window.page == "settings"


def test_searching_lists_what_fits_and_enter_shows_the_first(driver: Driver) -> None:
    driver.program.guide.open("first")
    page = driver.page(HelpPage)
    press(driver, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "papirkurv")
    titles = [page.list.item(row).text() for row in range(page.list.count())]
    assert "Filer og historikk" in titles
    assert "Innstillinger" not in titles
    press(driver, Qt.Key.Key_Return)
    assert page.topic == "clients"
    page.search.setFocus()
    press(driver, Qt.Key.Key_Escape)
    assert (page.search.text(), driver.window.page) == ("", "help")


def test_words_that_fit_nothing_say_what_to_do(driver: Driver) -> None:
    driver.window.show_page("help")
    page = driver.page(HelpPage)
    page.search.setText("xyz")

    assert page.nothing.isVisible()
    assert not page.list.isVisible()


def test_pictures_are_as_wide_as_the_text_and_follow_its_size(driver: Driver) -> None:
    driver.program.guide.open("first")
    browser = driver.page(HelpPage).browser
    image = browser.loadResource(2, QUrl("pack.png"))

    assert isinstance(image, QImage)
    assert 0 < image.width() <= browser.viewport().width()
    assert browser.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_the_text_takes_the_colours_and_the_size_of_the_look(driver: Driver) -> None:
    driver.program.guide.open("first")
    browser = driver.page(HelpPage).browser
    driver.program.context.look.set(Scheme.DARK, 200)
    driver.until(lambda: driver.program.context.look.tokens.primary.lower() in browser.toHtml().lower())
    heading = browser.document().begin()

    assert heading.begin().fragment().charFormat().font().pixelSize() == 44


def test_choosing_in_the_list_with_the_keyboard_shows_the_topic(driver: Driver) -> None:
    driver.program.guide.open("first")
    page = driver.page(HelpPage)
    page.list.setFocus()
    press(driver, Qt.Key.Key_Down)

    assert page.topic == "clients"
    assert page.browser.document().begin().text() == "Velg kommune"
