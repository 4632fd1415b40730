import pytest

from workshop_kit.scene.outline import ARROW_LEAST, arrow_head, ends, outline
from workshop_kit.scene.page import EMU_PER_POINT, Box, Geometry

BOX = Box(x=100, y=200, w=1000, h=500)
CLOSED = [each for each in Geometry if each not in (Geometry.LINE, Geometry.LINE_UP)]


@pytest.mark.parametrize("geometry", CLOSED)
def test_an_outline_is_closed_and_stays_in_its_box(geometry: Geometry) -> None:
    steps = outline(geometry, BOX)
    points = [point for _, places in steps for point in places]

    assert (steps[0][0], steps[-1][0]) == ("m", "h")
    assert all(BOX.x <= x <= BOX.right and BOX.y <= y <= BOX.bottom for x, y in points)


@pytest.mark.parametrize(("corner", "left"), [(50, 150), (9_999, 350)])
def test_a_corner_is_round_as_far_as_the_box_has_room(corner: int, left: float) -> None:
    assert outline(Geometry.ROUND, BOX, corner)[0] == ("m", ((left, 200),))


def test_a_line_runs_down_or_up() -> None:
    assert ends(Geometry.LINE, BOX) == ((100, 200), (1100, 700))
    assert ends(Geometry.LINE_UP, BOX) == ((100, 700), (1100, 200))


@pytest.mark.parametrize(("width", "size"), [(0.5, ARROW_LEAST), (4, 18 * EMU_PER_POINT)])
def test_an_arrows_head_is_as_wide_as_long_and_the_line_stops_at_it(width: float, size: float) -> None:
    stop, (tip, one, other) = arrow_head((0, 0), (1_000_000, 0), width)

    assert tip == (1_000_000, 0)
    assert stop == (1_000_000 - size, 0)
    assert {one, other} == {(1_000_000 - size, size / 2), (1_000_000 - size, -size / 2)}


def test_an_arrow_without_length_does_not_divide_by_it() -> None:
    assert arrow_head((5, 5), (5, 5), 1)[1][0] == (5, 5)
