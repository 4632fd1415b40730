"""How a map figure becomes areas, labels, rings, leaders and a scale bar."""

import pytest

from tests import make
from tests.scene.plane import boxes_overlap, lies_within
from workshop_kit.domain.plan import MapFigure, MapMark, Meaning
from workshop_kit.scene.builder import SlideBuilder
from workshop_kit.scene.drawings.figures import EXAMPLE_MAP
from workshop_kit.scene.mapping import FOOTER_TOP, MapLook, draw_map
from workshop_kit.scene.page import Box, Geometry, Item, Map, Role, Shape

PANEL = Box(x=6_366_000, y=0, w=5_826_000, h=6_858_000)
RINGED = MapLook(ring="accent2", ring_share=0.01)


def drawn(figure: MapFigure, look: MapLook = MapLook(), panel: Box = PANEL) -> list[Item]:  # noqa: B008 - frozen
    """Draw a map on a canvas slide and give its items."""
    slide = make.planned_slide(figures=(figure,))
    builder = SlideBuilder(make.plan(slide), slide, make.theme())
    draw_map(builder, figure, panel, look, 300_000)
    return builder.items


def county(number: str, *names: str) -> MapFigure:
    """Make a real county's map with labels on some municipalities, the first being the client."""
    marks = tuple(
        MapMark(number=make.real(name).number, label=name, meaning=Meaning.OTHER if index else Meaning.CLIENT)
        for index, name in enumerate(names)
    )
    return make.map_figure(*marks, outlines=make.county_outlines(number))


def the_map(items: list[Item]) -> Map:
    return next(item for item in items if isinstance(item, Map))


def shapes(items: list[Item], role: Role) -> list[Shape]:
    return [item for item in items if isinstance(item, Shape) and item.role is role]


def test_the_client_is_coloured_and_drawn_last_so_that_no_neighbours_border_lies_over_it() -> None:
    areas = the_map(drawn(make.map_figure(make.mark()))).areas

    assert [(area.name, area.fill) for area in areas] == [("3107", "bg1"), ("3110", "accent2")]


def test_borders_are_thinner_where_there_are_many_municipalities() -> None:
    few, many = the_map(drawn(county("31"))), the_map(drawn(county("46")))

    assert {area.stroke.width for area in few.areas} == {0.75}
    assert {area.stroke.width for area in many.areas} == {0.5}


def test_the_client_and_others_have_labels_in_their_own_colours() -> None:
    labels = shapes(drawn(county("31", "Hvaler", "Halden"), MapLook(scale_bar=False)), Role.LABEL)

    assert [(label.name, label.fill) for label in labels] == [("Hvaler", "accent2"), ("Halden", "accent1")]
    assert not boxes_overlap(labels[0].box, labels[1].box)


