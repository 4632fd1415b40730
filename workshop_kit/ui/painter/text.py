"""Text: every line stands where the typesetter broke it, and in the width it was measured at."""

from itertools import groupby

from workshop_kit.scene.page import Box, Piece, Text
from workshop_kit.scene.placing import BULLET, Leading, PlacedLine, place_lines
from workshop_kit.ui.painter.surface import Surface


def draw_text(text: Text, box: Box, surface: Surface, leading: Leading | None = None) -> None:
    """Draw a text in a box, with the page's leading if none is given."""
    for placed in place_lines(text, box, surface.theme.fonts, leading or surface.leading):
        if placed.bullet_x is not None:
            surface.words(placed.bullet_x, placed.baseline, BULLET, text.style.size, text.style.colour)
        _draw_line(placed, surface)


def _draw_line(placed: PlacedLine, surface: Surface) -> None:
    x = placed.x
    for (bold, colour, size, is_link), group in groupby(placed.line.pieces, key=_look):
        pieces = tuple(group)
        words = "".join(piece.text for piece in pieces)
        if is_link and surface.link_colour:
            surface.words(x, placed.baseline, words, size, surface.link_colour, bold=bold, underlined=True)
        else:
            surface.words(x, placed.baseline, words, size, colour, bold=bold)
        x += sum(piece.width for piece in pieces)


def _look(piece: Piece) -> tuple[bool, str, float, bool]:
    return piece.bold, piece.colour, piece.size, piece.link is not None
