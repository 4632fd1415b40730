"""Reads and writes the list of what a pack holds, manifest.json in the pack's folder."""

from collections.abc import Mapping
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
    `made` is a hash of all that it was written from.
    """

    role: FileRole
    path: str
    pages: int
    exercise: str | None
    copies: int | None = None
    made: str = ""

    @property
    def slot(self) -> str:
        """What it is among the pack's files, whatever it is called: its role, and a single sheet's exercise."""
        return slot_of(self.role, self.exercise)


class MadeSlide(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A slide as it was made: its key and title, and hashes of the page it was made from, its words and its notes ("" for none)."""

    key: str
    title: str
    page: str
    words: str = ""
    notes: str = ""
    is_hidden: bool = False


class MadeBlock(Value, frozen=True, kw_only=True):
    """A piece of the day as it was made, with its clock time as HH:MM."""

    title: str
    start: str
    minutes: int


class Manifest(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What was made for whom.

    `minutes` is how long the workshop takes. `kept` are the paths of edited decks that were left alone. `made_with` is a
    fingerprint of everything the pack was made from, by which a whole pack is recognised; it is empty where a file could not be
    made or was left out.

    The rest is for telling later what has changed: `decks` holds the slides of the deck and of each kept one as they were made, by
    path, `day` the pieces of the day, `facts` a hash of each kind of choice in the workshop, and `program_version` what made it.
    `leftover` are files of earlier makings that lie there still and are not of this pack.
    """

    municipality: str
    language: Language
    content_version: str
    files: tuple[ManifestFile, ...]
    minutes: int = 0
    kept: tuple[str, ...] = ()
    made_with: str = ""
    program_version: str = ""
    facts: Mapping[str, str] = {}
    day: tuple[MadeBlock, ...] = ()
    decks: Mapping[str, tuple[MadeSlide, ...]] = {}
    leftover: tuple[str, ...] = ()

    @property
    def deck(self) -> ManifestFile | None:
        """The deck's file, None in a pack that was made without."""
        return next((file for file in self.files if file.role is FileRole.DECK), None)

    @property
    def slides(self) -> tuple[MadeSlide, ...]:
        """The deck's slides as they were made, none for a pack of an earlier program."""
        return self.decks.get(self.deck.path, ()) if self.deck is not None else ()


def slot_of(role: FileRole, exercise: str | None) -> str:
    """Name a file's place in a pack, such as `deck` and `sheet-F1`."""
    return role.value if exercise is None else f"{role.value}-{exercise}"


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
