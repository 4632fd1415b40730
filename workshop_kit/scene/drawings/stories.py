"""Diagrams that carry one idea: steps, a ladder, a tree, a funnel, two aims that collide, the day's synthesis."""

from workshop_kit.domain.text import Prose, TextBlock, paragraph, plain
from workshop_kit.scene.builder import BODY, PANEL_INSET, PANEL_STROKE, SlideBuilder
from workshop_kit.scene.drawings.heads import head_and_text
from workshop_kit.scene.page import Align, Anchor, Box, Geometry, Role, Shape, Stroke, TextStyle
from workshop_kit.scene.theme import column_x, columns_width

GAP = 150_000
MOST_ALT = 200
"""Characters of a description."""
EDGE = 70_000
NUMBER_PANEL = 3_400_000
"""Height in EMU of a panel with a large number: the number, and up to three lines under it."""
QUESTION = TextStyle(size=24, bold=True, colour="accent2", anchor=Anchor.MIDDLE)


def panel(builder: SlideBuilder, box: Box, head: str, text: Prose, *, size: float = 24, edge: str = "accent1") -> None:
    """Draw an outlined panel with a solid edge, a bold head and its text."""
    blocks = (*((paragraph(head, bold=True),) if head else ()), *text)
    style = TextStyle(size=size, anchor=Anchor.MIDDLE, space_after=2)
    inset = (PANEL_INSET + EDGE, 60_000, 150_000, 60_000)
    builder.words(head or "1", blocks, box, style, fill="bg2", stroke=PANEL_STROKE, inset=inset)
    builder.items.append(Shape(name="", box=Box(x=box.x, y=box.y, w=EDGE, h=box.h), role=Role.DECORATION, fill=edge))


def question(builder: SlideBuilder, box: Box) -> None:
    """Put the slide's question to the room, where it has one."""
    blocks = builder.section("question")
    if blocks:
        builder.words("?", blocks, box, QUESTION)


def three_numbers(builder: SlideBuilder) -> None:
    """Set three large numbers side by side, what each counts under it."""
    items = [head_and_text(block) for block in builder.section("body")]
    width = (BODY.w - GAP * (len(items) - 1)) // max(1, len(items))
    for index, (head, text) in enumerate(items):
        x = BODY.x + index * (width + GAP)
        builder.decorate("", Box(x=x, y=BODY.y, w=width, h=NUMBER_PANEL), fill="bg2", stroke=PANEL_STROKE)
        number = TextStyle(size=96, bold=True, colour="accent1", anchor=Anchor.BOTTOM)
        builder.words(
            head, head, Box(x=x + PANEL_INSET, y=BODY.y + 150_000, w=width - PANEL_INSET - 60_000, h=1_600_000), number, role=Role.NUMBER
        )
        box = Box(x=x + PANEL_INSET, y=BODY.y + 1_900_000, w=width - 2 * PANEL_INSET, h=NUMBER_PANEL - 2_000_000)
        builder.words(head, text, box, TextStyle(size=24))


def report_card(builder: SlideBuilder) -> None:
    """Set the facts of a report under each other, with the question to the room at the right."""
    facts = [head_and_text(block) for block in builder.section("facts")]
    width = columns_width(8)
    height = (BODY.h - 90_000 * (len(facts) - 1)) // max(1, len(facts))
    for index, (head, text) in enumerate(facts):
        y = BODY.y + index * (height + 90_000)
        label = TextStyle(size=20, bold=True, colour="bg1", anchor=Anchor.MIDDLE)
        builder.words(head, head, Box(x=BODY.x, y=y, w=1_900_000, h=height), label, fill="tx2", inset=(150_000, 0, 80_000, 0))
        box = Box(x=BODY.x + 1_900_000, y=y, w=width - 1_900_000, h=height)
        builder.words(
            head, text, box, TextStyle(size=20, anchor=Anchor.MIDDLE), fill="bg2", stroke=PANEL_STROKE, inset=(180_000, 0, 100_000, 0)
        )
    x = column_x(9) + 60_000
    question(builder, Box(x=x, y=BODY.y, w=columns_width(4) - 60_000, h=BODY.h))


