"""The settings page with real windows: person, folders, and colours that are tried and taken into use."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit.scene.brand import shipped_brand
from workshop_kit.scene.brand_file import brand_text, read_brand
from workshop_kit.scene.page import Page, Shape
from workshop_kit.ui.settings.page import SettingsPage

VIOLET = "3A1E5C"


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    made.window.show_page("settings")
    yield made
    made.program.close()
    QApplication.processEvents()


def opened(driver: Driver) -> SettingsPage:
    page = driver.page(SettingsPage)
    driver.until(lambda: page.person.picture.page is not None)
    return page


def words_of(page: Page | None) -> str:
    items = () if page is None else page.items
    texts = [item.text for item in items if isinstance(item, Shape) and item.text]
    return " ".join(run.text for text in texts for block in text.blocks for run in block.runs)


def test_the_contact_is_seen_on_the_closing_slide_as_it_is_typed(driver: Driver) -> None:
    page = opened(driver)
    page.person.contact.setPlainText("Kari Nordmann\nTlf. 12 34 56 78")

    assert "Kari Nordmann" in words_of(page.person.picture.page)
    assert driver.program.context.settings.contact.startswith("Kari Nordmann")


def test_another_workshops_folder_is_listed_at_once_and_no_file_is_moved(driver: Driver, tmp_path: Path) -> None:
    driver.new()
    driver.program.leave()
    driver.window.show_page("settings")
    page = opened(driver)
    usual, other = tmp_path / "workshops", tmp_path / "andre"
    other.mkdir()
    before = sorted(usual.rglob("*"))
    page.workshops_folder.path.setText(str(other))
    page.workshops_folder.path.editingFinished.emit()
    driver.new("4649")

    document = driver.program.document
    assert document is not None
    assert document.path.is_relative_to(other)
    assert sorted(usual.rglob("*")) == before
    page.workshops_folder.reset.click()
    driver.program.leave()
    driver.new("3110")
    assert driver.program.document is not None
    assert driver.program.document.path.is_relative_to(usual)


def test_a_folder_that_is_gone_or_cannot_be_written_in_is_told(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(driver)
    field, texts = page.workshops_folder, driver.program.context.texts
    field.show_folder(str(tmp_path / "borte"))
    assert field.state.text() == texts("settings.folder_gone")
    assert not field.open.isEnabled()

    allowed = os.access

    def read_only(path: str, mode: int) -> bool:
        return not mode & os.W_OK and allowed(path, mode)

    monkeypatch.setattr(os, "access", read_only)
    field.show_folder(str(tmp_path))
    assert field.state.text() == texts("settings.folder_read_only")
    page.own_folder.show_folder(str(tmp_path))
    assert page.own_folder.state.text() == ""


def test_a_colour_is_tried_on_the_slides_saved_and_used_everywhere(driver: Driver, tmp_path: Path) -> None:
    page, context = opened(driver), driver.program.context
    swatch = page.brand.swatches["tx2"]
    assert not page.brand.save.isEnabled()
    swatch.digits.setFocus()
    swatch.digits.selectAll()
    QTest.keyClicks(swatch.digits, VIOLET)
    assert page.brand.save.isEnabled()
    assert page.brand.colours["tx2"] == VIOLET
    assert context.kit is not None
    assert context.kit.theme.colour("tx2") != VIOLET

    page.brand.save.click()
    driver.until(lambda: context.kit is not None and context.kit.theme.colour("tx2") == VIOLET)
    assert context.settings.brand_file == str(tmp_path / "brand.toml")
    assert read_brand(tmp_path / "brand.toml")[1] == ()
    page.brand.usual.click()
    driver.until(lambda: context.kit is not None and context.kit.theme.colour("tx2") != VIOLET)
    assert context.settings.brand_file == ""


def test_a_colour_that_cannot_be_read_is_told_and_cannot_be_used(driver: Driver) -> None:
    page = opened(driver)
    page.brand.swatches["accent1"].changed.emit("AABBCC")

    assert not page.brand.save.isEnabled()
    assert "Aksent er for svak mot" in page.brand.verdict.text()
    page.brand.usual.click()
    assert page.brand.colours == dict(shipped_brand().colours)


def test_colours_are_chosen_beside_the_window_and_a_way_back_is_kept(driver: Driver) -> None:
    page = opened(driver)
    swatch = page.brand.swatches["accent2"]
    before = page.brand.colours["accent2"]
    swatch.pick.click()
    dialog = swatch.findChild(QColorDialog)
    assert dialog is not None
    assert not dialog.isModal()
    dialog.setCurrentColor(QColor("#8E2E2E"))
    assert page.brand.colours["accent2"] == "8E2E2E"
    dialog.reject()
    assert page.brand.colours["accent2"] == before


def test_a_colour_file_with_faults_is_told_on_the_page_and_decks_stay_as_they_were(driver: Driver, tmp_path: Path) -> None:
    page, context = opened(driver), driver.program.context
    path = tmp_path / "min.toml"
    path.write_text(brand_text({"tx2": "F0F0F0"}, "Lys"), encoding="utf-8")
    page.brand._use(str(path))  # pyright: ignore[reportPrivateUsage] - what the file chooser leads to
    driver.until(lambda: any(problem.key == "content.brand_too_weak" for problem in context.problems))

    assert context.kit is not None
    assert context.kit.theme.colours == shipped_brand().colours
    assert page.brand.usual.isEnabled()


def test_own_content_is_checked_anew_and_its_page_is_asked_for(driver: Driver, tmp_path: Path) -> None:
    page = opened(driver)
    asked: list[str] = []
    page.jump.connect(asked.append)
    assert not page.check.isEnabled()
    page.own_folder.path.setText(str(tmp_path))
    page.own_folder.path.editingFinished.emit()
    assert page.check.isEnabled()
    with driver.bot.waitSignal(driver.program.context.kit_ready, timeout=20_000):
        page.check.click()

    assert asked == ["content"]


def test_a_brand_that_cannot_be_written_is_told_and_nothing_is_changed(driver: Driver, tmp_path: Path) -> None:
    page, context = opened(driver), driver.program.context
    kept = tmp_path / "brand.toml"
    kept.mkdir()
    (kept / "x").touch()
    page.brand.swatches["tx2"].changed.emit(VIOLET)
    page.brand.save.click()

    assert context.settings.brand_file == ""
    assert driver.window.bar.words.text() != ""
    assert stat.S_ISDIR(kept.stat().st_mode)