def test_a_leader_does_not_cross_another_label_on_a_crowded_map() -> None:
    items = drawn(county("50", "Trondheim", "Ørland"), MapLook(scale_bar=False), EXAMPLE_MAP)

    labels = shapes(items, Role.LABEL)
    leaders = [shape for shape in shapes(items, Role.DECORATION) if shape.geometry in (Geometry.LINE, Geometry.LINE_UP)]
    for leader in leaders:
        (ax, ay), (bx, by) = ends_of(leader)
        middle = [Box(x=ax + (bx - ax) * step // 20, y=ay + (by - ay) * step // 20, w=1, h=1) for step in range(1, 20)]
        assert not any(boxes_overlap(point, label.box) for point in middle for label in labels)


@pytest.mark.parametrize("mark", [make.mark(label=""), make.mark(number="9999")])
def test_a_mark_without_a_label_or_outside_the_map_is_not_labelled(mark: MapMark) -> None:
    assert shapes(drawn(make.map_figure(mark), MapLook(scale_bar=False)), Role.LABEL) == []


def test_labels_stand_above_the_footer() -> None:
    for name in ("Drammen", "Kragerø", "Eidskog"):
        client = make.real(name)
        labels = shapes(drawn(county(client.county_number, name)), Role.LABEL)
        assert all(label.box.bottom <= FOOTER_TOP for label in labels)


def test_a_small_client_is_ringed_inside_the_panel_and_labelled_outside_the_ring() -> None:
    items = drawn(county("11", "Utsira"), RINGED)

    (ring,) = (shape for shape in shapes(items, Role.DECORATION) if shape.geometry is Geometry.ELLIPSE)
    label = next(shape for shape in shapes(items, Role.LABEL) if shape.name == "Utsira")
    client = next(area for area in the_map(items).areas if area.fill == "accent2")
    assert lies_within(ring.box, PANEL)
    assert all(ring.box.x < x < ring.box.right and ring.box.y < y < ring.box.bottom for points in client.rings for x, y in points)
    assert not boxes_overlap(label.box, ring.box)


def test_a_large_client_is_not_ringed() -> None:
    items = drawn(county("56", "Kautokeino"), RINGED)

    assert all(shape.geometry is not Geometry.ELLIPSE for shape in shapes(items, Role.DECORATION))


@pytest.mark.parametrize("name", ["Utsira", "Kvam", "Frogn", "Rælingen", "Hyllestad", "Askøy", "Kvinesdal", "Austrheim", "Ringebu"])
def test_a_leader_runs_from_the_clients_outline_or_ring_to_its_label(name: str) -> None:
    items = drawn(county(make.real(name).county_number, name), MapLook(ring="accent2", ring_share=0.002, scale_bar=False))
    (label,) = shapes(items, Role.LABEL)
    client = next(area for area in the_map(items).areas if area.fill == "accent2")
    rings = [shape.box for shape in shapes(items, Role.DECORATION) if shape.geometry is Geometry.ELLIPSE]

    leaders = [shape for shape in shapes(items, Role.DECORATION) if shape.geometry in (Geometry.LINE, Geometry.LINE_UP)]

    for leader in leaders:
        ends = ends_of(leader)
        assert any(on_edge(end, label.box) for end in ends)
        assert any(end in points for end in ends for points in client.rings) or any(on_ellipse(end, ring) for end in ends for ring in rings)


def test_a_label_close_to_the_client_has_no_leader() -> None:
    items = drawn(county("55", "Målselv"), MapLook(scale_bar=False))

    lines = [shape for shape in shapes(items, Role.DECORATION) if shape.geometry in (Geometry.LINE, Geometry.LINE_UP)]

    assert lines == []


def ends_of(line: Shape) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give the ends of a line: downwards to the right, or upwards."""
    box = line.box
    return ((box.x, box.y), (box.right, box.bottom)) if line.geometry is Geometry.LINE else ((box.x, box.bottom), (box.right, box.y))


def on_edge(point: tuple[int, int], box: Box) -> bool:
    x, y = point
    inside = box.x <= x <= box.right and box.y <= y <= box.bottom
    return inside and (x in (box.x, box.right) or y in (box.y, box.bottom))


def on_ellipse(point: tuple[int, int], box: Box) -> bool:
    x, y = point
    return abs(((x - box.x) / box.w * 2 - 1) ** 2 + ((y - box.y) / box.h * 2 - 1) ** 2 - 1) < 0.001


def test_the_scale_bar_is_as_long_as_it_says_and_at_most_a_third_of_the_panel() -> None:
    items = drawn(county("31", "Hvaler"))

    bar = next(shape for shape in shapes(items, Role.DECORATION) if shape.box.h == 0 and shape.stroke and shape.stroke.width == 2.25)
    label = next(shape for shape in shapes(items, Role.LABEL) if shape.name.endswith("km"))
    assert bar.box.w <= PANEL.w * 0.3
    assert label.name == "20\u00a0km"
    assert not any(boxes_overlap(label.box, other.box) for other in shapes(items, Role.LABEL) if other is not label)


def test_a_map_of_less_than_five_kilometres_still_has_a_scale_bar() -> None:
    figure = make.map_figure(outlines=(make.square("3110", 11.0, 59.0, side=0.01),))

    assert [label.name for label in shapes(drawn(figure), Role.LABEL)] == ["5\u00a0km"]


def test_a_scale_bar_stands_in_some_corner_even_where_the_client_fills_the_panel() -> None:
    figure = make.map_figure(make.mark(label=""), outlines=(make.square("3110", 11.0, 59.0),))

    items = drawn(figure, panel=Box(x=0, y=0, w=2_000_000, h=2_400_000))

    assert [label.name for label in shapes(items, Role.LABEL)] == ["5\u00a0km"]


def test_a_map_is_named_by_its_county_and_described() -> None:
    placed = the_map(drawn(make.map_figure(make.mark())))

    assert (placed.name, placed.alt) == ("Kart Østfold", "Kart over Østfold.")
