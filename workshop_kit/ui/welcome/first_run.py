"""When the first run is shown, and what follows it."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workshop_kit.ui.context import Context
from workshop_kit.ui.welcome.page import WelcomePage
from workshop_kit.ui.window import MainWindow

WELCOME = "welcome"


class FirstRun(QObject):
    """Shows the first run until it is done or skipped once; `sample_wanted` when the newcomer wants the sample workshop."""

    sample_wanted = Signal()

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._is_speaking = False
        context.language_changed.connect(self._speak)
        window.page_shown.connect(self._note)

    def make_page(self) -> QWidget:
        """Make the first run's page."""
        page = WelcomePage(self._context)
        page.sample_wanted.connect(self._to_sample)
        page.municipality_wanted.connect(self._to_clients)
        return page

    def open_if_new(self) -> None:
        """Show the first run to somebody who has not been through it."""
        if not self._context.settings.is_welcomed:
            self._window.show_page(WELCOME)

    def _to_sample(self) -> None:
        self._finish()
        self.sample_wanted.emit()

    def _to_clients(self) -> None:
        self._finish()
        self._window.show_page("clients")

    def _finish(self) -> None:
        if not self._context.settings.is_welcomed:
            self._context.change(replace(self._context.settings, is_welcomed=True))

    def _speak(self) -> None:
        """Know that the window is made anew because the language was chosen on the first screen."""
        self._is_speaking = self._window.page == WELCOME

    def _note(self, name: str) -> None:
        page = self._window.made(WELCOME) if name == WELCOME else None
        if not isinstance(page, WelcomePage):
            return
        page.start()
        if self._is_speaking:
            self._is_speaking = False
            page.who.focus_language()
