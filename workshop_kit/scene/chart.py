"""Draws a chart as shapes, for every page that cannot hold a native one: paper, preview, the screen."""

import itertools

from workshop_kit.domain.plan import ChartFigure, ChartKind, Meaning, Series
from workshop_kit.scene.chart_labels import category_names, label, label_row, value_label
from workshop_kit.scene.page import EMU_PER_POINT, Align, Box, Chart, Geometry, Role, Shape, Stroke
from workshop_kit.scene.part_chart import PARTS, part_shapes
from workshop_kit.scene.theme import Theme

COLUMN_GAP = 0.6
"""Space between groups of columns, as a share of a column's width."""
LABEL_GAP = 60_000
"""Space in EMU between a bar's end and its value."""
MARKER = 0.55
"""Diameter of a line's marker, as a share of the type size."""


def chart_shapes(chart: Chart, theme: Theme) -> tuple[Shape, ...]:
    """Give a chart as columns, bars, a line or parts with their labels, in reading order. No axis of values: each has its label."""
    figure = chart.figure
    if figure.kind in PARTS:
        return part_shapes(chart, theme)
    if figure.kind is ChartKind.LINE:
        return _lines(chart, theme)
    return _bars(chart, theme) if figure.kind is ChartKind.BAR else _columns(chart, theme)


def _largest(figure: ChartFigure) -> float:
    return max((value for series in figure.series for value in series.values if value is not None), default=1.0) or 1.0


def _meaning(series: Series, index: int) -> Meaning:
    return series.meanings[index] if series.meanings else series.meaning


def _columns(chart: Chart, theme: Theme) -> tuple[Shape, ...]:
    figure, box, row = chart.figure, chart.box, label_row(chart.size)
    names = category_names(chart, chart.box, theme)
    group = box.w // len(figure.categories)
    width = int(group / (len(figure.series) + COLUMN_GAP))
    ground = names[0].box.y
    room = ground - row - box.y
    shapes: list[Shape] = []
    for place, name in enumerate(names):
        for index, series in enumerate(figure.series):
            value = series.values[place]
            if value is None:
                continue
            height = int(room * value / _largest(figure))
            x = name.box.x + (group - width * len(figure.series)) // 2 + index * width
            meaning = _meaning(series, place)
            shapes.append(_bar(figure.categories[place], Box(x=x, y=ground - height, w=width, h=height), meaning, theme))
            shapes.append(_value(chart, value, Box(x=x, y=ground - height - row, w=width, h=row), meaning, theme))
        shapes.append(name)
    return (*shapes, _axis(Box(x=box.x, y=ground, w=box.w, h=0)))


def _bar(name: str, box: Box, meaning: Meaning, theme: Theme) -> Shape:
    return Shape(name=name, box=box, role=Role.DECORATION, fill=theme.meaning(meaning))


def _value(chart: Chart, value: float, box: Box, meaning: Meaning, theme: Theme, align: Align = Align.CENTRE) -> Shape:
    words = value_label(value, chart.figure.number_format)
    return label(words, box, chart.size, theme, align, bold=meaning is Meaning.CLIENT)


def _bars(chart: Chart, theme: Theme) -> tuple[Shape, ...]:
    figure, box = chart.figure, chart.box
    names = max(int(theme.fonts.width(category, chart.size) * EMU_PER_POINT) for category in figure.categories) + 100_000
    values = int(theme.fonts.width("000 000", chart.size, bold=True) * EMU_PER_POINT) + LABEL_GAP
    group = box.h // len(figure.categories)
    height = int(group / (len(figure.series) + 0.35))
    room = box.w - names - values
    shapes: list[Shape] = []
    for place, category in enumerate(figure.categories):
        top = box.y + place * group
        shapes.append(label(category, Box(x=box.x, y=top, w=names, h=group), chart.size, theme, Align.LEFT))
        for index, series in enumerate(figure.series):
            value = series.values[place]
            if value is None:
                continue
            y = top + (group - height * len(figure.series)) // 2 + index * height
            bar = Box(x=box.x + names, y=y, w=int(room * value / _largest(figure)), h=height)
            after = Box(x=bar.right + LABEL_GAP, y=y, w=values - LABEL_GAP, h=height)
            meaning = _meaning(series, place)
            shapes += [_bar(category, bar, meaning, theme), _value(chart, value, after, meaning, theme, Align.LEFT)]
    return tuple(shapes)


def _lines(chart: Chart, theme: Theme) -> tuple[Shape, ...]:
    figure, box, row = chart.figure, chart.box, label_row(chart.size)
    names = category_names(chart, chart.box, theme)
    step, ground = names[0].box.w, names[0].box.y
    dot = int(chart.size * MARKER * EMU_PER_POINT)
    room = ground - row - dot - box.y
    shapes: list[Shape] = []
    for series in figure.series:
        points = [
            (name.box.x + step // 2, ground - int(room * value / _largest(figure)), value)
            for name, value in zip(names, series.values, strict=True)
            if value is not None
        ]
        colour = theme.meaning(series.meaning)
        shapes += [_segment(start, end, colour) for start, end in itertools.pairwise(points)]
        for x, y, value in points:
            marker = Box(x=x - dot // 2, y=y - dot // 2, w=dot, h=dot)
            shapes.append(Shape(name=series.name, box=marker, role=Role.DECORATION, geometry=Geometry.ELLIPSE, fill=colour))
            shapes.append(_value(chart, value, Box(x=x - step // 2, y=y - dot - row, w=step, h=row), series.meaning, theme))
    return (*shapes, *names, _axis(Box(x=box.x, y=ground, w=box.w, h=0)))


def _segment(start: tuple[int, int, float], end: tuple[int, int, float], colour: str) -> Shape:
    (x0, y0, _), (x1, y1, _) = start, end
    box = Box(x=x0, y=min(y0, y1), w=x1 - x0, h=abs(y1 - y0))
    geometry = Geometry.LINE if y1 >= y0 else Geometry.LINE_UP
    return Shape(name="", box=box, role=Role.DECORATION, geometry=geometry, stroke=Stroke(colour=colour, width=3))


def _axis(box: Box) -> Shape:
    return Shape(name="", box=box, role=Role.DECORATION, geometry=Geometry.LINE, stroke=Stroke(colour="accent3", width=0.75))
