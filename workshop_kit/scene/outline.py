"""The outlines of shapes as paths on the page, for the sheet writer and for the screen."""

from collections.abc import Sequence

from workshop_kit.scene.marks import OUTLINES, square_in
from workshop_kit.scene.page import EMU_PER_POINT, Box, Geometry

Point = tuple[float, float]
Step = tuple[str, Sequence[Point]]
"""One step of a path: "m" moves to a point, "l" draws a line to one, "c" a curve with two control points, "h" closes."""

CORNER = 60_000
"""Radius in EMU of a ROUND shape that names none."""

POINT_DEPTH = 0.2
"""How deep the point of a pentagon or chevron is, as a share of the box's shorter side."""

_CIRCLE = 0.5522847498
"""Distance of a control point from the curve's end, as a share of the radius, for a quarter of a circle."""

_TRIANGLE = ((0.5, 0), (1, 1), (0, 1))
_UNIT = {**OUTLINES, Geometry.TRIANGLE: _TRIANGLE}
"""Outlines with corners in shares of the box's width and height, from its upper left corner."""

DASH, DASH_GAP = 4, 3
"""Lengths of a dash and of the gap after it, in line widths."""

ARROW_WIDTHS = 4.5
ARROW_LEAST = 6 * EMU_PER_POINT
"""An arrow's head is so many line widths long, and at least so many EMU; it is as wide as it is long."""


def polygon(points: Sequence[Point]) -> list[Step]:
    """Give a closed path through some corners."""
    return [("m", points[:1]), *(("l", (point,)) for point in points[1:]), ("h", ())]


def outline(geometry: Geometry, box: Box, corner: int = 0) -> list[Step]:
    """Give a closed shape's path in EMU; `corner` is the radius of a ROUND one."""
    match geometry:
        case Geometry.ELLIPSE:
            return _rounded(box, box.w / 2, box.h / 2)
        case Geometry.ROUND:
            radius = min(corner or CORNER, box.w / 2, box.h / 2)
            return _rounded(box, radius, radius)
        case Geometry.PENTAGON:
            return polygon(_pointed(box))
        case Geometry.CHEVRON:
            depth = POINT_DEPTH * min(box.w, box.h)
            return polygon((*_pointed(box), (box.x + depth, box.y + box.h / 2)))
        case Geometry.CHECK | Geometry.CROSS | Geometry.TRIANGLE:
            frame = box if geometry is Geometry.TRIANGLE else square_in(box)
            return polygon([(frame.x + x * frame.w, frame.y + y * frame.h) for x, y in _UNIT[geometry]])
        case _:
            return polygon(((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)))


def _pointed(box: Box) -> tuple[Point, ...]:
    shoulder = box.right - POINT_DEPTH * min(box.w, box.h)
    return ((box.x, box.y), (shoulder, box.y), (box.right, box.y + box.h / 2), (shoulder, box.bottom), (box.x, box.bottom))


def _rounded(box: Box, rx: float, ry: float) -> list[Step]:
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    kx, ky = rx * (1 - _CIRCLE), ry * (1 - _CIRCLE)
    return [
        ("m", ((left + rx, top),)),
        ("l", ((right - rx, top),)),
        ("c", ((right - kx, top), (right, top + ky), (right, top + ry))),
        ("l", ((right, bottom - ry),)),
        ("c", ((right, bottom - ky), (right - kx, bottom), (right - rx, bottom))),
        ("l", ((left + rx, bottom),)),
        ("c", ((left + kx, bottom), (left, bottom - ky), (left, bottom - ry))),
        ("l", ((left, top + ry),)),
        ("c", ((left, top + ky), (left + kx, top), (left + rx, top))),
        ("h", ()),
    ]


def ends(geometry: Geometry, box: Box) -> tuple[Point, Point]:
    """Give the two ends of a LINE or LINE_UP in its box: from the left to the right, or where it is upright from its start."""
    if geometry is Geometry.LINE_UP:
        return (box.x, box.bottom), (box.right, box.y)
    return (box.x, box.y), (box.right, box.bottom)


def arrow_head(start: Point, end: Point, width: float) -> tuple[Point, tuple[Point, Point, Point]]:
    """Give where an arrow's line stops, and its head's three corners; the line's width is in points."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    size = max(ARROW_WIDTHS * width * EMU_PER_POINT, ARROW_LEAST)
    ux, uy = dx / length, dy / length
    base = (end[0] - size * ux, end[1] - size * uy)
    half = size / 2
    return base, (end, (base[0] - half * uy, base[1] + half * ux), (base[0] + half * uy, base[1] - half * ux))
