"""Puts one workshop's parts in order: the shipped order, without what was dropped, with what the facilitator added.

A module of the facilitator's own stands after the last module of a lower order. An exercise that was pinned stands after
the module it is made for, and after the exercises that already follow this. Nothing comes before the opening or after
the closing. An order without a pause gets one in the middle where people would else sit too long.
"""

from collections.abc import Iterator

from workshop_kit.domain.agenda import PAUSES, BlockKind
from workshop_kit.domain.content import Exercise, Library, Module
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.arranged import arranged
from workshop_kit.planning.buffers import MOST_WITHOUT_PAUSE
from workshop_kit.planning.orders import ORDERS, SHORT, followed

NAMED = frozenset(name.removesuffix(SHORT) for order in ORDERS.values() for name in order)
"""What some shipped order names."""
PAUSE_NAMES = frozenset(kind.value for kind in PAUSES)


def order_for(workshop: Workshop, library: Library) -> tuple[str, ...]:
    """Give the order of a workshop's parts, as `orders` writes them."""
    if workshop.day:
        return tuple(part.id for part in arranged(workshop, library))
    order = [name for name in ORDERS[followed(workshop)] if name.removesuffix(SHORT) not in workshop.dropped]
    modules = {module.id: module for module in library.modules}
    for module in _own_modules(workshop, library):
        order.insert(_after_modules(module, order, modules), module.id)
    for exercise in _pinned_exercises(workshop, library, order):
        order.insert(_after_its_module(exercise, order, modules), exercise.id)
    if (workshop.target_minutes or 0) > MOST_WITHOUT_PAUSE and not PAUSE_NAMES.intersection(order):
        order.insert(len(order) // 2, BlockKind.BREAK.value)
    return tuple(order)


def _own_modules(workshop: Workshop, library: Library) -> Iterator[Module]:
    return (module for module in library.modules if module.id not in NAMED and module.id not in workshop.dropped)


def _pinned_exercises(workshop: Workshop, library: Library, order: list[str]) -> Iterator[Exercise]:
    there = {name.removesuffix(SHORT) for name in order}
    return (each for each in library.exercises if each.id in workshop.pinned and each.id not in there | {*workshop.dropped})


def _after_modules(module: Module, order: list[str], modules: dict[str, Module]) -> int:
    """Give the place after the last module of a lower order and what belongs to it, before the closing."""
    before = [
        place
        for place, name in enumerate(order)
        if name in modules and modules[name].order <= module.order and modules[name].kind is not BlockKind.CLOSING
    ]
    return _past_its_exercises(before[-1] if before else _opening(order, modules), order, modules)


def _after_its_module(exercise: Exercise, order: list[str], modules: dict[str, Module]) -> int:
    """Give the place after the module an exercise is made for; without one, before the closing."""
    found = [place for place, name in enumerate(order) if name in exercise.modules and modules[name].kind is not BlockKind.CLOSING]
    if found:
        return _past_its_exercises(found[0], order, modules)
    return next((place for place, name in enumerate(order) if name in modules and modules[name].kind is BlockKind.CLOSING), len(order))


def _opening(order: list[str], modules: dict[str, Module]) -> int:
    return next((place for place, name in enumerate(order) if name in modules and modules[name].kind is BlockKind.OPENING), -1)


def _past_its_exercises(place: int, order: list[str], modules: dict[str, Module]) -> int:
    """Give the first place after a module, or -1 for none, that no exercise holds."""
    place += 1
    while place < len(order) and order[place] not in modules and order[place] not in PAUSE_NAMES:
        place += 1
    return place
