"""Finds a municipality by what people type: its number, or its name in any of its forms and spellings."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import permutations

from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.value import Value
from workshop_kit.library.norwegian import folded, sort_key, words_of

SUGGESTIONS = 5
LEAST_LIKENESS = 0.6
"""Below this share of letters in common (difflib's ratio) a name is no near miss."""

_FILLING = frozenset({"kommune", "kommuna", "kommunen", "herad", "municipality"})
"""Words beside a name that say nothing about which municipality it is; Voss, Kvam and others call themselves herad."""

_NAME_PARTS = 3


class One(Value, frozen=True, kw_only=True):
    """The one municipality that was meant."""

    municipality: Municipality


class Many(Value, frozen=True, kw_only=True):
    """The municipalities that may have been meant, in Norwegian order, namesakes by number."""

    choices: tuple[Municipality, ...]


class NotFound(Value, frozen=True, kw_only=True):
    """No municipality has such a name; at most five that have one like it, the most alike first."""

    suggestions: tuple[Municipality, ...]


Found = One | Many | NotFound
Municipalities = tuple[Municipality, ...]


class _Entry(Value, frozen=True, kw_only=True):
    """A municipality with the forms of its name in lower case (`written`) and in the form where spellings meet (`folded`)."""

    municipality: Municipality
    written: frozenset[str]
    folded: frozenset[str]
    county: str


def find_municipality(query: str, municipalities: Municipalities) -> Found:
    """Find what was meant.

    A number wins, then a name as it is written, then one in another spelling, then a name with its county («Herøy i
    Nordland»), then the start of a name.
    """
    entries = _entries(municipalities)
    text = _without_filling(words_of(query))
    number, _, rest = text.partition(" ")
    if number.isdecimal():
        return _by_number(number.zfill(4), folded(rest), entries)
    key = folded(text)
    if not key:
        return NotFound(suggestions=())
    tiers: tuple[Callable[[_Entry], bool], ...] = (
        lambda entry: text in entry.written,
        lambda entry: key in entry.folded,
        lambda entry: _in_county(key, entry),
        lambda entry: any(form.startswith(text) for form in entry.written),
        lambda entry: any(form.startswith(key) for form in entry.folded),
    )
    for matches in tiers:
        if found := _matching(entries, matches):
            return found
    return NotFound(suggestions=_near_misses(key, entries))


def _matching(entries: Iterable[_Entry], matches: Callable[[_Entry], bool]) -> One | Many | None:
    """Give the one or the many that match; None when none does."""
    found = [entry.municipality for entry in entries if matches(entry)]
    if not found:
        return None
    if len(found) == 1:
        return One(municipality=found[0])
    return Many(choices=tuple(sorted(found, key=lambda each: (sort_key(each.name)[0], each.number))))


def _by_number(number: str, name: str, entries: Iterable[_Entry]) -> One | NotFound:
    """Find a number, with the name that stands after it, if any: they must not speak of two municipalities.

    Near misses are numbers that look like it, and first the one whose number it is when the name is another's.
    """
    numbers = {entry.municipality.number: entry for entry in entries}
    entry = numbers.get(number)
    if entry is not None and (not name or name in entry.folded or _in_county(name, entry)):
        return One(municipality=entry.municipality)
    near = difflib.get_close_matches(number, numbers, n=SUGGESTIONS, cutoff=LEAST_LIKENESS)
    return NotFound(suggestions=tuple(numbers[each].municipality for each in near))


def _in_county(key: str, entry: _Entry) -> bool:
    """Tell whether a query is a name and then the county or its start, with or without «i» between them."""
    words = key.split(" ")
    for place in range(1, len(words)):
        county = words[place:]
        county = county[1:] if county[0] == "i" else county
        if county and " ".join(words[:place]) in entry.folded and entry.county.startswith(" ".join(county)):
            return True
    return False


def _near_misses(key: str, entries: Iterable[_Entry]) -> Municipalities:
    """Give the municipalities with names most like a query, also where the query's first words are (a name with a wrong county)."""
    keys = dict.fromkeys((key, key.split(" i ")[0]))
    scored = ((max(_likeness(each, entry) for each in keys), entry.municipality) for entry in entries)
    near = sorted(((score, each) for score, each in scored if score >= LEAST_LIKENESS), key=lambda pair: (-pair[0], pair[1].number))
    return tuple(each for _, each in near[:SUGGESTIONS])


def _likeness(key: str, entry: _Entry) -> float:
    """Give how like a query is to the form of a name that it is most like, 1 for a whole word of it; 0 for less than a near miss."""
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(key)
    best = 0.0
    for form in entry.folded:
        if key in form.split(" "):
            return 1.0
        matcher.set_seq1(form)
        least = max(best, LEAST_LIKENESS)
        if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and (ratio := matcher.ratio()) >= least:
            best = ratio
    return best


def _without_filling(text: str) -> str:
    """Leave out «kommune»; a query of nothing else is kept."""
    return " ".join(word for word in text.split(" ") if word not in _FILLING)


@lru_cache(maxsize=2)
def _entries(municipalities: Municipalities) -> tuple[_Entry, ...]:
    """Prepare all municipalities for searching."""
    return tuple(
        _Entry(
            municipality=each,
            written=frozenset(words_of(form) for form in _forms(each)),
            folded=frozenset(folded(form) for form in _forms(each)),
            county=folded(each.county),
        )
        for each in municipalities
    )


def _forms(municipality: Municipality) -> Iterator[str]:
    """Give the forms of a name: each of its names alone, some of them together in any order, and SSB's full form."""
    yield municipality.full_name
    names = (municipality.name, *municipality.other_names)
    for count in range(1, min(len(names), _NAME_PARTS) + 1):
        for chosen in permutations(names, count):
            yield " ".join(chosen)
