"""Whole stories with real windows: a new client's pack, undoing to the start, opening again, and what goes wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language
from workshop_kit.store.document import read_workshop
from workshop_kit.store.history import list_versions
from workshop_kit.ui.facts.page import FactsPage
from workshop_kit.ui.make.page import MakePage
from workshop_kit.ui.settings.page import SettingsPage
from workshop_kit.ui.tokens import Scheme


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    yield made
    made.program.close()
    QApplication.processEvents()


def facts(driver: Driver) -> FactsPage:
    page = driver.page(FactsPage)
    assert isinstance(page, FactsPage)
    return page


def make(driver: Driver) -> MakePage:
    page = driver.page(MakePage)
    assert isinstance(page, MakePage)
    return page


def test_from_a_municipality_to_its_pack(driver: Driver) -> None:
    driver.program.clients.select("3110")
    QTest.mouseClick(driver.program.clients.card.go_on, Qt.MouseButton.LeftButton)
    driver.planned()
    QTest.keyClicks(facts(driver).form.place, "Skjærhalden")
    driver.window.show_page("make")
    QTest.mouseClick(make(driver).start, Qt.MouseButton.LeftButton)
    driver.until(lambda: make(driver).deck.isEnabled())

    document = driver.program.document
    assert document is not None
    folder = document.path.parent / "pack" / "3110-hvaler"
    assert (folder / "3110-hvaler-presentasjon-nb.pptx").is_file()
    assert len(list(folder.glob("*.pdf"))) == 9
    assert read_workshop(document.path).place == "Skjærhalden"


def test_every_change_is_undone_to_the_start_and_done_again(driver: Driver) -> None:
    driver.new()
    document = driver.program.document
    assert document is not None
    first, page = document.workshop, facts(driver)
    chip = next(each for each in page.form.lengths.buttons() if each.objectName() == Length.FULL_DAY.value)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.form.place, "Rådhuset")
    QTest.mouseClick(page.choices.goals.chips["11"], Qt.MouseButton.LeftButton)
    last = document.workshop

    assert (last.length, last.place, last.goals) == (Length.FULL_DAY, "Rådhuset", (11,))
    for _ in range(3):
        QTest.mouseClick(driver.window.undo, Qt.MouseButton.LeftButton)
    assert document.workshop == first
    assert not driver.window.undo.isEnabled()
    assert (page.form.place.text(), page.choices.goals.chips["11"].isChecked()) == ("", False)
    for _ in range(3):
        QTest.mouseClick(driver.window.redo, Qt.MouseButton.LeftButton)
    assert document.workshop == last


def test_what_is_changed_is_saved_by_itself_and_kept_as_versions(driver: Driver, tmp_path: Path) -> None:
    driver.new()
    document = driver.program.document
    assert document is not None
    QTest.keyClicks(facts(driver).form.place, "Rådhuset")
    driver.until(lambda: not document.is_dirty)

    assert read_workshop(document.path).place == "Rådhuset"
    assert len(list_versions(document.path, tmp_path / "history")) == 2


def test_a_workshop_is_listed_and_opened_again(driver: Driver) -> None:
    driver.new("4649", Language.NN)
    document = driver.program.document
    assert document is not None
    path = document.path
    driver.window.show_page("clients")
    driver.program.open(path)

    assert driver.window.page == "facts"
    assert "Stad" in driver.window.title.text()
    assert driver.program.document is not None
    assert driver.program.document.workshop.language is Language.NN


def test_a_broken_document_is_put_right_from_its_newest_version_and_told(driver: Driver) -> None:
    driver.new()
    document = driver.program.document
    assert document is not None
    QTest.keyClicks(facts(driver).form.place, "Rådhuset")
    driver.until(lambda: not document.is_dirty)
    path = document.path
    driver.program.leave()
    path.write_bytes(path.read_bytes()[:40])
    driver.program.open(path)

    assert driver.program.document is not None
    assert driver.program.document.workshop.place == "Rådhuset"
    assert driver.window.bar.isVisible()
    assert path.with_name(path.name + ".broken").exists()


def test_a_file_that_somebody_else_changed_is_not_overwritten(driver: Driver) -> None:
    driver.new()
    document = driver.program.document
    assert document is not None
    theirs = document.path.read_bytes().replace(b'"place": ""', b'"place": "Deres"')
    document.path.write_bytes(theirs)
    QTest.keyClicks(facts(driver).form.place, "Vår")
    driver.until(lambda: driver.window.bar.isVisible())

    assert document.path.read_bytes() == theirs
    assert document.workshop.place == "Vår"


def test_settings_change_the_look_at_once_and_are_kept(driver: Driver, tmp_path: Path) -> None:
    page = driver.page(SettingsPage)
    assert isinstance(page, SettingsPage)
    page.scheme.setCurrentIndex(page.scheme.findData("dark"))
    page.scheme.activated.emit(page.scheme.currentIndex())

    assert driver.program.context.look.scheme is Scheme.DARK
    assert b'"dark"' in (tmp_path / "settings.json").read_bytes()


def test_pages_that_need_a_workshop_wait_for_one(driver: Driver) -> None:
    driver.window.show_page("agenda")

    assert driver.window.page == "clients"
    link = driver.window.findChild(QPushButton, "agenda")
    assert link is not None
    assert not link.isEnabled()


def test_the_window_opens_with_keys_alone(driver: Driver) -> None:
    driver.new()
    driver.window.activateWindow()
    driver.bot.waitActive(driver.window)
    QTest.keyClick(driver.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    driver.until(lambda: driver.window.page == "agenda")


def test_a_workshop_is_closed_while_its_plan_is_under_way(driver: Driver) -> None:
    driver.program.new_workshop("3110", Language.NB)
    driver.program.leave()
    driver.until(lambda: driver.program.context.jobs.is_idle)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()

    assert driver.program.planner is None
