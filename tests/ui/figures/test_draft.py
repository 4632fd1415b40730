"""What is typed is read as people write it, what is wrong is told by field, and what the deck would show is known at once."""

import pytest
from msgspec.structs import replace

from workshop_kit.library.report_form import FormChart, FormRow
from workshop_kit.ui.figures.draft import DraftRow, State, drafted, formed, page_number, per_cent, remarks, shown, state_of, wrong_sum
from workshop_kit.ui.figures.typed import Typed

CHART = FormChart(id="a", title_nb="A", title_nn="A", kind="chart-bar", question_nb="A?", question_nn="A?")
DONUT = replace(CHART, kind="chart-donut")
ROW = DraftRow(label_nb="Klima", label_nn="Klima", value="62,5", page="21")
REST = replace(ROW, value="37,5")


@pytest.mark.parametrize(
    ("text", "value"),
    [("62,5", 62.5), ("62.5 %", 62.5), (" 7 ", 7.0), ("100", 100.0), ("1o", None), ("-3", None), ("", None), ("1,2,3", None)],
)
def test_a_figure_is_read_as_people_write_it(text: str, value: float | None) -> None:
    assert per_cent(text) == value


@pytest.mark.parametrize(("text", "page"), [("21", 21), ("s. 21", 21), ("Side 21", 21), ("0", None), ("x", None), ("21-22", None)])
def test_a_page_is_read_as_people_write_it(text: str, page: int | None) -> None:
    assert page_number(text) == page


def test_what_is_typed_goes_to_the_form_and_back() -> None:
    form = formed(CHART, (ROW, DraftRow(value="  "), replace(ROW, value="1o", page="")))

    assert form.rows == (
        FormRow(label_nb="Klima", label_nn="Klima", value=62.5, page=21),
        FormRow(label_nb="Klima", label_nn="Klima", page=0),
    )
    assert drafted(form) == (ROW, replace(ROW, value="", page=""))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, []),
        ({"page": ""}, [("page", "missing")]),
        ({"label_nn": " ", "value": ""}, [("label_nn", "missing"), ("value", "missing")]),
        ({"label_nb": "x" * 27}, [("label_nb", "too_long")]),
        ({"value": "1o"}, [("value", "no_number")]),
        ({"value": "100,1"}, [("value", "over_100")]),
        ({"page": "x"}, [("page", "no_page")]),
    ],
)
def test_what_is_wrong_is_told_by_field(changes: dict[str, str], told: list[tuple[str, str]]) -> None:
    assert [(each.field, each.key) for each in remarks(replace(ROW, **changes))] == told


def test_an_empty_row_is_no_fault() -> None:
    assert remarks(DraftRow(value=" ")) == ()


def test_parts_that_do_not_make_a_whole_are_told_once_all_are_typed() -> None:
    assert wrong_sum("chart-donut", (ROW, replace(ROW, value="34,5"))) == "97"
    assert wrong_sum("chart-donut", (ROW, REST)) is None
    assert wrong_sum("chart-donut", (ROW, replace(ROW, value=""))) is None
    assert wrong_sum("chart-bar", (ROW, ROW)) is None


def test_only_what_may_be_shown_is_shown() -> None:
    chart = shown(formed(CHART, (ROW, replace(ROW, page=""))))

    assert chart is not None
    assert [row.page for row in chart.rows] == [21]
    assert shown(formed(CHART, (replace(ROW, page=""),))) is None
    assert shown(formed(DONUT, (ROW,))) is None
    assert shown(formed(DONUT, (ROW, REST))) is not None


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ((), State.EMPTY),
        ((DraftRow(),), State.EMPTY),
        ((ROW, replace(ROW, page="")), State.LACKING),
        ((ROW,) * 9, State.LACKING),
        ((ROW, DraftRow()), State.READY),
    ],
)
def test_a_chart_is_ready_when_every_row_is_shown(rows: tuple[DraftRow, ...], state: State) -> None:
    assert state_of(CHART, rows) is state


def test_typing_in_one_field_is_undone_as_one_step() -> None:
    typed = Typed({"a": (), "b": ()})
    typed.change("a", (DraftRow(value="6"),), "prosenten", "a-0-value")
    typed.change("a", (DraftRow(value="62"),), "prosenten", "a-0-value")
    typed.change("b", (ROW,), "legge til en rad")

    assert (typed.undo_text, typed.undo(), typed.undo_text, typed.undo(), typed.undo()) == ("legge til en rad", "b", "prosenten", "a", "")
    assert typed.rows == {"a": (), "b": ()}
    assert (typed.redo(), typed.redo_text, typed.rows["a"]) == ("a", "legge til en rad", (DraftRow(value="62"),))
