"""Reads a deck as it lies in its file: members, types and relationships, then its slides with what they inherit.

Nothing here uses the library that the deck was written with.
"""

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZipFile

from typing_extensions import override

from workshop_kit.scene.page import Box

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
TYPES_NAME = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"
TITLES = ("title", "ctrTitle")
DRAWINGS = {"sp": "nvSpPr", "pic": "nvPicPr", "cxnSp": "nvCxnSpPr", "graphicFrame": "nvGraphicFramePr", "grpSp": "nvGrpSpPr"}


def q(name: str) -> str:
    """Give the full name of a prefixed tag or attribute."""
    prefix, _, tag = name.partition(":")
    return f"{{{NAMES[prefix]}}}{tag}"


class Relation(NamedTuple):
    """A relationship: its id, the whole type, its last word, and the member or address it leads to."""

    id: str
    type: str
    kind: str
    target: str
    external: bool


class Package:
    """A package's members, as they lie."""

    def __init__(self, data: bytes) -> None:
        """Read the archive; raises BadZipFile."""
        with ZipFile(BytesIO(data)) as archive:
            self.entries = tuple(archive.namelist())
            self.members = {name: archive.read(name) for name in self.entries}
        self.trees: dict[str, Element] = {}
        self.broken: list[str] = []
        for name, content in self.members.items():
            if name.endswith((".xml", ".rels")):
                try:
                    self.trees[name] = fromstring(content)
                except ParseError:
                    self.broken.append(name)

    def content_type(self, name: str) -> str | None:
        """Give a member's content type: its own, or its extension's."""
        types = self.trees[TYPES_NAME]
        own = types.find(f"ct:Override[@PartName='/{name}']", NAMES)
        suffix = name.rpartition(".")[2]
        found = own if own is not None else types.find(f"ct:Default[@Extension='{suffix}']", NAMES)
        return None if found is None else found.get("ContentType")

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Give a member's relationships; "" is the package itself."""
        folder, _, base = name.rpartition("/")
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{base}.rels"))
        return () if tree is None else tuple(_relation(entry, folder) for entry in tree)

    def related(self, name: str, kind: str) -> str:
        """Give the one member that another is related to by a kind."""
        return next(relation.target for relation in self.relations(name) if relation.kind == kind)

    def target(self, name: str, id: str | None) -> str:
        """Give the member that a relationship leads to."""
        return next(relation.target for relation in self.relations(name) if relation.id == id)


def _relation(entry: Element, folder: str) -> Relation:
    kind, target = entry.get("Type", ""), entry.get("Target", "")
    external = entry.get("TargetMode") == "External"
    place = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(entry.get("Id", ""), kind, kind.rpartition("/")[2], place, external)


class Item(NamedTuple):
    """One drawing on a slide or layout. `model` is the layout's placeholder that it fills; groups hold others."""

    element: Element
    tag: str
    number: str
    name: str
    alt: str
    decorative: bool
    kind: str | None
    idx: str
    model: Element | None
    box: Box | None
    in_group: bool

    @property
    def properties(self) -> Element | None:
        """The drawing's own looks."""
        return self.element.find("p:spPr", NAMES)

    @property
    def body(self) -> Element | None:
        """The text of a shape."""
        return self.element.find("p:txBody", NAMES)

    @property
    def text(self) -> str:
        """All words in it, paragraphs parted by a space."""
        return " ".join(words_of(paragraph) for paragraph in self.element.iter(q("a:p"))).strip()

    @property
    def graphic(self) -> str:
        """What a graphic frame holds: "table", "chart", or ""."""
        data = self.element.find("a:graphic/a:graphicData", NAMES)
        return "" if data is None else data.get("uri", "").rpartition("/")[2]


def words_of(element: Element) -> str:
    """Give the text of all runs in an element."""
    return "".join(text.text or "" for text in element.iter(q("a:t")))


