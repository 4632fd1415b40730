"""Picture files inside the PDF: JPEG data as it is, everything else as packed pixels, transparency as a mask."""

from pathlib import Path

from PIL import Image

from workshop_kit.writers.pdf_sheets.file import PdfFile


class Pictures:
    """The pictures of one file, each of them in it once."""

    def __init__(self, file: PdfFile) -> None:
        """Start with none."""
        self._file = file
        self._known: dict[str, tuple[int, tuple[int, int]]] = {}

    def add(self, path: str) -> tuple[int, tuple[int, int]]:
        """Put a picture file into the PDF; give its object number, and its width and height in pixels."""
        if path not in self._known:
            self._known[path] = self._embed(Path(path))
        return self._known[path]

    def _embed(self, path: Path) -> tuple[int, tuple[int, int]]:
        with Image.open(path) as image:
            if image.format == "JPEG" and image.mode in ("RGB", "L"):
                entries = _entries(image.size, "DeviceRGB" if image.mode == "RGB" else "DeviceGray")
                return self._file.add_stream(path.read_bytes(), entries + "/Filter/DCTDecode", packed=False), image.size
            pixels = image.convert("RGBA")
        mask = ""
        alpha = pixels.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = f"/SMask {self._file.add_stream(alpha.tobytes(), _entries(pixels.size, 'DeviceGray'))} 0 R"
        colours = pixels.convert("RGB").tobytes()
        return self._file.add_stream(colours, _entries(pixels.size, "DeviceRGB") + mask), pixels.size


def _entries(size: tuple[int, int], colours: str) -> str:
    return f"/Type/XObject/Subtype/Image/Width {size[0]}/Height {size[1]}/BitsPerComponent 8/ColorSpace/{colours}"
