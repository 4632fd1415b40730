"""Finds the facilitator's workshops by reading their folders, and groups them for the list of clients."""

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.atomic import reading_fault
from workshop_kit.store.document import SUFFIX, read_workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.workshop_folder import can_be_made, documents_in, is_archived

MOST_RECENT = 5


class Entry(Value, frozen=True, kw_only=True):
    """A workshop in the list: its document, what it says, when it was last saved (POSIX seconds), and whether it is put away."""

    path: Path
    workshop: Workshop
    modified: float
    archived: bool = False


class Groups(Value, frozen=True, kw_only=True):
    """The list of workshops as it is shown. Each stands once among all but `recent`, which holds the last saved of those not put away.

    `upcoming` have a date from today on, the nearest first; `undated` none, the last saved first; `past` have an earlier
    one, the latest first; `archived` are put away, the last saved first.
    """

    recent: tuple[Entry, ...]
    upcoming: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    past: tuple[Entry, ...]
    archived: tuple[Entry, ...]


def list_workshops(root: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Give the workshops under a root by name, and what could not be listed; a root that is not made yet has none.

    Folders without a document are no workshops. A broken document, a drive that is gone and a copy beside a document
    are problems; the others are listed all the same.
    """
    if not root.exists():
        return (), () if can_be_made(root) else (StoreFault(root, "store.not_found").problem,)
    entries: list[Entry] = []
    problems: list[Problem] = []
    try:
        with os.scandir(root) as found:
            paths = sorted((Path(each.path), each.is_dir()) for each in found if not each.name.startswith("."))
    except OSError as error:
        return (), (reading_fault(error, root).problem,)
    for path, is_folder in paths:
        if is_folder:
            _add_folder(path, entries, problems)
        elif path.suffix == SUFFIX:
            problems.append(StoreFault(path, "store.loose_document").problem)
    return tuple(entries), tuple(problems)


def sort_entries(entries: Iterable[Entry], today: datetime.date) -> Groups:
    """Group the workshops as seen from a day."""
    newest_first = sorted(entries, key=lambda entry: (-entry.modified, entry.path))
    active = [entry for entry in newest_first if not entry.archived]
    dated = sorted((entry for entry in active if entry.workshop.date), key=_when)
    return Groups(
        recent=tuple(active[:MOST_RECENT]),
        upcoming=tuple(entry for entry in dated if _when(entry)[0] >= today),
        undated=tuple(entry for entry in active if not entry.workshop.date),
        past=tuple(entry for entry in reversed(dated) if _when(entry)[0] < today),
        archived=tuple(entry for entry in newest_first if entry.archived),
    )


def _when(entry: Entry) -> tuple[datetime.date, datetime.time, Path]:
    """Give when a workshop is held, then its path; one without a date is as early as can be."""
    return entry.workshop.date or datetime.date.min, entry.workshop.start, entry.path


def _add_folder(folder: Path, entries: list[Entry], problems: list[Problem]) -> None:
    """List a folder's workshop, or what is wrong with it."""
    try:
        documents = documents_in(folder)
        if documents:
            entries.append(_entry(documents[0], folder))
        else:
            problems += _missing(folder)
        problems += (StoreFault(path, "store.second_document", {"first": documents[0].name}).problem for path in documents[1:])
    except StoreFault as fault:
        problems.append(fault.problem)
    except OSError as error:
        problems.append(reading_fault(error, folder).problem)


def _entry(document: Path, folder: Path) -> Entry:
    """Read one workshop; raises StoreFault or OSError."""
    workshop = read_workshop(document)
    return Entry(path=document, workshop=workshop, modified=document.stat().st_mtime, archived=is_archived(folder))


def _missing(folder: Path) -> tuple[Problem, ...]:
    """Tell of a folder whose document is gone while its copy is there."""
    backups = sorted(folder.glob(f"*{SUFFIX}.bak"))
    return tuple(StoreFault(path.with_suffix(""), "store.document_gone", {"backup": path.name}).problem for path in backups[:1])
