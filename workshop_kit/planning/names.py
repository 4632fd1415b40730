"""How a municipality and a county are written: in sentences, in lists, on the cover and in file names.

Municipal names take «i» without exception, and a sentence always adds the word «kommune»: «i Hvaler kommune».
No name is ever put in the genitive.
"""

import re
from collections.abc import Iterable

from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.plain_letters import fold
from workshop_kit.planning.numbers import EN_DASH, NO_BREAK

MOST_UNBREAKABLE = 20
"""A longer name may be broken at its spaces: kept whole, it would leave half a line empty."""

PARALLEL = " - "
"""What SSB writes between the names of one municipality in several languages; a hyphen inside a name has no spaces."""

_COUNTY_IN_BRACKETS = re.compile(r" \([^)]*\)$")


def unbreakable(name: str) -> str:
    """Keep a short name on one line. A hyphen stays plain: layout keeps hyphened names whole."""
    return name.replace(" ", NO_BREAK) if len(name) <= MOST_UNBREAKABLE else name


def in_sentence(municipality: Municipality) -> str:
    """Give the name with the word that goes with it: «Hvaler kommune»."""
    return f"{unbreakable(municipality.name)} kommune"


def in_sentence_with_county(municipality: Municipality, namesakes: frozenset[str]) -> str:
    """Give the name for a sentence where namesakes must be told apart: «Herøy kommune i Nordland»."""
    name = in_sentence(municipality)
    return f"{name} i {unbreakable(municipality.county)}" if municipality.name in namesakes else name


def in_list(municipality: Municipality, namesakes: frozenset[str]) -> str:
    """Give the name alone, with the county where two share it: «Herøy (Nordland)»."""
    name = unbreakable(municipality.name)
    return f"{name} ({unbreakable(municipality.county)})" if municipality.name in namesakes else name


def official(municipality: Municipality) -> str:
    """Give the name with its Sámi and Kven names in SSB's order: «Guovdageaidnu – Kautokeino».

    SSB's county in brackets after a namesake («Våler (Østfold)») is no part of the name.
    """
    name = _COUNTY_IN_BRACKETS.sub("", municipality.full_name)
    return unbreakable(name.replace(PARALLEL, f" {EN_DASH} "))


def namesakes_among(municipalities: Iterable[Municipality]) -> frozenset[str]:
    """Give the names that more than one municipality has."""
    seen: set[str] = set()
    twice: set[str] = set()
    for municipality in municipalities:
        (twice if municipality.name in seen else seen).add(municipality.name)
    return frozenset(twice)


def file_stem(municipality: Municipality) -> str:
    """Give the number and the name in plain letters, for folders and files: "1515-heroy"."""
    return f"{municipality.number}-{fold(municipality.name)}"


def in_words(names: tuple[str, ...], joint: str = "og") -> str:
    """List some names in a sentence: «Halden, Moss og Råde»."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"
