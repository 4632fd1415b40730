"""The brand: the colours and fonts of decks and sheets, and which colours are read and seen on which."""

import tomllib
from collections.abc import Mapping

from workshop_kit import paths
from workshop_kit.domain.value import Value
from workshop_kit.scene.contrast import READ, contrast, mixed, veiled

READ_ON = (
    ("tx1", "bg1"),
    ("tx1", "bg2"),
    ("tx1", "accent3"),
    ("tx1", "accent4"),
    ("tx1", "accent6"),
    ("tx2", "bg1"),
    ("tx2", "bg2"),
    ("tx2", "accent4"),
    ("tx2", "accent6"),
    ("bg1", "tx2"),
    ("bg1", "accent1"),
    ("bg1", "accent2"),
    ("bg1", "accent5"),
    ("accent1", "bg1"),
    ("accent1", "bg2"),
    ("accent1", "accent6"),
    ("accent2", "bg1"),
    ("accent2", "bg2"),
    ("accent4", "tx2"),
    ("accent5", "bg1"),
    ("hlink", "bg1"),
    ("folHlink", "bg1"),
)
"""Every slot that text is set in, with each ground it is read on, in decks and on sheets."""
SEEN_ON = (("accent3", "bg1", 1.5), ("land", "tx2", 1.5), ("accent4", "land", 1.25))
"""Outlines, the cover's land and the client on it: what must be seen under the veil, and the contrast it takes."""
FOLLOWED = (("hlink", "accent1", "bg1", 0.0), ("land", "accent1", "bg1", 0.2), ("accent6", "tx2", "bg1", 0.88))
"""What follows another colour where the file does not say: the slot, what it follows, what is mixed in, and how much."""


class Brand(Value, frozen=True, kw_only=True):
    """Colours by slot as six hex digits, of which `slots` are the presentation theme's own, what they mean, and the fonts."""

    colours: Mapping[str, str]
    slots: frozenset[str]
    meanings: Mapping[str, str]
    slide_font: str
    font_files: Mapping[str, str]


class WeakPair(Value, frozen=True, kw_only=True):
    """A slot on a ground: the contrast that was found, and the least that it takes."""

    slot: str
    ground: str
    found: float
    least: float


def shipped_brand() -> Brand:
    """Read assets/brand.toml."""
    brand = tomllib.loads((paths.ASSETS / "brand.toml").read_text(encoding="utf-8"))
    return Brand(
        colours={**brand["colours"], **brand["extra"]},
        slots=frozenset(brand["colours"]),
        meanings=brand["meanings"],
        slide_font=brand["fonts"]["slides"],
        font_files={"regular": brand["fonts"]["regular"], "bold": brand["fonts"]["bold"]},
    )


def with_followers(shipped: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Give all colours, of which those that are not given but follow one that is are made from it."""
    colours = {**shipped, **given}
    for slot, followed, other, share in FOLLOWED:
        if slot not in given and followed in given:
            colours[slot] = mixed(colours[followed], colours[other], share)
    return colours


def weak_pairs(colours: Mapping[str, str]) -> tuple[WeakPair, ...]:
    """Give the slots that cannot be told from a ground they stand on."""
    read = (WeakPair(slot=text, ground=ground, found=contrast(colours[text], colours[ground]), least=READ) for text, ground in READ_ON)
    seen = (
        WeakPair(slot=drawn, ground=ground, found=contrast(veiled(colours[drawn]), veiled(colours[ground])), least=least)
        for drawn, ground, least in SEEN_ON
    )
    return tuple(pair for pair in (*read, *seen) if pair.found < pair.least)
