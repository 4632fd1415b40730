"""Plain geometry for the tests, written apart from the program's own."""

from workshop_kit.scene.page import Box

Point = tuple[int, int]
Ring = tuple[Point, ...]


def boxes_overlap(one: Box, other: Box) -> bool:
    """Tell whether two boxes share ground; touching edges do not."""
    return max(one.x, other.x) < min(one.right, other.right) and max(one.y, other.y) < min(one.bottom, other.bottom)


def lies_within(inner: Box, outer: Box) -> bool:
    """Tell whether a box lies wholly inside another."""
    return outer.x <= inner.x and outer.y <= inner.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def ring_meets_box(ring: Ring, box: Box) -> bool:
    """Tell whether a filled ring shares ground with a box."""
    around = Box(x=min(x for x, _ in ring), y=min(y for _, y in ring), w=0, h=0)
    around = Box(x=around.x, y=around.y, w=max(x for x, _ in ring) - around.x, h=max(y for _, y in ring) - around.y)
    if not boxes_overlap(around, box):
        return False
    ends = zip(ring, (*ring[1:], ring[0]), strict=True)
    return any(_segment_meets_box(start, end, box) for start, end in ends) or _inside((box.x + box.w / 2, box.y + box.h / 2), ring)


def _segment_meets_box(start: Point, end: Point, box: Box) -> bool:
    """Clip a segment to a box (Liang and Barsky 1984) and tell whether anything is left."""
    (ax, ay), (bx, by) = start, end
    enters, leaves = 0.0, 1.0
    for step, low, high in ((bx - ax, box.x - ax, box.right - ax), (by - ay, box.y - ay, box.bottom - ay)):
        if step == 0:
            if not low < 0 < high:
                return False
            continue
        near, far = sorted((low / step, high / step))
        enters, leaves = max(enters, near), min(leaves, far)
    return enters < leaves


def _inside(point: tuple[float, float], ring: Ring) -> bool:
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if min(ay, by) <= y < max(ay, by) and ax + (y - ay) * (bx - ax) / (by - ay) > x:
            crossings += 1
    return crossings % 2 == 1
