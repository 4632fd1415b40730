"""Maps: a county's municipalities projected, simplified and fitted into a box.

Projection: transverse Mercator on GRS80 with its central meridian in the middle of what is drawn, scale 1, north up
(Snyder, Map Projections: A Working Manual, 1987, eq. 8-9 to 8-15, to the fourth order). Simplified again on the slide by
Douglas and Peucker's rule (1973).
"""

import math
from collections.abc import Iterable
from functools import lru_cache

from workshop_kit.domain.municipality import Outline
from workshop_kit.domain.value import Value
from workshop_kit.scene.page import Box

SEMI_MAJOR = 6_378_137.0
FLATTENING = 1 / 298.257222101
TOLERANCE = 9_000
"""Simplification tolerance in EMU: 0.025 cm."""
LEAST_RING = 12_000
"""Rings narrower than this many EMU are dropped, but never a municipality's largest."""
CELLS = 72
"""Cells along each side of the grid that label places are judged by."""

Ring = tuple[tuple[int, int], ...]


class Area(Value, frozen=True, kw_only=True):
    """A municipality placed on a page: rings of points in EMU, the largest first."""

    number: str
    rings: tuple[Ring, ...]

    @property
    def extent(self) -> Box:
        """The box around all rings."""
        return extent_of(self.rings)


class PlacedMap(Value, frozen=True, kw_only=True, eq=False):
    """A county fitted into a box: areas by number, and how many EMU a kilometre takes."""

    box: Box
    areas: dict[str, Area]
    emu_per_km: float


def extent_of(rings: Iterable[Ring]) -> Box:
    """Give the box around some rings."""
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    return Box(x=min(xs), y=min(ys), w=max(xs) - min(xs), h=max(ys) - min(ys))


def _meridian_arc(latitude: float, e2: float) -> float:
    return SEMI_MAJOR * (
        (1 - e2 / 4 - 3 * e2**2 / 64 - 5 * e2**3 / 256) * latitude
        - (3 * e2 / 8 + 3 * e2**2 / 32 + 45 * e2**3 / 1024) * math.sin(2 * latitude)
        + (15 * e2**2 / 256 + 45 * e2**3 / 1024) * math.sin(4 * latitude)
        - (35 * e2**3 / 3072) * math.sin(6 * latitude)
    )


def transverse_mercator(longitude: float, latitude: float, meridian: float) -> tuple[float, float]:
    """Give metres east of a central meridian and north of the equator, from degrees."""
    e2 = FLATTENING * (2 - FLATTENING)
    second = e2 / (1 - e2)
    phi = math.radians(latitude)
    sine, cosine, tangent = math.sin(phi), math.cos(phi), math.tan(phi)
    n = SEMI_MAJOR / math.sqrt(1 - e2 * sine**2)
    t, c = tangent**2, second * cosine**2
    a = math.radians(longitude - meridian) * cosine
    east = n * (a + (1 - t + c) * a**3 / 6 + (5 - 18 * t + t**2 + 72 * c - 58 * second) * a**5 / 120)
    north = _meridian_arc(phi, e2) + n * tangent * (a**2 / 2 + (5 - t + 9 * c + 4 * c**2) * a**4 / 24)
    return east, north


