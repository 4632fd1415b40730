"""Which examples suit a municipality: near in place, size and centrality, fresh, and well known.

The score is the sum of: 3 for the same county; up to 3 for a population alike (nothing at eight times); up to 2 for
centrality alike (nothing at 300 of the index's 1000); 1.5 for each goal shared with those the client chose, and again
for each theme, up to 3 and scaled down where more than three were chosen; a half for each role present whose work it is
near, up to 1, which never outweighs county or size; 1 for a year from 2020 on, a half from 2016; 1 for quality A.
County, size and centrality are the mean over an example's municipalities, so that one of many being alike does not
carry the rest.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from math import cos, hypot, log, radians

from workshop_kit.domain.content import Avoid, Example
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import ParticipantRole, Workshop
from workshop_kit.planning.roles import roles_met

USABLE = frozenset({"A", "B"})
"""Qualities that may be shown; anything else waits until more is known."""

MOST_PER_COUNTY = 2
MOST_PER_THEME = 2
FOR_A_ROLE = 0.5
MOST_FOR_ROLES = 1.0


class Reason(StrEnum):
    """Why an example was chosen; the value is the key of the fixed words that say so."""

    OWN = "reason_own"
    SAME_COUNTY = "reason_same_county"
    ALIKE_IN_SIZE = "reason_alike_in_size"
    ALIKE_IN_CENTRALITY = "reason_alike_in_centrality"
    SHARED_GOALS = "reason_shared_goals"
    SHARED_THEMES = "reason_shared_themes"
    SUITS_ROLES = "reason_suits_roles"
    BY_HAND = "reason_by_hand"


class Pick(Value, frozen=True):
    """A chosen example, why, and its score. `is_own` is the client's own, which nobody needs to be told is near."""

    example: Example
    reasons: tuple[Reason, ...]
    score: float
    is_own: bool = False


class Wishes(Value, frozen=True, kw_only=True):
    """What lifts an example beside being near and alike: the goals and themes the client chose, and the roles that come."""

    goals: frozenset[int] = frozenset()
    themes: frozenset[str] = frozenset()
    roles: tuple[ParticipantRole, ...] = ()

    @classmethod
    def of(cls, workshop: Workshop) -> "Wishes":
        """Give a workshop's."""
        return cls(goals=frozenset(workshop.goals), themes=frozenset(workshop.themes), roles=workshop.roles)


NO_WISHES = Wishes()


def pick_examples(
    client: Municipality,
    examples: Iterable[Example],
    municipalities: Mapping[str, Municipality],
    count: int = 1,
    wishes: Wishes = NO_WISHES,
) -> tuple[Pick, ...]:
    """Choose the best of the client's own examples, if any, and then `count` from other municipalities.

    The first of these is from the client's county where there is one, else the nearest on the map. `municipalities`
    are by number. No municipality is picked twice, at most two come from one county or share a first theme as long as
    there are others, and an undated one is taken only for want of a dated. One that says it is not suited is left out.
    """
    usable = [example for example in examples if example.quality in USABLE and _places(example, municipalities)]
    picks = [weigh(client, example, municipalities, wishes) for example in usable]
    picks = [pick for pick in picks if pick.is_own or not _is_avoided(client, pick.example)]
    ranked = sorted(picks, key=lambda pick: (not pick.example.year, -pick.score, pick.example.order))
    own = [pick for pick in ranked if pick.is_own][:1]
    others = [pick for pick in ranked if not pick.is_own]
    return (*own, *_spread(client, others, municipalities, count))


def weigh(client: Municipality, example: Example, municipalities: Mapping[str, Municipality], wishes: Wishes) -> Pick:
    """Give an example, of whose places one at least is known, with its score and the reasons for it."""
    places = _places(example, municipalities)
    is_own = client.number in example.municipalities
    reasons = (Reason.OWN,) if is_own else (*_likenesses(client, places), *_granted(example, wishes))
    return Pick(example=example, reasons=reasons, score=_score(client, example, places, wishes), is_own=is_own)


def _is_avoided(client: Municipality, example: Example) -> bool:
    """Tell whether an example is not suited; where a municipality has other official names, one of them is always Sámi."""
    return Avoid.SAMI in example.avoid and bool(client.other_names)


def _places(example: Example, municipalities: Mapping[str, Municipality]) -> tuple[Municipality, ...]:
    return tuple(municipalities[number] for number in example.municipalities if number in municipalities)


def _score(client: Municipality, example: Example, places: tuple[Municipality, ...], wishes: Wishes) -> float:
    same_county = sum(place.county_number == client.county_number for place in places) / len(places)
    size = sum(_alike_in_size(client, place) for place in places) / len(places)
    centrality = sum(_alike_in_centrality(client, place) for place in places) / len(places)
    fresh = 1.0 if example.year >= 2020 else 0.5 if example.year >= 2016 else 0.0
    goals = _lift(_shared_goals(example, wishes), len(wishes.goals))
    themes = _lift(_shared_themes(example, wishes), len(wishes.themes))
    roles = min(MOST_FOR_ROLES, FOR_A_ROLE * roles_met(wishes.roles, example.themes))
    return 3.0 * same_county + 3.0 * size + 2.0 * centrality + goals + themes + roles + fresh + (example.quality == "A")


def _shared_goals(example: Example, wishes: Wishes) -> int:
    """Count the goals shared with the client's; an example of all goals shares them all."""
    return len(wishes.goals.intersection(example.goals)) if example.goals else len(wishes.goals)


def _shared_themes(example: Example, wishes: Wishes) -> int:
    return len(wishes.themes.intersection(example.themes))


def _lift(shared: int, chosen: int) -> float:
    """Score what is shared of what the client chose, as if at most three had been chosen."""
    return min(3.0, 1.5 * shared * 3 / max(3, chosen))


def _alike_in_size(client: Municipality, other: Municipality) -> float:
    return max(0.0, 1 - abs(log(client.population / other.population)) / log(8))


def _alike_in_centrality(client: Municipality, other: Municipality) -> float:
    return max(0.0, 1 - abs(client.centrality_index - other.centrality_index) / 300)


def _likenesses(client: Municipality, places: tuple[Municipality, ...]) -> tuple[Reason, ...]:
    """Give what may be said of every place the example is from."""
    reasons: list[Reason] = []
    if all(place.county_number == client.county_number for place in places):
        reasons.append(Reason.SAME_COUNTY)
    if all(abs(log(client.population / place.population)) <= log(1.5) for place in places):
        reasons.append(Reason.ALIKE_IN_SIZE)
    if all(place.centrality_class == client.centrality_class for place in places):
        reasons.append(Reason.ALIKE_IN_CENTRALITY)
    return tuple(reasons)


def _granted(example: Example, wishes: Wishes) -> tuple[Reason, ...]:
    """Give what an example has of what the client chose, and whether it is near the work of anybody who comes."""
    held = {
        Reason.SHARED_GOALS: _shared_goals(example, wishes),
        Reason.SHARED_THEMES: _shared_themes(example, wishes),
        Reason.SUITS_ROLES: roles_met(wishes.roles, example.themes),
    }
    return tuple(reason for reason, count in held.items() if count)


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
