"""The way to the help and back: F1 and the question mark open it where the reader is, and leaving it leads back there."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workshop_kit.ui.context import Context
from workshop_kit.ui.help.page import FIRST, HelpPage
from workshop_kit.ui.window import MainWindow

HELP = "help"


class Guide(QObject):
    """Knows where in the window the reader was; the window's pages are made by it and by the program."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._came_from = ""
        window.help_wanted.connect(self.open)
        window.page_shown.connect(self._note)

    def make_page(self) -> QWidget:
        """Make the help's page."""
        page = HelpPage(self._context)
        page.left.connect(self.go_back)
        page.page_wanted.connect(self._window.show_page)
        return page

    def open(self, topic: str = "") -> None:
        """Open the help at a topic; without one, at that of the page that is shown."""
        wanted = topic or self._window.page
        page = self._window.made(HELP)
        if not isinstance(page, HelpPage) or (wanted == HELP and not topic):
            return
        page.show_topic(FIRST)
        page.show_topic(wanted)
        self._window.show_page(HELP)

    def go_back(self) -> None:
        """Go back to where the reader was."""
        self._window.show_page(self._came_from or "clients")

    def _note(self, name: str) -> None:
        page = self._window.made(HELP) if name == HELP else None
        if isinstance(page, HelpPage):
            page.start()
        else:
            self._came_from = name
