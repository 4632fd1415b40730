"""The longest time that the window stands still, from start until a pack is made: goal 50 ms (design, app.md).

Run with `python -m benchmarks.ui_blocks` in the project's folder. A timer beats in the window's thread; told for each action is the
longest time between two beats, how much of it the thread itself was at work (the rest it waited: for Python, which a job had, or for
the machine), and how long the action took in all.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from workshop_kit import app
from workshop_kit.domain.language import Language
from workshop_kit.ui.make.page import MakePage
from workshop_kit.ui.program import Program
from workshop_kit.ui.tokens import Scheme

BEAT_MS, GOAL_MS = 1, 50
PATIENCE = 60.0
"""Seconds to wait for an action's end."""
QUIET = 0.4
"""Seconds to watch after an action's end: what it has set going is its own."""


class Watch(QObject):
    """Beats in the window's thread and keeps the longest pause, with the thread's own work in it."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.work = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self.start()
        self._timer.start(BEAT_MS)

    def start(self) -> None:
        """Begin anew."""
        self.longest = self.work = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def beat(self) -> None:
        """Note a beat."""
        now, worked = time.perf_counter(), time.thread_time()
        if now - self._last > self.longest:
            self.longest, self.work = now - self._last, worked - self._worked
        self._last, self._worked = now, worked

    def during(self, name: str, action: Callable[[], object], holds: Callable[[], bool]) -> None:
        """Do something, wait until it has come to its end, and tell the longest pause."""
        self.start()
        begun, loop = time.perf_counter(), QEventLoop()
        action()
        self.beat()
        ended = 0.0
        while not ended or time.perf_counter() - ended < QUIET:
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if not ended and holds():
                ended = time.perf_counter()
            if time.perf_counter() - begun > PATIENCE:
                raise TimeoutError(name)
        self.beat()
        over = "  over the goal" if self.longest * 1000 > GOAL_MS else ""
        took = (ended - begun) * 1000
        print(f"{name:28} {self.longest * 1000:6.1f} ms, at work {self.work * 1000:6.1f} ms, in all {took:6.0f} ms{over}", flush=True)


def watch(watch: Watch, program: Program) -> None:
    """Go through the program and tell of each action."""
    context, window = program.context, program.window
    view = program.clients.map.view
    watch.during("start, until all is read", window.show, lambda: context.kit is not None and view.is_built)
    for place, letter in enumerate("hvaler"):
        watch.during(f"search, letter {place + 1}", lambda letter=letter: program.clients.finder.search.insert(letter), lambda: True)
    watch.during("select", lambda: program.clients.select("3110"), lambda: True)
    watch.during("new workshop, planned", lambda: program.new_workshop("3110", Language.NB), lambda: is_planned(program))
    for name in ("agenda", "slides", "make", "settings", "clients", "facts", "agenda", "slides"):
        watch.during(f"page {name}", lambda name=name: window.show_page(name), lambda: True)
    document = program.document
    assert document is not None
    watch.during(
        "change, planned anew", lambda: document.apply(replace(document.workshop, place="Salen"), "x"), lambda: is_planned(program)
    )
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        watch.during(f"theme {scheme.value}", lambda scheme=scheme: context.look.set(scheme, 100), lambda: True)
    watch.during("text at 200 %", lambda: context.look.set(Scheme.LIGHT, 200), lambda: True)
    window.show_page("make")
    page = window.made("make")
    assert isinstance(page, MakePage)
    made = document.path.parent / "pack"
    watch.during("pack", page.make, lambda: any(made.rglob("manifest.json")))


def is_planned(program: Program) -> bool:
    """Tell whether the plan is that of the workshop as it is."""
    return program.planner is not None and program.planner.is_current


def main() -> None:
    """Start the program as its own `main` does, but for the loop, and go through it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKSHOP_KIT_SETTINGS"] = str(Path(folder, "settings.json"))
        Path(folder, "settings.json").write_text('{"is_welcomed": true}', encoding="utf-8")  # the first run is over
        gc.disable()
        sys.setswitchinterval(app.TURN)
        application = QApplication([])
        application.setStyle("Fusion")
        program = app.make_program(application, Path(folder, "workshops"), Path(folder, "history"), Path(folder, "state.ini"))
        program.context.kit_ready.connect(app.settle)
        watch(Watch(), program)
        program.close()


if __name__ == "__main__":
    main()
