"""Turns a map figure into items: areas, labels with leaders, a ring round a small client, and a scale bar."""

from workshop_kit.domain.plan import MapFigure, MapMark, Meaning
from workshop_kit.domain.text import paragraph
from workshop_kit.domain.value import Value
from workshop_kit.scene import labels, maps
from workshop_kit.scene.builder import SlideBuilder
from workshop_kit.scene.page import Align, Anchor, Box, Geometry, Map, MapArea, Role, Shape, Stroke, TextStyle

MANY = 19
"""A county with more municipalities than this gets thinner borders."""
LABEL_PAD = 100_000
SHORTEST_LEADER = 40_000
FOOTER_TOP = 6_430_000
"""Nothing on a map but land reaches below this, where the slide number stands."""
SCALE_LENGTHS = (5, 10, 20, 50, 100)


class MapLook(Value, frozen=True, kw_only=True):
    """How a map is coloured: land, borders, the client, and its label; and how large its labels are.

    A client whose ground is at most `ring_share` of the panel is ringed, where there is a `ring` colour.
    """

    land: str = "bg1"
    border: str = "accent3"
    client: str = "accent2"
    example: str = "accent1"
    label_colour: str = "bg1"
    leader: str = "tx2"
    ring: str | None = None
    ring_share: float = 0.002
    label_size: float = 14
    scale_bar: bool = True


def draw_map(builder: SlideBuilder, figure: MapFigure, panel: Box, look: MapLook, margin: int) -> None:
    """Draw a county's map into a panel with a margin around it."""
    box = panel.inset(margin)
    placed = maps.place(figure.outlines, box)
    width = 0.5 if len(figure.outlines) > MANY else 0.75
    fills = {mark.number: look.client if mark.meaning is Meaning.CLIENT else look.example for mark in figure.marks}
    numbers = sorted(placed.areas, key=lambda number: number in fills)
    areas = tuple(
        MapArea(
            name=figure.names[number],
            rings=placed.areas[number].rings,
            fill=fills.get(number, look.land),
            stroke=Stroke(colour=look.border, width=width),
        )
        for number in numbers
    )
    builder.items.append(Map(name=f"{builder.plan.words['map']} {figure.county}", box=box, areas=areas, alt=figure.alt))
    taken = _labels(builder, figure, placed, panel, look)
    if look.scale_bar:
        _scale_bar(builder, figure, placed, panel, look, taken)


def _labels(builder: SlideBuilder, figure: MapFigure, placed: maps.PlacedMap, panel: Box, look: MapLook) -> tuple[Box, ...]:
    """Label each mark, ringed where it is small; gives the boxes that are taken."""
    marked = {mark.number: placed.areas[mark.number] for mark in figure.marks if mark.number in placed.areas}
    taken: list[Box] = []
    for mark in figure.marks:
        if mark.number not in marked or not mark.label:
            continue
        others = tuple(area.extent for number, area in marked.items() if number != mark.number)
        ring = _ring(builder, marked[mark.number], panel, look)
        taken += [_label(builder, mark, ring, (*taken, *others), panel, figure, placed.box, look), *((ring,) if ring else ())]
    return (*taken, *(area.extent for area in marked.values()))


def _label(
    builder: SlideBuilder,
    mark: MapMark,
    ring: Box | None,
    avoid: tuple[Box, ...],
    panel: Box,
    figure: MapFigure,
    map_box: Box,
    look: MapLook,
) -> Box:
    style = TextStyle(size=look.label_size, bold=True, colour=look.label_colour, align=Align.CENTRE, anchor=Anchor.MIDDLE)
    size = (int(builder.setter.width(mark.label, style) / 0.92) + 2 * LABEL_PAD, int(look.label_size * 12_700 * 1.75))
    room = Box(x=panel.x, y=panel.y, w=panel.w, h=min(panel.bottom, FOOTER_TOP) - panel.y).inset(LABEL_PAD)
    label = labels.place_label(size, mark.number, ring, avoid, room, figure.outlines, map_box)
    _leader(builder, label, look)
    fill = look.client if mark.meaning is Meaning.CLIENT else look.example
    text = builder.setter.text((paragraph(mark.label),), style, label.box, (LABEL_PAD // 2, 0, LABEL_PAD // 2, 0), name=mark.label)
    builder.items.append(Shape(name=mark.label, box=label.box, role=Role.LABEL, fill=fill, text=text))
    return label.box


def _ring(builder: SlideBuilder, area: maps.Area, panel: Box, look: MapLook) -> Box | None:
    """Ring a client that is small on the map, inside the panel: round where there is room, else flattened to what there is."""
    if look.ring is None or area.ground > look.ring_share * panel.w * panel.h:
        return None
    extent = area.extent
    reach = (max(extent.w, extent.h) * 13 // 10 + 200_000) // 2
    x, y = extent.x + extent.w // 2, extent.y + extent.h // 2
    reach_x, reach_y = min(reach, x - panel.x, panel.right - x), min(reach, y - panel.y, panel.bottom - y)
    ring = Box(x=x - reach_x, y=y - reach_y, w=2 * reach_x, h=2 * reach_y)
    stroke = Stroke(colour=look.ring, width=3)
    builder.items.append(Shape(name="", box=ring, role=Role.DECORATION, geometry=Geometry.ELLIPSE, stroke=stroke))
    return ring


def _leader(builder: SlideBuilder, label: labels.Label, look: MapLook) -> None:
    (ax, ay), (bx, by) = label.leader
    if abs(ax - bx) + abs(ay - by) < SHORTEST_LEADER:
        return
    box = Box(x=min(ax, bx), y=min(ay, by), w=abs(ax - bx), h=abs(ay - by))
    geometry = Geometry.LINE if (bx <= ax) == (by <= ay) else Geometry.LINE_UP
    builder.items.append(Shape(name="", box=box, role=Role.DECORATION, geometry=geometry, stroke=Stroke(colour=look.leader, width=1.5)))


def _scale_bar(builder: SlideBuilder, figure: MapFigure, placed: maps.PlacedMap, panel: Box, look: MapLook, taken: tuple[Box, ...]) -> None:
    kilometres = max((length for length in SCALE_LENGTHS if length * placed.emu_per_km <= panel.w * 0.3), default=SCALE_LENGTHS[0])
    width = int(kilometres * placed.emu_per_km)
    size = (max(width, 700_000), 300_000)
    counted = labels.ground(figure.outlines, placed.box, panel)
    edge = 150_000
    bottom = min(panel.bottom, FOOTER_TOP) - edge
    corners = [
        Box(x=x, y=y, w=size[0], h=size[1])
        for y in (bottom - size[1], panel.y + edge)
        for x in (panel.x + edge, panel.right - edge - size[0])
    ]
    free = [box for box in corners if not any(labels.overlaps(box, other) for other in taken)] or corners
    box = min(free, key=lambda corner: counted.count(corner))
    label = f"{kilometres}\u00a0{figure.scale_unit}"
    style = TextStyle(size=14, colour="tx1")
    text = builder.setter.text((paragraph(label),), style, Box(x=box.x, y=box.y, w=size[0], h=240_000), name=label)
    builder.items.append(Shape(name=label, box=Box(x=box.x, y=box.y, w=size[0], h=240_000), role=Role.LABEL, text=text))
    bar = Box(x=box.x, y=box.y + 270_000, w=width, h=0)
    builder.items.append(Shape(name="", box=bar, role=Role.DECORATION, geometry=Geometry.LINE, stroke=Stroke(colour="tx1", width=2.25)))
