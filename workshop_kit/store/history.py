"""Keeps the last versions of each document in the user's data folder, so that a change can always be taken back.

A document's versions lie in a folder of their own, named after its path, and are numbered in the order they came: the
clock may be set back, and a version's time is only shown.
"""

import contextlib
import hashlib
import os
import re
import time
from pathlib import Path

from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.atomic import LEFTOVER_AGE, read_if_there, write_whole
from workshop_kit.store.document import SUFFIX, read_workshop
from workshop_kit.store.faults import StoreFault, fault_of

MOST_VERSIONS = 50

_WHERE = "dokument.txt"
"""The file that tells which document a folder's versions are of."""
_VERSION = re.compile(rf"(\d{{6,}})-([0-9a-f]{{16}}){re.escape(SUFFIX)}\Z")


class Version(Value, frozen=True, kw_only=True):
    """An earlier version of a document: its number (higher is later), file, time (POSIX seconds) and size in bytes."""

    number: int
    path: Path
    saved: float
    size: int


def remember(document: Path, root: Path) -> Problem | None:
    """Keep a document's bytes as they are now as its newest version, unless they are that already.

    What hinders it is a Problem: saving must not fail because its history does.
    """
    try:
        data = read_if_there(document)
        if data is not None:
            _keep(data, history_of(document, root))
    except StoreFault as fault:
        return Problem(where=Where(file=str(fault.path)), key="store.no_history", values=fault.values)
    return None


def keep_version(document: Path, data: bytes, root: Path) -> None:
    """Keep bytes that a document does not hold as a version of it; raises StoreFault."""
    _keep(data, history_of(document, root))


def list_versions(document: Path, root: Path) -> tuple[Version, ...]:
    """Give a document's versions, the newest first; none where they cannot be read."""
    with contextlib.suppress(OSError):
        return tuple(reversed(_versions(_found(document, root))))
    return ()


def read_version(version: Version) -> Workshop:
    """Give the workshop as it was; raises StoreFault."""
    return read_workshop(version.path)


def history_of(document: Path, root: Path) -> Path:
    """Give the folder of a document's versions, made where it is missing; raises StoreFault."""
    folder = _found(document, root)
    if not (folder / _WHERE).exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise fault_of(error, folder) from error
        write_whole(folder / _WHERE, f"{document.absolute()}\n".encode())
    return folder


def move_history(earlier: Path, document: Path, root: Path) -> None:
    """Let a renamed document keep its versions. That it cannot be done is no fault: then they are found by their content."""
    with contextlib.suppress(OSError, StoreFault):
        _move(_folder(earlier, root), document, root)


def _folder(document: Path, root: Path) -> Path:
    """Give the folder for a document's versions: its name, and a number made of its path as this system compares paths."""
    path = os.path.normcase(document.absolute())
    return root / f"{document.stem[:60]}-{hashlib.sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _found(document: Path, root: Path) -> Path:
    """Give the folder of a document's versions; those of one moved by hand are known by their newest version."""
    folder = _folder(document, root)
    if not folder.exists():
        with contextlib.suppress(OSError, StoreFault):
            data = read_if_there(document)
            orphan = None if data is None else _orphan(_digest(data), root)
            if orphan is not None:
                _move(orphan, document, root)
    return folder


def _orphan(digest: str, root: Path) -> Path | None:
    """Give a history whose newest version is this content, and whose document is no longer where it was. Raises OSError."""
    for folder in sorted(root.iterdir()):
        where = read_if_there(folder / _WHERE)
        if where is None or Path(where.decode("utf-8", "replace").rstrip("\n")).exists():
            continue
        if (newest := _newest(folder)) is not None and newest[1] == digest:
            return folder
    return None


def _move(folder: Path, document: Path, root: Path) -> None:
    """Make a history another document's; raises OSError or StoreFault."""
    target = _folder(document, root)
    if folder.exists() and not target.exists():
        folder.rename(target)
        write_whole(target / _WHERE, f"{document.absolute()}\n".encode())


def _keep(data: bytes, folder: Path) -> None:
    """Write a new version, and remove those that are too many; raises StoreFault."""
    try:
        newest = _newest(folder)
    except OSError as error:
        raise fault_of(error, folder) from error
    digest = _digest(data)
    if newest is not None and newest[1] == digest:
        return
    number = 1 if newest is None else newest[0] + 1
    write_whole(folder / f"{number:06}-{digest}{SUFFIX}", data)
    _remove_oldest(folder)


def _digest(data: bytes) -> str:
    """Give what tells one content from another in a version's name."""
    return hashlib.sha256(data).hexdigest()[:16]


def _newest(folder: Path) -> tuple[int, str] | None:
    """Give the number and the digest of a folder's newest version, None when there is none. Raises OSError."""
    found = (_VERSION.match(path.name) for path in folder.iterdir())
    return max(((int(each[1]), each[2]) for each in found if each), default=None)


def _versions(folder: Path) -> list[Version]:
    """Give a folder's versions, the oldest first; raises OSError."""
    found: list[Version] = []
    if not folder.exists():
        return found
    for path in sorted(folder.iterdir()):
        if name := _VERSION.match(path.name):
            status = path.stat()
            found.append(Version(number=int(name[1]), path=path, saved=status.st_mtime, size=status.st_size))
    return sorted(found, key=lambda version: version.number)


def _remove_oldest(folder: Path) -> None:
    """Remove the versions over the limit, and what a killed run left half written; failing to is no harm."""
    with contextlib.suppress(OSError):
        for version in _versions(folder)[:-MOST_VERSIONS]:
            version.path.unlink()
        for path in folder.glob(".*.saving-*"):
            if time.time() - path.stat().st_mtime > LEFTOVER_AGE:
                path.unlink()
