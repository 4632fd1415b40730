"""Reads the figures from assets/data/indicators.csv (sources: assets/data/SOURCES.md)."""

from pathlib import Path

from workshop_kit.domain.municipality import Indicators
from workshop_kit.library.csv_table import read_rows, refuse
from workshop_kit.paths import ASSETS

COLUMNS = ("number", "indicator", "year", "value", "unit", "source")


def load_indicators(path: Path = ASSETS / "data" / "indicators.csv") -> Indicators:
    """Give the figures; raises ContentFault with the line that cannot be read, or that says a figure twice.

    A row without a year (a membership, known only to hold when the file was made) counts as year 0.
    """
    values: dict[str, dict[tuple[str, int], float]] = {}
    for line, (number, indicator, year, value, _, _) in read_rows(path, COLUMNS):
        figures = values.setdefault(number, {})
        try:
            key = (indicator, int(year or 0))
            if key in figures:
                refuse(path, line)
            figures[key] = float(value)
        except ValueError as error:
            refuse(path, line, error)
    return Indicators(values=values)
