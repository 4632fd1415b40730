"""Compares what a writer makes with what it made before, kept in tests/golden/, and tells the difference so that it can be read.

The files are renewed on purpose only: WORKSHOP_KIT_RENEW_GOLDEN=1 writes what is made now, and the tests are shown as skipped.
"""

import difflib
import os
from pathlib import Path
from xml.dom.minidom import parseString

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "golden"
RENEW = "WORKSHOP_KIT_RENEW_GOLDEN"
MOST_LINES = 80


def pretty(member: bytes) -> str:
    """Give XML with an element to a line."""
    return parseString(member).toprettyxml(indent=" ")


def difference(before: str, after: str, name: str) -> str:
    """Tell what became different, at most so many lines of it."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), f"{name} as kept", f"{name} as made now", lineterm="", n=4))
    rest = [f"… and {len(lines) - MOST_LINES} lines more"] if len(lines) > MOST_LINES else []
    return "\n".join([*lines[:MOST_LINES], *rest, f"If this is meant: look at the slide, then run with {RENEW}=1."])


def assert_as_kept(name: str, member: bytes, folder: Path = FOLDER) -> None:
    """Compare XML with the file that is kept under a name, or renew that file where it is asked for."""
    path, made = folder / f"{name}.xml", pretty(member)
    if os.environ.get(RENEW) == "1":
        folder.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
        pytest.skip(f"{path.name} is renewed")
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    if before != made:
        pytest.fail(difference(before, made, path.name), pytrace=False)
