"""The example that is shown is near, dated, and from somebody else."""

from functools import lru_cache

from msgspec.structs import replace

from tests.planning.make import all_municipalities, example, municipality, real
from workshop_kit.domain.content import Example
from workshop_kit.domain.municipality import Municipality
from workshop_kit.library.load import load_library
from workshop_kit.planning.examples import Pick, Reason, Wishes, pick_examples

HOME = municipality("3110")
SAME_COUNTY = municipality("3101")
FAR = municipality("5001", lat=63.4, lon=10.4)
FARTHER = municipality("5601", lat=70.0, lon=25.0)
PLACES = {each.number: each for each in (HOME, SAME_COUNTY, FAR, FARTHER)}


@lru_cache(maxsize=1)
def shipped_examples() -> tuple[Example, ...]:
    return load_library(municipalities=all_municipalities())[0].examples


def shipped_picks(client: Municipality, count: int = 1) -> tuple[Pick, ...]:
    return pick_examples(client, shipped_examples(), {each.number: each for each in all_municipalities()}, count)


def picked(*examples: Example, count: int = 1, client: Municipality = HOME, goals: frozenset[int] = frozenset()) -> list[str]:
    return [pick.example.id for pick in pick_examples(client, examples, PLACES, count, Wishes(goals=goals))]


def test_all_but_oslo_senja_and_nesseby_get_one_from_their_own_county() -> None:
    """Nesseby has one of Finnmark's two examples itself, and the other is no example for municipalities with a Sámi name."""
    places = {each.number: each for each in all_municipalities()}
    without: list[str] = []
    for client in places.values():
        others = [pick for pick in shipped_picks(client) if not pick.is_own]
        assert len(others) == 1
        assert client.number not in others[0].example.municipalities
        if all(places[number].county_number != client.county_number for number in others[0].example.municipalities):
            without.append(client.name)

    assert without == ["Oslo", "Senja", "Nesseby"]


def test_oslo_and_senja_get_their_neighbour_s() -> None:
    assert [pick.example.municipalities for pick in shipped_picks(real("Oslo"))] == [("0301",), ("3207",)]
    assert [pick.example.municipalities for pick in shipped_picks(real("Senja"))] == [("5530",), ("1871",)]


def test_os_in_innlandet_is_not_given_the_example_of_the_os_that_is_now_bjornafjorden() -> None:
    assert all("4624" not in pick.example.municipalities for pick in shipped_picks(real("Os")))


def test_the_client_s_own_comes_first_and_takes_no_place() -> None:
    found = pick_examples(HOME, (example("ours", ("3110",)), example("theirs")), PLACES)

    assert [(pick.example.id, pick.is_own, pick.reasons) for pick in found] == [
        ("ours", True, (Reason.OWN,)),
        ("theirs", False, (Reason.SAME_COUNTY, Reason.ALIKE_IN_SIZE, Reason.ALIKE_IN_CENTRALITY)),
    ]


def test_the_client_s_county_goes_before_a_better_score() -> None:
    assert picked(example("far", ("5001",)), example("near", year=1989, quality="B")) == ["near"]


def test_an_undated_one_is_taken_only_for_want_of_a_dated() -> None:
    assert picked(example("undated", year=0), example("dated", quality="B", order=2)) == ["dated"]
    assert picked(example("undated", year=0), example("far", ("5001",))) == ["undated"]
    assert picked(example("undated", ("5601",), year=0)) == ["undated"]


def test_without_one_from_the_county_the_nearest_on_the_map_comes_first() -> None:
    assert picked(example("farther", ("5601",)), example("far", ("5001",), quality="B")) == ["far"]


def test_unusable_quality_and_unknown_places_are_left_out() -> None:
    assert picked(example("blocked", quality="C"), example("nowhere", ("9999",))) == []


def test_an_example_of_many_places_counts_what_they_are_on_the_mean() -> None:
    assert picked(example("mixed", ("3101", "5001")), example("near", quality="B", order=2)) == ["near"]


def test_a_size_far_off_scores_nothing() -> None:
    big = replace(SAME_COUNTY, population=400_000)
    alone = pick_examples(HOME, (example(),), {**PLACES, big.number: big})[0]

    assert Reason.ALIKE_IN_SIZE not in alone.reasons
    assert alone.score < pick_examples(HOME, (example(),), PLACES)[0].score


def test_an_older_one_scores_less() -> None:
    scores = [pick_examples(HOME, (example(year=year),), PLACES)[0].score for year in (2020, 2016, 2015)]

    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_shared_goals_lift_an_example_and_all_goals_share_every_one() -> None:
    plain, shared, every = example("plain", goals=(1,)), example("shared", goals=(11, 13), order=2), example("every", goals=(), order=3)
    goals = frozenset({11, 13, 16})

    assert picked(plain, shared, goals=goals) == ["shared"]
    assert picked(plain, every, goals=goals) == ["every"]
    assert picked(plain, shared) == ["plain"]


def test_no_municipality_is_picked_twice() -> None:
    assert picked(example("first"), example("second", order=2), count=2) == ["first"]


def test_several_are_spread_over_counties_and_themes_while_there_are_others() -> None:
    places = {f"31{place:02}": municipality(f"31{place:02}") for place in range(1, 6)} | PLACES
    crowd = [example(f"e{place}", (f"31{place:02}",), themes=(f"t{place}",), order=place) for place in range(1, 5)]
    far = example("far", ("5001",), order=9, quality="B")
    ids = [pick.example.id for pick in pick_examples(HOME, (*crowd, far), places, 4)]

    assert ids == ["e1", "e2", "far", "e3"]


def test_a_theme_is_shown_at_most_twice_while_there_are_others() -> None:
    places = {number: municipality(number) for number in ("3101", "3201", "3301", "3401")} | {"3110": HOME}
    alike = [example(f"e{place}", (f"3{place}01",), order=place) for place in (1, 2, 3)]
    other = example("other", ("3401",), themes=("natur",), order=9)

    assert [pick.example.id for pick in pick_examples(HOME, (*alike, other), places, 3)] == ["e1", "e2", "other"]
