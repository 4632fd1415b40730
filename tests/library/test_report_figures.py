"""The form with the report's figures: rows with a page are read, and what may not be shown is told with its line."""

from pathlib import Path

import pytest

from tests.library.make import found, write, write_library
from workshop_kit.domain.content import ReportChart
from workshop_kit.library.load import load_library
from workshop_kit.library.report_figures import FORM, read_report_figures
from workshop_kit.library.report_form import KINDS
from workshop_kit.library.required import FIGURES
from workshop_kit.library.shelf import Shelf
from workshop_kit.paths import ASSETS, ROOT

CHART = """\
[[chart]]
id = "motives"
title_nb = "Dette var grunnene"
title_nn = "Dette var grunnane"
kind = "chart-bar"
question_nb = "Hvilken?"
question_nn = "Kva?"
rows = [
    # {value = 1, a row that is not meant}
    {value = 61.5, label_nb = "Klima", label_nn = "Klima", page = 21},
    {value = 40, label_nb = "Bedre tjenester", label_nn = "Betre tenester", page = 22},
]
"""
SECOND = '    {value = 40, label_nb = "Bedre tjenester", label_nn = "Betre tenester", page = 22},\n'
DONUT = CHART.replace("chart-bar", "chart-donut").replace("61.5", "60")

Found = tuple[tuple[ReportChart, ...], list[tuple[str, int | None, str]]]


def form(root: Path, text: str) -> Found:
    write(root / "assets" / "data" / FORM, text)
    charts, problems = read_report_figures((Shelf(root=root),))
    return charts, found(problems)


def labels(charts: tuple[ReportChart, ...]) -> list[str]:
    return [row.label_nb for chart in charts for row in chart.rows]


def test_rows_are_read_with_their_pages(tmp_path: Path) -> None:
    charts, problems = form(tmp_path, CHART)

    assert problems == []
    assert [(row.value, row.label_nn, row.page) for row in charts[0].rows] == [(61.5, "Klima", 21), (40.0, "Betre tenester", 22)]
    assert (charts[0].id, charts[0].kind, charts[0].question_nn) == ("motives", "chart-bar", "Kva?")


def test_the_shipped_form_is_empty_and_no_chart_is_shown() -> None:
    charts, problems = read_report_figures((Shelf(root=ROOT),))

    assert (charts, problems) == ((), ())
    assert (ASSETS / "data" / FORM).read_text(encoding="utf-8").count("\nrows = []") == 9


def test_a_shelf_need_not_have_the_form(tmp_path: Path) -> None:
    assert read_report_figures((Shelf(root=tmp_path),)) == ((), ())


@pytest.mark.parametrize("folder", ["", "assets/data"])
def test_the_users_own_form_fills_the_shipped_one(tmp_path: Path, folder: str) -> None:
    root, own = write_library(tmp_path / "shipped"), tmp_path / "own"
    write(root / "assets" / "data" / FORM, CHART.partition("rows")[0] + "rows = []\n")
    before = load_library(own, root=root)[0].version
    write(own / folder / FORM, CHART)

    library, problems = load_library(own, root=root)

    assert problems == ()
    assert labels(library.report_charts) == ["Klima", "Bedre tjenester"]
    assert library.version != before
    assert load_library(root=root)[0].report_charts == ()


