"""Finds out how a slide looks: sizes and colours of its words with all they inherit, where the letters stand, and on what ground."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tests.writers.deck_reading import NAMES, Deck, Item, Slide, items_of, q
from workshop_kit import paths
from workshop_kit.scene.measure import Fonts, read_fonts
from workshop_kit.scene.page import EMU_PER_POINT, Box
from workshop_kit.scene.theme import SLIDE_HEIGHT, SLIDE_WIDTH

FULL = Box(x=0, y=0, w=SLIDE_WIDTH, h=SLIDE_HEIGHT)
LINE_HEIGHT = 1.15
"""A line's height as a share of its type size, as Arial has it."""
INSETS = (91_440, 45_720, 91_440, 45_720)
"""Left, top, right and bottom where nothing else is said."""
SAMPLES = tuple((x, y) for x in (0.05, 0.275, 0.5, 0.725, 0.95) for y in (0.1, 0.5, 0.9))
"""Where in a text's extent its ground is looked at."""


class Paint(NamedTuple):
    """A colour: as the file says it ("accent2", or "#" and six hex digits), and its six hex digits."""

    said: str
    hex: str


class Words(NamedTuple):
    """A run: its text, size in points, weight and colour."""

    text: str
    size: float
    bold: bool
    paint: Paint


class Said(NamedTuple):
    """The text of a shape or a table cell, the box it is set in, where its letters stand, and what it stands on by itself."""

    item: Item
    place: int
    words: tuple[Words, ...]
    box: Box
    extent: Box
    fill: Paint | None


class Piece(NamedTuple):
    """Something painted: where it is, what it hides, and its place in drawing order (-1 for the layout's)."""

    box: Box
    paint: Paint
    place: int
    outline: str
    rings: tuple[tuple[tuple[float, float], ...], ...] = ()


@cache
def fonts() -> Fonts:
    """Give the widths that Arial's letters have."""
    return read_fonts(paths.FONTS)


def paint_of(parent: Element | None, deck: Deck) -> Paint | None:
    """Give the solid fill in some properties, or None; a colour that is neither a slot nor six digits is black with its name."""
    colour = None if parent is None else parent.find("a:solidFill/*", NAMES)
    if colour is None:
        return None
    value = colour.get("val", "")
    if colour.tag == q("a:srgbClr"):
        return Paint(f"#{value}", value)
    return Paint(value, deck.colours.get(value, "000000"))


class _Setting:
    """How a text is set: its own properties, then those it takes after, nearest first."""

    def __init__(self, deck: Deck, body: Element, item: Item | None) -> None:
        self._deck = deck
        shape = None if item is None or item.model is None else item.model.find("p:txBody", NAMES)
        self._bodies = [found.find("a:bodyPr", NAMES) for found in (body, shape) if found is not None]
        self._lists = [body.find("a:lstStyle", NAMES), *self._inherited(item), deck.presentation.find("p:defaultTextStyle", NAMES)]

    def _inherited(self, item: Item | None) -> Iterator[Element | None]:
        if item is None or item.kind is None:
            return
        kind = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}.get(item.kind, item.kind)
        if item.model is not None:
            yield item.model.find("p:txBody/a:lstStyle", NAMES)
        style = {"title": "titleStyle", "body": "bodyStyle"}.get(kind, "otherStyle")
        yield self._deck.master.find(f"p:txStyles/p:{style}", NAMES)

    def levels(self, paragraph: Element) -> Iterator[Element]:
        own = paragraph.find("a:pPr", NAMES)
        level = 1 if own is None else int(own.get("lvl", 0)) + 1
        if own is not None:
            yield own
        for styles in self._lists:
            found = None if styles is None else styles.find(f"a:lvl{level}pPr", NAMES)
            if found is not None:
                yield found

    def body(self, name: str, default: str) -> str:
        return next((body.get(name, "") for body in self._bodies if body is not None and body.get(name) is not None), default)

    def words(self, paragraph: Element) -> Iterator[Words]:
        inherited = [found for level in self.levels(paragraph) if (found := level.find("a:defRPr", NAMES)) is not None]
        for run in paragraph:
            if run.tag not in (q("a:r"), q("a:fld")):
                continue
            own = run.find("a:rPr", NAMES)
            sources = ([] if own is None else [own]) + inherited
            size = next((float(source.get("sz", 0)) / 100 for source in sources if source.get("sz")), 18.0)
            bold = next((source.get("b") in ("1", "true") for source in sources if source.get("b") is not None), False)
            paint = next((found for source in sources if (found := paint_of(source, self._deck))), Paint("tx1", self._deck.colours["tx1"]))
            if own is not None and own.find("a:hlinkClick", NAMES) is not None:
                paint = Paint("hlink", self._deck.colours["hlink"])  # programs colour every link alike
            yield Words(run.findtext("a:t", "", NAMES), size, bold, paint)

    def number(self, paragraph: Element, name: str, default: int) -> int:
        return next((int(level.get(name, 0)) for level in self.levels(paragraph) if level.get(name) is not None), default)

    def align(self, paragraph: Element) -> str:
        return next((level.get("algn", "") for level in self.levels(paragraph) if level.get("algn")), "l")

    def spacing(self, paragraph: Element, path: str) -> int | None:
        found = (level.find(path, NAMES) for level in self.levels(paragraph))
        return next((int(one.get("val", 0)) for one in found if one is not None), None)


