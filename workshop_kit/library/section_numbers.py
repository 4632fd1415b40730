"""Checks the figures that a text gives its drawing: the table of a chart, a share, and a count of a whole."""

import re
from collections.abc import Callable, Iterator, Mapping

from workshop_kit.domain.problem import Problem, Where
from workshop_kit.library.body import Body, RawSection

NUMBER = re.compile(r"[-−]?(?:\d{1,3}(?:[\u00a0 ]\d{3})+|\d+)(?:,\d+)?")
"""A number as Norwegians write it."""
WHOLE = 100.0
_COUNT = re.compile(r"(\d+) av (\d+)")
_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?")
"""The line between a table's head and its rows."""


def number_problems(body: Body, figure: str | None, name: str) -> Iterator[Problem]:
    """List the figures that cannot be drawn; `name` is the slide's. A section that is missing is told elsewhere."""
    check = _CHECKS.get(figure or "")
    section = body.sections.get(check[0]) if check else None
    if check and section and section.text:
        yield from check[1](section, body.file, name)


def _table(section: RawSection, file: str, name: str) -> Iterator[Problem]:
    """Look for a head row and rows with a number in every cell but the first."""
    rows = [(number, _cells(line)) for number, line in enumerate(section.text.split("\n"), section.line) if line.strip()]
    body = rows[2:]
    is_table = len(rows) > 2 and _RULE.fullmatch(section.text.split("\n")[1].strip()) is not None
    columns = len(rows[0][1])
    for number, cells in body if is_table else ():
        if len(cells) != columns:
            yield _problem(file, number, "content.wrong_table", name=name)
        for cell in cells[1:]:
            if not NUMBER.fullmatch(cell):
                yield _problem(file, number, "content.wrong_number", name=name, given=cell, section="data")
    if not is_table or columns < 2:
        yield _problem(file, section.line, "content.wrong_table", name=name)


def _share(section: RawSection, file: str, name: str) -> Iterator[Problem]:
    """Look for one number in per cent of a whole."""
    given = section.text.strip()
    if not NUMBER.fullmatch(given):
        yield _problem(file, section.line, "content.wrong_number", name=name, given=given, section="share")
    elif not 0 <= float(given.replace("\u00a0", "").replace(" ", "").replace("−", "-").replace(",", ".")) <= WHOLE:
        yield _problem(file, section.line, "content.wrong_share", name=name, given=given)


def _count(section: RawSection, file: str, name: str) -> Iterator[Problem]:
    """Look for a number of a number."""
    found = _COUNT.fullmatch(section.text.strip())
    if found is None or int(found[1]) > int(found[2]):
        yield _problem(file, section.line, "content.wrong_count", name=name)


_CHECKS: Mapping[str, tuple[str, Callable[[RawSection, str, str], Iterator[Problem]]]] = {
    **{f"chart-{kind}": ("data", _table) for kind in ("bar", "column", "donut", "line", "stacked")},
    "share": ("share", _share),
    "waffle": ("count", _count),
}
"""Which section of a figure holds numbers, and what looks at it."""


def _cells(line: str) -> list[str]:
    """Split a table's line at its bars."""
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def _problem(file: str, line: int, key: str, **values: str) -> Problem:
    return Problem(where=Where(file=file, line=line), key=key, values=values)
