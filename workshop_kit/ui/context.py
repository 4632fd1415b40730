"""What every page is given: words, look, settings, jobs, and the content once it is read."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Settings
from workshop_kit.library.messages import message
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.settings import own_path, write_settings
from workshop_kit.ui.jobs import Handle, Jobs
from workshop_kit.ui.look import TEXT_SIZES, Look
from workshop_kit.ui.message_bar import Message
from workshop_kit.ui.texts import InterfaceLanguage, Texts
from workshop_kit.ui.tokens import Scheme

if TYPE_CHECKING:
    from workshop_kit.pack import Kit


class Context(QObject):
    """The program's shared parts; `kit` is None until the content is read, and `kit_ready` tells when it is."""

    kit_ready = Signal()
    settings_changed = Signal()
    language_changed = Signal()
    told = Signal(str)
    """A line to show in the window's message bar."""
    jump = Signal(str, str)
    """A page to go to, and the key of what is to be shown there, "" for nothing special."""
    offered = Signal(Message)
    """A message for the bar that offers something to do, or weighs more than news."""
    settled = Signal(str)
    """The key of a message that holds no longer."""

    def __init__(self, application: QApplication, settings: Settings, settings_file: Path) -> None:
        super().__init__(application)
        self.settings, self._settings_file = settings, settings_file
        self.texts = Texts(_language(settings.language))
        self.look = Look(application, scheme_of(settings, application), _text_size(settings.text_size), waits=True)
        self.jobs = Jobs(self)
        self.kit: Kit | None = None
        self.problems: tuple[Problem, ...] = ()
        self._reading: Handle[tuple[Kit, tuple[Problem, ...]]] | None = None

    def go_to(self, page: str) -> None:
        """Go to a page by its name."""
        self.jump.emit(page, "")

    @property
    def own_folder(self) -> Path:
        """The folder with the facilitator's own content: the chosen one, else the usual one, which need not be there yet."""
        return own_path(self.settings)

    @property
    def templates_folder(self) -> Path:
        """Where the facilitator's own templates of a day lie."""
        return self._settings_file.parent / "templates"

    @property
    def settings_folder(self) -> Path:
        """The folder that the settings lie in, and what the program keeps for the facilitator beside them."""
        return self._settings_file.parent

    @property
    def is_reading(self) -> bool:
        """Tell whether the content is being read: what `kit` is now will soon be another."""
        return self._reading is not None

    def read_content(self) -> None:
        """Read the content outside the window's thread, with the facilitator's own where there is any; the last reading counts."""
        own, brand = self.own_folder, Path(self.settings.brand_file) if self.settings.brand_file else None
        handle: Handle[tuple[Kit, tuple[Problem, ...]]] = self.jobs.start(lambda _: _read(own if own.is_dir() else None, brand))
        self._reading = handle

        def take(found: "tuple[Kit, tuple[Problem, ...]]") -> None:
            if self._reading is handle:
                self._reading = None
                self._take_content(found)

        handle.done.connect(take)
        handle.failed.connect(self._tell)

    def change(self, settings: Settings) -> None:
        """Take other settings, write them, and tell those who use them."""
        before, self.settings = self.settings, settings
        try:
            write_settings(self._settings_file, settings)
        except StoreFault as fault:
            self.told.emit(self.words_of(fault))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.look.set(scheme_of(settings, application), _text_size(settings.text_size))
        self.settings_changed.emit()
        if settings.language != before.language:
            self.texts = Texts(_language(settings.language))
            self.language_changed.emit()

    def words_of(self, error: Exception) -> str:
        """Say a fault in the interface's language: one line, what happened and what to do."""
        if isinstance(error, StoreFault | PlanningFault):
            return message(self.texts.language.value, error.key, error.values)
        return self.texts("app.unexpected", reason=f"{type(error).__name__}: {error}".splitlines()[0])

    def _tell(self, error: Exception) -> None:
        self._reading = None
        self.told.emit(self.words_of(error))

    def _take_content(self, found: "tuple[Kit, tuple[Problem, ...]]") -> None:
        """Take what was read; pages are painted in jobs from now on, which this thread is made ready for first."""
        from workshop_kit.ui.painter.first_use import use_once

        use_once()
        self.kit, self.problems = found
        self.kit_ready.emit()


def scheme_of(settings: Settings, application: QApplication) -> Scheme:
    """Give the scheme: the chosen one, else the system's; light where the system does not say."""
    if settings.scheme in {Scheme.LIGHT.value, Scheme.DARK.value}:
        return Scheme(settings.scheme)
    return Scheme.DARK if application.styleHints().colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT


def _read(own: Path | None, brand: Path | None) -> "tuple[Kit, tuple[Problem, ...]]":
    """Read the content; all that plans and places is first imported here, since the first window needs none of it."""
    from workshop_kit.pack import load_kit

    return load_kit(own, brand)


def _language(given: str) -> InterfaceLanguage:
    return InterfaceLanguage(given) if given in set(InterfaceLanguage) else InterfaceLanguage.NB


def _text_size(given: int) -> int:
    return min(TEXT_SIZES, key=lambda size: abs(size - given))
