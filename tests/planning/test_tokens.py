"""Tokens are written as they stand in a sentence, and are absent where nothing is known."""

import re

import pytest

from tests.planning.make import all_municipalities, figures_of, indicators, municipality, real, real_indicators, real_words
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Indicators, Municipality
from workshop_kit.planning.comparison import compare
from workshop_kit.planning.figures import compute_figures, country_share_67
from workshop_kit.planning.names import namesakes_among
from workshop_kit.planning.numbers import NO_BREAK
from workshop_kit.planning.tokens import TOKENS, make_tokens


def tokens_for(
    client: Municipality,
    language: Language = Language.NB,
    everybody: tuple[Municipality, ...] | None = None,
    known: Indicators | None = None,
) -> dict[str, str]:
    everybody, known = everybody or all_municipalities(), known or real_indicators()
    return make_tokens(
        client,
        compute_figures(client, everybody, known),
        compare(client, everybody, known),
        country_share_67(everybody, known),
        namesakes_among(everybody),
        real_words()[language],
        known,
    )


def test_hvaler_s_tokens() -> None:
    found = {name: text.replace(NO_BREAK, " ") for name, text in tokens_for(real("Hvaler")).items()}

    assert found == {
        "navn": "Hvaler",
        "offisielt": "Hvaler",
        "fylke": "Østfold",
        "folketall": "4 714",
        "vekst_prosent": "1",
        "vekst_personer": "46",
        "fra_dato": "1. januar 2020",
        "andel67": "29,9",
        "andel67_2020": "23,5",
        "av100_67": "30",
        "av100_67_2020": "24",
        "personer67": "1 411",
        "land67": "17,1",
        "land_av100_67": "17",
        "median67": "21,8",
        "av100_median67": "22",
        "gruppe_antall": "18",
        "gruppe_regel": "Kommunene har samme sentralitetsklasse og omtrent samme folketall.",
        "k1": "Risør",
        "k2": "Eidskog",
        "k3": "Nord-Odal",
        "andel17": "14,3",
        "andel80": "7,0",
        "personer80_endring": "119",
        "terskel": "95",
        "styret": "kommunestyret",
        "Styret": "Kommunestyret",
    }


@pytest.mark.parametrize("name", ["Ålesund", "Haram"])
def test_no_token_of_the_two_that_were_one_speaks_of_2020(name: str) -> None:
    found = tokens_for(real(name))

    assert not {token for token in found if "2020" in token or token == "personer80_endring"}
    assert found["fra_dato"] == f"1.{NO_BREAK}januar 2024"


def test_oslo_has_three_cities_but_no_median_and_no_rule() -> None:
    found = tokens_for(real("Oslo"))

    assert (found["k1"], found["k2"], found["k3"]) == ("Bergen", "Trondheim", "Stavanger")
    assert not found.keys() & {"median67", "av100_median67", "gruppe_antall", "gruppe_regel", "rang", "antall_i_fylket"}
    assert (found["terskel"], found["offisielt"].replace(NO_BREAK, " ")) == ("300", "Oslo – Oslove")
    assert (found["styret"], found["Styret"]) == ("bystyret", "Bystyret")


def test_utsira_s_group_is_the_nearest_found() -> None:
    found = tokens_for(real("Utsira"), Language.NN)

    assert found["gruppe_regel"] == "Dette er dei nærmaste vi fann i folketal og sentralitet."
    assert found["terskel"] == "5"


@pytest.mark.parametrize(
    ("name", "county", "token", "text"),
    [
        ("Kautokeino", "", "offisielt", "Guovdageaidnu – Kautokeino"),
        ("Herøy", "Nordland", "fylke", "Nordland"),
        ("Våler", "Innlandet", "fylke", "Innlandet"),
        ("Stad", "", "terskel", "193"),
        ("Haram", "", "terskel", "190"),
        ("Gjesdal", "", "terskel", "255"),
        ("Asker", "", "terskel", "300"),
        ("Karasjok", "", "terskel", "51"),
    ],
)
def test_known_cases(name: str, county: str, token: str, text: str) -> None:
    assert tokens_for(real(name, county))[token].replace(NO_BREAK, " ") == text


def test_every_token_is_known_and_none_has_a_brace_or_an_ordinary_space_in_a_number() -> None:
    for each in all_municipalities():
        for name, text in tokens_for(each).items():
            assert name in TOKENS
            assert text
            assert not re.search(r"[{}]|\d \d", text)


def test_whole_per_cent_is_the_rounded_decimal_beside_it() -> None:
    for each in all_municipalities():
        found = tokens_for(each)
        for decimal, per_hundred in (("andel67", "av100_67"), ("median67", "av100_median67"), ("land67", "land_av100_67")):
            if decimal in found:
                assert abs(float(found[decimal].replace(",", ".")) - int(found[per_hundred])) <= 0.5


def test_a_namesake_in_the_group_is_told_by_county() -> None:
    namesake = municipality("1818", name="Herøy", county="Nordland", population=4_714)
    others = tuple(municipality(f"32{place:02}", population=4_714, name="Herøy" if place == 9 else f"N{place}") for place in range(5, 10))
    client = municipality()
    found = tokens_for(client, everybody=(client, namesake, *others), known=Indicators(values={}))

    assert "Herøy (Nordland)" in {found["k1"], found["k2"], found["k3"]}


def test_fewer_old_people_than_before_is_not_told_as_more() -> None:
    client = municipality(population=2_000)
    known = indicators({client.number: figures_of(2_000, before=2_400)})

    assert "personer80_endring" not in tokens_for(client, everybody=(client,), known=known)


def test_a_municipality_nothing_is_known_about_has_only_its_name_and_size() -> None:
    client = municipality()
    found = tokens_for(client, everybody=(client,), known=Indicators(values={}))

    assert found.keys() == {"navn", "offisielt", "fylke", "folketall", "terskel", "fra_dato", "gruppe_regel", "styret", "Styret"}
