"""Reads the form with the 2019 report's figures: empty as it ships, filled in the user's own folder.

A figure without the page it stands on is not shown, and neither is a chart without figures.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from workshop_kit.domain.content import ReportChart, ReportRow
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import TomlText, parse_toml

FORM = "report-figures.toml"
PARTS = frozenset({"chart-donut", "chart-stacked"})
"""Kinds that show parts of a whole."""
KINDS = PARTS | {"chart-bar", "chart-column"}
MOST_ROWS = 8
MOST_LABEL = 26
WHOLE = 100.0
ROUNDING = 2.0
"""Percentage points by which parts, each rounded by itself, may miss the whole."""


class _FormChart(Value, frozen=True, kw_only=True):
    """A chart of the form, its rows not yet looked at."""

    id: str
    title_nb: str
    title_nn: str
    kind: str
    question_nb: str
    question_nn: str
    rows: tuple[object, ...] = ()


def read_report_figures(shelves: Iterable[Shelf]) -> tuple[tuple[ReportChart, ...], tuple[Problem, ...]]:
    """Give the charts that have figures, and what was wrong; a chart of a later shelf takes the place of an earlier one.

    The user's own form lies in their folder, or where the shipped one does.
    """
    charts: dict[str, ReportChart] = {}
    problems: list[Problem] = []
    for shelf in shelves:
        paths = (shelf.root / "assets" / "data" / FORM, *(() if shelf.shipped else (shelf.root / FORM,)))
        for path in paths:
            found, faults = _read_form(shelf, path) if path.exists() else ((), ())
            charts |= {chart.id: chart for chart in found}
            problems += faults
    return tuple(charts.values()), tuple(problems)


def _read_form(shelf: Shelf, path: Path) -> tuple[tuple[ReportChart, ...], tuple[Problem, ...]]:
    """Give one form's charts that have figures, and what was wrong."""
    charts: dict[str, ReportChart] = {}
    problems: list[Problem] = []
    try:
        toml = parse_toml(shelf.read(path), shelf.name(path))
        toml.refuse_other_keys("chart")
        tables = toml.tables("chart")
    except ContentFault as fault:
        return (), (fault.problem,)
    for index, table in enumerate(tables):
        try:
            chart = toml.convert(_FormChart, table, ("chart", index))
            if chart.kind not in KINDS:
                raise toml.fault(("chart", index, "kind"), "content.unknown_value", key="kind", value=chart.kind)
            if chart.id in charts:
                raise toml.fault(("chart", index), "content.duplicate_id", id=chart.id)
        except ContentFault as fault:
            problems.append(fault.problem)
            continue
        rows, faults = _rows(toml, index, chart)
        problems += faults
        if rows:
            charts[chart.id] = msgspec.convert(msgspec.structs.asdict(chart) | {"rows": rows, "file": toml.file}, ReportChart)
    return tuple(charts.values()), tuple(problems)


def _rows(toml: TomlText, index: int, chart: _FormChart) -> tuple[tuple[ReportRow, ...], tuple[Problem, ...]]:
    """Give the rows that may be shown, and why others may not; parts that do not make a whole show none."""
    rows: list[ReportRow] = []
    problems: list[Problem] = []
    lines = tuple(_row_lines(toml, index))
    for number, table in enumerate(chart.rows):
        where = Where(file=toml.file, line=lines[number] if number < len(lines) else toml.where(("chart", index, "rows")).line)
        try:
            row = toml.convert(ReportRow, table, ("chart", index, "rows"))
        except ContentFault as fault:
            problems.append(msgspec.structs.replace(fault.problem, where=where))
            continue
        key = _fault_key(row)
        if key is None:
            rows.append(row)
        else:
            label = row.label_nb or str(number + 1)
            problems.append(Problem(where=where, key=key, values={"chart": chart.id, "label": label, "most": str(MOST_LABEL)}))
    if len(rows) > MOST_ROWS:
        problems.append(toml.problem(("chart", index, "rows"), "content.report_rows", chart=chart.id, most=str(MOST_ROWS)))
    total = sum(row.value for row in rows)
    if rows and chart.kind in PARTS and (len(rows) > MOST_ROWS or abs(total - WHOLE) > ROUNDING):
        problems.append(toml.problem(("chart", index, "rows"), "content.report_parts", chart=chart.id, total=f"{total:g}"))
        return (), tuple(problems)
    return tuple(rows[:MOST_ROWS]), tuple(problems)


def _fault_key(row: ReportRow) -> str | None:
    """Name what is wrong with a row; None when it may be shown."""
    if row.page < 1:
        return "content.report_without_page"
    if not 0 <= row.value <= WHOLE:
        return "content.report_not_per_cent"
    if not (row.label_nb.strip() and row.label_nn.strip()) or max(len(row.label_nb), len(row.label_nn)) > MOST_LABEL:
        return "content.report_label"
    return None


def _row_lines(toml: TomlText, index: int) -> Iterator[int]:
    """Give the line of each row of a chart, which its opening brace stands on."""
    first = (toml.where(("chart", index, "rows")).line or toml.line) - toml.line
    for number, line in enumerate(toml.text.split("\n")[first:], toml.line + first):
        if line.lstrip().startswith("[["):
            return
        if not line.lstrip().startswith("#"):
            yield from (number for _ in range(line.count("{")))
