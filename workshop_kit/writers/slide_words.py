"""Reads what a slide says from its XML, in a form that stays the same when another program saves the file again."""

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

from workshop_kit.domain.value import Value

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What newer programs write a second time, for older ones."""
_DRAWINGS = frozenset({f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}grpSp", f"{P}cxnSp"})
_NOT_ITS_OWN = frozenset({"sldNum", "ftr", "dt", "hdr"})
"""Placeholders that all slides share."""
_TITLES = frozenset({"title", "ctrTitle"})


class SlideWords(Value, frozen=True, kw_only=True):
    """What a slide says: its title, a hash over its words and charts' numbers, and one over what is drawn where.

    A program that saves the file again rewrites colours, styles and names, so that they are in neither.
    """

    title: str
    words: str
    places: str


def read_words(member: bytes, charts: Iterable[bytes] = ()) -> SlideWords:
    """Read a slide's member and those of its charts; raises ValueError for one that is no slide."""
    tree = _parsed(member).find(f"{P}cSld/{P}spTree")
    if tree is None:
        raise ValueError("no slide")
    drawings = tuple(_drawings(tree))
    said = tuple(text for each in drawings if _placeholder(each) not in _NOT_ITS_OWN for text in _own_paragraphs(each))
    titles = (text for each in drawings if _placeholder(each) in _TITLES for text in _own_paragraphs(each))
    numbers = sorted(" ".join(_numbers(chart)) for chart in charts)
    return SlideWords(title=" ".join(titles), words=_hash((*said, *numbers)), places=_hash(map(_place, drawings)))


def read_notes(member: bytes) -> str:
    """Give a hash over a slide's notes, from their member; "" for none. Raises ValueError for one that is no XML."""
    if not member:
        return ""
    said = tuple(
        text for each in _drawings(_parsed(member)) if _placeholder(each) not in _NOT_ITS_OWN | {"sldImg"} for text in _own_paragraphs(each)
    )
    return _hash(said) if said else ""


def _parsed(member: bytes) -> Element:
    try:
        return fromstring(member)
    except ParseError as error:
        raise ValueError(str(error)) from error


def _drawings(tree: Element) -> Iterator[Element]:
    """Give everything that is drawn, groups before what is in them."""
    for each in tree:
        if each.tag in _DRAWINGS:
            yield each
        if each.tag != _FALLBACK and each.tag != f"{P}sp":
            yield from _drawings(each)


def _placeholder(drawing: Element) -> str:
    found = drawing.find(f"*/{P}nvPr/{P}ph")
    return "" if found is None else found.get("type", "body")


def _own_paragraphs(drawing: Element) -> Iterator[str]:
    """Give the paragraphs of a shape or a table, not those of a group's members."""
    if drawing.tag == f"{P}grpSp":
        return
    for paragraph in drawing.iter(f"{A}p"):
        text = "".join(" " if each.tag == f"{A}br" else each.findtext(f"{A}t") or "" for each in paragraph)
        if words := " ".join(text.split()):
            yield words


def _place(drawing: Element) -> str:
    """Say what kind of drawing it is and where; a table's height follows from its text, and is left out."""
    kind = drawing.tag.rpartition("}")[2]
    frame = drawing.find(f"{P}xfrm")
    if frame is None:
        frame = drawing.find(f"{P}spPr/{A}xfrm")
    if frame is None:
        frame = drawing.find(f"{P}grpSpPr/{A}xfrm")
    if frame is None:
        return kind
    names = (("off", "x"), ("off", "y"), ("ext", "cx"), ("ext", "cy"))
    wanted = names[:3] if kind == "graphicFrame" else names
    return " ".join((kind, *(_attribute(frame, part, name) for part, name in wanted)))


def _attribute(frame: Element, part: str, name: str) -> str:
    found = frame.find(f"{A}{part}")
    return "" if found is None else found.get(name, "")


def _numbers(chart: bytes) -> Iterator[str]:
    """Give a chart's words and numbers; a number is rounded to what any program writes alike."""
    for each in _parsed(chart).iter(f"{C}v"):
        text = each.text or ""
        with contextlib.suppress(ValueError):
            text = format(float(text), ".6g")
        yield " ".join(text.split())


def _hash(said: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
