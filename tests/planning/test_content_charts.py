"""Charts of the figures in a slide's own text are drawn as the table says, and told in words."""

import pytest

from tests.planning.make import real_words
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import ChartFigure, ChartKind, Meaning
from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock, paragraph
from workshop_kit.planning.content_charts import CHARTS, content_chart, content_share

WORDS = real_words()[Language.NB]
FIRST_IS_MEANT = (Meaning.COMPARISON, Meaning.OTHER, Meaning.OTHER)


def table(*rows: str) -> Prose:
    """Make a table; cells are parted by a bar."""
    return tuple(TextBlock(kind=BlockKind.ROW, cells=tuple((Run(text=cell),) for cell in row.split("|"))) for row in rows)


ONE_SERIES = table("|Andel", "Bygg|40", "Vei|35", "Resten|25")
TWO_SERIES = table("|Byer|Land", "2000|2,9|3,3", "2020|4,4|3,4")


def chart(figure: str, data: Prose, unit: str = "") -> ChartFigure:
    sections = {"data": data, **({"unit": (paragraph(unit),)} if unit else {})}
    found = content_chart(figure, "Tittel", sections, WORDS)
    assert found is not None
    return found


@pytest.mark.parametrize("figure", CHARTS)
def test_each_figure_is_a_chart_of_its_kind_with_the_tables_names_and_numbers(figure: str) -> None:
    found = chart(figure, TWO_SERIES)

    assert found.kind is CHARTS[figure]
    assert found.categories == ("2000", "2020")
    assert [(series.name, series.values) for series in found.series] == [("Byer", (2.9, 4.4)), ("Land", (3.3, 3.4))]


def test_there_is_a_chart_of_every_kind() -> None:
    assert set(CHARTS.values()) == set(ChartKind)


@pytest.mark.parametrize("figure", ["chart-bar", "chart-donut"])
def test_the_first_bar_or_part_is_what_the_title_speaks_of(figure: str) -> None:
    assert chart(figure, ONE_SERIES).series[0].meanings == FIRST_IS_MEANT


@pytest.mark.parametrize("figure", ["chart-column", "chart-line"])
def test_one_series_over_the_years_has_one_colour(figure: str) -> None:
    series = chart(figure, ONE_SERIES).series[0]

    assert (series.meaning, series.meanings) == (Meaning.COMPARISON, ())


def test_a_bar_alone_has_the_colour_of_its_series() -> None:
    series = chart("chart-bar", table("|Andel", "Bygg|40")).series[0]

    assert (series.meaning, series.meanings) == (Meaning.COMPARISON, ())


def test_the_first_layer_of_a_stack_is_what_the_title_speaks_of() -> None:
    found = chart("chart-stacked", table("|A|B|C", "2000|1|2|3", "2020|2|3|4"))

    assert [series.meaning for series in found.series] == list(FIRST_IS_MEANT)


def test_several_lines_take_the_colours_in_turn() -> None:
    found = chart("chart-line", table("|A|B|C|D", "2000|1|2|3|4", "2020|2|3|4|5"))

    assert [series.meaning for series in found.series] == [Meaning.COMPARISON, Meaning.BEFORE, Meaning.CLIENT, Meaning.COMPARISON]


def test_per_cent_is_told_in_the_labels_and_the_words() -> None:
    found = chart("chart-bar", ONE_SERIES, "prosent")

    assert found.number_format == '0" %"'
    assert found.alt == "Stolpediagram: Bygg 40 %; Vei 35 %; Resten 25 %."


def test_what_is_not_per_cent_is_told_as_numbers() -> None:
    found = chart("chart-column", ONE_SERIES, "millioner")

    assert found.number_format == "0"
    assert found.alt == "Søylediagram: Bygg 40; Vei 35; Resten 25."


def test_several_series_are_told_with_their_names_and_decimal_commas() -> None:
    assert chart("chart-line", TWO_SERIES).alt == "Linjediagram: 2000, Byer 2,9; 2020, Byer 4,4; 2000, Land 3,3; 2020, Land 3,4."


def test_a_series_without_a_name_is_told_without_one() -> None:
    assert chart("chart-line", table("||Land", "2000|1|2")).alt == "Linjediagram: 2000 1; 2000, Land 2."


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1 234", 1_234.0),
        ("1\u00a0234,5", 1_234.5),
        ("0,5", 0.5),
        ("12 %", 12.0),
        ("12\u00a0%", 12.0),
        ("\u22123,2", -3.2),
        ("-3", -3.0),
        (" 7 ", 7.0),
    ],
)
def test_numbers_are_read_as_norwegians_write_them(written: str, value: float) -> None:
    assert chart("chart-bar", table("|Andel", f"Bygg|{written}")).series[0].values == (value,)


def test_figures_too_many_to_be_read_out_leave_the_word_to_the_title() -> None:
    rows = [f"Et ganske langt navn på rad nummer {place}|{place}" for place in range(20)]

    assert chart("chart-bar", table("|Andel", *rows)).alt == "Stolpediagram: Tittel."


@pytest.mark.parametrize("data", [(), table("|Andel"), (paragraph("ikke en tabell"), paragraph("heller ikke"))])
def test_without_figures_there_is_no_chart(data: Prose) -> None:
    assert content_chart("chart-bar", "Tittel", {"data": data}, WORDS) is None
    assert content_chart("chart-bar", "Tittel", {}, WORDS) is None


def test_a_share_is_one_bar_told_by_its_number_and_label() -> None:
    found = content_share({"share": (paragraph("67,5"),), "label": (paragraph("bor i byer"),), "number": (paragraph("2 av 3"),)})

    assert found is not None
    assert found.bars == (("bor i byer", 67.5, Meaning.CLIENT),)
    assert found.alt == "2 av 3 bor i byer"


def test_without_a_number_there_is_no_share() -> None:
    assert content_share({"label": (paragraph("bor i byer"),)}) is None
    assert content_share({"share": (paragraph(" "),)}) is None
