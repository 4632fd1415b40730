"""Pieces that every native chart is made of: cached strings and figures, text properties, what labels show."""

from workshop_kit.domain.plan import Series
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.pptx_deck import xml

SHEET = "Sheet1"
SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
"""Labels show the value, and nothing else."""


def string_cache(categories: tuple[str, ...]) -> str:
    """Give strings as a chart keeps them beside its workbook."""
    points = "".join(f'<c:pt idx="{index}"><c:v>{xml.text(name)}</c:v></c:pt>' for index, name in enumerate(categories))
    return f'<c:strCache><c:ptCount val="{len(categories)}"/>{points}</c:strCache>'


def number_cache(series: Series, number_format: str) -> str:
    """Give a series' figures as a chart keeps them beside its workbook; what is unknown is left out."""
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value:.16g}</c:v></c:pt>' for index, value in enumerate(series.values) if value is not None
    )
    return f'<c:numCache><c:formatCode>{xml.text(number_format)}</c:formatCode><c:ptCount val="{len(series.values)}"/>{points}</c:numCache>'


def text_properties(size: float, locale: str, slot: str, theme: Theme, *, bold: bool = False) -> str:
    """Give how a chart's text is set: size in points, colour slot, language."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="{locale}" sz="{round(size * 100)}" b="{int(bold)}">'
        f'{xml.fill(theme, slot)}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="{locale}"/></a:p></c:txPr>'
    )


def label_look(number_format: str) -> str:
    """Give a label's number format, on no ground of its own."""
    return f'<c:numFmt formatCode={xml.attribute(number_format)} sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
