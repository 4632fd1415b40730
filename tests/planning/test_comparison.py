"""Each municipality is compared with those that are like it, and nobody is ranked."""

from collections import Counter
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.planning.make import all_municipalities, figures_of, indicators, municipality, real, real_indicators
from workshop_kit.domain.municipality import OSLO, Indicators, Municipality
from workshop_kit.planning.comparison import FEWEST, Comparison, Likeness, compare

NOTHING = Indicators(values={})


@lru_cache(maxsize=1)
def every_comparison() -> dict[str, Comparison]:
    everybody = all_municipalities()
    return {each.number: compare(each, everybody, real_indicators()) for each in everybody}


def comparison_of(name: str, county: str = "") -> Comparison:
    return every_comparison()[real(name, county).number]


def alike(*populations: int, centrality_class: int = 4) -> tuple[Municipality, ...]:
    return tuple(
        municipality(f"32{place:02}", population=population, centrality_class=centrality_class)
        for place, population in enumerate(populations)
    )


def test_the_steps_cover_the_357_as_the_rule_was_tried() -> None:
    assert Counter(found.step for found in every_comparison().values()) == {1: 336, 2: 10, 3: 7, 4: 3, 5: 1}


def test_hvaler_has_eighteen_and_their_median() -> None:
    found = comparison_of("Hvaler")

    assert (len(found.members), found.median_67, found.likeness) == (18, 21.8, Likeness.ALIKE)


def test_utsira_is_set_beside_the_other_small_islands() -> None:
    found = comparison_of("Utsira")

    assert found.step == 4
    assert found.likeness is Likeness.NEAREST
    assert {each.name for each in found.nearest} == {"Røst", "Træna", "Værøy"}


def test_oslo_has_no_group_but_three_cities_for_reference() -> None:
    found = comparison_of("Oslo")

    assert (found.step, found.likeness, found.median_67) == (5, Likeness.NONE, None)
    assert [each.name for each in found.nearest] == ["Bergen", "Trondheim", "Stavanger"]


def test_no_group_is_too_small_and_none_holds_the_client() -> None:
    for number, found in every_comparison().items():
        assert len(found.members) >= FEWEST
        assert number not in {each.number for each in found.members}


def test_every_group_but_oslo_s_has_a_median() -> None:
    assert [number for number, found in every_comparison().items() if found.median_67 is None] == [OSLO]


def test_those_named_are_ordered_by_population_alone() -> None:
    for found in every_comparison().values():
        sizes = [each.population for each in found.nearest]
        assert sizes == sorted(sizes, reverse=True)


def test_the_net_is_cast_wider_until_there_are_five() -> None:
    client = municipality(population=1_000)
    wider = alike(2_000, 1_900, 520, 600, 1_501)

    assert compare(client, (client, *alike(1_400, 1_500, 700, 900, 1_000)), NOTHING).step == 1
    assert compare(client, (client, *wider), NOTHING).step == 2
    assert compare(client, (client, *alike(1_000, 1_000, 1_000, 1_000, 1_000, centrality_class=5)), NOTHING).step == 3
    assert compare(client, (client, *alike(3_000, 2_900, 400, 350, 334, centrality_class=3)), NOTHING).step == 4


def test_a_few_that_are_not_like_the_client_are_still_the_nearest() -> None:
    client = municipality(population=1_000)
    found = compare(client, (client, *alike(90_000, 50_000, 40_000, 30_000, 20_000, 10_000)), NOTHING)

    assert (found.step, found.likeness) == (5, Likeness.NEAREST)
    assert [each.population for each in found.members] == [10_000, 20_000, 30_000, 40_000, 50_000]


def test_without_five_known_shares_there_is_no_median() -> None:
    client = municipality(population=1_000)
    group = alike(1_000, 1_000, 1_000, 1_000, 1_000)
    known = indicators({each.number: figures_of(1_000) for each in group[:4]})

    assert compare(client, (client, *group), known).median_67 is None


def test_the_median_has_one_decimal_although_floats_do_not() -> None:
    client = municipality(population=1_000)
    group = alike(*[1_000] * 6)
    shares = (20.0, 21.0, 21.7, 21.8, 22.0, 23.0)
    known = indicators({each.number: figures_of(1_000, share=share) for each, share in zip(group, shares, strict=True)})

    assert compare(client, (client, *group), known).median_67 == 21.8


def test_age_decides_who_is_nearest_among_those_alike_in_size() -> None:
    client = municipality(population=1_000)
    group = alike(*[1_000] * 5)
    shares = {each.number: figures_of(1_000, share=share) for each, share in zip(group, (30, 21, 29, 20, 19), strict=True)}
    found = compare(client, (client, *group), indicators({client.number: figures_of(1_000, share=20), **shares}))

    assert {each.number for each in found.nearest} == {group[1].number, group[3].number, group[4].number}


@pytest.mark.parametrize("name", ["Herøy", "Våler"])
def test_namesakes_have_groups_of_their_own(name: str) -> None:
    first, second = (found for each in all_municipalities() if each.name == name and (found := every_comparison()[each.number]))

    assert first.members != second.members


@given(st.lists(st.integers(200, 700_000), min_size=6, max_size=30))
def test_likeness_is_mutual_in_the_first_step(populations: list[int]) -> None:
    everybody = alike(*populations)
    found = {each.number: compare(each, everybody, NOTHING) for each in everybody}
    for each in everybody:
        for other in found[each.number].members:
            if found[each.number].step == found[other.number].step == 1:
                assert each in found[other.number].members
