"""What each drawing puts on its slide."""

import itertools

import pytest

from tests import make
from tests.scene.drawn import cells, drawing, goals, said, solid, table_figure, table_of, words
from tests.scene.packs import full, whole_kit
from tests.scene.plane import boxes_overlap, lies_within
from tests.writers import deck_plan
from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import BadgeFigure, GoalsFigure, Meaning, PartsFigure, PlannedSlide, ShareFigure, StepsFigure
from workshop_kit.domain.text import Run, TextBlock
from workshop_kit.pack import compose
from workshop_kit.scene.builder import BODY
from workshop_kit.scene.drawings import DRAWINGS
from workshop_kit.scene.drawings.heads import head_and_text
from workshop_kit.scene.page import EMU_PER_POINT, Align, Anchor, Box, Chart, Geometry, Map, Role, Shape
from workshop_kit.scene.slides import DRAWN_BY_LAYOUT, compose_slide
from workshop_kit.scene.theme import SLIDE_HEIGHT, SLIDE_WIDTH

SLIDE = Box(x=0, y=0, w=SLIDE_WIDTH, h=SLIDE_HEIGHT)
ONLY_HERE = {"chart-line", "emissions", "projection"}
"""Drawings that no slide uses for a client whose goals are known."""


def test_every_drawing_is_used_by_some_slide_or_tried_here() -> None:
    composed, _ = compose(whole_kit(), full(make.real("Hvaler"), Language.NB, Length.FULL_DAY))

    used = {slide.drawing or DRAWN_BY_LAYOUT.get(slide.layout) for slide in composed.plan.slides} - {None}

    assert used | ONLY_HERE == set(DRAWINGS)
    assert not used & ONLY_HERE


@pytest.mark.parametrize(
    ("layout", "name"),
    [
        ("agenda", "agenda"),
        ("big-number", "share-bar"),
        ("canvas", "goals"),
        ("canvas", "municipality-123"),
        ("chart-and-points", "population"),
        ("content", "numbered-rows"),
        ("content", "sources"),
        ("example", None),
        ("exercise", None),
        ("map-and-facts", "key-figures"),
        ("section", None),
        ("table", "comparison-table"),
        ("title", None),
    ],
)
def test_a_drawing_without_its_figure_draws_nothing(layout: str, name: str | None) -> None:
    assert [item for item in drawing(layout, name).items if not isinstance(item, Shape)] == []
    assert said(drawing(layout, name)) == []


@pytest.mark.parametrize(
    ("runs", "head", "text"),
    [
        ((Run(text="Miljø.", bold=True), Run(text=" Klima og natur")), "Miljø", "Klima og natur"),
        ((Run(text="Miljø", bold=True), Run(text=": klima")), "Miljø", "klima"),
        ((Run(text="Miljø.", bold=True),), "Miljø", ""),
        ((Run(text="Klima og natur"),), "", "Klima og natur"),
        ((Run(text="Miljø.", bold=True), Run(text=" Klima "), Run(text="nå", bold=True)), "Miljø", "Klima nå"),
    ],
)
def test_a_bold_head_is_parted_from_the_text_after_it(runs: tuple[Run, ...], head: str, text: str) -> None:
    found, rest = head_and_text(TextBlock(cells=(runs,)))

    assert (found, "".join(block.text for block in rest)) == (head, text)


def test_numbered_rows_have_number_head_and_text_and_one_height() -> None:
    table = table_of(drawing("content", "numbered-rows", {"body": make.items("Foredrag|Vi snakker kort.", "Samtale|")}))

    assert cells(table) == [["1", "Foredrag", "Vi snakker kort."], ["2", "Samtale", ""]]
    assert len(set(table.heights)) == 1
    assert table.alt == "Tabell med Foredrag, Samtale"
    assert table.head_column


def test_numbered_rows_without_heads_have_no_column_for_them() -> None:
    table = table_of(drawing("content", "numbered-rows", {"body": make.items("Første punkt", "Andre punkt")}))

    assert cells(table) == [["1", "Første punkt"], ["2", "Andre punkt"]]
    assert not table.head_column
    assert table.alt == "Tabell med Første punkt, Andre punkt"


def test_the_agenda_ends_with_the_end_in_bold() -> None:
    table = table_of(drawing("agenda", "agenda", None, table_figure(("09.00", "Velkommen"), ("10.50", "Slutt"))))

    assert cells(table) == [["09.00", "Velkommen"], ["10.50", "Slutt"]]
    assert [row[1].text.style.bold for row in table.rows] == [False, True]


