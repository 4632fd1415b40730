"""Finds what is wrong with how a deck looks: colours, sizes, contrast, places, and texts that hide each other."""

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from xml.etree.ElementTree import Element

from tests.writers.deck_looks import FULL, Piece, Said, contrast, grounds, hides, painted, points_in, said_on, shared
from tests.writers.deck_reading import NAMES, PRESENTATION, Deck, Item, Slide, items_of, q
from workshop_kit import paths
from workshop_kit.scene.measure import NO_BREAK_SPACE
from workshop_kit.scene.page import Box

LEAST_CONTRAST = 4.5
MOST_SHARED = 0.02
SIZES = frozenset({12, 14, 16, 18, 20, 24, 28, 32, 36, 40, 44, 48, 54, 96, 115, 138})
"""The type scale of slides, in points."""
LEAST_SIZE, LEAST_CHART_SIZE, LEAST_CHIP_SIZE, LEAST_LABEL_SIZE, LEAST_SMALL_SIZE = 18, 16, 16, 14, 12
SOURCE, MARK = "14", "13"
"""The idx of the source line and of the small line over the title."""
ARROWS = ("homePlate", "chevron")
SLOTS = frozenset({"tx1", "bg1", "tx2", "bg2", "hlink", "folHlink", *(f"accent{number}" for number in range(1, 7))})
ON_GOALS = ("#FFFFFF", "#000000")
MAP_MARGIN = 400_000
"""How far from a map's frame its labels and scale bar may stand, in EMU."""


@cache
def goal_colours() -> frozenset[str]:
    """Give the 17 goals' own colours."""
    goals = tomllib.loads((paths.ASSETS / "data" / "goals.toml").read_text(encoding="utf-8"))["goal"]
    return frozenset(f"#{goal['colour']}" for goal in goals)


@cache
def fixed_words(key: str) -> tuple[str, ...]:
    """Give some of the fixed words, in both languages."""
    files = (paths.ASSETS / "words" / f"{language}.toml" for language in ("nb", "nn"))
    return tuple(tomllib.loads(file.read_text(encoding="utf-8"))[key].replace(NO_BREAK_SPACE, " ") for file in files)


@cache
def extra_colours() -> frozenset[str]:
    """Give the brand's colours outside the theme's slots."""
    brand = tomllib.loads((paths.ASSETS / "brand.toml").read_text(encoding="utf-8"))
    return frozenset(f"#{colour}" for colour in brand["extra"].values())


def look_faults(deck: Deck) -> Iterator[str]:
    """Give the faults of all slides' looks."""
    yield from _layout_faults(deck)
    for slide in deck.slides:
        said, pieces = tuple(said_on(slide, deck)), painted(slide, deck)
        for faults in (_place_faults(slide), _colour_faults(slide, deck), _chart_faults(slide, deck, pieces)):
            yield from (f"{slide}: {fault}" for fault in faults)
        for text in said:
            yield from (f"{slide}: {text.item.name}: {fault}" for fault in _text_faults(text, slide, pieces))
        yield from (f"{slide}: {fault}" for fault in _overlap_faults(slide, said))


def _layout_faults(deck: Deck) -> Iterator[str]:
    for relation in deck.package.relations(deck.package.related(PRESENTATION, "slideMaster")):
        if relation.kind == "slideLayout":
            for item in items_of(deck.package.trees[relation.target]):
                box = item.box
                if box is None or not (box.w and box.h) or box.x < 0 or box.y < 0 or box.right > FULL.w or box.bottom > FULL.h:
                    yield f"{relation.target}: {item.name} outside the slide, or without size"


def _place_faults(slide: Slide) -> Iterator[str]:
    for item in slide.items:
        box = item.box
        if box is None:
            yield f"{item.name}: nowhere"
        elif box.x < 0 or box.y < 0 or box.right > FULL.w or box.bottom > FULL.h:
            yield f"{item.name}: outside the slide, at {box.x}, {box.y} to {box.right}, {box.bottom}"
        elif item.body is not None and item.text and not (box.w and box.h):
            yield f"{item.name}: text in no room"
        body = item.element.find("p:txBody/a:bodyPr", NAMES)
        if body is not None and body.find("a:noAutofit", NAMES) is None:
            yield f"{item.name}: text that the program may shrink"


def _colour_faults(slide: Slide, deck: Deck) -> Iterator[str]:
    """Check that colours are the theme's, the goals' or the brand's, and plain."""
    charts = [relation.target for relation in deck.package.relations(slide.name) if relation.kind == "chart"]
    trees = [slide.tree, *(deck.package.trees[name] for name in charts)]
    allowed = goal_colours() | extra_colours() | {*ON_GOALS}
    for element in (element for tree in trees for element in tree.iter()):
        tag = element.tag.rpartition("}")[2]
        if tag == "schemeClr" and element.get("val") not in SLOTS:
            yield f"colour {element.get('val')} is no slot of the theme"
        elif tag == "srgbClr" and f"#{element.get('val')}" not in allowed:
            yield f"colour #{element.get('val')} is neither the theme's nor a goal's"
        elif tag in ("prstClr", "sysClr", "scrgbClr", "hslClr", "alpha", "gradFill", "pattFill", "outerShdw"):
            yield f"a colour as {tag}"
        elif tag == "latin" and not element.get("typeface", "").startswith("+m"):
            yield f"a typeface that is not the theme's, {element.get('typeface')}"


