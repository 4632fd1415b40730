"""The plan follows the open workshop, and nothing of it is left when the workshop is closed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit.domain.language import Language


def test_a_plan_that_is_ready_after_its_workshop_was_closed_is_let_go(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    driver = Driver(qtbot, tmp_path)
    driver.program.new_workshop("3110", Language.NB)
    planned = driver.program.planner
    assert planned is not None
    planned.deleteLater()
    driver.program.leave()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    driver.program.context.jobs.wait()
    QApplication.processEvents()

    assert driver.window.page == "clients"
    driver.program.close()
