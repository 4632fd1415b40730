"""Reads the form with the 2019 report's figures: empty as it ships, filled in the user's own folder.

A figure without the page it stands on is not shown, and neither is a chart without figures.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from workshop_kit.domain.content import ReportChart, ReportRow
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.report_form import MOST_LABEL, MOST_ROWS, PARTS, FormEntry, FormRow, are_whole, form_entries, row_fault
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import TomlText, parse_toml

FORM = "report-figures.toml"
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


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
    charts: list[ReportChart] = []
    problems: list[Problem] = []
    try:
        toml = parse_toml(shelf.read(path), shelf.name(path))
    except ContentFault as fault:
        return (), (fault.problem,)
    for index, chart in form_entries(toml, problems):
        rows, faults = _rows(toml, index, chart)
        problems += faults
        if rows:
            charts.append(msgspec.convert(msgspec.structs.asdict(chart) | {"rows": rows, "file": toml.file}, ReportChart))
    return tuple(charts), tuple(problems)


def _rows(toml: TomlText, index: int, chart: FormEntry) -> tuple[tuple[ReportRow, ...], tuple[Problem, ...]]:
    """Give the rows that may be shown, and why others may not; parts that do not make a whole show none."""
    rows: list[ReportRow] = []
    problems: list[Problem] = []
    lines = tuple(_row_lines(toml, index))
    for number, table in enumerate(chart.rows):
        where = Where(file=toml.file, line=lines[number] if number < len(lines) else toml.where(("chart", index, "rows")).line)
        try:
            row = toml.convert(FormRow, table, ("chart", index, "rows"))
        except ContentFault as fault:
            problems.append(msgspec.structs.replace(fault.problem, where=where))
            continue
        key = row_fault(row)
        if key is None:
            rows.append(msgspec.convert(msgspec.structs.asdict(row), ReportRow))
        else:
            label = row.label_nb or str(number + 1)
            problems.append(Problem(where=where, key=key, values={"chart": chart.id, "label": label, "most": str(MOST_LABEL)}))
    if len(rows) > MOST_ROWS:
        problems.append(toml.problem(("chart", index, "rows"), "content.report_rows", chart=chart.id, most=str(MOST_ROWS)))
    total = sum(row.value for row in rows)
    if rows and chart.kind in PARTS and (len(rows) > MOST_ROWS or not are_whole(row.value for row in rows)):
        problems.append(toml.problem(("chart", index, "rows"), "content.report_parts", chart=chart.id, total=f"{total:g}"))
        return (), tuple(problems)
    return tuple(rows[:MOST_ROWS]), tuple(problems)


def _row_lines(toml: TomlText, index: int) -> Iterator[int]:
    """Give the line of each row of a chart, which its opening brace stands on."""
    first = (toml.where(("chart", index, "rows")).line or toml.line) - toml.line
    for number, line in enumerate(toml.text.split("\n")[first:], toml.line + first):
        if line.lstrip().startswith("[["):
            return
        if not line.lstrip().startswith("#"):
            yield from (number for _ in range(_QUOTED.sub("", line).count("{")))