def box_of(transform: Element | None) -> Box | None:
    """Give the place and size that a transform says."""
    if transform is None:
        return None
    off, ext = transform.find("a:off", NAMES), transform.find("a:ext", NAMES)
    said = () if off is None or ext is None else (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
    numbers = [int(value) for value in said if value is not None]
    if len(numbers) != len(("x", "y", "w", "h")):
        return None
    return Box(x=numbers[0], y=numbers[1], w=numbers[2], h=numbers[3])


def holder_of(element: Element) -> Element | None:
    """Give a drawing's placeholder mark."""
    return element.find("*/p:nvPr/p:ph", NAMES)


def model_of(layout: Element | None, kind: str, idx: str) -> Element | None:
    """Give the placeholder in a layout or master that one of a kind and idx takes after."""
    if layout is None:
        return None
    for shape in layout.iter(q("p:sp")):
        holder = holder_of(shape)
        if holder is None:
            continue
        if (holder.get("type", "obj") == kind) if idx == "0" else (holder.get("idx") == idx):
            return shape
    return None


def items_of(tree: Element, layout: Element | None = None) -> tuple[Item, ...]:
    """Give all drawings in drawing order, a group before what is in it."""
    shapes = tree.find("p:cSld/p:spTree", NAMES)
    return () if shapes is None else tuple(_items(shapes, layout, None))


def _items(parent: Element, layout: Element | None, group: tuple[Box, Box] | None) -> Iterator[Item]:
    for element in parent:
        tag = element.tag.rpartition("}")[2]
        if tag not in DRAWINGS:
            continue
        item = _item(element, tag, layout, group)
        yield item
        if tag == "grpSp":
            transform = element.find("p:grpSpPr/a:xfrm", NAMES)
            yield from _items(element, layout, (item.box or Box(x=0, y=0, w=0, h=0), _inner_box(transform)))


def _item(element: Element, tag: str, layout: Element | None, group: tuple[Box, Box] | None) -> Item:
    named = element.find(f"p:{DRAWINGS[tag]}/p:cNvPr", NAMES)
    if named is None:
        named = Element("nameless")
    holder = holder_of(element)
    kind, idx = (None, "") if holder is None else (holder.get("type", "obj"), holder.get("idx", "0"))
    model = None if kind is None else model_of(layout, kind, idx)
    mark = named.find(".//adec:decorative", NAMES)
    own = {"graphicFrame": "p:xfrm", "grpSp": "p:grpSpPr/a:xfrm"}.get(tag, "p:spPr/a:xfrm")
    box = box_of(element.find(own, NAMES)) or (box_of(model.find("p:spPr/a:xfrm", NAMES)) if model is not None else None)
    return Item(
        element=element,
        tag=tag,
        number=named.get("id", ""),
        name=named.get("name", ""),
        alt=named.get("descr", ""),
        decorative=mark is not None and mark.get("val") in ("1", "true"),
        kind=kind,
        idx=idx,
        model=model,
        box=_outer(box, group),
        in_group=group is not None,
    )


def _inner_box(transform: Element | None) -> Box:
    off = None if transform is None else transform.find("a:chOff", NAMES)
    ext = None if transform is None else transform.find("a:chExt", NAMES)
    if off is None or ext is None:
        return Box(x=0, y=0, w=1, h=1)
    return Box(x=int(off.get("x", 0)), y=int(off.get("y", 0)), w=int(ext.get("cx", 1)), h=int(ext.get("cy", 1)))


def _outer(box: Box | None, group: tuple[Box, Box] | None) -> Box | None:
    if box is None or group is None:
        return box
    outer, inner = group
    across, down = outer.w / max(1, inner.w), outer.h / max(1, inner.h)
    return Box(
        x=round(outer.x + (box.x - inner.x) * across),
        y=round(outer.y + (box.y - inner.y) * down),
        w=round(box.w * across),
        h=round(box.h * down),
    )


class Slide:
    """A slide of a sound package, with its layout and notes."""

    def __init__(self, deck: "Deck", number: int, id: str, name: str) -> None:
        """Find what belongs to the slide."""
        package = deck.package
        self.number, self.id, self.name = number, id, name
        self.tree = package.trees[name]
        self.hidden = self.tree.get("show") == "0"
        self.layout = package.trees[package.related(name, "slideLayout")]
        self.notes = package.trees[package.related(name, "notesSlide")]
        tags = package.trees[package.related(name, "tags")]
        self.tags = tuple((tag.get("name", ""), tag.get("val", "")) for tag in tags)
        self.items = items_of(self.tree, self.layout)

    @override
    def __str__(self) -> str:
        return f"slide {self.number}"

    @property
    def titles(self) -> tuple[Item, ...]:
        """Its title placeholders: one, in a good deck."""
        return tuple(item for item in self.items if item.kind in TITLES)

    @property
    def title(self) -> str:
        """The words of its title."""
        return self.titles[0].text if self.titles else ""

    def holders(self, *kinds: str) -> tuple[Item, ...]:
        """Give its placeholders of some kinds."""
        return tuple(item for item in self.items if item.kind in kinds)


class Deck:
    """A sound package's slides, theme and properties."""

    def __init__(self, package: Package) -> None:
        """Take a package whose structure has been checked."""
        self.package = package
        self.presentation = package.trees[PRESENTATION]
        self.master = package.trees[package.related(PRESENTATION, "slideMaster")]
        self.core = package.trees["docProps/core.xml"]
        listed = self.presentation.findall("p:sldIdLst/p:sldId", NAMES)
        self.slides = tuple(
            Slide(self, number, entry.get("id", ""), package.target(PRESENTATION, entry.get(q("r:id"))))
            for number, entry in enumerate(listed, start=1)
        )

    @property
    def language(self) -> str:
        """The language that the file says it is in."""
        return self.core.findtext("dc:language", "", NAMES)

    @property
    def title(self) -> str:
        """The file's title."""
        return self.core.findtext("dc:title", "", NAMES)

    @cached_property
    def colours(self) -> dict[str, str]:
        """Six hex digits by the name that shapes use, through the master's colour map."""
        theme = self.package.trees[self.package.related(self.package.related(PRESENTATION, "slideMaster"), "theme")]
        scheme, mapped = theme.find("a:themeElements/a:clrScheme", NAMES), self.master.find("p:clrMap", NAMES)
        assert scheme is not None
        assert mapped is not None
        own = {slot.tag.rpartition("}")[2]: slot[0].get("val", "") for slot in scheme}
        return {name: own[slot] for name, slot in mapped.attrib.items()} | own

    @property
    def custom(self) -> dict[str, str]:
        """The custom properties' texts by name."""
        source = self.package.members.get("docProps/custom.xml", b"").decode()
        return dict(re.findall(r'name="([^"]*)"><vt:lpwstr>([^<]*)<', source))
