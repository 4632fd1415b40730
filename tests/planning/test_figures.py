"""What is worked out about a municipality agrees with its counts, and is None where nothing is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.planning.make import all_municipalities, figures_of, indicators, municipality, real, real_indicators
from workshop_kit.domain.municipality import Indicators
from workshop_kit.planning.figures import Figures, Rank, compute_figures, country_share_67, rank_in_county, signatures_needed

NOTHING = Indicators(values={})


def figures_for(name: str) -> Figures:
    return compute_figures(real(name), all_municipalities(), real_indicators())


def test_hvaler_s_figures() -> None:
    found = figures_for("Hvaler")

    assert found.population == 4_714
    assert found.growth == 46
    assert found.since == date(2020, 1, 1)
    assert found.now is not None
    assert found.before is not None
    assert (found.now.from_67, found.before.from_67) == (29.9, 23.5)
    assert found.people is not None
    assert found.people.from_67 == 1_411


@pytest.mark.parametrize("name", ["Ålesund", "Haram"])
def test_the_two_that_were_one_have_nothing_from_2020(name: str) -> None:
    found = figures_for(name)

    assert found.since == date(2024, 1, 1)
    assert found.before is None
    assert found.people_before is None
    assert found.growth is not None


def test_the_country_s_share_is_the_derived_17_1() -> None:
    assert country_share_67(all_municipalities(), real_indicators()) == 17.1


def test_without_counts_there_is_no_country_share() -> None:
    assert country_share_67((municipality(),), NOTHING) is None


def test_a_municipality_nothing_is_known_about_has_only_its_population() -> None:
    found = compute_figures(municipality(), (municipality(),), NOTHING)

    assert (found.growth, found.growth_percent, found.now, found.people, found.rank) == (None, None, None, None, None)
    assert found.population == 4_714


@pytest.mark.parametrize(
    ("population", "signatures"),
    [(219, 5), (2_541, 51), (14_950, 299), (14_951, 300), (15_000, 300), (728_714, 300)],
)
def test_two_per_cent_rounded_up_but_never_over_300_must_sign(population: int, signatures: int) -> None:
    assert signatures_needed(population) == signatures


@given(st.integers(1, 1_000_000))
def test_the_signatures_are_enough_and_not_one_too_many(population: int) -> None:
    needed = signatures_needed(population)

    assert needed <= 300
    assert needed == 300 or (needed - 1) * 100 < population * 2 <= needed * 100


def test_a_rank_is_told_in_the_upper_half_of_a_county_with_five() -> None:
    county = [municipality(f"31{place:02}", population=1_000 * (6 - place)) for place in range(5)]

    assert [rank_in_county(each, county) for each in county] == [Rank(place=1, of=5), Rank(place=2, of=5), None, None, None]


def test_a_small_county_gives_no_rank_and_oslo_has_none() -> None:
    county = [municipality(f"31{place:02}", population=1_000 * (6 - place)) for place in range(4)]

    assert rank_in_county(county[0], county) is None
    assert figures_for("Oslo").rank is None


@given(st.integers(300, 700_000), st.integers(300, 700_000))
def test_growth_in_persons_and_per_cent_agree(before: int, now: int) -> None:
    client = municipality(population=now)
    found = compute_figures(client, (client,), indicators({client.number: figures_of(now, before=before)}))

    assert found.growth == now - before
    assert found.growth_percent == pytest.approx((now / before - 1) * 100, abs=1e-6)
