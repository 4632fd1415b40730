"""The variant that is chosen is the one that is true, for all 357."""

from collections import Counter
from datetime import date
from functools import lru_cache
from typing import Any

import pytest
from msgspec.structs import replace

from tests.planning.make import all_municipalities, municipality, real_indicators
from workshop_kit.domain.municipality import Indicators, Municipality
from workshop_kit.planning.choices import (
    CHOICES,
    FLAGS,
    HOMES,
    ageing_variant,
    choose_flags,
    choose_variants,
    compare_variant,
    growth_variant,
)
from workshop_kit.planning.comparison import Comparison, Likeness, compare
from workshop_kit.planning.figures import Figures, Rank, Shares, compute_figures

EVERY_POINT = frozenset({1, 2, 3, 4})


def figures(**changes: Any) -> Figures:
    values: dict[str, Any] = {
        "population": 4_714,
        "area_km2": 90.0,
        "density": 52.0,
        "since": date(2020, 1, 1),
        "growth": 100,
        "growth_percent": 2.2,
        "now": Shares(young=15.0, from_67=24.0, from_80=5.0),
        "before": Shares(young=16.0, from_67=21.0, from_80=4.0),
        "people": None,
        "people_before": None,
        "signatures": 95,
        "rank": None,
    }
    return Figures(**{**values, **changes})


def group(median: float | None) -> Comparison:
    return Comparison(step=1, likeness=Likeness.ALIKE, members=(), nearest=(), median_67=median)


@lru_cache(maxsize=1)
def every_figures() -> dict[str, tuple[Figures, Comparison]]:
    everybody = all_municipalities()
    return {
        each.number: (compute_figures(each, everybody, real_indicators()), compare(each, everybody, real_indicators()))
        for each in everybody
    }


def test_the_whole_country_falls_into_the_variants_as_counted() -> None:
    chosen = [choose_variants(number, *found) for number, found in every_figures().items()]

    assert Counter(each["growth"] for each in chosen) == {
        "up": 220,
        "down": 62,
        "flat": 52,
        "down_persons": 13,
        "up_persons": 8,
        "up_2024": 2,
    }
    assert Counter(each["comparison"] for each in chosen) == {"group": 356, "none": 1}
    assert Counter(each[told] for each in chosen for told in HOMES) == {"away": 2 * 356, "home": 2}


def test_every_variant_is_one_that_texts_are_asked_for() -> None:
    for number, found in every_figures().items():
        for choice, variant in choose_variants(number, *found).items():
            assert variant in CHOICES[choice]


def test_a_claim_about_the_group_never_disagrees_with_the_labels() -> None:
    for known, comparison in every_figures().values():
        variant = compare_variant(known, comparison)
        if variant in {"higher", "lower"}:
            assert known.now is not None
            assert comparison.median_67 is not None
            assert (round(known.now.from_67) > round(comparison.median_67)) == (variant == "higher")


def test_a_steady_share_never_fell_by_as_much_as_would_count_for_a_rise() -> None:
    for known, _ in every_figures().values():
        if known.now is not None and known.before is not None:
            assert known.now.from_67 - known.before.from_67 > -3


@pytest.mark.parametrize(
    ("growth", "per_cent", "population", "year", "variant"),
    [
        (100, 2.2, 4_714, 2020, "up"),
        (-100, -2.2, 4_714, 2020, "down"),
        (40, 0.99, 4_714, 2020, "flat"),
        (0, 0.0, 4_714, 2020, "flat"),
        (30, 5.0, 600, 2020, "up_persons"),
        (-30, -5.0, 600, 2020, "down_persons"),
        (3, 0.5, 600, 2020, "flat"),
        (100, 2.2, 4_714, 2024, "up_2024"),
        (-100, -2.2, 4_714, 2024, "down_2024"),
        (10, 0.2, 4_714, 2024, "flat_2024"),
    ],
)
def test_growth_is_told_by_direction_size_and_first_year(growth: int, per_cent: float, population: int, year: int, variant: str) -> None:
    known = figures(growth=growth, growth_percent=per_cent, population=population, since=date(year, 1, 1))

    assert growth_variant(known) == variant


def test_a_share_is_said_to_grow_from_three_points_on() -> None:
    assert ageing_variant(figures()) == "more"
    assert ageing_variant(figures(before=Shares(young=16.0, from_67=21.1, from_80=4.0))) == "steady"
    assert ageing_variant(figures(before=None)) == "no_2020"
    assert ageing_variant(figures(population=600)) == "small"


@pytest.mark.parametrize(
    ("median", "variant"),
    [(22.0, "higher"), (26.0, "lower"), (24.2, "similar"), (23.6, "similar"), (23.4, "higher"), (None, "no_group")],
)
def test_the_group_is_said_to_differ_only_where_the_labels_show_it(median: float | None, variant: str) -> None:
    assert compare_variant(figures(), group(median)) == variant


def test_what_is_not_known_is_no_choice() -> None:
    unknown = figures(growth=None, growth_percent=None, now=None, before=None)

    assert choose_variants("3110", unknown, group(None)) == {
        "comparison": "none",
        "threshold": "two_percent",
        "gjesdal": "away",
        "stad": "away",
    }


def flags(
    client: Municipality, known: Figures | None = None, points: frozenset[int] = frozenset(), found: Indicators | None = None
) -> frozenset[str]:
    return choose_flags(client, known or figures(), found or Indicators(values={}), points)


def test_flags_follow_size_county_and_evaluation() -> None:
    assert flags(municipality("4001", population=4_999)) == {"under_5000", "telemark"}
    assert flags(municipality("1801", population=9_000)) == {"nordland", "north"}
    assert flags(municipality("3401", population=9_000)) == {"innlandet"}
    assert flags(municipality(population=9_000), replace(figures(), rank=Rank(place=1, of=12))) == {"rank"}
    evaluated = Indicators(values={"3110": {("u4ssc_kpi_evaluation", 2021): 1.0}})
    assert flags(municipality(population=9_000), found=evaluated) == {"u4ssc"}


def test_all_learning_points_must_be_there_for_their_flag() -> None:
    client = municipality(population=9_000)

    assert flags(client, points=EVERY_POINT) == {"all_learning_points"}
    assert flags(client, points=EVERY_POINT - {2}) == frozenset()


def test_every_flag_that_holds_is_one_that_slides_may_name() -> None:
    for each in all_municipalities():
        known, _ = every_figures()[each.number]
        assert choose_flags(each, known, real_indicators(), EVERY_POINT) <= FLAGS
