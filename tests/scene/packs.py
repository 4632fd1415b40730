"""Composes whole packs as real clients get them, with much to print and with little."""

import datetime
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from tests import make
from workshop_kit.domain.content import Example, Module, Use
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Composed, Kit, compose
from workshop_kit.scene.page import Page

COUNTIES = tuple(sorted({each.county_number for each in make.kit().municipalities}))
LONG_DAY = datetime.date(2026, 9, 30)
LONG_PLACE = "Formannskapssalen, Evje og Hornnes kommunehus"
LONG_FACILITATOR = "Anne-Margrethe Kristoffersen, Norkart"


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


def bare(client: Municipality, language: Language) -> Workshop:
    """Make a workshop of which nothing is known yet but for whom it is."""
    return Workshop(municipality=client.number, language=language)


def full(client: Municipality, language: Language) -> Workshop:
    """Make a workshop with a date, a place and a facilitator that are long, but real."""
    return Workshop(municipality=client.number, language=language, date=LONG_DAY, place=LONG_PLACE, facilitator=LONG_FACILITATOR)


def packs(county: str) -> Iterator[tuple[Composed, tuple[Problem, ...]]]:
    """Compose a county's clients in both languages, bare and full."""
    for client in clients(county):
        for language in Language:
            for workshop in (bare(client, language), full(client, language)):
                yield compose(whole_kit(), workshop)


def pages(composed: Composed) -> tuple[Page, ...]:
    """Give every page of a pack."""
    return (*composed.deck.pages, *composed.all_sheets.pages, *composed.programme.pages, *composed.run_sheet.pages)
