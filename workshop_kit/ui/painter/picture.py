"""Pictures, decoded by the library that the writers use, so that the screen shows what they can read and nothing else."""

from pathlib import Path
from typing import NamedTuple

import msgspec
from PySide6.QtGui import QImage

from workshop_kit.scene.chart_labels import label
from workshop_kit.scene.measure import points
from workshop_kit.scene.outline import outline
from workshop_kit.scene.page import Align, Geometry, Picture, Stroke, fitted
from workshop_kit.ui.painter.surface import Surface, painter_path
from workshop_kit.ui.painter.text import draw_text

SHRINK = 2.0
"""A picture is decoded at no less than so many times the size it is then shrunk to: quick, and smooth to the eye."""
_FRAME = Stroke(colour="accent3", width=1)
_LABEL_SIZE = 14
_LABEL_MARGIN = 60_000


class _Decoded(NamedTuple):
    """A picture at the size it is shown, and its own size in pixels, which gives its proportions."""

    image: QImage
    size: tuple[int, int]


def draw_picture(picture: Picture, surface: Surface) -> None:
    """Draw a picture; one that cannot be read is a box with as much of its description or name as it has room for."""
    decoded = _decode(Path(picture.path), surface.pixels(picture.box))
    if decoded:
        surface.image(fitted(decoded.size, picture.box), decoded.image)
    else:
        _draw_missing(picture, surface)


def _decode(path: Path, most: tuple[int, int]) -> _Decoded | None:
    """Decode a picture file into at most so many pixels of width and height; None where it is no picture, or broken."""
    from PIL import Image  # it is slow to import, and most pages have no picture

    try:
        with Image.open(path) as image:
            size = image.size
            image.thumbnail(most, reducing_gap=SHRINK)
            pixels = image.convert("RGBA")
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        return None
    width, height = pixels.size
    return _Decoded(QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888).copy(), size)


def _draw_missing(picture: Picture, surface: Surface) -> None:
    surface.paint(painter_path(outline(Geometry.RECT, picture.box)), "accent6", _FRAME, dashed=True)
    inside = picture.box.inset(_LABEL_MARGIN)
    shape = label(picture.alt or picture.name, inside, _LABEL_SIZE, surface.theme, Align.CENTRE)
    if shape.text:
        most = max(1, int(points(inside.h) / (_LABEL_SIZE * surface.leading.height)))
        draw_text(msgspec.structs.replace(shape.text, lines=shape.text.lines[:most]), inside, surface)
