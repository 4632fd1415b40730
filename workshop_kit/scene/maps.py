"""Maps: a county's municipalities projected, simplified and fitted into a box.

Projection: transverse Mercator on GRS80 with its central meridian in the middle of what is drawn, scale 1, north up
(Snyder, Map Projections: A Working Manual, 1987, eq. 8-9 to 8-15, to the fourth order). Simplified again on the slide by
Douglas and Peucker's rule (1973).
"""

import math
from collections.abc import Iterable, Iterator
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

Ring = tuple[tuple[int, int], ...]


class Area(Value, frozen=True, kw_only=True):
    """A municipality placed on a page: rings of points in EMU, the largest first."""

    number: str
    rings: tuple[Ring, ...]

    @property
    def extent(self) -> Box:
        """The box around all rings."""
        return extent_of(self.rings)

    @property
    def ground(self) -> float:
        """The ground that all rings enclose, in square EMU; a lake or an enclave counts as well."""
        return sum(abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in edges(ring))) / 2 for ring in self.rings)


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


def edges(ring: Ring) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Give a ring's edges, the last back to the first point."""
    return zip(ring, (*ring[1:], ring[0]), strict=True)


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


class Projected(Value, frozen=True, kw_only=True, eq=False):
    """Outlines in metres east and north, by number, and the corners of the ground that they cover."""

    rings: dict[str, list[list[tuple[float, float]]]]
    west: float
    east: float
    south: float
    north: float


@lru_cache(maxsize=32)
def _projected(outlines: tuple[Outline, ...]) -> Projected:
    """Project outlines about their own middle meridian; kept, since a deck shows the same county in several sizes."""
    degrees = [point for outline in outlines for polygon in outline.polygons for ring in polygon for point in ring]
    meridian = (min(lon for lon, _ in degrees) + max(lon for lon, _ in degrees)) / 2
    rings = {
        outline.number: [[transverse_mercator(lon, lat, meridian) for lon, lat in ring] for polygon in outline.polygons for ring in polygon]
        for outline in outlines
    }
    points = [point for number in rings for ring in rings[number] for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Projected(rings=rings, west=min(xs), east=max(xs), south=min(ys), north=max(ys))


@lru_cache(maxsize=64)
def place(outlines: tuple[Outline, ...], box: Box) -> PlacedMap:
    """Project outlines and fit them into a box, centred; kept for the next client of the same county."""
    ground = _projected(outlines)
    width, height = ground.east - ground.west, ground.north - ground.south
    scale = min(box.w / width, box.h / height)
    left = box.x + (box.w - width * scale) / 2 - ground.west * scale
    top = box.y + (box.h - height * scale) / 2 + ground.north * scale
    areas = {number: Area(number=number, rings=_fitted(rings, scale, left, top)) for number, rings in ground.rings.items()}
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
