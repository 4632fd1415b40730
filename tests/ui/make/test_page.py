"""The page that makes the pack, driven: what it shows before, during and after, what was edited, and what goes wrong."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from tests.writers import deck_editing
from workshop_kit import pack_writing
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.pack_choice import NAME
from workshop_kit.ui.make.file_row import RowState
from workshop_kit.ui.make.page import MakePage

DECK = "3110-hvaler-presentasjon-nb.pptx"
SECOND = "3110-hvaler-presentasjon-nb-2.pptx"
PROGRAMME = "3110-hvaler-program-nb.pdf"
GLOSSARY = "3110-hvaler-ordliste-nb.pdf"
MOST_BLOCKED = 50
"""Milliseconds; the window's thread is never held longer."""
CALM = 4
"""Times as long may pass on a machine that has other things to do."""


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    made.new()
    yield made
    made.program.close()
    QApplication.processEvents()


def shown(driver: Driver) -> MakePage:
    """Go to the page, and wait until it shows what would be made."""
    driver.window.show_page("make")
    found = driver.window.made("make")
    assert isinstance(found, MakePage)
    driver.until(lambda: found.files.is_planned)
    return found


@pytest.fixture
def page(driver: Driver) -> MakePage:
    return shown(driver)


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def make(driver: Driver, page: MakePage) -> None:
    """Press the button, and wait until it is over."""
    page.start.click()
    assert page.maker.is_running
    driver.until(lambda: not page.maker.is_running)


def only(page: MakePage, *names: str) -> None:
    """Choose some files alone."""
    for name, row in page.files.rows.items():
        if row.slot:
            row.box.setChecked(name in names)


