"""Makes, duplicates, puts away, renames and removes workshops; none of them ever overwrites or deletes one."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.atomic import write_whole
from workshop_kit.store.document import SUFFIX, read_workshop, save_workshop
from workshop_kit.store.faults import StoreFault, fault_of
from workshop_kit.store.history import move_history
from workshop_kit.store.workshop_folder import (
    ARCHIVED,
    REMOVED,
    folder_name,
    is_taken,
    make_root,
    move_into_place,
    named_as_folder,
    own_folder,
    temporary_folder,
)

_MARK = "Denne workshopen er arkivert i Workshop Kit.\n"
"""What the mark of an archived workshop says to whoever opens it; sync clients pass by empty files."""


def create_workshop(root: Path, workshop: Workshop, name: str) -> Path:
    """Make a workshop's folder with its document and give the document's path; raises StoreFault, with nothing half made.

    `name`, such as planning's `file_stem`, is written in plain letters, with "-2", "-3" where it is taken.
    """
    make_root(root)
    with temporary_folder(root) as folder:
        save_workshop(folder / (folder_name(name) + SUFFIX), workshop)
        return move_into_place(folder, root, name)


def duplicate_workshop(path: Path, client: Workshop, name: str, root: Path | None = None) -> Path:
    """Make a workshop for another client, held as the one at `path`, and give its document's path; raises StoreFault.

    Pictures, packs and the run's journal belong to the first client and are not copied. It comes beside the first one,
    or under `root`.
    """
    return create_workshop(own_folder(path).parent if root is None else root, held_alike(read_workshop(path), client), name)


def held_alike(earlier: Workshop, client: Workshop) -> Workshop:
    """Give a client's workshop with the way the earlier one was held: length, start, facilitator, who comes, the day, slides.

    Everything that says something about the earlier client is left out: place, date, goals, themes, logo, what it has
    adopted or done itself, the examples chosen for it, and the words and slides written for it alone.
    """
    return replace(
        client,
        length=earlier.length,
        target_minutes=earlier.target_minutes,
        start=earlier.start,
        facilitator=earlier.facilitator,
        contact=earlier.contact,
        roles=earlier.roles,
        pinned=earlier.pinned,
        dropped=earlier.dropped,
        hidden=earlier.hidden,
        moved=tuple(move for move in earlier.moved if move.slide not in {slide.id for slide in earlier.own_slides}),
        day=earlier.day,
        group_size=earlier.group_size,
    )


def set_archived(path: Path, archived: bool) -> None:
    """Put a workshop away, or take it out again; its document is not touched. Raises StoreFault."""
    mark = own_folder(path) / ARCHIVED
    if archived:
        write_whole(mark, _MARK.encode())
        return
    try:
        mark.unlink(missing_ok=True)
    except OSError as error:
        raise fault_of(error, mark) from error


def rename_workshop(path: Path, name: str, history: Path) -> Path:
    """Give a workshop's folder and document another name, and give the document's new path; its history follows.

    Raises StoreFault, also when the name is taken; then everything is as it was.
    """
    folder = own_folder(path)
    target = folder.with_name(folder_name(name))
    if target == folder:
        return path
    if is_taken(target):
        raise StoreFault(target, "store.name_taken")
    try:
        folder.rename(target)
    except OSError as error:
        raise fault_of(error, folder) from error
    document = named_as_folder(target)
    move_history(path, document, history)
    return document


def remove_workshop(path: Path, trash: Callable[[Path], bool]) -> Path | None:
    """Remove a workshop: to the machine's trash, else to a folder `.papirkurv` beside it. Nothing is deleted.

    `trash` moves a folder to the machine's trash and tells whether it did. Gives the document's path in `.papirkurv`,
    None when the machine's trash has it. Raises StoreFault; then the workshop is where it was.
    """
    folder = own_folder(path)
    if trash(folder) and not folder.exists():
        return None
    removed = folder.parent / REMOVED
    make_root(removed)
    return move_into_place(folder, removed, folder.name)


def restore_workshop(path: Path, root: Path) -> Path:
    """Take a workshop out of `.papirkurv`, to a free name under the root; give its document's path. Raises StoreFault.

    `list_workshops(root / REMOVED)` lists what can be restored.
    """
    make_root(root)
    return move_into_place(path.parent, root, path.parent.name)
