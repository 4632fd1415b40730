"""Reads a deck back: whether somebody has changed it since it was made, and what each slide was and is."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import ParseError, fromstring

from workshop_kit.domain.value import Value
from workshop_kit.store.faults import StoreFault
from workshop_kit.writers import deck_marks
from workshop_kit.writers.deck_marks import CUSTOM_NAME, FINGERPRINT, fingerprint, slide_hash
from workshop_kit.writers.deck_package import SlideMembers, open_deck
from workshop_kit.writers.slide_words import read_notes, read_words

_UNREADABLE = (OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error)
"""What reading raises of a file that is no archive, cut off, spoilt, or locked with a password."""
_FINGERPRINT = re.compile(rf'name="{FINGERPRINT}"[^>]*>\s*<vt:lpwstr>([0-9a-f]{{64}})</vt:lpwstr>')
_TAG = "{http://schemas.openxmlformats.org/presentationml/2006/main}tag"
_HIDDEN = re.compile(rb"<(?:\w+:)?sld\b[^>]*\bshow=[\"'](?:0|false)[\"']")


class SlideMade(Value, frozen=True, kw_only=True):
    """What a slide was when it was made, by hashes: the page it was made from, its drawing, words, places and notes ("" for none)."""

    key: str
    content_id: str
    content_version: str
    page: str
    drawing: str
    words: str
    places: str
    notes: str
    is_hidden: bool


class SlideRead(Value, frozen=True, kw_only=True):
    """A slide as it is now, by the same hashes. `made` is None for one without our marks: added by hand, or the marks are lost."""

    title: str
    drawing: str
    words: str
    places: str
    notes: str
    is_hidden: bool
    made: SlideMade | None


class DeckRead(Value, frozen=True, kw_only=True):
    """A deck as it lies there. `is_ours` tells that it was made here, even where another program dropped the slides' marks."""

    path: Path
    slides: tuple[SlideRead, ...]
    is_untouched: bool
    is_ours: bool

    @property
    def has_marks(self) -> bool:
        """Tell whether any slide still says what it was made from."""
        return any(slide.made is not None for slide in self.slides)


def is_untouched(path: Path) -> bool:
    """Tell whether a deck is just as it was made.

    A deck that was saved again, one that was not made here, and a file that cannot be read are all somebody's work.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except _UNREADABLE:
        return False
    return _seal(members) == fingerprint(members)


def read_deck(path: Path) -> DeckRead:
    """Read a deck; raises StoreFault for one that is not there, held, locked with a password, or broken."""
    opened = open_deck(path)
    seal = _seal(opened.all_members)
    try:
        slides = tuple(map(_slide, opened.slides))
    except (ParseError, ValueError) as error:
        raise StoreFault(path, "store.deck_broken") from error
    return DeckRead(path=path, slides=slides, is_untouched=seal == fingerprint(opened.all_members), is_ours=seal is not None)


def _seal(members: Mapping[str, bytes]) -> str | None:
    """Give the fingerprint that a deck carries, None for one that was not made here."""
    found = _FINGERPRINT.search(members.get(CUSTOM_NAME, b"").decode("utf-8", "replace"))
    return found.group(1) if found else None


def _slide(members: SlideMembers) -> SlideRead:
    read = read_words(members.slide, members.charts)
    return SlideRead(
        title=read.title,
        drawing=slide_hash(members.slide),
        words=read.words,
        places=read.places,
        notes=read_notes(members.notes),
        is_hidden=_HIDDEN.search(members.slide) is not None,
        made=_made(members.tags),
    )


def _made(tags: tuple[bytes, ...]) -> SlideMade | None:
    """Read a slide's marks; a deck from before there were so many has only the first of them."""
    found = {each.get("name", "").upper(): each.get("val", "") for tag in tags for each in fromstring(tag).iter(_TAG)}
    if not found.get(deck_marks.KEY_TAG):
        return None
    return SlideMade(
        key=found[deck_marks.KEY_TAG],
        content_id=found.get(deck_marks.ID_TAG, ""),
        content_version=found.get(deck_marks.VERSION_TAG, ""),
        page=found.get(deck_marks.PAGE_TAG, ""),
        drawing=found.get(deck_marks.HASH_TAG, ""),
        words=found.get(deck_marks.WORDS_TAG, ""),
        places=found.get(deck_marks.PLACES_TAG, ""),
        notes=found.get(deck_marks.NOTES_TAG, "").replace(deck_marks.NO_NOTES, ""),
        is_hidden=found.get(deck_marks.SHOWN_TAG) == "0",
    )
