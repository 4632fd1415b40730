"""Fields to write in on a sheet: a text field has lines, any other kind is an open frame, perhaps in cells beside each other.

The lines stand closer, down to LEAST_SPACING, or farther apart, so that a column of fields is used to its foot.
"""

import msgspec

from workshop_kit.domain.content import Field, FieldKind, Label
from workshop_kit.domain.plan import PlannedSheet
from workshop_kit.domain.value import Value
from workshop_kit.scene.page import Geometry, Role, Shape, TextStyle
from workshop_kit.scene.paper import FRAME, LINE_SPACING, MmBox, PaperBuilder, box_mm

GAP = 2.5
LEAST_SPACING, MOST_SPACING = 8.0, 12.5
OPEN_SPACING = 11.0
"""Height in mm that an open frame takes for each of its lines."""
SIDE = 3.0
CELLS = " · "
"""Parts the hint of a grid field into those of its cells."""


class Look(Value, frozen=True, kw_only=True):
    """Type on a paper; in mm the height of a line of labels and of hints, the space inside a frame and between frames."""

    label: TextStyle
    hint: TextStyle
    step: TextStyle
    label_height: float
    hint_height: float
    pad: float = 2.2
    gap: float = GAP


TIGHT_PAD, TIGHT_GAP = 1.0, 1.3
"""Space inside and between frames in a column that has no room for more."""
NARROW_LOOK = Look(
    label=TextStyle(size=10, bold=True, colour="accent1"),
    hint=TextStyle(size=9),
    step=TextStyle(size=10),
    label_height=5.0,
    hint_height=4.6,
)
WIDE_LOOK = Look(
    label=TextStyle(size=12, bold=True, colour="accent1"),
    hint=TextStyle(size=10),
    step=TextStyle(size=11),
    label_height=5.6,
    hint_height=4.8,
)
"""Paper that a group stands around is read from farther away."""


class Slot(Value, frozen=True, kw_only=True):
    """A field's height in mm: what it needs whatever the spacing, and how many spacings it takes beside that."""

    field: Field
    fixed: float
    lines: float


def slot_of(sheet: PlannedSheet, field: Field, look: Look) -> Slot:
    """Give the room that a field asks for."""
    fixed = look.label_height + (look.hint_height if sheet.text.field[field.id].hint else 0) + 2 * look.pad + look.gap
    lines = max(1, field.lines)
    return Slot(field=field, fixed=fixed, lines=lines if field.kind is FieldKind.TEXT else lines * OPEN_SPACING / LINE_SPACING)


def in_columns(slots: list[Slot], count: int) -> list[list[Slot]]:
    """Part fields into one or two columns of about the same height, in order."""
    if count == 1 or len(slots) < 2:
        return [slots]
    heights = [slot.fixed + slot.lines * LINE_SPACING for slot in slots]
    cut = min(range(1, len(slots)), key=lambda place: abs(sum(heights[:place]) - sum(heights[place:])))
    return [slots[:cut], slots[cut:]]


def draw_column(builder: PaperBuilder, sheet: PlannedSheet, slots: list[Slot], area: MmBox, look: Look) -> None:
    """Draw fields under each other, so that they fill an area in mm; lines too close to write on are reported."""
    x, y, width, height = area
    lines = sum(slot.lines for slot in slots)
    if _room(slots, height, look) < lines * LEAST_SPACING:
        look = msgspec.structs.replace(look, pad=TIGHT_PAD, gap=TIGHT_GAP)
        slots = [slot_of(sheet, slot.field, look) for slot in slots]
    room, least = _room(slots, height, look), lines * LEAST_SPACING
    if room < least:
        builder.setter.report("overfull", "fields", text=sheet.exercise.id, needed=f"{least:.0f}", room=f"{room:.0f}", lines="")
    spacing = min(MOST_SPACING, room / lines) if lines else LINE_SPACING
    for slot in slots:
        tall = slot.fixed - look.gap + slot.lines * spacing
        draw_field(builder, sheet, slot.field, (x, y, width, tall), look)
        y += tall + look.gap


def _room(slots: list[Slot], height: float, look: Look) -> float:
    """Give the mm that are left for lines to write on."""
    return height - sum(slot.fixed for slot in slots) + look.gap


def draw_field(builder: PaperBuilder, sheet: PlannedSheet, field: Field, area: MmBox, look: Look) -> None:
    """Draw a field's frame, its label and hint, and its lines or cells, in an area in mm."""
    x, y, width, height = area
    label = sheet.text.field[field.id]
    builder.frame(area)
    top = y + look.pad
    heading = (x + SIDE, top, width - 2 * SIDE, look.label_height)
    builder.words(field.id, label.label, heading, look.label, role=Role.HEADING, most_lines=1)
    top += look.label_height
    cells = _cells(field, label)
    for index, hint in enumerate(cells):
        each = width / len(cells)
        place = (x + index * each + SIDE, top - 0.4, each - 2 * SIDE, look.hint_height)
        builder.words(f"{field.id} hint", hint, place, look.hint, role=Role.LABEL, most_lines=1)
        if index:
            _upright(builder, x + index * each, top, y + height - look.pad)
    top += look.hint_height if cells else 0
    if field.kind is FieldKind.TEXT:
        count = max(1, field.lines)
        builder.lines(x + SIDE, top - 1.5, width - 2 * SIDE, count, (height - (top - y) - look.pad + 1.5) / count)


def _cells(field: Field, label: Label) -> tuple[str, ...]:
    if not label.hint:
        return ()
    return tuple(label.hint.split(CELLS)) if field.kind is FieldKind.GRID else (label.hint,)


def _upright(builder: PaperBuilder, x: float, top: float, bottom: float) -> None:
    box = box_mm((x, top, 0, bottom - top))
    builder.items.append(Shape(name="", box=box, role=Role.DECORATION, geometry=Geometry.LINE, stroke=FRAME))
