"""The facilitator's workshops: found, copied for the right client, named, put away, removed and taken back."""

import datetime
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.bar import offered, press, told
from tests.ui.driving import Driver
from tests.ui.other_process import holding
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import LanguageForm, Municipality
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.store.document import read_workshop
from workshop_kit.store.history import list_versions
from workshop_kit.store.workshops import create_workshop, set_archived
from workshop_kit.ui.clients.own_workshops import GroupKind, OwnWorkshop, WorkshopGroup, cards_of, copy_targets, count_of, search
from workshop_kit.ui.workshops.page import KINDS, WorkshopsPage

BY_NUMBER = {each.number: each for each in load_municipalities()}
HALDEN, OSLO, STAD = BY_NUMBER["3101"], BY_NUMBER["0301"], BY_NUMBER["4649"]


def own(title: str, path: str = "", number: str = "3110", kind: GroupKind = GroupKind.UPCOMING) -> OwnWorkshop:
    return OwnWorkshop(title=title, subtitle="14. januar 2027 · Halv dag", path=Path(path or title), number=number, kind=kind)


def on_disk(driver: Driver, number: str = "3110", name: str = "3110-hvaler", date: datetime.date | None = None) -> Path:
    return create_workshop(driver.folder / "workshops", Workshop(municipality=number, language=Language.NB, date=date), name)


def page_of(driver: Driver) -> WorkshopsPage:
    """Go to the list of all workshops, read anew."""
    driver.window.show_page("workshops")
    page = driver.page(WorkshopsPage)
    reread(driver)
    return page


def reread(driver: Driver) -> None:
    with driver.bot.waitSignal(driver.program.shelf.listed):
        driver.program.shelf.read()


def chip(page: WorkshopsPage, kind: GroupKind | None) -> None:
    QTest.mouseClick(page.chips.buttons()[KINDS.index(kind)], Qt.MouseButton.LeftButton)


def choose(page: WorkshopsPage, title: str) -> None:
    row = [each.title for each in page.model.shown].index(title)
    page.view.setCurrentIndex(page.model.index(row))


def press_side(page: WorkshopsPage, text: str) -> None:
    QApplication.processEvents()
    found = [each for each in page.side.findChildren(QPushButton) if each.text() == text and not each.isHidden()]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_a_few_stand_as_cards_and_each_once() -> None:
    many = tuple(own(str(number)) for number in range(20))
    recent = (own("3"), own("ny"))
    groups = (WorkshopGroup(kind=GroupKind.UPCOMING, workshops=many), WorkshopGroup(kind=GroupKind.RECENT, workshops=recent))
    cards = cards_of((*groups, WorkshopGroup(kind=GroupKind.ARCHIVED, workshops=(own("gammel"),))))

    assert [len(each.workshops) for each in cards] == [6, 1]
    assert cards[1].workshops[0].title == "ny"
    assert count_of(groups) == 21


@pytest.mark.parametrize(("text", "found"), [("hval", 1), ("januar 2027", 2), ("øvre", 1), ("ovre e", 1), ("valer", 0), ("", 2), (" ", 2)])
def test_workshops_are_found_by_the_beginnings_of_words(text: str, found: int) -> None:
    assert len(search((own("Hvaler"), own("Øvre Eiker")), text)) == found


def neutral(municipality: Municipality) -> bool:
    return municipality.language_form is LanguageForm.NEUTRAL


def test_a_copy_is_for_whom_it_says_in_the_language_of_that_municipality() -> None:
    hvaler = OwnWorkshop(title="Hvaler", subtitle="", path=Path("h"), number="3110", language=Language.NN)
    own_one = BY_NUMBER["3110"]

    def given(selected: Municipality | None, picked: Language | None = None) -> list[tuple[str, Language, bool]]:
        return [(each.name, each.language, each.says_language) for each in copy_targets(hvaler, own_one, selected, picked)]

    assert neutral(OSLO)
    assert given(None) == given(own_one) == [("Hvaler", Language.NN, False)]
    assert given(STAD)[0] == ("Stad", Language.NN, False)
    assert given(HALDEN)[0] == ("Halden", Language.NB, False)
    assert given(OSLO)[:2] == [("Oslo", Language.NB, True), ("Oslo", Language.NN, True)]
    assert given(OSLO, Language.NN)[0] == ("Oslo", Language.NN, True)


def test_the_menu_says_for_whom_the_copy_is_and_the_copy_is_opened(driver: Driver) -> None:
    path = on_disk(driver)
    reread(driver)
    clients = driver.program.clients
    clients.select(OSLO.number)
    workshop = driver.program.shelf.groups[0].workshops[0]
    menu = clients.workshops.menu_for(workshop, clients)
    texts = [each.text() for each in menu.actions()]
    assert texts[1:4] == ["Lag en kopi for Oslo på bokmål", "Lag en kopi for Oslo på nynorsk", "Lag en kopi for Hvaler"]
    menu.actions()[2].trigger()

    document = driver.program.document
    assert document is not None
    assert document.path != path
    assert (document.workshop.municipality, document.workshop.language) == (OSLO.number, Language.NN)
    assert "Kopien for Oslo er laget" in driver.window.bar.words.text()


