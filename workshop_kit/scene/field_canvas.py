"""The working area of a sheet whose canvas has no drawing of its own: question, steps, and its fields in order.

Wide paper has two columns. Two canvases place their fields in a way of their own: a matrix beside a column of text,
and a card in two halves to tear apart.
"""

from workshop_kit.domain.content import FieldKind
from workshop_kit.domain.plan import PlannedSheet
from workshop_kit.domain.text import paragraph
from workshop_kit.scene.fields import GAP, NARROW_LOOK, WIDE_LOOK, Look, Slot, draw_column, draw_field, in_columns, slot_of
from workshop_kit.scene.page import Anchor, Geometry, Role, Shape, TextStyle
from workshop_kit.scene.paper import FOOT, FRAME, RULE, MmBox, PaperBuilder, box_mm

QUESTION = "question"
QUESTION_HEIGHT = 15.0
WIDE = 290
"""Paper wider than this many mm has two columns and larger type."""
MATRIX_SHARE = 0.62
"""What a matrix takes of the width; the text fields stand before it."""
TEAR = 9.0
"""Room in mm around the line that a card is torn at."""


def field_canvas(builder: PaperBuilder, sheet: PlannedSheet, y: float) -> None:
    """Draw a sheet's question, steps and fields."""
    look = WIDE_LOOK if builder.width > WIDE else NARROW_LOOK
    y = _question(builder, sheet, y, look)
    y = _steps(builder, sheet, y, look)
    slots = [slot_of(sheet, field, look) for field in sheet.exercise.fields if field.id != QUESTION]
    bottom = builder.height - FOOT - 3 - (5 if sheet.goals else 0)
    _place(builder, sheet, slots, (builder.left, y, builder.inner_width, bottom - y), look)
    if sheet.goals:
        note = (builder.left, bottom + 0.5, builder.inner_width, 4)
        builder.words("goals note", builder.plan.words["goal_notice_whole"], note, TextStyle(size=8), role=Role.FOOTER, most_lines=1)


def _place(builder: PaperBuilder, sheet: PlannedSheet, slots: list[Slot], area: MmBox, look: Look) -> None:
    x, y, whole, height = area
    match sheet.exercise.canvas:
        case "two-by-two":
            _matrix(builder, sheet, slots, area, look)
        case "card-in-halves":
            _halves(builder, sheet, slots, area, look)
        case _:
            columns = in_columns(slots, 2 if builder.width > WIDE else 1)
            width = (whole - GAP * (len(columns) - 1)) / len(columns)
            for index, column in enumerate(columns):
                draw_column(builder, sheet, column, (x + index * (width + GAP), y, width, height), look)


def _matrix(builder: PaperBuilder, sheet: PlannedSheet, slots: list[Slot], area: MmBox, look: Look) -> None:
    """Draw the text fields in a column, and the four others beside them: upper left, upper right, lower left, lower right."""
    x, y, width, height = area
    corners = [slot for slot in slots if slot.field.kind is not FieldKind.TEXT]
    matrix = width * MATRIX_SHARE
    texts = [slot for slot in slots if slot.field.kind is FieldKind.TEXT]
    draw_column(builder, sheet, texts, (x, y, width - matrix - GAP, height), look)
    left, wide, tall = x + width - matrix, (matrix - GAP) / 2, (height - GAP) / 2
    for index, slot in enumerate(corners):
        row, column = divmod(index, 2)
        draw_field(builder, sheet, slot.field, (left + column * (wide + GAP), y + row * (tall + GAP), wide, tall), look)


def _halves(builder: PaperBuilder, sheet: PlannedSheet, slots: list[Slot], area: MmBox, look: Look) -> None:
    """Draw the first half of the fields over a line to tear at, the others under it."""
    x, y, width, height = area
    half, tall = len(slots) // 2, (height - TEAR) / 2
    draw_column(builder, sheet, slots[:half], (x, y, width, tall), look)
    line = box_mm((x, y + tall + TEAR / 2, width, 0))
    builder.items.append(Shape(name="", box=line, role=Role.DECORATION, geometry=Geometry.LINE, stroke=RULE, dashed=True))
    draw_column(builder, sheet, slots[half:], (x, y + tall + TEAR, width, tall), look)


def _question(builder: PaperBuilder, sheet: PlannedSheet, y: float, look: Look) -> float:
    builder.frame((builder.left, y, builder.inner_width, QUESTION_HEIGHT), fill="bg2", stroke=FRAME)
    style = TextStyle(size=20 if look is WIDE_LOOK else 15, bold=True, colour="tx2", anchor=Anchor.MIDDLE)
    area = (builder.left + 4, y + 1, builder.inner_width - 8, QUESTION_HEIGHT - 2)
    builder.words(QUESTION, sheet.text.question, area, style, role=Role.HEADING, most_lines=2)
    return y + QUESTION_HEIGHT + GAP


def _steps(builder: PaperBuilder, sheet: PlannedSheet, y: float, look: Look) -> float:
    """Set the steps as numbered paragraphs in two columns, and give the y under the longer one."""
    minutes = builder.plan.words["minutes_short"]
    steps = [
        paragraph(f"{number}\u2002{sheet.text.step[step.id].text} ({step.minutes}\u00a0{minutes})")
        for number, step in enumerate(sheet.exercise.steps, start=1)
    ]
    half = (len(steps) + 1) // 2
    width = builder.inner_width / 2 - 3
    heights = [builder.text_height(tuple(part), look.step, width) + 1 for part in (steps[:half], steps[half:])]
    for index, part in enumerate((steps[:half], steps[half:])):
        if part:
            area = (builder.left + index * (width + 6), y, width, heights[index])
            builder.words(f"steps {index + 1}", tuple(part), area, look.step)
    return y + max(heights) + 2
