"""The marks a deck carries of what it was made from: names of the properties and tags, and the fingerprint."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from workshop_kit.scene.page import Page
from workshop_kit.scene.page_hash import page_hash
from workshop_kit.writers.slide_words import read_notes, read_words

CUSTOM_NAME = "docProps/custom.xml"
"""The member that holds the custom properties, and so the fingerprint itself."""
FINGERPRINT = "WorkshopKitFingerprint"
CONTENT_VERSION = "WorkshopKitContentVersion"
KEY_TAG, ID_TAG, VERSION_TAG, HASH_TAG = "WORKSHOPKIT_KEY", "WORKSHOPKIT_ID", "WORKSHOPKIT_VERSION", "WORKSHOPKIT_HASH"
"""Tags of a slide: its key in the deck, its id in the library, the content's version, and the hash of what was drawn."""
PAGE_TAG, WORDS_TAG, PLACES_TAG, NOTES_TAG = "WORKSHOPKIT_PAGE", "WORKSHOPKIT_WORDS", "WORKSHOPKIT_PLACES", "WORKSHOPKIT_NOTES"
"""Hashes of the page it was made from, of its words, of what stands where, and of its notes («-» for none).

The hash of the drawing changes as soon as another program saves the file again, since it writes everything in its own way; these
stay the same until somebody changes something.
"""
SHOWN_TAG = "WORKSHOPKIT_SHOWN"
"""«1» for a slide that was made to be shown, «0» for a hidden one."""

TAGS = (KEY_TAG, ID_TAG, VERSION_TAG, HASH_TAG, PAGE_TAG, WORDS_TAG, PLACES_TAG, NOTES_TAG, SHOWN_TAG)
"""All that a slide carries."""
NO_NOTES = "-"
"""Stands in a tag where there are no notes: some programs drop a tag without a value."""

_TREE = re.compile(rb"<p:spTree>.*</p:spTree>", re.DOTALL)


def slide_hash(member: bytes) -> str:
    """Give a hash over all that is drawn on a slide, from its member in the package: a later edit gives another."""
    found = _TREE.search(member)
    return hashlib.sha256(found.group() if found else b"").hexdigest()[:16]


def fingerprint(members: Mapping[str, bytes]) -> str:
    """Give a hash over a package's members, all but the one that carries it."""
    digest = hashlib.sha256()
    for name in sorted(members):
        if name != CUSTOM_NAME:
            digest.update(name.encode() + b"\0" + hashlib.sha256(members[name]).digest())
    return digest.hexdigest()


def slide_tags(page: Page, content_version: str, slide: bytes, notes: bytes, charts: Iterable[bytes]) -> dict[str, str]:
    """Give a slide's tags, from its page and its members in the package: the slide's own, its notes' and its charts'."""
    read = read_words(slide, charts)
    return {
        KEY_TAG: page.key,
        ID_TAG: page.content_id,
        VERSION_TAG: content_version,
        HASH_TAG: slide_hash(slide),
        PAGE_TAG: page_hash(page),
        WORDS_TAG: read.words,
        PLACES_TAG: read.places,
        NOTES_TAG: read_notes(notes) or NO_NOTES,
        SHOWN_TAG: "0" if page.hidden else "1",
    }