def test_groups_hold_what_comes_has_been_is_put_away_and_was_removed(driver: Driver) -> None:
    today = datetime.date.today()
    on_disk(driver, "3101", "kommer", today + datetime.timedelta(days=3))
    on_disk(driver, "3103", "holdt", today - datetime.timedelta(days=3))
    set_archived(on_disk(driver, "3105", "lagt-bort"), True)
    driver.program.shelf.remove(on_disk(driver, "3107", "slettet"))
    page = page_of(driver)
    kinds = (GroupKind.UPCOMING, GroupKind.PAST, GroupKind.ARCHIVED, GroupKind.REMOVED, None)
    found = {kind: [each.name for each in page.model.workshops_of(kind)] for kind in kinds}

    assert found == {
        GroupKind.UPCOMING: ["kommer"],
        GroupKind.PAST: ["holdt"],
        GroupKind.ARCHIVED: ["lagt-bort"],
        GroupKind.REMOVED: ["slettet"],
        None: ["kommer", "holdt"],
    }
    assert page.chips.buttons()[0].text() == "Alle 2"
    chip(page, GroupKind.ARCHIVED)
    choose(page, BY_NUMBER["3105"].name)
    press_side(page, "Hent fram fra arkivet")
    driver.until(lambda: not page.model.workshops_of(GroupKind.ARCHIVED))


def test_what_is_removed_is_taken_back_with_one_press(driver: Driver) -> None:
    driver.new()
    assert driver.program.document is not None
    path = driver.program.document.path
    page = page_of(driver)
    choose(page, "Hvaler")
    press_side(page, "Slett")
    assert driver.program.document is None
    assert not path.exists()
    assert told(driver.window.bar) == ["Workshopen for Hvaler ligger i papirkurven."]
    press(driver.window.bar, "Angre")

    assert path.exists()
    assert told(driver.window.bar) == ["Workshopen for Hvaler er lagt tilbake."]


def test_what_lies_in_the_trash_can_be_put_back_from_the_list(driver: Driver) -> None:
    path = on_disk(driver)
    reread(driver)
    driver.program.shelf.remove(path)
    page = page_of(driver)
    chip(page, GroupKind.REMOVED)
    choose(page, "Hvaler")
    press_side(page, "Legg tilbake")
    driver.until(lambda: bool(page.model.workshops_of(None)))

    assert path.exists()
    assert page.empty.isVisible()


def test_what_the_machines_trash_took_is_told_so(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    path = on_disk(driver)
    reread(driver)
    gone = driver.folder / "maskinens"

    def trash(folder: Path) -> bool:
        folder.rename(gone)
        return True

    monkeypatch.setattr(driver.program.shelf, "_trash", trash)
    driver.program.shelf.remove(path)

    assert "papirkurven på maskinen" in driver.window.bar.words.text()
    assert offered(driver.window.bar) == []


def test_one_that_is_open_elsewhere_is_not_removed_without_more(driver: Driver) -> None:
    path = on_disk(driver)
    reread(driver)
    with holding(path):
        driver.program.shelf.remove(path)
        assert path.exists()
        driver.program.shelf.rename(path, "noe annet")
        assert path.exists()
        driver.window.bar.close_shown()
        driver.program.shelf.remove(path)
        press(driver.window.bar, "Slett likevel")
        assert not path.exists()


def test_the_open_workshop_gets_another_name_and_keeps_its_history(driver: Driver) -> None:
    driver.new()
    document = driver.program.document
    assert document is not None
    document.apply(Workshop(municipality="3110", language=Language.NB, place="Kaia"), "stedet")
    driver.window.show_page("clients")
    reread(driver)
    workshop = driver.program.shelf.groups[0].workshops[0]
    wish = next(each for each in driver.program.clients.workshops.menu_for(workshop, driver.window).actions() if "navn" in each.text())
    wish.trigger()
    page = driver.page(WorkshopsPage)
    assert driver.window.page == "workshops"
    assert page.side.name.text() == "3110-hvaler"
    QTest.keyClicks(page.side.name, "Hvaler for lærere")
    QTest.keyClick(page.side.name, Qt.Key.Key_Return)

    assert driver.program.document is document
    assert driver.window.page == "workshops"
    assert document.path.parent.name == "hvaler-for-laerere"
    assert read_workshop(document.path).place == "Kaia"
    assert len(list_versions(document.path, driver.folder / "history")) == 2
    document.undo()
    assert document.save()


def test_three_hundred_workshops_are_listed_and_searched_in_no_time(driver: Driver) -> None:
    for number, municipality in enumerate(load_municipalities()[:300]):
        name = f"workshop-{number}"
        folder = driver.folder / "workshops" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.workshop").write_text(
            f'{{"format": 3, "municipality": "{municipality.number}", "language": "nb"}}', encoding="utf-8"
        )
    page = page_of(driver)
    assert page.chips.buttons()[0].text() == "Alle 300"
    started = time.perf_counter()
    QTest.keyClicks(page.search, "ål")
    took = time.perf_counter() - started

    assert {each.title for each in page.model.shown} >= {"Ål"}
    assert len(page.model.shown) < 10
    assert took < 0.5
    assert len(driver.program.clients.workshops.findChildren(type(driver.program.clients.workshops.all))) < 40


def test_a_double_click_opens_and_the_page_says_what_to_do_where_nothing_is_found(driver: Driver) -> None:
    path = on_disk(driver)
    page = page_of(driver)
    QTest.keyClicks(page.search, "xyz")
    assert "Ingen workshoper passer" in page.empty.text()
    page.search.clear()
    choose(page, "Hvaler")
    page.view.activated.emit(page.view.currentIndex())

    assert driver.program.document is not None
    assert driver.program.document.path == path