def test_a_comparison_has_its_head_its_client_in_rust_on_sand_and_numbers_to_the_right() -> None:
    figure = table_figure(
        ("Hvaler", "4\u00a0714", "29,9\u00a0%"),
        ("Landet", "5\u00a0600\u00a0000", "16,9\u00a0%"),
        head=("Kommune", "Innbyggere 2026", "67 år"),
        strong_row=0,
    )

    table = table_of(drawing("table", "comparison-table", None, figure))

    assert cells(table)[0] == ["Kommune", "Innbyggere 2026", "67 år"]
    assert (table.head_rows, table.head_column, len(set(table.heights))) == (1, True, 1)
    assert [cell.fill for cell in table.rows[1]] == ["bg2"] * 3
    assert {cell.text.style.colour for cell in table.rows[1]} == {"accent2"}
    assert [cell.fill for cell in table.rows[2]] == [None] * 3
    assert [cell.text.style.align for cell in table.rows[2]] == [Align.LEFT, Align.RIGHT, Align.RIGHT]


def test_sources_stand_in_two_columns_and_a_single_one_in_one() -> None:
    many = drawing("content", "sources", {"body": make.items("SSB", "NTNU", "Kartverket")})
    one = drawing("content", "sources", {"body": make.items("SSB")})

    assert said(many) == ["SSB / NTNU", "Kartverket"]
    assert said(one) == ["SSB"]


def test_the_parts_are_listed_with_their_numbers_and_the_current_one_in_bold() -> None:
    figure = PartsFigure(parts=("Begrepene", "Målene", "Avslutning"), numbers=("1", "2", ""), current=1)

    (parts,) = (item for item in drawing("section", None, None, figure).items if isinstance(item, Shape) and item.placeholder == 16)

    assert parts.text is not None
    assert [block.text for block in parts.text.blocks] == ["1\u2002Begrepene", "2\u2002Målene", "Avslutning"]
    assert [block.runs[0].bold for block in parts.text.blocks] == [False, True, False]


def test_an_exercises_steps_are_as_wide_as_their_minutes_and_skipped_ones_are_left_out() -> None:
    page = drawing("exercise", None, None, StepsFigure(minutes=(2, 0, 4), labels=("a", "b", "c"), alt="Tidslinje."))

    bar = [shape for shape in solid(page) if shape.text]
    assert [words(shape) for shape in bar] == ["2", "4"]
    assert bar[1].box.w == pytest.approx(2 * bar[0].box.w, rel=0.001)
    assert bar[0].fill != bar[1].fill


