"""What is known about a municipality before a workshop is made for it."""

from collections.abc import Iterable

from workshop_kit.domain.content import Example
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Indicators, Municipality
from workshop_kit.domain.value import Value

POPULATION = "population_1jan"
MEASURED = "u4ssc_kpi_evaluation"
COMPARED_YEARS = (2020, 2026)
"""The years that the key figures compare; municipalities parted since 2020 lack the first."""


class Known(Value, frozen=True, kw_only=True):
    """The years with figures of its own, the last year it was measured by U4SSC, and the titles of shipped examples from it."""

    years: tuple[int, ...] = ()
    measured: int | None = None
    examples: tuple[str, ...] = ()


def known_about(municipality: Municipality, indicators: Indicators, examples: Iterable[Example], language: Language) -> Known:
    """Give what is known; the titles of examples are in the language given."""
    with_figures = indicators.years(municipality.number, POPULATION)
    measured = indicators.years(municipality.number, MEASURED)
    return Known(
        years=tuple(year for year in COMPARED_YEARS if year in with_figures),
        measured=measured[-1] if measured else None,
        examples=tuple(each.texts[language].title for each in examples if municipality.number in each.municipalities),
    )
