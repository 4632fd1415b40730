"""The desktop program: wires settings, the folders and the windows, and nothing else."""

import contextlib
import datetime
import gc
import os
import platform
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from workshop_kit import paths
from workshop_kit.library.messages import message
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.store.lock import release_lock, take_lock
from workshop_kit.store.settings import read_settings, settings_path
from workshop_kit.ui.context import Context
from workshop_kit.ui.opening import SUFFIXES, Application
from workshop_kit.ui.program import Program

ORGANISATION, NAME = "Norkart", "Workshop Kit"
NO_SCREEN = 2
TURN = 0.0005
"""Seconds that a job may keep Python to itself while the window waits. A window asks for Python many times to paint once: with
Python's own 0.005 it would stand still for a tenth of a second at a time while content is read or a workshop planned."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the windows, with a workshop's file where one is named, and give the exit code."""
    gc.disable()
    sys.setswitchinterval(TURN)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not has_screen(sys.platform, os.environ):
        settings, _ = read_settings(settings_path())
        sys.stderr.write(message(settings.language, "app.no_screen", {}) + "\n")
        return NO_SCREEN
    files = [path for each in given if (path := Path(each)).suffix in SUFFIXES]
    running = take_lock(_made(settings_path()))
    if running.other is not None and running.other.host == platform.node() and _is_handed_over(files):
        return 0
    application = Application([NAME, *given])
    application.setOrganizationName(ORGANISATION)
    application.setApplicationName(NAME)
    application.setStyle("Fusion")
    program = make_program(application)
    _show_what_goes_wrong(program)
    program.context.kit_ready.connect(settle)
    program.window.show()
    program.open_files(files)
    application.given.connect(program.open_files)
    application.give()
    QTimer.singleShot(0, program, lambda: _listen(program))
    code = application.exec()
    program.close()
    if running.mine is not None:
        release_lock(settings_path(), running.mine)
    return code


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether windows can be opened: on Linux a screen is named in the environment."""
    return not platform.startswith("linux") or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def make_program(application: QApplication, root: Path | None = None, history: Path | None = None, state: Path | None = None) -> Program:
    """Make the program on an application; folders that are not given are the user's own."""
    settings, _ = read_settings(settings_path())
    context = Context(application, settings, settings_path())
    named = Path(settings.workshops_folder) if settings.workshops_folder else paths.workshops_folder()
    kept = QSettings() if state is None else QSettings(str(state), QSettings.Format.IniFormat)
    today = datetime.date.today()
    program = Program(context, load_municipalities(), kept, root or named, history or paths.history_folder(), today)
    context.look.put_on()
    return program


def settle() -> None:
    """Collect garbage from now on, but never look through what has been read: that took the window's time, and found nothing."""
    gc.freeze()
    gc.enable()


def _made(path: Path) -> Path:
    """Give a file whose folder is made where it is missing; where that cannot be done, the user has as many windows as he likes."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _is_handed_over(files: list[Path]) -> bool:
    """Give the files to the program that runs already; one that does not answer is left, and another window opens."""
    from workshop_kit.ui.hand_over import hand_over, server_name

    return hand_over(server_name(settings_path()), files)


def _listen(program: Program) -> None:
    """Listen for later starts; imported when the window is there, as nobody waits for it."""
    from workshop_kit.ui.hand_over import Receiver, server_name

    receiver = Receiver(server_name(settings_path()), program)
    receiver.received.connect(program.receive)


def _show_what_goes_wrong(program: Program) -> None:
    """Tell in the window what nobody foresaw, and keep the program running: the work is saved."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.stderr.write("".join(traceback.format_exception(kind, error, trace)))
        if isinstance(error, Exception):
            program.tell(error)

    sys.excepthook = tell


if __name__ == "__main__":
    sys.exit(main())
