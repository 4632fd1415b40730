"""Judges the names in a zip that somebody sent: whether they stay inside the folder they are unpacked to, on every system."""

import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterable
from pathlib import Path

from workshop_kit.store.faults import StoreFault

_NOT_IN_NAMES = re.compile(r'[\\:*?"<>|\x00-\x1f]')
"""What leads out of a folder on some system, or cannot be in a name on Windows."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z", re.IGNORECASE)
"""Names that are devices on Windows, with or without an ending."""
_MOST_LETTERS = 200
_FOREIGN = "__MACOSX"


def check_names(entries: Iterable[zipfile.ZipInfo], archive: Path) -> None:
    """Raise StoreFault for a name that is unsafe, a link or another special file, or two names that are one on some disk."""
    seen: set[str] = set()
    for entry in entries:
        plain = unicodedata.normalize("NFC", entry.filename).casefold()
        if not _is_safe(entry) or plain in seen:
            raise StoreFault(archive, "store.archive_unsafe", {"name": entry.orig_filename.replace("\x00", " ")})
        seen.add(plain)


def is_left_out(name: str) -> bool:
    """Tell whether a file is hidden, or of another system's own, and is left in the zip."""
    parts = name.split("/")
    return parts[0] == _FOREIGN or any(part.startswith(".") for part in parts)


def _is_safe(entry: zipfile.ZipInfo) -> bool:
    """Tell whether an entry is an ordinary file or folder inside the folder it is unpacked to."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    is_ordinary = kind in {0, stat.S_IFREG, stat.S_IFDIR}
    return is_ordinary and entry.orig_filename == entry.filename and all(map(_is_safe_part, entry.filename.rstrip("/").split("/")))


def _is_safe_part(part: str) -> bool:
    """Tell whether a name between two slashes is one file or folder on every system."""
    if part in {"", ".", ".."} or len(part) > _MOST_LETTERS:
        return False
    return not (_NOT_IN_NAMES.search(part) or _DEVICES.match(part) or part.endswith((".", " ")))
