"""Files come by the command line, a drop, the system and a later start; the program remembers where it was and survives its death."""

import os
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.bar import offered, press, told
from tests.ui.driving import Driver
from tests.ui.other_process import holding, leave_behind
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.exchange import export_workshop
from workshop_kit.store.history import list_versions, read_version
from workshop_kit.store.workshops import create_workshop
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.facts.page import FactsPage
from workshop_kit.ui.memory import MOST_PAGES, Memory

HVALER = Workshop(municipality="3110", language=Language.NB, place="Rådhuset")

RUN = """
import sys
from workshop_kit import app
make = app.make_program
def watched(application):
    program = make(application)
    program.desk.opened.connect(lambda: print("opened", program.document.path.name, flush=True))
    program.window.page_shown.connect(lambda name: print("shown", name, flush=True))
    return program
app.make_program = watched
sys.exit(app.main(sys.argv[1:]))
"""
GIVEN = """
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from workshop_kit.ui.opening import Application
application = Application(["x"])
taken = []
application.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile("/a/first.workshop")))
application.given.connect(taken.extend)
application.give()
application.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile("/a/then.workshopkit")))
print([path.name for path in taken])
"""


def opened(driver: Driver) -> OpenDocument:
    document = driver.program.document
    assert document is not None
    return document


def elsewhere(driver: Driver) -> Path:
    return create_workshop(driver.folder / "elsewhere", HVALER, "3110-hvaler")


def packed(driver: Driver) -> Path:
    return export_workshop(elsewhere(driver), driver.folder / "sendt")


def choosing(path: Path) -> Callable[..., tuple[str, str]]:
    """Give a file chooser in which the user chooses a path."""

    def choose(*_: object) -> tuple[str, str]:
        return str(path), ""

    return choose


def dragged(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def is_taken(driver: Driver, data: QMimeData) -> bool:
    """Drag something over the place field and drop it there; tell whether the window took it."""
    handle, place = driver.window.windowHandle(), QPoint(600, 400)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(place, copy, data, left, none)
    entered.ignore()
    QApplication.sendEvent(handle, entered)
    if not entered.isAccepted():
        return False
    QApplication.sendEvent(handle, QDropEvent(QPointF(place), copy, data, left, none))
    return True


def test_a_packed_workshop_is_dropped_taken_in_and_opened(driver: Driver) -> None:
    assert is_taken(driver, dragged(packed(driver)))
    driver.until(lambda: driver.program.document is not None)

    assert opened(driver).path.parent.parent == driver.folder / "workshops"
    assert opened(driver).workshop.place == "Rådhuset"


def test_a_document_is_dropped_and_opened_where_it_lies_and_other_files_are_left_to_the_fields(driver: Driver) -> None:
    path = elsewhere(driver)
    assert not is_taken(driver, dragged(driver.folder / "bilde.png"))
    assert is_taken(driver, dragged(path))
    driver.until(lambda: driver.program.document is not None)

    assert opened(driver).path == path


def test_a_file_that_is_no_workshop_or_is_spoilt_is_told(driver: Driver) -> None:
    spoilt = driver.folder / "spoilt.workshopkit"
    spoilt.write_bytes(b"PK")
    driver.program.open_files((driver.folder / "brev.docx", spoilt))
    assert "«brev.docx» er ikke en workshop" in driver.window.bar.words.text()
    driver.until(lambda: len(told(driver.window.bar)) == 2)

    assert "er skadet" in told(driver.window.bar)[0]
    assert driver.program.document is None


def test_what_is_open_is_saved_and_sent_as_one_file(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    driver.new()
    document = opened(driver)
    target = driver.folder / "til-kollega.workshopkit"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choosing(target))
    document.apply(replace(document.workshop, place="Kaia"), "stedet")
    driver.program.ask_where_to_export(document.path)
    driver.until(target.exists)
    driver.until(lambda: any("eksportert til" in each for each in told(driver.window.bar)))
    driver.program.leave()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choosing(target))
    driver.window.opening_wanted.emit()
    driver.until(lambda: driver.program.document is not None)

    assert opened(driver).workshop.place == "Kaia"
    assert opened(driver).path != document.path


