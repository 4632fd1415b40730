"""Narrows the municipalities while somebody types: every name, county and number that goes on from what is written."""

from collections.abc import Iterable
from functools import lru_cache

from workshop_kit.domain.municipality import LanguageForm, Municipality
from workshop_kit.domain.value import Value
from workshop_kit.library.norwegian import folded, words_of
from workshop_kit.library.search import SUGGESTIONS, Found, Many, NotFound, One, find_municipality

SHORTEST_COUNTY = 3
"""Letters before the first word may be a county: «o» is not to bring all of Østfold behind Oslo and Os."""


class Narrowing(Value, frozen=True, kw_only=True):
    """What the list is narrowed by: a text, a language decision, and a county's number; empty means all."""

    text: str = ""
    form: LanguageForm | None = None
    county: str = ""

    @property
    def is_all(self) -> bool:
        """Whether nothing is narrowed."""
        return not self.text.strip() and self.form is None and not self.county


class Entry(Value, frozen=True, kw_only=True, eq=False):
    """A municipality made ready for searching: its names as written and with all spellings met, and its words."""

    municipality: Municipality
    written: tuple[str, ...]
    folded: tuple[str, ...]
    written_words: frozenset[str]
    folded_words: frozenset[str]
    written_county: frozenset[str]
    folded_county: frozenset[str]


def entries_of(municipalities: Iterable[Municipality]) -> tuple[Entry, ...]:
    """Make municipalities ready for searching, in the order given."""
    return tuple(_entry(each) for each in municipalities)


def narrow(entries: tuple[Entry, ...], wanted: Narrowing) -> tuple[Municipality, ...]:
    """Give what fits, the likeliest first, and else in the entries' order.

    The whole name comes before the start of a name, before the start of a Sámi or Kven name, before other words and the
    county. Who types ø or á means it; plain letters stand for any spelling.
    """
    pool = [entry for entry in entries if _is_in(entry.municipality, wanted)]
    text = words_of(wanted.text)
    if not text:
        return tuple(entry.municipality for entry in pool)
    if text.isdecimal():
        return tuple(each.municipality for each in pool if each.municipality.number in {text.zfill(4)} or _starts(each, text))
    ranked = _ranked(pool, text, plain=text.isascii()) or _ranked(pool, text, plain=True)
    if ranked:
        return ranked
    meant = set(_meant(wanted.text, entries))
    return tuple(entry.municipality for entry in pool if entry.municipality.number in meant)


def near_misses(entries: tuple[Entry, ...], text: str) -> tuple[Municipality, ...]:
    """Give at most five that may have been meant where nothing fits: what other choices hide, else names like it."""
    if not words_of(text):
        return ()
    hidden = narrow(entries, Narrowing(text=text))
    if hidden:
        return hidden[:SUGGESTIONS]
    found = _found(text, tuple(entry.municipality for entry in entries))
    return found.suggestions if isinstance(found, NotFound) else ()


def _entry(municipality: Municipality) -> Entry:
    names = (municipality.name, *municipality.other_names)
    written, plain = tuple(words_of(name) for name in names), tuple(folded(name) for name in names)
    return Entry(
        municipality=municipality,
        written=written,
        folded=plain,
        written_words=frozenset(word for name in written for word in name.split(" ")),
        folded_words=frozenset(word for name in plain for word in name.split(" ")),
        written_county=frozenset(words_of(municipality.county).split(" ")),
        folded_county=frozenset(folded(municipality.county).split(" ")),
    )


def _is_in(municipality: Municipality, wanted: Narrowing) -> bool:
    return wanted.form in {None, municipality.language_form} and wanted.county in {"", municipality.county_number}


def _starts(entry: Entry, number: str) -> bool:
    return entry.municipality.number.startswith(number)


def _ranked(pool: list[Entry], text: str, *, plain: bool) -> tuple[Municipality, ...]:
    """Give what fits by rank; `plain` lets every spelling count."""
    key = folded(text)
    ranks = ((_rank(entry, text, key, plain=plain), place, entry.municipality) for place, entry in enumerate(pool))
    return tuple(each for _, _, each in sorted((rank, place, each) for rank, place, each in ranks if rank is not None))


def _rank(entry: Entry, text: str, key: str, *, plain: bool) -> int | None:
    """Give 0 for the name itself and more for what is less likely meant; None for what does not fit."""
    rank = _name_rank(entry.written, text)
    if rank is None and plain:
        rank = _name_rank(entry.folded, key)
        rank = None if rank is None else rank + 3
    if rank is not None:
        return rank
    if plain:
        return _word_rank(key, entry.folded_words, entry.folded_county)
    return _word_rank(text, entry.written_words, entry.written_county)


def _name_rank(names: tuple[str, ...], text: str) -> int | None:
    if text in names:
        return 0
    if names[0].startswith(text):
        return 1
    return 2 if any(name.startswith(text) for name in names) else None


def _word_rank(text: str, names: frozenset[str], county: frozenset[str]) -> int | None:
    """Rank by single words: all in the name 6, some of them in the county 7; «i» between name and county says nothing."""
    rank = 6
    for place, word in enumerate(text.split(" ")):
        if any(name.startswith(word) for name in names) or (place and word == "i"):
            continue
        if (place or len(word) >= SHORTEST_COUNTY) and any(name.startswith(word) for name in county):
            rank = 7
            continue
        return None
    return rank


def _meant(text: str, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Give the numbers that the library's own search finds, for whole queries such as «Voss herad»."""
    match _found(text, tuple(entry.municipality for entry in entries)):
        case One(municipality=municipality):
            return (municipality.number,)
        case Many(choices=choices):
            return tuple(each.number for each in choices)
        case NotFound():
            return ()


@lru_cache(maxsize=4)
def _found(text: str, municipalities: tuple[Municipality, ...]) -> Found:
    """Ask the library's own search, once for the list and its near misses."""
    return find_municipality(text, municipalities)
