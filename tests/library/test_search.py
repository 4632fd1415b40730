"""A municipality is found by whatever people type for it: all 357, in every form of their names."""

from collections.abc import Iterator

import pytest

from workshop_kit.domain.municipality import Municipality
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.library.norwegian import folded, sort_key
from workshop_kit.library.search import Found, Many, NotFound, One, find_municipality

ALL = load_municipalities()
NAMESAKES = {"Herøy": ("1515", "1818"), "Våler": ("3114", "3419")}
WRITTEN_OUT = str.maketrans({"ø": "oe", "æ": "ae", "å": "aa", "Ø": "Oe", "Æ": "Ae", "Å": "Aa"})
PLAIN = str.maketrans({"ø": "o", "æ": "a", "å": "a", "Ø": "O", "Æ": "A", "Å": "A"})


def numbers(found: Found) -> tuple[str, ...]:
    match found:
        case One(municipality=municipality):
            return (municipality.number,)
        case Many(choices=choices):
            return tuple(choice.number for choice in choices)
        case NotFound():
            return ()


def find(query: str) -> tuple[str, ...]:
    return numbers(find_municipality(query, ALL))


def suggested(query: str) -> list[str]:
    found = find_municipality(query, ALL)
    assert isinstance(found, NotFound)
    return [each.name for each in found.suggestions]


def expected(municipality: Municipality) -> tuple[str, ...]:
    return NAMESAKES.get(municipality.name, (municipality.number,))


def spellings(name: str) -> Iterator[str]:
    yield from (name, name.upper(), name.lower(), f"  {name} ", f"{name} kommune", f"{name.lower()} KOMMUNE", f"Kommunen {name}")
    yield from (name.translate(WRITTEN_OUT), name.translate(PLAIN), name.replace("-", " "), name.replace(" ", "-"))


@pytest.mark.parametrize("municipality", ALL, ids=lambda each: each.number)
def test_every_municipality_is_found_by_number_and_by_every_name_in_every_spelling(municipality: Municipality) -> None:
    assert find(municipality.number) == (municipality.number,)
    assert find(f"{municipality.number} {municipality.name}") == (municipality.number,)
    for name in (municipality.name, *municipality.other_names):
        for spelling in spellings(name):
            assert find(spelling) == expected(municipality), spelling


@pytest.mark.parametrize("municipality", ALL, ids=lambda each: each.number)
def test_every_municipality_is_found_by_its_full_name_and_with_its_county(municipality: Municipality) -> None:
    parts = municipality.full_name.split(" - ")
    for joined in (" - ".join(parts), " – ".join(reversed(parts)), "-".join(parts), " ".join(parts), "/".join(parts)):
        assert find(joined) == (municipality.number,), joined
    for county in (f"{municipality.name} i {municipality.county}", f"{municipality.name} ({municipality.county})"):
        assert find(county) == (municipality.number,), county


@pytest.mark.parametrize(
    "query", ["Herøy i Nordland", "Herøy (Nordland)", "herøy nordland", "Herøy, Nordland", "heroey nordl", "Herøy kommune i Nordland"]
)
def test_a_county_tells_namesakes_apart(query: str) -> None:
    assert find(query) == ("1818",)


@pytest.mark.parametrize(("name", "both"), NAMESAKES.items())
def test_an_ambiguous_name_gives_the_choices(name: str, both: tuple[str, str]) -> None:
    assert find(name) == both


@pytest.mark.parametrize(
    ("query", "number"),
    [("Os", "3430"), ("Oslo", "0301"), ("Bø", "1867"), ("bo", "1867"), ("Ås", "3218"), ("Ål", "3328"), ("Nes", "3228"), ("sande", "1514")],
)
def test_an_exact_name_wins_over_longer_names_that_begin_like_it(query: str, number: str) -> None:
    assert find(query) == (number,)


def test_the_start_of_a_name_is_enough_where_it_is_the_only_one() -> None:
    assert find("Evje") == ("4219",)
    assert find("Kristiansan") == ("4204",)


def test_a_start_as_it_is_written_wins_over_other_spellings_of_it() -> None:
    found = find_municipality("Sør", ALL)

    assert isinstance(found, Many)
    assert {each.name[:3] for each in found.choices} == {"Sør"}


@pytest.mark.parametrize(
    ("query", "number"), [("301", "0301"), (" 3110 ", "3110"), ("1515 Herøy", "1515"), ("3110 hvaler kommune", "3110")]
)
def test_a_number_is_found_without_its_zero_and_with_its_name(query: str, number: str) -> None:
    assert find(query) == (number,)


def test_a_number_with_another_municipalitys_name_is_not_taken_for_either() -> None:
    assert suggested("1515 Hvaler")[0] == "Herøy"


@pytest.mark.parametrize(
    ("query", "nearest"),
    [
        ("hvalr", "Hvaler"),
        ("Trondhjem", "Trondheim"),
        ("nordre folo", "Nordre Follo"),
        ("hornnes", "Evje og Hornnes"),
        ("Herøy i Vestland", "Herøy"),
        ("berum", "Bærum"),
        ("Kautokieno", "Kautokeino"),
    ],
)
def test_a_near_miss_suggests_what_was_meant_first(query: str, nearest: str) -> None:
    names = suggested(query)

    assert names[0] == nearest
    assert len(names) <= 5


@pytest.mark.parametrize("query", ["", "  ", "kommune", "xyzzy", "-", "99999"])
def test_nonsense_gives_no_suggestions_or_only_a_few(query: str) -> None:
    assert len(suggested(query)) <= 5


def test_accents_made_of_two_characters_are_the_same_name() -> None:
    assert find("A\u030alesund") == ("1508",)


def test_names_sort_the_norwegian_way() -> None:
    names = ["Åsnes", "Ørsta", "Ås", "Ærlig", "Zoo", "Aasane", "aure", "Alta", "Aurdal", "Áltá", "Sør-Odal", "Sørfold", "Sør-Fron"]

    assert sorted(names, key=sort_key) == [
        *("Alta", "Áltá", "Aurdal", "aure", "Sør-Fron", "Sør-Odal", "Sørfold", "Zoo", "Ærlig", "Ørsta", "Ås", "Aasane", "Åsnes"),
    ]  # fmt: skip


def test_spellings_of_a_name_meet_in_one_form() -> None:
    assert {folded(name) for name in ("Måsøy", "Masoy", "MAASOEY", "måsöy", "Maasøy")} == {"masoy"}
