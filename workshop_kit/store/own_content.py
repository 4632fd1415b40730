"""Keeps folders of the facilitator's own content: each file is written whole, and what is taken out can be put back."""

from collections.abc import Mapping
from pathlib import Path

from workshop_kit.store.atomic import read_if_there, write_whole
from workshop_kit.store.faults import StoreFault, fault_of

TRASH = ".papirkurv"
"""The folder, in the facilitator's own, that holds what was taken out. Nothing in it is read as content."""


def save_folder(folder: Path, files: Mapping[str, str], seen: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Write a folder's files, and give what they now hold; only those that are others than before are written.

    `seen` is what they held when they were last read or written here. An empty file is not made where there is none.
    Raises StoreFault, "store.changed_elsewhere" before anything is written when somebody else has changed one.
    """
    wanted = {name: text.encode() for name, text in files.items()}
    there = read_folder(folder, wanted)
    if any(there.get(name) not in {seen.get(name), data} for name, data in wanted.items()):
        raise StoreFault(folder, "store.changed_elsewhere")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, folder) from error
    for name, data in wanted.items():
        if data != there.get(name, b""):
            write_whole(folder / name, data)
    return read_folder(folder, wanted)


def read_folder(folder: Path, names: Mapping[str, object]) -> Mapping[str, bytes]:
    """Give the bytes of those files that are there; raises StoreFault."""
    found = {name: read_if_there(folder / name) for name in names}
    return {name: data for name, data in found.items() if data is not None}


def take_out(folder: Path, own: Path) -> Path:
    """Move a folder to the facilitator's paper basket, and give where it lies now; raises StoreFault."""
    target = own / TRASH / folder.relative_to(own)
    number, free = 1, target
    while free.exists():
        number += 1
        free = target.with_name(f"{target.name}-{number}")
    _move(folder, free)
    return free


def put_back(taken: Path, folder: Path) -> None:
    """Move a folder back to where it was taken from; raises StoreFault, also when another has taken its place."""
    if folder.exists():
        raise StoreFault(folder, "store.name_taken")
    _move(taken, folder)


def _move(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
    except OSError as error:
        raise fault_of(error, source) from error
