"""The working areas of exercise sheets, one small function a canvas, looked up by the exercise's `canvas`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from workshop_kit.domain.plan import GoalTile, PlannedSheet
from workshop_kit.domain.text import Prose, TextBlock, paragraph
from workshop_kit.scene.page import Align, Anchor, Cell, Geometry, Role, Shape, Stroke, Table, TextStyle
from workshop_kit.scene.paper import FOOT, FRAME, LINE_SPACING, TOP, PaperBuilder, box_mm, mm

GAP = 3.5
SIDE = 43
"""Width in mm of the column that names a step, beside its fields."""
BADGE = 12
LABEL = TextStyle(size=10, bold=True, colour="accent1")
HINT = TextStyle(size=9)
STEP = TextStyle(size=10)
BADGE_STYLE = TextStyle(size=20, bold=True, colour="bg1", align=Align.CENTRE, anchor=Anchor.MIDDLE)

Canvas = Callable[[PaperBuilder, PlannedSheet, float], None]


def _lines(sheet: PlannedSheet, field: str) -> int:
    return next(entry.lines for entry in sheet.exercise.fields if entry.id == field)


def _labelled(
    builder: PaperBuilder, sheet: PlannedSheet, field: str, area: tuple[float, float, float, float], *, hint: bool = True
) -> float:
    """Write a field's label and hint into the top of an area; gives the y under them."""
    x, y, width, _ = area
    label = sheet.text.field[field]
    builder.words(field, label.label, (x, y, width, 5), LABEL, role=Role.LABEL, most_lines=1)
    if hint and label.hint:
        builder.words(f"{field} hint", label.hint, (x, y + 4.6, width, 4.6), HINT, role=Role.LABEL, most_lines=1)
        return y + 8.5
    return y + 4


def _step(builder: PaperBuilder, sheet: PlannedSheet, index: int, badge: str, y: float, height: float) -> None:
    """Name a step at the left: its badge, minutes and what to do."""
    step = sheet.exercise.steps[index]
    words = builder.plan.words
    unit = words["minute"] if step.minutes == 1 else words["minutes"]
    wide = BADGE if len(badge) == 1 else 17
    area = (builder.left + 3, y + 3, wide, BADGE)
    builder.words(
        f"badge {badge}",
        badge,
        area,
        BADGE_STYLE if len(badge) == 1 else _smaller(BADGE_STYLE),
        fill="tx2",
        geometry=Geometry.ROUND,
        role=Role.HEADING,
    )
    builder.words(
        "minutes",
        f"{step.minutes}\u00a0{unit}",
        (builder.left + 4.5 + wide, y + 3, SIDE - wide - 6, BADGE),
        _middle(LABEL),
        role=Role.LABEL,
    )
    builder.words(f"step {step.id}", sheet.text.step[step.id].text, (builder.left + 3, y + BADGE + 4.5, SIDE - 5, height - BADGE - 6), HINT)


def _smaller(style: TextStyle) -> TextStyle:
    return TextStyle(size=14, bold=True, colour=style.colour, align=style.align, anchor=style.anchor)


def _middle(style: TextStyle) -> TextStyle:
    return TextStyle(size=style.size, bold=style.bold, colour=style.colour, anchor=Anchor.MIDDLE)


