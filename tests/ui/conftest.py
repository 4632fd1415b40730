"""Windows are tested without a screen, and any warning of Qt's fails a test (`qt_log_level_fail` in pyproject.toml)."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit import pack
from workshop_kit.domain.problem import Problem
from workshop_kit.pack import Kit, load_kit

os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    """A program with folders of its own."""
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    yield made
    made.program.close()
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def shipped_content_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every window the shipped content as it was read first; a folder or colours of one's own are read each time."""

    def read(own: Path | None = None, brand: Path | None = None) -> tuple[Kit, tuple[Problem, ...]]:
        return _shipped() if own is None and brand is None else load_kit(own, brand)

    monkeypatch.setattr(pack, "load_kit", read)


@cache
def _shipped() -> tuple[Kit, tuple[Problem, ...]]:
    return load_kit()