def tension(builder: SlideBuilder) -> None:
    """Set two good aims against each other, with what lies between them, and the question under."""
    width, height = 4_300_000, 2_300_000
    for side, x, edge in (("left", BODY.x, "accent1"), ("right", BODY.right - width, "accent5")):
        panel(builder, Box(x=x, y=BODY.y, w=width, h=height), "", builder.section(side), size=28, edge=edge)
    gap = Box(x=BODY.x + width, y=BODY.y, w=BODY.w - 2 * width, h=height)
    y = gap.y + height // 2
    builder.decorate("", Box(x=gap.x, y=y, w=gap.w, h=0), stroke=Stroke(colour="accent2", width=4.5), geometry=Geometry.LINE)
    style = TextStyle(size=24, bold=True, colour="accent2", align=Align.CENTRE, anchor=Anchor.BOTTOM)
    builder.words("?", builder.section("middle"), Box(x=gap.x + 100_000, y=gap.y, w=gap.w - 200_000, h=y - gap.y - 90_000), style)
    question(builder, Box(x=BODY.x, y=BODY.y + height + 300_000, w=BODY.w, h=1_200_000))


def ladder(builder: SlideBuilder) -> None:
    """Draw steps that rise from left to right, the lowest first; each name on its step, what it means beneath."""
    steps = [head_and_text(block) for block in builder.section("body")]
    width = (BODY.w - GAP * (len(steps) - 1)) // max(1, len(steps))
    rise = 480_000
    for index, (head, text) in enumerate(steps):
        x = BODY.x + index * (width + GAP)
        top = BODY.y + (len(steps) - 1 - index) * rise
        style = TextStyle(size=24, bold=True, colour="bg1", anchor=Anchor.MIDDLE)
        builder.words(
            head,
            head,
            Box(x=x, y=top, w=width, h=760_000),
            style,
            fill="tx2" if index == len(steps) - 1 else "accent1",
            inset=(150_000, 0, 60_000, 0),
        )
        box = Box(x=x, y=top + 760_000, w=width, h=BODY.bottom - top - 760_000)
        builder.words(head, text, box, TextStyle(size=24), fill="bg2", stroke=PANEL_STROKE, inset=(150_000, 130_000, 80_000, 60_000))


