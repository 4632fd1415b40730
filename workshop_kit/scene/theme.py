"""The theme: colours, fonts' advance widths and layouts, read once and handed to whoever places or writes."""

import tomllib
from collections.abc import Mapping

import msgspec

from workshop_kit import paths
from workshop_kit.domain.plan import Meaning
from workshop_kit.domain.value import Value
from workshop_kit.scene.brand import Brand, shipped_brand
from workshop_kit.scene.layout import Layout
from workshop_kit.scene.measure import Fonts, read_fonts

SLIDE_WIDTH = 12_192_000
SLIDE_HEIGHT = 6_858_000
MARGIN = 540_000
COLUMN = 761_000
GUTTER = 180_000


def column_x(number: int) -> int:
    """Give the left edge of a slide's column 1–12, in EMU."""
    return MARGIN + (number - 1) * (COLUMN + GUTTER)


def columns_width(count: int) -> int:
    """Give the width of some neighbouring columns, in EMU."""
    return count * (COLUMN + GUTTER) - GUTTER


class Theme(Value, frozen=True, kw_only=True, eq=False):
    """Colours by slot name as six hex digits, what a figure's colours mean, fonts, and the layouts by id."""

    colours: Mapping[str, str]
    slots: frozenset[str]
    meanings: Mapping[str, str]
    slide_font: str
    font_files: Mapping[str, str]
    fonts: Fonts
    layouts: Mapping[str, Layout]

    def colour(self, slot: str) -> str:
        """Give six hex digits for a slot's name, or for "#" and six hex digits."""
        return slot[1:] if slot.startswith("#") else self.colours[slot]

    def is_slot(self, slot: str) -> bool:
        """Tell whether a colour is one of the presentation theme's own twelve slots."""
        return slot in self.slots

    def meaning(self, meaning: Meaning) -> str:
        """Give the slot of what a colour means."""
        return self.meanings[meaning.value]


def load_theme(brand: Brand | None = None) -> Theme:
    """Read the font widths and slides/layouts/*.toml, with a brand, the shipped one where none is given."""
    used = shipped_brand() if brand is None else brand
    layouts = [
        msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Layout)
        for file in sorted((paths.SLIDES / "layouts").glob("*.toml"))
    ]
    return Theme(
        colours=used.colours,
        slots=used.slots,
        meanings=used.meanings,
        slide_font=used.slide_font,
        font_files=used.font_files,
        fonts=read_fonts(paths.FONTS),
        layouts={layout.id: layout for layout in sorted(layouts, key=lambda layout: layout.order)},
    )
