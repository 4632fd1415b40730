"""How the program looks: fonts, palette, a small style sheet and icons, made from the tokens for a scheme and a text size."""

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from workshop_kit import paths
from workshop_kit.ui.style_sheet import style_sheet
from workshop_kit.ui.tokens import BODY, ICON_SIZE, SCHEMES, Scheme, Tokens

FAMILY = "Workshop Inter"
ICONS = paths.ASSETS / "icons"
TEXT_SIZES = (100, 125, 150, 200)
"""Per cent that the facilitator can choose."""


class Look(QObject):
    """The look in use; `changed` is sent when the scheme or the text size is another.

    With `waits` the style sheet is put on by `put_on`, once the first window is made: Qt asks it anew for each widget that is
    given a place, and that is a third of the time of making the window.
    """

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.LIGHT, text_size: int = 100, *, waits: bool = False) -> None:
        super().__init__(application)
        self._application = application
        self.scheme, self.text_size = scheme, text_size
        self._family = _load_fonts()
        self._colour()
        if not waits:
            self.put_on()

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return SCHEMES[self.scheme]

    def set(self, scheme: Scheme, text_size: int) -> None:
        """Change the scheme and the text size in per cent."""
        if (scheme, text_size) != (self.scheme, self.text_size):
            self.scheme, self.text_size = scheme, text_size
            self._colour()
            self.put_on()
            self.changed.emit()

    def px(self, size: int) -> int:
        """Give a length in pixels at the chosen text size."""
        return round(size * self.text_size / 100)

    def font(self, size: int = BODY, *, bold: bool = False) -> QFont:
        """Give the interface's font in pixels at 100 per cent."""
        font = QFont(self._family)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font

    def colour(self, name: str) -> QColor:
        """Give a token's colour by its name."""
        return QColor(str(getattr(self.tokens, name)))

    def icon(self, name: str, colour: str = "ink", size: int = ICON_SIZE) -> QIcon:
        """Give an icon in a token's colour."""
        return QIcon(QPixmap.fromImage(_drawn(name, str(getattr(self.tokens, colour)), self.px(size))))

    def icon_size(self) -> QSize:
        """Give how large icons are."""
        return QSize(self.px(ICON_SIZE), self.px(ICON_SIZE))

    def put_on(self) -> None:
        """Put the style sheet on; to take it away before a new one is set takes a third of the time of changing one for another."""
        self._application.setStyleSheet("")
        self._application.setStyleSheet(style_sheet(self.tokens, self.px))

    def _colour(self) -> None:
        self._application.setFont(self.font())
        self._application.setPalette(_palette(self.tokens))


@cache
def _load_fonts() -> str:
    """Load the bundled fonts and give the interface's family; the system's own where the files cannot be read."""
    loaded = [QFontDatabase.addApplicationFont(str(path)) for path in sorted((paths.FONTS / "inter").glob("*.ttf"))]
    return (
        FAMILY if loaded and all(each >= 0 for each in loaded) else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    )


@cache
def _drawn(name: str, colour: str, size: int) -> QImage:
    """Draw an icon at twice its size, so that it is sharp on dense screens too."""
    svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    image = QImage(2 * size, 2 * size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, 2 * size, 2 * size))
    painter.end()
    image.setDevicePixelRatio(2)
    return image


def _palette(used: Tokens) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: used.background,
        QPalette.ColorRole.WindowText: used.ink,
        QPalette.ColorRole.Base: used.surface,
        QPalette.ColorRole.AlternateBase: used.sunken,
        QPalette.ColorRole.Text: used.ink,
        QPalette.ColorRole.PlaceholderText: used.muted,
        QPalette.ColorRole.Button: used.surface,
        QPalette.ColorRole.ButtonText: used.ink,
        QPalette.ColorRole.ToolTipBase: used.surface,
        QPalette.ColorRole.ToolTipText: used.ink,
        QPalette.ColorRole.Highlight: used.primary,
        QPalette.ColorRole.HighlightedText: used.on_primary,
        QPalette.ColorRole.Link: used.primary,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(used.line_strong))
    return palette
