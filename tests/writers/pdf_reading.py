"""Reads a PDF back, on its own terms: tags with their words, marked content in the order it is drawn, ink, fonts, languages.

It knows what the writer may use and no more: an operator it has not met is an error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple, cast

from pypdf import PdfReader
from pypdf.generic import ByteStringObject, ContentStream, IndirectObject, StreamObject, TextStringObject

Corners = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in points."""


class Mark(NamedTuple):
    """A marked piece of a page's content (0 is the first page)."""

    page: int
    identifier: int


class ObjectLink(NamedTuple):
    """A tag's link to an annotation, by its object number."""

    number: int


@dataclass(frozen=True, eq=False)
class Node:
    """A tag: its kind, object number, entries, and kids in order."""

    tag: str
    number: int
    entries: dict[str, object]
    kids: "tuple[Node | Mark | ObjectLink, ...]"

    def walk(self) -> "Iterator[Node]":
        """Give the node and all beneath it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def marks(self) -> Iterator[Mark]:
        """Give the marked pieces of the node and all beneath it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.marks()
            elif isinstance(kid, Mark):
                yield kid

    def text_of(self, key: str) -> str:
        """Give an entry that is text, "" where there is none."""
        value = self.entries.get(key)
        return str(value) if value is not None else ""

    def attribute(self, key: str) -> object:
        """Give an attribute, None where the node has no such."""
        return next((entries(one)[key] for one in listed(self.entries.get("/A")) if key in entries(one)), None)


@dataclass
class PageReading:
    """A page: size in points, key into the parent tree, words of each marked piece (None: artifacts), ink, and annotations."""

    width: float
    height: float
    key: int | None
    tabs: str
    order: list[int] = field(default_factory=list[int])
    words: dict[int | None, str] = field(default_factory=dict[int | None, str])
    ink: list[Corners] = field(default_factory=list[Corners])
    annotations: list[tuple[int, dict[str, object]]] = field(default_factory=list[tuple[int, dict[str, object]]])


class Font(NamedTuple):
    """A font as a page uses it: the letter and the width, in shares of the size, of each code."""

    letters: dict[int, str]
    widths: list[float]
    first: int


def resolved(value: object) -> object:
    """Give what a reference leads to, or the value itself."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def entries(value: object) -> dict[str, object]:
    """Give a dictionary's entries, references unresolved."""
    found = resolved(value)
    assert isinstance(found, dict), found
    return dict(cast("dict[str, object]", found).items())


def listed(value: object) -> list[object]:
    """Give an array's values; a single value as a list of one."""
    found = resolved(value)
    if found is None:
        return []
    return list(cast("list[object]", found)) if isinstance(found, list) else [value]


def number(value: object) -> float:
    """Give a number as such."""
    return float(cast("float", resolved(value)))


class PdfReading:
    """A file that was read: `root` is the tag at the top, `owners` the parent tree with object numbers for elements."""

    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(BytesIO(data))
        self.catalog = entries(self.reader.trailer["/Root"])
        self.language = str(resolved(self.catalog.get("/Lang", "")))
        self._page_numbers = {cast("IndirectObject", page.indirect_reference).idnum: place for place, page in enumerate(self.reader.pages)}
        self.fonts = list(self._all_fonts())
        self.pages = [self._read_page(entries(page)) for page in self.reader.pages]
        tree = entries(self.catalog["/StructTreeRoot"])
        self.root = self._node(listed(tree["/K"])[0])
        self.owners = self._parent_tree(tree.get("/ParentTree"))

    def xmp(self) -> str:
        """Give the XMP packet."""
        stream = resolved(self.catalog["/Metadata"])
        assert isinstance(stream, StreamObject)
        return stream.get_data().decode("utf-8")

    def words(self, node: Node) -> str:
        """Give the words beneath a node, spaces made single."""
        found = "".join(self.pages[mark.page].words.get(mark.identifier, "") for mark in node.marks())
        return " ".join(found.split())

    def nodes(self, *tags: str) -> list[Node]:
        """Give the nodes of some tags in reading order."""
        return [node for node in self.root.walk() if node.tag in tags]

    def tagged(self) -> list[tuple[str, str]]:
        """Give the tag and the words of each node with any, the document and its sheets left out."""
        found = (node for node in self.root.walk() if node.tag not in ("Document", "Sect") and any(node.marks()))
        return [(node.tag, self.words(node)) for node in found]

    def _node(self, reference: object, page: int | None = None) -> Node:
        found = entries(reference)
        here = self._page_of(found, page)
        assert isinstance(reference, IndirectObject), "an element must be an object of its own"
        kids = tuple(self._kid(kid, here) for kid in listed(found.get("/K")))
        return Node(tag=str(found["/S"])[1:], number=reference.idnum, entries=found, kids=kids)

    def _page_of(self, found: dict[str, object], page: int | None) -> int | None:
        reference = found.get("/Pg")
        return self._page_numbers[reference.idnum] if isinstance(reference, IndirectObject) else page

    def _kid(self, kid: object, page: int | None) -> Node | Mark | ObjectLink:
        value = resolved(kid)
        if isinstance(value, int):
            assert page is not None, "a marked piece with no page"
            return Mark(page, int(value))
        found = entries(kid)
        if found.get("/Type") == "/OBJR":
            return ObjectLink(cast("IndirectObject", found["/Obj"]).idnum)
        if found.get("/Type") == "/MCR":
            there = self._page_of(found, page)
            assert there is not None, "a marked piece with no page"
            return Mark(there, int(number(found["/MCID"])))
        return self._node(kid, page)

    def _parent_tree(self, reference: object) -> dict[int, int | list[int | None]]:
        owners: dict[int, int | list[int | None]] = {}
        found = entries(reference)
        for kid in listed(found.get("/Kids")):
            owners |= self._parent_tree(kid)
        nums = listed(found.get("/Nums"))
        for key, value in zip(nums[::2], nums[1::2], strict=True):
            target = resolved(value)
            if isinstance(target, list):
                references = cast("list[object]", target)
                owners[int(number(key))] = [one.idnum if isinstance(one, IndirectObject) else None for one in references]
            else:
                owners[int(number(key))] = cast("IndirectObject", value).idnum
        return owners

    def _all_fonts(self) -> Iterator[dict[str, object]]:
        for identifier in range(1, int(number(self.reader.trailer["/Size"]))):
            found = self.reader.get_object(IndirectObject(identifier, 0, self.reader))
            if isinstance(found, dict) and entries(found).get("/Type") == "/Font":
                yield entries(found)

    def _read_page(self, page: dict[str, object]) -> PageReading:
        box = [number(edge) for edge in listed(page["/MediaBox"])]
        key = page.get("/StructParents")
        reading = PageReading(
            width=box[2] - box[0],
            height=box[3] - box[1],
            key=int(number(key)) if key is not None else None,
            tabs=str(page.get("/Tabs", "")),
        )
        for annotation in listed(page.get("/Annots")):
            reading.annotations.append((cast("IndirectObject", annotation).idnum, entries(annotation)))
        fonts = {name: _font(entries(font)) for name, font in entries(entries(page["/Resources"]).get("/Font", {})).items()}
        _Interpreter(reading, fonts).run(ContentStream(resolved(page["/Contents"]), self.reader))
        return reading


