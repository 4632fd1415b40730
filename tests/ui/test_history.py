"""Earlier versions: what differs is said in words, and going back is a change like any other."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.bar import press
from tests.ui.driving import Driver
from workshop_kit.domain.agenda import BlockKind, Length
from workshop_kit.domain.by_hand import DayPart
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import OwnExample, OwnGoal, ParticipantRole, Workshop
from workshop_kit.store.history import list_versions, read_version
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.history.differences import differences, in_one_line
from workshop_kit.ui.history.page import HistoryPage
from workshop_kit.ui.texts import InterfaceLanguage, Texts

PLAIN = Workshop(municipality="3110", language=Language.NB)
NB = Texts(InterfaceLanguage.NB)


def told(**changes: object) -> list[tuple[str, str, str]]:
    return [(each.name, each.then, each.now) for each in differences(PLAIN, replace(PLAIN, **changes), NB)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"date": datetime.date(2027, 1, 14)}, ("Dato", "uten dato", "14.\u00a0januar 2027")),
        ({"length": Length.FULL_DAY}, ("Lengde", "Halv dag", "Hel dag")),
        ({"target_minutes": 200}, ("Lengde", "Halv dag", "200 min")),
        ({"place": "Kaia"}, ("Sted", "tomt", "Kaia")),
        ({"start": datetime.time(8, 30)}, ("Starter klokka", "09.00", "08.30")),
        ({"participants": 24}, ("Antall deltakere", "Ikke kjent ennå", "24")),
        ({"goals": (3, 11)}, ("Bærekraftsmål", "ingen", "3, 11")),
        ({"themes": ("klima",)}, ("Temaer", "ingen", "klima")),
        ({"roles": (ParticipantRole.TEAM_LEAD,)}, ("Hvem som kommer", "ingen", "Teamledere")),
        ({"own_goals": (OwnGoal(year=2024, text="Mål"),)}, ("Kommunens egne mål", "ingen", "Mål")),
        (
            {"own_example": OwnExample(title="Bro", need="", did="", result="", learn="")},
            ("Kommunens eget eksempel", "ingen", "Bro"),
        ),
        (
            {"day": (DayPart(id="VEL", kind=BlockKind.OPENING, minutes=5),)},
            ("Dagen", "planlagt av programmet", "1 del, lagt opp for hånd"),
        ),
        ({"dropped": ("BEG-2", "F5")}, ("Tatt ut", "ingen", "2 valg")),
        ({"group_size": 4}, ("Gruppestørrelse", "ingen", "4")),
        ({"language": Language.NN}, ("Språk", "Bokmål", "Nynorsk")),
    ],
)
def test_what_differs_is_said_in_words(changes: dict[str, object], words: tuple[str, str, str]) -> None:
    assert told(**changes) == [words]


def test_as_many_of_other_kinds_are_said_to_be_others() -> None:
    then, now = replace(PLAIN, dropped=("A",)), replace(PLAIN, dropped=("B",))

    assert differences(then, now, NB)[0].now == "1 valg, men ikke de samme"


@pytest.mark.parametrize("language", list(InterfaceLanguage))
def test_every_field_of_a_workshop_has_a_name_in_every_language(language: InterfaceLanguage) -> None:
    texts = Texts(language)

    assert all(texts(f"history.field_{field}") for field in Workshop.__struct_fields__ if field != "target_minutes")


def test_one_line_names_a_few_and_counts_the_rest() -> None:
    now = replace(PLAIN, date=datetime.date(2027, 1, 14), place="Kaia", goals=(3,), participants=9, notes="x", themes=("klima",))

    assert in_one_line((), NB) == "Som nå"
    assert in_one_line(differences(PLAIN, replace(PLAIN, place="x"), NB), NB) == "Sted"
    assert in_one_line(differences(PLAIN, now, NB), NB) == "Dato, sted, bærekraftsmål, temaer og 2 til"


def opened(driver: Driver) -> OpenDocument:
    document = driver.program.document
    assert document is not None
    return document


def save(driver: Driver, place: str) -> None:
    document = opened(driver)
    document.apply(replace(document.workshop, place=place), "stedet")
    assert document.save()


def shown(driver: Driver) -> HistoryPage:
    page = driver.page(HistoryPage)
    driver.until(lambda: len(page.model.versions) == 3)
    return page


def lines(page: HistoryPage) -> list[str]:
    return [str(page.model.index(row).data()).split(". ", 1)[1] for row in range(page.model.rowCount())]


def test_a_key_opens_the_history_and_closes_it_again(driver: Driver) -> None:
    driver.new()
    driver.window.show_page("agenda")
    driver.window.activateWindow()
    driver.bot.waitUntil(driver.window.isActiveWindow)
    for page in ("history", "agenda", "history"):
        QTest.keyClick(driver.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        driver.until(lambda page=page: driver.window.page == page)
    QTest.keyClick(driver.page(HistoryPage).view, Qt.Key.Key_Escape)

    driver.until(lambda: driver.window.page == "agenda")
    assert driver.window.title.text().startswith("Dagen")


def test_versions_say_what_differs_from_now_and_going_back_can_be_undone(driver: Driver) -> None:
    driver.new()
    save(driver, "Kaia")
    save(driver, "Rådhuset")
    QTest.mouseClick(driver.window.history, Qt.MouseButton.LeftButton)
    page = shown(driver)
    assert lines(page) == ["Som nå", "Sted", "Sted"]
    assert page.view.currentIndex().row() == 1
    QTest.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    document = opened(driver)
    assert document.workshop.place == "Kaia"
    assert lines(page) == ["Sted", "Som nå", "Sted"]
    assert not page.restore.isEnabled()
    assert document.save()
    assert len(list_versions(document.path, driver.folder / "history")) == 4
    press(driver.window.bar, "Angre")

    assert document.workshop.place == "Rådhuset"


def test_a_version_that_cannot_be_read_is_passed_over(driver: Driver, tmp_path: Path) -> None:
    driver.new()
    save(driver, "Kaia")
    save(driver, "Rådhuset")
    save(driver, "Torget")
    versions = list_versions(opened(driver).path, tmp_path / "history")
    versions[1].path.write_bytes(b"{")
    driver.window.show_page("history")
    page = shown(driver)

    assert [each.workshop.place for each in page.model.versions] == ["Torget", "Kaia", ""]
    assert read_version(versions[0]).place == "Torget"
