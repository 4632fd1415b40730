"""Charts as shapes: in proportion, labelled, and inside their box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tests.scene.plane import boxes_overlap, lies_within
from workshop_kit.domain.plan import ChartFigure, ChartKind, Meaning, Series
from workshop_kit.scene.chart import chart_shapes, value_label
from workshop_kit.scene.page import Box, Chart, Geometry, Role, Shape

BOX = Box(x=540_000, y=1_840_000, w=6_407_000, h=4_240_000)
THEME = make.theme()
WHOLE = (ChartKind.COLUMN, ChartKind.BAR, ChartKind.LINE)
"""Kinds that compare figures with each other; the others show parts of a whole."""
MEANINGS = (Meaning.CLIENT, Meaning.COMPARISON, Meaning.OTHER)

numbers = st.one_of(st.none(), st.integers(min_value=0, max_value=100).map(float))


@st.composite
def figures(draw: st.DrawFn, kinds: tuple[ChartKind, ...] = tuple(ChartKind)) -> ChartFigure:
    """Make a chart of up to four categories and three series, with room for each label."""
    kind = draw(st.sampled_from(kinds))
    categories = draw(st.integers(min_value=1, max_value=2 if kind is ChartKind.STACKED else 4))
    names = draw(
        st.lists(st.sampled_from(["2020", "Hvaler", "Landet", "Lignende kommuner, median"]), min_size=categories, max_size=categories)
    )
    rows = draw(st.lists(st.lists(numbers, min_size=categories, max_size=categories), min_size=1, max_size=3 if categories < 4 else 2))
    return make.chart_figure(
        kind,
        *(make.series(*row, meaning=MEANINGS[index]) for index, row in enumerate(rows)),
        categories=tuple(names),
    )


def shapes_of(figure: ChartFigure, size: float = 16) -> tuple[Shape, ...]:
    return chart_shapes(Chart(name="", box=BOX, figure=figure, size=size, alt=""), THEME)


def bars_of(shapes: tuple[Shape, ...]) -> list[Shape]:
    return [shape for shape in shapes if shape.fill is not None and shape.geometry is Geometry.RECT]


def labels_of(shapes: tuple[Shape, ...]) -> list[Shape]:
    return [shape for shape in shapes if shape.role is Role.LABEL]


def known(series: tuple[Series, ...]) -> list[float]:
    return [row.values[place] or 0.0 for place in range(len(series[0].values)) for row in series if row.values[place] is not None]


@given(figures((ChartKind.COLUMN,)))
def test_columns_are_as_high_as_their_values(figure: ChartFigure) -> None:
    values, bars = known(figure.series), bars_of(shapes_of(figure))

    highest = max((bar.box.h for bar in bars), default=0)
    assert [bar.box.h for bar in bars] == pytest.approx([highest * value / max(values) if max(values) else 0 for value in values], abs=1)
    assert len({bar.box.bottom for bar in bars}) <= 1


@given(figures((ChartKind.BAR,)))
def test_bars_are_as_long_as_their_values(figure: ChartFigure) -> None:
    values, bars = known(figure.series), bars_of(shapes_of(figure))

    longest = max((bar.box.w for bar in bars), default=0)
    assert [bar.box.w for bar in bars] == pytest.approx([longest * value / max(values) if max(values) else 0 for value in values], abs=1)
    assert len({bar.box.x for bar in bars}) <= 1


@given(figures())
def test_everything_stays_inside_the_box(figure: ChartFigure) -> None:
    assert [shape for shape in shapes_of(figure) if not lies_within(shape.box, BOX)] == []


@given(figures())
def test_every_label_is_as_large_as_its_words(figure: ChartFigure) -> None:
    for label in labels_of(shapes_of(figure)):
        assert label.text is not None
        height = len(label.text.lines) * label.text.style.size * THEME.fonts.line_height * 12_700
        assert height <= label.box.h + 1
        assert max(line.width for line in label.text.lines) * 12_700 <= label.box.w + 1


@given(figures((ChartKind.COLUMN, ChartKind.BAR)))
def test_no_label_lies_over_a_bar_or_another_label(figure: ChartFigure) -> None:
    shapes = shapes_of(figure)
    labels = labels_of(shapes)

    assert not any(boxes_overlap(label.box, bar.box) for label in labels for bar in bars_of(shapes))
    assert not any(boxes_overlap(one.box, other.box) for at, one in enumerate(labels) for other in labels[at + 1 :])


@given(figures(WHOLE))
def test_every_known_value_and_every_category_has_a_label(figure: ChartFigure) -> None:
    words = sorted(label.name for label in labels_of(shapes_of(figure)))

    assert words == sorted([*figure.categories, *(value_label(value, figure.number_format) for value in known(figure.series))])


def parts_of(shapes: tuple[Shape, ...]) -> list[Shape]:
    """Give the parts of the columns, without the squares that show their colours."""
    return [shape for shape in bars_of(shapes) if shape.stroke is not None and shape.stroke.colour == "bg1"]


@given(figures((ChartKind.STACKED, ChartKind.DONUT)))
def test_parts_fill_their_columns_and_are_named_once_beside_them(figure: ChartFigure) -> None:
    shapes = shapes_of(figure)
    names = [series.name for series in figure.series] if figure.kind is ChartKind.STACKED else list(figure.categories)

    legend = [label.name.split(":")[0] for label in labels_of(shapes) if label.box.x > BOX.x + BOX.w // 2]
    columns = {part.box.x for part in parts_of(shapes)}

    assert legend == names[::-1]
    for x in columns:
        column = [part.box for part in parts_of(shapes) if part.box.x == x]
        assert [upper.bottom for upper in column[1:]] == [lower.y for lower in column[:-1]]


def stacked(*values: float) -> ChartFigure:
    rows = tuple(
        Series(name=f"Del {number}", values=(value,), meaning=Meaning.CLIENT if number == 1 else Meaning.OTHER)
        for number, value in enumerate(values, start=1)
    )
    return make.chart_figure(ChartKind.STACKED, *rows, categories=("2024",))


def test_parts_are_stacked_from_the_foot_in_proportion_and_the_first_stands_out() -> None:
    first, second = parts_of(shapes_of(stacked(75.0, 25.0)))

    assert first.box.h == pytest.approx(3 * second.box.h, abs=3)
    assert second.box.bottom == first.box.y
    assert (first.fill, second.fill) == ("accent2", "accent3")


def test_a_part_too_low_for_its_value_has_it_beside_its_name() -> None:
    words = [label.name for label in labels_of(shapes_of(stacked(98.0, 2.0)))]

    assert words == ["98\u00a0%", "2024", "Del 2: 2\u00a0%", "Del 1"]


def test_a_ring_is_one_column_on_paper_without_a_name_under_it() -> None:
    row = make.series(105.0, 64.0, meanings=(Meaning.COMPARISON, Meaning.OTHER))

    shapes = shapes_of(make.chart_figure(ChartKind.DONUT, row, categories=("Lokale", "Andre")))

    assert [label.name for label in labels_of(shapes)] == ["105\u00a0%", "64\u00a0%", "Andre", "Lokale"]
    assert len({part.box.x for part in parts_of(shapes)}) == 1


def test_a_line_goes_from_value_to_value_and_over_gaps() -> None:
    figure = make.chart_figure(ChartKind.LINE, make.series(10.0, None, 30.0, 20.0), categories=("2020", "2021", "2022", "2023"))

    segments = [shape for shape in shapes_of(figure) if shape.stroke is not None and shape.stroke.width == 3]
    markers = [shape for shape in shapes_of(figure) if shape.geometry is Geometry.ELLIPSE]

    assert [segment.geometry for segment in segments] == [Geometry.LINE_UP, Geometry.LINE]
    assert len(markers) == 3


def test_each_point_may_have_a_meaning_of_its_own_and_the_client_is_bold() -> None:
    row = make.series(30.0, 24.0, meanings=(Meaning.CLIENT, Meaning.COMPARISON))

    shapes = shapes_of(make.chart_figure(ChartKind.COLUMN, row, categories=("Hvaler", "Landet")))

    assert [bar.fill for bar in bars_of(shapes)] == ["accent2", "tx2"]
    assert [label.text.style.bold for label in labels_of(shapes) if label.text and "%" in label.name] == [True, False]


def test_a_long_category_takes_two_lines_and_the_columns_begin_above_it() -> None:
    short = shapes_of(make.chart_figure(ChartKind.COLUMN, make.series(30.0, 24.0, 17.0), categories=("Hvaler", "Gruppa", "Landet")))
    long = shapes_of(
        make.chart_figure(ChartKind.COLUMN, make.series(30.0, 24.0, 17.0), categories=("Hvaler", "Lignende kommuner, median", "Landet"))
    )

    assert max(bar.box.bottom for bar in bars_of(long)) < max(bar.box.bottom for bar in bars_of(short))


@pytest.mark.parametrize(
    ("value", "number_format", "label"),
    [
        (30.0, '0" %"', "30\u00a0%"),
        (0.8, '0.0" %"', "0,8\u00a0%"),
        (728_714.0, "# ##0", "728\u00a0714"),
        (219.0, "0", "219"),
    ],
)
def test_a_value_is_written_as_norwegians_do(value: float, number_format: str, label: str) -> None:
    assert value_label(value, number_format) == label
