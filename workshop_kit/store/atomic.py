"""Writes a file whole or not at all: whoever reads it sees the old bytes or the new ones, never a part."""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from workshop_kit.store.faults import StoreFault, fault_of, windows_number

IS_POSIX = os.name == "posix"

WAITS = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between attempts at a file that a sync client or a virus scanner holds; under one second in all."""

LEFTOVER_AGE = 3600.0
"""Seconds after which another temporary file of the same target is known to be left over from a crash."""

_HELD = frozenset({5, 32, 33})
"""Windows' numbers for a file that somebody else holds: access denied (so a replaced file answers), sharing and lock violation."""

_FOLDER_CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM})
"""What some network file systems answer when a folder is flushed; the file itself is safe by then."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, as `write_through` does; raises StoreFault."""

    def write(file: BinaryIO) -> None:
        file.write(data)

    write_through(path, write)


def write_through(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file through a temporary one beside it, flushed to the disk before it takes the old one's place.

    A file that is there keeps its permissions, and a link goes on pointing at it. Raises StoreFault; then the temporary
    file is gone and the old one is as it was, unless only the last step failed, the flushing of the folder.
    """
    try:
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        _refuse_protected(target)
        with contextlib.ExitStack() as undo:
            temporary, number = _open_new(target)
            undo.callback(_remove, temporary)
            _fill(number, write)
            _keep_permissions(target, temporary)
            _replace(temporary, target)
            undo.pop_all()
        sync_folder(target.parent)
    except OSError as error:
        raise fault_of(error, path) from error
    _remove_leftovers(target)


def sync_folder(folder: Path) -> None:
    """Flush a folder, so that a new name in it survives a power cut; Windows has no such call. Raises OSError."""
    if not IS_POSIX:
        return
    try:
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
    except OSError as error:
        if error.errno not in _FOLDER_CANNOT_SYNC:
            raise


def read_if_there(path: Path) -> bytes | None:
    """Give a file's bytes, None when there is no such file; raises StoreFault for every other hindrance."""
    try:
        return read_whole(path)
    except StoreFault as fault:
        if fault.key == "store.not_found":
            return None
        raise


def read_whole(path: Path) -> bytes:
    """Give a file's bytes, waiting briefly while somebody else holds it; raises StoreFault."""
    for wait in WAITS:
        try:
            return path.read_bytes()
        except OSError as error:
            if not _is_held(error):
                raise reading_fault(error, path) from error
            time.sleep(wait)
    try:
        return path.read_bytes()
    except OSError as error:
        raise reading_fault(error, path) from error


def reading_fault(error: OSError, path: Path) -> StoreFault:
    """Translate an error in reading a file or a folder, where a refusal is not about writing."""
    fault = fault_of(error, path)
    return StoreFault(path, "store.not_readable") if fault.key == "store.read_only" else fault


def _refuse_protected(target: Path) -> None:
    """Raise StoreFault for a file its owner has protected: replacing it would otherwise succeed on POSIX."""
    if target.exists() and not os.access(target, os.W_OK):
        raise StoreFault(target, "store.read_only")


def _fill(number: int, write: Callable[[BinaryIO], object]) -> None:
    """Fill an open file, flush it to the disk and close it."""
    with os.fdopen(number, "wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def _open_new(target: Path) -> tuple[Path, int]:
    """Make a new file beside the target, named after it and this process; give its path and its descriptor."""
    attempt = 0
    while True:
        path = target.with_name(f"{_prefix(target)}{os.getpid()}-{attempt}")
        try:
            return path, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        except FileExistsError:
            attempt += 1


def _prefix(target: Path) -> str:
    """Give the start of the temporary files' names: hidden, and short enough for every file system."""
    return f".{target.name[:60]}.saving-"


def _keep_permissions(target: Path, temporary: Path) -> None:
    """Give the temporary file the permissions of the one it replaces."""
    with contextlib.suppress(FileNotFoundError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _replace(temporary: Path, target: Path) -> None:
    """Put the temporary file in the target's place, trying again briefly while somebody else holds the target."""
    for wait in WAITS:
        try:
            temporary.replace(target)
            return
        except PermissionError as error:
            if not _is_held(error):
                raise
            time.sleep(wait)
    try:
        temporary.replace(target)
    except PermissionError as error:
        if not _is_held(error):
            raise
        raise StoreFault(target, "store.in_use") from error


def _is_held(error: OSError) -> bool:
    """Tell whether an error says that somebody else holds the file, which may pass."""
    return windows_number(error) in _HELD


def _remove_leftovers(target: Path) -> None:
    """Remove the temporary files of earlier runs that were killed while saving; failing to is no harm."""
    with contextlib.suppress(OSError):
        newest = target.stat().st_mtime
        for path in target.parent.iterdir():
            if path.name.startswith(_prefix(target)) and newest - path.stat().st_mtime > LEFTOVER_AGE:
                path.unlink()


def _remove(temporary: Path) -> None:
    """Remove a temporary file; a failure must not hide the one that led here."""
    with contextlib.suppress(OSError):
        temporary.unlink()
