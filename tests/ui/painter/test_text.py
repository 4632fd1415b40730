"""Text stands where the typesetter says: the ink is compared with the letters' own outlines, set at the measured widths."""

from functools import cache
from typing import Any, cast

import msgspec
import pytest
from fontTools.pens.boundsPen import BoundsPen  # pyright: ignore[reportMissingTypeStubs] - it ships none
from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs] - it ships none
from PIL import ImageOps
from pytestqt.qtbot import QtBot

from tests import make
from tests.ui.painter.looking import VISIBLE, WIDTH, Bounds, above, all_pages, composed, ink, page, painted, px, text
from workshop_kit import paths
from workshop_kit.domain.language import Language
from workshop_kit.domain.text import paragraph
from workshop_kit.scene.measure import points
from workshop_kit.scene.page import Align, Anchor, Box, Bullet, Page, Piece, Shape, Text, TextStyle
from workshop_kit.scene.placing import BULLET, PlacedLine, own_leading, place_lines, slide_leading
from workshop_kit.scene.theme import SLIDE_WIDTH

CLOSE = 1.5
"""Pixels that ink may be from its place at 1280 pixels' width: half of one is the letters' soft edge, half where Qt sets the baseline."""
UNITS = 2048
"""The faces' units to their size."""
MARGIN = 500_000
"""Room for ink under a box that its text fills."""
PIXELS = WIDTH / points(SLIDE_WIDTH)
"""Pixels to the point."""
BOX = px(200, 150, 700, 400)
WORDS = "Åh, jeg gjør det på Hvaler. "


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Qt's fonts need an application."""


@cache
def face(bold: bool) -> tuple[Any, dict[int, str]]:
    """Give a face's letters and their names by code point; Any because the library has no types."""
    font = cast("Any", TTFont(paths.FONTS / make.theme().font_files["bold" if bold else "regular"]))
    return font.getGlyphSet(), font.getBestCmap()


@cache
def letter_bounds(letter: str, bold: bool) -> Bounds | None:
    """Give a letter's own bounds in shares of its size, y upwards."""
    glyphs, names = face(bold)
    pen = cast("Any", BoundsPen(glyphs))
    glyphs[names[ord(letter)]].draw(pen)
    return tuple(value / UNITS for value in pen.bounds) if pen.bounds else None


def united(bounds: list[Bounds]) -> Bounds | None:
    if not bounds:
        return None
    lefts, tops, rights, bottoms = zip(*bounds, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def word_bounds(piece: Piece, x: float, baseline: float) -> list[Bounds]:
    """Give the bounds of a piece's letters in points."""
    found: list[Bounds] = []
    for letter in piece.text:
        bounds = letter_bounds(letter, piece.bold)
        if bounds:
            left, low, right, high = (value * piece.size for value in bounds)
            found.append((x + left, baseline - high, x + right, baseline - low))
        x += make.theme().fonts.width(letter, piece.size, bold=piece.bold)
    return found


def line_bounds(placed: PlacedLine, style: TextStyle) -> list[Bounds]:
    found: list[Bounds] = []
    x = placed.x
    for piece in placed.line.pieces:
        found += word_bounds(piece, x, placed.baseline)
        x += piece.width
    if placed.bullet_x is not None:
        dot = Piece(text=BULLET, bold=False, colour=style.colour, size=style.size, width=0)
        found += word_bounds(dot, placed.bullet_x, placed.baseline)
    return found


def expected(setting: Text, box: Box, layout: str) -> Bounds | None:
    """Give where a text's ink should be, in pixels."""
    fonts = make.theme().fonts
    leading = slide_leading(fonts) if layout else own_leading(fonts)
    found = [bounds for placed in place_lines(setting, box, fonts, leading) for bounds in line_bounds(placed, setting.style)]
    whole = united(found)
    return (whole[0] * PIXELS, whole[1] * PIXELS, whole[2] * PIXELS, whole[3] * PIXELS) if whole else None


def distance(setting: Text, box: Box, layout: str = "") -> float:
    """Give how many pixels the ink is from where it should be, at most."""
    black = msgspec.structs.replace(
        setting,
        lines=tuple(
            msgspec.structs.replace(
                line, pieces=tuple(msgspec.structs.replace(piece, colour="#000000", link=None) for piece in line.pieces)
            )
            for line in setting.lines
        ),
        style=msgspec.structs.replace(setting.style, colour="#000000"),
    )
    shown = Page(
        key="a",
        content_id="a",
        language=Language.NB,
        title="a",
        width=SLIDE_WIDTH,
        height=box.bottom + MARGIN,
        items=(Shape(name="", box=box, text=black),),
        layout=layout,
    )
    seen = above(ImageOps.invert(painted(shown).convert("L")), VISIBLE)
    wanted = expected(setting, box, layout)
    if seen is None or wanted is None:
        return 0.0 if seen is wanted else float("inf")
    return max(abs(found - sought) for found, sought in zip(seen, wanted, strict=True))


@pytest.mark.parametrize("layout", ["", "content"])
@pytest.mark.parametrize("anchor", Anchor)
@pytest.mark.parametrize("align", Align)
@pytest.mark.parametrize(("size", "spacing", "words"), [(9, 1.0, WORDS), (24, 1.0, WORDS), (32, 0.92, WORDS), (115, 0.8, "29 %g")])
def test_ink_is_where_the_letters_are_set(align: Align, anchor: Anchor, size: float, spacing: float, words: str, layout: str) -> None:
    style = TextStyle(size=size, align=align, anchor=anchor, spacing=spacing, space_after=6, bold=size > 24)

    assert distance(text((paragraph(words * 2), paragraph(words)), style, BOX), BOX, layout) <= CLOSE


def test_bullets_hang_before_their_lines() -> None:
    style = TextStyle(size=24, bullet=Bullet.DOT, space_after=8)

    assert distance(text(make.items(WORDS * 4, "Fet|og vanlig"), style, BOX), BOX) <= CLOSE


def test_each_line_is_as_wide_as_it_was_measured() -> None:
    for line in text(WORDS * 12, TextStyle(size=20), BOX).lines:
        alone = Text(blocks=(paragraph("x"),), style=TextStyle(size=20), lines=(msgspec.structs.replace(line, block=0, first=True),))
        assert distance(alone, BOX) <= CLOSE


@pytest.mark.parametrize(("name", "language"), [("Hvaler", Language.NB), ("Stad", Language.NN)])
def test_every_text_of_a_real_deck_stands_where_it_was_set(name: str, language: Language) -> None:
    settings: dict[tuple[Text, bool], tuple[Box, str]] = {}
    for each in all_pages(composed(name, language)):
        for item in each.items:
            if isinstance(item, Shape) and item.text and item.placeholder != 12:
                settings.setdefault((item.text, bool(each.layout)), (item.box, "content" if each.layout else ""))
    on_page = {key: place for key, place in settings.items() if place[0].right <= SLIDE_WIDTH}
    far = {key[0].blocks: found for key, place in on_page.items() if (found := distance(key[0], *place)) > CLOSE}

    assert len(on_page) > 300
    assert far == {}


def test_an_empty_text_draws_nothing() -> None:
    assert ink(painted(page(Shape(name="", box=BOX, text=text("", TextStyle(size=20), BOX))))) is None
