"""Reads the client's own example, one TOML file that somebody typed for a single workshop."""

import re
from pathlib import Path

from msgspec.structs import replace

from workshop_kit.domain.problem import Where
from workshop_kit.domain.workshop import OwnExample
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import parse_toml

TEXTS = ("title", "need", "did", "result", "learn")
"""The card's title and rows, all of which must be there."""
FIRST_YEAR, LAST_YEAR = 1000, 9999
"""A year has four digits."""
_GAP = re.compile(r"[\x00-\x20\x7f]+")


def read_own_example(path: Path) -> OwnExample:
    """Give the example of a file with `title`, `need`, `did`, `result`, `learn` and, where it is dated, `year`.

    The words are kept as they were written; line breaks in them become spaces, as the rows of the card are one paragraph each.
    Raises ContentFault with file and line for a file that is missing, cannot be read or is not TOML, and for a key that is
    missing, unknown, empty or of the wrong kind.
    """
    shelf = Shelf(root=path.parent, shipped=False)
    if not path.exists():
        raise ContentFault(Where(file=shelf.name(path)), "content.own_example_missing")
    toml = parse_toml(shelf.read(path), shelf.name(path))
    example = toml.convert(OwnExample, toml.data)
    texts = {name: _GAP.sub(" ", getattr(example, name)).strip() for name in TEXTS}
    for name, text in texts.items():
        if not text:
            raise toml.fault((name,), "content.empty_text", key=name)
    if example.year and not FIRST_YEAR <= example.year <= LAST_YEAR:
        raise toml.fault(("year",), "content.not_a_year", key="year")
    return replace(example, **texts)
