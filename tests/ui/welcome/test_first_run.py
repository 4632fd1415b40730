"""The first run: shown once, left at any time, and the sample workshop it offers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Settings
from workshop_kit.store.listing import list_workshops
from workshop_kit.store.settings import read_settings, write_settings
from workshop_kit.ui.clients.workshop_cards import WorkshopCard
from workshop_kit.ui.help.page import HelpPage
from workshop_kit.ui.tokens import Scheme
from workshop_kit.ui.welcome.page import WelcomePage


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Driver]]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = list[Driver]()

    def begin() -> Driver:
        made.append(Driver(qtbot, tmp_path, is_welcomed=False))
        made[-1].window.activateWindow()
        qtbot.waitActive(made[-1].window)
        return made[-1]

    yield begin
    for driver in made:
        driver.program.close()
    QApplication.processEvents()


def welcome(driver: Driver) -> WelcomePage:
    page = driver.window.made("welcome")
    assert isinstance(page, WelcomePage)
    return page


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName() or widget.objectName()


def test_a_newcomer_is_welcomed_and_can_leave_at_once_for_good(start: Callable[[], Driver], tmp_path: Path) -> None:
    driver = start()
    assert driver.window.page == "welcome"
    QTest.keyClick(QApplication.focusWidget() or driver.window, Qt.Key.Key_Escape)

    assert driver.window.page == "clients"
    assert read_settings(tmp_path / "settings.json")[0].is_welcomed


def test_it_is_not_shown_to_somebody_who_has_been_through_it(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    write_settings(tmp_path / "settings.json", Settings(is_welcomed=True))
    driver = Driver(qtbot, tmp_path, is_welcomed=False)
    page = driver.window.page
    driver.program.close()

    assert page == "clients"


def test_with_the_keyboard_alone_to_the_sample_workshop(start: Callable[[], Driver], tmp_path: Path) -> None:
    driver = start()
    page = welcome(driver)
    assert page.who.facilitator.hasFocus()
    page.who.facilitator.selectAll()
    QTest.keyClicks(page.who.facilitator, "Kari Nordmann")
    QTest.keyClick(page.who.facilitator, Qt.Key.Key_Return)
    assert page.next.hasFocus()
    QTest.keyClick(page.next, Qt.Key.Key_Return)
    assert page.where.sample.hasFocus()
    QTest.keyClick(page.where.sample, Qt.Key.Key_Return)
    driver.planned()

    document = driver.program.document
    assert document is not None
    assert driver.window.page == "facts"
    assert (document.workshop.municipality, document.workshop.facilitator) == ("3110", "Kari Nordmann")
    assert document.path.parent.name == "eksempel-3110-hvaler"
    assert read_settings(tmp_path / "settings.json")[0].facilitator == "Kari Nordmann"


def test_the_sample_is_made_once_named_as_one_and_removed_like_any_other(start: Callable[[], Driver], tmp_path: Path) -> None:
    driver = start()
    driver.program.try_sample()
    driver.program.try_sample()
    entries, _ = list_workshops(tmp_path / "workshops")
    assert len(entries) == 1
    driver.window.show_page("clients")
    driver.until(lambda: bool(_cards(driver)))
    shown = [each.workshop.title for each in _cards(driver)]
    assert shown == ["Hvaler (eksempel)"]
    driver.program.clients.workshops.wishes.removed.emit(entries[0].path)

    assert list_workshops(tmp_path / "workshops")[0] == ()


def test_the_cards_are_seen_whole_when_they_come_while_the_page_is_shown(start: Callable[[], Driver]) -> None:
    driver = start()
    driver.program.try_sample()
    driver.window.show_page("clients")
    driver.until(lambda: bool(_cards(driver)))
    card = _cards(driver)[0]

    driver.until(lambda: card.visibleRegion().boundingRect().height() == card.height())


def test_the_language_changes_at_once_and_what_was_typed_is_kept(start: Callable[[], Driver]) -> None:
    driver = start()
    before = welcome(driver)
    before.who.facilitator.setText("Ola")
    chip = next(each for each in before.who.language.buttons() if each.objectName() == "nn")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    page = welcome(driver)

    assert page is not before
    assert (driver.window.page, driver.window.title.text(), page.who.facilitator.text()) == ("welcome", "Velkomen", "Ola")
    assert focused() == "Språk i programmet: Nynorsk"
    page.show_step(2)
    QTest.mouseClick(page.where.sample, Qt.MouseButton.LeftButton)
    assert driver.program.document is not None
    assert driver.program.document.workshop.language is Language.NN


def test_the_theme_changes_at_once(start: Callable[[], Driver]) -> None:
    driver = start()
    chip = next(each for each in welcome(driver).who.scheme.buttons() if each.objectName() == "dark")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert driver.program.context.look.scheme is Scheme.DARK


def test_one_goes_back_and_forth_between_the_screens(start: Callable[[], Driver]) -> None:
    page = welcome(start())
    assert page.previous.isHidden()
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert page.next.isHidden()
    assert page.count.text() == "3 av 3"
    QTest.mouseClick(page.previous, Qt.MouseButton.LeftButton)

    assert page.count.text() == "2 av 3"


def test_it_is_opened_again_from_the_help(start: Callable[[], Driver]) -> None:
    driver = start()
    welcome(driver).skip()
    driver.program.guide.open("first")
    page = driver.window.made("help")
    assert isinstance(page, HelpPage)
    page.browser.anchorClicked.emit(QUrl("page:welcome"))

    assert driver.window.page == "welcome"


def _cards(driver: Driver) -> list[WorkshopCard]:
    return [card for card in driver.program.clients.workshops.findChildren(WorkshopCard) if card.isVisibleTo(driver.program.clients)]
