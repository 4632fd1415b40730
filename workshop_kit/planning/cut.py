"""Cuts a workshop to its length: slides go to the hidden ones, and exercises to their short form, by readable rules.

Slides that weigh little and exercises give in turn, slides twice as much, so that work keeps its part of the day. Of
slides the lightest goes first, from the module that has lost the least of itself, the later before the earlier. Of
exercises the last is shortened first, those that harvest after the others. Only then do exercises go whole that only the
longest order has, then heavier slides, and in the shortest workshops more exercises, all but the first that harvests.
What opens and closes, section slides, the first thing a module says and one talk with the neighbour in each module stay.
What is left is for the buffers.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from workshop_kit.domain.agenda import BlockKind, Length
from workshop_kit.domain.content import Exercise
from workshop_kit.domain.value import Value
from workshop_kit.planning.choose import ChosenCard, ChosenModule, ChosenSlide
from workshop_kit.planning.orders import ORDERS, SHORT
from workshop_kit.planning.pauses import BREAK_MINUTES, LUNCH_MINUTES
from workshop_kit.planning.rules import GROUP_MINUTES

BUFFER_SHARE = 0.09
"""Share of the whole that is kept free for buffers, so that a day that is asked for can be held."""

FIXED = frozenset({BlockKind.OPENING, BlockKind.CLOSING})
SECTION_LAYOUT = "section"
CARDS_OVERVIEW = "examples-map"
"""The figure that lists the examples of others; without one of their cards it promises what does not come."""
SLIDES_GIVE = 2
"""Slides give so many times the minutes that exercises give, as long as both have something to give."""
HEAVY = 3
"""Slides from this weight on go only after every exercise is shortened."""
RARE = frozenset(
    name for name in ORDERS[Length.FULL_DAY] if not any(name in ORDERS[length] for length in Length if length is not Length.FULL_DAY)
)
"""What only the longest order has."""
PAUSE_MINUTES: Mapping[str, int] = {BlockKind.BREAK.value: BREAK_MINUTES[1], BlockKind.LUNCH.value: LUNCH_MINUTES[1]}


class Cut(Value, frozen=True, kw_only=True, eq=False):
    """An order with its modules' slides as they fit, and how many minutes it is still too long."""

    order: tuple[str, ...]
    chosen: Mapping[str, ChosenModule]
    over: int


class _Place(Value, frozen=True, kw_only=True, eq=False):
    """A shown slide that may go: where it stands, and its module."""

    position: int
    module: str
    slide: ChosenSlide


class _Short(Value, frozen=True, kw_only=True, eq=False):
    """An exercise that may be shortened, and what that saves."""

    name: str
    minutes: int


class _Drop(Value, frozen=True, kw_only=True, eq=False):
    """An exercise that may be left out, and what that saves when it is short already."""

    name: str
    minutes: int


_Way = _Place | _Short | _Drop


def cut_to_length(
    order: tuple[str, ...],
    chosen: Mapping[str, ChosenModule],
    exercises: Mapping[str, Exercise],
    target: int,
    pinned: tuple[str, ...] = (),
    less: int = 0,
) -> Cut:
    """Hide slides and shorten exercises until the whole, with room for buffers, is no longer than the target.

    `pinned` slides stay. `less` minutes more, or fewer where it is below zero, are kept free.
    """
    over = sum(minutes_of(name, chosen, exercises) for name in order) - round(target * (1 - BUFFER_SHARE)) + less
    gone: list[_Way] = []
    for way in _ways(order, chosen, exercises, pinned):
        if over <= 0:
            break
        gone.append(way)
        over -= _saves(way)
    # What saved more than was needed in the end comes back where there is room for it, the weightiest first.
    for way in reversed(gone.copy()):
        if over + _saves(way) <= 0:
            gone.remove(way)
            over += _saves(way)
    shortened = {way.name for way in gone if isinstance(way, _Short)}
    dropped = {way.name for way in gone if isinstance(way, _Drop)}
    hidden = [way for way in gone if isinstance(way, _Place)]
    return Cut(
        order=tuple(f"{name}{SHORT}" if name in shortened else name for name in order if name not in dropped),
        chosen={name: _without(module, hidden) for name, module in chosen.items()},
        over=max(0, over),
    )


def _ways(
    order: tuple[str, ...], chosen: Mapping[str, ChosenModule], exercises: Mapping[str, Exercise], pinned: tuple[str, ...]
) -> Iterator[_Way]:
    """Give everything that can be given up, in the order in which it goes."""
    places = [place for place in _places(order, chosen) if place.slide.key not in pinned]
    wholes = {name: module.minutes for name, module in chosen.items()}
    slides = _from_all(places, wholes)
    light, heavy = [place for place in slides if place.slide.weight < HEAVY], [place for place in slides if place.slide.weight >= HEAVY]
    shorts = _shorts(order, exercises)
    by_slides = by_exercises = 0
    while light or shorts:
        if light and (by_slides <= SLIDES_GIVE * by_exercises or not shorts):
            by_slides += light[0].slide.minutes
            yield light.pop(0)
        else:
            by_exercises += shorts[0].minutes
            yield shorts.pop(0)
    drops = [*_drops(order, exercises, pinned)]
    yield from (drop for drop in drops if drop.name in RARE)
    yield from heavy
    yield from (drop for drop in drops if drop.name not in RARE)


