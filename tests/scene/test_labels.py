"""Where a map's labels are put."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests import make
from tests.scene.plane import boxes_overlap, lies_within, ring_meets_box
from workshop_kit.scene.labels import CELLS, Label, covers, ground, overlaps, place_label
from workshop_kit.scene.maps import Area, place
from workshop_kit.scene.page import Box

PANEL = Box(x=0, y=0, w=4_000_000, h=4_000_000)
MAP = PANEL.inset(300_000)
SIZE = (800_000, 250_000)
OUTLINES = (make.square("west", 11.0, 59.0), make.square("east", 11.2, 59.0))

sides = st.integers(min_value=1, max_value=3_000_000)
boxes = st.builds(Box, x=sides, y=sides, w=sides, h=sides)


@given(boxes, boxes)
def test_overlapping_is_sharing_ground(one: Box, other: Box) -> None:
    assert overlaps(one, other) == overlaps(other, one) == boxes_overlap(one, other)


@settings(max_examples=40, deadline=None)
@given(st.floats(min_value=0.02, max_value=0.4), st.floats(min_value=0, max_value=0.5), st.integers(min_value=300_000, max_value=1_500_000))
def test_a_label_never_lies_over_its_own_area_or_what_is_to_be_avoided_while_there_is_room(side: float, east: float, width: int) -> None:
    outlines = (make.square("own", 11.0, 59.0, side=side), make.square("other", 11.0 + side + east, 59.0, side=0.1))
    areas = place(outlines, MAP).areas
    assume(areas["own"].extent.h < 3_000_000)
    avoid = (areas["other"].extent,)

    label = place_label((width, 250_000), "own", None, avoid, PANEL, outlines, MAP)

    assert lies_within(label.box, PANEL)
    assert not any(ring_meets_box(ring, label.box) for ring in areas["own"].rings)
    assert not boxes_overlap(label.box, avoid[0])


def test_a_label_stands_near_what_it_names() -> None:
    west = place(OUTLINES, MAP).areas["west"].extent

    label = place_label(SIZE, "west", None, (), PANEL, OUTLINES, MAP)

    assert abs(label.box.x + label.box.w // 2 - (west.x + west.w // 2)) < PANEL.w // 2
    assert min(abs(label.box.bottom - west.y), abs(label.box.y - west.bottom)) < PANEL.h // 8


def test_a_label_stays_outside_the_ring_and_its_leader_begins_on_it() -> None:
    west = place(OUTLINES, MAP).areas["west"].extent
    ring = Box(x=west.x - 100_000, y=west.y - 100_000, w=west.w + 200_000, h=west.h + 200_000)

    label = place_label(SIZE, "west", ring, (), PANEL, OUTLINES, MAP)

    assert not boxes_overlap(label.box, ring)
    x, y = label.point
    away = ((x - ring.x - ring.w / 2) / (ring.w / 2)) ** 2 + ((y - ring.y - ring.h / 2) / (ring.h / 2)) ** 2
    assert away == pytest.approx(1.0, abs=1e-3)


def test_a_leader_goes_round_what_is_to_be_avoided() -> None:
    outlines = (make.square("own", 11.0, 59.0), make.square("far", 12.0, 59.0))
    own = place(outlines, MAP).areas["own"].extent
    above = Box(x=0, y=own.y - 100_000, w=PANEL.w, h=60_000)
    beside = Box(x=own.right, y=own.y, w=1_000_000, h=own.h)

    label = place_label(SIZE, "own", None, (above, beside), PANEL, outlines, MAP)

    assert label.box.y >= own.bottom


def test_the_leader_runs_from_the_outline_to_the_nearest_edge_of_the_label() -> None:
    label = Label(box=Box(x=100, y=100, w=50, h=20), point=(300, 110))

    assert label.leader == ((300, 110), (150, 110))


def test_without_any_room_a_label_stands_in_the_panels_corner() -> None:
    label = place_label(SIZE, "west", None, (PANEL,), PANEL, OUTLINES, MAP)

    assert label.box == Box(x=PANEL.x, y=PANEL.y, w=SIZE[0], h=SIZE[1])


def test_a_box_in_the_middle_of_an_area_is_over_it_though_no_outline_runs_through() -> None:
    area = Area(number="", rings=(((0, 0), (1000, 0), (1000, 1000), (0, 1000)),))

    assert covers(area, Box(x=400, y=400, w=100, h=100))
    assert not covers(area, Box(x=1400, y=400, w=100, h=100))


def test_outlines_are_counted_where_they_run_and_nowhere_else() -> None:
    counted = ground(OUTLINES, MAP, PANEL)
    west = place(OUTLINES, MAP).areas["west"].extent
    cell = PANEL.w // CELLS

    whole = counted.count(PANEL)
    edge = counted.count(Box(x=west.x - cell, y=west.y, w=2 * cell, h=west.h))

    assert 0 < edge < whole
    assert counted.count(Box(x=west.x + 2 * cell, y=west.y + 2 * cell, w=cell, h=cell)) == 0


def test_outlines_outside_the_panel_are_not_counted() -> None:
    corner = Box(x=0, y=0, w=PANEL.w // 2, h=PANEL.h // 2)

    assert 0 < ground(OUTLINES, MAP, corner).count(corner) < ground(OUTLINES, MAP, PANEL).count(PANEL)
