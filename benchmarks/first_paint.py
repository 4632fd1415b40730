"""How soon the window is painted and how much memory it takes by then, against a bare label, and another program where one is named.

Run with the project's environment: `python -m benchmarks.first_paint [PYTHON]` in the project's folder, where PYTHON is the interpreter of
an environment that novelWriter is installed in (a Qt program of like size, from PyPI). Each is started in a process of its own, in turn, by
its own `main`; when that begins to wait for the user, what it has shown is painted and the time is told. (novelWriter asks something in a
dialog first: it is stopped before.) Compiled modules are kept beside, as they are of an installed program; the first turn makes them and
does not count.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

TURNS = 7
LONGEST = 60
"""Seconds to wait for one start."""
SLOW = ("pptx", "reportlab", "lxml", "PIL", "markdown_it", "xlsxwriter", "tqdm")
"""Modules that the first window has no use for, as the rooms that plan, place and write have none."""
ROOMS = ("planning.make_plan", "scene", "writers", "pack")

BARE = """
from PySide6.QtWidgets import QApplication, QLabel
QApplication.exec = painted
application = QApplication([])
window = QLabel("x")
window.show()
application.exec()
"""
PROGRAM = """
from PySide6.QtWidgets import QApplication
QApplication.exec = painted
from workshop_kit.app import main
main([])
"""
OTHER = """
from PyQt6.QtWidgets import QApplication
from novelwriter import main
from novelwriter.guimain import GuiMain
GuiMain.postLaunchTasks = painted
main([])
"""
MEASURED = """
import os, sys, time
started = time.perf_counter()

def painted(*_):
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.grab()
    took = (time.perf_counter() - started) * 1000
    resident = int(open("/proc/self/statm", encoding="ascii").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    print("measured", took, resident, *(name for name in {unwanted} if name in sys.modules), flush=True)
    os._exit(0)
{made}
"""
Run = tuple[float, float, tuple[str, ...]]
"""Milliseconds, MB, and modules that should not be there."""


def measured(python: str, made: str, home: Path) -> Run:
    """Measure one start, at home in a folder of its own."""
    unwanted = (*SLOW, *(f"workshop_kit.{room}" for room in ROOMS))
    folders = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "PYTHONPYCACHEPREFIX": "compiled"}
    for folder in folders.values():
        (home / folder).mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **{name: str(home / folder) for name, folder in folders.items()}}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    code = MEASURED.format(made=made, unwanted=unwanted)
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True, env=environment, timeout=LONGEST)
    _, milliseconds, memory, *modules = next(line for line in done.stdout.splitlines() if line.startswith("measured")).split()
    return float(milliseconds), float(memory), tuple(modules)


def main() -> None:
    """Tell the figures."""
    programs = {"bare label": (sys.executable, BARE), "program": (sys.executable, PROGRAM)}
    if len(sys.argv) > 1:
        programs["novelWriter"] = (sys.argv[1], OTHER)
    with tempfile.TemporaryDirectory() as folder:
        turns = [{name: measured(*each, Path(folder, name)) for name, each in programs.items()} for _ in range(TURNS + 1)][1:]
    times = {name: statistics.median(turn[name][0] for turn in turns) for name in programs}
    for name in programs:
        memory = statistics.median(turn[name][1] for turn in turns)
        print(f"{name}: {times[name]:.0f} ms, {memory:.0f} MB, loaded without need: {sorted(set(turns[0][name][2]))}")
    for name in programs.keys() - {"program"}:
        ratio = statistics.median(turn["program"][0] / turn[name][0] for turn in turns)
        print(f"program against {name}: {ratio:.2f} times the time")


if __name__ == "__main__":
    main()
