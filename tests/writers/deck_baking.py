"""Makes a scratch copy of a deck in which nothing is inherited, for a measuring tool that reads slides only.

ooxml-integrity finds a placeholder's place by its type, never by its idx, takes insets and indents from the slide alone,
and reads neither tables nor groups: asked about the deck itself it measures nearly nothing. In the copy every placeholder
carries its layout's place, insets, anchor and list style, every bullet its indent, and every table cell is a text box.
"""

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement, tostring

from tests.writers.deck_looks import cells_of
from tests.writers.deck_reading import NAMES, Deck, Item, Package, q
from workshop_kit.scene.page import Box

ENGLISH = dict(zip(("marL", "marT", "marR", "marB"), ("lIns", "tIns", "rIns", "bIns"), strict=True))


def baked(data: bytes) -> bytes:
    """Give a deck's scratch copy, its text never shrunk."""
    deck = Deck(Package(data))
    for slide in deck.slides:
        tree = slide.tree.find("p:cSld/p:spTree", NAMES)
        assert tree is not None
        for item in slide.items:
            if item.model is not None and item.tag == "sp":
                _bake(item, item.model)
            if item.graphic == "table":
                tree.extend(_cell_boxes(item))
        for body in tree.iter(q("a:bodyPr")):
            _fix_size(body)
    members = {**deck.package.members, **{slide.name: tostring(slide.tree) for slide in deck.slides}}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _bake(item: Item, model: Element) -> None:
    body, given = item.body, model.find("p:txBody", NAMES)
    if body is None or given is None or item.box is None or item.properties is None:
        return
    _place(item.properties, item.box)
    own, inherited = body.find("a:bodyPr", NAMES), given.find("a:bodyPr", NAMES)
    styles, style = body.find("a:lstStyle", NAMES), given.find("a:lstStyle", NAMES)
    if own is None or inherited is None or styles is None or style is None:
        return
    own.attrib.update({**inherited.attrib, **own.attrib})
    styles.extend(deepcopy(level) for level in style)
    first = style.find("a:lvl1pPr", NAMES)
    for paragraph in body.findall("a:p", NAMES):
        properties = paragraph.find("a:pPr", NAMES)
        if properties is None and first is not None:
            paragraph.insert(0, Element(q("a:pPr"), {key: value for key, value in first.attrib.items() if key in ("marL", "indent")}))


def _place(properties: Element, box: Box) -> None:
    if properties.find("a:xfrm", NAMES) is not None:
        return
    transform = Element(q("a:xfrm"))
    SubElement(transform, q("a:off"), x=str(box.x), y=str(box.y))
    SubElement(transform, q("a:ext"), cx=str(box.w), cy=str(box.h))
    properties.insert(0, transform)


def _fix_size(body: Element) -> None:
    for child in list(body):
        body.remove(child)
    SubElement(body, q("a:noAutofit"))


def _cell_boxes(table: Item) -> Iterator[Element]:
    for number, (cell, box) in enumerate(cells_of(table), start=1):
        source, given = cell.find("a:txBody", NAMES), cell.find("a:tcPr", NAMES)
        if source is None:
            continue
        shape = Element(q("p:sp"))
        named = SubElement(shape, q("p:nvSpPr"))
        SubElement(named, q("p:cNvPr"), id=f"{table.number}{number:03}", name=f"{table.name}, cell {number}")
        SubElement(named, q("p:cNvSpPr"))
        SubElement(named, q("p:nvPr"))
        _place(SubElement(shape, q("p:spPr")), box)
        body = SubElement(shape, q("p:txBody"))
        body.extend(deepcopy(child) for child in source)
        properties = body.find("a:bodyPr", NAMES)
        if properties is not None and given is not None:
            properties.attrib.update({ENGLISH[key]: value for key, value in given.attrib.items() if key in ENGLISH})
            properties.set("anchor", given.get("anchor", "t"))
        yield shape
