"""Windows are tested without a screen, and any warning of Qt's fails a test (`qt_log_level_fail` in pyproject.toml)."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver

os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    """A program with folders of its own."""
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    yield made
    made.program.close()
    QApplication.processEvents()
