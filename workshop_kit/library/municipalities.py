"""Reads the 357 municipalities from assets/data/municipalities.csv (sources: assets/data/SOURCES.md)."""

from pathlib import Path

from workshop_kit.domain.municipality import LanguageForm, Municipality
from workshop_kit.library.csv_table import read_rows, refuse
from workshop_kit.paths import ASSETS

COLUMNS = (
    "number",
    "name",
    "other_names",
    "full_name",
    "county_number",
    "county",
    "language_form",
    "population",
    "population_date",
    "area_km2",
    "centrality_class",
    "centrality_index",
    "admin_centre",
    "lat",
    "lon",
)


def load_municipalities(path: Path = ASSETS / "data" / "municipalities.csv") -> tuple[Municipality, ...]:
    """Give the municipalities in the file's order (by number); raises ContentFault with the line that cannot be read."""
    found: list[Municipality] = []
    for line, row in read_rows(path, COLUMNS):
        try:
            found.append(_municipality(row))
        except ValueError as error:
            refuse(path, line, error)
    return tuple(found)


def _municipality(row: list[str]) -> Municipality:
    """Make a municipality of a row; raises ValueError for a figure that is none."""
    number, name, other_names, full_name, county_number, county, form, population, date, area, centrality, index, centre, lat, lon = row
    return Municipality(
        number=number,
        name=name,
        other_names=tuple(other_names.split("; ")) if other_names else (),
        full_name=full_name,
        county_number=county_number,
        county=county,
        language_form=LanguageForm(form),
        population=int(population),
        population_date=date,
        area_km2=float(area),
        centrality_class=int(centrality),
        centrality_index=int(index),
        admin_centre=centre,
        lat=float(lat),
        lon=float(lon),
    )