def four_frames(builder: PaperBuilder, sheet: PlannedSheet, y: float) -> None:
    """1-2-4-alle: the question, a field for each of the four, for each pair, for the four, and the sentence."""
    x, width = builder.left, builder.inner_width
    builder.frame((x, y, width, 21), fill="bg2", stroke=FRAME)
    builder.words("question label", sheet.text.field["question"].label, (x + 4, y + 2.5, width - 8, 5), LABEL, role=Role.LABEL)
    question = TextStyle(size=15, bold=True, colour="tx2", anchor=Anchor.MIDDLE)
    builder.words("question", sheet.text.question, (x + 4, y + 7, width - 8, 13), question, role=Role.HEADING, most_lines=2)
    y += 21 + GAP
    inner, field_x = width - SIDE, x + SIDE
    height = 55.0
    builder.frame((x, y, width, height))
    _step(builder, sheet, 0, "1", y, height)
    _grid(builder, sheet, "alone", (field_x, y, inner, height), 2, 2)
    y += height + GAP
    height = 40.0
    builder.frame((x, y, width, height))
    _step(builder, sheet, 1, "2", y, height)
    _grid(builder, sheet, "pair", (field_x, y, inner, height), 2, 1)
    y += height + GAP
    height = 40.0
    builder.frame((x, y, width, height))
    _step(builder, sheet, 2, "4", y, height)
    under = _labelled(builder, sheet, "four", (field_x, y + 2.5, inner - 4, 5))
    builder.lines(field_x, under - 1.5, inner - 4, _lines(sheet, "four"))
    _closing_row(builder, sheet, y + height + GAP)


def _grid(builder: PaperBuilder, sheet: PlannedSheet, field: str, area: tuple[float, float, float, float], across: int, down: int) -> None:
    x, y, width, height = area
    top = _labelled(builder, sheet, field, (x, y + 2.5, width - 4, 5)) + 1
    each, tall = (width - 4 + 3) / across - 3, (y + height - 3 - top + 3) / down - 3
    count = _lines(sheet, field)
    for row in range(down):
        for column in range(across):
            left, upper = x + column * (each + 3), top + row * (tall + 3)
            spacing = min(LINE_SPACING, (tall - 1.5) / count)
            builder.frame((left, upper, each, tall), stroke=Stroke(colour="accent3", width=0.5))
            builder.lines(left + 2.5, upper - 1.2, each - 5, count, spacing)


def _closing_row(builder: PaperBuilder, sheet: PlannedSheet, y: float) -> None:
    x, width = builder.left, builder.inner_width
    height = builder.height - FOOT - 2.5 - y
    left_width = width * 0.68
    builder.frame((x, y, left_width, height), fill="accent6", stroke=FRAME)
    _step(builder, sheet, 3, builder.plan.words["all"], y, height)
    under = _labelled(builder, sheet, "sentence", (x + SIDE, y + 2.5, left_width - SIDE - 4, 5))
    builder.lines(x + SIDE, under - 1.5, left_width - SIDE - 4, _lines(sheet, "sentence"))
    parked = x + left_width + GAP
    right_width = width - left_width - GAP
    builder.frame((parked, y, right_width, height))
    under = _labelled(builder, sheet, "parked", (parked + 3, y + 2.5, right_width - 6, 5))
    builder.lines(parked + 3, under - 1.5, right_width - 6, _lines(sheet, "parked"))


TALLY_WIDTHS = (13.0, 57.0, 30.0, 30.0, 13.0)
ROW = 10.0
HEAD_ROW = 11.0


def tally_17(builder: PaperBuilder, sheet: PlannedSheet, y: float) -> None:
    """The dot vote's tally: short steps, 17 rows with a column for each mark, and two lines to sum up."""
    short: Prose = tuple(
        paragraph(f"{number}\u2002{sheet.text.step[step.id].short}") for number, step in enumerate(sheet.exercise.steps, start=1)
    )
    half = (len(short) + 1) // 2
    for index, part in enumerate((short[:half], short[half:])):
        builder.words(
            f"steps {index + 1}", part, (builder.left + index * builder.inner_width / 2, y - 1, builder.inner_width / 2 - 3, 14), STEP
        )
    _tally_table(builder, sheet, y + 13.5)
    bottom = y + 13.5 + HEAD_ROW + ROW * len(sheet.goals)
    for index, field in enumerate(("surprise", "chosen")):
        label = sheet.text.field[field].label
        top = bottom + 2.2 + index * 8.2
        taken = builder.theme.fonts.width(label, 10, bold=True) / 72 * 25.4 + 3
        builder.words(field, label, (builder.left, top + 2.0, taken, 5.5), TextStyle(size=10, bold=True, colour="accent1"), role=Role.LABEL)
        builder.rule(builder.left + taken, top + 6.8, builder.inner_width - taken, Stroke(colour="writing", width=0.5))
    note = (builder.left, builder.height - FOOT - 4.6, builder.inner_width, 4)
    builder.words("goals note", builder.plan.words["goal_notice_whole"], note, TextStyle(size=8), role=Role.FOOTER, most_lines=1)


