"""Reads and writes a brand of the user's own: a file in the form of assets/brand.toml, whole or in part, or a PowerPoint template.

What is wrong in it is listed, and never reaches a deck.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from workshop_kit.domain.plan import Meaning
from workshop_kit.domain.problem import Problem
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import TomlPath, TomlText, parse_toml
from workshop_kit.scene.brand import FOLLOWED, Brand, shipped_brand, weak_pairs, with_followers
from workshop_kit.scene.template_theme import SUFFIXES as TEMPLATES
from workshop_kit.scene.template_theme import template_text

SAME_WIDTHS = frozenset({"Arial", "Arimo", "Helvetica", "Liberation Sans"})
"""Fonts as wide as the one that texts are measured in."""
TABLES = ("colours", "extra", "meanings", "fonts")
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_FONT = re.compile(r"[^\x00-\x1f\"'<>&,;]{1,31}")
"""A font's name as office programs read it: they pass by what comes after 31 letters."""


def read_brand(path: Path) -> tuple[Brand, tuple[Problem, ...]]:
    """Give the shipped brand with what a file changes in it, and what is wrong in the file.

    A value that cannot be used is left out. Where colours cannot be told from each other, the file's colours are all left
    out: half a brand is worse than none.
    """
    shipped = shipped_brand()
    shelf = Shelf(root=path.parent, shipped=False)
    try:
        is_template = path.suffix.lower() in TEMPLATES and path.exists()
        toml = parse_toml(template_text(path) if is_template else shelf.read(path), shelf.name(path))
    except ContentFault as fault:
        missing = fault.problem.key == "content.file_missing"
        return shipped, (replace(fault.problem, key="content.brand_missing") if missing else fault.problem,)
    return _BrandReader(toml, shipped).read()


def brand_text(colours: Mapping[str, str], note: str) -> str:
    """Give a brand file's text with some of the theme's own colours, under a line that says what it is."""
    lines = [f"# {note}", "", "[colours]", *(f'{slot} = "{colour}"' for slot, colour in colours.items())]
    return "\n".join(lines) + "\n"


class _BrandReader:
    """Reads one file's tables on top of the shipped brand, and lists what cannot be used."""

    def __init__(self, toml: TomlText, shipped: Brand) -> None:
        self._toml, self._shipped = toml, shipped
        self._problems: list[Problem] = []

    def read(self) -> tuple[Brand, tuple[Problem, ...]]:
        """Give the brand, and what was wrong."""
        for name in self._toml.data:
            if name not in TABLES:
                self._note((name,), "content.unknown_key", key=name)
        given, places = self._colours()
        for slot, followed, *_ in FOLLOWED:
            if followed in places:
                places.setdefault(slot, places[followed])
        colours = with_followers(self._shipped.colours, given)
        brand = replace(self._shipped, meanings=self._meanings(), slide_font=self._font())
        weak = weak_pairs(colours)
        if not weak:
            return replace(brand, colours=colours), tuple(self._problems)
        for pair in weak:
            self._note(
                places.get(pair.slot, places.get(pair.ground, ("colours",))),
                "content.brand_too_weak",
                slot=pair.slot,
                ground=pair.ground,
                found=_comma(pair.found),
                least=_comma(pair.least),
            )
        return brand, tuple(self._problems)

    def _colours(self) -> tuple[dict[str, str], dict[str, TomlPath]]:
        """Give the colours that can be used by slot, and where each stands."""
        given: dict[str, str] = {}
        places: dict[str, TomlPath] = {}
        extra = self._shipped.colours.keys() - self._shipped.slots
        for table, slots in (("colours", self._shipped.slots), ("extra", extra)):
            for slot, colour in self._table(table).items():
                found = _HEX.fullmatch(colour) if isinstance(colour, str) else None
                if slot not in slots:
                    self._note((table, slot), "content.unknown_key", key=slot)
                elif found is None:
                    self._note((table, slot), "content.brand_not_a_colour", slot=slot, given=str(colour))
                else:
                    given[slot], places[slot] = found[1].upper(), (table, slot)
        return given, places

    def _meanings(self) -> dict[str, str]:
        meanings = dict(self._shipped.meanings)
        for meaning, slot in self._table("meanings").items():
            if meaning not in set(Meaning):
                self._note(("meanings", meaning), "content.unknown_key", key=meaning)
            elif not isinstance(slot, str) or slot not in self._shipped.colours:
                self._note(("meanings", meaning), "content.unknown_value", key=meaning, value=str(slot))
            else:
                meanings[meaning] = slot
        return meanings

    def _font(self) -> str:
        """Give the slides' font; the paper's two are files that are measured beforehand and stay as they are."""
        fonts = self._table("fonts")
        for key, given in fonts.items():
            if key != "slides" and given != self._shipped.font_files.get(key):
                self._note(
                    ("fonts", key), "content.brand_paper_font" if key in self._shipped.font_files else "content.unknown_key", key=key
                )
        name = fonts.get("slides", self._shipped.slide_font)
        if not isinstance(name, str) or not _FONT.fullmatch(name.strip()):
            self._note(("fonts", "slides"), "content.brand_not_a_font", given=str(name))
            return self._shipped.slide_font
        if name.strip() not in SAME_WIDTHS:
            self._note(("fonts", "slides"), "content.brand_other_widths", font=name.strip())
        return name.strip()

    def _table(self, name: str) -> Mapping[str, object]:
        found = self._toml.data.get(name, {})
        if isinstance(found, dict):
            return cast("dict[str, object]", found)
        self._note((name,), "content.wants_table", key=name)
        return {}

    def _note(self, path: TomlPath, message_key: str, /, **values: str) -> None:
        self._problems.append(self._toml.problem(path, message_key, **values))


def _comma(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
