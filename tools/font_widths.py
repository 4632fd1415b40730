"""Writes the advance widths of the bundled fonts as JSON, so that text is measured without a font library.

Run once per font version: `python tools/font_widths.py`. Needs fontTools (a development dependency). Units are font units
(`units` to the em). `ascent`, `descent` and `gap` are those of the hhea table, as PDF programs and browsers set lines;
`descent` is written as a positive length.
"""

import json
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
NAMES = {"LiberationSans-Regular.ttf": "liberation-sans-regular.json", "LiberationSans-Bold.ttf": "liberation-sans-bold.json"}


def widths(path: Path) -> dict[str, Any]:
    """Give the metrics of a TrueType font: the values are numbers, and one mapping from code point to advance width."""
    with TTFont(path) as font:
        glyphs: dict[int, str] = font.getBestCmap()
        advances: dict[str, tuple[int, int]] = font["hmtx"].metrics
        head: Any = font["hhea"]
        return {
            "units": font["head"].unitsPerEm,
            "ascent": head.ascent,
            "descent": -head.descent,
            "gap": head.lineGap,
            "widths": {str(code): advances[glyphs[code]][0] for code in sorted(glyphs)},
        }


def main() -> None:
    """Write one JSON file beside each font."""
    for font, target in NAMES.items():
        text = json.dumps(widths(FONTS / font), separators=(",", ":"))
        (FONTS / target).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
