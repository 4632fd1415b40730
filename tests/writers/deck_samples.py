"""Real decks to check: the clients chosen to be nasty, each made once in a process."""

import datetime
from functools import cache
from typing import NamedTuple

from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Composed, Kit, compose, load_kit
from workshop_kit.scene.page import Document
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.pptx_deck import write_deck

NB, NN = Language.NB, Language.NN
DATE = datetime.date(2026, 10, 14)
PLACE = "Rådhuset, salen «Sjøbu» & galleriet <2. etasje>"
"""Holds all that XML must escape."""


class Sample(NamedTuple):
    """A client, a language, and whether date and place are known."""

    number: str
    language: Language
    dated: bool
    why: str

    @property
    def workshop(self) -> Workshop:
        """The workshop that the deck is for."""
        if not self.dated:
            return Workshop(municipality=self.number, language=self.language)
        return Workshop(municipality=self.number, language=self.language, date=DATE, place=PLACE)


SAMPLES = (
    Sample("3110", NB, True, "Hvaler, islands"),
    Sample("3110", NB, False, "Hvaler, no date"),
    Sample("4649", NN, True, "Stad, at the county's edge"),
    Sample("0301", NB, False, "Oslo, a county of its own"),
    Sample("1151", NB, True, "Utsira, 219 people"),
    Sample("1151", NN, False, "Utsira, 219 people"),
    Sample("1508", NN, False, "Ålesund, no figures for 2020"),
    Sample("1580", NB, True, "Haram, no figures for 2020"),
    Sample("5612", NB, False, "Kautokeino, two names"),
    Sample("5540", NB, True, "Kåfjord, three names"),
    Sample("1515", NN, True, "Herøy in Møre og Romsdal"),
    Sample("1818", NB, False, "Herøy in Nordland"),
    Sample("3419", NB, False, "Våler in Innlandet"),
    Sample("4219", NN, True, "Evje og Hornnes, the longest name of words"),
    Sample("3451", NN, False, "Nord-Aurdal, a hyphen"),
    Sample("3118", NB, True, "Indre Østfold, two words"),
    Sample("1528", NN, True, "Sykkylven, an example of all the goals"),
    Sample("5622", NB, False, "Porsanger, a Sámi letter"),
)


@cache
def kit() -> Kit:
    """Read the library, the data and the theme once."""
    return load_kit()[0]


def theme() -> Theme:
    """Give the theme that decks are made with."""
    return kit().theme


@cache
def composed(sample: Sample) -> Composed:
    """Plan a sample's workshop and place its pages."""
    return compose(kit(), sample.workshop)[0]


def document(sample: Sample) -> Document:
    """Give a sample's deck as pages."""
    return composed(sample).deck


@cache
def deck(sample: Sample) -> bytes:
    """Write a sample's deck."""
    return write_deck(document(sample), theme())
