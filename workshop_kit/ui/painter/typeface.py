"""The bundled typeface as Qt fonts, whose widths are those that the typesetter measured."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from workshop_kit import paths
from workshop_kit.scene.theme import Theme


class FontNotRead(RuntimeError):
    """A bundled font file that Qt could not read."""


class Typeface:
    """The regular and the bold face, at `units` pixels to the point; made anew for each painting, since threads share no QFont."""

    def __init__(self, theme: Theme, units: int) -> None:
        """Take the faces that the theme names. Raises FontNotRead."""
        self._family = load_family(theme.font_files["regular"], theme.font_files["bold"])
        self._units = units
        self._fonts: dict[tuple[float, bool, bool], QFont] = {}

    def font(self, size: float, *, bold: bool, underlined: bool = False) -> QFont:
        """Give a face at a size in points, without hinting and kerning, which both change widths."""
        look = (size, bold, underlined)
        found = self._fonts.get(look)
        if found is None:
            found = self._fonts[look] = self._make(*look)
        return found

    def _make(self, size: float, bold: bool, underlined: bool) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(round(size * self._units))
        font.setBold(bold)
        font.setUnderline(underlined)
        font.setKerning(False)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


@lru_cache(maxsize=4)
def load_family(*files: str) -> str:
    """Add font files of the bundle to Qt's, once, and give their family. Needs a QGuiApplication; raises FontNotRead."""
    families: list[str] = []
    for file in files:
        path = paths.FONTS / file
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise FontNotRead(f"{path} could not be read as a font: install Workshop Kit again.")
        families += QFontDatabase.applicationFontFamilies(number)
    return families[0]
