"""The sample workshop: real municipalities in both languages, and nothing typed that could be taken for a decision."""

import datetime
from pathlib import Path

import pytest

from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Settings
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.library.sample import MUNICIPALITIES, is_sample, sample_workshop

TODAY = datetime.date(2027, 1, 11)


@pytest.mark.parametrize(("language", "mark"), [(Language.NB, "ksempel"), (Language.NN, "øme")])
def test_everything_typed_says_that_it_is_an_example(language: Language, mark: str) -> None:
    sample = sample_workshop(language, Settings(), TODAY)

    assert all(mark in text for text in (sample.place, sample.notes, *(goal.text for goal in sample.own_goals)))
    assert (sample.language, sample.participants, len(sample.own_goals)) == (language, 24, 2)
    assert sample.roles
    assert sample.goals
    assert sample.themes


@pytest.mark.parametrize("today", [datetime.date(2027, 1, 11) + datetime.timedelta(days=day) for day in range(7)])
def test_it_is_on_a_thursday_some_weeks_ahead(today: datetime.date) -> None:
    date = sample_workshop(Language.NB, Settings(), today).date

    assert date is not None
    assert date.weekday() == 3
    assert 28 <= (date - today).days < 35


def test_the_facilitator_is_the_one_of_the_settings() -> None:
    sample = sample_workshop(Language.NB, Settings(facilitator="Kari", contact="Tlf."), TODAY)

    assert (sample.facilitator, sample.contact) == ("Kari", "Tlf.")


def test_the_municipalities_use_the_language_of_their_sample() -> None:
    forms = {each.number: each.language_form.value for each in load_municipalities()}

    assert {language: forms[number] for language, number in MUNICIPALITIES.items()} == {Language.NB: "bokmål", Language.NN: "nynorsk"}


def test_a_sample_is_known_by_its_folder() -> None:
    assert is_sample(Path("a/eksempel-3110-hvaler/eksempel-3110-hvaler.workshop"))
    assert not is_sample(Path("eksempel-a/3110-hvaler/3110-hvaler.workshop"))
