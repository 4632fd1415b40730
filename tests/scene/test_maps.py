"""How outlines are projected, simplified and fitted into a box."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from workshop_kit.domain.municipality import Outline
from workshop_kit.scene.maps import FLATTENING, LEAST_RING, SEMI_MAJOR, TOLERANCE, Area, place, simplified, transverse_mercator
from workshop_kit.scene.page import Box

PANEL = Box(x=1_000_000, y=500_000, w=4_000_000, h=5_000_000)
SKERRIES = PANEL.w // 20
"""How far off the middle a county may stand because its outermost islets are too small to be drawn, in EMU."""
COUNTIES = sorted({each.county_number for each in make.kit().municipalities})

latitudes = st.floats(min_value=57.5, max_value=71.5)
offsets = st.floats(min_value=0, max_value=6)
coordinates = st.floats(min_value=-1e6, max_value=1e6)
lines = st.lists(st.tuples(coordinates, coordinates), min_size=2, max_size=60)
tolerances = st.floats(min_value=0, max_value=1e5)


def krueger(offset: float, latitude: float) -> tuple[float, float]:
    """Project by Krüger's series in the third flattening (Karney, Transverse Mercator with an accuracy of a few nanometers, 2011)."""
    n = FLATTENING / (2 - FLATTENING)
    radius = SEMI_MAJOR / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    alphas = (n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16, 13 * n**2 / 48 - 3 * n**3 / 5, 61 * n**3 / 240)
    phi, lam = math.radians(latitude), math.radians(offset)
    eccentricity = 2 * math.sqrt(n) / (1 + n)
    conformal = math.sinh(math.atanh(math.sin(phi)) - eccentricity * math.atanh(eccentricity * math.sin(phi)))
    xi = math.atan2(conformal, math.cos(lam))
    eta = math.asinh(math.sin(lam) / math.hypot(conformal, math.cos(lam)))
    north = xi + sum(alpha * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, alpha in enumerate(alphas, start=1))
    east = eta + sum(alpha * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, alpha in enumerate(alphas, start=1))
    return radius * east, radius * north


def test_the_pole_lies_a_quarter_meridian_north_as_published_for_grs80() -> None:
    assert transverse_mercator(15.0, 90.0, 15.0)[1] == pytest.approx(10_001_965.729, abs=0.01)


def test_the_equator_on_the_meridian_is_the_origin() -> None:
    assert transverse_mercator(15.0, 0.0, 15.0) == (0.0, 0.0)


@given(offsets, latitudes)
def test_points_agree_with_kruegers_series_within_a_metre(offset: float, latitude: float) -> None:
    east, north = transverse_mercator(15.0 + offset, latitude, 15.0)
    expected = krueger(offset, latitude)

    assert (east, north) == (pytest.approx(expected[0], abs=1.0), pytest.approx(expected[1], abs=1.0))


@given(offsets, latitudes)
def test_east_and_west_of_the_meridian_are_mirror_images(offset: float, latitude: float) -> None:
    east, north = transverse_mercator(15.0 + offset, latitude, 15.0)

    assert transverse_mercator(15.0 - offset, latitude, 15.0) == (pytest.approx(-east, abs=1e-3), pytest.approx(north, abs=1e-3))


@given(latitudes)
def test_the_scale_is_one_on_the_meridian(latitude: float) -> None:
    step = 1e-4
    sine = math.sin(math.radians(latitude))
    e2 = FLATTENING * (2 - FLATTENING)
    parallel = SEMI_MAJOR / math.sqrt(1 - e2 * sine**2) * math.cos(math.radians(latitude)) * math.radians(step)
    arc = SEMI_MAJOR * (1 - e2) / (1 - e2 * sine**2) ** 1.5 * math.radians(step)

    assert transverse_mercator(15.0 + step, latitude, 15.0)[0] == pytest.approx(parallel, rel=1e-6)
    rise = transverse_mercator(15.0, latitude + step / 2, 15.0)[1] - transverse_mercator(15.0, latitude - step / 2, 15.0)[1]
    assert rise == pytest.approx(arc, rel=1e-6)


