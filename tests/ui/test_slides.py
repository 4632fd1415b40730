"""The deck is looked at and changed slide by slide: why each is there, shown, hidden, moved, reworded, swapped and added."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit.domain.by_hand import OwnSlideLayout, SlideEdit
from workshop_kit.domain.workshop import Workshop
from workshop_kit.ui.slides.model import Shown, slide_data
from workshop_kit.ui.slides.page import SlidesPage


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    made.new()
    made.window.show_page("slides")
    yield made
    made.program.close()
    QApplication.processEvents()


@pytest.fixture
def page(driver: Driver) -> SlidesPage:
    return driver.page(SlidesPage)


def workshop(driver: Driver) -> Workshop:
    assert driver.program.document is not None
    return driver.program.document.workshop


def listed(page: SlidesPage) -> list[Shown]:
    return [shown for shown in map(page.model.shown, range(page.model.rowCount())) if shown is not None]


def shown(page: SlidesPage) -> list[str]:
    return [each.page.key for each in listed(page) if not each.slide.hidden]


def key(page: SlidesPage) -> str:
    assert page.chosen is not None
    return page.chosen.key


def test_the_chosen_slide_is_shown_with_its_notes_and_why_it_is_there(page: SlidesPage) -> None:
    page.show_item("BEG-2")

    assert "Si:" in page.about.notes.text()
    reasons = [words.text() for words in page.about.findChildren(type(page.title)) if words.text()]
    assert any("halv dag" in words for words in reasons)


def test_keys_pin_hide_and_take_out_and_what_was_taken_out_is_had_back(driver: Driver, page: SlidesPage) -> None:
    page.show_item("BEG-2")
    QTest.keyClick(page.view, Qt.Key.Key_P)
    assert workshop(driver).pinned == ("BEG-2",)
    QTest.keyClick(page.view, Qt.Key.Key_H)
    driver.planned()
    assert (workshop(driver).pinned, workshop(driver).hidden) == ((), ("BEG-2",))
    assert next(each for each in listed(page) if each.page.key == "BEG-2").slide.hidden
    page.show_item("BEG-2")
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    driver.planned()
    assert "BEG-2" not in {each.page.key for each in listed(page)}
    assert page.out.isVisibleTo(page)
    page.out.menu().aboutToShow.emit()
    page.out.menu().actions()[0].trigger()
    driver.planned()

    assert "BEG-2" in shown(page)


def test_alt_and_an_arrow_moves_a_slide_past_the_next_and_it_stays_chosen(driver: Driver, page: SlidesPage) -> None:
    before = shown(page)
    page.show_item("BEG-2")
    QTest.keyClick(page.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    driver.planned()
    place = before.index("BEG-2")
    wanted = [*before]
    wanted[place], wanted[place + 1] = wanted[place + 1], wanted[place]

    assert shown(page) == wanted
    assert key(page) == "BEG-2"
    QTest.keyClick(page.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    driver.planned()
    assert shown(page) == before


def test_a_slide_is_dragged_to_another_section(driver: Driver, page: SlidesPage) -> None:
    target = next(row for row, each in enumerate(listed(page)) if each.page.key == "SAM-2")
    page.model.dropMimeData(slide_data("BEG-2"), Qt.DropAction.MoveAction, target + 1, 0, page.model.index(-1))
    driver.planned()
    keys = shown(page)

    assert keys[keys.index("SAM-2") + 1] == "BEG-2"
    assert key(page) == "BEG-2"


def test_words_are_changed_for_this_client_seen_in_the_deck_and_had_back(driver: Driver, page: SlidesPage) -> None:
    page.show_item("BEG-2")
    assert page.chosen is not None
    before = page.chosen.title
    QTest.keyClick(page.view, Qt.Key.Key_E)
    assert page.editor.fields["title"].hasFocus()
    page.editor.fields["title"].setPlainText("En by for folk i Hvaler")
    page.editor.fields["say"].setPlainText("Fortell om havna.\nVent på svar.")
    driver.planned()

    assert page.chosen is not None
    assert page.chosen.title == "En by for folk i Hvaler"
    assert workshop(driver).edits == (
        SlideEdit(slide="BEG-2", title="En by for folk i Hvaler", sections={"say": "Fortell om havna.\n\nVent på svar."}),
    )
    assert "Vent på svar." in page.about.notes.text()
    QTest.mouseClick(page.editor.reset, Qt.MouseButton.LeftButton)
    driver.planned()
    assert page.editor.fields["title"].toPlainText() == before
    assert workshop(driver).edits == ()


def test_undoing_an_edit_brings_the_words_back_into_the_field(driver: Driver, page: SlidesPage) -> None:
    page.show_item("BEG-2")
    before = page.editor.fields["say"].toPlainText()
    page.editor.fields["say"].setPlainText("Noe annet.")
    driver.planned()
    QTest.mouseClick(driver.window.undo, Qt.MouseButton.LeftButton)
    driver.planned()

    assert page.editor.fields["say"].toPlainText() == before


def test_a_new_slide_is_made_after_the_chosen_one_and_written_at_once(driver: Driver, page: SlidesPage) -> None:
    page.show_item("BEG-2")
    QTest.mouseClick(page.adding, Qt.MouseButton.LeftButton)
    driver.planned()
    keys = shown(page)
    assert keys[keys.index("BEG-2") + 1] == key(page) == "EGEN-1"
    assert page.editor.fields["title"].hasFocus()
    QTest.keyClicks(page.editor.fields["title"], "Havna vår")
    page.editor.fields["body"].setPlainText("- Brygge\n- Bod")
    page.editor.layouts.setCurrentIndex(page.editor.layouts.findData(OwnSlideLayout.STATEMENT.value))
    page.editor.layouts.activated.emit(0)
    driver.planned()
    own = workshop(driver).own_slides[0]

    assert (own.title, own.layout, own.sections["body"]) == ("Havna vår", OwnSlideLayout.STATEMENT, "- Brygge\n- Bod")
    assert "lead" in page.editor.fields


def test_an_example_is_swapped_for_another(driver: Driver, page: SlidesPage) -> None:
    card = next(each.page.key for each in listed(page) if each.slide.layout == "example" and not each.slide.hidden)
    page.show_item(card)
    menu = page.about.swap.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    driver.planned()
    cards = [each.page.key for each in listed(page) if each.slide.layout == "example" and not each.slide.hidden]

    assert card not in cards
    assert len(workshop(driver).examples) == len(cards)


def test_a_problem_leads_to_its_slide(driver: Driver, page: SlidesPage) -> None:
    document = driver.program.document
    assert document is not None
    edit = SlideEdit(slide="BEG-2", title=" ".join(["Samarbeidskommunikasjonsansvarlig"] * 20))
    document.apply(replace(document.workshop, edits=(edit,)), "en lang tittel")
    driver.planned()
    page.show_item("VEL-1")
    page.show_tab("problems")
    links = [each for each in page.findChildren(QPushButton) if each.accessibleName().startswith("Gå til lysbilde")]
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)

    assert key(page) == "BEG-2"


def test_pauses_and_exercises_stand_where_their_block_does(driver: Driver, page: SlidesPage) -> None:
    before = shown(page)
    page.show_item("F1")
    QTest.keyClick(page.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    pause = next(each.page.key for each in listed(page) if each.slide.layout == "break")
    page.show_item(pause)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)

    assert shown(page) == before
    assert workshop(driver).moved == ()


def test_the_large_picture_comes_to_rest_at_every_size_of_the_window(driver: Driver, page: SlidesPage) -> None:
    for width, height in ((1024, 640), (1152, 640), (1280, 680)):
        driver.window.resize(width, height)
        for _ in range(20):
            QApplication.processEvents()
        seen = set[int]()
        for _ in range(20):
            QApplication.processEvents()
            seen.add(page.preview.height())
        assert len(seen) == 1
