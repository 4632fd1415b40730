"""Text on a page: its words line by line, and which element each paragraph belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from workshop_kit.domain.text import BlockKind, TextBlock
from workshop_kit.scene.measure import Fonts, block_indent
from workshop_kit.scene.page import EMU_PER_POINT, Box, Piece, Text
from workshop_kit.scene.placing import BULLET, PlacedLine, place_lines
from workshop_kit.writers.pdf_sheets.content import PageContent, Words
from workshop_kit.writers.pdf_sheets.links import Links
from workshop_kit.writers.pdf_sheets.structure import Element

_DISC = "/A<</O/List/ListNumbering/Disc>>"


class Target(NamedTuple):
    """The elements of a paragraph: its words', and its bullet's where it has one."""

    body: Element
    label: Element | None = None


def paragraphs(text: Text, parent: Element) -> list[Target]:
    """Add an element for each paragraph: P, or for list items after each other one L with an LI for each."""
    targets: list[Target] = []
    for is_list, blocks in groupby(text.blocks, key=_is_item):
        if is_list:
            targets += _items(tuple(blocks), text, parent)
        else:
            targets += [Target(parent.add("P")) for _ in blocks]
    return targets


def _is_item(block: TextBlock) -> bool:
    return block.kind in (BlockKind.ITEM, BlockKind.NUMBERED)


def _items(blocks: tuple[TextBlock, ...], text: Text, parent: Element) -> Iterator[Target]:
    bulleted = any(block_indent(block, text.style) for block in blocks)
    whole = parent.add("L", _DISC if bulleted else "")
    for block in blocks:
        item = whole.add("LI")
        label = item.add("Lbl") if block_indent(block, text.style) else None
        yield Target(item.add("LBody"), label)


def draw_text(text: Text, box: Box, fonts: Fonts, content: PageContent, links: Links, targets: Sequence[Target] | None) -> None:
    """Draw a text in a box; without targets it belongs to what the page's content has open."""
    for placed in place_lines(text, box, fonts):
        target = targets[placed.line.block] if targets else None
        if placed.bullet_x is not None:
            if target and target.label:
                content.tag(target.label)
            content.words(placed.bullet_x, placed.baseline, [(BULLET, False, text.style.colour, text.style.size)])
        _draw_line(placed, content, links, target)


def _draw_line(placed: PlacedLine, content: PageContent, links: Links, target: Target | None) -> None:
    x = placed.x
    for (link, language), group in groupby(placed.line.pieces, key=lambda piece: (piece.link, piece.language)):
        pieces = tuple(group)
        goes_on = placed.goes_on and pieces[-1] is placed.line.pieces[-1]
        words = _words(pieces, goes_on)
        width = sum(piece.width for piece in pieces)
        if target:
            element = target.body.add("Span", f"/Lang({language})") if language else target.body
            if link is not None and links.leads(link):
                element = element.add("Link")
                content.tag(element)
                links.add(element, content, _around(pieces, x, placed.baseline, width), link, "".join(part[0] for part in words).strip())
            content.tag(element)
        content.words(x, placed.baseline, words)
        x += width


def _words(pieces: Iterable[Piece], goes_on: bool) -> list[Words]:
    words: list[Words] = [
        ("".join(piece.text for piece in group), *style)
        for style, group in groupby(pieces, key=lambda piece: (piece.bold, piece.colour, piece.size))
    ]
    if goes_on and not words[-1][0].endswith(" "):
        # Lines are broken at spaces, which a screen reader needs to part the words.
        words[-1] = (words[-1][0] + " ", *words[-1][1:])
    return words


def _around(pieces: tuple[Piece, ...], x: float, baseline: float, width: float) -> Box:
    size = max(piece.size for piece in pieces)
    left, top = round(x * EMU_PER_POINT), round((baseline - size) * EMU_PER_POINT)
    return Box(x=left, y=top, w=round(width * EMU_PER_POINT), h=round(1.25 * size * EMU_PER_POINT))
