"""What a workshop's folder holds, and how one comes into its place: made, renamed, or moved, never over another."""

import contextlib
import errno
import os
import shutil
import time
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path

from workshop_kit.domain.plain_letters import fold
from workshop_kit.store.atomic import LEFTOVER_AGE, sync_folder
from workshop_kit.store.document import SUFFIX, backup_path
from workshop_kit.store.faults import StoreFault, fault_of

MEDIA = "media"
JOURNAL = "run.journal"
PACK = "pack"
ARCHIVED = ".arkivert"
"""The file that marks a workshop as put away. A file and not a field: the document's bytes, its history and the time of
its last change stay as they are, a document that is broken or newer can be put away too, and sync clients carry it."""
REMOVED = ".papirkurv"
"""The folder under the root for what was removed and the machine's own trash would not take."""

MOST_LETTERS = 60
"""The longest name of a folder: paths have a limit on Windows, and the pack's files lie further in."""

NAMELESS = "workshop"
_MAKING = ".lages-"
_TAKEN = frozenset({errno.EEXIST, errno.ENOTEMPTY})


def folder_name(name: str) -> str:
    """Give a name as folders and documents have it: plain letters, digits and hyphens."""
    return fold(name)[:MOST_LETTERS].strip("-") or NAMELESS


def document_in(folder: Path) -> Path | None:
    """Give a folder's document: the one with the folder's name, else the first; None when there is none. Raises OSError."""
    found = documents_in(folder)
    return found[0] if found else None


def documents_in(folder: Path) -> tuple[Path, ...]:
    """Give all documents of a folder, the workshop's own first: a sync client may have put a copy beside it. Raises OSError."""
    with os.scandir(folder) as entries:
        names = [each.name for each in entries if each.name.endswith(SUFFIX) and not each.name.startswith(".")]
    own = folder.name + SUFFIX
    return tuple(folder / name for name in sorted(names, key=lambda name: (name != own, name)))


def is_archived(folder: Path) -> bool:
    """Tell whether a workshop's folder is marked as put away."""
    return (folder / ARCHIVED).exists()


def own_folder(document: Path) -> Path:
    """Give the folder that is this document's alone; raises StoreFault for one that lies loose among workshops."""
    folder = document.parent
    try:
        with os.scandir(folder) as entries:
            is_shared = any(each.is_dir() and not each.name.startswith(".") and documents_in(Path(each.path)) for each in entries)
    except OSError as error:
        raise fault_of(error, folder) from error
    if is_shared:
        raise StoreFault(document, "store.loose_document")
    return folder


def can_be_made(root: Path) -> bool:
    """Tell whether a root that is not there is only not made yet; else its drive is gone."""
    return root.parent.exists() or root.is_relative_to(Path.home())


def make_root(root: Path) -> None:
    """Make the folder of all workshops where it is missing; raises StoreFault. On a drive that is gone nothing is made."""
    if not root.exists() and not can_be_made(root):
        raise StoreFault(root, "store.not_found")
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, root) from error


@contextlib.contextmanager
def temporary_folder(root: Path) -> Generator[Path]:
    """Give a new hidden folder under the root to fill; what is left of it afterwards is removed. Raises StoreFault."""
    _remove_leftovers(root)
    try:
        folder = next(each for each in (root / f"{_MAKING}{os.getpid()}-{number}" for number in count()) if _is_made(each))
    except OSError as error:
        raise fault_of(error, root) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def move_into_place(folder: Path, root: Path, name: str) -> Path:
    """Move a folder to its name under the root, with "-2", "-3" where that is taken, and give its document.

    The document is named after its folder. Raises StoreFault; then the folder is where it was.
    """
    targets = (root / candidate for candidate in _numbered(folder_name(name)))
    return named_as_folder(next(each for each in targets if not is_taken(each) and _is_moved(folder, each)))


def named_as_folder(folder: Path) -> Path:
    """Give a folder's document, its name and its backup's made the folder's; one that cannot be renamed keeps its name."""
    document = wanted = folder / (folder.name + SUFFIX)
    with contextlib.suppress(OSError):
        document = document_in(folder) or wanted
        if document == wanted:
            return wanted
        if backup_path(document).exists() and not backup_path(wanted).exists():
            backup_path(document).rename(backup_path(wanted))
        document = document.rename(wanted)
    return document


def is_taken(path: Path) -> bool:
    """Tell whether a name is taken, also by a link that leads nowhere."""
    return path.is_symlink() or path.exists()


def _numbered(name: str) -> Iterator[str]:
    """Give a name, then the same with a number behind."""
    yield name
    for number in count(2):
        yield f"{name}-{number}"


def _is_moved(folder: Path, target: Path) -> bool:
    """Move a folder to a name that was free; False when somebody took the name meanwhile. Raises StoreFault."""
    try:
        folder.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise fault_of(error, target) from error
    return True


def _is_made(folder: Path) -> bool:
    """Make a folder; False when the name is taken. Raises OSError."""
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


def _remove_leftovers(root: Path) -> None:
    """Remove half-made folders of runs that were killed long ago; what they were made from is still where it was."""
    with contextlib.suppress(OSError):
        for folder in root.glob(f"{_MAKING}*"):
            if time.time() - folder.stat().st_mtime > LEFTOVER_AGE:
                shutil.rmtree(folder, ignore_errors=True)
