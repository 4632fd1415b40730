"""Finds places for the labels of a map: never over what they name, over few borders, and near."""

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from workshop_kit.domain.municipality import Outline
from workshop_kit.domain.value import Value
from workshop_kit.scene.maps import Area, Ring, edges, place
from workshop_kit.scene.page import Box

CELLS = 72
"""Cells along each side of the grid that label places are judged by."""
STEPS = 28
"""Places tried along the shorter side of a panel."""
FAR = 120.0
"""What a leader as long as the panel is high costs, in outline points covered."""
CROSSING = 60.0
"""What a leader over another label or marked area costs, in outline points covered."""
SAMPLES = 12
"""Points of a leader that are looked at."""


class Label(Value, frozen=True, kw_only=True):
    """A label's place, and the point of its area's outline that is nearest to it."""

    box: Box
    point: tuple[int, int]

    @property
    def leader(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The ends of the line from the outline to the label's edge."""
        x, y = self.point
        return self.point, (min(max(x, self.box.x), self.box.right), min(max(y, self.box.y), self.box.bottom))


class Ground(Value, frozen=True, kw_only=True, eq=False):
    """Where outlines run, counted in a grid of cells with running sums, so that any box is counted at once."""

    box: Box
    sums: tuple[tuple[int, ...], ...]

    def count(self, box: Box) -> int:
        """Count the outline points inside a box, in whole cells."""
        x0, y0 = self._cell(box.x, box.y)
        x1, y1 = self._cell(box.right, box.bottom)
        below, above = self.sums[y1 + 1], self.sums[y0]
        return below[x1 + 1] - above[x1 + 1] - below[x0] + above[x0]

    def _cell(self, x: int, y: int) -> tuple[int, int]:
        column = (x - self.box.x) * CELLS // self.box.w
        row = (y - self.box.y) * CELLS // self.box.h
        return max(0, min(CELLS - 1, column)), max(0, min(CELLS - 1, row))


def _counted(rings: Iterable[Ring], panel: Box) -> Ground:
    counts = [[0] * CELLS for _ in range(CELLS)]
    step = min(panel.w, panel.h) // CELLS
    for ring in rings:
        for x, y in _dense(ring, step):
            column, row = (x - panel.x) * CELLS // panel.w, (y - panel.y) * CELLS // panel.h
            if 0 <= column < CELLS and 0 <= row < CELLS:
                counts[row][column] += 1
    sums = [(0,) * (CELLS + 1)]
    for row in counts:
        sums.append(tuple(count + above for count, above in zip(accumulate(row, initial=0), sums[-1], strict=True)))
    return Ground(box=panel, sums=tuple(sums))


def _dense(ring: Ring, step: int) -> Iterator[tuple[int, int]]:
    """Give a ring's points, and more between those that lie farther apart than a step."""
    for (ax, ay), (bx, by) in edges(ring):
        pieces = max(1, int(math.hypot(bx - ax, by - ay)) // step)
        for index in range(pieces):
            yield ax + (bx - ax) * index // pieces, ay + (by - ay) * index // pieces


@lru_cache(maxsize=64)
def ground(outlines: tuple[Outline, ...], map_box: Box, panel: Box) -> Ground:
    """Count all outlines of a placed map in the cells of a panel, with a point in every cell along each edge."""
    placed = place(outlines, map_box)
    return _counted((ring for area in placed.areas.values() for ring in area.rings), panel)


@lru_cache(maxsize=2048)
def place_label(
    size: tuple[int, int], number: str, ring: Box | None, avoid: tuple[Box, ...], panel: Box, outlines: tuple[Outline, ...], map_box: Box
) -> Label:
    """Find a place for a label of a size in EMU, for a municipality that may stand in a ring.

    Never over what is to be avoided or over its own area or ring; then over few outlines and near, with a leader that
    crosses nothing. Where there is no such place it stands in the panel's upper left corner. Kept for the same client's
    other language.
    """
    area = place(outlines, map_box).areas[number]
    everything, own = ground(outlines, map_box, panel), _counted(area.rings, panel)
    forbidden = avoid if ring is None else (*avoid, ring)
    best, least = Label(box=Box(x=panel.x, y=panel.y, w=size[0], h=size[1]), point=area.rings[0][0]), math.inf
    for far, box in _candidates(size, ring or area.extent, panel):
        if far >= least:
            break
        cost = far + everything.count(box)
        if cost >= least or any(overlaps(box, other) for other in forbidden) or own.count(box) or covers(area, box):
            continue
        label = Label(box=box, point=_nearest(box, area) if ring is None else _on_ring(box, ring))
        cost += CROSSING if _crosses(label, avoid) else 0.0
        if cost < least:
            best, least = label, cost
    return best


def _candidates(size: tuple[int, int], extent: Box, panel: Box) -> list[tuple[float, Box]]:
    """Give the places to try with what their distance costs, the nearest first."""
    step = max(1, min(panel.w, panel.h) // STEPS)
    boxes = [
        Box(x=x, y=y, w=size[0], h=size[1])
        for y in range(panel.y, panel.bottom - size[1] + 1, step)
        for x in range(panel.x, panel.right - size[0] + 1, step)
    ]
    return sorted(((FAR * _gap(box, extent) / panel.h, box) for box in boxes), key=lambda candidate: candidate[0])


def overlaps(one: Box, other: Box) -> bool:
    """Tell whether two boxes share any ground."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def covers(area: Area, box: Box) -> bool:
    """Tell whether a box that no outline runs through lies inside an area."""
    x, y = box.x, box.y
    inside = False
    for ring in area.rings:
        for (ax, ay), (bx, by) in edges(ring):
            if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
                inside = not inside
    return inside


def _crosses(label: Label, avoid: tuple[Box, ...]) -> bool:
    (ax, ay), (bx, by) = label.leader
    points = [(ax + (bx - ax) * step // SAMPLES, ay + (by - ay) * step // SAMPLES) for step in range(1, SAMPLES)]
    return any(box.x < x < box.right and box.y < y < box.bottom for box in avoid for x, y in points)


def _gap(box: Box, other: Box) -> float:
    dx = max(0, other.x - box.right, box.x - other.right)
    dy = max(0, other.y - box.bottom, box.y - other.bottom)
    return math.hypot(dx, dy)


def _nearest(box: Box, area: Area) -> tuple[int, int]:
    """Give the point of an area's outline that is nearest to a box."""

    def away(point: tuple[int, int]) -> int:
        dx = max(0, point[0] - box.right, box.x - point[0])
        dy = max(0, point[1] - box.bottom, box.y - point[1])
        return dx * dx + dy * dy

    return min((point for ring in area.rings for point in ring), key=away)


def _on_ring(box: Box, ring: Box) -> tuple[int, int]:
    """Give the point of a ring that lies towards the nearest edge of a box outside it."""
    x, y = ring.x + ring.w // 2, ring.y + ring.h // 2
    dx, dy = min(max(x, box.x), box.right) - x, min(max(y, box.y), box.bottom) - y
    share = 1 / math.hypot(dx / (ring.w / 2), dy / (ring.h / 2))
    return round(x + dx * share), round(y + dy * share)