@pytest.mark.parametrize(
    ("new", "key"),
    [
        (SECOND.replace("page = 22", "page = 0"), "report_without_page"),
        (SECOND.replace("value = 40, ", ""), "report_without_value"),
        (SECOND.replace("value = 40", "value = 140"), "report_not_per_cent"),
        (SECOND.replace("value = 40", "value = -1"), "report_not_per_cent"),
        (SECOND.replace("value = 40", "value = nan"), "report_not_per_cent"),
        (SECOND.replace("Bedre tjenester", "Bedre tjenester for innbyggerne"), "report_label"),
        (SECOND.replace("Betre tenester", " "), "report_label"),
        (SECOND.replace(", page = 22", ""), "missing_key"),
        (SECOND.replace("page = 22", 'page = "22"'), "wants_whole_number"),
        (SECOND.replace("page = 22", "page = 22, side = 3"), "unknown_key"),
    ],
)
def test_a_row_that_may_not_be_shown_is_left_out_and_told_with_its_line(tmp_path: Path, new: str, key: str) -> None:
    charts, problems = form(tmp_path, CHART.replace(SECOND, new))

    assert labels(charts) == ["Klima"]
    assert problems == [(FORM, 11, key)]


def test_a_fault_in_rows_on_one_line_is_told_with_that_line(tmp_path: Path) -> None:
    row = '{value = 200, label_nb = "A", label_nn = "A", page = 1}'

    assert form(tmp_path, CHART.partition("rows")[0] + f"rows = [{row}, {row}]\n")[1] == [(FORM, 8, "report_not_per_cent")] * 2


def test_a_chart_whose_rows_are_tables_of_their_own_is_read(tmp_path: Path) -> None:
    rows = '\n[[chart.rows]]\nvalue = 3\nlabel_nb = "A"\nlabel_nn = "A"\npage = 0\n'

    assert form(tmp_path, CHART.partition("rows")[0] + rows) == ((), [(FORM, 1, "report_without_page")])


def test_a_chart_without_rows_that_may_be_shown_is_left_out(tmp_path: Path) -> None:
    assert form(tmp_path, CHART.replace("page = 21", "page = 0").replace(SECOND, ""))[0] == ()


def test_more_than_eight_rows_are_told_and_the_rest_is_left_out(tmp_path: Path) -> None:
    rows = "".join(SECOND.replace("Bedre tjenester", f"Nummer {number}") for number in range(9))

    charts, problems = form(tmp_path, CHART.replace(SECOND, rows))

    assert len(charts[0].rows) == 8
    assert problems == [(FORM, 8, "report_rows")]


def test_parts_make_a_whole_or_are_not_shown(tmp_path: Path) -> None:
    assert form(tmp_path, DONUT)[1] == []
    assert form(tmp_path, DONUT.replace("value = 60", "value = 58.5"))[1] == []
    assert form(tmp_path, DONUT.replace("value = 60", "value = 30")) == ((), [(FORM, 8, "report_parts")])


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('kind = "chart-bar"', 'kind = "chart-pie"', 5, "unknown_value"),
        ('title_nn = "Dette var grunnane"\n', "", 1, "missing_key"),
        ('question_nn = "Kva?"', 'question_nn = "Kva?"\nsource = "x"', 8, "unknown_key"),
        ("[[chart]]", "[[charts]]", 1, "unknown_key"),
        ("[[chart]]", "[[chart]", 1, "broken_toml"),
    ],
)
def test_a_broken_chart_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert form(tmp_path, CHART.replace(old, new)) == ((), [(FORM, line, key)])


def test_a_chart_that_comes_twice_is_told(tmp_path: Path) -> None:
    charts, problems = form(tmp_path, CHART + "\n" + CHART)

    assert len(charts) == 1
    assert problems == [(FORM, 14, "duplicate_id")]


def test_every_kind_is_a_figure_that_content_may_name() -> None:
    assert set(FIGURES) >= KINDS


def test_titles_and_questions_of_the_shipped_form_fit_their_slide(tmp_path: Path) -> None:
    empty = (ASSETS / "data" / FORM).read_text(encoding="utf-8")

    charts, _ = form(tmp_path, empty.replace("\nrows = []", "\n" + DONUT[DONUT.index("rows") :]))

    assert len(charts) == 9
    for chart in charts:
        assert max(len(chart.title_nb), len(chart.title_nn)) <= 85
        assert max(len(chart.question_nb), len(chart.question_nn)) <= 70
