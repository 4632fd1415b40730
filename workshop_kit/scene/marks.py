"""Marks that content writes as letters and pages draw as shapes: not every font has ✓ and ✕."""

import msgspec

from workshop_kit.domain.text import Prose, TextBlock
from workshop_kit.scene.page import Box, Geometry

MARKS = {"✓": Geometry.CHECK, "✕": Geometry.CROSS}

CHECK = ((0, 0.55), (0.13, 0.42), (0.36, 0.65), (0.87, 0.14), (1, 0.27), (0.36, 0.91))
CROSS = (
    (0.13, 0), (0.5, 0.37), (0.87, 0), (1, 0.13), (0.63, 0.5), (1, 0.87),
    (0.87, 1), (0.5, 0.63), (0.13, 1), (0, 0.87), (0.37, 0.5), (0, 0.13),
)  # fmt: skip
OUTLINES = {Geometry.CHECK: CHECK, Geometry.CROSS: CROSS}
"""Corners in shares of a square's side, from its upper left corner."""


def without_mark(blocks: Prose) -> tuple[Geometry | None, Prose]:
    """Part the mark that a text begins with from its words; None where it begins with no mark."""
    if not blocks or not blocks[0].runs:
        return None, blocks
    first, *rest = blocks[0].runs
    mark = MARKS.get(first.text[:1])
    if mark is None:
        return None, blocks
    words = msgspec.structs.replace(first, text=first.text[1:].lstrip())
    return mark, (TextBlock(kind=blocks[0].kind, cells=((words, *rest),)), *blocks[1:])


def square_in(box: Box) -> Box:
    """Give the largest square in the middle of a box: a mark keeps its proportions in a box of any other."""
    side = min(box.w, box.h)
    return Box(x=box.x + (box.w - side) // 2, y=box.y + (box.h - side) // 2, w=side, h=side)
