"""Charts whose figures stand in the slide's own text: a Markdown table under `## data`, and what it counts under `## unit`."""

from collections.abc import Mapping

from workshop_kit.domain.plan import ChartFigure, ChartKind, Meaning, Series, ShareFigure
from workshop_kit.domain.text import BlockKind, Prose, TextBlock, plain
from workshop_kit.planning.fill import fill

CHARTS: Mapping[str, ChartKind] = {
    "chart-bar": ChartKind.BAR,
    "chart-column": ChartKind.COLUMN,
    "chart-donut": ChartKind.DONUT,
    "chart-line": ChartKind.LINE,
    "chart-stacked": ChartKind.STACKED,
}
MOST_ALT = 200
"""Characters of a description, which is read out in one go."""
PER_CENT = "prosent"
WHOLE_FORMAT = "0"
"""Labels are whole: a format with decimals would show a point on a machine set to English. The description has them all."""
PER_CENT_MARK = '" %"'
SEVERAL = (Meaning.COMPARISON, Meaning.BEFORE, Meaning.CLIENT)
"""Colours of several series, in order."""


def content_chart(figure: str, title: str, sections: Mapping[str, Prose], words: Mapping[str, str]) -> ChartFigure | None:
    """Make a chart from a slide's sections; None where they hold no figures. The first row or part is the title's own.

    The description gives the kind of diagram and its figures, or, where they are too many to be read out, its title.
    """
    kind = CHARTS[figure]
    rows = [block for block in sections.get("data", ()) if block.kind is BlockKind.ROW]
    if len(rows) < 2:
        return None
    head, body = rows[0], rows[1:]
    names = tuple(_text(head, column) for column in range(1, len(head.cells)))
    labels = tuple(_text(row, 0) for row in body)
    values = tuple(tuple(_number(_text(row, column)) for row in body) for column in range(1, len(head.cells)))
    per_cent = plain(sections.get("unit", ())).strip() == PER_CENT
    return ChartFigure(
        kind=kind,
        categories=labels,
        series=tuple(_series(kind, index, name, column) for index, (name, column) in enumerate(zip(names, values, strict=True))),
        number_format=f"{WHOLE_FORMAT}{PER_CENT_MARK if per_cent else ''}",
        alt=_alt(words[f"{figure.replace('-', '_')}_alt"], title, _told(labels, names, values, " %" if per_cent else "")),
    )


def _series(kind: ChartKind, index: int, name: str, values: tuple[float, ...]) -> Series:
    if kind is ChartKind.STACKED:
        return Series(name=name, values=values, meaning=Meaning.COMPARISON if index == 0 else Meaning.OTHER)
    meanings = (Meaning.COMPARISON, *((Meaning.OTHER,) * (len(values) - 1)))
    if kind is ChartKind.DONUT or (index == 0 and kind is ChartKind.BAR and len(values) > 1):
        return Series(name=name, values=values, meaning=Meaning.COMPARISON, meanings=meanings)
    return Series(name=name, values=values, meaning=SEVERAL[index % len(SEVERAL)])


def _alt(pattern: str, title: str, told: str) -> str:
    whole = fill(pattern, {"figures": told})
    return whole if len(whole) <= MOST_ALT else fill(pattern, {"figures": title})


def _told(labels: tuple[str, ...], names: tuple[str, ...], values: tuple[tuple[float, ...], ...], unit: str) -> str:
    return "; ".join(
        f"{label}{f', {name}' if len(names) > 1 and name else ''} {f'{value:g}'.replace('.', ',')}{unit}"
        for name, column in zip(names, values, strict=True)
        for label, value in zip(labels, column, strict=True)
    )


def content_share(sections: Mapping[str, Prose]) -> ShareFigure | None:
    """Make one bar of a whole from the number under `## share`."""
    share = plain(sections.get("share", ())).strip()
    if not share:
        return None
    label = plain(sections.get("label", ())).strip()
    return ShareFigure(bars=((label, _number(share), Meaning.CLIENT),), alt=f"{plain(sections.get('number', ()))} {label}"[:200])


def _text(row: TextBlock, column: int) -> str:
    return "".join(run.text for run in row.cells[column]).strip()


def _number(text: str) -> float:
    """Read a number as Norwegians write it; the library has checked that it is one."""
    return float(text.replace("\u00a0", "").replace(" ", "").replace("%", "").replace("\u2212", "-").replace(",", "."))
