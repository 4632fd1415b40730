"""Notes what a pack is made of: its files, slides, day and choices, so that the next making can tell what is different."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from workshop_kit import __version__
from workshop_kit.domain.agenda import length_of
from workshop_kit.domain.plan import Plan
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.scene.page import Document
from workshop_kit.scene.page_hash import document_hash, page_hash
from workshop_kit.store.manifest import FileRole, MadeBlock, MadeSlide, Manifest, ManifestFile, slot_of
from workshop_kit.writers.deck_reader import read_deck

FACTS: Mapping[str, tuple[str, ...]] = {
    "language": ("language",),
    "date": ("date",),
    "start": ("start",),
    "place": ("place",),
    "length": ("length", "target_minutes"),
    "people": ("facilitator", "contact"),
    "participants": ("participants", "group_size", "copies"),
    "roles": ("roles",),
    "goals": ("goals", "own_goals", "themes"),
    "examples": ("examples", "own_example"),
    "day": ("day",),
    "slides": ("pinned", "dropped", "hidden", "moved", "edits", "own_slides"),
    "logo": ("logo",),
}
"""The workshop's fields by the kind of choice they are, in the order they are told. The facilitator's own notes are in no pack."""


class PlannedFile(Value, frozen=True, kw_only=True, eq=False):
    """A file of the pack before it is written: its name, what it is, its pages, copies, and a single sheet's exercise with its title."""

    name: str
    role: FileRole
    document: Document
    exercise: str | None = None
    title: str = ""
    copies: int | None = None

    @property
    def slot(self) -> str:
        """What it is among the pack's files, whatever it is called."""
        return slot_of(self.role, self.exercise)

    def noted(self) -> ManifestFile:
        """Give the file as the manifest notes it."""
        pages = len(self.document.pages)
        return ManifestFile(
            role=self.role, path=self.name, pages=pages, exercise=self.exercise, copies=self.copies, made=document_hash(self.document)
        )


def manifest_of(workshop: Workshop, plan: Plan, files: Iterable[PlannedFile], made_with: str = "") -> Manifest:
    """Give the manifest of a pack of these files; words and notes of the slides are noted once the deck is written."""
    planned = tuple(files)
    return Manifest(
        municipality=workshop.municipality,
        language=workshop.language,
        content_version=plan.content_version,
        files=tuple(file.noted() for file in planned),
        minutes=length_of(plan.timetable),
        made_with=made_with,
        program_version=__version__,
        facts={name: _hash(tuple(getattr(workshop, field) for field in fields)) for name, fields in FACTS.items()},
        day=tuple(MadeBlock(title=each.block.title, start=f"{each.start:%H:%M}", minutes=each.block.minutes) for each in plan.timetable),
        decks={file.name: _slides(file.document) for file in planned if file.role is FileRole.DECK},
    )


def slides_as_written(path: Path, document: Document) -> tuple[MadeSlide, ...]:
    """Note a deck's slides, with what they say, from the file that was just written; raises StoreFault."""
    read = read_deck(path).slides
    return tuple(
        msgspec.structs.replace(slide, words=found.words, notes=found.notes) for slide, found in zip(_slides(document), read, strict=True)
    )


def _slides(document: Document) -> tuple[MadeSlide, ...]:
    return tuple(MadeSlide(key=page.key, title=_whole(page.title), page=page_hash(page), is_hidden=page.hidden) for page in document.pages)


def _whole(text: str) -> str:
    """Give a text without halves of letters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()


def _hash(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value)).hexdigest()[:12]
