"""The facts page with real windows: dates, contact, logo, own example, and the preparation list."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import DEFAULT_CONTACT, OwnExample
from workshop_kit.store.faults import StoreFault
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.facts.logo_file import MOST_PIXELS, import_logo
from workshop_kit.ui.facts.page import FactsPage
from workshop_kit.ui.make.page import MakePage
from workshop_kit.writers.picture_file import picture_size

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="40"><rect width="30" height="40" fill="#0B3A4A"/></svg>'


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    made.new()
    yield made
    made.program.close()
    QApplication.processEvents()


def opened(driver: Driver) -> tuple[FactsPage, OpenDocument]:
    document = driver.program.document
    assert document is not None
    return driver.page(FactsPage), document


def picture(folder: Path, name: str = "vaapen.png", size: tuple[int, int] = (300, 400)) -> Path:
    path = folder / name
    Image.new("RGB", size, (20, 70, 160)).save(path)
    return path


def test_a_date_is_typed_taken_away_and_what_is_no_date_changes_nothing(driver: Driver) -> None:
    page, document = opened(driver)
    QTest.keyClicks(page.form.date.line, "14.1.2027")
    QTest.keyClick(page.form.date.line, Qt.Key.Key_Return)
    assert document.workshop.date == datetime.date(2027, 1, 14)
    assert page.form.date.line.text() == "14.01.2027"

    page.form.date.line.selectAll()
    QTest.keyClicks(page.form.date.line, "34.1.2027")
    QTest.keyClick(page.form.date.line, Qt.Key.Key_Return)
    assert page.form.date.fault.isVisible()
    assert document.workshop.date == datetime.date(2027, 1, 14)

    QTest.mouseClick(page.form.date.clear, Qt.MouseButton.LeftButton)
    assert document.workshop.date is None
    assert page.form.date.line.text() == ""
    assert not page.form.date.fault.isVisible()


def test_a_date_is_chosen_in_the_calendar(driver: Driver) -> None:
    page, document = opened(driver)
    page.form.date.choose.click()
    assert page.form.date.calendar.isVisible()
    page.form.date.calendar.clicked.emit(QDate(2027, 3, 8))

    assert document.workshop.date == datetime.date(2027, 3, 8)
    assert page.form.date.line.text() == "08.03.2027"
    assert not page.form.date.calendar.isVisible()


def test_each_client_can_have_a_contact_of_its_own_and_take_the_usual_one_back(driver: Driver) -> None:
    page, document = opened(driver)
    assert not page.form.usual_contact.isVisible()
    page.form.contact.setPlainText("Kari Nordmann\nTlf. 12 34 56 78")
    assert document.workshop.contact == "Kari Nordmann\nTlf. 12 34 56 78"
    QTest.mouseClick(page.form.usual_contact, Qt.MouseButton.LeftButton)

    assert document.workshop.contact == DEFAULT_CONTACT
    assert page.form.contact.toPlainText() == DEFAULT_CONTACT


def test_a_logo_is_taken_in_shown_and_undone(driver: Driver, tmp_path: Path) -> None:
    page, document = opened(driver)
    page.logo.take(picture(tmp_path))
    driver.until(lambda: bool(document.workshop.logo))
    driver.planned()
    planner = driver.program.planner
    assert planner is not None
    assert planner.composed is not None
    assert planner.composed.plan.logo is not None
    assert not page.logo.plate.pixmap().isNull()
    assert (document.media / document.workshop.logo).is_file()

    document.undo()
    assert document.workshop.logo == ""
    assert page.logo.plate.pixmap().isNull()
    document.redo()
    assert not page.logo.plate.pixmap().isNull()


def test_a_logo_whose_file_is_gone_is_told_on_the_page(driver: Driver) -> None:
    page, document = opened(driver)
    document.apply(replace(document.workshop, logo="borte.png"), "logoen")

    assert page.logo.state.isVisible()
    QTest.mouseClick(page.logo.remove, Qt.MouseButton.LeftButton)
    assert document.workshop.logo == ""
    assert not page.logo.state.isVisible()


def test_an_image_is_dropped_on_the_logo_and_other_files_are_not_taken(driver: Driver, tmp_path: Path) -> None:
    page, document = opened(driver)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    words = QMimeData()
    words.setUrls([QUrl.fromLocalFile(str(tmp_path / "notat.txt"))])
    enter = QDragEnterEvent(QPoint(5, 5), copy, words, left, none)
    enter.ignore()
    page.logo.dragEnterEvent(enter)
    assert not enter.isAccepted()

    image = QMimeData()
    image.setUrls([QUrl.fromLocalFile(str(picture(tmp_path)))])
    page.logo.dropEvent(QDropEvent(QPointF(5, 5), copy, image, left, none))
    driver.until(lambda: bool(document.workshop.logo))


def test_what_is_no_picture_is_told_and_nothing_is_changed(driver: Driver, tmp_path: Path) -> None:
    page, document = opened(driver)
    (tmp_path / "feil.png").write_text("ord", encoding="utf-8")
    page.logo.take(tmp_path / "feil.png")
    driver.until(lambda: driver.window.bar.isVisible())

    assert document.workshop.logo == ""
    assert "feil.png" in driver.window.bar.words.text()


def test_a_picture_is_scaled_down_and_becomes_what_the_deck_takes(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "vaapen.svg").write_text(SVG, encoding="utf-8")
    names = [
        import_logo(source, tmp_path / "media")
        for source in (
            picture(tmp_path, "stor.png", (3000, 1500)),
            picture(tmp_path, "foto.jpg", (40, 20)),
            tmp_path / "vaapen.svg",
            picture(tmp_path, "gammel.bmp", (40, 20)),
        )
    ]

    assert [picture_size(tmp_path / "media" / name) for name in names] == [(MOST_PIXELS, 600), (40, 20), (900, MOST_PIXELS), (40, 20)]
    assert [name.rsplit(".")[-1] for name in names] == ["png", "jpg", "png", "png"]


def test_the_same_picture_has_the_same_name_and_one_that_is_gone_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    source = picture(tmp_path)

    assert import_logo(source, tmp_path / "a") == import_logo(source, tmp_path / "b")
    with pytest.raises(StoreFault, match="not_found"):
        import_logo(tmp_path / "borte.png", tmp_path / "a")
    monkeypatch.setattr("workshop_kit.ui.facts.logo_file.MOST_BYTES", 10)
    with pytest.raises(StoreFault, match="picture_too_large"):
        import_logo(source, tmp_path / "a")


def test_the_own_example_is_kept_before_it_has_a_title_and_shown_when_it_has(driver: Driver) -> None:
    page, document = opened(driver)
    page.example.rows["need"].setPlainText("Barna ble\nkjørt til skolen.")
    assert document.workshop.own_example == OwnExample(title="", need="Barna ble kjørt til skolen.", did="", result="", learn="")
    assert page.example.wanted.isVisibleTo(page)
    driver.planned()
    assert page.example.picture.page is None

    QTest.keyClicks(page.example.title, "Sykkelveg")
    driver.planned()
    assert page.example.picture.page is not None
    assert page.example.picture.page.title == "Sykkelveg"
    document.undo()
    assert page.example.title.text() == ""
    assert page.example.rows["need"].toPlainText() == ""


def test_themes_have_words_in_the_language_of_the_window(driver: Driver) -> None:
    page, document = opened(driver)
    chips = page.choices.themes.chips
    kit = driver.program.context.kit
    assert kit is not None

    assert set(chips) == {theme for example in kit.library.examples for theme in example.themes}
    assert chips["vann"].text() == "Vann og avløp"
    assert all(driver.program.context.texts.known(f"facts.theme_{key}", "") for key in chips)
    QTest.mouseClick(chips["vann"], Qt.MouseButton.LeftButton)
    assert document.workshop.themes == ("vann",)


def tick(page: FactsPage, start: str) -> QCheckBox:
    return next(box for box in page.points.findChildren(QCheckBox) if box.objectName().startswith(start) and box.isVisible())


def test_a_call_is_ticked_off_counted_and_undone_and_the_keyboard_stays(driver: Driver) -> None:
    page, document = opened(driver)
    before = page.points.summary.text()
    driver.window.activateWindow()
    box = tick(page, "tick-call:")
    name = box.objectName()
    box.setFocus()
    box.click()

    assert document.workshop.done == (name.removeprefix("tick-"),)
    assert page.points.summary.text() != before
    assert page.points.summary.text().startswith("1 av ")
    document.undo()
    assert document.workshop.done == ()
    assert page.points.summary.text() == before
    driver.until(lambda: any(not each.isChecked() and each.isVisible() for each in page.points.findChildren(QCheckBox, name)))


def jump(driver: Driver, page: FactsPage, key: str) -> QPushButton:
    def shown() -> list[QPushButton]:
        return [each for each in page.points.findChildren(QPushButton, f"point-{key}") if each.isVisible()]

    driver.until(lambda: len(shown()) == 1)
    return shown()[0]


def test_a_point_of_the_page_itself_leads_to_its_field(driver: Driver) -> None:
    page, _ = opened(driver)
    driver.window.activateWindow()
    driver.bot.waitActive(driver.window)
    for key, field in (
        ("place", page.form.place),
        ("date", page.form.date.line),
        ("participants", page.form.participants),
        ("own_goals", page.choices.own_goals[0][1]),
    ):
        jump(driver, page, key).click()
        assert driver.window.focusWidget() is field


def test_a_point_of_another_page_leads_there(driver: Driver) -> None:
    page, _ = opened(driver)
    asked: list[str] = []
    page.jump.connect(asked.append)
    for key in ("report", "prints", "pack"):
        driver.window.show_page("facts")
        jump(driver, page, key).click()

    assert asked == ["figures", "sheets", "make"]
    assert driver.window.page == "make"


def test_the_pack_is_a_point_until_it_is_made_and_again_when_it_is_old(driver: Driver) -> None:
    page, document = opened(driver)
    make = driver.page(MakePage)
    driver.window.show_page("make")
    make.start.click()
    driver.until(lambda: make.deck.isEnabled())
    driver.window.show_page("facts")
    assert jump(driver, page, "pack").accessibleName().startswith("Gjort")

    document.apply(replace(document.workshop, place="Rådhuset"), "stedet")
    assert jump(driver, page, "pack_stale").isVisible()


def test_tab_leads_through_the_form_in_its_order(driver: Driver) -> None:
    page, _ = opened(driver)
    driver.window.activateWindow()
    driver.bot.waitActive(driver.window)
    page.form.place.setFocus()
    wanted = [page.form.facilitator, page.form.contact, page.form.participants, page.form.group_size, page.logo.choose]
    for field in wanted:
        QTest.keyClick(driver.window.focusWidget(), Qt.Key.Key_Tab)
        assert driver.window.focusWidget() is field


def test_own_goals_are_typed_in_any_row_and_never_run_into_each_other(driver: Driver) -> None:
    page, document = opened(driver)
    (_, first), (_, second), _ = page.choices.own_goals
    QTest.keyClicks(second, "abc")
    assert [goal.text for goal in document.workshop.own_goals] == ["abc"]
    assert first.text() == ""
    QTest.keyClicks(first, "en")
    first.selectAll()
    QTest.keyClick(first, Qt.Key.Key_Backspace)
    QTest.keyClicks(first, "ny")

    assert [goal.text for goal in document.workshop.own_goals] == ["ny", "abc"]
    document.undo()
    assert (first.text(), second.text()) == ("", "")


def test_the_goals_names_follow_the_workshops_language(driver: Driver) -> None:
    page, document = opened(driver)
    document.apply(replace(document.workshop, language=Language.NN), "nynorsk")

    assert page.choices.goals.chips["2"].text() == "2 Utrydde svolt"