def told(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def says(driver: Driver, widget: QWidget, *texts: str) -> None:
    """Wait until something is said; labels come into sight a moment after they are made."""
    driver.until(lambda: all(text in told(widget) for text in texts))


def states(page: MakePage) -> dict[str, RowState]:
    return {name: row.state for name, row in page.files.rows.items()}


def folder(driver: Driver) -> Path:
    document = driver.program.document
    assert document is not None
    return document.path.parent / "pack" / "3110-hvaler"


def test_before_anything_is_made_the_page_says_what_will_be(driver: Driver, page: MakePage) -> None:
    assert page.will.text().startswith("Dette blir laget: en presentasjon med ")
    assert "ark til 4 øvelser" in page.will.text()
    assert set(states(page).values()) == {RowState.NEW}
    assert len(states(page)) == 10
    says(driver, page.changes, "ikke laget ennå")
    assert not page.deck.isEnabled()


def test_every_file_goes_from_waiting_to_done_and_the_time_is_told(driver: Driver, page: MakePage) -> None:
    seen: list[RowState] = []

    def note() -> None:
        seen.append(page.files.rows[DECK].state)

    page.maker.began.connect(note)
    page.maker.stepped.connect(note)
    make(driver, page)

    assert seen[:2] == [RowState.WAITS, RowState.MAKING]
    assert set(states(page).values()) == {RowState.DONE}
    assert page.state.text().startswith("Ferdig på ")
    assert "10 filer" in page.state.text()
    assert page.deck.isEnabled()
    assert page.start.hasFocus() or page.start.isVisible()


def test_stopped_it_leaves_whole_files_and_says_which_were_not_made(driver: Driver, page: MakePage) -> None:
    def stop(number: int) -> None:
        if number == 2:
            page.stop.click()

    page.maker.stepped.connect(stop)
    make(driver, page)

    assert "Stoppet" in page.state.text()
    assert states(page)[DECK] is RowState.DONE
    assert states(page)[GLOSSARY] is RowState.NOT_MADE
    assert sorted(path.suffix for path in folder(driver).iterdir()) != []
    assert not [path for path in folder(driver).iterdir() if "saving" in path.name]
    assert page.start.isVisible()
    assert not page.stop.isVisible()


def test_opened_again_the_page_shows_the_pack_that_lies_there_and_that_it_is_current(driver: Driver, page: MakePage) -> None:
    make(driver, page)
    document = driver.program.document
    assert document is not None
    path = document.path
    driver.program.leave()
    driver.program.open(path)
    driver.planned()
    again = shown(driver)

    assert again is not page
    assert set(states(again).values()) == {RowState.CURRENT}
    says(driver, again.changes, "Laget ", "Ingenting er endret siden da")
    assert again.deck.isEnabled()


def test_a_changed_workshop_says_what_the_next_making_changes_and_why(driver: Driver, page: MakePage) -> None:
    make(driver, page)
    document = driver.program.document
    assert document is not None
    document.apply(replace(document.workshop, goals=(3,), dropped=("F9",)), "endre")
    driver.until(lambda: states(page).get(DECK) is RowState.STALE)

    says(driver, page.changes, "«Disse målene vil vi arbeide videre med i dag»", "Filer som er ute:", "mål og temaer")
    assert states(page)[GLOSSARY] is RowState.CURRENT


def test_an_edited_deck_is_shown_as_kept_with_what_was_done_to_it(driver: Driver, page: MakePage) -> None:
    only(page, DECK)
    make(driver, page)
    deck_editing.edit(folder(driver) / DECK, deck_editing.add("Vårt eget"), deck_editing.hide(3), deck_editing.remove(2))
    driver.window.show_page("facts")
    driver.window.show_page("make")
    driver.until(lambda: SECOND in page.files.rows)

    assert page.changes.edited.isVisible()
    assert states(page)[DECK] is RowState.KEPT
    says(driver, page.changes.edited, "Du har endret ett lysbilde:\n«Hva betyr dette for Hvaler kommune?» (skjult)")
    says(driver, page.changes.edited, "Du har lagt til ett lysbilde:\n«Vårt eget»", "Du har tatt ut ett lysbilde:")
    make(driver, page)
    assert states(page)[SECOND] is RowState.DONE
    says(driver, page.changes.edited, "«Vårt eget»")


def test_a_file_that_is_held_is_told_on_its_row_and_the_others_are_made(
    driver: Driver, page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = pack_writing.write_whole

    def refuse(path: Path, data: bytes) -> None:
        if path.name == PROGRAMME:
            raise StoreFault(path, "store.in_use")
        write(path, data)

    monkeypatch.setattr(pack_writing, "write_whole", refuse)
    make(driver, page)

    assert states(page)[PROGRAMME] is RowState.FAILED
    says(driver, page.files.rows[PROGRAMME], "i bruk i et annet program")
    assert states(page)[DECK] is states(page)[GLOSSARY] is RowState.DONE
    assert "Én fil ble ikke laget" in page.state.text()


def test_a_full_disk_is_told_and_nothing_more_is_tried(driver: Driver, page: MakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise StoreFault(path, "store.no_space")

    monkeypatch.setattr(pack_writing, "write_whole", refuse)
    make(driver, page)

    assert "ikke plass på disken" in page.state.text()
    assert states(page)[DECK] is RowState.FAILED
    assert states(page)[PROGRAMME] is RowState.NOT_MADE


def test_files_that_are_not_ticked_are_left_out_and_that_is_remembered(driver: Driver, page: MakePage) -> None:
    page.files.rows[GLOSSARY].box.setChecked(False)
    driver.until(lambda: states(page)[GLOSSARY] is RowState.LEFT_OUT)
    make(driver, page)
    document = driver.program.document
    assert document is not None
    path = document.path
    driver.program.leave()
    driver.program.open(path)
    driver.planned()
    again = shown(driver)

    assert not (folder(driver) / GLOSSARY).exists()
    assert states(again)[GLOSSARY] is RowState.LEFT_OUT
    assert not again.files.rows[GLOSSARY].box.isChecked()


def test_with_nothing_ticked_there_is_nothing_to_make(driver: Driver, page: MakePage) -> None:
    only(page)
    driver.until(lambda: not page.start.isEnabled())

    assert "Ingen filer er valgt" in page.will.text()


def test_another_folder_is_used_and_remembered_and_one_that_is_gone_is_told(driver: Driver, page: MakePage, tmp_path: Path) -> None:
    other = tmp_path / "minnepinne"
    other.mkdir()
    page.set_folder(str(other))
    driver.until(lambda: str(other) in page.place.text())
    only(page, PROGRAMME)
    make(driver, page)

    assert (other / "3110-hvaler" / PROGRAMME).is_file()
    assert page.usual.isVisible()
    document = driver.program.document
    assert document is not None
    assert str(other) in (document.path.parent / NAME).read_text(encoding="utf-8")
    for path in (other / "3110-hvaler").iterdir():
        path.unlink()
    (other / "3110-hvaler").rmdir()
    other.rmdir()
    driver.window.show_page("facts")
    driver.window.show_page("make")
    driver.until(lambda: "ikke tilgjengelig" in page.place.text())
    assert page.maker.out == document.path.parent / "pack"


def test_what_opens_nothing_is_told(driver: Driver, page: MakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    only(page, PROGRAMME)
    make(driver, page)
    opened: list[str] = []

    def refuse(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    press(page.files.rows[PROGRAMME].open)

    assert [Path(each) for each in opened] == [folder(driver) / PROGRAMME]
    assert "Fant ikke noe program som åpner" in driver.window.bar.words.text()
    (folder(driver) / PROGRAMME).unlink()
    page.files.rows[PROGRAMME].open.click()
    assert "finnes ikke lenger" in driver.window.bar.words.text()


def test_open_problems_are_summed_up_with_a_jump_to_the_slides(driver: Driver, page: MakePage) -> None:
    document = driver.program.document
    assert document is not None
    document.apply(replace(document.workshop, pinned=("TULL-1",)), "fest")
    driver.until(page.changes.problems.isVisible)
    go = page.findChild(QPushButton, "see-problems")

    says(driver, page.changes.problems, "TULL-1")
    assert go is not None
    press(go)
    assert driver.window.page == "slides"


def test_every_control_has_a_name_and_the_page_has_no_wider_rows_than_room_at_double_size(driver: Driver, page: MakePage) -> None:
    driver.program.context.change(replace(driver.program.context.settings, text_size=200))
    driver.window.resize(1280, 720)
    driver.until(lambda: page.width() <= 1280)
    QApplication.processEvents()

    for each in (*page.findChildren(QPushButton), *(row.box for row in page.files.rows.values())):
        assert each.accessibleName() or each.text()
    assert all(row.minimumSizeHint().width() <= page.width() for row in page.files.rows.values())


@pytest.mark.skipif(os.name != "posix", reason="a folder's mode says nothing on Windows")
def test_a_folder_that_cannot_be_made_is_told(driver: Driver, page: MakePage, tmp_path: Path) -> None:
    other = tmp_path / "annet"
    other.mkdir()
    (other / "3110-hvaler").write_text("", encoding="utf-8")
    page.set_folder(str(other))
    driver.until(lambda: str(other) in page.place.text())
    make(driver, page)

    assert str(other) in page.state.text()
    assert page.start.isVisible()
