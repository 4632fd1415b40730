"""The form is written as it is read: comments, rows that lack something, and whatever letters somebody types."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from workshop_kit.library.report_figures import FORM
from workshop_kit.library.report_form import FormChart, FormRow, ReportForm, form_text, merged, read_form, row_fault
from workshop_kit.paths import ASSETS

SHIPPED = (ASSETS / "data" / FORM).read_text(encoding="utf-8")
ROW = FormRow(value=62.5, label_nb="Klima", label_nn="Klima", page=21)
CHART = FormChart(id="motives", title_nb="Grunnene", title_nn="Grunnane", kind="chart-bar", question_nb="Hva?", question_nn="Kva?")

words = st.text(st.characters(exclude_categories=("Cs",)))
rows = st.builds(
    FormRow,
    value=st.none() | st.floats(allow_nan=False),
    label_nb=words | st.sampled_from(['"', "\\", '\\"', "{", "#", "'''", "[[chart]]", "å\u0301", "\x7f", "\x00", "\r\n", "\u2028"]),
    label_nn=words,
    page=st.integers(),
)


def test_the_shipped_form_is_written_letter_by_letter_as_it_stands() -> None:
    form, problems = read_form(SHIPPED, FORM)

    assert problems == ()
    assert form_text(form) == SHIPPED


@given(st.lists(rows, max_size=3), words)
def test_whatever_is_typed_is_read_again(typed: list[FormRow], title: str) -> None:
    form = ReportForm(head="# Hode", charts=(replace(CHART, rows=tuple(typed), title_nb=title, note="# Merknad"),))

    assert read_form(form_text(form), FORM) == (form, ())


def test_half_a_surrogate_pair_does_not_keep_the_form_from_being_saved() -> None:
    text = form_text(ReportForm(charts=(replace(CHART, title_nb="a\ud83d"),)))

    assert tomllib.loads(text)["chart"][0]["title_nb"] == "a\ufffd"
    assert text.encode()


def test_what_can_be_read_of_a_broken_form_is_kept_and_the_rest_is_told() -> None:
    text = form_text(ReportForm(charts=(replace(CHART, rows=(ROW, ROW)), replace(CHART, id="areas"))))

    form, problems = read_form(text.replace("page = 21", 'page = "21"', 1).replace('"areas"', "3"), FORM)

    assert [(chart.id, len(chart.rows)) for chart in form.charts] == [("motives", 1)]
    assert [problem.key for problem in problems] == ["content.wants_whole_number", "content.wants_text"]


def test_a_form_that_is_no_toml_is_told_with_its_line() -> None:
    form, problems = read_form("# a\n[[chart]\n", FORM)

    assert form == ReportForm()
    assert [(problem.key, problem.where.line) for problem in problems] == [("content.broken_toml", 2)]


def test_charts_of_rows_in_tables_of_their_own_are_read() -> None:
    text = form_text(ReportForm(charts=(CHART,))).replace("rows = []\n", "")

    form, _ = read_form(text + '\n[[chart.rows]]\nlabel_nb = "a"\nlabel_nn = "b"\npage = 0\n', FORM)

    assert form.charts[0].rows == (FormRow(label_nb="a", label_nn="b", page=0),)


def test_somebodys_own_charts_take_the_shipped_ones_places_and_others_come_after() -> None:
    shipped, own = ReportForm(head="# a", charts=(CHART, replace(CHART, id="areas"))), replace(CHART, rows=(ROW,))

    both = merged(shipped, ReportForm(charts=(replace(own, id="mine"), own)))

    assert (both.head, [(chart.id, len(chart.rows)) for chart in both.charts]) == ("# a", [("motives", 1), ("areas", 0), ("mine", 1)])


def test_a_row_without_a_figure_may_not_be_shown() -> None:
    assert row_fault(ROW) is None
    assert row_fault(replace(ROW, value=None)) == "content.report_without_value"
