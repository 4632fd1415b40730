"""Takes a client's logo into its workshop: a picture of any usual kind becomes a PNG or JPEG of a moderate size."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from workshop_kit.store.atomic import read_whole, write_whole
from workshop_kit.store.faults import StoreFault, fault_of

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 1200
"""The longest side: sharp on the largest wall, and a small file."""
QUALITY = 92
KINDS = ("png", "jpg", "jpeg", "svg", "webp", "gif", "bmp", "tif", "tiff")


def import_logo(source: Path, media: Path) -> str:
    """Copy a picture into the folder of media, and give its file name there; raises StoreFault.

    The name follows from the picture, so that no earlier one is overwritten and undoing finds it again.
    """
    if not source.is_file():
        raise StoreFault(source, "store.not_found")
    if source.stat().st_size > MOST_BYTES:
        raise StoreFault(source, "store.picture_too_large", {"most": str(MOST_BYTES // 1024 // 1024)})
    data, is_photo = read_whole(source), source.suffix.lower() in {".jpg", ".jpeg"}
    image = _drawn(data) if source.suffix.lower() == ".svg" else _decoded(data)
    if image is None or image.isNull():
        raise StoreFault(source, "store.not_a_picture")
    packed = _packed(image, "JPEG" if is_photo else "PNG")
    name = f"logo-{hashlib.sha256(packed).hexdigest()[:12]}.{'jpg' if is_photo else 'png'}"
    try:
        media.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, media) from error
    write_whole(media / name, packed)
    return name


def _decoded(data: bytes) -> QImage | None:
    """Decode a picture as it is meant to be turned, no larger than need be."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    if not buffer.open(QIODevice.OpenModeFlag.ReadOnly):
        return None
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > MOST_PIXELS:
        reader.setScaledSize(_limited(size))
    image = reader.read()
    if not image.isNull() and max(image.width(), image.height()) > MOST_PIXELS:
        return image.scaled(_limited(image.size()), mode=Qt.TransformationMode.SmoothTransformation)
    return image


def _drawn(data: bytes) -> QImage | None:
    """Draw a vector picture on nothing."""
    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return None
    size.scale(MOST_PIXELS, MOST_PIXELS, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _limited(size: QSize) -> QSize:
    return size.scaled(MOST_PIXELS, MOST_PIXELS, Qt.AspectRatioMode.KeepAspectRatio)


def _packed(image: QImage, kind: str) -> bytes:
    """Pack an image without the notes that cameras leave in it."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888 if kind == "JPEG" else QImage.Format.Format_RGBA8888)
    for key in plain.textKeys():
        plain.setText(key, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not plain.save(buffer, kind, QUALITY if kind == "JPEG" else -1):  # pyright: ignore[reportArgumentType, reportCallIssue] - the stubs want the kind as bytes, Qt takes a text
        return b""
    return bytes(buffer.data().data())