def test_taking_in_tells_how_far_it_has_come_and_can_be_stopped(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop_kit.ui.transfers.TOLD_EVERY", 0)
    quiet = Event()

    def slow(archive: Path, root: Path, step: object) -> Path:
        assert callable(step)
        for number in range(100_000):
            step(number, 100_000, archive.name)
            quiet.wait(0.01)
        raise AssertionError

    monkeypatch.setattr("workshop_kit.ui.transfers.import_workshop", slow)
    driver.program.open_files((driver.folder / "stor.workshopkit",))
    driver.until(lambda: offered(driver.window.bar) == ["Stopp"])
    assert "Henter inn stor.workshopkit: fil" in driver.window.bar.words.text()
    press(driver.window.bar, "Stopp")
    driver.until(lambda: told(driver.window.bar) == ["Stoppet. Det er ikke laget noe av stor.workshopkit."])


def test_a_workshop_opens_on_the_page_where_it_was_left(driver: Driver) -> None:
    driver.new()
    path = opened(driver).path
    driver.window.show_page("agenda")
    driver.window.show_page("settings")
    driver.program.leave()
    driver.program.open(path)

    assert driver.window.page == "agenda"


def test_only_so_many_pages_are_remembered(tmp_path: Path) -> None:
    memory = Memory(QSettings(str(tmp_path / "state.ini"), QSettings.Format.IniFormat))
    for number in range(MOST_PAGES + 1):
        memory.set_page(tmp_path / str(number), "agenda")

    assert memory.page_of(tmp_path / "0") == ""
    assert memory.page_of(tmp_path / str(MOST_PAGES)) == "agenda"


def again(driver: Driver) -> Driver:
    """Start another program on the same folders."""
    return Driver(driver.bot, driver.folder)


def died_with(driver: Driver, path: Path) -> None:
    """Leave everything as a program does that dies with a workshop open."""
    Memory(QSettings(str(driver.folder / "state.ini"), QSettings.Format.IniFormat)).set_open(path)
    leave_behind(path)


def test_after_a_crash_the_workshop_is_offered_again(driver: Driver) -> None:
    path = elsewhere(driver)
    died_with(driver, path)
    second = again(driver)
    bar = second.window.bar
    second.until(lambda: offered(bar) == ["Åpne igjen"])
    assert bar.words.text().startswith("Programmet ble avbrutt mens workshopen for Hvaler var åpen. Alt er lagret til klokka ")
    press(bar, "Åpne igjen")

    assert opened(second).path == path
    second.program.close()


def test_after_a_crash_that_broke_the_file_the_last_whole_version_is_offered(driver: Driver) -> None:
    driver.new()
    document = opened(driver)
    document.apply(replace(document.workshop, place="Kaia"), "stedet")
    path = document.path
    driver.program.leave()
    died_with(driver, path)
    path.write_bytes(b"{")
    second = again(driver)
    second.until(lambda: offered(second.window.bar) == ["Åpne igjen"])
    press(second.window.bar, "Åpne igjen")

    assert opened(second).workshop.place == "Kaia"
    second.program.close()


def test_after_a_run_that_ended_well_or_that_still_goes_on_nothing_is_offered(driver: Driver) -> None:
    driver.new()
    path = opened(driver).path
    driver.program.leave()
    second = again(driver)
    QApplication.processEvents()
    assert told(second.window.bar) == []
    second.program.close()
    with holding(path):
        Memory(QSettings(str(driver.folder / "state.ini"), QSettings.Format.IniFormat)).set_open(path)
        third = again(driver)
        QApplication.processEvents()
        assert told(third.window.bar) == []
        third.program.close()


def test_a_window_that_cannot_save_asks_once_and_then_closes_with_the_work_in_the_history(driver: Driver) -> None:
    driver.new()
    document = opened(driver)
    QTest.keyClicks(driver.page(FactsPage).form.place, "Kaia")
    document.path.write_bytes(document.path.read_bytes() + b"\n")
    assert not driver.window.close()
    assert driver.window.isVisible()
    assert "ligger i historikken" in driver.window.bar.words.text()
    assert "Kaia" in {read_version(each).place for each in list_versions(document.path, driver.folder / "history")}
    assert driver.window.close()


@contextmanager
def run(*given: str, folder: Path, code: str = RUN) -> Generator[subprocess.Popen[str]]:
    """Run a program in a process of its own, and end it."""
    environment = {
        **os.environ,
        "WORKSHOP_KIT_SETTINGS": str(folder / "settings.json"),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
    }
    arguments = [sys.executable, "-c", code, *given]
    with subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def read_until(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdout is not None
    told = list[str]()
    while (read := process.stdout.readline()) and read.strip() != line:
        told.append(read)
    assert read.strip() == line, told


def test_a_later_start_hands_its_file_to_the_window_that_is_there(tmp_path: Path) -> None:
    one, other = (create_workshop(tmp_path / "mine", HVALER, name) for name in ("en", "to"))
    with run(str(one), folder=tmp_path) as first:
        read_until(first, "opened en.workshop")
        with run(str(other), folder=tmp_path) as second:
            assert second.communicate(timeout=20)[0] == ""
            assert second.returncode == 0
        read_until(first, "opened to.workshop")


def test_a_start_after_a_death_opens_its_own_window(tmp_path: Path) -> None:
    path = create_workshop(tmp_path / "mine", HVALER, "en")
    for _ in range(2):
        with run(str(path), folder=tmp_path) as process:
            read_until(process, "opened en.workshop")


def test_files_that_the_system_gives_are_kept_until_they_are_asked_for(tmp_path: Path) -> None:
    with run(folder=tmp_path, code=GIVEN) as process:
        assert process.communicate(timeout=20)[0].strip() == "['first.workshop', 'then.workshopkit']"
