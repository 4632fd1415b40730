"""Cuts a workshop to its length: slides go to the hidden ones, and exercises to their short form, by readable rules.

Slides that not every length uses go first: those of fewer lengths before those of more, the later before the earlier.
Then exercises are shortened, the last first, and only then the slides that every length uses go. What opens and
closes, the first thing a module says and one talk with the neighbour in each module stay. What is left is for the
buffers.
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.content import Exercise, Use
from workshop_kit.domain.value import Value
from workshop_kit.planning.choose import ChosenModule, ChosenSlide
from workshop_kit.planning.orders import SHORT
from workshop_kit.planning.pauses import BREAK_MINUTES, LUNCH_MINUTES
from workshop_kit.planning.rules import GROUP_MINUTES

BUFFER_SHARE = 0.09
"""Share of the whole that is kept free for buffers, so that a day that is asked for can be held."""

FIXED = frozenset({BlockKind.OPENING, BlockKind.CLOSING})
SECTION_LAYOUT = "section"
EVERY_LENGTH = 3
"""A slide that all three lengths use carries the workshop."""
PAUSE_MINUTES: Mapping[str, int] = {BlockKind.BREAK.value: BREAK_MINUTES[1], BlockKind.LUNCH.value: LUNCH_MINUTES[1]}


class Cut(Value, frozen=True, kw_only=True, eq=False):
    """An order with its modules' slides as they fit, and how many minutes it is still too long."""

    order: tuple[str, ...]
    chosen: Mapping[str, ChosenModule]
    over: int


class _Place(Value, frozen=True, kw_only=True, eq=False):
    """A shown slide that may go: how many lengths use it, where it stands, and its module."""

    uses: int
    position: int
    module: str
    slide: ChosenSlide


def cut_to_length(
    order: tuple[str, ...],
    chosen: Mapping[str, ChosenModule],
    exercises: Mapping[str, Exercise],
    target: int,
    pinned: tuple[str, ...] = (),
) -> Cut:
    """Hide slides and shorten exercises until the whole, with room for buffers, is no longer than the target; `pinned` slides stay."""
    places = sorted(
        (place for place in _places(order, chosen) if place.slide.key not in pinned), key=lambda place: (place.uses, -place.position)
    )
    shortened = [name for name in reversed(order) if name in exercises]
    ways: list[_Place | str] = [
        *(place for place in places if place.uses < EVERY_LENGTH),
        *shortened,
        *(place for place in places if place.uses >= EVERY_LENGTH),
    ]
    over = sum(minutes_of(name, chosen, exercises) for name in order) - int(target * (1 - BUFFER_SHARE))
    gone: list[_Place | str] = []
    for way in ways:
        if over <= 0:
            break
        gone.append(way)
        over -= _saves(way, exercises)
    # What saved more than was needed in the end comes back where there is room for it, the weightiest first.
    for way in reversed(gone.copy()):
        if over + _saves(way, exercises) <= 0:
            gone.remove(way)
            over += _saves(way, exercises)
    hidden = [way for way in gone if isinstance(way, _Place)]
    return Cut(
        order=tuple(f"{name}{SHORT}" if name in gone else name for name in order),
        chosen={name: _without(module, hidden) for name, module in chosen.items()},
        over=max(0, over),
    )


def _saves(way: "_Place | str", exercises: Mapping[str, Exercise]) -> int:
    """Give the minutes that hiding a slide, or shortening an exercise, saves."""
    if isinstance(way, _Place):
        return way.slide.minutes
    return exercises[way].minutes.wanted - exercises[way].minutes.least


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
                yield _Place(uses=_uses(slide), position=position, module=name, slide=slide)


def _staying(module: ChosenModule) -> tuple[ChosenSlide, ...]:
    """Give the slides a module never loses: the first that says something, and its weightiest talk."""
    told = [slide for slide in module.shown if slide.spec.layout != SECTION_LAYOUT][:1]
    talks = sorted((slide for slide in module.shown if slide.talk_minutes), key=lambda slide: (-slide.talk_minutes, -_uses(slide)))
    return (*told, *talks[:1])


def _uses(slide: ChosenSlide) -> int:
    return sum(use is not Use.BACKUP for use in slide.spec.use)


def _without(module: ChosenModule, hidden: list[_Place]) -> ChosenModule:
    """Give a module with some of its shown slides among those that go along hidden."""
    gone = [place.slide for place in hidden if place.module == module.module.id]
    shown = tuple(slide for slide in module.shown if not any(slide is other for other in gone))
    moved = tuple(slide for slide in module.shown if any(slide is other for other in gone))
    return replace(module, shown=shown, backups=(*module.backups, *moved))
