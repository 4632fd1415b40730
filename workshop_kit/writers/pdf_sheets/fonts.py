"""The two bundled typefaces inside one PDF file: embedded as subsets, every code mapped back to its letter."""

import re
import threading
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

from workshop_kit.writers.pdf_sheets.file import PdfFile

_MAP_NAME = "toUnicodeCMap:"
_MAP_ENTRIES = re.compile(r"\d+ beginbfchar\n(.*?)\nendbfchar", re.DOTALL)
_MOST_MAP_ENTRIES = 100
"""Entries one block of a ToUnicode map may hold."""


class GlyphMissing(ValueError):
    """A letter that the bundled fonts lack, and the text it stands in."""

    def __init__(self, letter: str, text: str) -> None:
        super().__init__(f"The bundled fonts have no letter {letter!r} (U+{ord(letter):04X}), which stands in «{text}».")
        self.letter = letter
        self.text = text


class _Face(TTFont):
    """A typeface as read from its file, with the letters it has. Only letters in use go into a PDF file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.stem, str(path), asciiReadable=False)  # pyright: ignore[reportUnknownMemberType]  # the stubs leave parameters untyped
        codes: dict[int, int] = self.face.charToGlyph
        self.letters = frozenset(map(chr, codes))

    def split(self, document: PDFDocument, text: str) -> list[tuple[int, bytes]]:
        """Give a text as codes of the subsets it is embedded in, by the subset's number."""
        return self.splitString(text, document)  # pyright: ignore[reportUnknownMemberType]  # the stubs leave parameters untyped

    def name_in(self, document: PDFDocument, subset: int) -> str:
        """Give the name of a subset in the file, as a PDF name."""
        return self.getSubsetInternalName(subset, document)  # pyright: ignore[reportUnknownMemberType]  # the stubs leave parameters untyped

    def embed(self, document: PDFDocument) -> None:
        """Put the subsets into the file."""
        self.addObjects(document)  # pyright: ignore[reportUnknownMemberType]  # the stubs leave parameters untyped


@lru_cache(maxsize=16)
def _read(path: Path, _thread: int) -> _Face:
    # Reading takes longer than writing a sheet; a face keeps a reading position, so no two threads may share one.
    return _Face(path)


class FileFonts:
    """The regular and the bold typeface in one PDF file."""

    def __init__(self, file: PdfFile, regular: Path, bold: Path) -> None:
        """Take the two font files."""
        self._document = file.document
        self._faces = tuple(_read(path, threading.get_ident()) for path in (regular, bold))

    def encode(self, text: str, *, bold: bool) -> list[tuple[str, str]]:
        """Give a text as (name of the font in the file, its codes in hexadecimals), mostly one such pair.

        Raises GlyphMissing for a letter the font lacks.
        """
        face = self._faces[bold]
        if not face.letters.issuperset(text):
            raise GlyphMissing(next(letter for letter in text if letter not in face.letters), text)
        return [(face.name_in(self._document, subset), codes.hex()) for subset, codes in face.split(self._document, text)]

    def embed(self) -> None:
        """Put the subsets into the file. Nothing can be encoded afterwards."""
        for face in self._faces:
            if face in self._document.delayedFonts:
                face.embed(self._document)
        for name, content in self._document.idToObject.items():
            if name.startswith(_MAP_NAME) and isinstance(content, PDFStream):
                content.content = _without_null(content.content)


def _without_null(unicode_map: str) -> str:
    # ReportLab maps the missing glyph to U+0000, which PDF/UA forbids (7.21.7), and knows no limit to a block.
    found = _MAP_ENTRIES.search(unicode_map)
    assert found is not None
    entries = [entry for entry in found[1].split("\n") if not entry.endswith("<0000>")]
    blocks = [entries[start : start + _MOST_MAP_ENTRIES] for start in range(0, len(entries), _MOST_MAP_ENTRIES)]
    text = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return unicode_map[: found.start()] + text + unicode_map[found.end() :]
