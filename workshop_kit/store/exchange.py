"""Puts a whole workshop into one file, `.workshopkit`, and takes it out again on another machine."""

import os
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from workshop_kit.store.atomic import read_whole, reading_fault, write_through
from workshop_kit.store.document import SUFFIX, read_workshop
from workshop_kit.store.faults import StoreFault, fault_of
from workshop_kit.store.packed_names import check_names, is_left_out
from workshop_kit.store.workshop_folder import make_root, move_into_place, own_folder, temporary_folder

PACKED_SUFFIX = ".workshopkit"
MOST_BYTES = 2 * 1024**3
"""The most that is unpacked: a workshop with hundreds of photographs is smaller."""
MOST_FILES = 5_000
_MEGABYTE = 1024**2

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip: the same workshop gives the same bytes."""

_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises for a damaged, encrypted or strangely packed file."""


Step = Callable[[int, int, str], object]
"""Told before each file: its number, how many there are, and its name. What it raises stops the work, with nothing half made."""


def export_workshop(path: Path, target: Path, step: Step | None = None) -> Path:
    """Write a workshop's document, media, journal and pack to one zip, whole or not at all, and give its path.

    A target without the ending `.workshopkit` gets it. Backups, locks and other hidden files stay, and so do links. Raises
    StoreFault; an earlier file is then as it was. A document that is broken or newer is not exported: it could not be imported.
    """
    folder = own_folder(path)
    read_workshop(path)
    files = tuple(_files(folder, path))
    packed = target if target.suffix == PACKED_SUFFIX else target.with_name(target.name + PACKED_SUFFIX)
    write_through(packed, partial(_pack, folder, files, step or _untold))
    return packed


def import_workshop(archive: Path, root: Path, step: Step | None = None) -> Path:
    """Unpack a workshop to a free name under the root and give its document's path; never over another.

    Raises StoreFault, with nothing half made, for a file that is damaged, unsafe, too large, without just one document, or with
    one that is broken or newer. The archive is only read.
    """
    make_root(root)
    with temporary_folder(root) as folder:
        try:
            with zipfile.ZipFile(archive) as packed:
                document = _unpack(packed, archive, folder, step or _untold)
        except _BROKEN as error:
            raise StoreFault(archive, "store.archive_broken") from error
        except OSError as error:
            raise reading_fault(error, archive) from error
        _check_document(document, archive)
        return move_into_place(folder, root, document.stem)


def _files(folder: Path, document: Path) -> Iterator[Path]:
    """Give the files to pack, in the same order everywhere: all but hidden ones, backups, links and other documents."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(parent, name) for name in sorted(names)):
            if path == document or _is_packed(path, folder):
                yield path


def _is_packed(path: Path, folder: Path) -> bool:
    """Tell whether a file beside the document goes with it."""
    is_other = path.parent == folder and (path.suffix == SUFFIX or SUFFIX + "." in path.name)
    is_hidden = path.name.startswith(".") or path.suffix == PACKED_SUFFIX
    return not is_other and not is_hidden and not path.is_symlink() and path.is_file()


def _pack(folder: Path, files: tuple[Path, ...], step: Step, target: BinaryIO) -> None:
    """Fill the zip; raises StoreFault for a file that cannot be read."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, path in enumerate(files, start=1):
            step(number, len(files), path.name)
            information = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _EARLIEST)
            information.compress_type = zipfile.ZIP_DEFLATED
            information.external_attr = 0o644 << 16
            packed.writestr(information, read_whole(path))


def _unpack(packed: zipfile.ZipFile, archive: Path, folder: Path, step: Step) -> Path:
    """Check everything before anything is written, unpack, and give the document; raises StoreFault and what zipfile raises."""
    entries = [each for each in packed.infolist() if not each.is_dir()]
    check_names(packed.infolist(), archive)
    if any(each.comment for each in packed.infolist()):
        raise StoreFault(archive, "store.archive_broken")  # a spoilt length makes the files that follow a comment
    if sum(each.file_size for each in entries) > MOST_BYTES or len(entries) > MOST_FILES:
        raise StoreFault(archive, "store.archive_too_large", {"megabytes": str(MOST_BYTES // _MEGABYTE), "files": str(MOST_FILES)})
    wanted = [each for each in entries if not is_left_out(each.filename)]
    documents = [each for each in wanted if "/" not in each.filename and each.filename.endswith(SUFFIX)]
    if len(documents) != 1:
        raise StoreFault(archive, "store.archive_without_document")
    for number, entry in enumerate(wanted, start=1):
        step(number, len(wanted), PurePosixPath(entry.filename).name)
        _unpack_file(packed, entry, folder)
    return folder / documents[0].filename


def _unpack_file(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path) -> None:
    """Write one file under the folder; zipfile checks its size and its sum. A fault is told about the folder's own root."""
    target = folder / entry.filename
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with packed.open(entry) as source:
            write_through(target, partial(_copy, source))
    except StoreFault as fault:
        raise StoreFault(folder.parent, fault.key, {**fault.values, "path": str(folder.parent)}) from fault
    except OSError as error:
        raise fault_of(error, folder.parent) from error


def _untold(number: int, of: int, name: str) -> None:
    """Tell nobody how far it has come."""


def _copy(source: IO[bytes], target: BinaryIO) -> None:
    """Copy a file's bytes, some at a time."""
    shutil.copyfileobj(source, target, _MEGABYTE)


def _check_document(document: Path, archive: Path) -> None:
    """Raise StoreFault, about the archive, for a document that this program cannot open."""
    try:
        read_workshop(document)
    except StoreFault as fault:
        raise StoreFault(archive, fault.key, {**fault.values, "path": f"{archive} ({document.name})"}) from fault