def _tally_table(builder: PaperBuilder, sheet: PlannedSheet, y: float) -> None:
    widths = (*TALLY_WIDTHS, builder.inner_width - sum(TALLY_WIDTHS))
    head_style = TextStyle(size=10, bold=True, colour="tx2", anchor=Anchor.MIDDLE)
    labels = ("", *(sheet.text.field[field].label for field in ("goal", "furthest", "contribution", "sum", "why")))
    marks = {2: "furthest", 3: "contribution"}
    head = tuple(
        builder.cell(
            label,
            head_style,
            (width - (6 if column in marks else 0), HEAD_ROW),
            name=label or "number",
            inset=1.5,
            rule=Stroke(colour="tx2", width=1.5),
        )
        for column, (label, width) in enumerate(zip(labels, widths, strict=True))
    )
    rows = tuple(_tally_row(builder, tile, widths) for tile in sheet.goals)
    builder.items.append(
        Table(
            name=builder.title,
            box=box_mm((builder.left, y, builder.inner_width, HEAD_ROW + ROW * len(rows))),
            widths=tuple(mm(width) for width in widths),
            heights=(mm(HEAD_ROW), *(mm(ROW) for _ in rows)),
            rows=(head, *rows),
            head_rows=1,
            head_column=True,
            grid=Stroke(colour="accent3", width=0.5),
            alt=f"{builder.plan.words['table_of']} {labels[1].lower()}, {labels[2].lower()}, {labels[3].lower()}"[:200],
        )
    )
    x = builder.left
    for column, width in enumerate(widths):
        if column in marks:
            geometry = Geometry.ELLIPSE if column == 2 else Geometry.RECT
            builder.frame((x + width - 6.5, y + 3.2, 4.6, 4.6), stroke=Stroke(colour="tx2", width=1.5), geometry=geometry)
        x += width


def _tally_row(builder: PaperBuilder, tile: GoalTile, widths: tuple[float, ...]) -> tuple[Cell, ...]:
    colour = "#FFFFFF" if tile.text == "white" else "#000000"
    number = TextStyle(size=13, bold=True, colour=colour, align=Align.CENTRE, anchor=Anchor.MIDDLE)
    name = TextStyle(size=10, bold=True, anchor=Anchor.MIDDLE)
    return (
        builder.cell(str(tile.number), number, (widths[0], ROW), inset=0.5, fill=f"#{tile.colour}", name=str(tile.number)),
        builder.cell(tile.name, name, (widths[1], ROW), name=tile.name),
        *(builder.cell("", name, (width, ROW)) for width in widths[2:]),
    )


POSTER_MARGIN = 14
POSTER_GAP = 4


def goals_poster(builder: PaperBuilder, sheet: PlannedSheet) -> None:
    """The dot vote's poster: steps along the top, a cell for each goal to draw marks in, and the key last."""
    builder.left, builder.right = POSTER_MARGIN, builder.width - POSTER_MARGIN
    builder.frame((builder.left, TOP + 1, 40, 3), fill="accent4", stroke=None, geometry=Geometry.RECT)
    title = (builder.left, TOP + 7, builder.inner_width, 17)
    builder.words("title", builder.title, title, TextStyle(size=38, bold=True, colour="tx2"), role=Role.TITLE, most_lines=1)
    top = _poster_steps(builder, sheet, TOP + 26)
    across, down = 6, 3
    width = (builder.inner_width - POSTER_GAP * (across - 1)) / across
    height = (builder.height - FOOT - 3 - top - POSTER_GAP * (down - 1)) / down
    for index, tile in enumerate(sheet.goals):
        row, column = divmod(index, across)
        _poster_cell(builder, tile, (builder.left + column * (width + POSTER_GAP), top + row * (height + POSTER_GAP), width, height))
    row, column = divmod(len(sheet.goals), across)
    _poster_key(builder, sheet, (builder.left + column * (width + POSTER_GAP), top + row * (height + POSTER_GAP), width, height))
    builder.foot(f"{sheet.exercise.id}-{builder.plan.language.value} · A3")


