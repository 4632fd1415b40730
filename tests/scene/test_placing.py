import pytest

from tests import make
from workshop_kit.domain.text import paragraph
from workshop_kit.scene.measure import break_lines, points
from workshop_kit.scene.page import EMU_PER_POINT, Align, Anchor, Box, Bullet, Cell, Stroke, Table, Text, TextStyle
from workshop_kit.scene.placing import (
    SLIDE_LINE_HEIGHT,
    Leading,
    PlacedLine,
    grid_lines,
    own_leading,
    place_lines,
    placed_rows,
    rule_lines,
    slide_leading,
)

BOX = Box(x=0, y=0, w=200 * EMU_PER_POINT, h=100 * EMU_PER_POINT)
RULE = Stroke(colour="accent3", width=1)
PLAIN = Leading(1.2, 1.0)


def placed(style: TextStyle, *words: str, leading: Leading | None = PLAIN) -> list[PlacedLine]:
    blocks = make.items(*words) if style.bullet is Bullet.DOT else tuple(paragraph(each) for each in words)
    fonts = make.theme().fonts
    text = Text(blocks=blocks, style=style, lines=break_lines(blocks, style, fonts, points(BOX.w)))
    return list(place_lines(text, BOX, fonts, leading))


def table(*rows: tuple[Cell, ...], grid: Stroke | None = None) -> Table:
    return Table(name="", box=BOX, widths=(100, 50), heights=(10, 20), rows=rows, grid=grid)


def cell(rule: Stroke | None = None) -> Cell:
    return Cell(text=Text(blocks=(paragraph(""),), style=TextStyle(size=9), lines=()), rule=rule)


def test_lines_stand_under_each_other_with_space_between_paragraphs() -> None:
    lines = placed(TextStyle(size=10, space_after=5), "a", "b")

    assert [line.baseline for line in lines] == pytest.approx([10, 27])


@pytest.mark.parametrize(("anchor", "first"), [(Anchor.TOP, 10), (Anchor.MIDDLE, 54), (Anchor.BOTTOM, 98)])
def test_the_anchor_says_where_the_room_is(anchor: Anchor, first: float) -> None:
    assert placed(TextStyle(size=10, anchor=anchor), "a")[0].baseline == pytest.approx(first)


@pytest.mark.parametrize(("align", "share"), [(Align.LEFT, 0.0), (Align.CENTRE, 0.5), (Align.RIGHT, 1.0)])
def test_the_alignment_says_where_a_line_begins(align: Align, share: float) -> None:
    (line,) = placed(TextStyle(size=10, align=align), "Hvaler")

    assert line.x == pytest.approx((200 - line.line.width) * share)


def test_less_than_single_spacing_takes_room_from_above_the_first_line_too() -> None:
    lines = placed(TextStyle(size=10, spacing=0.5), "a", "b")

    assert [line.baseline for line in lines] == pytest.approx([4, 10])


def test_wider_spacing_leaves_the_first_line() -> None:
    lines = placed(TextStyle(size=10, spacing=1.5), "a", "b")

    assert [line.baseline for line in lines] == pytest.approx([10, 28])


def test_only_an_items_first_line_has_a_bullet() -> None:
    lines = placed(TextStyle(size=30, bullet=Bullet.DOT), "Vi lager dette sammen")

    assert [line.bullet_x for line in lines] == [0.0] + [None] * (len(lines) - 1)
    assert [line.goes_on for line in lines] == [True] * (len(lines) - 1) + [False]
    assert {line.x for line in lines} == {30.0}


def test_slides_have_more_room_above_their_letters_than_paper() -> None:
    fonts = make.theme().fonts

    assert placed(TextStyle(size=10), "a", leading=None) == placed(TextStyle(size=10), "a", leading=own_leading(fonts))
    assert slide_leading(fonts).height == SLIDE_LINE_HEIGHT
    assert slide_leading(fonts).height - slide_leading(fonts).ascent == pytest.approx(fonts.descent)
    assert slide_leading(fonts).ascent > own_leading(fonts).ascent


def test_neighbours_with_the_same_rule_share_a_line() -> None:
    rows = placed_rows(table((cell(RULE), cell(RULE)), (cell(), cell(RULE))))

    assert list(rule_lines(rows)) == [((0, 10), (150, 10), RULE), ((100, 30), (150, 30), RULE)]


def test_a_grid_has_a_line_on_each_side_of_every_cell() -> None:
    lines = list(grid_lines(table((cell(), cell()), (cell(), cell()), grid=RULE)))

    assert [line[0] for line in lines] == [(0, 0), (0, 10), (0, 30), (0, 0), (100, 0), (150, 0)]
    assert list(grid_lines(table((cell(), cell())))) == []


def test_a_row_with_too_few_cells_is_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        placed_rows(table((cell(),)))
