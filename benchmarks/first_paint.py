"""How soon the window is painted, against a bare label's in the same run, and how much memory it takes by then.

Run with the project's environment: `python -m benchmarks.first_paint` in the project's folder. Each is started in a process of its own,
in turn; told are the medians in milliseconds and MB, and slow modules that are loaded by then.
"""

import statistics
import subprocess
import sys

TURNS = 5
BARE = "from PySide6.QtWidgets import QApplication, QLabel; application = QApplication([]); window = QLabel('x')"
PROGRAM = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from workshop_kit.app import make_program
application = QApplication([])
application.setStyle("Fusion")
folder = Path(tempfile.mkdtemp())
os.environ["WORKSHOP_KIT_SETTINGS"] = str(folder / "settings.json")
program = make_program(application, folder / "workshops", folder / "history", folder / "state.ini")
window = program.window
"""
MEASURED = """
import os, resource, sys, tempfile, time
started = time.perf_counter()
os.environ["QT_QPA_PLATFORM"] = "offscreen"
{made}
window.show()
window.grab()
slow = [name for name in ("pptx", "reportlab", "lxml", "PIL") if name in sys.modules]
print((time.perf_counter() - started) * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, *slow, flush=True)
os._exit(0)
"""


def measured(made: str) -> tuple[float, float, tuple[str, ...]]:
    """Give milliseconds, MB and slow modules of one start."""
    done = subprocess.run([sys.executable, "-c", MEASURED.format(made=made)], capture_output=True, text=True, check=True)
    milliseconds, memory, *slow = done.stdout.split()
    return float(milliseconds), float(memory), tuple(slow)


def main() -> None:
    """Tell the figures."""
    bare, program = zip(*((measured(BARE), measured(PROGRAM)) for _ in range(TURNS)), strict=True)
    for name, runs in (("bare label", bare), ("program", program)):
        times, memory = statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs)
        sys.stdout.write(f"{name}: {times:.0f} ms, {memory:.0f} MB, slow modules {sorted(set(runs[0][2]))}\n")


if __name__ == "__main__":
    main()
