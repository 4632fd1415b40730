"""Tells whether a file has changed since it was read: another window, another machine or a sync client may replace it."""

import hashlib
from pathlib import Path

from workshop_kit.domain.value import Value
from workshop_kit.store.atomic import read_whole
from workshop_kit.store.faults import StoreFault


class Seen(Value, frozen=True, kw_only=True):
    """A file's content as it was seen: its size in bytes and its hash."""

    size: int
    digest: str


def see(path: Path) -> Seen:
    """Take note of a file as it is now; raises StoreFault."""
    return seen_as(read_whole(path))


def seen_as(data: bytes) -> Seen:
    """Give how a file with these bytes looks."""
    return Seen(size=len(data), digest=hashlib.sha256(data).hexdigest())


def changed_since(path: Path, seen: Seen) -> bool:
    """Tell whether a file has another content than it had, or is gone.

    The time of its last change is not asked: sync clients set it back, some disks count it in steps of two seconds, and a
    file that was only touched has not changed. A file that cannot be read just now counts as unchanged: saving it tells more.
    """
    try:
        return path.stat().st_size != seen.size or see(path) != seen
    except FileNotFoundError:
        return True
    except OSError:
        return False
    except StoreFault as fault:
        return fault.key == "store.not_found"
