"""Takes a picture of every page of the program, without a screen: `python -m tools.app_pictures FOLDER`.

Opens the sample workshop in folders of its own on a fixed date, and writes `LANGUAGE-SCHEME-SIZE-PAGE.png` for every language, light and
dark, at 100 and 200 per cent text. `--help-pictures` renews the help's own pictures instead, `--readme` the one in README.
Run in the project's folder with its environment. The same program gives the same pictures.
"""

import argparse
import contextlib
import datetime
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "LANG": "nb_NO.UTF-8", "LC_ALL": "nb_NO.UTF-8"}

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tools.pictures import collage, contact_sheet, save_small
from workshop_kit import paths
from workshop_kit.domain.workshop import Settings
from workshop_kit.library.help import PICTURES
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.ui.context import Context
from workshop_kit.ui.painter.page import render_page
from workshop_kit.ui.painter.thumbnails import Thumbnails
from workshop_kit.ui.program import Program
from workshop_kit.ui.texts import InterfaceLanguage
from workshop_kit.ui.tokens import NAVIGATION_WIDTH, Scheme
from workshop_kit.ui.window import PAGES

TODAY = datetime.date(2027, 1, 11)
"""The day on which the pictures are taken."""
FOLDER = Path("out") / "app-pictures"
README = paths.ROOT / "docs" / "pictures" / "app-nb.png"
README_PAGES = ("clients", "facts", "agenda", "slides", "sheets", "make-done")
HELP_WINDOW, README_WINDOW = (1120, 660), (1280, 800)
HELP_PAGES = frozenset(PAGES) - {"help", "make"} | {"make-done"}
"""The pages that the help shows, without the navigation."""
PATIENCE, QUIET = 30.0, 0.15
"""Seconds: the longest wait for a page to come to rest, and how long nothing may change until it counts as at rest."""
COVER, FIGURES, SLIDE_WIDTH, SHEET_WIDTH = "VEL-1", "TAL-1", 760, 480
"""The slides beside an exercise and a sheet in the picture of a pack, and how wide they are rendered."""


@dataclass(frozen=True)
class Shape:
    """How the program looks in a picture."""

    language: str
    scheme: str = Scheme.LIGHT.value
    text_size: int = 100
    window: tuple[int, int] = README_WINDOW

    @property
    def name(self) -> str:
        """What its pictures' names begin with."""
        return f"{self.language}-{self.scheme}-{self.text_size}"


