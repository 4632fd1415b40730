"""Writes native charts with their workbooks: columns, bars and lines in theme colours, labelled directly."""

import datetime
import io
from typing import Any

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs] - it ships none

from workshop_kit.domain.plan import ChartFigure, ChartKind, Meaning, Series
from workshop_kit.scene.page import Chart
from workshop_kit.scene.part_chart import PARTS
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.pptx_deck import xml
from workshop_kit.writers.pptx_deck.chart_pieces import SHEET, SHOWN, label_look, number_cache, string_cache, text_properties
from workshop_kit.writers.pptx_deck.part_charts import part_plot

CATEGORY_AXIS, VALUE_AXIS = 111_111_111, 222_222_222
FIXED_DATE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""The workbook's own date: the same input gives the same bytes."""
TICKS = '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
"""An axis has no ticks; its numbers, where they show, are as the workbook has them."""


def chart_xml(chart: Chart, theme: Theme, locale: str, workbook: str) -> str:
    """Give a chart part; `workbook` is the relationship id of its data."""
    figure = chart.figure
    plot, axes = _plot(chart, theme, locale)
    legend = _legend(chart.size, locale, figure.kind) if len(figure.series) > 1 or figure.kind in PARTS else ""
    return (
        f'{xml.HEADER}<c:chartSpace xmlns:c="{xml.C}" xmlns:a="{xml.A}" xmlns:r="{xml.R}"><c:date1904 val="0"/><c:lang val="{locale}"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}{axes}</c:plotArea>{legend}'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="span"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_properties(chart.size, locale, 'tx1', theme)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(chart: Chart, theme: Theme, locale: str) -> tuple[str, str]:
    """Give the plot and its axes; a ring has none."""
    figure = chart.figure
    if figure.kind in PARTS:
        return part_plot(figure, theme, chart.size, locale, (CATEGORY_AXIS, VALUE_AXIS)), (
            "" if figure.kind is ChartKind.DONUT else _axes(figure, chart.size, theme, locale)
        )
    series = "".join(_series(figure, index, theme, chart.size, locale) for index in range(len(figure.series)))
    plot = _line_plot(series) if figure.kind is ChartKind.LINE else _bar_plot(figure, series)
    return plot, _axes(figure, chart.size, theme, locale)


def _bar_plot(figure: ChartFigure, series: str) -> str:
    direction = "bar" if figure.kind is ChartKind.BAR else "col"
    gap = 35 if figure.kind is ChartKind.BAR else 60
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/>'
        f'<c:overlap val="-8"/><c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
    )


def _line_plot(series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:lineChart>'
    )


def _series(figure: ChartFigure, index: int, theme: Theme, size: float, locale: str) -> str:
    series = figure.series[index]
    column = chr(ord("B") + index)
    last = len(figure.categories) + 1
    is_line = figure.kind is ChartKind.LINE
    slot = theme.meaning(series.meaning)
    look = (
        f'<c:spPr><a:ln w="38100" cap="rnd">{xml.fill(theme, slot)}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="circle"/><c:size val="9"/>'
        f"<c:spPr>{xml.fill(theme, slot)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
        if is_line
        else f'<c:spPr>{xml.fill(theme, slot)}</c:spPr><c:invertIfNegative val="0"/>{_points(series, theme)}'
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f>{string_cache((series.name,))}</c:strRef></c:tx>"
        f"{look}{_labels(figure, series, theme, size, locale)}"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{string_cache(figure.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f>{number_cache(series, figure.number_format)}</c:numRef></c:val>"
        f"{'<c:smooth val=' + chr(34) + '0' + chr(34) + '/>' if is_line else ''}</c:ser>"
    )


def _points(series: Series, theme: Theme) -> str:
    return "".join(
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{xml.fill(theme, theme.meaning(meaning))}</c:spPr></c:dPt>"
        for index, meaning in enumerate(series.meanings)
    )


def _labels(figure: ChartFigure, series: Series, theme: Theme, size: float, locale: str) -> str:
    """Label each value directly, the client's in bold."""
    place = "t" if figure.kind is ChartKind.LINE else "outEnd"
    number = label_look(figure.number_format)
    bold = "".join(
        f'<c:dLbl><c:idx val="{index}"/>{number}{text_properties(size, locale, "tx1", theme, bold=True)}'
        f'<c:dLblPos val="{place}"/>{SHOWN}</c:dLbl>'
        for index, meaning in enumerate(series.meanings)
        if meaning is Meaning.CLIENT
    )
    whole = series.meaning is Meaning.CLIENT and not series.meanings
    return f'<c:dLbls>{bold}{number}{text_properties(size, locale, "tx1", theme, bold=whole)}<c:dLblPos val="{place}"/>{SHOWN}</c:dLbls>'


def _axes(figure: ChartFigure, size: float, theme: Theme, locale: str) -> str:
    across = "l" if figure.kind is ChartKind.BAR else "b"
    up = "b" if figure.kind is ChartKind.BAR else "l"
    order = "maxMin" if figure.kind is ChartKind.BAR else "minMax"
    text = text_properties(size, locale, "tx1", theme)
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{across}"/>{TICKS}<c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{xml.fill(theme, "accent3")}</a:ln></c:spPr>{text}'
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{up}"/>{TICKS}<c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _legend(size: float, locale: str, kind: ChartKind) -> str:
    """Give the legend: along the top, or beside what shows parts of a whole."""
    place = "r" if kind in PARTS else "t"
    layout = (
        ""
        if kind in PARTS
        else '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/>'
        '<c:w val="1"/><c:h val="0.085"/></c:manualLayout></c:layout>'
    )
    return (
        f'<c:legend><c:legendPos val="{place}"/>{layout}<c:overlay val="0"/>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="{locale}" sz="{round(size * 100)}"/></a:pPr>'
        f'<a:endParaRPr lang="{locale}"/></a:p></c:txPr></c:legend>'
    )


def workbook(figure: ChartFigure) -> bytes:
    """Give the Excel workbook behind a chart: categories in column A, a series in each column after it."""
    buffer = io.BytesIO()
    book: Any = xlsxwriter.Workbook(buffer, {"in_memory": True})  # Any: the library has no types
    book.set_properties({"created": FIXED_DATE})
    sheet = book.add_worksheet(SHEET)
    sheet.write_column(1, 0, figure.categories)
    for column, series in enumerate(figure.series, start=1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value)
    book.close()
    return buffer.getvalue()