def simplified(points: list[tuple[float, float]], tolerance: float) -> list[tuple[float, float]]:
    """Drop points that lie nearer than a tolerance to the line between those kept; ends are always kept."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        index, distance = _farthest(points, first, last)
        if distance > tolerance:
            keep[index] = True
            stack += [(first, index), (index, last)]
    return [point for point, kept in zip(points, keep, strict=True) if kept]


def _farthest(points: list[tuple[float, float]], first: int, last: int) -> tuple[int, float]:
    (ax, ay), (bx, by) = points[first], points[last]
    dx, dy = bx - ax, by - ay
    length = math.hypot(dx, dy)
    best, index = 0.0, first
    for at in range(first + 1, last):
        px, py = points[at]
        away = math.hypot(px - ax, py - ay) if length == 0 else abs(dx * (py - ay) - dy * (px - ax)) / length
        if away > best:
            best, index = away, at
    return index, best


@lru_cache(maxsize=64)
def place(outlines: tuple[Outline, ...], box: Box) -> PlacedMap:
    """Project outlines and fit them into a box, centred; kept for the next client of the same county."""
    degrees = [point for outline in outlines for polygon in outline.polygons for ring in polygon for point in ring]
    meridian = (min(lon for lon, _ in degrees) + max(lon for lon, _ in degrees)) / 2
    metres = {
        outline.number: [[transverse_mercator(lon, lat, meridian) for lon, lat in ring] for polygon in outline.polygons for ring in polygon]
        for outline in outlines
    }
    east = [x for rings in metres.values() for ring in rings for x, _ in ring]
    north = [y for rings in metres.values() for ring in rings for _, y in ring]
    scale = min(box.w / (max(east) - min(east)), box.h / (max(north) - min(north)))
    left = box.x + (box.w - (max(east) - min(east)) * scale) / 2 - min(east) * scale
    top = box.y + (box.h - (max(north) - min(north)) * scale) / 2 + max(north) * scale
    areas = {number: Area(number=number, rings=_fitted(rings, scale, left, top)) for number, rings in metres.items()}
    return PlacedMap(box=box, areas=areas, emu_per_km=scale * 1000)


def _fitted(rings: list[list[tuple[float, float]]], scale: float, left: float, top: float) -> tuple[Ring, ...]:
    placed: list[Ring] = []
    for ring in rings:
        points = simplified([(left + x * scale, top - y * scale) for x, y in ring], TOLERANCE)
        placed.append(tuple((round(x), round(y)) for x, y in points))
    placed.sort(key=_size, reverse=True)
    return tuple(ring for index, ring in enumerate(placed) if index == 0 or (len(ring) > 3 and _size(ring) >= LEAST_RING))


def _size(ring: Ring) -> int:
    extent = extent_of((ring,))
    return max(extent.w, extent.h)


class Ground(Value, frozen=True, kw_only=True, eq=False):
    """Where outlines run, counted in a grid of cells with running sums, so that any box is counted at once."""

    box: Box
    sums: tuple[tuple[int, ...], ...]

    def count(self, box: Box) -> int:
        """Count the outline points inside a box."""
        x0, y0 = self._cell(box.x, box.y)
        x1, y1 = self._cell(box.right, box.bottom)
        x1, y1 = min(CELLS, x1 + 1), min(CELLS, y1 + 1)
        return self.sums[y1][x1] - self.sums[y0][x1] - self.sums[y1][x0] + self.sums[y0][x0]

    def _cell(self, x: int, y: int) -> tuple[int, int]:
        column = (x - self.box.x) * CELLS // max(1, self.box.w)
        row = (y - self.box.y) * CELLS // max(1, self.box.h)
        return max(0, min(CELLS - 1, column)), max(0, min(CELLS - 1, row))


def _ground(rings: Iterable[Ring], panel: Box) -> Ground:
    counts = [[0] * CELLS for _ in range(CELLS)]
    step = min(panel.w, panel.h) // CELLS
    for ring in rings:
        for x, y in _dense(ring, step):
            column, row = (x - panel.x) * CELLS // panel.w, (y - panel.y) * CELLS // panel.h
            if 0 <= column < CELLS and 0 <= row < CELLS:
                counts[row][column] += 1
    sums = [(0,) * (CELLS + 1)]
    for row in counts:
        line = [0]
        for column, count in enumerate(row):
            line.append(line[-1] + count + sums[-1][column + 1] - sums[-1][column])
        sums.append(tuple(line))
    return Ground(box=panel, sums=tuple(sums))


def _dense(ring: Ring, step: int) -> Iterable[tuple[int, int]]:
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        pieces = max(1, int(math.hypot(bx - ax, by - ay)) // max(1, step))
        for index in range(pieces):
            yield ax + (bx - ax) * index // pieces, ay + (by - ay) * index // pieces


@lru_cache(maxsize=64)
def ground(outlines: tuple[Outline, ...], map_box: Box, panel: Box) -> Ground:
    """Count all outlines of a placed map in the cells of a panel, with a point in every cell along each edge."""
    placed = place(outlines, map_box)
    return _ground((ring for area in placed.areas.values() for ring in area.rings), panel)


class Label(Value, frozen=True, kw_only=True):
    """A label's place, and the point of its area's outline that is nearest to it."""

    box: Box
    point: tuple[int, int]


@lru_cache(maxsize=2048)
def place_label(
    size: tuple[int, int], number: str, avoid: tuple[Box, ...], panel: Box, outlines: tuple[Outline, ...], map_box: Box
) -> Label:
    """Find a place for a label of a size in EMU.

    Never over what is to be avoided or over its own area; then over few outlines; then near. Kept for the same
    client's other language.
    """
    area = place(outlines, map_box).areas[number]
    everything, own = ground(outlines, map_box, panel), _ground(area.rings, panel)
    extent = area.extent
    core = Box(x=extent.x + extent.w // 3, y=extent.y + extent.h // 3, w=extent.w // 3, h=extent.h // 3)
    step = max(1, min(panel.w, panel.h) // 28)
    best: tuple[float, Box] | None = None
    for y in range(panel.y, panel.bottom - size[1] + 1, step):
        for x in range(panel.x, panel.right - size[0] + 1, step):
            box = Box(x=x, y=y, w=size[0], h=size[1])
            if own.count(box) or overlaps(box, core) or any(overlaps(box, other) for other in avoid):
                continue
            cost = everything.count(box) * 4.0 + 40.0 * _gap(box, extent) / panel.h
            if best is None or cost < best[0]:
                best = (cost, box)
    found = best[1] if best else Box(x=panel.x, y=panel.y, w=size[0], h=size[1])
    return Label(box=found, point=_nearest(found, area))


def overlaps(one: Box, other: Box) -> bool:
    """Tell whether two boxes share any ground."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _gap(box: Box, other: Box) -> float:
    dx = max(0, other.x - box.right, box.x - other.right)
    dy = max(0, other.y - box.bottom, box.y - other.bottom)
    return math.hypot(dx, dy)


def _nearest(box: Box, area: Area) -> tuple[int, int]:
    def away(point: tuple[int, int]) -> float:
        return math.hypot(max(0, point[0] - box.right, box.x - point[0]), max(0, point[1] - box.bottom, box.y - point[1]))

    return min((point for ring in area.rings for point in ring), key=away)
