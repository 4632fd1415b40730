"""Kills a child at random moments while it edits and saves, and tells after each kill what was lost.

`python -m tests.store.killed FOLDER TIMES SEED` writes one JSON object: `kills`, `acknowledged` (saves that returned before a
kill), `versions`, and `lost`, a line for each loss. A process of its own, because only one without threads may fork.
"""

import json
import os
import random
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from tests.store.own import HVALER, made
from workshop_kit.store.document import open_workshop, read_workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.history import MOST_VERSIONS, list_versions, read_version
from workshop_kit.store.lock import release_lock, take_lock
from workshop_kit.store.saving import save_version

LONGEST = 0.012
"""Seconds from the child's first acknowledged save to the kill, at most: several saves."""


def edit(path: Path, history: Path, acknowledge: int) -> None:
    """Open the document, go on from its number, and write each number to a pipe once its save has returned."""
    take_lock(path)
    workshop, _ = open_workshop(path)
    seen = None
    while True:
        workshop = replace(workshop, place=f"{int(workshop.place) + 1}")
        seen = save_version(path, workshop, history, seen).seen
        os.write(acknowledge, f"{workshop.place}\n".encode())


def killed_child(path: Path, history: Path, delay: float) -> int:
    """Let a child edit, kill it after its first save and a delay, and give the last number it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        edit(path, history, writing)
    os.close(writing)
    first = os.read(reading, 4096)
    signal.sigtimedwait([signal.SIGCHLD], delay)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    signal.sigtimedwait([signal.SIGCHLD], 0)
    with os.fdopen(reading, "rb") as rest:
        return int((first + rest.read()).split()[-1])


def losses(path: Path, history: Path, acknowledged: int) -> Iterator[str]:
    """Tell what does not hold after a kill: the file opens and has what was acknowledged, or the save that was under way."""
    try:
        found = int(read_workshop(path).place)
    except StoreFault as fault:
        yield f"the document does not open: {fault}"
        return
    if found not in {acknowledged, acknowledged + 1}:
        yield f"the document has {found}, acknowledged was {acknowledged}"
    versions = list_versions(path, history)
    places = [int(read_version(version).place) for version in versions]
    if acknowledged not in places:
        yield f"the history lacks {acknowledged}: {places}"
    if len(places) > MOST_VERSIONS + 1 or places != sorted(places, reverse=True):
        yield f"the history is {places}"
    answer = take_lock(path)
    if answer.mine is None or not answer.is_after_crash:
        yield f"the lock is not taken over: {answer}"
    else:
        release_lock(path, answer.mine)


def main(folder: Path, times: int, seed: int) -> None:
    """Kill as often as asked and write what was found."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
    chance = random.Random(seed)
    history = folder / "history"
    path = made(folder / "root", workshop=replace(HVALER, place="0"))
    lost: list[str] = []
    acknowledged = 0
    for _ in range(times):
        acknowledged = killed_child(path, history, chance.uniform(0, LONGEST))
        lost += losses(path, history, acknowledged)
    found = {"kills": times, "acknowledged": acknowledged, "versions": len(list_versions(path, history)), "lost": lost}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
