"""What the drawings that carry one idea, and the tables and tiles, put on their slides."""

import pytest

from tests import make
from tests.scene.drawn import cells, drawing, goals, said, solid, table_figure, table_of, words
from tests.scene.plane import boxes_overlap
from workshop_kit.domain.plan import Meaning, ShareFigure
from workshop_kit.scene.builder import BODY
from workshop_kit.scene.page import Align, Chart, Geometry, Map, Page, Role, Shape

THREE = ("Først|Vi spør", "Så|Vi prøver", "Sist|Vi lærer")
QUESTION = make.prose("Hva gjør vi nå?")


def lines(page: Page) -> list[Shape]:
    return [item for item in page.items if isinstance(item, Shape) and item.geometry is Geometry.LINE]


def placed(page: Page, text: str) -> Shape:
    return next(item for item in page.items if isinstance(item, Shape) and words(item) == text)


def test_one_share_is_a_bar_filled_by_it() -> None:
    figure = ShareFigure(bars=(("av kommunene", 52.0, Meaning.CLIENT),), alt="Stolpe.")

    whole, part = solid(drawing("big-number", "share", None, figure))

    assert part.box.w / whole.box.w == pytest.approx(0.52, abs=0.001)
    assert (part.fill, part.alt) == ("accent2", "Stolpe.")


def test_three_numbers_stand_over_what_they_count() -> None:
    page = drawing("canvas", "three-numbers", {"body": make.items("193|land", "17|mål", "169|delmål")})

    assert said(page) == ["193", "land", "17", "mål", "169", "delmål"]
    assert placed(page, "17").box.bottom <= placed(page, "mål").box.y


def test_a_waffle_has_a_square_for_each_and_fills_those_that_are_counted() -> None:
    page = drawing("canvas", "waffle", {"count": make.prose("13 av 41"), "label": make.prose("kommuner"), "question": QUESTION})

    assert [shape.fill for shape in solid(page)].count("accent1") == 13
    assert len(solid(page)) == 41
    assert said(page) == ["13 av 41", "kommuner", "Hva gjør vi nå?"]
    assert [shape.alt for shape in solid(page) if shape.alt] == ["13 av 41 kommuner"]


def test_a_funnel_gets_narrower() -> None:
    page = drawing("canvas", "funnel", {"body": make.items("783|nådd", "450|innspill", "1|plan")})

    ends = [placed(page, text).box.right for text in ("nådd", "innspill", "plan")]
    assert ends == sorted(ends, reverse=True)
    assert len(set(ends)) == 3


def test_a_report_card_has_its_facts_and_the_question_beside_them() -> None:
    page = drawing("canvas", "report-card", {"facts": make.items("Tittel|En kartlegging", "Dato|2019"), "question": QUESTION})

    assert said(page) == ["Tittel", "En kartlegging", "Dato", "2019", "Hva gjør vi nå?"]
    assert placed(page, "Hva gjør vi nå?").box.x > placed(page, "2019").box.right


def test_a_tension_is_two_panels_with_one_line_between_them_and_its_words_over_the_line() -> None:
    sections = {
        "left": make.prose("Boliger"),
        "right": make.prose("Matjord"),
        "middle": make.prose("Det samme jordet"),
        "question": QUESTION,
    }

    page = drawing("canvas", "tension", sections)

    (line,) = lines(page)
    assert (line.box.x, line.box.right) == (placed(page, "Boliger").box.right, placed(page, "Matjord").box.x)
    assert placed(page, "Det samme jordet").box.bottom <= line.box.y
    assert line.stroke is not None
    assert line.stroke.colour == "accent2"


def test_a_ladder_rises_and_its_top_step_is_darkest() -> None:
    page = drawing("canvas", "ladder", {"body": make.items(*THREE)})

    heads = [placed(page, text) for text in ("Først", "Så", "Sist")]
    assert [head.box.y for head in heads] == sorted((head.box.y for head in heads), reverse=True)
    assert [head.fill for head in heads] == ["accent1", "accent1", "tx2"]
    assert {placed(page, text).box.bottom for text in ("Vi spør", "Vi prøver", "Vi lærer")} == {BODY.bottom}


def test_a_tree_has_a_branch_for_each() -> None:
    page = drawing("canvas", "tree", {"root": make.prose("91"), "body": make.items(*THREE)})

    assert said(page) == ["91", "Først / Vi spør", "Så / Vi prøver", "Sist / Vi lærer"]
    assert len(lines(page)) == 2 + 3


@pytest.mark.parametrize(("count", "down"), [(3, 1), (4, 2), (6, 2)])
def test_steps_are_numbered_arrows_in_two_rows_at_most(count: int, down: int) -> None:
    page = drawing("canvas", "steps", {"body": make.items(*(f"Trinn {number}" for number in range(count)))})

    assert said(page) == [f"{number + 1} / Trinn {number}" for number in range(count)]
    assert len({shape.box.y for shape in solid(page)}) == down
    assert [shape.geometry for shape in solid(page)].count(Geometry.PENTAGON) == down


def test_the_synthesis_is_broadest_at_the_foot() -> None:
    page = drawing("canvas", "synthesis", {"body": make.items(*THREE), "question": QUESTION})

    widths = [shape.box.w for shape in solid(page)]
    assert widths == sorted(widths)
    assert said(page)[-1] == "Hva gjør vi nå?"


def test_four_corners_lie_between_their_axes() -> None:
    sections = {
        "body": make.items("Gjør nå|Lett", "Planlegg|Tungt", "Kanskje|Lite", "La være|Mye"),
        "across": make.prose("Innsats"),
        "up": make.prose("Effekt"),
    }

    page = drawing("canvas", "two-by-two", sections)

    now, plan, later, leave = solid(page)
    assert (now.box.x, now.box.y, now.fill) == (later.box.x, plan.box.y, "accent6")
    assert leave.box.bottom < placed(page, "Innsats").box.y
    assert placed(page, "Effekt").box.right < now.box.x


