"""What is typed on the page, as it is typed, and what may be made of it. Qt-free, so that it is tested alone."""

import math
import re
from enum import StrEnum

import msgspec

from workshop_kit.domain.content import ReportChart, ReportRow
from workshop_kit.domain.value import Value
from workshop_kit.library.report_form import MOST_LABEL, MOST_ROWS, PARTS, WHOLE, FormChart, FormRow, are_whole, row_fault

FIELDS = ("label_nb", "label_nn", "value", "page")
_PER_CENT = re.compile(r"\d{1,3}(?:[.,]\d{1,6})?")
_PAGE = re.compile(r"\d{1,4}")
_FIRST_WORDS = re.compile(r"^(?:side|s\.|p\.|page)\s*", re.IGNORECASE)


class State(StrEnum):
    """How far a chart has come."""

    EMPTY = "empty"
    LACKING = "lacking"
    READY = "ready"


class DraftRow(Value, frozen=True, kw_only=True):
    """A row's four fields with the text that stands in them."""

    label_nb: str = ""
    label_nn: str = ""
    value: str = ""
    page: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is typed in the row."""
        return not any(str(getattr(self, field)).strip() for field in FIELDS)


Rows = tuple[DraftRow, ...]


class Remark(Value, frozen=True, kw_only=True):
    """What is wrong with a field: the key of its words, and what they name."""

    field: str
    key: str
    count: int = 0


def drafted(chart: FormChart) -> Rows:
    """Give a chart's rows as they are typed."""
    return tuple(
        DraftRow(
            label_nb=row.label_nb,
            label_nn=row.label_nn,
            value="" if row.value is None or not math.isfinite(row.value) else written(row.value),
            page=str(row.page) if row.page > 0 else "",
        )
        for row in chart.rows
    )


def formed(chart: FormChart, rows: Rows) -> FormChart:
    """Give a chart with what was typed; empty rows are left out, and so is what is no figure."""
    return msgspec.structs.replace(chart, rows=tuple(form_row(row) for row in rows if not row.is_empty))


def form_row(row: DraftRow) -> FormRow:
    """Give a row as the form has it."""
    return FormRow(label_nb=row.label_nb.strip(), label_nn=row.label_nn.strip(), value=per_cent(row.value), page=page_number(row.page) or 0)


def shown(chart: FormChart) -> ReportChart | None:
    """Give a chart as a deck shows it; None where there is nothing that may be shown."""
    rows = tuple(row for row in chart.rows if row_fault(row) is None)
    values = tuple(row.value for row in rows if row.value is not None)
    if not rows or (chart.kind in PARTS and (len(rows) > MOST_ROWS or not are_whole(values))):
        return None
    listed = tuple(msgspec.convert(msgspec.structs.asdict(row), ReportRow) for row in rows[:MOST_ROWS])
    return ReportChart(
        id=chart.id,
        title_nb=chart.title_nb,
        title_nn=chart.title_nn,
        kind=chart.kind,
        question_nb=chart.question_nb,
        question_nn=chart.question_nn,
        rows=listed,
    )


def remarks(row: DraftRow) -> tuple[Remark, ...]:
    """Tell what a row lacks and what is wrong in it; an empty row is no fault."""
    if row.is_empty:
        return ()
    found = [Remark(field=field, key="missing") for field in FIELDS if not str(getattr(row, field)).strip()]
    for field in ("label_nb", "label_nn"):
        length = len(str(getattr(row, field)).strip())
        if length > MOST_LABEL:
            found.append(Remark(field=field, key="too_long", count=length))
    value = per_cent(row.value)
    if row.value.strip() and value is None:
        found.append(Remark(field="value", key="no_number"))
    elif value is not None and value > WHOLE:
        found.append(Remark(field="value", key="over_100"))
    if row.page.strip() and page_number(row.page) is None:
        found.append(Remark(field="page", key="no_page"))
    return tuple(found)


def wrong_sum(kind: str, rows: Rows) -> str | None:
    """Give what the parts come to, written out, where it is not the whole; None where it is, or where any sum will do."""
    values = [per_cent(row.value) for row in rows if not row.is_empty]
    known = [value for value in values if value is not None]
    if kind not in PARTS or not known or len(known) < len(values) or are_whole(known):
        return None
    return written(round(sum(known), 6))


def state_of(chart: FormChart, rows: Rows) -> State:
    """Tell how far a chart has come: ready is one whose every row is shown."""
    if all(row.is_empty for row in rows):
        return State.EMPTY
    is_right = not any(remarks(row) for row in rows) and shown(formed(chart, rows)) is not None
    return State.READY if is_right and sum(not row.is_empty for row in rows) <= MOST_ROWS else State.LACKING


def per_cent(text: str) -> float | None:
    """Read a figure, with a comma or a point for the decimals and a per cent sign if need be; None for anything else."""
    plain = re.sub(r"[\s%]", "", text)
    return float(plain.replace(",", ".")) if _PER_CENT.fullmatch(plain) else None


def page_number(text: str) -> int | None:
    """Read a page, also as «s. 21»; None for anything else."""
    plain = _FIRST_WORDS.sub("", text.strip())
    return int(plain) or None if _PAGE.fullmatch(plain) else None


def written(value: float) -> str:
    """Write a figure with a comma."""
    return f"{value:.9g}".replace(".", ",")
