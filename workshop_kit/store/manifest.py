"""Reads and writes the list of what a pack holds, manifest.json in the pack's folder."""

from enum import StrEnum
from pathlib import Path

import msgspec

from workshop_kit.domain.language import Language
from workshop_kit.domain.value import Value
from workshop_kit.store.atomic import read_whole, write_whole
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.json_text import json_bytes

NAME = "manifest.json"


class FileRole(StrEnum):
    """What a file of a pack is."""

    DECK = "deck"
    SHEETS = "sheets"
    SHEET = "sheet"
    PROGRAMME = "programme"
    RUN_SHEET = "run-sheet"
    GLOSSARY = "glossary"
    CALL_LIST = "call-list"


class ManifestFile(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A file of the pack: its path in the pack's folder with "/" between names, its pages, and a single sheet's exercise.

    `copies` is how many are to be printed, None where that is not known, and 0 for a sheet that is left out.
    """

    role: FileRole
    path: str
    pages: int
    exercise: str | None
    copies: int | None = None


class Manifest(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What was made for whom.

    `minutes` is how long the workshop takes. `kept` are the paths of edited decks that were left alone. `made_with` is a
    fingerprint of everything the pack was made from, by which a whole pack is recognised.
    """

    municipality: str
    language: Language
    content_version: str
    files: tuple[ManifestFile, ...]
    minutes: int = 0
    kept: tuple[str, ...] = ()
    made_with: str = ""


def read_manifest(folder: Path) -> Manifest | None:
    """Give the manifest of a pack's folder; None when there is none, or none that can be read."""
    try:
        return msgspec.json.decode(read_whole(folder / NAME), type=Manifest)
    except (StoreFault, msgspec.DecodeError):
        return None


def write_manifest(folder: Path, manifest: Manifest) -> Path:
    """Write the manifest into a pack's folder and give its path; raises StoreFault."""
    path = folder / NAME
    write_whole(path, json_bytes(manifest))
    return path