@pytest.mark.parametrize("dated", [True, False])
def test_days_have_their_dates_where_they_are_known_and_no_room_for_them_otherwise(dated: bool) -> None:
    dates = {"dates": make.prose("24. oktober", "13. november", "22. januar")} if dated else {}

    page = drawing("canvas", "day-steps", {"body": make.items("10|Vi spør", "30|Vi prøver", "60|Vi lærer"), **dates})

    assert ("24. oktober" in said(page)) is dated
    assert (placed(page, "Vi spør").box.y - lines(page)[0].box.y > 500_000) is dated


def test_a_text_table_has_figures_under_a_head_to_the_right_and_words_to_the_left() -> None:
    rows = (make.row("Indikator", "Tall", "Måles i"), make.row("Ledighet", "2,74", "prosent"), make.row("Datasett", "1 268", "antall"))

    table = table_of(drawing("table", "text-table", {"body": rows}))

    assert cells(table)[1] == ["Ledighet", "2,74", "prosent"]
    assert [[cell.text.style.align for cell in row] for row in table.rows] == [[Align.LEFT, Align.RIGHT, Align.LEFT]] * 3
    assert (table.head_rows, table.alt) == (1, "Tabell med Indikator, Tall, Måles i")


def test_a_traffic_light_says_the_same_in_word_colour_and_shape() -> None:
    rows = (
        make.row("Område", "Signal", "Funn"),
        make.row("Luft", "bra", "Ren"),
        make.row("Buss", "middels", "Få"),
        make.row("Bil", "haster", "Mange"),
        make.row("Vann", "ukjent", "?"),
    )

    page = drawing("table", "traffic-lights", {"body": rows})

    assert [(shape.geometry, shape.fill) for shape in solid(page)] == [
        (Geometry.ELLIPSE, "accent1"),
        (Geometry.TRIANGLE, "accent4"),
        (Geometry.RECT, "accent2"),
    ]


def test_a_decision_form_has_rows_to_fill_in() -> None:
    table = table_of(drawing("table", "decision-form", {"body": (make.row("Tiltak", "Dato"), make.row("", ""), make.row("", ""))}))

    assert cells(table) == [["Tiltak", "Dato"], ["", ""], ["", ""]]
    assert sum(table.widths) == BODY.w


def test_roles_that_are_present_are_lit_and_checked() -> None:
    page = drawing("canvas", "roles", {"body": make.items("Fagledere", "Teamledere"), "present": make.items("fagledere")})

    lit, check, unlit = solid(page)
    assert (words(lit), lit.fill, check.geometry, unlit.fill) == ("Fagledere", "tx2", Geometry.CHECK, "bg2")


def test_all_roles_are_lit_where_nobody_said_who_comes() -> None:
    page = drawing("canvas", "roles", {"body": make.items("Fagledere", "Teamledere")})

    assert [shape.fill for shape in solid(page)] == ["tx2", "tx2"]


@pytest.mark.parametrize("count", [1, 3, 5, 17])
def test_chosen_goals_are_tiles_that_do_not_touch(count: int) -> None:
    page = drawing("canvas", "chosen-goals", None, goals(count, last=""))

    tiles = [shape for shape in solid(page) if shape.fill and shape.fill.startswith("#")]
    assert len(tiles) == count
    assert not any(boxes_overlap(one.box, other.box) for at, one in enumerate(tiles) for other in tiles[at + 1 :])


def test_own_goals_stand_beside_the_year_they_were_adopted() -> None:
    page = drawing("content", "own-goals", None, table_figure(("2024", "En møteplass til alle"), ("2025", "Halve utslipp")))

    assert said(page) == ["2024", "En møteplass til alle", "2025", "Halve utslipp"]


def test_the_form_for_own_examples_asks_in_every_row() -> None:
    page = drawing("content", "own-example-form", {"body": make.items("Behov|Hvem trengte noe?", "Gjorde|")})

    assert said(page) == ["Behov", "Hvem trengte noe?", "Gjorde", ""]


@pytest.mark.parametrize(("count", "size"), [(2, 20), (6, 18)])
def test_examples_stand_beside_their_map_and_in_smaller_type_where_they_are_many(count: int, size: int) -> None:
    rows = tuple((f"Kommune {number}", "samme fylke") for number in range(count))

    page = drawing("map-and-facts", "examples-map", None, table_figure(*rows), make.map_figure(make.mark()))

    first = placed(page, "Kommune 0 / samme fylke")
    (county,) = (item for item in page.items if isinstance(item, Map))
    assert first.text is not None
    assert first.text.style.size == size
    assert first.box.right <= county.box.x


@pytest.mark.parametrize("name", ["chart-bar", "chart-column", "chart-donut", "chart-line", "chart-stacked", "emissions", "projection"])
def test_a_chart_of_any_name_fills_its_placeholder(name: str) -> None:
    page = drawing("chart-and-points", name, None, make.chart_figure())

    assert [item.placeholder for item in page.items if isinstance(item, Chart)] == [17]


@pytest.mark.parametrize("name", ["chosen-goals", "own-goals", "examples-map", "text-table", "decision-form", "share"])
def test_a_drawing_without_its_data_draws_nothing(name: str) -> None:
    layouts = {
        "own-goals": "content",
        "examples-map": "map-and-facts",
        "text-table": "table",
        "decision-form": "table",
        "share": "big-number",
    }

    page = drawing(layouts.get(name, "canvas"), name)

    assert [item for item in page.items if not isinstance(item, Shape) or item.role is Role.DECORATION] == []