class Session:
    """The program, open on the sample workshop."""

    def __init__(self, application: QApplication, shape: Shape, folder: Path) -> None:
        self._application = application
        settings = Settings(language=shape.language, scheme=shape.scheme, text_size=shape.text_size, is_welcomed=True)
        self._context = Context(application, settings, folder / "settings.json")
        state = QSettings(str(folder / "state.ini"), QSettings.Format.IniFormat)
        self.program = Program(self._context, load_municipalities(), state, folder / "Workshop Kit", folder / "history", TODAY)
        self._context.look.put_on()
        self.window = self.program.window
        self.window.resize(*shape.window)
        self.window.show()
        self.until(lambda: self._context.kit is not None)
        self.program.try_sample()
        self.until(self._is_planned)

    def close(self) -> None:
        """Let the program go."""
        self.program.close()
        for each in (self.window, self._context):
            each.deleteLater()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._application.processEvents()

    def pictures(self, wanted: Sequence[str] = ()) -> Iterator[tuple[str, QImage]]:
        """Give a picture of every page that somebody makes, or of those wanted, by its name."""
        for name in (*PAGES, "welcome"):
            page = None if wanted and name not in wanted else self.window.made(name)
            if page is None:
                continue
            self._open(name)
            yield name, self.picture()
            make = getattr(page, "make", None)
            if name == "make" and callable(make):
                make()
                yield "make-done", self.picture()

    def picture(self) -> QImage:
        """Give a picture of the window when everything in it has come to rest; nothing has the keyboard."""
        before, limit = QImage(), time.monotonic() + PATIENCE
        while time.monotonic() < limit:
            self._pass(QUIET)
            if focused := QApplication.focusWidget():
                focused.clearFocus()
            now = self.window.grab().toImage()
            if now == before and self._is_at_rest():
                break
            before = now
        return before

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; raises TimeoutError when it never does."""
        limit = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > limit:
                raise TimeoutError
            self._pass(0.02)

    def _open(self, name: str) -> None:
        document = self.program.document
        if name == "clients" and document is not None:
            self.program.clients.select(document.workshop.municipality)
        self.window.show_page(name)

    def _is_at_rest(self) -> bool:
        is_saved = self.program.document is None or not self.program.document.is_dirty
        thumbnails = all(each.is_idle for each in self.window.findChildren(Thumbnails))
        return self._context.jobs.is_idle and self._is_planned() and is_saved and thumbnails

    def _is_planned(self) -> bool:
        return self.program.planner is None or self.program.planner.is_current

    def _pass(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._application.processEvents()
            time.sleep(0.005)


@contextlib.contextmanager
def session(application: QApplication, shape: Shape) -> Generator[Session]:
    """Open the program in folders that are thrown away."""
    folder = _folder()
    os.environ |= {"HOME": str(folder), "XDG_DOCUMENTS_DIR": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    try:
        made = Session(application, shape, folder)
        yield made
        made.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _folder() -> Path:
    """Make a folder, of the same name each time where it is free: pages show where things lie."""
    folder = Path(tempfile.gettempdir()) / "workshop-kit"
    try:
        folder.mkdir()
    except FileExistsError:
        return Path(tempfile.mkdtemp())
    return folder


def take_all(application: QApplication, shapes: Sequence[Shape], pages: Sequence[str], folder: Path) -> None:
    """Write a picture of every page in every shape."""
    folder.mkdir(parents=True, exist_ok=True)
    for shape in shapes:
        with session(application, shape) as opened:
            names = [name for name, image in opened.pictures(pages) if image.save(str(folder / f"{shape.name}-{name}.png"))]
        print(f"{shape.name}: {', '.join(names)}", flush=True)


def take_for_help(application: QApplication) -> None:
    """Renew the help's pictures in its languages: every page, and a pack's slides and sheet side by side."""
    for language in InterfaceLanguage:
        folder = PICTURES / language.value
        folder.mkdir(parents=True, exist_ok=True)
        with session(application, Shape(language.value, window=HELP_WINDOW)) as opened:
            for name, image in opened.pictures():
                if name in HELP_PAGES:
                    save_small(image.copy(NAVIGATION_WIDTH, 0, image.width() - NAVIGATION_WIDTH, image.height()), folder / f"{name}.png")
            save_small(_pack(opened), folder / "pack.png")
        size = sum(path.stat().st_size for path in folder.glob("*.png"))
        print(f"{folder}: {size // 1024} kB", flush=True)


def _pack(opened: Session) -> QImage:
    """Picture what is made: slides, and a sheet."""
    planner, kit = opened.program.planner, opened.program.context.kit
    assert planner is not None
    assert planner.composed is not None
    assert kit is not None
    pages = planner.composed.deck.pages
    cover, figures = (next(page for page in pages if page.key == key) for key in (COVER, FIGURES))
    exercise = next(page for page in pages if page.layout == "exercise")
    sheet = next(iter(planner.composed.sheets.values())).pages[0]
    large, upper, lower = (render_page(page, kit.theme, SLIDE_WIDTH) for page in (cover, figures, exercise))
    return collage(large, upper, lower, render_page(sheet, kit.theme, SHEET_WIDTH))


def take_for_readme(application: QApplication) -> None:
    """Renew README's picture of the windows."""
    with session(application, Shape("nb", window=README_WINDOW)) as opened:
        found = dict(opened.pictures())
    save_small(contact_sheet([found[name] for name in README_PAGES if name in found]), README)
    print(README)


def _words(given: str) -> list[str]:
    return [each for each in given.split(",") if each]


def _size(given: str) -> tuple[int, int]:
    width, _, height = given.partition("x")
    return int(width), int(height)


def main() -> None:
    """Read the command and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--languages", type=_words, default=[each.value for each in InterfaceLanguage])
    parser.add_argument("--schemes", type=_words, default=[each.value for each in Scheme])
    parser.add_argument("--sizes", type=_words, default=["100", "200"], help="text sizes in per cent")
    parser.add_argument("--pages", type=_words, default=[], help="only these pages")
    parser.add_argument("--window", type=_size, default=README_WINDOW, help="such as 1280x720")
    parser.add_argument("--help-pictures", action="store_true", help="renew the pictures in the help")
    parser.add_argument("--readme", action="store_true", help="renew the picture in README")
    given = parser.parse_args()
    application = QApplication([])
    application.setStyle("Fusion")
    application.setCursorFlashTime(0)
    if given.help_pictures:
        take_for_help(application)
    if given.readme:
        take_for_readme(application)
    if not (given.help_pictures or given.readme):
        shapes = [
            Shape(language, scheme, int(size), given.window)
            for language in given.languages
            for scheme in given.schemes
            for size in given.sizes
        ]
        take_all(application, shapes, given.pages, given.folder)


if __name__ == "__main__":
    main()
