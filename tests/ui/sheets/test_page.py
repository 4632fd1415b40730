"""The page with the sheets, driven: copies, groups, what is left out, the preview, and the PDF files."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit.domain.by_hand import Copies
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import write_sheet
from workshop_kit.scene.page import Document
from workshop_kit.scene.theme import Theme
from workshop_kit.store.faults import fault_of
from workshop_kit.ui.sheets import pdf_files
from workshop_kit.ui.sheets.number_box import NumberBox
from workshop_kit.ui.sheets.page import SheetsPage
from workshop_kit.ui.sheets.preview import Fit


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    made.new()
    made.window.show_page("sheets")
    yield made
    made.program.close()
    QApplication.processEvents()


@pytest.fixture
def page(driver: Driver) -> SheetsPage:
    return driver.page(SheetsPage)


def workshop(driver: Driver) -> Workshop:
    assert driver.program.document is not None
    return driver.program.document.workshop


def box(page: SheetsPage, key: str) -> NumberBox:
    found = page.view.indexWidget(page.model.index(page.model.row_of(key)))
    assert isinstance(found, NumberBox)
    return found


def lines(page: SheetsPage, key: str) -> tuple[str, str]:
    listed = page.model.listed(page.model.row_of(key))
    assert listed is not None
    return page.model.lines(listed)


def choose(page: SheetsPage, key: str) -> None:
    page.view.setCurrentIndex(page.model.index(page.model.row_of(key)))


def told_in(page: SheetsPage) -> str:
    return "\n".join(each.text() for each in page.groups.findChildren(QLabel) if not each.isHidden())


def answer_with(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer the question of where to save."""

    def ask(*_: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)


def test_without_a_head_count_copies_are_shown_for_an_assumed_one_with_a_way_to_fill_it_in(driver: Driver, page: SheetsPage) -> None:
    assert box(page, "programme").value() == 21
    assert "regnet med 20 deltakere" in page.groups.assumed.text()
    driver.window.activateWindow()
    driver.bot.waitActive(driver.window)
    QTest.mouseClick(page.groups.fill_in, Qt.MouseButton.LeftButton)

    driver.until(page.groups.participants.hasFocus)
    QTest.keyClicks(page.groups.participants, "24")
    assert workshop(driver).participants == 24
    assert page.groups.assumed.isHidden()
    assert box(page, "programme").value() == 25


def test_the_head_count_and_the_group_size_give_tables_paper_and_materials_and_are_undone(driver: Driver, page: SheetsPage) -> None:
    page.groups.participants.setValue(17)
    page.groups.group_size.setValue(5)

    assert lines(page, "F9") == ("A3", "4 bord + 1 i reserve")
    assert "4 bord: 5, 4, 4, 4" in told_in(page)
    assert page.groups.paper.text().endswith("ark A3")
    assert "Effekt og innsats · 4 grupper" in told_in(page)
    assert "Plakat med de 17 målene\nPenner i to farger" in told_in(page)
    assert "ikke lagt sammen" in told_in(page)
    assert driver.program.document is not None
    driver.program.document.undo()
    driver.program.document.undo()
    assert (page.groups.participants.value(), page.groups.group_size.value()) == (0, 0)
    assert box(page, "programme").value() == 21


def test_copies_are_changed_in_the_list_and_taken_back_to_what_is_reckoned(driver: Driver, page: SheetsPage) -> None:
    field = box(page, "F9")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert workshop(driver).copies == (Copies(sheet="F9", count=12),)
    assert lines(page, "F9")[1] == "Ditt tall. Regnet ut: 4"
    choose(page, "F9")
    QTest.mouseClick(page.chosen.reckoned, Qt.MouseButton.LeftButton)
    assert workshop(driver).copies == ()
    assert box(page, "F9").value() == 4


def test_a_sheet_is_left_out_and_taken_in_again(driver: Driver, page: SheetsPage) -> None:
    choose(page, "F5")
    before = page.groups.paper.text()
    QTest.mouseClick(page.chosen.leave_out, Qt.MouseButton.LeftButton)

    assert workshop(driver).copies == (Copies(sheet="F5", count=0),)
    assert lines(page, "F5")[1] == "Skrives ikke ut"
    assert page.groups.paper.text() != before
    assert page.groups.colour.text() == "Alt kan være svart-hvitt."
    QTest.mouseClick(page.chosen.leave_out, Qt.MouseButton.LeftButton)
    assert workshop(driver).copies == ()
    assert page.groups.paper.text() == before


