"""Two windows on one file: one is told who has it, what both wrote is kept, and the user chooses which holds."""

import shutil
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.bar import offered, press, told
from tests.ui.driving import Driver
from tests.ui.other_process import holding, leave_behind
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.document import read_workshop
from workshop_kit.store.history import list_versions, read_version
from workshop_kit.store.lock import NAME
from workshop_kit.store.workshops import create_workshop
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.facts.page import FactsPage


def opened(driver: Driver) -> OpenDocument:
    document = driver.program.document
    assert document is not None
    return document


def on_disk(driver: Driver) -> Path:
    return create_workshop(
        driver.folder / "workshops", Workshop(municipality="3110", language=Language.NB, place="Rådhuset"), "3110-hvaler"
    )


def put(document: OpenDocument, place: str) -> None:
    document.apply(replace(document.workshop, place=place), "stedet")


def other_saves(driver: Driver, place: str) -> None:
    """Let another program open the same file, and save it."""
    path = opened(driver).path
    other = OpenDocument(read_workshop(path), path, driver.folder / "other-history")
    put(other, place)
    assert other.save()


def versions(driver: Driver) -> set[str]:
    return {read_version(each).place for each in list_versions(opened(driver).path, driver.folder / "history")}


def in_conflict(driver: Driver) -> None:
    driver.new()
    other_saves(driver, "Deres")
    put(opened(driver), "Min")
    assert not opened(driver).save()


def test_when_both_have_changed_it_mine_can_be_kept_and_theirs_is_in_the_history(driver: Driver) -> None:
    in_conflict(driver)
    bar = driver.window.bar
    assert offered(bar) == ["Behold min", "Hent deres"]
    assert driver.window.saved.text() == "Ikke lagret"
    press(bar, "Behold min")

    assert read_workshop(opened(driver).path).place == "Min"
    assert {"Deres", "Min"} <= versions(driver)
    assert driver.window.saved.text() == "Lagret"
    assert "Behold min" not in offered(bar)


def test_when_both_have_changed_it_theirs_can_be_taken_and_mine_is_in_the_history_and_can_be_undone_to(driver: Driver) -> None:
    in_conflict(driver)
    press(driver.window.bar, "Hent deres")
    document = opened(driver)

    assert (document.workshop.place, document.is_dirty, driver.page(FactsPage).form.place.text()) == ("Deres", False, "Deres")
    assert {"Deres", "Min"} <= versions(driver)
    assert list_versions(document.path, driver.folder / "history")[0].path.read_bytes() == document.path.read_bytes()
    press(driver.window.bar, "Angre")
    assert document.save()
    assert read_workshop(document.path).place == "Min"


def test_each_new_attempt_to_save_does_not_add_another_message(driver: Driver) -> None:
    in_conflict(driver)
    put(opened(driver), "Min igjen")
    opened(driver).save()

    assert len(told(driver.window.bar)) == 1


def test_a_change_by_others_is_noticed_while_nothing_is_done_here(driver: Driver) -> None:
    driver.new()
    driver.until(lambda: driver.program.desk.conflicts is not None)
    other_saves(driver, "Deres")
    driver.until(lambda: offered(driver.window.bar) == ["Behold min", "Hent deres"])
    assert "siden du åpnet den" in driver.window.bar.words.text()
    press(driver.window.bar, "Hent deres")

    assert opened(driver).workshop.place == "Deres"


def test_a_change_that_is_taken_back_is_asked_about_no_more(driver: Driver) -> None:
    driver.new()
    document, conflicts = opened(driver), driver.program.desk.conflicts
    assert conflicts is not None
    before = document.path.read_bytes()
    other_saves(driver, "Deres")
    driver.until(lambda: bool(told(driver.window.bar)))
    document.path.write_bytes(before)
    conflicts.look()

    driver.until(lambda: not told(driver.window.bar))


def test_a_file_that_is_gone_can_be_saved_again(driver: Driver) -> None:
    driver.new()
    path = opened(driver).path
    path.unlink()
    driver.until(lambda: offered(driver.window.bar) == ["Lagre på nytt"])
    press(driver.window.bar, "Lagre på nytt")

    assert read_workshop(path).municipality == "3110"


def test_a_folder_that_is_gone_is_told_and_the_work_is_put_aside_when_it_closes(driver: Driver) -> None:
    driver.new()
    path = opened(driver).path
    put(opened(driver), "Min")
    shutil.rmtree(path.parent)
    assert not opened(driver).save()
    assert offered(driver.window.bar) == ["Prøv igjen"]
    driver.program.leave()

    assert read_version(list_versions(path, driver.folder / "history")[0]).place == "Min"
    assert "Prøv igjen" not in offered(driver.window.bar)


def test_a_workshop_that_is_open_elsewhere_is_only_looked_at(driver: Driver) -> None:
    path = on_disk(driver)
    with holding(path):
        driver.program.open(path)
        bar = driver.window.bar
        assert "et annet vindu på denne maskinen" in bar.words.text()
        assert driver.window.saved.text() == "Bare for å se"
        bar.close_shown()
        field = driver.page(FactsPage).form.place
        QTest.keyClicks(field, "!")
        assert (field.text(), opened(driver).workshop.place) == ("Rådhuset", "Rådhuset")
        assert offered(bar) == ["Åpne likevel"]
        other_saves(driver, "Deres")
        driver.until(lambda: field.text() == "Deres")
        assert not path.with_name(path.name + ".bak").exists()


def test_it_can_be_opened_anyway_and_then_worked_on(driver: Driver) -> None:
    path = on_disk(driver)
    with holding(path):
        driver.program.open(path)
        press(driver.window.bar, "Åpne likevel")
        QTest.keyClicks(driver.page(FactsPage).form.place, " i byen")
        assert opened(driver).save()

    assert read_workshop(path).place == "Rådhuset i byen"
    assert driver.window.saved.text() == "Lagret"
    driver.program.leave()
    assert not path.with_name(NAME).exists()


def test_opening_what_is_open_goes_to_it_and_keeps_what_can_be_undone(driver: Driver) -> None:
    driver.new()
    document = opened(driver)
    put(document, "Min")
    driver.window.show_page("clients")
    driver.program.open(document.path)

    assert driver.window.page == "facts"
    assert opened(driver) is document
    assert document.undo_text == "stedet"


def test_after_a_crash_it_is_told_when_the_workshop_was_saved(driver: Driver) -> None:
    path = on_disk(driver)
    leave_behind(path)
    driver.program.open(path)

    assert "ble avbrutt forrige gang workshopen for Hvaler var åpen" in driver.window.bar.words.text()
    assert not opened(driver).is_looking
    QApplication.processEvents()
