"""The sample workshop that a newcomer may try: a real municipality, with what was typed marked as an example."""

import datetime
from functools import lru_cache
from pathlib import Path

from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import OwnGoal, ParticipantRole, Settings, Workshop
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import parse_toml
from workshop_kit.paths import ASSETS, ROOT

FILE = ASSETS / "data" / "sample.toml"
MUNICIPALITIES = {Language.NB: "3110", Language.NN: "4649"}
"""Whom the sample is for: Hvaler, which uses bokmål, and Stad, which uses nynorsk."""
NAME_START = "eksempel-"
"""What the folder of a sample workshop begins with."""
WEEKS_AHEAD, THURSDAY = 4, 3


class _Words(Value, frozen=True, kw_only=True):
    """What is typed in one language."""

    place: str
    notes: str
    goals: tuple[str, ...]


class _Sample(Value, frozen=True, kw_only=True):
    """The file: what both languages have, and the words of each."""

    participants: int
    roles: tuple[ParticipantRole, ...]
    goals: tuple[int, ...]
    themes: tuple[str, ...]
    goal_years: tuple[int, ...]
    nb: _Words
    nn: _Words


def sample_workshop(language: Language, settings: Settings, today: datetime.date) -> Workshop:
    """Give the sample in a language, on a Thursday some weeks from today."""
    sample = _read_sample()
    words = sample.nb if language is Language.NB else sample.nn
    return Workshop(
        municipality=MUNICIPALITIES[language],
        language=language,
        length=Length.HALF_DAY,
        date=_thursday_after(today + datetime.timedelta(weeks=WEEKS_AHEAD)),
        place=words.place,
        facilitator=settings.facilitator,
        contact=settings.contact,
        goals=sample.goals,
        themes=sample.themes,
        roles=sample.roles,
        own_goals=tuple(OwnGoal(year=year, text=text) for year, text in zip(sample.goal_years, words.goals, strict=True)),
        participants=sample.participants,
        notes=words.notes,
    )


def is_sample(document: Path) -> bool:
    """Tell whether a workshop's document is one of the samples, by the name of its folder."""
    return document.parent.name.startswith(NAME_START)


@lru_cache(maxsize=1)
def _read_sample() -> _Sample:
    toml = parse_toml(Shelf(root=ROOT).read(FILE), "assets/data/sample.toml")
    return toml.convert(_Sample, toml.data)


def _thursday_after(day: datetime.date) -> datetime.date:
    return day + datetime.timedelta(days=(THURSDAY - day.weekday()) % 7)
