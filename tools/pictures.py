"""Puts pictures together, and writes them small: few colours, no time stamp, the same bytes each time."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

COLOURS = 128
GAP, COLUMNS, CELL_WIDTH = 10, 2, 640
GROUND, EDGE = "#D9D9D9", "#7A8780"
OVERLAP, DROP = 0.42, 0.1
"""How much of each picture in a fan the next one covers, and how far down it lies, both as parts of its size."""


def save_small(image: QImage, path: Path) -> None:
    """Write a picture as PNG with a palette."""
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    made = Image.frombuffer("RGBA", (straight.width(), straight.height()), bytes(straight.constBits()), "raw", "RGBA", straight.bytesPerLine(), 1)
    if made.getextrema()[3][0] == 255:
        made = made.convert("RGB").quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    else:
        made = made.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    made.save(path, optimize=True)


def contact_sheet(images: Sequence[QImage]) -> QImage:
    """Set pictures of the same size in rows of two."""
    cells = [image.scaledToWidth(CELL_WIDTH, Qt.TransformationMode.SmoothTransformation) for image in images]
    height, rows = cells[0].height(), -(-len(cells) // COLUMNS)
    made = QImage(COLUMNS * (CELL_WIDTH + GAP) + GAP, rows * (height + GAP) + GAP, QImage.Format.Format_RGB32)
    made.fill(QColor(GROUND))
    painter = QPainter(made)
    for number, cell in enumerate(cells):
        row, column = divmod(number, COLUMNS)
        painter.drawImage(QPointF(GAP + column * (CELL_WIDTH + GAP), GAP + row * (height + GAP)), cell)
    painter.end()
    return made


def fan(images: Sequence[QImage]) -> QImage:
    """Lay pictures over each other from left to right, each a little lower, on nothing."""
    places: list[QRectF] = []
    left = 0.0
    for number, image in enumerate(images):
        places.append(QRectF(left, number * image.height() * DROP, image.width(), image.height()))
        left += image.width() * (1 - OVERLAP)
    right, bottom = max(place.right() for place in places), max(place.bottom() for place in places)
    made = QImage(round(right) + 2, round(bottom) + 2, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setPen(QColor(EDGE))
    for place, image in zip(places, images, strict=True):
        painter.drawImage(place, image)
        painter.drawRect(place.adjusted(0, 0, 1, 1))
    painter.end()
    return made
