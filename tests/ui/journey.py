"""Goes from the first window to a finished pack as a facilitator does, with keys and clicks only, and counts the decisions."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from workshop_kit.domain.agenda import Length
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.manifest import Manifest, read_manifest
from workshop_kit.ui.facts.page import FactsPage
from workshop_kit.ui.program import Program


class Journey:
    """One facilitator's way; `decisions` says what has been decided, in turn. `until` waits while the window lives."""

    def __init__(self, program: Program, until: Callable[[Callable[[], bool]], None]) -> None:
        self.program, self.window, self.until = program, program.window, until
        self.decisions: list[str] = []

    def find(self, typed: str) -> None:
        """Type what comes to mind of a name, and take the first that fits."""
        self.decisions.append(f"for whom: {typed}")
        search = self.program.clients.finder.search
        self.window.activateWindow()
        self.until(lambda: QApplication.focusWidget() is search)
        QTest.keyClicks(self._focused(), typed)
        QTest.keyClick(self._focused(), Qt.Key.Key_Return)

    def pick_language(self) -> None:
        """Take the language that the focus stands on, and go on."""
        self.decisions.append("in which language")
        self.until(lambda: QApplication.focusWidget() in self.program.clients.card.picks.buttons())
        QTest.keyClick(self._focused(), Qt.Key.Key_Space)
        QTest.mouseClick(self.program.clients.card.go_on, Qt.MouseButton.LeftButton)

    def choose_length(self, length: Length) -> None:
        """Choose another length than the one that is proposed."""
        self.decisions.append(f"how long: {length.value}")
        chip = self._facts().findChild(QPushButton, length.value)
        assert isinstance(chip, QPushButton)
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)

    def set_date(self, typed: str = "14.1.2027") -> None:
        """Type the day."""
        self.decisions.append("when")
        line = self._facts().form.date.line
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        QTest.keyClicks(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def make(self) -> Manifest:
        """Go to the page where the pack is made, press its button, and give what has been made."""
        self.until(lambda: self.program.document is not None and QApplication.focusWidget() is not None)
        self.decisions.append("go on to make it")
        link = self.window.findChild(QPushButton, "make")
        assert isinstance(link, QPushButton)
        QTest.keySequence(self.window, link.shortcut())
        self.until(lambda: self.window.page == "make")
        self.decisions.append("make it")
        page = self.window.made("make")
        assert page is not None
        QTest.mouseClick(self._primary(page), Qt.MouseButton.LeftButton)
        self.until(lambda: any(self._manifests()))
        made = read_manifest(self.folder)
        assert made is not None
        return made

    @property
    def folder(self) -> Path:
        """The folder that the pack lies in."""
        return self._manifests()[0].parent

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is."""
        assert self.program.document is not None
        return self.program.document.workshop

    def _manifests(self) -> list[Path]:
        assert self.program.document is not None
        return sorted((self.program.document.path.parent / "pack").rglob("manifest.json"))

    def _facts(self) -> FactsPage:
        self.until(lambda: self.window.page == "facts")
        page = self.window.made("facts")
        assert isinstance(page, FactsPage)
        return page

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def _primary(self, page: QWidget) -> QPushButton:
        """Give the page's one button that is meant to be pressed."""
        return next(each for each in page.findChildren(QPushButton) if each.property("kind") == "primary" and each.isVisible())
