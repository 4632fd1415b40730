"""Labels of a chart that is drawn as shapes: values as Norwegians write them, and the categories' names."""

from workshop_kit.domain.text import paragraph
from workshop_kit.scene.measure import break_lines, count_lines
from workshop_kit.scene.page import EMU_PER_POINT, Align, Anchor, Box, Chart, Role, Shape, Text, TextStyle
from workshop_kit.scene.theme import Theme

LABEL_SHARE = 1.6
"""Room for one line of labels, as a share of the type size."""


def value_label(value: float, number_format: str) -> str:
    """Give a value as its label shows it: with as many decimals as the format has, and spaces between thousands."""
    decimals = number_format.partition(".")[2].count("0")
    number = f"{value:,.{decimals}f}".replace(",", "\u00a0").replace(".", ",")
    return f"{number}\u00a0%" if "%" in number_format else number


def label_row(size: float) -> int:
    """Give the height in EMU of a line of labels of a size in points."""
    return int(size * LABEL_SHARE * EMU_PER_POINT)


def label(words: str, box: Box, size: float, theme: Theme, align: Align, *, bold: bool = False, colour: str = "tx1") -> Shape:
    """Set a label into a box, half way up."""
    style = TextStyle(size=size, bold=bold, colour=colour, align=align, anchor=Anchor.MIDDLE)
    blocks = (paragraph(words),)
    lines = break_lines(blocks, style, theme.fonts, box.w / EMU_PER_POINT)
    return Shape(name=words, box=box, role=Role.LABEL, text=Text(blocks=blocks, style=style, lines=lines))


def category_names(chart: Chart, box: Box, theme: Theme) -> tuple[Shape, ...]:
    """Give the categories' names along a box's lower edge, each in an equal share of the width, as high as the longest needs."""
    figure = chart.figure
    share = box.w // len(figure.categories)
    style = TextStyle(size=chart.size)
    most = max(count_lines((paragraph(name),), style, theme.fonts, share / EMU_PER_POINT) for name in figure.categories)
    height = label_row(chart.size) + int((most - 1) * chart.size * theme.fonts.line_height * EMU_PER_POINT)
    return tuple(
        label(name, Box(x=box.x + place * share, y=box.bottom - height, w=share, h=height), chart.size, theme, Align.CENTRE)
        for place, name in enumerate(figure.categories)
    )
