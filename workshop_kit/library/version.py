"""Gives the content a version: a digest that changes when any file of it does."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from workshop_kit.library.report_figures import FORM
from workshop_kit.library.shelf import Shelf

DIGITS = 12
_FOLDERS = ("slides", "exercises", "assets/words")
_DATA_SUFFIXES = frozenset({".toml", ".csv", ".json"})


def content_version(shelves: tuple[Shelf, ...]) -> str:
    """Give the first 12 hex digits of SHA-256 over the sorted relative paths and bytes of the content of all shelves."""
    digest = sha256()
    for shelf in shelves:
        for name, path in sorted((path.relative_to(shelf.root).as_posix(), path) for path in _files(shelf.root)):
            data = path.read_bytes()
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()[:DIGITS]


def _files(root: Path) -> Iterator[Path]:
    """Give the files that count; those that a desktop leaves behind do not."""
    for folder in _FOLDERS:
        yield from (path for path in (root / folder).rglob("*") if path.is_file() and not _is_litter(path))
    data = root / "assets" / "data"
    yield from (path for path in data.glob("*") if path.suffix in _DATA_SUFFIXES and not _is_litter(path))
    yield from (path for path in (root / FORM,) if path.is_file())


def _is_litter(path: Path) -> bool:
    """Tell whether a file is hidden, an editor's copy, or a desktop's own."""
    return path.name.startswith((".", "~")) or path.name.endswith("~") or path.name == "Thumbs.db"
