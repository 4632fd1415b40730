"""Opens a deck as the archive it is: its slides in order, and what each of them is tied to, whoever saved it last."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from workshop_kit.domain.value import Value
from workshop_kit.store.atomic import read_whole
from workshop_kit.store.faults import StoreFault

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file begins that an office program locked with a password, or saved in the form from before 2007."""
_ROOT = "_rels/.rels"
_DECK = "officeDocument"
MOST_BYTES = 512 * 1024**2
"""The most that a deck's members of XML may hold together: more is no deck, but an archive made to fill the memory."""
_BROKEN = (EOFError, KeyError, NotImplementedError, ParseError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error)
"""What reading raises of a file that is no archive, cut off, spoilt, or packed in a way of its own."""


class SlideMembers(Value, frozen=True, kw_only=True):
    """A slide's members: its own, its notes' and tags' (empty for none), and those of its charts."""

    slide: bytes
    notes: bytes
    tags: tuple[bytes, ...]
    charts: tuple[bytes, ...]


class DeckMembers(Value, frozen=True, kw_only=True):
    """What is read of a deck: every slide in order, and all members by name."""

    slides: tuple[SlideMembers, ...]
    all_members: Mapping[str, bytes]


def open_deck(path: Path) -> DeckMembers:
    """Take a deck apart; raises StoreFault for a file that is not there, held, locked with a password, or no deck."""
    data = read_whole(path)
    if data.startswith(_OLE):
        raise StoreFault(path, "store.deck_locked")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except _BROKEN as error:
        raise StoreFault(path, "store.deck_broken") from error


def _read(archive: zipfile.ZipFile) -> DeckMembers:
    entries = archive.infolist()
    if any(each.flag_bits & 1 for each in entries) or sum(each.file_size for each in entries) > MOST_BYTES:
        raise ValueError("encrypted or too large")
    members = {each.filename: archive.read(each) for each in entries}
    deck = next((target for kind, target in _related(members, "", _ROOT) if kind == _DECK), "")
    targets = dict(_targets(members, deck))
    listed = fromstring(members[deck]).iterfind(f"{_P}sldIdLst/{_P}sldId")
    slides = (targets[each.get(f"{_R}id", "")] for each in listed)
    return DeckMembers(slides=tuple(_slide(members, name) for name in slides), all_members=members)


def _slide(members: Mapping[str, bytes], name: str) -> SlideMembers:
    kinds = tuple(_related(members, name, _relations(name)))

    def of(kind: str) -> tuple[bytes, ...]:
        return tuple(members[target] for each, target in kinds if each == kind and target in members)

    return SlideMembers(slide=members[name], notes=b"".join(of("notesSlide")[:1]), tags=of("tags"), charts=of("chart"))


def _targets(members: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    """Give the relationships of a member: id and target."""
    for each in _entries(members, _relations(name)):
        yield each.get("Id", ""), _resolved(name, each.get("Target", ""))


def _related(members: Mapping[str, bytes], name: str, relations: str) -> Iterator[tuple[str, str]]:
    """Give what a member is tied to: the last word of the relationship's type, and the target."""
    for each in _entries(members, relations):
        if each.get("TargetMode") != "External":
            yield each.get("Type", "").rpartition("/")[2], _resolved(name, each.get("Target", ""))


def _entries(members: Mapping[str, bytes], relations: str) -> Iterator[Element]:
    if relations in members:
        yield from fromstring(members[relations]).iter(_RELATIONSHIP)


def _relations(name: str) -> str:
    folder, _, base = name.rpartition("/")
    return f"{folder}/_rels/{base}.rels"


def _resolved(name: str, target: str) -> str:
    """Give a target's name in the archive, from the member that names it."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
