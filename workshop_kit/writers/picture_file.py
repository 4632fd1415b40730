"""Looks at a picture file before it is handed to a writer: whether it can be shown, and its size."""

from functools import lru_cache
from pathlib import Path

FORMATS = ("PNG", "JPEG")
"""What both the office programs and the PDF take as it is."""
MOST_PIXELS = 40_000_000
"""A picture with more is not opened: it would fill the memory before it was of any use."""


def picture_size(path: Path) -> tuple[int, int] | None:
    """Give the width and height in pixels of a PNG or JPEG file that can be read to its end; None for everything else."""
    try:
        stamp = path.stat()
    except OSError:
        return None
    return _size(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=32)
def _size(path: Path, _changed: int, _bytes: int) -> tuple[int, int] | None:
    """Decode a file once for as long as it is the same."""
    from PIL import Image  # it is slow to import, and most workshops have no picture

    try:
        with Image.open(path, formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            image.load()
            return image.size
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        return None
