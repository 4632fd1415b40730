"""What is in the list while somebody types, in which order, and what is offered where nothing fits."""

import pytest

from tests.make import kit
from workshop_kit.domain.municipality import LanguageForm, Municipality
from workshop_kit.ui.clients.municipality_model import in_norwegian_order
from workshop_kit.ui.clients.narrowing import Narrowing, entries_of, narrow, near_misses

ENTRIES = entries_of(in_norwegian_order(kit().municipalities))


def names(text: str, form: LanguageForm | None = None, county: str = "") -> list[str]:
    return [each.name for each in narrow(ENTRIES, Narrowing(text=text, form=form, county=county))]


def test_the_order_is_norwegian_with_å_last() -> None:
    found = names("")
    assert len(found) == 357
    assert found[-1] == "Åsnes"
    assert found.index("Øystre Slidre") < found.index("Åfjord")
    assert found.index("Vågå") < found.index("Ørsta")


@pytest.mark.parametrize("text", ["karasjohka", "Kárášjohka", "KARASJOK", "5610", "karasjok kommune", "karasjok finnmark"])
def test_a_name_is_found_in_every_language_spelling_and_by_number(text: str) -> None:
    assert names(text) == ["Karasjok"]


@pytest.mark.parametrize(
    ("text", "first"), [("os", "Os"), ("sand", "Sande"), ("301", "Oslo"), ("porsanki", "Porsanger"), ("tromso", "Tromsø")]
)
def test_the_likeliest_is_first(text: str, first: str) -> None:
    assert names(text)[0] == first


def test_who_types_a_norwegian_letter_means_it() -> None:
    assert names("å") == ["Åfjord", "Ål", "Ålesund", "Åmli", "Åmot", "Årdal", "Ås", "Åseral", "Åsnes"]


def test_a_county_is_found_by_its_name_and_its_number() -> None:
    finnmark = names("", county="56")
    assert len(finnmark) == 18
    assert sorted(names("finnmark")) == sorted(finnmark) == sorted(names("56"))


def test_namesakes_are_told_apart_by_county() -> None:
    assert names("herøy") == ["Herøy", "Herøy"]
    assert narrow(ENTRIES, Narrowing(text="herøy i nordland"))[0].number == "1818"


def test_all_choices_hold_at_once() -> None:
    found = narrow(ENTRIES, Narrowing(text="s", form=LanguageForm.NYNORSK, county="46"))
    assert found
    assert {(each.language_form, each.county) for each in found} == {(LanguageForm.NYNORSK, "Vestland")}


def test_a_near_miss_is_offered() -> None:
    assert names("oslp") == []
    assert near_misses(ENTRIES, "oslp")[0].name == "Oslo"


def test_what_other_choices_hide_is_offered_too() -> None:
    assert names("herøy", LanguageForm.NEUTRAL) == []
    assert [each.number for each in near_misses(ENTRIES, "herøy")] == ["1515", "1818"]


def test_nothing_is_offered_for_nothing_or_nonsense() -> None:
    assert near_misses(ENTRIES, "  ") == ()
    assert near_misses(ENTRIES, "xyzzyx") == ()


@pytest.mark.parametrize("municipality", kit().municipalities, ids=lambda each: each.number)
def test_every_municipality_is_there_after_each_letter_of_its_name(municipality: Municipality) -> None:
    name = municipality.name
    for length in range(1, len(name) + 1):
        assert municipality in narrow(ENTRIES, Narrowing(text=name[:length]))
    assert narrow(ENTRIES, Narrowing(text=name))[0].name == name
