"""Reads a deck back: whether somebody has changed it since it was made."""

import re
import zipfile
import zlib
from pathlib import Path

from workshop_kit.writers.deck_marks import CUSTOM_NAME, FINGERPRINT, fingerprint

_UNREADABLE = (OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error)
"""What reading raises of a file that is no archive, cut off, spoilt, or locked with a password."""
_FINGERPRINT = re.compile(rf'name="{FINGERPRINT}"[^>]*>\s*<vt:lpwstr>([0-9a-f]{{64}})</vt:lpwstr>')


def is_untouched(path: Path) -> bool:
    """Tell whether a deck is just as it was made.

    A deck that was saved again, one that was not made here, and a file that cannot be read are all somebody's work.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except _UNREADABLE:
        return False
    found = _FINGERPRINT.search(members.get(CUSTOM_NAME, b"").decode("utf-8", "replace"))
    return found is not None and found.group(1) == fingerprint(members)