def written(shape: Shape) -> Box:
    """Give the ground that a shape's lines take."""
    assert shape.text is not None
    left, top, right, bottom = shape.text.insets
    style, box = shape.text.style, shape.box
    height = round(len(shape.text.lines) * style.size * style.spacing * EMU_PER_POINT)
    room = box.h - top - bottom - height
    above = {Anchor.TOP: 0, Anchor.MIDDLE: room // 2, Anchor.BOTTOM: room}[style.anchor]
    return Box(x=box.x + left, y=box.y + top + above, w=box.w - left - right, h=height)


@pytest.mark.parametrize("slide", deck_plan.plan().slides, ids=lambda slide: slide.key)
def test_every_drawing_fits_its_slide_and_covers_no_text_of_its_own(slide: PlannedSlide) -> None:
    page, problems = compose_slide(deck_plan.plan(), slide, make.theme())

    texts = [item for item in page.items if isinstance(item, Shape) and item.text and item.role is not Role.LABEL]
    over = [(words(one), words(other)) for one, other in itertools.combinations(texts, 2) if boxes_overlap(written(one), written(other))]
    assert problems == ()
    assert [item for item in page.items if not lies_within(item.box, SLIDE)] == []
    assert over == []


def test_a_mark_before_a_head_is_drawn_and_decides_its_colours_on_either_side() -> None:
    sections = {
        "left_head": make.prose("✓ Dette hjelper"),
        "left": make.items("Kort"),
        "right_head": make.prose("✕ Dette stenger ute"),
        "right": make.items("En"),
    }

    page = drawing("two-columns", None, sections)

    assert "Dette hjelper" in said(page)
    assert "Dette stenger ute" in said(page)
    assert [shape.fill for shape in solid(page) if shape.geometry is Geometry.RECT] == ["accent6", "accent1", "bg2", "accent2"]
    marks = [shape for shape in solid(page) if shape.geometry in (Geometry.CHECK, Geometry.CROSS)]
    assert [mark.geometry for mark in marks] == [Geometry.CHECK, Geometry.CROSS]
    heads = [item for item in page.items if isinstance(item, Shape) and item.text and item.placeholder in (17, 19)]
    for mark, head in zip(marks, heads, strict=True):
        assert head.text is not None
        assert mark.box.right <= head.box.x + head.text.insets[0]


def test_both_columns_get_a_solid_head_and_a_panel_as_high_as_the_longer_text() -> None:
    sections = {
        "left_head": make.prose("Ikke"),
        "left": make.items("Kort"),
        "right_head": make.prose("Men"),
        "right": make.items("En", "To", "Tre"),
    }

    page = drawing("two-columns", None, sections)

    panels = [shape for shape in solid(page) if shape.stroke is not None]
    heads = [shape for shape in solid(page) if shape.stroke is None]
    assert [shape.fill for shape in heads] == ["tx2", "accent1"]
    assert len({panel.box.h for panel in panels}) == 1
    assert [head.box.bottom for head in heads] == [panel.box.y for panel in panels]


def test_a_chart_is_native_and_fills_its_placeholder() -> None:
    page = drawing("chart-and-points", "population", None, make.chart_figure())

    (chart,) = (item for item in page.items if isinstance(item, Chart))
    assert (chart.placeholder, chart.size, chart.alt) == (17, 16, "Diagram.")


def test_share_bars_are_filled_by_their_share_and_described_once() -> None:
    bars = (("2020: 24 %", 24.0, Meaning.BEFORE), ("2026: 30 %", 30.0, Meaning.CLIENT))

    page = drawing("big-number", "share-bar", None, ShareFigure(bars=bars, alt="Stolper."))

    whole = [shape for shape in solid(page) if shape.fill == "accent6"]
    parts = [shape for shape in solid(page) if shape.fill != "accent6"]
    assert [part.box.w / bar.box.w for part, bar in zip(parts, whole, strict=True)] == [
        pytest.approx(0.24, abs=0.001),
        pytest.approx(0.30, abs=0.001),
    ]
    assert [part.fill for part in parts] == ["accent3", "accent2"]
    assert [part.alt for part in parts] == ["Stolper.", ""]


def test_key_figures_have_the_strong_row_larger_and_the_map_beside_them() -> None:
    figure = table_figure(("Innbyggere", "4\u00a0714"), ("Areal", "90\u00a0km²"), strong_row=0)

    page = drawing("map-and-facts", "key-figures", None, figure, make.map_figure(make.mark()))

    table = table_of(page)
    assert [row[1].text.style.size for row in table.rows] == [28, 24]
    (placed,) = (item for item in page.items if isinstance(item, Map))
    assert placed.box.x > table.box.right


def test_the_goals_are_seventeen_tiles_and_a_last_one_for_the_year() -> None:
    page = drawing("canvas", "goals", {"goal_notice": make.prose(make.words()["goal_notice"])}, goals())

    tiles = [shape for shape in solid(page) if shape.fill and shape.fill.startswith("#")]
    assert [words(tile) for tile in tiles] == [str(number) for number in range(1, 18)]
    assert not any(boxes_overlap(one.box, other.box) for at, one in enumerate(solid(page)) for other in solid(page)[at + 1 :])
    assert said(page)[-2] == "2030 / frist for målene"
    assert said(page)[-1] == make.words()["goal_notice"]


def test_the_goals_without_last_words_have_no_last_tile() -> None:
    assert len(solid(drawing("canvas", "goals", None, goals(last="")))) == 17


def test_an_example_has_rows_map_chips_year_and_notice_and_nothing_over_another() -> None:
    figures = (
        table_figure(("Behov", "Lite strøm."), ("Gjorde", "Satte opp sol.")),
        make.map_figure(make.mark()),
        goals(5, last=""),
        BadgeFigure(text="2021"),
    )

    page = drawing("example", None, {"goal_notice": make.prose(make.words()["goal_notice"])}, *figures)

    assert cells(table_of(page)) == [["Behov", "Lite strøm."], ["Gjorde", "Satte opp sol."]]
    assert [words(shape)[:2].strip("\u2002") for shape in solid(page) if shape.fill and shape.fill.startswith("#")] == ["1", "2", "3"]
    assert "2021" in said(page)
    assert said(page)[-1] == make.words()["goal_notice"]


def test_an_example_about_all_goals_says_so_on_one_chip() -> None:
    page = drawing("example", None, None, GoalsFigure(tiles=(), last_head="Alle de 17 målene"))

    assert said(page) == ["Alle de 17 målene"]


def test_the_smart_city_is_a_chain_and_four_aims_under_the_fixed_lead() -> None:
    sections = {"chain": make.items("Folk|Hva trengs?", "Tjenester|Hva bedre?"), "aims": make.items("Ett mål", "To mål")}

    page = drawing("canvas", "smart-city", sections)

    assert said(page) == ["Folk / Hva trengs?", "Tjenester / Hva bedre?", "Fire mål", "Ett mål", "To mål"]
    assert [shape.geometry for shape in solid(page)][:2] == [Geometry.PENTAGON, Geometry.CHEVRON]


def test_the_smart_city_may_have_a_lead_of_its_own() -> None:
    sections = {"chain": make.items("Folk|Hva?"), "lead": make.prose("Tre mål"), "aims": make.items("Ett")}

    assert "Tre mål" in said(drawing("canvas", "smart-city", sections))


def test_a_definition_stands_beside_its_words() -> None:
    sections = {"body": make.prose("En smartby er et sted."), "words": make.items("Demokrati|Alle er med", "Bærekraft|Det holder")}

    assert said(drawing("canvas", "definition-words", sections)) == [
        "En smartby er et sted.",
        "Demokrati / Alle er med",
        "Bærekraft / Det holder",
    ]


def test_tiles_are_read_down_the_first_column_and_then_the_second() -> None:
    page = drawing("canvas", "tiles", {"body": make.items("Ett", "To", "Tre")})

    assert said(page) == ["1", "Ett", "2", "To", "3", "Tre"]
    numbers = [shape for shape in solid(page) if words(shape).isdigit()]
    assert [shape.box.x == numbers[0].box.x for shape in numbers] == [True, True, False]


@pytest.mark.parametrize("question", [True, False])
def test_the_circles_overlap_and_their_sides_are_told_beside_them(question: bool) -> None:
    sections = {"body": make.items("Miljø|Natur", "Sosialt|Helse", "Økonomi|Penger")}
    asked = {"question": make.prose("Hva veier tyngst?")} if question else {}

    page = drawing("canvas", "three-circles", {**sections, **asked})

    circles = [item for item in page.items if isinstance(item, Shape) and item.geometry is Geometry.ELLIPSE]
    assert all(boxes_overlap(one.box, other.box) for one in circles for other in circles)
    assert ("Hva veier tyngst?" in said(page)) is question
    assert said(page)[:6] == ["Miljø", "Sosialt", "Økonomi", "Miljø / Natur", "Sosialt / Helse", "Økonomi / Penger"]


def test_the_generations_are_a_table_under_three_bands_that_all_go_on() -> None:
    rows = (make.row("", "Kommune 1.0", "Kommune 2.0", "Kommune 3.0"), make.row("Ordet", "Myndighet", "Tjeneste", "Fellesskap"))

    page = drawing("canvas", "municipality-123", {"body": rows})

    bands = [shape for shape in solid(page) if shape.role is Role.DECORATION]
    assert [band.box.right for band in bands] == [BODY.right] * 3
    assert sorted(band.box.x for band in bands) == [band.box.x for band in bands]
    assert cells(table_of(page))[1] == ["Ordet", "Myndighet", "Tjeneste", "Fellesskap"]
    assert [row[3].text.style.bold for row in table_of(page).rows] == [True, True]


def test_a_timeline_has_a_dot_a_year_and_a_panel_for_each_stop() -> None:
    page = drawing("canvas", "timeline", {"body": make.items("2019|Et veikart", "2021|En lov")})

    assert said(page) == ["2019", "Et veikart", "2021", "En lov"]
    assert [shape.geometry for shape in solid(page)].count(Geometry.ELLIPSE) == 2


def test_layers_have_a_solid_name_and_what_it_means_beside_it() -> None:
    page = drawing("canvas", "layers", {"body": make.items("Folk|Det begynner her", "Teknologi|Et hjelpemiddel")})

    assert said(page) == ["Folk", "Det begynner her", "Teknologi", "Et hjelpemiddel"]
    assert [shape.fill for shape in solid(page)] == ["tx2", "bg2", "tx2", "bg2"]
