"""What can be worked out about one municipality: growth, shares, rank and thresholds.

The counts are SSB's (table 07459, 1 January); shares are worked out here, in per cent with one decimal. A figure
that cannot be had is None, never zero: Ålesund and Haram have none from before 1 January 2024.
"""

from collections.abc import Iterable
from datetime import date

from workshop_kit.domain.municipality import Indicators, Municipality
from workshop_kit.domain.value import Value
from workshop_kit.planning.numbers import rounded

NOW = 2026
"""The year of the newest counts."""

BEFORE = 2020
"""The year they are held against."""

BEFORE_SPLIT = 2024
"""The year for the municipalities that came into being on 1 January 2024."""

MOST_SIGNATURES = 300
"""The law's ceiling for a residents' proposal (kommuneloven § 12-1), which otherwise is two per cent of the residents."""

FEWEST_FOR_RANK = 5
"""A county with fewer municipalities gives a rank no meaning."""


class Shares(Value, frozen=True):
    """Shares of the residents in per cent, one decimal, by age group."""

    young: float
    from_67: float
    from_80: float


class People(Value, frozen=True):
    """Residents by age group."""

    young: int
    from_67: int
    from_80: int


class Rank(Value, frozen=True):
    """A municipality's place in its county by population, 1 the largest, and how many there are."""

    place: int
    of: int


class Figures(Value, frozen=True):
    """One municipality's figures.

    `since` is the year the growth is counted from, `growth` in persons and `growth_percent` in per cent, unrounded.
    `now` and `before` are shares in NOW and BEFORE, `people` and `people_before` the residents behind them. `density` is
    residents per km². `rank` is None where it would say nothing, or would point at the small.
    """

    population: int
    area_km2: float
    density: float
    since: date
    growth: int | None
    growth_percent: float | None
    now: Shares | None
    before: Shares | None
    people: People | None
    people_before: People | None
    signatures: int
    rank: Rank | None


def compute_figures(client: Municipality, municipalities: tuple[Municipality, ...], indicators: Indicators) -> Figures:
    """Work out one municipality's figures."""
    since = BEFORE if indicators.value(client.number, "population_1jan", BEFORE) is not None else BEFORE_SPLIT
    then = indicators.value(client.number, "population_1jan", since)
    return Figures(
        population=client.population,
        area_km2=client.area_km2,
        density=client.population / client.area_km2,
        since=date(since, 1, 1),
        growth=None if then is None else client.population - int(then),
        growth_percent=None if then is None else (client.population - then) / then * 100,
        now=_shares(client.number, indicators, NOW),
        before=_shares(client.number, indicators, BEFORE),
        people=_people(client.number, indicators, NOW),
        people_before=_people(client.number, indicators, BEFORE),
        signatures=signatures_needed(client.population),
        rank=rank_in_county(client, municipalities),
    )


def _shares(number: str, indicators: Indicators, year: int) -> Shares | None:
    values = _by_age(number, indicators, "share", year)
    return None if values is None else Shares(young=values[0], from_67=values[1], from_80=values[2])


def _people(number: str, indicators: Indicators, year: int) -> People | None:
    values = _by_age(number, indicators, "population", year)
    return None if values is None else People(young=int(values[0]), from_67=int(values[1]), from_80=int(values[2]))


def _by_age(number: str, indicators: Indicators, measure: str, year: int) -> tuple[float, float, float] | None:
    """Give a measure for the young, those aged 67 or more and 80 or more; None unless all are known."""
    young, from_67, from_80 = (indicators.value(number, f"{measure}_{group}", year) for group in ("0_17", "67plus", "80plus"))
    return None if young is None or from_67 is None or from_80 is None else (young, from_67, from_80)


def signatures_needed(population: int) -> int:
    """Give how many residents can demand that a proposal is taken up: two per cent, rounded up, at most 300."""
    return min(-(-population * 2 // 100), MOST_SIGNATURES)


def rank_in_county(client: Municipality, municipalities: Iterable[Municipality]) -> Rank | None:
    """Give the place in the county by population, for the upper half of a county with five municipalities or more."""
    county = [other for other in municipalities if other.county_number == client.county_number]
    place = 1 + sum(other.population > client.population for other in county)
    if len(county) < FEWEST_FOR_RANK or place > len(county) / 2:
        return None
    return Rank(place=place, of=len(county))


def country_share_67(municipalities: Iterable[Municipality], indicators: Indicators) -> float | None:
    """Give the whole country's share aged 67 or more, in per cent with one decimal; None with nothing to add up."""
    counted = [
        (over_67, population)
        for municipality in municipalities
        if (over_67 := indicators.value(municipality.number, "population_67plus", NOW)) is not None
        and (population := indicators.value(municipality.number, "population_1jan", NOW)) is not None
    ]
    if not counted:
        return None
    return float(rounded(sum(over_67 for over_67, _ in counted) / sum(population for _, population in counted) * 100, 1))
