"""From the first window to a finished pack in at most five decisions, by keys and clicks alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from tests.ui.journey import Journey
from workshop_kit.domain.agenda import Length
from workshop_kit.store.manifest import FileRole, Manifest

MOST_DECISIONS = 5


@pytest.fixture
def journey(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Journey]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    driver = Driver(qtbot, tmp_path)
    yield Journey(driver.program, driver.until)
    driver.program.close()
    QApplication.processEvents()


def assert_whole(journey: Journey, made: Manifest) -> None:
    roles = {file.role for file in made.files}
    assert {FileRole.DECK, FileRole.SHEETS, FileRole.SHEET, FileRole.PROGRAMME, FileRole.RUN_SHEET} <= roles
    for file in made.files:
        head = (journey.folder / file.path).read_bytes()[:4]
        assert head == (b"PK\x03\x04" if file.role is FileRole.DECK else b"%PDF"), file.path
        assert file.pages > 0


def test_a_day_with_its_date_is_made_in_five_decisions(journey: Journey) -> None:
    journey.find("hvaler")
    journey.choose_length(Length.FULL_DAY)
    journey.set_date()

    made = journey.make()

    assert len(journey.decisions) <= MOST_DECISIONS, journey.decisions
    assert made.municipality == "3110"
    assert journey.workshop.length is Length.FULL_DAY
    assert journey.workshop.date is not None
    assert_whole(journey, made)


def test_a_municipality_of_neither_language_is_asked_for_one_and_still_made_in_five_decisions(journey: Journey) -> None:
    journey.find("oslo")
    journey.pick_language()

    made = journey.make()

    assert len(journey.decisions) <= MOST_DECISIONS, journey.decisions
    assert made.municipality == "0301"
    assert_whole(journey, made)
