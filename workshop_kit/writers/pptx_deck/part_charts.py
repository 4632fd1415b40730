"""Native charts of parts of a whole: a column that adds up to a hundred, and a ring."""

from workshop_kit.domain.plan import ChartFigure, ChartKind
from workshop_kit.scene.part_chart import part_colours
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.pptx_deck import xml
from workshop_kit.writers.pptx_deck.chart_pieces import SHEET, SHOWN, label_look, number_cache, string_cache, text_properties

EDGE = '<a:ln w="19050"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln>'
"""A white edge parts what stands side by side."""


def part_plot(figure: ChartFigure, theme: Theme, size: float, locale: str, axes: tuple[int, int]) -> str:
    """Give the plot: each series a part of one column, or each category a part of the ring."""
    if figure.kind is ChartKind.DONUT:
        return _donut(figure, theme, size, locale)
    series = "".join(_part(figure, index, theme, size, locale) for index in range(len(figure.series)))
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>{series}<c:gapWidth val="60"/>'
        f'<c:overlap val="100"/><c:axId val="{axes[0]}"/><c:axId val="{axes[1]}"/></c:barChart>'
    )


def _part(figure: ChartFigure, index: int, theme: Theme, size: float, locale: str) -> str:
    series = figure.series[index]
    ground, ink = part_colours(tuple(each.meaning for each in figure.series))[index]
    column = chr(ord("B") + index)
    last = len(figure.categories) + 1
    look = f"{label_look(figure.number_format)}{text_properties(size, locale, ink, theme, bold=True)}"
    labels = f'<c:dLbls>{look}<c:dLblPos val="ctr"/>{SHOWN}</c:dLbls>'
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f>{string_cache((series.name,))}</c:strRef></c:tx>"
        f'<c:spPr>{xml.fill(theme, ground)}{EDGE}</c:spPr><c:invertIfNegative val="0"/>{labels}'
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{string_cache(figure.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f>{number_cache(series, figure.number_format)}"
        "</c:numRef></c:val></c:ser>"
    )


def _donut(figure: ChartFigure, theme: Theme, size: float, locale: str) -> str:
    series = figure.series[0]
    last = len(figure.categories) + 1
    colours = part_colours(series.meanings or (series.meaning,) * len(figure.categories))
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/><c:spPr>{xml.fill(theme, ground)}{EDGE}</c:spPr></c:dPt>'
        for index, (ground, _) in enumerate(colours)
    )
    look = label_look(figure.number_format)
    labels = "".join(
        f'<c:dLbl><c:idx val="{index}"/>{look}{text_properties(size + 4, locale, ink, theme, bold=True)}{SHOWN}</c:dLbl>'
        for index, (_, ink) in enumerate(colours)
    )
    return (
        f'<c:doughnutChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        f"<c:tx><c:strRef><c:f>{SHEET}!$B$1</c:f>{string_cache((series.name,))}</c:strRef></c:tx>{points}"
        f'<c:dLbls>{labels}{look}{text_properties(size, locale, "tx1", theme)}{SHOWN}<c:showLeaderLines val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{string_cache(figure.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!$B$2:$B${last}</c:f>{number_cache(series, figure.number_format)}</c:numRef></c:val></c:ser>"
        f'<c:firstSliceAng val="0"/><c:holeSize val="58"/></c:doughnutChart>'
    )
