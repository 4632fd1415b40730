"""Draws a chart as shapes, for every page that cannot hold a native one: paper, preview, the screen."""

import itertools

from workshop_kit.domain.plan import ChartFigure, ChartKind, Meaning, Series
from workshop_kit.domain.text import paragraph
from workshop_kit.scene.measure import break_lines
from workshop_kit.scene.page import EMU_PER_POINT, Align, Anchor, Box, Chart, Geometry, Role, Shape, Stroke, Text, TextStyle
from workshop_kit.scene.theme import Theme

LABEL_SHARE = 1.6
"""Room for one line of labels, as a share of the type size."""
COLUMN_GAP = 0.6
"""Space between groups of columns, as a share of a column's width."""
MARKER = 0.55
"""Diameter of a line's marker, as a share of the type size."""


def chart_shapes(chart: Chart, theme: Theme) -> tuple[Shape, ...]:
    """Give a chart as columns, bars or a line with their labels, in reading order. No axis of values: each has its label."""
    figure = chart.figure
    if figure.kind is ChartKind.LINE:
        return _lines(chart, theme)
    return _bars(chart, theme) if figure.kind is ChartKind.BAR else _columns(chart, theme)


def value_label(value: float, number_format: str) -> str:
    """Give a value as its label shows it: whole per cent, or a number with spaces between thousands."""
    whole = f"{value:,.0f}".replace(",", "\u00a0")
    return f"{whole}\u00a0%" if "%" in number_format else whole


def _largest(figure: ChartFigure) -> float:
    return max((value for series in figure.series for value in series.values if value is not None), default=1.0) or 1.0


def _row(size: float) -> int:
    return int(size * LABEL_SHARE * EMU_PER_POINT)


def _label(words: str, box: Box, size: float, theme: Theme, align: Align, *, bold: bool = False) -> Shape:
    style = TextStyle(size=size, bold=bold, align=align, anchor=Anchor.MIDDLE)
    blocks = (paragraph(words),)
    lines = break_lines(blocks, style, theme.fonts, box.w / EMU_PER_POINT)
    return Shape(name=words, box=box, role=Role.LABEL, text=Text(blocks=blocks, style=style, lines=lines))


def _meaning(series: Series, index: int) -> Meaning:
    return series.meanings[index] if series.meanings else series.meaning


def _columns(chart: Chart, theme: Theme) -> tuple[Shape, ...]:
    figure, box, row = chart.figure, chart.box, _row(chart.size)
    group = box.w // len(figure.categories)
    width = int(group / (len(figure.series) + COLUMN_GAP))
    ground, room = box.bottom - row, box.h - 2 * row
    shapes: list[Shape] = []
    for place, category in enumerate(figure.categories):
        left = box.x + place * group
        for index, series in enumerate(figure.series):
            value = series.values[place]
            if value is None:
                continue
            height = int(room * value / _largest(figure))
            x = left + (group - width * len(figure.series)) // 2 + index * width
            meaning = _meaning(series, place)
            bar = Box(x=x, y=ground - height, w=width, h=height)
            shapes.append(Shape(name=category, box=bar, role=Role.DECORATION, fill=theme.meaning(meaning)))
            above = Box(x=x, y=bar.y - row, w=width, h=row)
            shapes.append(
                _label(value_label(value, figure.number_format), above, chart.size, theme, Align.CENTRE, bold=meaning is Meaning.CLIENT)
            )
        shapes.append(_label(category, Box(x=left, y=ground, w=group, h=row), chart.size, theme, Align.CENTRE))
    return (*shapes, _axis(Box(x=box.x, y=ground, w=box.w, h=0)))


def _bars(chart: Chart, theme: Theme) -> tuple[Shape, ...]:
    figure, box = chart.figure, chart.box
    names = max(int(theme.fonts.width(category, chart.size) * EMU_PER_POINT) for category in figure.categories) + 100_000
    values = int(theme.fonts.width("000 000", chart.size) * EMU_PER_POINT)
    group = box.h // len(figure.categories)
    height = int(group / (len(figure.series) + 0.35))
    room = box.w - names - values
    shapes: list[Shape] = []
    for place, category in enumerate(figure.categories):
        top = box.y + place * group
        shapes.append(_label(category, Box(x=box.x, y=top, w=names, h=group), chart.size, theme, Align.LEFT))
        for index, series in enumerate(figure.series):
            value = series.values[place]
            if value is None:
                continue
            y = top + (group - height * len(figure.series)) // 2 + index * height
            meaning = _meaning(series, place)
            bar = Box(x=box.x + names, y=y, w=int(room * value / _largest(figure)), h=height)
            shapes.append(Shape(name=category, box=bar, role=Role.DECORATION, fill=theme.meaning(meaning)))
            after = Box(x=bar.right + 60_000, y=y, w=values, h=height)
            shapes.append(
                _label(value_label(value, figure.number_format), after, chart.size, theme, Align.LEFT, bold=meaning is Meaning.CLIENT)
            )
    return tuple(shapes)


def _lines(chart: Chart, theme: Theme) -> tuple[Shape, ...]:
    figure, box, row = chart.figure, chart.box, _row(chart.size)
    step = box.w // len(figure.categories)
    ground, room = box.bottom - row, box.h - 2 * row
    shapes: list[Shape] = []
    for series in figure.series:
        points = [
            (box.x + place * step + step // 2, ground - int(room * value / _largest(figure)), value)
            for place, value in enumerate(series.values)
            if value is not None
        ]
        colour = theme.meaning(series.meaning)
        shapes += [_segment(start, end, colour) for start, end in itertools.pairwise(points)]
        for x, y, value in points:
            dot = int(chart.size * MARKER * EMU_PER_POINT)
            marker = Box(x=x - dot // 2, y=y - dot // 2, w=dot, h=dot)
            shapes.append(Shape(name=series.name, box=marker, role=Role.DECORATION, geometry=Geometry.ELLIPSE, fill=colour))
            above = Box(x=x - step // 2, y=y - dot - row, w=step, h=row)
            shapes.append(
                _label(
                    value_label(value, figure.number_format), above, chart.size, theme, Align.CENTRE, bold=series.meaning is Meaning.CLIENT
                )
            )
    names = [
        _label(category, Box(x=box.x + place * step, y=ground, w=step, h=row), chart.size, theme, Align.CENTRE)
        for place, category in enumerate(figure.categories)
    ]
    return (*shapes, *names, _axis(Box(x=box.x, y=ground, w=box.w, h=0)))


def _segment(start: tuple[int, int, float], end: tuple[int, int, float], colour: str) -> Shape:
    (x0, y0, _), (x1, y1, _) = start, end
    box = Box(x=x0, y=min(y0, y1), w=x1 - x0, h=abs(y1 - y0))
    geometry = Geometry.LINE if y1 >= y0 else Geometry.LINE_UP
    return Shape(name="", box=box, role=Role.DECORATION, geometry=geometry, stroke=Stroke(colour=colour, width=3))


def _axis(box: Box) -> Shape:
    return Shape(name="", box=box, role=Role.DECORATION, geometry=Geometry.LINE, stroke=Stroke(colour="accent3", width=0.75))
