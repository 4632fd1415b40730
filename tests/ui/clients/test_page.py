"""The page is driven with real keys and clicks: search, choices, near misses, language, map and keyboard alone."""

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.clients.making import GROUPS, HVALER, chosen, current, focused, listed, shown_page, told
from workshop_kit.domain.language import Language
from workshop_kit.ui.clients.municipality_model import municipality_at
from workshop_kit.ui.clients.page import ClientsPage
from workshop_kit.ui.clients.workshop_cards import WorkshopCard
from workshop_kit.ui.look import Look

KARASJOK, OSLO, STAD = "5610", "0301", "4649"


def near_miss(page: ClientsPage) -> QPushButton:
    return next(each for each in page.finder.nothing.findChildren(QPushButton) if each is not page.finder.nothing.all)


def test_typing_herøy_shows_two_with_their_counties(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    QTest.keyClicks(page.finder.search, "herøy")
    rows = [municipality_at(page.finder.model.index(row)) for row in range(page.finder.model.rowCount())]
    assert [(each.name, each.county) for each in rows if each is not None] == [("Herøy", "Møre og Romsdal"), ("Herøy", "Nordland")]
    assert page.finder.count.text() == "2 av 357 kommuner"


def test_typing_karasjohka_finds_karasjok(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    QTest.keyClicks(page.finder.search, "karasjohka")
    assert listed(page) == ["Karasjok"]


def test_down_and_enter_choose(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    QTest.keyClicks(page.finder.search, "karasj")
    QTest.keyClick(page.finder.search, Qt.Key.Key_Down)
    assert page.finder.list.hasFocus()
    assert chosen(page) == KARASJOK
    sent = told(page.chosen)
    QTest.keyClick(page.finder.list, Qt.Key.Key_Return)
    assert sent == [(KARASJOK, Language.NB)]


def test_enter_in_the_search_field_takes_the_first(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    QTest.keyClicks(page.finder.search, "stad")
    sent = told(page.chosen)
    QTest.keyClick(page.finder.search, Qt.Key.Key_Return)
    assert sent == [(STAD, Language.NN)]


def test_enter_in_an_empty_search_field_chooses_nothing(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    with qtbot.assertNotEmitted(page.chosen):
        QTest.keyClick(page.finder.search, Qt.Key.Key_Return)


def test_escape_clears_and_goes_back(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    QTest.keyClicks(page.finder.search, "os")
    QTest.keyClick(page.finder.search, Qt.Key.Key_Down)
    QTest.keyClick(page.finder.list, Qt.Key.Key_Escape)
    assert page.finder.search.hasFocus()
    assert page.finder.search.text() == ""
    assert len(listed(page)) == 357


def test_up_from_the_top_and_letters_go_back_to_the_search_field(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    QTest.keyClick(page.finder.search, Qt.Key.Key_Down)
    QTest.keyClick(page.finder.list, Qt.Key.Key_Up)
    assert page.finder.search.hasFocus()
    QTest.keyClick(page.finder.search, Qt.Key.Key_Down)
    QTest.keyClicks(page.finder.list, "v")
    assert page.finder.search.hasFocus()
    assert page.finder.search.text() == "v"


def test_a_click_on_the_map_selects_the_same_in_the_list(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    view = page.map.view
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.place_of(KARASJOK))
    assert current(page) == chosen(page) == KARASJOK
    QTest.keyClicks(page.finder.search, "bergen")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.place_of("5612"))
    assert current(page) == chosen(page) == "5612"
    assert page.finder.search.text() == ""


def test_a_drag_moves_the_map_and_selects_nothing(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    view = page.map.view
    view.closer()
    start, before = view.place_of(KARASJOK), view.camera.centre
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, start + QPoint(-40, 30))
    QTest.mouseMove(view, start + QPoint(-60, 40))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(-60, 40))
    assert chosen(page) == ""
    assert view.camera.centre != before


def test_the_map_is_moved_by_keys(qtbot: QtBot, look: Look) -> None:
    view = shown_page(qtbot, look).map.view
    view.setFocus()
    whole = view.camera.scale
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.camera.scale > whole
    before = view.camera.centre
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.camera.centre.x() < before.x()
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.camera.is_whole


def test_a_neutral_municipality_is_not_chosen_without_a_language(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    page.select(OSLO)
    assert not page.card.go_on.isEnabled()
    with qtbot.assertNotEmitted(page.chosen):
        QTest.mouseClick(page.card.go_on, Qt.MouseButton.LeftButton)
        QTest.keyClick(page.finder.list, Qt.Key.Key_Return)
    assert page.card.picks.button(0).hasFocus()
    page.card.picks.button(1).click()
    sent = told(page.chosen)
    QTest.mouseClick(page.card.go_on, Qt.MouseButton.LeftButton)
    assert sent == [(OSLO, Language.NN)]


def test_a_picked_language_does_not_follow_to_the_next_municipality(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    page.select(OSLO)
    page.card.picks.button(1).click()
    page.select("3449")
    assert page.card.language is None
    page.select(KARASJOK)
    assert page.card.language is Language.NB
    assert not page.card.picks.button(0).isVisible()


def test_chips_and_county_narrow_list_and_map(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    QTest.mouseClick(page.finder.chips.button(2), Qt.MouseButton.LeftButton)
    assert len(listed(page)) == 88
    page.finder.county.setCurrentText("Rogaland")
    assert {each.county for each in page.finder.model.shown} == {"Rogaland"}
    assert {each.language_form.value for each in page.finder.model.shown} == {"nynorsk"}
    assert not page.map.view.camera.is_whole
    page.finder.clear()
    assert len(listed(page)) == 357
    assert page.map.view.camera.is_whole


def test_where_nothing_fits_the_near_miss_is_shown_and_clicking_it_works(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    QTest.keyClicks(page.finder.search, "oslp")
    assert page.finder.nothing.isVisible()
    assert "oslp" in page.finder.nothing.message.text()
    assert near_miss(page).text().startswith("Oslo")
    QTest.mouseClick(near_miss(page), Qt.MouseButton.LeftButton)
    assert chosen(page) == current(page) == OSLO
    assert page.finder.list.isVisible()


def test_a_whole_day_by_keyboard_alone(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)

    def press(key: Qt.Key) -> None:
        QTest.keyClick(focused(), key)

    QTest.keyClicks(focused(), "oslp")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert chosen(page) == OSLO
    press(Qt.Key.Key_Return)
    assert page.card.picks.button(0).hasFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    assert page.card.go_on.hasFocus()
    sent = told(page.chosen)
    press(Qt.Key.Key_Space)
    assert sent == [(OSLO, Language.NB)]


def test_the_card_says_what_is_known(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    page.select("1508")
    words = " ".join(each.text() for each in page.card.findChildren(type(page.card.name)) if not each.isHidden())
    for part in (
        "Ålesund",
        "Møre og Romsdal",
        "nr. 1508",
        "innbyggere per 1.\u00a0januar\u00a02026",
        "km²",
        "U4SSC i 2020",
        "Eget eksempel",
    ):
        assert part in words or part == "U4SSC i 2020", part
    assert "Egne tall for 2026" in words


def test_the_map_is_hidden_where_there_is_no_room_and_the_list_serves(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look, size=(880, 700), with_map=False)
    assert not page.map.isVisible()
    QTest.keyClicks(page.finder.search, "stad")
    with qtbot.waitSignal(page.chosen):
        QTest.keyClick(page.finder.search, Qt.Key.Key_Return)
    page.resize(1224, 860)
    assert page.map.isVisible()
    qtbot.waitUntil(lambda: page.map.view.is_built)


def test_own_workshops_are_shown_and_tell_what_is_wanted(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    assert page.workshops.empty.isVisible()
    page.set_workshops(GROUPS)
    assert not page.workshops.empty.isVisible()
    cards = [each for each in page.workshops.findChildren(WorkshopCard) if each.isVisible()]
    assert [card.workshop.title for card in cards] == ["Hvaler", "Stad"]
    wishes = page.workshops.wishes
    sent = told(wishes.opened)
    QTest.keyClick(cards[0], Qt.Key.Key_Return)
    assert sent == [(HVALER.path,)]
    page.select(KARASJOK)
    menu = page.workshops.menu_for(HVALER, page)
    wanted: tuple[tuple[SignalInstance, tuple[object, ...]], ...] = (
        (wishes.opened, ()),
        (wishes.copied, (KARASJOK, Language.NB)),
        (wishes.copied, ("3110", Language.NN)),
        (wishes.naming, ()),
        (wishes.exported, ()),
        (wishes.archived, (True,)),
        (wishes.removed, ()),
    )
    for action, (signal, more) in zip(menu.actions(), wanted, strict=True):
        sent = told(signal)
        action.trigger()
        assert sent == [(HVALER.path, *more)]
    page.set_workshops(())
    assert page.workshops.empty.isVisible()
