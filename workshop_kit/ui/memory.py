"""What the window remembers from one run to the next: which workshop is open, and on which page each was left."""

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QSettings

MOST_PAGES = 200
"""So many workshops' pages are remembered; then all are forgotten, as it is only a convenience."""
_OPEN, _PAGES = "open", "pages"


class Memory:
    """Remembers in the window's state; a state that cannot be written is no harm."""

    def __init__(self, state: QSettings) -> None:
        self._state = state

    @property
    def open_path(self) -> Path | None:
        """The document that was open when the program last told; after a run that ended well there is none."""
        found = self._state.value(_OPEN)
        return Path(found) if isinstance(found, str) and found else None

    def set_open(self, path: Path | None) -> None:
        """Remember which document is open; written at once, as the program may die."""
        self._state.setValue(_OPEN, "" if path is None else str(path.absolute()))
        self._state.sync()

    def page_of(self, path: Path) -> str:
        """Give the page on which a workshop was left, "" where it is not known."""
        found = self._state.value(f"{_PAGES}/{_key(path)}")
        return found if isinstance(found, str) else ""

    def set_page(self, path: Path, page: str) -> None:
        """Remember the page on which a workshop is left."""
        self._state.beginGroup(_PAGES)
        if len(self._state.childKeys()) >= MOST_PAGES:
            self._state.remove("")
        self._state.endGroup()
        self._state.setValue(f"{_PAGES}/{_key(path)}", page)


def _key(path: Path) -> str:
    return hashlib.sha256(os.path.normcase(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
