"""Drives the program in tests: its own folders, and waiting until something holds while the window lives."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workshop_kit.app import make_program
from workshop_kit.domain.language import Language
from workshop_kit.ui.program import Program
from workshop_kit.ui.window import BELONGS_TO, PAGES

Page = TypeVar("Page", bound=QWidget)

PATIENCE = 20_000
"""Milliseconds; the machine may have other things to do."""


class Driver:
    """A program with its window open and its content read; who drives it has been through the first run, unless it says otherwise."""

    def __init__(self, bot: QtBot, folder: Path, *, is_welcomed: bool = True) -> None:
        self.bot, self.folder = bot, folder
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setStyle("Fusion")
        self.program: Program = make_program(application, folder / "workshops", folder / "history", folder / "state.ini")
        self.window = self.program.window
        if is_welcomed:
            self.program.context.settings = replace(self.program.context.settings, is_welcomed=True)
            self.window.show_page("clients")
        bot.addWidget(self.window)
        self.window.show()
        self.until(lambda: self.program.context.kit is not None)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.bot.waitUntil(holds, timeout=PATIENCE)

    def new(self, number: str = "3110", language: Language = Language.NB) -> None:
        """Make a workshop, and wait until it is planned."""
        self.program.new_workshop(number, language)
        self.planned()

    def planned(self) -> None:
        """Wait until the plan is that of the newest change."""
        planner = self.program.planner
        assert planner is not None
        self.until(lambda: planner.is_current)

    def page(self, kind: type[Page]) -> Page:
        """Give the page of a kind, made now where nobody has gone to it yet."""
        for name in (*PAGES, *BELONGS_TO):
            if isinstance(page := self.window.made(name), kind):
                return page
        raise LookupError(kind.__name__)