def _text_faults(said: Said, slide: Slide, pieces: tuple[Piece, ...]) -> Iterator[str]:
    least = _least_size(said, slide)
    on = grounds(said, pieces)
    for words in said.words:
        if not words.text.strip():
            continue
        if words.size < least or words.size not in SIZES:
            yield f"{words.text[:30]!r} is set in {words.size:g} points"
        if words.paint.said in ON_GOALS and not {paint.said for paint in on} <= goal_colours():
            yield f"{words.text[:30]!r} is {words.paint.said}, and on no goal's colour"
        for paint in on:
            ratio = contrast(words.paint.hex, paint.hex)
            if ratio < LEAST_CONTRAST:
                yield f"{words.text[:30]!r} in {words.paint.said} on {paint.said} has contrast {ratio:.2f}"
    later = [piece for piece in pieces if piece.place > said.place]
    if any(hides(piece, x, y) for piece in later for x, y in points_in(said.extent)):
        yield "hidden under something drawn later"


def _least_size(said: Said, slide: Slide) -> float:
    item = said.item
    if slide.hidden or item.kind in ("ftr", "sldNum", "dt") or (item.kind is not None and item.idx == SOURCE):
        return LEAST_SMALL_SIZE
    if item.kind is not None:
        return LEAST_LABEL_SIZE if item.idx == MARK else LEAST_SIZE
    words = item.text.replace(NO_BREAK_SPACE, " ")
    if words in fixed_words("goals_all") or (said.fill is not None and said.fill.said in goal_colours()):
        return LEAST_CHIP_SIZE
    if words in (*fixed_words("goal_notice"), *fixed_words("goal_notice_whole")):
        return LEAST_SMALL_SIZE  # it is for the reader of the file, as a source is
    return LEAST_LABEL_SIZE if any(_is_near(said.box, group.box) for group in slide.items if group.tag == "grpSp") else LEAST_SIZE


def _is_near(box: Box, group: Box | None) -> bool:
    if group is None:
        return False
    around = group.inset(-MAP_MARGIN)
    return around.x <= box.x and around.y <= box.y and box.right <= around.right and box.bottom <= around.bottom


def _chart_faults(slide: Slide, deck: Deck, pieces: tuple[Piece, ...]) -> Iterator[str]:
    for item in slide.items:
        chart = item.element.find("a:graphic/a:graphicData/c:chart", NAMES)
        if chart is None or item.box is None:
            continue
        tree = deck.package.trees[deck.package.target(slide.name, chart.get(q("r:id")))]
        sizes = {int(text.get("sz", 0)) / 100 for text in tree.iter(q("a:defRPr"))}
        if not sizes or min(sizes) < LEAST_CHART_SIZE or sizes - SIZES:
            yield f"{item.name}: set in {sorted(sizes)} points"
        under = [piece for piece in pieces if any(hides(piece, x, y) for x, y in points_in(item.box))]
        parts = _parts_under(tree)
        for text in tree.iter(q("a:defRPr")):
            colour = text.find("a:solidFill/a:schemeClr", NAMES)
            said = "tx1" if colour is None else colour.get("val", "")
            on = parts.get(text) or under[-1].paint.said
            if contrast(deck.colours.get(said, "000000"), deck.colours.get(on, under[-1].paint.hex)) < LEAST_CONTRAST:
                yield f"{item.name}: text in {said} on {on}"


def _parts_under(tree: Element) -> dict[Element, str]:
    """Give the colour of the part of a whole that a label stands on, for each label that stands on one."""
    found: dict[Element, str] = {}
    for series in tree.iter(q("c:ser")):
        fills = {_index(part): _fill(part) for part in series.findall("c:dPt", NAMES)}
        for label in series.findall("c:dLbls/c:dLbl", NAMES):
            if label.find("c:dLblPos", NAMES) is None:
                found |= {text: fills[_index(label)] for text in label.iter(q("a:defRPr")) if _index(label) in fills}
        if series.find("c:dLbls/c:dLblPos[@val='ctr']", NAMES) is not None:
            found |= {text: _fill(series) for labels in series.findall("c:dLbls", NAMES) for text in labels.iter(q("a:defRPr"))}
    return found


def _index(part: Element) -> str:
    found = part.find("c:idx", NAMES)
    return "" if found is None else found.get("val", "")


def _fill(part: Element) -> str:
    found = part.find("c:spPr/a:solidFill/a:schemeClr", NAMES)
    return "" if found is None else found.get("val", "")


def _overlap_faults(slide: Slide, said: tuple[Said, ...]) -> Iterator[str]:
    """Check texts, tables, charts and pictures against each other.

    A text that stands on another's ground, or in a chain of arrows that reach into each other, is measured by where its
    letters are, not by its box.
    """
    texts = {text.place: text for text in said if text.item.graphic != "table"}
    held = [(place, item) for place, item in enumerate(slide.items) if place in texts or item.graphic or item.tag == "pic"]
    for (one, under), (other, over) in combinations(held, 2):
        first, second = under.box, over.box
        if first is None or second is None:
            continue
        in_chain = _outline(under) in ARROWS and _outline(over) in ARROWS
        if one in texts and other in texts and (in_chain or _is_ground(texts[one], second)):
            first, second = texts[one].extent, texts[other].extent
        if (part := shared(first, second)) > MOST_SHARED:
            yield f"{under.name} and {over.name} overlap by {part:.0%}"


def _is_ground(said: Said, box: Box) -> bool:
    ground = said.box
    inside = ground.x <= box.x and ground.y <= box.y and box.right <= ground.right and box.bottom <= ground.bottom
    return said.fill is not None and inside


def _outline(item: Item) -> str:
    preset = item.element.find("p:spPr/a:prstGeom", NAMES)
    return "" if preset is None else preset.get("prst", "")