def _lines(words: Iterable[Words], width: float) -> list[tuple[float, float]]:
    """Break words greedily: each line's width and type size in points."""
    lines: list[tuple[float, float]] = []
    used = biggest = 0.0
    for run in words:
        for index, part in enumerate(run.text.split(" ")):
            space = fonts().width(" ", run.size, bold=run.bold) if index else 0.0
            wide = fonts().width(part, run.size, bold=run.bold)
            if index and used + space + wide > width + 0.5:
                lines.append((used, biggest))
                used, biggest = wide, run.size
            else:
                used, biggest = used + space + wide, max(biggest, run.size)
    return [*lines, (used, biggest)]


def _extent(setting: _Setting, body: Element, box: Box, insets: tuple[int, ...], anchor: str) -> Box:
    left, top, right, bottom = insets
    width = max(1, box.w - left - right)
    height, widest, align = 0.0, 0.0, "l"
    for paragraph in body.findall("a:p", NAMES):
        spacing = (setting.spacing(paragraph, "a:lnSpc/a:spcPct") or 100_000) / 100_000
        indent = setting.number(paragraph, "marL", 0)
        lines = _lines(setting.words(paragraph), (width - indent) / EMU_PER_POINT)
        height += sum(size * LINE_HEIGHT * spacing for _, size in lines)
        widest = max(widest, indent / EMU_PER_POINT + max(wide for wide, _ in lines))
        align = setting.align(paragraph)
    inner = box.h - top - bottom
    w, h = min(width, round(widest * EMU_PER_POINT)), round(height * EMU_PER_POINT)
    x = box.x + left + {"l": 0, "ctr": (width - w) // 2, "r": width - w}.get(align, 0)
    y = box.y + top + {"t": 0, "ctr": (inner - h) // 2, "b": inner - h}.get(anchor, 0)
    return Box(x=x, y=y, w=max(1, w), h=max(1, h))


def cells_of(frame: Item) -> Iterator[tuple[Element, Box]]:
    """Give a table's cells with their places."""
    if frame.box is None:
        return
    widths = [int(column.get("w", 0)) for column in frame.element.iter(q("a:gridCol"))]
    y = frame.box.y
    for row in frame.element.iter(q("a:tr")):
        height, x = int(row.get("h", 0)), frame.box.x
        for cell, width in zip(row.findall("a:tc", NAMES), widths, strict=False):
            yield cell, Box(x=x, y=y, w=width, h=height)
            x += width
        y += height


def said_on(slide: Slide, deck: Deck) -> Iterator[Said]:
    """Give all texts of a slide, of shapes and of table cells, in drawing order."""
    for place, item in enumerate(slide.items):
        if item.graphic == "table":
            yield from _cells(item, place, deck)
        elif item.body is not None and item.text and item.box is not None:
            yield _shape(item, place, item.body, item.box, deck)


def _shape(item: Item, place: int, body: Element, box: Box, deck: Deck) -> Said:
    setting = _Setting(deck, body, item)
    insets = tuple(int(setting.body(name, str(default))) for name, default in zip(("lIns", "tIns", "rIns", "bIns"), INSETS, strict=True))
    words = tuple(run for paragraph in body.findall("a:p", NAMES) for run in setting.words(paragraph))
    extent = _extent(setting, body, box, insets, setting.body("anchor", "t"))
    return Said(item, place, words, box, extent, paint_of(item.properties, deck))


def _cells(item: Item, place: int, deck: Deck) -> Iterator[Said]:
    for cell, box in cells_of(item):
        body, properties = cell.find("a:txBody", NAMES), cell.find("a:tcPr", NAMES)
        if body is None or not any(text.text for text in body.iter(q("a:t"))):
            continue
        given = {} if properties is None else properties.attrib
        insets = tuple(int(given.get(name, default)) for name, default in zip(("marL", "marT", "marR", "marB"), INSETS, strict=True))
        setting = _Setting(deck, body, None)
        words = tuple(run for paragraph in body.findall("a:p", NAMES) for run in setting.words(paragraph))
        extent = _extent(setting, body, box, insets, given.get("anchor", "t"))
        yield Said(item, place, words, box, extent, paint_of(properties, deck))


def painted(slide: Slide, deck: Deck) -> tuple[Piece, ...]:
    """Give all that is painted on a slide, from the ground up."""
    ground = slide.layout.find("p:cSld/p:bg/p:bgPr", NAMES)
    if ground is None:
        ground = deck.master.find("p:cSld/p:bg/p:bgPr", NAMES)
    paint = paint_of(ground, deck) or Paint("bg1", deck.colours["bg1"])
    beneath = [piece for item in items_of(slide.layout) if item.kind is None for piece in _pieces(item, -1, deck)]
    above = [piece for place, item in enumerate(slide.items) for piece in _pieces(item, place, deck)]
    return (Piece(FULL, paint, -1, "rect"), *beneath, *above)


def _pieces(item: Item, place: int, deck: Deck) -> Iterator[Piece]:
    if item.graphic == "table":
        for cell, box in cells_of(item):
            paint = paint_of(cell.find("a:tcPr", NAMES), deck)
            if paint is not None:
                yield Piece(box, paint, place, "rect")
    paint = paint_of(item.properties, deck)
    if item.box is None or item.properties is None or paint is None:
        return
    preset = item.properties.find("a:prstGeom", NAMES)
    if preset is not None:
        yield Piece(item.box, paint, place, preset.get("prst", "rect"))
    else:
        yield Piece(item.box, paint, place, "free", tuple(_rings(item.properties, item.box)))


def _rings(properties: Element, box: Box) -> Iterator[tuple[tuple[float, float], ...]]:
    for path in properties.iter(q("a:path")):
        across, down = box.w / int(path.get("w", 1)), box.h / int(path.get("h", 1))
        ring: list[tuple[float, float]] = []
        for step in path:
            point = step.find("a:pt", NAMES)
            if step.tag == q("a:moveTo") and ring:
                yield tuple(ring)
                ring = []
            if point is not None:
                ring.append((box.x + int(point.get("x", 0)) * across, box.y + int(point.get("y", 0)) * down))
        yield tuple(ring)


def hides(piece: Piece, x: float, y: float) -> bool:
    """Tell whether something painted covers a point."""
    box = piece.box
    if not (box.x <= x <= box.right and box.y <= y <= box.bottom):
        return False
    if piece.outline == "ellipse":
        return ((x - box.x) / box.w * 2 - 1) ** 2 + ((y - box.y) / box.h * 2 - 1) ** 2 <= 1
    if piece.outline != "free":
        return True
    crossed = 0
    for ring in piece.rings:
        for (ax, ay), (bx, by) in pairwise((*ring, ring[0])):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                crossed += 1
    return crossed % 2 == 1


def points_in(box: Box) -> list[tuple[float, float]]:
    """Give the points of an extent that are looked at."""
    return [(box.x + across * box.w, box.y + down * box.h) for across, down in SAMPLES]


def grounds(said: Said, pieces: tuple[Piece, ...]) -> set[Paint]:
    """Give all colours that a text stands on."""
    if said.fill is not None:
        return {said.fill}
    under = [piece for piece in pieces if piece.place < said.place]
    points = points_in(_within(said.extent))
    return {next((piece.paint for piece in reversed(under) if hides(piece, x, y)), under[0].paint) for x, y in points}


def _within(box: Box) -> Box:
    x, y = max(0, box.x), max(0, box.y)
    return Box(x=x, y=y, w=max(1, min(FULL.w, box.right) - x), h=max(1, min(FULL.h, box.bottom) - y))


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(digits: str) -> float:
    shares = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shared(one: Box, other: Box) -> float:
    """Give how much of the smaller box lies in the other."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    smaller = min(one.w * one.h, other.w * other.h)
    return across * down / smaller if across > 0 and down > 0 and smaller else 0.0
