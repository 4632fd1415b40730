"""Drawings that belong to a layout: section list, exercise time bar, two columns."""

from workshop_kit.domain.plan import PartsFigure, StepsFigure
from workshop_kit.domain.text import Prose, Run, TextBlock
from workshop_kit.scene.builder import PANEL_STROKE, SlideBuilder
from workshop_kit.scene.marks import without_mark
from workshop_kit.scene.page import Align, Anchor, Box, Geometry, Shape, TextStyle

BAR = Box(x=4_304_000, y=5_480_000, w=7_348_000, h=500_000)
BAR_GAP = 36_000
SLOT_PAD = 250_000
MARK_SIDE = 270_000
COLUMN_FILLS = {Geometry.CROSS: ("accent2", "bg2"), Geometry.CHECK: ("accent1", "accent6")}
"""Fill of a column's head and of its panel, by the mark its head begins with."""
UNMARKED = ("tx2", "bg2")
"""Fills of a left column whose head has no mark."""


def parts(builder: SlideBuilder) -> None:
    """List the parts of the day beside a section's title, the one that begins here in bold."""
    figure = builder.figure(PartsFigure)
    if figure is None:
        return
    blocks: Prose = tuple(
        TextBlock(cells=((Run(text=f"{number}\u2002{part}".strip(), bold=index == figure.current),),))
        for index, (number, part) in enumerate(zip(figure.numbers, figure.parts, strict=True))
    )
    builder.place("parts", blocks)


def exercise(builder: SlideBuilder) -> None:
    """Draw an exercise's steps as a bar of segments in proportion to their minutes."""
    figure = builder.figure(StepsFigure)
    if figure is None:
        return
    minutes = [count for count in figure.minutes if count]
    room = BAR.w - BAR_GAP * (len(minutes) - 1)
    x = BAR.x
    style = TextStyle(size=20, bold=True, colour="bg1", align=Align.CENTRE, anchor=Anchor.MIDDLE)
    for index, count in enumerate(minutes):
        width = room * count // sum(minutes)
        fill = "tx2" if index % 2 == 0 else "accent1"
        text = builder.setter.text((TextBlock(cells=((Run(text=str(count)),),)),), style, Box(x=x, y=BAR.y, w=width, h=BAR.h), name="bar")
        builder.items.append(
            Shape(name=f"{builder.plan.words['step']} {index + 1}", box=Box(x=x, y=BAR.y, w=width, h=BAR.h), fill=fill, text=text)
        )
        x += width + BAR_GAP


def two_columns(builder: SlideBuilder) -> None:
    """Draw a solid head and an outlined panel under each column, as high as the longer text needs.

    A head with a cross is in rust, one with a check mark in teal; without marks neither side is the wrong one.
    """
    needed = [
        builder.setter.height(builder.section(side), builder.layout.get(side).style, builder.layout.get(side).w)
        for side in ("left", "right")
    ]
    for side, unmarked in (("left", UNMARKED), ("right", COLUMN_FILLS[Geometry.CHECK])):
        head, body = builder.layout.get(f"{side}_head"), builder.layout.get(side)
        mark, _ = without_mark(builder.section(f"{side}_head"))
        head_fill, panel_fill = unmarked if mark is None else COLUMN_FILLS[mark]
        x, w = head.x - SLOT_PAD + 20_000, head.w + 2 * SLOT_PAD - 40_000
        bottom = min(6_080_000, body.y + max(needed) + SLOT_PAD)
        panel = Box(x=x, y=head.y + head.h, w=w, h=bottom - head.y - head.h)
        builder.decorate("", panel, fill=panel_fill, stroke=PANEL_STROKE)
        builder.decorate("", Box(x=x, y=head.y, w=w, h=head.h), fill=head_fill)
        if mark is not None:
            drawn = Box(x=head.x, y=head.y + (head.h - MARK_SIDE) // 2, w=MARK_SIDE, h=MARK_SIDE)
            builder.decorate("", drawn, fill="bg1", geometry=mark)
