"""Makes the interface's fonts: static regular and semibold cuts of the variable Inter, with the letters the program needs.

Run once per font version: `python tools/interface_fonts.py VARIABLE_FONT`. Needs fontTools (a development dependency).
"""

import sys
from pathlib import Path
from typing import Any, cast

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "fonts" / "inter"
CUTS = {"Regular": 400, "SemiBold": 600}
LETTERS = (*range(0x20, 0x250), *range(0x2000, 0x2070), *range(0x20A0, 0x20C0), *range(0x2190, 0x2200), *range(0x2200, 0x2270))
"""Latin with the Sámi letters, punctuation, arrows and mathematical signs."""


def main(source: str) -> None:
    """Write each cut under a family name of its own, so that an installed Inter is not taken for it."""
    for name, weight in CUTS.items():
        font = cast("Any", instancer).instantiateVariableFont(TTFont(source), {"wght": weight})
        options = cast("Any", Options())
        options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "calt"]
        options.name_IDs = ["*"]
        options.notdef_outline = True
        subsetter = cast("Any", Subsetter(options))
        subsetter.populate(unicodes=LETTERS)
        subsetter.subset(font)
        for record in font["name"].names:
            if record.nameID in {1, 16}:
                record.string = "Workshop Inter"
            elif record.nameID in {2, 17}:
                record.string = "Regular" if weight == CUTS["Regular"] else "Bold"
            elif record.nameID == 4:
                record.string = f"Workshop Inter {name}"
            elif record.nameID == 6:
                record.string = f"WorkshopInter-{name}"
        font["OS/2"].usWeightClass = 400 if weight == CUTS["Regular"] else 700
        font["head"].macStyle = 0 if weight == CUTS["Regular"] else 1
        font["OS/2"].fsSelection = 0x40 if weight == CUTS["Regular"] else 0x20
        FOLDER.mkdir(parents=True, exist_ok=True)
        font.save(FOLDER / f"Inter-{name}.ttf")


if __name__ == "__main__":
    main(sys.argv[1])
