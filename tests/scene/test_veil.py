"""Every slide's structure is seen on a wall in daylight, which lies over it like a veil of 30 per cent white."""

import pytest

from tests import make
from tests.scene.colour import contrast, veiled
from tests.scene.packs import bare, whole_kit
from tests.scene.plane import lies_within
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import TableFigure
from workshop_kit.pack import compose
from workshop_kit.scene.layout import Layout, LayoutShape
from workshop_kit.scene.page import Box, Geometry, Page, Role, Shape, Stroke
from workshop_kit.scene.slides import compose_slide

SEEN = 1.25
"""Contrast from which a ground of colour is seen against what lies under it."""
OUTLINED, OUTLINE = 1.5, 1.5
"""A ground that is not seen needs an outline of this contrast and of this width in points."""
PAPER = 250_000
"""A shape narrower than this in EMU is a stripe or a rule: it marks something that is there without it."""

THEME = make.theme()


def deck_pages() -> tuple[Page, ...]:
    """Give every slide there is for one client, and the layouts that no slide uses yet."""
    composed, _ = compose(whole_kit(), bare(make.real("Hvaler"), Language.NB))
    figure = TableFigure(head=("Kommune", "Tall"), rows=((make.prose("Hvaler"), make.prose("1")),), alt="Tabell.", strong_row=0)
    table = make.planned_slide("table", "comparison-table", key="table", figures=(figure,))
    return (*composed.deck.pages, compose_slide(make.plan(table), table, THEME)[0])


PAGES = deck_pages()


def fixed(shape: LayoutShape) -> Shape:
    """Give a layout's own shape as one of the page."""
    stroke = Stroke(colour=shape.stroke, width=shape.stroke_width) if shape.stroke else None
    return Shape(name=shape.name.nb, box=shape.box, role=Role.DECORATION, fill=shape.fill, stroke=stroke)


def solids(page: Page) -> tuple[Shape, ...]:
    """Give what is filled on a slide, in the order it is drawn."""
    drawn = tuple(item for item in page.items if isinstance(item, Shape))
    return tuple(shape for shape in (*map(fixed, THEME.layouts[page.layout].shape), *drawn) if shape.fill is not None)


def under(index: int, shapes: tuple[Shape, ...], ground: str) -> str:
    """Give the slot that lies under a shape: the last one drawn before it that it stands in, else the slide's ground."""
    return next((shape.fill for shape in reversed(shapes[:index]) if shape.fill and lies_within(shapes[index].box, shape.box)), ground)


def seen(one: str, other: str) -> float:
    return contrast(veiled(THEME.colour(one)), veiled(THEME.colour(other)))


def is_structure(shape: Shape) -> bool:
    return min(shape.box.w, shape.box.h) >= PAPER and shape.geometry is not Geometry.ELLIPSE


def is_outlined(shape: Shape, ground: str) -> bool:
    return shape.stroke is not None and shape.stroke.width >= OUTLINE and seen(shape.stroke.colour, ground) >= OUTLINED


def test_every_layout_is_looked_at() -> None:
    assert {page.layout for page in PAGES} == set(THEME.layouts)


@pytest.mark.parametrize("page", PAGES, ids=[page.key for page in PAGES])
def test_every_panel_is_seen_under_a_veil(page: Page) -> None:
    shapes = solids(page)
    vanished = [
        f"{shape.name or shape.box}: {shape.fill} on {ground}"
        for index, shape in enumerate(shapes)
        for ground in (under(index, shapes, page.ground),)
        if is_structure(shape) and seen(shape.fill or ground, ground) < SEEN and not is_outlined(shape, ground)
    ]

    assert vanished == []


@pytest.mark.parametrize("layout", THEME.layouts.values(), ids=list(THEME.layouts))
def test_text_is_read_on_the_ground_it_stands_on(layout: Layout) -> None:
    faint: list[str] = []
    for box in layout.box:
        grounds = [shape.fill for shape in layout.shape if lies_within(box.box, shape.box)]
        ground = grounds[-1] if grounds else _head_ground(layout, box.role)
        found = contrast(THEME.colour(box.colour), THEME.colour(ground))
        if found < 4.5:
            faint.append(f"{box.role}: {box.colour} on {ground} is {found:.2f}")

    assert faint == []


def _head_ground(layout: Layout, role: str) -> str:
    """Give the ground of a placeholder outside the layout's shapes: the heads of two columns are drawn under theirs."""
    heads = {"left_head": "accent2", "right_head": "accent1"}
    return heads.get(role, layout.ground) if layout.id == "two-columns" else layout.ground


def test_a_veil_takes_contrast_away_but_never_all_of_it() -> None:
    assert veiled("000000") == "4C4C4C"
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
    assert contrast("12262E", "FFFFFF") == pytest.approx(15.64, abs=0.01)
    assert seen("bg2", "bg1") < SEEN < seen("accent3", "bg1")


def test_a_ground_is_found_under_a_shape_that_stands_in_another() -> None:
    panel = Shape(name="panel", box=Box(x=0, y=0, w=100, h=100), fill="tx2")
    inner = Shape(name="inner", box=Box(x=10, y=10, w=10, h=10), fill="bg1")

    assert under(1, (panel, inner), "bg2") == "tx2"
    assert under(0, (panel, inner), "bg2") == "bg2"
