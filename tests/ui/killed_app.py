"""Kills the program at random moments while it edits and saves by itself, and tells after each kill what was lost.

`python -m tests.ui.killed_app FOLDER TIMES SEED` writes one JSON object: `kills`, `acknowledged` (saves that the window had told of) and
`lost`, a line for each loss. Everything is imported and read before the first child is forked, and there is no thread until then: a child
is up in a moment.
"""

import gc
import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.store.own import HVALER, made
from workshop_kit import pack
from workshop_kit.app import TURN, make_program
from workshop_kit.store.document import read_workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.ui import document as documents
from workshop_kit.ui.facts.page import FactsPage
from workshop_kit.ui.program import Program

QUIET_MS = 2
"""How soon a change is saved here: many saves before each kill."""
LONGEST = 0.1
"""Seconds from a child's first acknowledged save to the kill, at most."""
PATIENCE = 20.0
"""Seconds to wait for a child's first save."""


def edit(folder: Path, path: Path, acknowledge: int) -> None:
    """Run the program with the document open, and count on in its place; each number is written to a pipe when the window has it saved."""
    application = QApplication([])
    program = make_program(application, folder / "root", folder / "history", folder / "state.ini")
    program.window.show()
    program.desk.opened.connect(lambda: begin(program, acknowledge))
    program.open(path)
    application.exec()


def begin(program: Program, acknowledge: int) -> None:
    """Make each change to the open document when the one before is saved."""
    document = program.document
    assert document is not None

    def change() -> None:
        document.apply(replace(document.workshop, place=f"{int(document.workshop.place) + 1}"), "place")

    def told() -> None:
        os.write(acknowledge, f"{document.workshop.place}\n".encode())
        QTimer.singleShot(0, change)

    document.saved.connect(told)
    change()


def killed_child(folder: Path, path: Path, delay: float) -> int:
    """Let a child edit, kill it some time after its first save, and give the last number it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        edit(folder, path, writing)
    os.close(writing)
    ready, _, _ = select.select([reading], [], [], PATIENCE)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as rest:
        told = rest.read().split()
    if not ready or not told:
        raise TimeoutError("the program saved nothing")
    return int(told[-1])


def loss(path: Path, acknowledged: int) -> str:
    """Tell what does not hold after a kill: the document opens and has what was acknowledged, or the save that was under way."""
    try:
        found = int(read_workshop(path).place)
    except StoreFault as fault:
        return f"the document does not open: {fault}"
    return "" if found in {acknowledged, acknowledged + 1} else f"the document has {found}, acknowledged was {acknowledged}"


def main(folder: Path, times: int, seed: int) -> None:
    """Kill as often as asked and write what was found."""
    chance = random.Random(seed)
    sys.setswitchinterval(TURN)
    gc.disable()
    assert FactsPage, "the first page of a workshop is imported before the first child"
    read = pack.load_kit()
    pack.load_kit = lambda own=None, brand=None: read
    documents.AUTOSAVE_AFTER = QUIET_MS
    path = made(folder / "root", workshop=replace(HVALER, place="0"))
    lost: list[str] = []
    acknowledged = 0
    for _ in range(times):
        acknowledged = killed_child(folder, path, chance.uniform(0, LONGEST))
        if found := loss(path, acknowledged):
            lost.append(found)
    sys.stdout.write(json.dumps({"kills": times, "acknowledged": acknowledged, "lost": lost}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
