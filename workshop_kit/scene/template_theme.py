"""Reads the colours and the font of a PowerPoint template, as the table of a brand file.

A template, a presentation and an Office theme all hold the same theme (ECMA-376 part 1, 20.1.6). Its layouts are not taken over.
"""

import re
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from workshop_kit.domain.problem import Where
from workshop_kit.library.faults import ContentFault

SUFFIXES = frozenset({".potx", ".pptx", ".thmx"})
"""What a template's file name may end in."""
MOST_BYTES = 4 * 1024**2
"""A theme is a few kilobytes; anything larger is something else."""
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""The theme's names of slots that a presentation calls otherwise."""
_THEME = re.compile(r"(?:^|/)theme/theme1?\.xml\Z")
_UNREADABLE = (OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error, ElementTree.ParseError)


def template_text(path: Path) -> str:
    """Give a template's theme as the text of a brand file; raises ContentFault for a file that has none, or cannot be read."""
    try:
        root = ElementTree.fromstring(_theme(path))
        colours = _colours(root)
    except _UNREADABLE as error:
        raise ContentFault(Where(file=str(path)), "content.template_broken") from error
    lines = ["[colours]", *(f'{slot} = "{colour}"' for slot, colour in colours.items())]
    font = root.find(f"{_A}themeElements/{_A}fontScheme/{_A}minorFont/{_A}latin")
    name = "" if font is None else font.get("typeface", "")
    if name and '"' not in name and "\\" not in name:
        lines += ["[fonts]", f'slides = "{name}"']
    return "\n".join(lines) + "\n"


def _theme(path: Path) -> bytes:
    """Give the first theme's part; ValueError where there is none, it is too large, or declares entities."""
    with zipfile.ZipFile(path) as archive:
        part = next((each for each in sorted(archive.infolist(), key=lambda each: each.filename) if _THEME.search(each.filename)), None)
        if part is None or part.file_size > MOST_BYTES:
            raise ValueError("no theme")
        data = archive.read(part)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("entities")
    return data


def _colours(root: ElementTree.Element) -> dict[str, str]:
    """Give the colours by slot; a system colour counts as it was last seen."""
    found: dict[str, str] = {}
    for slot in root.iterfind(f"{_A}themeElements/{_A}clrScheme/*"):
        plain, system = slot.find(f"{_A}srgbClr"), slot.find(f"{_A}sysClr")
        value = plain.get("val", "") if plain is not None else "" if system is None else system.get("lastClr", "")
        if re.fullmatch(r"[0-9A-Fa-f]{6}", value):
            name = slot.tag.removeprefix(_A)
            found[_SLOTS.get(name, name)] = value.upper()
    if not found:
        raise ValueError("no colours")
    return found
