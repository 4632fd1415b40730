"""Puts pictures together, and writes them small: few colours, no time stamp, the same bytes each time."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

COLOURS = 256
GAP, COLUMNS, CELL_WIDTH = 10, 2, 640
GROUND, EDGE = "#D9D9D9", "#7A8780"
SPACE = 16


def save_small(image: QImage, path: Path) -> None:
    """Write a picture as PNG with a palette."""
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    made = Image.frombuffer(
        "RGBA", (straight.width(), straight.height()), bytes(straight.constBits()), "raw", "RGBA", straight.bytesPerLine(), 1
    )
    if image.hasAlphaChannel():
        made = made.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    else:
        made = made.convert("RGB").quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
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


def collage(large: QImage, upper: QImage, lower: QImage, tall: QImage) -> QImage:
    """Set a large picture, two small ones over each other, and a tall one in a row of one height, on nothing."""
    height, half = large.height(), (large.height() - SPACE) // 2
    small = large.width() * half // height
    sheet = tall.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
    second = large.width() + SPACE
    third = second + small + SPACE
    places = (
        (large, QRectF(0, 0, large.width(), height)),
        (upper, QRectF(second, 0, small, half)),
        (lower, QRectF(second, height - half, small, half)),
        (sheet, QRectF(third, 0, sheet.width(), height)),
    )
    made = QImage(third + sheet.width() + 1, height + 1, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setPen(QColor(EDGE))
    for image, place in places:
        fitted = image.scaled(place.size().toSize(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(place, fitted)
        painter.drawRect(place)
    painter.end()
    return made
