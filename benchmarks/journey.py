"""How long it takes from the start to a finished pack, as a facilitator goes there with keys and clicks, and in how many decisions.

Run with `python -m benchmarks.journey` in the project's folder: a process of its own is started, and told are the seconds from that moment
to each step. Goal (design, app.md): at most five decisions, and under a minute with a person's hands; here it is the program's part.
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 60.0
"""Seconds to wait for a step."""


def go(started: float, folder: Path) -> None:
    """Go the way inside the process; `started` is when it was asked for, in seconds of the wall clock."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from workshop_kit import app

    gc.disable()
    sys.setswitchinterval(app.TURN)
    application = QApplication([])
    application.setStyle("Fusion")
    program = app.make_program(application, folder / "workshops", folder / "history", folder / "state.ini")
    program.context.kit_ready.connect(app.settle)
    program.window.show()
    program.window.grab()
    tell(started, "the window is painted")

    from tests.ui.journey import Journey
    from workshop_kit.domain.agenda import Length

    beat = QTimer()
    beat.start(2)

    def until(holds: Callable[[], bool]) -> None:
        loop, begun = QEventLoop(), time.perf_counter()
        while not holds():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() - begun > PATIENCE:
                raise TimeoutError

    journey = Journey(program, until)
    journey.find("hvaler")
    until(lambda: program.window.page == "facts")
    tell(started, "the workshop is open")
    journey.choose_length(Length.FULL_DAY)
    journey.set_date()
    made = journey.make()
    tell(started, f"the pack is made, {len(made.files)} files")
    print(f"{len(journey.decisions)} decisions: {'; '.join(journey.decisions)}")
    program.close()


def tell(started: float, what: str) -> None:
    """Print how long it took to come here."""
    print(f"{time.time() - started:5.2f} s  {what}", flush=True)


def main() -> None:
    """Start a process that goes the way."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "settings.json").write_text('{"is_welcomed": true}', encoding="utf-8")  # the first run is over
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "WORKSHOP_KIT_SETTINGS": str(Path(folder, "settings.json"))}
        command = [sys.executable, "-m", "benchmarks.journey"]
        subprocess.run([*command, str(time.time()), folder], env=environment, check=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        go(float(sys.argv[1]), Path(sys.argv[2]))
    else:
        main()
