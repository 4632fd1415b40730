"""The municipalities' outlines as painter paths, projected once.

Projection: equidistant conic on a sphere with standard parallels 60° and 69.5° north (Snyder, Map Projections: A Working
Manual, 1987, eq. 16-1 to 16-4), so that Finnmark is not drawn too wide as it is where one cosine serves the whole country.
"""

import math
import struct
from array import array
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from workshop_kit.domain.municipality import Outline
from workshop_kit.domain.value import Value

EARTH_KM = 6371.0
SOUTH, NORTH = math.radians(60.0), math.radians(69.5)
MERIDIAN = 17.0
"""Degrees east that are straight up: the middle of the country."""

CONE = (math.cos(SOUTH) - math.cos(NORTH)) / (NORTH - SOUTH)
APEX_KM = EARTH_KM * (math.cos(SOUTH) / CONE + SOUTH)
TURN = CONE * math.pi / 180
"""Radians about the cone's apex for a degree of longitude."""
DEGREE_KM = EARTH_KM * math.pi / 180

FEW = 12
"""Points up to which a ring is never thinned: small islands keep their form."""
COARSE_KM = 1.2
"""What the whole country is thinned to: a pixel or less on most screens, and a third of the time to paint."""

Ring = tuple[tuple[float, float], ...]


class Shape(Value, frozen=True, kw_only=True, eq=False):
    """A municipality's path in kilometres, y downwards, and the box around it."""

    number: str
    path: QPainterPath
    box: QRectF


class Shapes(Value, frozen=True, kw_only=True, eq=False):
    """All shapes by number, and the box around them all."""

    by_number: dict[str, Shape]
    box: QRectF

    def at(self, point: QPointF) -> str:
        """Give the number of the municipality at a place in kilometres; nothing where there is sea."""
        for number, shape in self.by_number.items():
            if shape.box.contains(point) and shape.path.contains(point):
                return number
        return ""

    def box_of(self, numbers: Iterable[str]) -> QRectF:
        """Give the box around some municipalities."""
        box = QRectF()
        for number in numbers:
            if number in self.by_number:
                box = box.united(self.by_number[number].box)
        return box


def project(longitude: float, latitude: float) -> QPointF:
    """Give a place in kilometres, y downwards, from degrees."""
    radius, angle = APEX_KM - latitude * DEGREE_KM, (longitude - MERIDIAN) * TURN
    return QPointF(radius * math.sin(angle), radius * math.cos(angle))


@lru_cache(maxsize=4)
def shapes_of(outlines: tuple[Outline, ...], least_km: float = 0) -> Shapes:
    """Project outlines; kept, since a page may be made again for another language or look.

    Points nearer than `least_km` to the one before are left out; rings of few points stay whole.
    """
    shapes = {outline.number: _shape(outline, least_km) for outline in outlines}
    box = QRectF()
    for shape in shapes.values():
        box = box.united(shape.box)
    return Shapes(by_number=shapes, box=box)


def _shape(outline: Outline, least_km: float) -> Shape:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for polygon in outline.polygons:
        for ring in polygon:
            path.addPolygon(_projected(_thinned(ring, least_km) if least_km and len(ring) > FEW else ring))
            path.closeSubpath()
    return Shape(number=outline.number, path=path, box=path.boundingRect())


def _thinned(ring: Ring, least_km: float) -> Ring:
    """Leave out points that are near the last one kept; gives the ring itself where hardly any would be left."""
    across, least = math.cos(math.radians(ring[0][1])), (least_km / DEGREE_KM) ** 2
    x, y = ring[0]
    kept = [ring[0]]
    for point in ring:
        east, north = (point[0] - x) * across, point[1] - y
        if east * east + north * north >= least:
            x, y = point
            kept.append(point)
    return tuple(kept) if len(kept) > FEW // 2 else ring


def _projected(ring: Ring) -> QPolygonF:
    """Project a ring. Its points go through Qt's stream format at once: a tenth of the time of making each by itself."""
    sine, cosine = math.sin, math.cos
    turned = [(APEX_KM - latitude * DEGREE_KM, (longitude - MERIDIAN) * TURN) for longitude, latitude in ring]
    flat = array("d", [part for radius, angle in turned for part in (radius * sine(angle), radius * cosine(angle))])
    if struct.pack("=I", 1) != struct.pack(">I", 1):
        flat.byteswap()
    stream = QDataStream(QByteArray(struct.pack(">I", len(ring)) + flat.tobytes()))
    polygon = QPolygonF()
    stream >> polygon  # pyright: ignore[reportUnusedExpression]  # reads into the polygon; the stubs miss it
    return polygon
