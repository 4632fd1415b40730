"""A PDF file under way: numbered objects and streams, and how they are written out.

What touches ReportLab's own objects is here and in fonts.py, which takes the font subsets from it. Neither its canvas nor
its file format is used: they write no tags, list a Helvetica that is not embedded, and pack no objects, which for a tree of
tags are a third of the file.
"""

import zlib
from hashlib import md5
from typing import cast

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDocument, PDFObject
from reportlab.pdfbase.pdfdoc import format as format_object  # pyright: ignore[reportUnknownVariableType]  # untyped in the stubs

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""PDF/UA-1 builds on ISO 32000-1, which is PDF 1.7; the second line's high bytes tell that the file is not text."""

_SAME_AS_UNICODE = frozenset(range(0x20, 0x7F)) | frozenset(range(0xA1, 0x100)) - {0xAD}
"""Code points that PDF's own text encoding shares with Unicode."""


def text_string(text: str) -> str:
    """Give a text as a PDF string: literal where PDF's own encoding has its letters, else UTF-16 in hexadecimals."""
    if all(ord(letter) in _SAME_AS_UNICODE for letter in text):
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


class _Ready(PDFObject):
    """An object whose bytes are made already: ReportLab's nested dictionaries are slow to format."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.content = b""

    def format(self, document: PDFDocument) -> bytes:
        """Give the bytes; ReportLab calls this."""
        return self.content


class PdfFile:
    """Collects numbered objects and gives the bytes of the whole. Contents are PDF syntax in Latin-1 letters."""

    def __init__(self) -> None:
        """Start an empty file."""
        self.document = PDFDocument(compression=1, invariant=1)
        self._objects: dict[int, _Ready] = {}
        self.fonts = self.document.idToObjectNumberAndVersion[BasicFonts][0]
        """The number of the dictionary of all fonts in the file."""

    def reserve(self) -> int:
        """Give the number of an object whose content comes later."""
        ready = _Ready()
        self.document.Reference(ready)  # pyright: ignore[reportUnknownMemberType]  # the stubs leave parameters untyped
        number = self.document.objectcounter
        self._objects[number] = ready
        return number

    def fill(self, number: int, content: str) -> None:
        """Give a reserved object its content."""
        self._objects[number].content = content.encode("latin-1")

    def add(self, content: str) -> int:
        """Add an object and give its number."""
        number = self.reserve()
        self.fill(number, content)
        return number

    def add_stream(self, data: bytes, entries: str = "", *, packed: bool = True) -> int:
        """Add a stream with its dictionary's entries and give its number; unpacked, any program can read it."""
        if packed:
            data, entries = zlib.compress(data), entries + "/Filter/FlateDecode"
        number = self.reserve()
        self._objects[number].content = _stream(entries, data)
        return number

    def save(self, catalog: int, information: int) -> bytes:
        """Give the whole file; the numbers are those of its catalog and of its information dictionary."""
        objects = [(number, self._formatted(name)) for number, name in self.document.numberToId.items()]
        packed = [(number, content) for number, content in objects if not content.endswith(b"endstream")]
        streams = [(number, content) for number, content in objects if content.endswith(b"endstream")]
        return _whole([*streams, (len(objects) + 1, _object_stream(packed))], [number for number, _ in packed], catalog, information)

    def _formatted(self, name: str) -> bytes:
        content = cast("bytes", format_object(self.document.idToObject[name], self.document, toplevel=1))
        return content.rstrip(b"\n")


def _stream(entries: str, data: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries.encode("latin-1"), len(data), data)


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    """Pack objects into one stream (ISO 32000-1, 7.5.7)."""
    index: list[str] = []
    place = 0
    for number, content in objects:
        index.append(f"{number} {place}")
        place += len(content) + 1
    head = " ".join(index).encode() + b"\n"
    data = zlib.compress(head + b"\n".join(content for _, content in objects))
    return _stream(f"/Type/ObjStm/N {len(objects)}/First {len(head)}/Filter/FlateDecode", data)


def _whole(streams: list[tuple[int, bytes]], packed: list[int], catalog: int, information: int) -> bytes:
    """Write the streams, of which the last holds the packed objects, and after them where each object is (7.5.8)."""
    parts, offset = [_HEADER], len(_HEADER)
    container, size = streams[-1][0], streams[-1][0] + 2
    places = {number: _place(2, container, index) for index, number in enumerate(packed)} | {0: _place(0, 0, 0xFFFF)}
    for number, content in streams:
        places[number] = _place(1, offset, 0)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        offset += len(parts[-1])
    places[size - 1] = _place(1, offset, 0)
    digest = md5(b"".join(parts), usedforsecurity=False).hexdigest()
    table = zlib.compress(b"".join(places[number] for number in range(size)))
    entries = f"/Type/XRef/Size {size}/W[1 4 2]/Root {catalog} 0 R/Info {information} 0 R/ID[<{digest}><{digest}>]/Filter/FlateDecode"
    parts.append(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (size - 1, _stream(entries, table), offset))
    return b"".join(parts)


def _place(kind: int, first: int, second: int) -> bytes:
    return kind.to_bytes(1) + first.to_bytes(4) + second.to_bytes(2)
