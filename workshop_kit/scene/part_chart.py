"""Draws parts of a whole as shapes: columns that each add up to a hundred per cent, with the parts' names beside them.

A ring in the deck is such a column on paper: lengths are compared more easily than angles.
"""

from workshop_kit.domain.plan import ChartFigure, ChartKind, Meaning
from workshop_kit.domain.text import paragraph
from workshop_kit.domain.value import Value
from workshop_kit.scene.chart_labels import category_names, label, label_row, value_label
from workshop_kit.scene.measure import count_lines
from workshop_kit.scene.page import EMU_PER_POINT, Align, Box, Chart, Role, Shape, Stroke, TextStyle
from workshop_kit.scene.theme import Theme

PARTS = frozenset({ChartKind.STACKED, ChartKind.DONUT})
OTHERS = (("accent3", "tx1"), ("accent6", "tx1"), ("accent5", "bg1"), ("accent4", "tx1"))
"""Ground and text colours of the parts that the title does not speak of, in order."""
GROUNDS = {Meaning.CLIENT: ("accent2", "bg1"), Meaning.COMPARISON: ("tx2", "bg1")}
COLUMNS_SHARE = 0.5
"""What the columns take of the box's width; the names take the rest."""
COLUMN_WIDTH = 0.8
"""A column's width as a share of its place."""
SWATCH = 0.8
"""Side of a square that shows a part's colour, as a share of the type size."""
GAP = 90_000
EDGE = Stroke(colour="bg1", width=1.5)
OUTLINE = Stroke(colour="accent3", width=0.75)


class _Part(Value, frozen=True, kw_only=True):
    """A part under its name, with its ground, the colour of text on it, and its value in each column."""

    name: str
    ground: str
    ink: str
    values: tuple[float | None, ...]


def part_colours(meanings: tuple[Meaning, ...]) -> tuple[tuple[str, str], ...]:
    """Give each part its ground and text colour: what the title speaks of stands out, the others follow each other."""
    others = iter(OTHERS * len(meanings))
    return tuple(GROUNDS[meaning] if meaning in GROUNDS else next(others) for meaning in meanings)


def part_shapes(chart: Chart, theme: Theme) -> tuple[Shape, ...]:
    """Give the columns from the first part at the foot to the last on top, their names under them, the parts' at the right."""
    parts, box = _parts(chart.figure), chart.box
    columns = Box(x=box.x, y=box.y, w=int(box.w * COLUMNS_SHARE), h=box.h)
    names = category_names(chart, columns, theme) if chart.figure.kind is ChartKind.STACKED else ()
    count = len(parts[0].values)
    room = (names[0].box.y if names else box.bottom) - box.y
    share = columns.w // count
    width = int(share * COLUMN_WIDTH)
    shapes: list[Shape] = []
    for place in range(count):
        area = Box(x=columns.x + place * share + (share - width) // 2, y=box.y, w=width, h=room)
        shapes += _column(chart, parts, place, area, theme)
    legend = Box(x=columns.right + GAP, y=box.y, w=box.right - columns.right - GAP, h=room)
    return (*shapes, *names, *_legend(chart, parts, legend, theme))


def _parts(figure: ChartFigure) -> tuple[_Part, ...]:
    if figure.kind is ChartKind.STACKED:
        named = tuple((series.name, series.values) for series in figure.series)
        colours = part_colours(tuple(series.meaning for series in figure.series))
    else:
        series = figure.series[0]
        named = tuple((name, (value,)) for name, value in zip(figure.categories, series.values, strict=True))
        colours = part_colours(series.meanings or (series.meaning,) * len(named))
    return tuple(
        _Part(name=name, values=values, ground=ground, ink=ink) for (name, values), (ground, ink) in zip(named, colours, strict=True)
    )


def _height(parts: tuple[_Part, ...], part: _Part, place: int, room: int) -> int:
    whole = sum(each.values[place] or 0 for each in parts)
    return int(room * (part.values[place] or 0) / whole) if whole else 0


def _column(chart: Chart, parts: tuple[_Part, ...], place: int, area: Box, theme: Theme) -> list[Shape]:
    """Stack one column's parts; a part that is lower than a line goes without its value."""
    shapes: list[Shape] = []
    bottom = area.bottom
    for part in parts:
        value, height = part.values[place], _height(parts, part, place, area.h)
        if value is None:
            continue
        bottom -= height
        box = Box(x=area.x, y=bottom, w=area.w, h=height)
        shapes.append(Shape(name=part.name, box=box, role=Role.DECORATION, fill=part.ground, stroke=EDGE))
        if height >= label_row(chart.size):
            words = value_label(value, chart.figure.number_format)
            shapes.append(label(words, box, chart.size, theme, Align.CENTRE, bold=True, colour=part.ink))
    return shapes


def _legend(chart: Chart, parts: tuple[_Part, ...], area: Box, theme: Theme) -> list[Shape]:
    """Name the parts from the top down, with a square in each one's colour; with the value, too, where its part has no room."""
    side = int(chart.size * SWATCH * EMU_PER_POINT)
    indent = side + GAP
    style = TextStyle(size=chart.size)
    row = label_row(chart.size)
    shapes: list[Shape] = []
    y = area.y
    for part in reversed(parts):
        words = _named(chart, parts, part, area.h)
        lines = count_lines((paragraph(words),), style, theme.fonts, (area.w - indent) / EMU_PER_POINT)
        height = row + int((lines - 1) * chart.size * theme.fonts.line_height * EMU_PER_POINT)
        square = Box(x=area.x, y=y + (row - side) // 2, w=side, h=side)
        shapes.append(Shape(name=part.name, box=square, role=Role.DECORATION, fill=part.ground, stroke=OUTLINE))
        shapes.append(label(words, Box(x=area.x + indent, y=y, w=area.w - indent, h=height), chart.size, theme, Align.LEFT))
        y += height
    return shapes


def _named(chart: Chart, parts: tuple[_Part, ...], part: _Part, room: int) -> str:
    value = part.values[0]
    if len(part.values) > 1 or value is None or _height(parts, part, 0, room) >= label_row(chart.size):
        return part.name
    return f"{part.name}: {value_label(value, chart.figure.number_format)}"
