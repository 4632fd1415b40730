"""The report's own figures become slides with their pages, and without figures nothing changes."""

from typing import Any

import pytest
from msgspec.structs import replace

from tests.planning.make import fact, library, module, real_words
from workshop_kit.domain.content import Fact, ReportChart, ReportRow, Use
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import ChartKind
from workshop_kit.domain.text import plain
from workshop_kit.library.load import load_library
from workshop_kit.library.required import NOTES, sections_of
from workshop_kit.planning.content_charts import content_chart
from workshop_kit.planning.report_slides import FACT, MODULE, WEIGHTY, with_report

ROWS = (
    ReportRow(value=62.5, label_nb="Klima", label_nn="Klima", page=21),
    ReportRow(value=37.5, label_nb="Tjenester", label_nn="Tenester", page=19),
)


def chart(id: str = "motives", kind: str = "chart-bar", **changes: Any) -> ReportChart:
    """Make a chart; Any because the fields have many types."""
    values: dict[str, Any] = {
        "title_nb": "Grunnene",
        "title_nn": "Grunnane",
        "question_nb": "Hvilken?",
        "question_nn": "Kva?",
        "rows": ROWS,
    }
    return ReportChart(id=id, kind=kind, **{**values, **changes})


def with_charts(*charts: ReportChart, facts: tuple[Fact, ...] = (fact(FACT),), **changes: Any) -> Any:
    """Give a library with the report's module and some charts, the slides in; Any because the fields have many types."""
    own = library(module(MODULE), module("beg"), facts={each.id: each for each in facts}, report_charts=charts, **changes)
    return with_report(own)


def test_without_figures_or_without_their_source_the_library_stays_as_it_is() -> None:
    empty = library(module(MODULE))
    unsourced = library(module(MODULE), report_charts=(chart(),))

    assert with_report(empty) is empty
    assert with_report(unsourced) is unsourced


def test_a_chart_is_a_slide_of_the_reports_module_whose_source_names_its_pages() -> None:
    made = with_charts(chart())
    spec = made.module(MODULE).slides[-1]

    assert (spec.id, spec.layout, spec.figure) == ("RAP-motives", "chart-and-points", "chart-bar")
    assert [made.facts[name].source(Language.NB) for name in spec.facts] == [f"Kilde {FACT} (2019), side 19 og 21"]
    assert len(made.module("beg").slides) == len(library(module("beg")).module("beg").slides)


@pytest.mark.parametrize("language", Language)
def test_a_slide_has_every_section_that_its_layout_needs(language: Language) -> None:
    text = with_charts(chart()).module(MODULE).text(language, "RAP-motives")

    assert set(sections_of("chart-and-points", "chart-bar").needed) <= set(text.sections)
    assert plain(text.sections["question"]) == {"nb": "Hvilken?", "nn": "Kva?"}[language]
    assert "19 og 21" in plain(text.sections["points"])
    assert 40 <= sum(len(plain(text.sections[name]).split()) for name in NOTES) <= 110


@pytest.mark.parametrize(
    ("kind", "drawn", "values"),
    [
        ("chart-bar", ChartKind.BAR, [(62.5, 37.5)]),
        ("chart-donut", ChartKind.DONUT, [(62.5, 37.5)]),
        ("chart-stacked", ChartKind.STACKED, [(62.5,), (37.5,)]),
    ],
)
def test_the_figures_are_drawn_with_whole_labels_and_told_with_their_decimals(
    kind: str, drawn: ChartKind, values: list[tuple[float, ...]]
) -> None:
    text = with_charts(chart(kind=kind)).module(MODULE).text(Language.NB, "RAP-motives")
    figure = content_chart(kind, text.title, text.sections, real_words()[Language.NB])

    assert figure is not None
    assert (figure.kind, [series.values for series in figure.series]) == (drawn, values)
    assert figure.number_format == '0" %"'
    assert "62,5 %" in figure.alt


def test_the_first_charts_belong_to_every_length_and_the_rest_come_where_there_is_room() -> None:
    charts = tuple(chart(f"c{number}") for number in range(WEIGHTY + 1))
    *always, last = (spec.use for spec in with_charts(*charts).module(MODULE).slides if spec.figure == "chart-bar")

    assert all(Use.MINUTES_90 in use for use in always)
    assert Use.MINUTES_90 not in last
    assert Use.BACKUP in last


def test_a_language_without_words_gets_no_slides() -> None:
    made = with_charts(chart(), words={Language.NB: real_words()[Language.NB], Language.NN: {}})

    assert (Language.NN, "RAP-motives", "") not in made.module(MODULE).texts
    assert made.facts[f"{FACT}-motives"].source(Language.NN) == f"Kjelde {FACT} (2019)"


def test_the_shipped_library_has_the_module_and_the_source() -> None:
    shipped, _ = load_library()

    made = with_report(replace(shipped, report_charts=(chart(),)))

    assert made.module(MODULE).slides[-1].id == "RAP-motives"
    assert made.facts[f"{FACT}-motives"].source_nn.endswith("(2019), side 19 og 21")
