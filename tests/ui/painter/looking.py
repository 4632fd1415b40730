"""Pages to paint, and how they look: pixels, and the box around what was drawn. Pages are 1280 pixels wide, a pixel is 9525 EMU."""

import functools
from collections.abc import Callable

from PIL import Image, ImageChops
from PySide6.QtGui import QImage

from tests import make
from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language
from workshop_kit.domain.text import Prose, paragraph
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Composed, compose
from workshop_kit.scene.measure import break_lines, points
from workshop_kit.scene.page import Box, Item, Page, Text, TextStyle
from workshop_kit.scene.theme import SLIDE_HEIGHT, SLIDE_WIDTH
from workshop_kit.ui.painter import render_page

WIDTH = 1280
EMU_PER_PIXEL = SLIDE_WIDTH // WIDTH
VISIBLE = 48
"""A pixel that differs from the ground by so much, of 255, is drawn on."""

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""


def px(x: float, y: float, w: float, h: float) -> Box:
    """Make a box from pixels."""
    return Box(**{name: round(value * EMU_PER_PIXEL) for name, value in zip("xywh", (x, y, w, h), strict=True)})


def page(*items: Item, layout: str = "", ground: str = "bg1") -> Page:
    """Make a page of a slide's size with some items; without a layout unless one is named."""
    return Page(
        key="a",
        content_id="a",
        language=Language.NB,
        title="a",
        width=SLIDE_WIDTH,
        height=SLIDE_HEIGHT,
        items=items,
        layout=layout,
        ground=ground,
    )


def text(words: str | Prose, style: TextStyle, box: Box) -> Text:
    """Set words into a box."""
    blocks = (paragraph(words),) if isinstance(words, str) else words
    return Text(blocks=blocks, style=style, lines=break_lines(blocks, style, make.theme().fonts, points(box.w)))


def picture_of(image: QImage) -> Image.Image:
    """Give a rendered image to look at."""
    data = bytes(image.constBits())
    return Image.frombuffer("RGB", (image.width(), image.height()), data, "raw", "BGRX", image.bytesPerLine(), 1)


def painted(shown: Page, width: int = WIDTH, number: int | None = None) -> Image.Image:
    """Render a page with the real theme, to look at."""
    return picture_of(render_page(shown, make.theme(), width, number=number))


def colour(slot: str) -> tuple[int, ...]:
    """Give a theme's colour as its red, green and blue."""
    return tuple(bytes.fromhex(make.theme().colour(slot)))


def ink(seen: Image.Image, ground: tuple[int, ...] = (255, 255, 255)) -> Bounds | None:
    """Give the bounds of all that is not the ground's colour, or None where nothing is drawn."""
    bands = ImageChops.difference(seen, Image.new("RGB", seen.size, ground)).split()
    strongest = functools.reduce(ImageChops.lighter, bands)
    return above(strongest, VISIBLE)


def above(grey: Image.Image, level: int) -> Bounds | None:
    """Give the bounds of all that is lighter than a level in a picture of greys, or None where nothing is."""
    steps = [0] * (level + 1) + [255] * (255 - level)
    return grey.point(steps).getbbox()  # pyright: ignore[reportUnknownMemberType] - Pillow leaves a parameter's type open


def only(seen: Image.Image, is_wanted: Callable[[tuple[int, ...]], bool]) -> int:
    """Count the pixels whose colour is wanted."""
    return sum(count for count, found in seen.getcolors(seen.width * seen.height) or () if isinstance(found, tuple) and is_wanted(found))


@functools.cache
def composed(name: str, language: Language) -> Composed:
    """Compose a client's whole full-day pack."""
    kit = make.kit()
    workshop = Workshop(municipality=make.real(name).number, language=language, length=Length.FULL_DAY)
    return compose(kit, workshop)[0]


def all_pages(pack: Composed) -> tuple[Page, ...]:
    """Give every page of a pack: shown and hidden slides, sheets and lists."""
    documents = (pack.deck, pack.all_sheets, pack.programme, pack.run_sheet, pack.glossary, pack.calls)
    return tuple(each for document in documents for each in document.pages)
