"""A Norwegian municipality and the figures that are known about it."""

from collections.abc import Mapping
from enum import StrEnum

from workshop_kit.domain.language import Language
from workshop_kit.domain.value import Value

OSLO = "0301"
"""Number of the one municipality that is a county as well."""


class LanguageForm(StrEnum):
    """The municipality's own language decision (språkvedtak), as Språkrådet lists it."""

    BOKMAL = "bokmål"
    NYNORSK = "nynorsk"
    NEUTRAL = "nøytral"


class Municipality(Value, frozen=True, kw_only=True):
    """One of the 357 municipalities in force since 1 January 2024.

    `number` is SSB's four-digit number, kept as a string ("0301"). `name` is the Norwegian name, `other_names` the
    Sámi and Kven ones, `full_name` SSB's own form with all of them. `population` counts residents on
    `population_date`. `area_km2` is land and fresh water. `centrality_class` runs from 1 (most central) to 6, the
    index from 0 to 1000 (SSB's classification 128).
    """

    number: str
    name: str
    other_names: tuple[str, ...]
    full_name: str
    county_number: str
    county: str
    language_form: LanguageForm
    population: int
    population_date: str
    area_km2: float
    centrality_class: int
    centrality_index: int
    admin_centre: str
    lat: float
    lon: float

    @property
    def default_language(self) -> Language | None:
        """The pack's language when nobody chose one; None for «nøytral», which says nothing about it."""
        match self.language_form:
            case LanguageForm.BOKMAL:
                return Language.NB
            case LanguageForm.NYNORSK:
                return Language.NN
            case LanguageForm.NEUTRAL:
                return None


class Outline(Value, frozen=True, kw_only=True, eq=False):
    """A municipality's shape: polygons of rings of (longitude, latitude) in degrees, the outer ring first.

    Compared by identity, so that it can key a cache without walking its points.
    """

    number: str
    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]


class Indicators(Value, frozen=True, kw_only=True, eq=False):
    """Figures by municipality number, indicator and year; a missing one is unknown, never zero."""

    values: Mapping[str, Mapping[tuple[str, int], float]]

    def value(self, number: str, indicator: str, year: int) -> float | None:
        """Give one figure, or None where it is unknown."""
        return self.values.get(number, {}).get((indicator, year))

    def years(self, number: str, indicator: str) -> tuple[int, ...]:
        """Give the years for which one indicator is known, in order."""
        return tuple(sorted(year for name, year in self.values.get(number, {}) if name == indicator))
