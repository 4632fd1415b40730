"""Tells whether a document is open in another window or on another machine: a small file beside it says who has it.

The lock is a notice and hinders nobody: a lost one must never keep a facilitator from the workshop. What another window
has written meanwhile is found by `seen.changed_since`, lock or no lock.
"""

import contextlib
import os
import platform
import time
from collections.abc import Iterator
from enum import StrEnum
from itertools import count
from pathlib import Path

import msgspec

from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.json_text import json_bytes
from workshop_kit.store.process_mark import process_mark

NAME = ".i-bruk.json"
"""The lock's name, in the workshop's folder; without the document's, so that it stays its own when that is renamed."""

ATTEMPTS = 5
"""How often the lock is tried for when others take it and give it back at the same moment."""


class Holder(Value, frozen=True, kw_only=True):
    """Who has a document open: the process, its machine and its mark, the window's number, and since when (POSIX seconds)."""

    pid: int
    host: str
    mark: str
    window: int = 0
    started: float = 0.0


class Lock(Value, frozen=True, kw_only=True):
    """The answer to taking a lock.

    `mine` is given back when the window closes, None when it was not taken. `other` has the document open.
    `is_after_crash` tells that a program on this machine died with it open. `problem` says what to tell the user.
    """

    mine: Holder | None = None
    other: Holder | None = None
    is_after_crash: bool = False
    problem: Problem | None = None


class _State(StrEnum):
    """What a lock file says."""

    FREE = "free"
    STALE = "stale"
    HELD = "held"


def take_lock(document: Path, window: int = 0, anyway: bool = False) -> Lock:
    """Take the lock of a document for a window of this process, or tell who has it; `anyway` takes it from them.

    Locks of dead processes on this machine are taken over. Where no lock can be written, as in a read-only folder, the
    answer has a problem and the document can be read all the same.
    """
    try:
        return _taken(document, _myself(window), anyway)
    except OSError:
        return Lock(problem=StoreFault(document, "store.no_lock").problem)


def other_holder(document: Path, mine: Holder | None = None) -> Holder | None:
    """Give who else has a document open now, None when nobody does or it cannot be told."""
    with contextlib.suppress(OSError):
        state, holder = _read(document.with_name(NAME))
        return holder if state is _State.HELD and not _is_same(holder, mine) else None
    return None


def release_lock(document: Path, mine: Holder) -> None:
    """Give a lock back; one that another has taken meanwhile is left. That it cannot be done is no harm: it is then stale."""
    path = document.with_name(NAME)
    with contextlib.suppress(OSError):
        if _is_same(_read(path)[1], mine):
            path.unlink()


def _taken(document: Path, mine: Holder, anyway: bool) -> Lock:
    """Take a document's lock, in as many attempts as others may come between; raises OSError."""
    path = document.with_name(NAME)
    is_after_crash = False
    for _ in range(ATTEMPTS):
        state, holder = _read(path)
        if _is_same(holder, mine) or (state is _State.FREE and _is_written(path, mine)):
            return Lock(mine=mine, is_after_crash=is_after_crash)
        if state is _State.HELD and holder is not None and not anyway:
            return Lock(other=holder, problem=_told(document, holder).problem)
        if state is not _State.FREE:
            is_after_crash = is_after_crash or state is _State.STALE
            _set_aside(path, holder)
    return Lock(problem=StoreFault(document, "store.no_lock").problem)


def _myself(window: int) -> Holder:
    """Give this process as a holder."""
    process = os.getpid()
    return Holder(pid=process, host=platform.node(), mark=process_mark(process) or "", window=window, started=time.time())


def _is_same(one: Holder | None, other: Holder | None) -> bool:
    """Tell whether two holders are the same window of the same process, whenever they took the lock."""
    if one is None or other is None:
        return one is other
    return (one.pid, one.host, one.mark, one.window) == (other.pid, other.host, other.mark, other.window)


def _read(path: Path) -> tuple[_State, Holder | None]:
    """Give what a lock file says; one that cannot be understood was half written by a run that died. Raises OSError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return _State.FREE, None
    try:
        holder = msgspec.json.decode(data, type=Holder)
    except msgspec.DecodeError:
        return _State.STALE, None
    is_here = holder.host == platform.node()
    return (_State.STALE if is_here and process_mark(holder.pid) != holder.mark else _State.HELD), holder


def _is_written(path: Path, mine: Holder) -> bool:
    """Write the lock whole where there is none; False when another came first. Raises OSError."""
    temporary = next(each for each in _temporary_names(path) if not each.exists())
    temporary.write_bytes(json_bytes(mine))
    try:
        return _is_linked(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _is_linked(temporary: Path, path: Path) -> bool:
    """Give a file a name that is free, in one step; disks without such a step take two. Raises OSError."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        return False
    except OSError:
        if path.exists():
            return False
        temporary.replace(path)
    return True


def _set_aside(path: Path, holder: Holder | None) -> None:
    """Take a lock away from its holder; one that another wrote meanwhile is put back. Raises OSError."""
    aside = next(each for each in _temporary_names(path) if not each.exists())
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    if _read(aside)[1] != holder:
        _is_linked(aside, path)
    aside.unlink(missing_ok=True)


def _temporary_names(path: Path) -> Iterator[Path]:
    """Give names beside the lock that only this process uses."""
    return (path.with_name(f"{path.name}.{os.getpid()}-{number}") for number in count())


def _told(document: Path, holder: Holder) -> StoreFault:
    """Give what to tell about who has the document open."""
    if holder.host == platform.node():
        return StoreFault(document, "store.open_in_window")
    return StoreFault(document, "store.open_on_machine", {"host": holder.host})
