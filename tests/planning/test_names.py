"""Every name is written right in sentences, lists, on the cover and in file names."""

import re

import pytest

from tests.planning.make import all_municipalities, real
from workshop_kit.planning.names import (
    MOST_UNBREAKABLE,
    file_stem,
    fold,
    in_list,
    in_sentence,
    in_sentence_with_county,
    in_words,
    namesakes_among,
    official,
    unbreakable,
)
from workshop_kit.planning.numbers import NO_BREAK

NAMESAKES = frozenset({"Herøy", "Våler"})


def test_two_names_are_shared_among_the_357() -> None:
    assert namesakes_among(all_municipalities()) == NAMESAKES


def test_a_sentence_always_says_kommune() -> None:
    assert in_sentence(real("Hvaler")) == "Hvaler kommune"


def test_no_name_is_put_in_the_genitive_and_none_lies_broken() -> None:
    for each in all_municipalities():
        assert in_sentence(each) == f"{each.name.replace(' ', NO_BREAK)} kommune"


@pytest.mark.parametrize(
    ("county", "name"), [("Møre og Romsdal", f"Herøy (Møre{NO_BREAK}og{NO_BREAK}Romsdal)"), ("Nordland", "Herøy (Nordland)")]
)
def test_namesakes_are_told_apart_by_county_in_lists(county: str, name: str) -> None:
    assert in_list(real("Herøy", county), NAMESAKES) == name


def test_a_name_of_its_own_stands_alone_in_lists() -> None:
    assert in_list(real("Hvaler"), NAMESAKES) == "Hvaler"


def test_namesakes_are_told_apart_in_sentences() -> None:
    assert in_sentence_with_county(real("Herøy", "Nordland"), NAMESAKES) == "Herøy kommune i Nordland"
    assert in_sentence_with_county(real("Våler", "Innlandet"), NAMESAKES) == "Våler kommune i Innlandet"
    assert in_sentence_with_county(real("Stad"), NAMESAKES) == "Stad kommune"


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Kautokeino", "Guovdageaidnu – Kautokeino"),
        ("Kåfjord", "Gáivuotna – Kåfjord – Kaivuono"),
        ("Oslo", "Oslo – Oslove"),
        ("Namsos", "Namsos – Nåavmesjenjaelmie"),
        ("Nord-Aurdal", "Nord-Aurdal"),
        ("Evje og Hornnes", "Evje og Hornnes"),
    ],
)
def test_the_official_name_holds_parallel_names_in_their_order(name: str, whole: str) -> None:
    assert official(real(name)).replace(NO_BREAK, " ") == whole


def test_the_county_in_brackets_is_no_part_of_a_namesake_s_official_name() -> None:
    assert official(real("Våler", "Østfold")) == "Våler"


def test_every_parallel_name_is_on_the_cover() -> None:
    for each in all_municipalities():
        names = official(each).replace(NO_BREAK, " ").split(" – ")
        assert set(names) == {each.name, *each.other_names}


def test_a_short_name_is_unbreakable_and_a_long_one_may_be_broken() -> None:
    assert unbreakable("Evje og Hornnes") == f"Evje{NO_BREAK}og{NO_BREAK}Hornnes"
    assert unbreakable("Aurskog-Høland") == "Aurskog-Høland"
    assert unbreakable("a " * MOST_UNBREAKABLE) == "a " * MOST_UNBREAKABLE


@pytest.mark.parametrize(
    ("name", "county", "stem"),
    [
        ("Herøy", "Møre og Romsdal", "1515-heroy"),
        ("Nore og Uvdal", "", "3338-nore-og-uvdal"),
        ("Nord-Aurdal", "", "3451-nord-aurdal"),
        ("Ås", "", "3218-as"),
        ("Sør-Varanger", "", "5605-sor-varanger"),
    ],
)
def test_a_file_stem_is_the_number_and_plain_letters(name: str, county: str, stem: str) -> None:
    assert file_stem(real(name, county)) == stem


def test_every_file_stem_is_plain_and_its_own() -> None:
    stems = [file_stem(each) for each in all_municipalities()]

    assert len(set(stems)) == 357
    assert all(re.fullmatch(r"\d{4}-[a-z]+(-[a-z]+)*", stem) for stem in stems)


def test_sami_letters_fold_to_their_base() -> None:
    assert fold("Porsáŋgu Evenášši Stïentje Ŧđ") == "porsangu-evenassi-stientje-td"


def test_names_are_listed_in_a_sentence() -> None:
    assert [in_words(names) for names in ((), ("Råde",), ("Halden", "Moss"), ("Halden", "Moss", "Råde"))] == [
        "",
        "Råde",
        "Halden og Moss",
        "Halden, Moss og Råde",
    ]
