"""The layouts: on the grid, inside the slide, apart from each other, and with caps that their boxes have room for."""

import itertools

import pytest

from tests import make
from tests.scene.plane import boxes_overlap, lies_within
from workshop_kit.scene.layout import Layout, LayoutBox
from workshop_kit.scene.page import Box
from workshop_kit.scene.theme import COLUMN, GUTTER, MARGIN, SLIDE_HEIGHT, SLIDE_WIDTH, column_x, columns_width

THEME = make.theme()
SLIDE = Box(x=0, y=0, w=SLIDE_WIDTH, h=SLIDE_HEIGHT)
EMU_PER_POINT = 12_700
MEAN_REGULAR, MEAN_BOLD = 0.451, 0.483
"""Mean advance of Norwegian text in Arial, in em, over the content's own words."""
FILLED = 0.85
"""The share of a box that its cap fills."""
LAYOUTS = pytest.mark.parametrize("layout", THEME.layouts.values(), ids=list(THEME.layouts))
ON_PANELS = {"two-columns", "big-number", "chart-and-points", "exercise"}
"""Layouts whose boxes may stand off the grid, inset in a panel."""


def most_that_fits(box: LayoutBox) -> float:
    """Give the characters that fill a box: whole lines of mean characters."""
    mean = MEAN_BOLD if box.bold else MEAN_REGULAR
    lines = int(box.h / EMU_PER_POINT / (box.size * THEME.fonts.line_height * box.spacing))
    return max(1, lines) * (box.w / EMU_PER_POINT) / (mean * box.size)


@LAYOUTS
def test_no_cap_promises_more_than_the_box_holds(layout: Layout) -> None:
    promised = {box.role: (box.most_characters, int(most_that_fits(box))) for box in layout.box if box.most_characters}

    assert {role: pair for role, pair in promised.items() if pair[0] > pair[1] * FILLED + 1} == {}


@LAYOUTS
def test_every_box_and_shape_is_inside_the_slide(layout: Layout) -> None:
    assert [box.role for box in layout.box if not lies_within(box.box, SLIDE)] == []
    assert [shape.name for shape in layout.shape if not lies_within(shape.box, SLIDE)] == []


@LAYOUTS
def test_no_two_boxes_lie_over_each_other(layout: Layout) -> None:
    assert [(one.role, other.role) for one, other in itertools.combinations(layout.box, 2) if boxes_overlap(one.box, other.box)] == []


@LAYOUTS
def test_roles_and_places_in_the_template_are_used_once(layout: Layout) -> None:
    assert len({box.role for box in layout.box}) == len(layout.box)
    assert len({box.idx for box in layout.box}) == len(layout.box)


@LAYOUTS
def test_boxes_stand_on_the_column_grid(layout: Layout) -> None:
    lefts = [column_x(number) for number in range(1, 13)]
    rights = [left + COLUMN for left in lefts]
    off = [
        box.role
        for box in layout.box
        if min(abs(box.x - left) for left in lefts) > 1_000 and min(abs(box.box.right - right) for right in rights) > 1_000
    ]

    assert layout.id in ON_PANELS or off in ([], ["parts"], ["logo"])  # a logo stands inside its plate


@LAYOUTS
def test_nothing_is_set_under_twelve_points(layout: Layout) -> None:
    assert [box.role for box in layout.box if box.size < 12] == []


@LAYOUTS
def test_every_layout_has_names_in_both_languages(layout: Layout) -> None:
    assert all(name.nb and name.nn for name in (layout.name, *(box.name for box in layout.box), *(shape.name for shape in layout.shape)))


def test_there_are_sixteen_layouts_in_one_order() -> None:
    assert len(THEME.layouts) == 16
    assert [layout.order for layout in THEME.layouts.values()] == sorted({layout.order for layout in THEME.layouts.values()})


def test_the_grid_fills_the_slide_between_its_margins() -> None:
    assert column_x(1) == MARGIN
    assert column_x(12) + COLUMN == SLIDE_WIDTH - MARGIN
    assert columns_width(12) == SLIDE_WIDTH - 2 * MARGIN
    assert column_x(2) - column_x(1) == COLUMN + GUTTER


def test_a_layouts_shape_and_box_know_their_places() -> None:
    shape = THEME.layouts["big-number"].shape[0]

    assert shape.box == Box(x=shape.x, y=shape.y, w=shape.w, h=shape.h)
    assert THEME.layouts["canvas"].find("chart") is None


def test_colours_are_slots_of_the_theme_or_given_as_they_are() -> None:
    assert THEME.colour("tx2") == "0B3A4A"
    assert THEME.colour("#E5243B") == "E5243B"
    assert THEME.is_slot("tx2")
    assert not THEME.is_slot("hairline")
