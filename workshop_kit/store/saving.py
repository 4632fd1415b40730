"""Saves a document so that nothing is lost: what others wrote meanwhile is not overwritten, and every version is kept."""

from itertools import count
from pathlib import Path

from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.atomic import read_whole, write_whole
from workshop_kit.store.document import backup_path, document_bytes, read_workshop, save_workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.history import keep_version, list_versions, read_version, remember
from workshop_kit.store.seen import Seen, changed_since, seen_as


class Saved(Value, frozen=True, kw_only=True):
    """A document that was saved: how it looks on the disk, and what was wrong with its history."""

    seen: Seen
    problems: tuple[Problem, ...] = ()


def save_version(path: Path, workshop: Workshop, history: Path, seen: Seen | None = None) -> Saved:
    """Save a document and keep both what was there and what is written as versions; raises StoreFault.

    With `seen`, a document that somebody else has replaced since is not overwritten (`store.changed_elsewhere`); without,
    it is, and theirs is a version. When this returns, the document is on the disk.
    """
    if seen is not None and path.exists() and changed_since(path, seen):
        raise StoreFault(path, "store.changed_elsewhere")
    before = remember(path, history)
    save_workshop(path, workshop)
    after = remember(path, history)
    problems = {each.where.file: each for each in (before, after) if each}
    return Saved(seen=seen_as(document_bytes(workshop)), problems=tuple(problems.values()))


def put_aside(path: Path, workshop: Workshop, history: Path) -> None:
    """Keep a workshop that is not written to its document as a version, older than what the document says; raises StoreFault."""
    keep_version(path, document_bytes(workshop), history)
    remember(path, history)


def recover_workshop(path: Path, history: Path) -> Workshop:
    """Put the newest whole version in a broken or missing document's place, and give it.

    The broken one is kept beside it as `<name>.workshop.broken`. Raises the StoreFault of the document itself when no
    version is whole, or when it was made by a newer program. A document that is whole is left alone.
    """
    try:
        return read_workshop(path)
    except StoreFault as fault:
        if fault.key not in {"store.document_broken", "store.document_broken_with_backup", "store.not_found"}:
            raise
        workshop = _newest_whole(path, history)
        if workshop is None:
            raise
    if path.exists():
        write_whole(_free_name(path), read_whole(path))
    save_workshop(path, workshop)
    return workshop


def _newest_whole(path: Path, history: Path) -> Workshop | None:
    """Give the newest version that can be read, else the copy from when the document was last opened."""
    for version in list_versions(path, history):
        try:
            return read_version(version)
        except StoreFault:
            continue
    try:
        return read_workshop(backup_path(path))
    except StoreFault:
        return None


def _free_name(path: Path) -> Path:
    """Give a name beside a document under which its broken bytes are kept."""
    names = (path.with_name(f"{path.name}.broken{'' if number == 1 else f'-{number}'}") for number in count(1))
    return next(each for each in names if not each.exists())
