"""Another program that has a document open, in a process of its own."""

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

CODE = """
import sys
from pathlib import Path
from workshop_kit.store.lock import take_lock
print(take_lock(Path(sys.argv[1])).mine is not None, flush=True)
sys.stdin.read()
"""


@contextmanager
def holding(path: Path) -> Generator[subprocess.Popen[str]]:
    """Let another process hold a document's lock; killed, it leaves the lock behind."""
    process = subprocess.Popen([sys.executable, "-c", CODE, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == "True"
            yield process
        finally:
            process.kill()


def leave_behind(path: Path) -> None:
    """Let a process die with a document open."""
    with holding(path) as process:
        process.kill()