def away(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """Give a point's distance to the line through two others, or to their place where they are one."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = math.hypot(bx - ax, by - ay)
    return math.hypot(px - ax, py - ay) if length == 0 else abs((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / length


@given(lines, tolerances)
def test_simplifying_keeps_the_ends_and_the_order(points: list[tuple[float, float]], tolerance: float) -> None:
    kept = simplified(points, tolerance)
    rest = iter(points)

    assert (kept[0], kept[-1]) == (points[0], points[-1])
    assert all(point in rest for point in kept)


@given(lines.map(lambda points: list(dict.fromkeys(points))).filter(lambda points: len(points) > 1), tolerances)
def test_no_dropped_point_lies_farther_than_the_tolerance_from_the_line_that_is_left(
    points: list[tuple[float, float]], tolerance: float
) -> None:
    kept = simplified(points, tolerance)
    places = [points.index(point) for point in kept]

    for first, last in itertools.pairwise(places):
        assert all(away(point, points[first], points[last]) <= tolerance * (1 + 1e-9) for point in points[first + 1 : last])


def test_a_closed_ring_is_simplified_from_the_point_where_it_closes() -> None:
    ring = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (0.0, 0.0)]

    assert simplified(ring, 1.0) == [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 0.0)]


@pytest.mark.parametrize("county", COUNTIES)
def test_every_county_fits_its_box_touches_two_sides_and_stands_in_the_middle(county: str) -> None:
    placed = place(make.county_outlines(county), PANEL)

    extents = [area.extent for area in placed.areas.values()]
    left, right = min(each.x for each in extents), max(each.right for each in extents)
    top, bottom = min(each.y for each in extents), max(each.bottom for each in extents)
    assert PANEL.x - 1 <= left <= right <= PANEL.right + 1
    assert PANEL.y - 1 <= top <= bottom <= PANEL.bottom + 1
    assert right - left >= PANEL.w - 2 * TOLERANCE or bottom - top >= PANEL.h - 2 * TOLERANCE
    assert left - PANEL.x == pytest.approx(PANEL.right - right, abs=SKERRIES)
    assert top - PANEL.y == pytest.approx(PANEL.bottom - bottom, abs=SKERRIES)


@pytest.mark.parametrize("county", COUNTIES)
def test_no_municipality_of_a_county_is_lost(county: str) -> None:
    outlines = make.county_outlines(county)

    assert {number for number, area in place(outlines, PANEL).areas.items() if area.rings} == {each.number for each in outlines}


def test_north_is_up_and_east_is_right() -> None:
    outlines = (make.square("south", 11.0, 59.0), make.square("north", 11.0, 60.0), make.square("east", 13.0, 59.0))

    extents = {number: area.extent for number, area in place(outlines, PANEL).areas.items()}

    assert extents["north"].bottom < extents["south"].y
    assert extents["south"].right < extents["east"].x


def test_a_kilometre_is_as_long_on_the_map_as_it_says() -> None:
    outlines = (make.square("one", 11.0, 59.0, side=1.0),)

    placed = place(outlines, PANEL)

    height_km = (transverse_mercator(11.5, 60.0, 11.5)[1] - transverse_mercator(11.5, 59.0, 11.5)[1]) / 1000
    assert placed.areas["one"].extent.h / placed.emu_per_km == pytest.approx(height_km, rel=0.01)


def test_small_rings_are_dropped_but_never_the_largest() -> None:
    islet = ((12.0, 59.0), (12.00001, 59.0), (12.00001, 59.00001), (12.0, 59.0))
    mainland = make.square("main", 11.0, 59.0).polygons[0]
    outlines = (Outline(number="main", polygons=((islet,), mainland)), Outline(number="islet", polygons=((islet,),)))

    areas = place(outlines, PANEL).areas

    assert len(areas["main"].rings) == 1
    assert len(areas["islet"].rings) == 1
    assert max(areas["islet"].extent.w, areas["islet"].extent.h) < LEAST_RING < areas["main"].extent.w


def test_the_largest_ring_comes_first() -> None:
    small, large = make.square("", 11.0, 59.0).polygons[0], make.square("", 11.5, 59.0, side=0.5).polygons[0]

    rings = place((Outline(number="two", polygons=(small, large)),), PANEL).areas["two"].rings

    assert len(rings) == 2
    assert Area(number="", rings=rings[:1]).extent.w > Area(number="", rings=rings[1:]).extent.w


def test_the_ground_of_an_area_is_that_of_its_rings_together() -> None:
    square = ((0, 0), (10, 0), (10, 10), (0, 10))
    triangle = ((20, 0), (30, 0), (20, 10))

    assert Area(number="", rings=(square, triangle)).ground == 150


def test_a_county_is_placed_once_for_all_its_clients() -> None:
    outlines = make.county_outlines("31")

    assert place(outlines, PANEL) is place(outlines, PANEL)