_MAP_LINE = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]+)>\n")


def unicode_map(font: dict[str, object]) -> dict[int, str]:
    """Give the letter of each code by a font's ToUnicode map."""
    stream = resolved(font["/ToUnicode"])
    assert isinstance(stream, StreamObject)
    _, _, mapped = stream.get_data().partition(b"endcodespacerange")
    return {int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for code, letter in _MAP_LINE.findall(mapped)}


def _font(font: dict[str, object]) -> Font:
    widths = [number(width) / 1000 for width in listed(font["/Widths"])]
    return Font(letters=unicode_map(font), widths=widths, first=int(number(font["/FirstChar"])))


class _Interpreter:
    """Follows a page's operators as far as words and ink go."""

    _PAINT = frozenset((b"f", b"f*", b"B", b"B*"))
    _STROKE = frozenset((b"S", b"s", b"B", b"B*"))
    _PASS = frozenset((b"rg", b"RG", b"g", b"G", b"d", b"j", b"J", b"M", b"h", b"BT", b"q", b"Q"))

    def __init__(self, page: PageReading, fonts: dict[str, Font]) -> None:
        self._page = page
        self._fonts = fonts
        self._marks: list[int | None] = []
        self._path: list[tuple[float, float]] = []
        self._width = 1.0
        self._font = Font({}, [], 0)
        self._size = 0.0
        self._pen = (0.0, 0.0)

    def run(self, stream: ContentStream) -> None:
        """Read the whole page."""
        for operands, operator in cast("list[tuple[list[object], bytes]]", stream.operations):
            self._step(operands, operator)

    def _step(self, operands: list[object], operator: bytes) -> None:
        match operator:
            case b"BDC" | b"BMC":
                properties = entries(operands[1]) if len(operands) > 1 else {}
                self._begin(int(number(properties["/MCID"])) if "/MCID" in properties else None)
            case b"EMC":
                self._marks.pop()
            case b"w":
                self._width = number(operands[0])
            case b"m" | b"l" | b"c":
                values = [number(value) for value in operands]
                self._path += zip(values[::2], values[1::2], strict=True)
            case b"f" | b"f*" | b"B" | b"B*" | b"S":
                self._paint(operator)
            case b"cm":
                width, _, _, height, x, y = (number(value) for value in operands)
                self._page.ink.append((x, y, x + width, y + height))
            case b"Tf":
                self._font, self._size = self._fonts[str(operands[0])], number(operands[1])
            case b"Td":
                self._pen = (number(operands[0]), number(operands[1]))
            case b"Tj":
                self._show(operands[0])
            case b"Do" | b"ET":
                self._note("")
            case _:
                assert operator in self._PASS, operator

    def _begin(self, identifier: int | None) -> None:
        self._marks.append(identifier)
        if identifier is not None:
            assert identifier not in self._page.order, f"marked twice: {identifier}"
            self._page.order.append(identifier)

    def _note(self, words: str) -> None:
        assert self._marks, "content that is neither tagged nor an artifact"
        self._page.words[self._marks[-1]] = self._page.words.get(self._marks[-1], "") + words

    def _paint(self, operator: bytes) -> None:
        self._note("")
        edge = self._width / 2 if operator in self._STROKE else 0.0
        xs, ys = zip(*self._path, strict=True)
        self._page.ink.append((min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge))
        self._path = []

    def _show(self, value: object) -> None:
        codes = cast("TextStringObject | ByteStringObject", value).original_bytes
        words = "".join(self._font.letters[code] for code in codes)
        self._note(words)
        x, y = self._pen
        width = sum(self._font.widths[code - self._font.first] for code in codes[: len(words.rstrip())]) * self._size
        if words.strip():
            self._page.ink.append((x, y - 0.21 * self._size, x + width, y + 0.73 * self._size))
        self._pen = (x + sum(self._font.widths[code - self._font.first] for code in codes) * self._size, y)
