"""The day is arranged with mouse and keyboard: moved, given minutes, pinned to the clock, parked and taken in, and every step undone."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit.domain.agenda import BlockKind
from workshop_kit.planning.arranging import in_day
from workshop_kit.ui.agenda.model import part_data
from workshop_kit.ui.agenda.page import AgendaPage


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    made.new()
    made.window.show_page("agenda")
    yield made
    made.program.close()
    QApplication.processEvents()


@pytest.fixture
def page(driver: Driver) -> AgendaPage:
    return driver.page(AgendaPage)


def shown(page: AgendaPage) -> list[str]:
    rows = (page.model.row(number) for number in range(page.model.rowCount()))
    return [row.timed.block.id for row in rows if row is not None]


def clock(page: AgendaPage, id: str) -> time:
    row = page.model.row(page.model.number_of(id))
    assert row is not None
    return row.timed.start


def test_alt_and_an_arrow_moves_the_chosen_block_at_once_and_the_plan_follows(driver: Driver, page: AgendaPage) -> None:
    before = shown(page)
    page.show_item("sam")
    QTest.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = [*before]
    place = moved.index("sam")
    moved[place - 1], moved[place] = moved[place], moved[place - 1]

    assert shown(page) == moved
    assert page.view.chosen == "sam"
    driver.planned()
    planner = driver.program.planner
    assert planner is not None
    assert planner.composed is not None
    assert [timed.block.id for timed in planner.composed.plan.timetable] == moved
    QTest.mouseClick(driver.window.undo, Qt.MouseButton.LeftButton)
    driver.planned()
    assert shown(page) == before


def test_a_block_is_dragged_to_another_place_in_the_day(page: AgendaPage) -> None:
    before = shown(page)
    last = len(before) - 1
    page.model.dropMimeData(part_data(before[1]), Qt.DropAction.MoveAction, last, 0, page.model.index(-1))

    assert shown(page) == [before[0], *before[2:last], before[1], before[last]]
    assert page.view.chosen == before[1]


def test_plus_minus_and_the_arrows_change_minutes_and_every_time_after_it(driver: Driver, page: AgendaPage) -> None:
    page.show_item("F5")
    after = shown(page)[shown(page).index("F5") + 1]
    began = clock(page, after)
    QTest.keyClick(page.view, Qt.Key.Key_Plus)
    assert clock(page, after) == time(began.hour, began.minute + 5)
    QTest.keyClick(page.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    assert clock(page, after) == time(began.hour, began.minute + 4)
    assert "4" in page.summary.against.text()
    assert page.summary.fit_button.isVisibleTo(page)
    QTest.mouseClick(page.summary.fit_button, Qt.MouseButton.LeftButton)
    driver.planned()
    assert not page.summary.fit_button.isVisibleTo(page)


def test_delete_parks_a_block_and_enter_in_the_tray_takes_it_in_before_the_closing(driver: Driver, page: AgendaPage) -> None:
    page.show_item("F5")
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert "F5" not in shown(page)
    item = next(item for item in map(page.tray.item, range(page.tray.count())) if item.text().startswith("F5"))
    page.tray.setCurrentItem(item)
    QTest.keyClick(page.tray, Qt.Key.Key_Return)

    assert shown(page)[-2] == "F5"
    assert page.view.chosen == "F5"


def test_a_part_from_the_tray_is_dropped_where_it_is_wanted_and_one_dropped_on_the_tray_goes_out(page: AgendaPage) -> None:
    page.model.dropMimeData(part_data("F10"), Qt.DropAction.MoveAction, 3, 0, page.model.index(-1))
    assert shown(page)[3] == "F10"
    page.tray.dropped.emit("F10")

    assert "F10" not in shown(page)


def test_minutes_bounds_and_clock_time_are_set_in_the_detail_and_told_when_they_cannot_be_kept(driver: Driver, page: AgendaPage) -> None:
    page.show_item("fnm")
    page.detail.minutes.setValue(18)
    page.detail.least.setValue(12)
    page.detail.most.setValue(30)
    part = page.editor.part("fnm")
    assert part is not None
    assert (part.minutes, part.least, part.most) == (18, 12, 30)
    QTest.mouseClick(page.detail.has_clock, Qt.MouseButton.LeftButton, pos=QPoint(8, page.detail.has_clock.height() // 2))
    page.detail.clock.setTime(page.detail.clock.time().addSecs(-600))
    part = page.editor.part("fnm")

    assert part is not None
    assert part.at is not None
    row = page.model.row(page.model.number_of("fnm"))
    assert row is not None
    assert "10" in row.fault


def test_a_pause_and_something_of_ones_own_are_added_after_the_chosen_block(page: AgendaPage) -> None:
    page.show_item("tal")
    page.add(BlockKind.BREAK)
    page.add(BlockKind.TALK, "Ordføreren hilser")
    place = shown(page).index("tal")

    assert [shown(page)[place + 1].split("-")[0], shown(page)[place + 2]] == ["break", "own-1"]
    assert page.view.chosen == "own-1"
    assert page.detail.title.text() == "Ordføreren hilser"
    page.detail.title.setText("Varaordføreren hilser")
    page.detail.title.editingFinished.emit()
    assert page.editor.title_of("own-1") == "Varaordføreren hilser"


def test_two_blocks_are_set_side_by_side(page: AgendaPage) -> None:
    page.show_item("F5")
    total = page.summary.times.text()
    page.add(BlockKind.TALK, "Bare ledere")
    assert page.summary.times.text() != total
    QTest.mouseClick(page.detail.beside, Qt.MouseButton.LeftButton, pos=QPoint(8, page.detail.beside.height() // 2))

    assert page.summary.times.text() == total
    assert clock(page, "own-1") == clock(page, "F5")


def test_a_day_is_kept_as_a_template_and_used_for_another_client(driver: Driver, page: AgendaPage) -> None:
    page.show_item("F5")
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    page.templates.save("Min halve dag")
    kept = shown(page)
    driver.new("4649")
    driver.window.show_page("agenda")
    other = driver.page(AgendaPage)
    menu = QMenu()
    other.templates.fill(menu)
    next(action for action in menu.actions() if action.text() == "Min halve dag").trigger()

    assert shown(other) == kept
    other.templates.fill(menu)
    next(action for action in menu.actions() if action.text() == driver.program.context.texts("agenda.plan_anew")).trigger()
    driver.planned()
    assert "F5" in shown(other)


def test_the_last_block_of_all_cannot_be_taken_out(page: AgendaPage) -> None:
    for id in shown(page):
        page.editor.park(id)

    assert len(in_day(page.editor.day)) == 1


def test_the_rules_that_are_broken_are_told_at_the_block_and_in_the_list(page: AgendaPage) -> None:
    pause = next(id for id in shown(page) if id.startswith("break"))
    page.editor.park(pause)
    row = page.model.row(0)

    assert row is not None
    assert "uten pause" in row.fault
    assert "uten pause" in str(page.model.data(page.model.index(0), Qt.ItemDataRole.AccessibleTextRole))