def test_a_sheet_whose_exercise_is_out_of_the_day_says_so_and_leads_there(driver: Driver, page: SheetsPage) -> None:
    choose(page, "F9")
    assert driver.program.document is not None
    driver.program.document.apply(replace(workshop(driver), dropped=("F9",)), "ta ut")
    driver.planned()

    driver.until(lambda: lines(page, "F9")[0] == "Øvelsen er tatt ut av dagen")
    assert page.chosen.preview.isHidden()
    QTest.mouseClick(page.chosen.to_day, Qt.MouseButton.LeftButton)
    assert driver.window.page == "agenda"


def test_the_preview_paints_every_page_and_goes_through_them_and_their_sizes(driver: Driver, page: SheetsPage) -> None:
    choose(page, "F5")
    preview = page.chosen.preview
    driver.until(lambda: all(view.image is not None for view in preview.views))
    whole = preview.views[0].height()

    assert [view.page.content_id for view in preview.views] == ["F5", "F5-A3"]
    assert whole <= preview.viewport().height()
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.current == 1
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.current == 0
    QTest.mouseClick(page.chosen.whole_width, Qt.MouseButton.LeftButton)
    assert preview.fit is Fit.WIDTH
    QTest.mouseClick(page.chosen.larger, Qt.MouseButton.LeftButton)
    larger = preview.per_cent
    assert preview.fit is Fit.STEP
    QTest.mouseClick(page.chosen.smaller, Qt.MouseButton.LeftButton)
    assert preview.per_cent < larger
    QTest.mouseClick(page.chosen.whole_page, Qt.MouseButton.LeftButton)
    assert preview.views[0].height() == whole
    driver.window.activateWindow()
    driver.bot.waitActive(driver.window)
    page.view.setFocus()
    before = preview.per_cent
    QTest.keyClick(page.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = preview.per_cent
    QTest.keyClick(page.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert before < larger
    assert preview.per_cent < larger


def test_one_sheet_is_opened_as_a_pdf_and_where_no_program_does_so_it_is_told_where_it_lies(
    driver: Driver, page: SheetsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    choose(page, "F17")
    QTest.mouseClick(page.chosen.open, Qt.MouseButton.LeftButton)
    assert not page.chosen.open.isEnabled()
    driver.until(lambda: bool(opened))

    assert opened[0].name == "3110-hvaler-ark-f17-nb.pdf"
    assert opened[0].read_bytes().startswith(b"%PDF")
    assert page.chosen.open.isEnabled()
    assert not driver.window.bar.isVisible()
    QTest.mouseClick(page.chosen.open, Qt.MouseButton.LeftButton)
    driver.until(driver.window.bar.isVisible)
    assert str(opened[1]) in driver.window.bar.words.text()


def test_all_sheets_that_are_printed_are_saved_as_one_pdf(
    driver: Driver, page: SheetsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []

    def write(document: Document, theme: Theme, path: Path) -> Path:
        pages.extend(each.content_id for each in document.pages)
        return write_sheet(document, theme, path)

    monkeypatch.setattr(pdf_files, "write_sheet", write)
    answer_with(monkeypatch, tmp_path / "alle")
    page.set_copies("F9", 0)
    QTest.mouseClick(page.save_all, Qt.MouseButton.LeftButton)
    driver.until(driver.window.bar.isVisible)

    assert (tmp_path / "alle.pdf").read_bytes().startswith(b"%PDF")
    assert str(tmp_path / "alle.pdf") in driver.window.bar.words.text()
    assert pages[:4] == ["F1", "F5", "F5-A3", "F17"]
    assert {"programme", "run-sheet"} <= set(pages)


def test_a_pdf_that_cannot_be_written_is_told_and_can_be_tried_again(
    driver: Driver, page: SheetsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Path:
        raise fault_of(OSError(errno.ENOSPC, "full"), tmp_path / "alle.pdf")

    monkeypatch.setattr(pdf_files, "write_sheet", fail)
    answer_with(monkeypatch, tmp_path / "alle.pdf")
    QTest.mouseClick(page.save_all, Qt.MouseButton.LeftButton)
    driver.until(driver.window.bar.isVisible)

    assert page.save_all.isEnabled()
