"""Makes workshops on the disk for the store's tests, and disks that fail."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.messages import LANGUAGES, message
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.workshops import create_workshop

HVALER = Workshop(municipality="3110", language=Language.NB, place="Rådhuset")
HEROY = Workshop(municipality="1515", language=Language.NN)


def made(root: Path, name: str = "3110-hvaler", workshop: Workshop = HVALER) -> Path:
    """Make a workshop and give its document."""
    return create_workshop(root, workshop, name)


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file under a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def names(folder: Path) -> list[str]:
    """Give what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def fault_of(call: Callable[[], object]) -> StoreFault:
    """Give the fault that a call raises, once its message has been seen to be whole in every language."""
    with pytest.raises(StoreFault) as caught:
        call()
    assert_is_told(caught.value.key, caught.value.values)
    return caught.value


def assert_is_told(key: str, values: Any) -> None:
    """A message can be filled in, in every language, and names the file; Any because values are checked by filling in."""
    for language in LANGUAGES:
        assert values["path"] in message(language, key, values)


def raising(number: int) -> Callable[..., NoReturn]:
    """Give a system call that fails with an error's number."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every write fail as on a full disk."""
    monkeypatch.setattr(os, "fsync", raising(errno.ENOSPC))


def protect_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every new file and folder, every renaming and every removal fail as in a read-only folder."""
    for owner, name in ((Path, "mkdir"), (Path, "rename"), (Path, "unlink"), (Path, "write_bytes"), (Path, "replace")):
        monkeypatch.setattr(owner, name, raising(errno.EROFS))
    real = os.open

    def open_to_read(path: str, flags: int, *mode: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(path, flags, *mode)

    monkeypatch.setattr(os, "open", open_to_read)