def _drops(order: tuple[str, ...], exercises: Mapping[str, Exercise], pinned: tuple[str, ...]) -> Iterator[_Drop]:
    """Give the exercises that can be left out, the last first; of those that harvest the first stays."""
    there = [name for name in order if name.removesuffix(SHORT) in exercises]
    harvests = [name for name in there if exercises[name.removesuffix(SHORT)].kind is BlockKind.HARVEST]
    for name in reversed(there):
        id = name.removesuffix(SHORT)
        if name not in (harvests or there)[:1] and id not in pinned:
            yield _Drop(name=name, minutes=GROUP_MINUTES + exercises[id].minutes.least)


def _from_all(places: list[_Place], wholes: Mapping[str, int]) -> list[_Place]:
    """Put slides in the order in which they go: the lightest first, and each time from the module that has lost the least."""
    left, lost, ordered = [*places], Counter[str](), list[_Place]()
    while left:
        place = min(left, key=lambda place: (place.slide.weight, lost[place.module] / wholes[place.module], -place.position))
        left.remove(place)
        lost[place.module] += place.slide.minutes
        ordered.append(place)
    return ordered


def _shorts(order: tuple[str, ...], exercises: Mapping[str, Exercise]) -> list[_Short]:
    """Give the exercises that can be shortened, the last first, and those that harvest after the others."""
    found = [exercises[name] for name in reversed(order) if name in exercises]
    found.sort(key=lambda exercise: exercise.kind is BlockKind.HARVEST)
    return [_Short(name=each.id, minutes=each.minutes.wanted - each.minutes.least) for each in found]


def _saves(way: _Way) -> int:
    """Give the minutes that hiding a slide, or shortening or leaving out an exercise, saves."""
    return way.slide.minutes if isinstance(way, _Place) else way.minutes


def within_minutes(module: ChosenModule, minutes: int, pinned: tuple[str, ...] = ()) -> ChosenModule:
    """Hide slides of one module, the lightest first, until it lasts no longer than some minutes; those that must stay may be longer."""
    over = module.minutes - minutes
    places = [place for place in _places((module.module.id,), {module.module.id: module}) if place.slide.key not in pinned]
    hidden: list[_Place] = []
    for place in _from_all(places, {module.module.id: max(module.minutes, 1)}):
        if over <= 0:
            break
        hidden.append(place)
        over -= place.slide.minutes
    for place in reversed(hidden.copy()):
        if over + place.slide.minutes <= 0:
            hidden.remove(place)
            over += place.slide.minutes
    return _without(module, hidden)


def minutes_of(name: str, chosen: Mapping[str, ChosenModule], exercises: Mapping[str, Exercise]) -> int:
    """Give the minutes one part of an order asks for; none where the library does not hold it."""
    if name in PAUSE_MINUTES:
        return PAUSE_MINUTES[name]
    short = name.endswith(SHORT)
    exercise = exercises.get(name.removesuffix(SHORT))
    if exercise is not None:
        return GROUP_MINUTES + (exercise.minutes.least if short else exercise.minutes.wanted)
    return chosen[name].minutes if name in chosen else 0


def _places(order: tuple[str, ...], chosen: Mapping[str, ChosenModule]) -> Iterator[_Place]:
    """Give the slides that may go."""
    position = 0
    for name in order:
        module = chosen.get(name)
        if module is None or module.module.kind in FIXED:
            continue
        staying = _staying(module)
        for slide in module.shown:
            position += 1
            if slide.minutes and not any(slide is other for other in staying):
                yield _Place(position=position, module=name, slide=slide)


def _staying(module: ChosenModule) -> tuple[ChosenSlide, ...]:
    """Give the slides a module never loses: its section's, the first that says something, and its weightiest talk."""
    sections = [slide for slide in module.shown if slide.spec.layout == SECTION_LAYOUT]
    told = [slide for slide in module.shown if slide.spec.layout != SECTION_LAYOUT][:1]
    talks = sorted((slide for slide in module.shown if slide.talk_minutes), key=lambda slide: (-slide.weight, -slide.talk_minutes))
    return (*sections, *told, *talks[:1])


def _without(module: ChosenModule, hidden: list[_Place]) -> ChosenModule:
    """Give a module with some of its shown slides among those that go along hidden."""
    gone = [place.slide for place in hidden if place.module == module.module.id]
    shown = tuple(slide for slide in module.shown if not any(slide is other for other in gone))
    if not any(isinstance(slide, ChosenCard) and not slide.pick.is_own for slide in shown):
        gone += [slide for slide in shown if slide.spec.figure == CARDS_OVERVIEW]
        shown = tuple(slide for slide in shown if slide.spec.figure != CARDS_OVERVIEW)
    moved = tuple(slide for slide in module.shown if any(slide is other for other in gone))
    return replace(module, shown=shown, backups=(*module.backups, *moved))