def _poster_steps(builder: PaperBuilder, sheet: PlannedSheet, y: float) -> float:
    steps = sheet.exercise.steps
    each = builder.inner_width / len(steps)
    for index, step in enumerate(steps):
        x = builder.left + index * each
        builder.words(
            f"step number {index + 1}",
            str(index + 1),
            (x, y, 9, 9),
            _smaller(BADGE_STYLE),
            fill="tx2",
            geometry=Geometry.ROUND,
            role=Role.LABEL,
        )
        builder.words(f"step {step.id}", sheet.text.step[step.id].text, (x + 11.5, y, each - 16, 27), TextStyle(size=13))
    return y + 30


def _poster_cell(builder: PaperBuilder, tile: GoalTile, area: tuple[float, float, float, float]) -> None:
    x, y, width, _ = area
    builder.frame(area, stroke=Stroke(colour="accent3", width=1), geometry=Geometry.RECT)
    builder.frame((x, y, width, 5), fill=f"#{tile.colour}", stroke=Stroke(colour="accent3", width=0.5), geometry=Geometry.RECT)
    builder.words(
        f"goal {tile.number}", str(tile.number), (x + 2.5, y + 6, 17, 14), TextStyle(size=30, bold=True, colour="tx2"), role=Role.HEADING
    )
    builder.words(tile.name, tile.name, (x + 19, y + 7, width - 20, 24), TextStyle(size=14, bold=True, colour="tx2"))


def _poster_key(builder: PaperBuilder, sheet: PlannedSheet, area: tuple[float, float, float, float]) -> None:
    x, y, width, height = area
    builder.frame(area, fill="bg2", stroke=Stroke(colour="accent3", width=1), geometry=Geometry.RECT)
    builder.words(
        "key", builder.plan.words["key"], (x + 3, y + 3, width - 6, 8), TextStyle(size=14, bold=True, colour="tx2"), role=Role.HEADING
    )
    for index, (field, geometry) in enumerate((("furthest", Geometry.ELLIPSE), ("contribution", Geometry.RECT))):
        top = y + 14 + index * 12
        builder.items.append(
            Shape(name="", box=box_mm((x + 4, top, 8, 8)), role=Role.DECORATION, geometry=geometry, stroke=Stroke(colour="tx2", width=2))
        )
        style = TextStyle(size=14, bold=True, anchor=Anchor.MIDDLE)
        builder.words(field, sheet.text.field[field].label, (x + 16, top - 1, width - 18, 10), style, role=Role.LABEL)
    note = (TextBlock(cells=paragraph(builder.plan.words["goal_notice_whole"]).cells),)
    builder.words("goals note", note, (x + 3, y + height - 21, width - 6, 20), TextStyle(size=9, anchor=Anchor.BOTTOM))


CANVASES: Mapping[str, Canvas] = MappingProxyType({"four-frames": four_frames, "tally-17": tally_17})
"""Canvases by the name that exercises use."""

POSTERS: Mapping[str, tuple[tuple[str, str], Callable[[PaperBuilder, PlannedSheet], None]]] = MappingProxyType(
    {"tally-17": (("A3", "landscape"), goals_poster)}
)
"""Canvases that come with a poster on a paper of its own."""
