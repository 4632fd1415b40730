"""Composes whole packs as real clients get them, with much to print and with little."""

import datetime
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from tests import make
from workshop_kit.domain.agenda import Length
from workshop_kit.domain.content import Example, Module, Use
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import OwnGoal, ParticipantRole, Workshop
from workshop_kit.pack import Composed, Kit, compose
from workshop_kit.scene.page import Page

COUNTIES = tuple(sorted({each.county_number for each in make.kit().municipalities}))
LONG_DAY = datetime.date(2026, 9, 30)
LONG_PLACE = "Formannskapssalen, Evje og Hornnes kommunehus"
LONG_FACILITATOR = "Anne-Margrethe Kristoffersen, Norkart"
OWN_GOALS = (
    OwnGoal(year=2024, text="Alle innbyggere skal ha en møteplass i nærheten av der de bor"),
    OwnGoal(year=2025, text="Klimagassutslippene skal halveres innen 2030"),
    OwnGoal(year=2026, text="Ungdom skal være med på å planlegge alle nye bygg"),
)


@lru_cache(maxsize=1)
def whole_kit() -> Kit:
    """Give the real kit with every slide in every deck: those that belong to other lengths go along hidden."""
    kit = make.kit()
    modules = tuple(_with_all_slides(module) for module in kit.library.modules)
    return msgspec.structs.replace(kit, library=msgspec.structs.replace(kit.library, modules=modules))


def _with_all_slides(module: Module) -> Module:
    slides = tuple(msgspec.structs.replace(spec, use=(*spec.use, Use.BACKUP)) for spec in module.slides)
    return msgspec.structs.replace(module, slides=slides)


def kit_with(example: Example) -> Kit:
    """Give the real kit with one example only, whatever its quality, so that it is the one that is shown."""
    kit = make.kit()
    library = msgspec.structs.replace(kit.library, examples=(msgspec.structs.replace(example, quality="A"),))
    return msgspec.structs.replace(kit, library=library)


def clients(county: str) -> tuple[Municipality, ...]:
    """Give a county's municipalities."""
    return tuple(each for each in make.kit().municipalities if each.county_number == county)


def bare(client: Municipality, language: Language, length: Length = Length.HALF_DAY) -> Workshop:
    """Make a workshop of which nothing is known yet but for whom and how long it is."""
    return Workshop(municipality=client.number, language=language, length=length)


def full(client: Municipality, language: Language, length: Length = Length.HALF_DAY) -> Workshop:
    """Make a workshop of which everything is known: words that are long, but real, and all that a client may choose."""
    return Workshop(
        municipality=client.number,
        language=language,
        length=length,
        date=LONG_DAY,
        place=LONG_PLACE,
        facilitator=LONG_FACILITATOR,
        goals=(3, 9, 11, 16, 17),
        roles=(ParticipantRole.DIRECTOR, ParticipantRole.DIGITAL_LEAD),
        own_goals=OWN_GOALS,
    )


def packs(county: str) -> Iterator[tuple[Composed, tuple[Problem, ...]]]:
    """Compose a county's clients in both languages and every length, with all that is known or nothing; the longest has every slide."""
    for client in clients(county):
        for language in Language:
            for length in Length:
                workshop = bare if length is Length.HALF_DAY else full
                kit = whole_kit() if length is Length.FULL_DAY else make.kit()
                yield compose(kit, workshop(client, language, length))


def pages(composed: Composed) -> tuple[Page, ...]:
    """Give every page of a pack."""
    documents = (composed.deck, composed.all_sheets, composed.programme, composed.run_sheet, composed.glossary, composed.calls)
    return tuple(page for document in documents for page in document.pages)
