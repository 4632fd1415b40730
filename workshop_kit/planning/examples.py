"""Which examples suit a municipality: near in place, size and centrality, fresh, and well known.

The score is the sum of: 3 for the same county; up to 3 for a population alike (nothing at eight times); up to 2 for
centrality alike (nothing at 300 of the index's 1000); up to 3 for goals shared with those the client chose; 1 for a
year from 2020 on, a half from 2016; 1 for quality A. County, size and centrality are the mean over an example's
municipalities, so that one of many being alike does not carry the rest.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from math import cos, hypot, log, radians

from workshop_kit.domain.content import Example
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.value import Value

USABLE = frozenset({"A", "B"})
"""Qualities that may be shown; anything else waits until more is known."""

MOST_PER_COUNTY = 2
MOST_PER_THEME = 2


class Reason(StrEnum):
    """Why an example was chosen; the value is the key of the fixed words that say so."""

    OWN = "reason_own"
    SAME_COUNTY = "reason_same_county"
    ALIKE_IN_SIZE = "reason_alike_in_size"
    ALIKE_IN_CENTRALITY = "reason_alike_in_centrality"


class Pick(Value, frozen=True):
    """A chosen example, why, and its score. `is_own` is the client's own, which nobody needs to be told is near."""

    example: Example
    reasons: tuple[Reason, ...]
    score: float
    is_own: bool = False


def pick_examples(
    client: Municipality,
    examples: Iterable[Example],
    municipalities: Mapping[str, Municipality],
    count: int = 1,
    goals: frozenset[int] = frozenset(),
) -> tuple[Pick, ...]:
    """Choose the best of the client's own examples, if any, and then `count` from other municipalities.

    The first of these is from the client's county where there is one, else the nearest on the map. `municipalities`
    are by number, `goals` those the client chose. No municipality is picked twice, at most two come from one county or
    share a first theme as long as there are others, and an undated one is taken only for want of a dated.
    """
    usable = [example for example in examples if example.quality in USABLE and _places(example, municipalities)]
    picks = [_pick(client, example, municipalities, goals) for example in usable]
    ranked = sorted(picks, key=lambda pick: (not pick.example.year, -pick.score, pick.example.order))
    own = [pick for pick in ranked if pick.is_own][:1]
    others = [pick for pick in ranked if not pick.is_own]
    return (*own, *_spread(client, others, municipalities, count))


def _pick(client: Municipality, example: Example, municipalities: Mapping[str, Municipality], goals: frozenset[int]) -> Pick:
    places = _places(example, municipalities)
    is_own = client.number in example.municipalities
    reasons = (Reason.OWN,) if is_own else _reasons(client, places)
    return Pick(example=example, reasons=reasons, score=_score(client, example, places, goals), is_own=is_own)


def _places(example: Example, municipalities: Mapping[str, Municipality]) -> tuple[Municipality, ...]:
    return tuple(municipalities[number] for number in example.municipalities if number in municipalities)


def _score(client: Municipality, example: Example, places: tuple[Municipality, ...], goals: frozenset[int]) -> float:
    same_county = sum(place.county_number == client.county_number for place in places) / len(places)
    size = sum(_alike_in_size(client, place) for place in places) / len(places)
    centrality = sum(_alike_in_centrality(client, place) for place in places) / len(places)
    fresh = 1.0 if example.year >= 2020 else 0.5 if example.year >= 2016 else 0.0
    shared = _shared_goals(example, goals)
    return 3.0 * same_county + 3.0 * size + 2.0 * centrality + shared + fresh + (example.quality == "A")


def _shared_goals(example: Example, goals: frozenset[int]) -> float:
    """Score the goals shared with the client's, as if three had been chosen; an example of all goals shares them all."""
    if not goals:
        return 0.0
    matching = len(goals.intersection(example.goals)) if example.goals else len(goals)
    return min(3.0, 1.5 * matching * 3 / max(3, len(goals)))


def _alike_in_size(client: Municipality, other: Municipality) -> float:
    return max(0.0, 1 - abs(log(client.population / other.population)) / log(8))


def _alike_in_centrality(client: Municipality, other: Municipality) -> float:
    return max(0.0, 1 - abs(client.centrality_index - other.centrality_index) / 300)


def _reasons(client: Municipality, places: tuple[Municipality, ...]) -> tuple[Reason, ...]:
    """Give what may be said of every place the example is from."""
    reasons: list[Reason] = []
    if all(place.county_number == client.county_number for place in places):
        reasons.append(Reason.SAME_COUNTY)
    if all(abs(log(client.population / place.population)) <= log(1.5) for place in places):
        reasons.append(Reason.ALIKE_IN_SIZE)
    if all(place.centrality_class == client.centrality_class for place in places):
        reasons.append(Reason.ALIKE_IN_CENTRALITY)
    return tuple(reasons)


def _spread(client: Municipality, ranked: list[Pick], municipalities: Mapping[str, Municipality], count: int) -> tuple[Pick, ...]:
    """Take the one nearest home first, then the best of the rest, spread over counties and themes."""
    home = _nearest_home(client, ranked, municipalities)
    queue = [pick for pick in ranked if pick is home] + [pick for pick in ranked if pick is not home]
    picked: list[Pick] = []
    for strict in (True, False):
        for pick in queue:
            if len(picked) < count and pick not in picked and _may_follow(pick, picked, municipalities, strict=strict):
                picked.append(pick)
    return tuple(picked)


def _nearest_home(client: Municipality, ranked: list[Pick], municipalities: Mapping[str, Municipality]) -> Pick | None:
    """Give the best from the client's county, else the dated one that lies nearest on the map."""
    from_county = next((pick for pick in ranked if _is_from(client.county_number, pick, municipalities)), None)
    dated = [pick for pick in ranked if pick.example.year]
    return from_county or min(dated, key=lambda pick: _away(client, _places(pick.example, municipalities)), default=None)


def _away(client: Municipality, places: tuple[Municipality, ...]) -> float:
    """Give how far away places are on the mean, in degrees of latitude; near enough for saying which is nearest."""
    across = cos(radians(client.lat))
    return sum(hypot(place.lat - client.lat, (place.lon - client.lon) * across) for place in places) / len(places)


def _is_from(county: str, pick: Pick, municipalities: Mapping[str, Municipality]) -> bool:
    return any(place.county_number == county for place in _places(pick.example, municipalities))


def _may_follow(pick: Pick, picked: list[Pick], municipalities: Mapping[str, Municipality], *, strict: bool) -> bool:
    """Tell whether a pick adds to those before it: a new place always, and when strict a spread of counties and themes."""
    numbers = {number for other in picked for number in other.example.municipalities}
    if numbers.intersection(pick.example.municipalities):
        return False
    if not strict:
        return True
    counties = {place.county_number for place in _places(pick.example, municipalities)}
    crowded = any(sum(_is_from(county, other, municipalities) for other in picked) >= MOST_PER_COUNTY for county in counties)
    themes = [other.example.themes[:1] for other in picked]
    return not crowded and themes.count(pick.example.themes[:1]) < MOST_PER_THEME
