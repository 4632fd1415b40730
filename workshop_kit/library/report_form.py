"""The form with the report's figures as it is filled in: rows may lack something yet, and it is written as it is read."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.toml_text import TomlText, parse_toml

PARTS = frozenset({"chart-donut", "chart-stacked"})
"""Kinds that show parts of a whole."""
KINDS = PARTS | {"chart-bar", "chart-column"}
MOST_ROWS = 8
MOST_LABEL = 26
WHOLE = 100.0
ROUNDING = 2.0
"""Percentage points by which parts, each rounded by itself, may miss the whole."""

_HEADER = re.compile(r"\s*\[\[\s*chart\s*\]\]")
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_DELETE = 0x7F


class FormRow(Value, frozen=True, kw_only=True):
    """A figure in per cent with its labels and the page it stands on; None and 0 where these are not typed in yet."""

    label_nb: str
    label_nn: str
    page: int
    value: float | None = None


class FormEntry(Value, frozen=True, kw_only=True):
    """A chart of the form, its rows not yet looked at."""

    id: str
    title_nb: str
    title_nn: str
    kind: str
    question_nb: str
    question_nn: str
    rows: tuple[object, ...] = ()


class FormChart(Value, frozen=True, kw_only=True):
    """A chart of the form with its rows; `note` is the comment over it, number signs and all."""

    id: str
    title_nb: str
    title_nn: str
    kind: str
    question_nb: str
    question_nn: str
    rows: tuple[FormRow, ...] = ()
    note: str = ""


class ReportForm(Value, frozen=True, kw_only=True):
    """The whole form; `head` is the comment it begins with."""

    head: str = ""
    charts: tuple[FormChart, ...] = ()


def row_fault(row: FormRow) -> str | None:
    """Name what keeps a row from being shown, as a message's key; None when it may be."""
    if row.value is None:
        return "content.report_without_value"
    if row.page < 1:
        return "content.report_without_page"
    if not 0 <= row.value <= WHOLE:
        return "content.report_not_per_cent"
    if not (row.label_nb.strip() and row.label_nn.strip()) or max(len(row.label_nb), len(row.label_nn)) > MOST_LABEL:
        return "content.report_label"
    return None


def are_whole(values: Iterable[float]) -> bool:
    """Tell whether parts make up the whole."""
    return abs(sum(values) - WHOLE) <= ROUNDING


def form_entries(toml: TomlText, problems: list[Problem]) -> Iterator[tuple[int, FormEntry]]:
    """Give the form's charts with their places, each id once; what is wrong is added to the problems."""
    taken: set[str] = set()
    try:
        toml.refuse_other_keys("chart")
        tables = toml.tables("chart")
    except ContentFault as fault:
        problems.append(fault.problem)
        return
    for index, table in enumerate(tables):
        try:
            entry = toml.convert(FormEntry, table, ("chart", index))
            if entry.kind not in KINDS:
                raise toml.fault(("chart", index, "kind"), "content.unknown_value", key="kind", value=entry.kind)
            if entry.id in taken:
                raise toml.fault(("chart", index), "content.duplicate_id", id=entry.id)
        except ContentFault as fault:
            problems.append(fault.problem)
            continue
        taken.add(entry.id)
        yield index, entry


def read_form(text: str, file: str) -> tuple[ReportForm, tuple[Problem, ...]]:
    """Give a form with all its rows, also those that may not be shown yet, and what could not be read of it."""
    problems: list[Problem] = []
    try:
        toml = parse_toml(text, file)
    except ContentFault as fault:
        return ReportForm(), (fault.problem,)
    head, notes = _comments(text)
    charts: list[FormChart] = []
    for index, entry in form_entries(toml, problems):
        rows: list[FormRow] = []
        for table in entry.rows:
            try:
                rows.append(toml.convert(FormRow, table, ("chart", index, "rows")))
            except ContentFault as fault:
                problems.append(fault.problem)
        note = notes[index] if index < len(notes) else ""
        charts.append(msgspec.convert(msgspec.structs.asdict(entry) | {"rows": tuple(rows), "note": note}, FormChart))
    return ReportForm(head=head, charts=tuple(charts)), tuple(problems)


def merged(shipped: ReportForm, own: ReportForm) -> ReportForm:
    """Give the shipped form with what somebody's own has instead, and after it what only theirs has."""
    theirs = {chart.id: chart for chart in own.charts}
    known = {chart.id for chart in shipped.charts}
    charts = (*(theirs.get(chart.id, chart) for chart in shipped.charts), *(chart for chart in own.charts if chart.id not in known))
    return ReportForm(head=own.head or shipped.head, charts=charts)


def form_text(form: ReportForm) -> str:
    """Write a form as TOML, with its comments; the same form gives the same text."""
    parts = [form.head] if form.head else []
    return "\n\n".join([*parts, *(_chart_text(chart) for chart in form.charts)]) + "\n"


def _chart_text(chart: FormChart) -> str:
    keys = ("id", "title_nb", "title_nn", "kind", "question_nb", "question_nn")
    rows = "".join(f"    {_row_text(row)},\n" for row in chart.rows)
    lines = [
        *([chart.note] if chart.note else []),
        "[[chart]]",
        *(f"{key} = {_quoted(str(getattr(chart, key)))}" for key in keys),
        f"rows = [\n{rows}]" if rows else "rows = []",
    ]
    return "\n".join(lines)


def _row_text(row: FormRow) -> str:
    value = "" if row.value is None else f"value = {row.value!r}, "
    return f"{{{value}label_nb = {_quoted(row.label_nb)}, label_nn = {_quoted(row.label_nn)}, page = {row.page}}}"


def _quoted(text: str) -> str:
    """Write a text as a basic string of one line; a half of a surrogate pair, which no file can hold, becomes U+FFFD."""
    return '"' + "".join(_ESCAPED.get(letter) or _letter(letter) for letter in text) + '"'


def _letter(letter: str) -> str:
    number = ord(letter)
    if number < ord(" ") or number == _DELETE:
        return f"\\u{number:04x}"
    return "\ufffd" if "\ud800" <= letter <= "\udfff" else letter


def _comments(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the comment a form begins with, and the one over each chart."""
    lines = text.split("\n")
    notes: list[str] = []
    head = len(lines)
    for place, line in enumerate(lines):
        if not _HEADER.match(line):
            continue
        first = place
        while first and lines[first - 1].startswith("#"):
            first -= 1
        notes.append("\n".join(lines[first:place]))
        head = min(head, first)
    return "\n".join(lines[:head]).strip("\n"), tuple(notes)