def waffle(builder: SlideBuilder) -> None:
    """Draw a count as squares, those that are counted filled, with a label and a question at the right."""
    counted, of = (int(word) for word in plain(builder.section("count")).split() if word.isdigit())
    across = 7
    down = -(-of // across)
    gap = 70_000
    size = min((columns_width(6) - PANEL_INSET - gap * (across - 1)) // across, (BODY.h - gap * (down - 1)) // down)
    for index in range(of):
        row, column = divmod(index, across)
        box = Box(x=BODY.x + column * (size + gap), y=BODY.y + row * (size + gap), w=size, h=size)
        is_counted = index < counted
        shape = Shape(
            name="",
            box=box,
            role=Role.DECORATION if index else Role.BODY,
            fill="accent1" if is_counted else "accent6",
            stroke=PANEL_STROKE,
            alt="" if index else f"{counted} {builder.plan.words['of']} {of} {plain(builder.section('label'))}"[:MOST_ALT],
        )
        builder.items.append(shape)
    x, width = column_x(7), columns_width(6)
    number = TextStyle(size=96, bold=True, colour="accent1")
    builder.words(
        "1", f"{counted} {builder.plan.words['of']} {of}", Box(x=x, y=BODY.y - 150_000, w=width, h=1_450_000), number, role=Role.NUMBER
    )
    builder.words("2", builder.section("label"), Box(x=x, y=BODY.y + 1_350_000, w=width, h=1_300_000), TextStyle(size=24))
    question(builder, Box(x=x, y=BODY.y + 2_750_000, w=width, h=1_400_000))


def funnel(builder: SlideBuilder) -> None:
    """Draw bars that get narrower, each with its number and what it counts."""
    items = [head_and_text(block) for block in builder.section("body")]
    height = (BODY.h - GAP * (len(items) - 1)) // max(1, len(items))
    for index, (head, text) in enumerate(items):
        width = columns_width(12 - 2 * index)
        box = Box(x=BODY.x, y=BODY.y + index * (height + GAP), w=width, h=height)
        number = TextStyle(size=48, bold=True, colour="bg1", anchor=Anchor.MIDDLE)
        builder.words(head, head, Box(x=box.x, y=box.y, w=2_300_000, h=height), number, fill="tx2", inset=(PANEL_INSET, 0, 60_000, 0))
        rest = Box(x=box.x + 2_300_000, y=box.y, w=width - 2_300_000, h=height)
        builder.words(
            head, text, rest, TextStyle(size=24, anchor=Anchor.MIDDLE), fill="bg2", stroke=PANEL_STROKE, inset=(PANEL_INSET, 0, 100_000, 0)
        )


def tree(builder: SlideBuilder) -> None:
    """Draw a root with its branches to the right, each with what it holds."""
    branches = [head_and_text(block) for block in builder.section("body")]
    height = (BODY.h - GAP * (len(branches) - 1)) // max(1, len(branches))
    root = Box(x=BODY.x, y=BODY.y + BODY.h // 2 - 650_000, w=columns_width(3), h=1_300_000)
    left = column_x(5)
    stroke = Stroke(colour="accent3", width=2.25)
    trunk = (root.right + left) // 2
    middles = [BODY.y + index * (height + GAP) + height // 2 for index in range(len(branches))]
    builder.decorate("", Box(x=root.right, y=root.y + root.h // 2, w=trunk - root.right, h=0), stroke=stroke, geometry=Geometry.LINE)
    builder.decorate("", Box(x=trunk, y=middles[0], w=0, h=middles[-1] - middles[0]), stroke=stroke, geometry=Geometry.LINE)
    for middle in middles:
        builder.decorate("", Box(x=trunk, y=middle, w=left - trunk, h=0), stroke=stroke, geometry=Geometry.LINE)
    style = TextStyle(size=28, bold=True, colour="bg1", align=Align.CENTRE, anchor=Anchor.MIDDLE)
    builder.words("1", builder.section("root"), root, style, fill="tx2", inset=80_000)
    for index, (head, text) in enumerate(branches):
        box = Box(x=left, y=BODY.y + index * (height + GAP), w=BODY.right - left, h=height)
        panel(builder, box, head, text)


def steps(builder: SlideBuilder) -> None:
    """Draw four to six steps as a chain of arrows in two rows at most."""
    blocks = builder.section("body")
    across = len(blocks) if len(blocks) <= 3 else -(-len(blocks) // 2)
    down = -(-len(blocks) // across)
    height = (BODY.h - 260_000 * (down - 1)) // down
    width = (BODY.w + 150_000 * (across - 1)) // across
    for index, block in enumerate(blocks):
        row, column = divmod(index, across)
        box = Box(x=BODY.x + column * (width - 150_000), y=BODY.y + row * (height + 260_000), w=width, h=height)
        geometry = Geometry.PENTAGON if column == 0 else Geometry.CHEVRON
        text: Prose = (paragraph(f"{index + 1}", bold=True), TextBlock(cells=block.cells))
        builder.decorate("", box, fill="accent1" if row == 0 else "tx2", geometry=geometry)
        # The words have a box of their own: each office program gives a chevron another room for text.
        left = 250_000 if column == 0 else 560_000
        inner = Box(x=box.x + left, y=box.y, w=box.w - left - 430_000, h=box.h)
        style = TextStyle(size=24, colour="bg1", anchor=Anchor.MIDDLE, space_after=2)
        builder.words(f"{index + 1}", text, inner, style, inset=(0, 60_000, 0, 60_000))


def synthesis(builder: SlideBuilder) -> None:
    """Draw the day's key picture: the goal on top, the way to it, and what helps, each on the one beneath."""
    named = [head_and_text(block) for block in builder.section("body")]
    fills = ("tx2", "accent1", "accent3")
    colours = ("bg1", "bg1", "tx1")
    room = BODY.h - 900_000
    height = (room - 2 * 90_000) // 3
    for index, ((head, text), fill, colour) in enumerate(zip(named, fills, colours, strict=True)):
        inset = (2 - index) * 750_000
        box = Box(x=BODY.x + inset, y=BODY.y + index * (height + 90_000), w=BODY.w - 2 * inset, h=height)
        style = TextStyle(size=24, colour=colour, align=Align.CENTRE, anchor=Anchor.MIDDLE, space_after=2)
        builder.words(head, (paragraph(head, bold=True), *text), box, style, fill=fill, inset=(200_000, 40_000, 200_000, 40_000))
    question(builder, Box(x=BODY.x, y=BODY.y + room + 150_000, w=BODY.w, h=750_000))


def two_by_two(builder: SlideBuilder) -> None:
    """Draw four corners under two named axes: upper left, upper right, lower left, lower right."""
    corners = [head_and_text(block) for block in builder.section("body")]
    left, bottom = BODY.x + 2_300_000, BODY.bottom - 520_000
    width, height = (BODY.right - left - GAP) // 2, (bottom - BODY.y - GAP) // 2
    for index, (head, text) in enumerate(corners):
        row, column = divmod(index, 2)
        box = Box(x=left + column * (width + GAP), y=BODY.y + row * (height + GAP), w=width, h=height)
        blocks = (paragraph(head, bold=True), *text)
        fill = "accent6" if index == 0 else "bg2"
        builder.words(head, blocks, box, TextStyle(size=24, anchor=Anchor.MIDDLE), fill=fill, stroke=PANEL_STROKE, inset=PANEL_INSET)
    arrow = Stroke(colour="tx2", width=2.25, arrow=True)
    builder.decorate("", Box(x=left, y=bottom + 90_000, w=BODY.right - left, h=0), stroke=arrow, geometry=Geometry.LINE)
    axis = TextStyle(size=20, bold=True, colour="tx2")
    builder.words("1", builder.section("across"), Box(x=left, y=bottom + 150_000, w=BODY.right - left, h=370_000), axis)
    up = Box(x=BODY.x, y=BODY.y, w=2_150_000, h=bottom - BODY.y)
    builder.words("2", builder.section("up"), up, TextStyle(size=20, bold=True, colour="tx2", align=Align.RIGHT, anchor=Anchor.MIDDLE))


def day_steps(builder: SlideBuilder) -> None:
    """Draw days on a line with what shall be visible at each, and the date where it is known."""
    stops = [head_and_text(block) for block in builder.section("body")]
    dates = builder.section("dates")
    width = (BODY.w - GAP * (len(stops) - 1)) // max(1, len(stops))
    y = BODY.y + 950_000
    top = y + (640_000 if dates else 330_000)
    builder.decorate("", Box(x=BODY.x, y=y, w=BODY.w, h=0), stroke=Stroke(colour="accent3", width=3, arrow=True), geometry=Geometry.LINE)
    for index, (head, text) in enumerate(stops):
        x = BODY.x + index * (width + GAP)
        number = TextStyle(size=44, bold=True, colour="accent1", anchor=Anchor.BOTTOM)
        builder.words(head, head, Box(x=x, y=BODY.y - 60_000, w=width, h=860_000), number, role=Role.NUMBER)
        builder.decorate("", Box(x=x, y=y - 110_000, w=220_000, h=220_000), fill="accent1", geometry=Geometry.ELLIPSE)
        if index < len(dates):
            builder.words(head, (dates[index],), Box(x=x, y=y + 170_000, w=width, h=420_000), TextStyle(size=20, colour="tx1"))
        box = Box(x=x, y=top, w=width, h=min(2_200_000, BODY.bottom - top))
        panel(builder, box, "", text)
