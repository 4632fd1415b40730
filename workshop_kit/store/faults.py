"""What is raised when a file cannot be read or written: the file, what happened, and the values a message names."""

import errno
from collections.abc import Mapping
from pathlib import Path

from workshop_kit.domain.problem import Problem, Where

_KEYS: Mapping[str, str] = {
    "ENOSPC": "store.no_space",
    "EDQUOT": "store.no_space",
    "EFBIG": "store.no_space",
    "EROFS": "store.read_only",
    "EACCES": "store.read_only",
    "EPERM": "store.read_only",
    "ENOENT": "store.not_found",
    "ENOTDIR": "store.not_found",
    "ENODEV": "store.not_found",
    "ENXIO": "store.not_found",
    "ENOTCONN": "store.not_found",
    "ESTALE": "store.not_found",
    "EHOSTDOWN": "store.not_found",
    "EBUSY": "store.in_use",
    "ETXTBSY": "store.in_use",
    "EISDIR": "store.is_folder",
    "ENAMETOOLONG": "store.name_too_long",
}
_WINDOWS_KEYS: Mapping[int, str] = {
    21: "store.not_found",
    32: "store.in_use",
    33: "store.in_use",
    39: "store.no_space",
    53: "store.not_found",
    67: "store.not_found",
    112: "store.no_space",
    206: "store.name_too_long",
}
"""Windows' own numbers, where they say more than the errno they become: a drive that is not ready, sharing and lock
violation, full disk, a network place that is gone, long name."""


class StoreFault(Exception):
    """A file that could not be read or written. `key` is a message's key, `values` what it names: always the path."""

    def __init__(self, path: Path, key: str, values: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{path}: {key}")
        self.path = path
        self.key = key
        self.values: Mapping[str, str] = {"path": str(path), **(values or {})}

    @property
    def problem(self) -> Problem:
        """The fault as one to list, where others go on."""
        return Problem(where=Where(file=str(self.path)), key=self.key, values=self.values)


def fault_of(error: OSError, path: Path) -> StoreFault:
    """Translate an operating system's error on a path; one that is not known keeps its reason."""
    key = _WINDOWS_KEYS.get(windows_number(error)) or _KEYS.get(errno.errorcode.get(error.errno or 0, ""))
    if key is not None:
        return StoreFault(path, key)
    return StoreFault(path, "store.failed", {"reason": error.strerror or type(error).__name__})


def windows_number(error: OSError) -> int:
    """Give Windows' own number of an error; 0 elsewhere."""
    return getattr(error, "winerror", None) or 0
