"""What the facilitator adds, drops and swaps comes where it belongs in the shipped order."""

from typing import Any

from tests.planning.make import exercise, library, module, slide_spec
from workshop_kit.domain.agenda import BlockKind, Length
from workshop_kit.domain.content import Library
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.ordering import order_for
from workshop_kit.planning.orders import ORDERS

SHIPPED = tuple(name for name in ORDERS[Length.HALF_DAY] if name.islower() and name != "break")


def shelves(*more: Any, exercises: tuple[Any, ...] = ()) -> Library:
    """Make a library with the shipped modules, each of the order in which it comes, and more."""
    kinds = {"vel": BlockKind.OPENING, "avs": BlockKind.CLOSING}
    known = (
        module(name, slide_spec(f"{name}-1"), kind=kinds.get(name, BlockKind.TALK), order=place)
        for place, name in enumerate(SHIPPED, start=1)
    )
    return library(*known, *more, exercises=exercises)


def order(content: Library, **changes: Any) -> tuple[str, ...]:
    return order_for(Workshop(municipality="3110", language=Language.NB, **changes), content)


def test_without_wishes_the_order_is_the_shipped_one() -> None:
    assert order(shelves()) == ORDERS[Length.HALF_DAY]


def test_what_is_dropped_is_gone_also_in_its_short_form() -> None:
    assert "F9" not in order(shelves(), dropped=("F9",))
    assert not {"F17", "F17:short"} & {*order(shelves(), length=Length.MINUTES_90, dropped=("F17",))}


def test_an_own_module_stands_after_the_last_of_a_lower_order_and_its_exercises() -> None:
    place = SHIPPED.index("fnm") + 1
    found = order(shelves(module("own", slide_spec("OWN-1"), order=place)))

    assert found[found.index("F5") + 1] == "own"
    assert tuple(name for name in found if name != "own") == ORDERS[Length.HALF_DAY]


def test_an_own_module_never_comes_before_the_opening_or_after_the_closing() -> None:
    first = order(shelves(module("own", slide_spec("OWN-1"), order=0)))
    last = order(shelves(module("own", slide_spec("OWN-1"), order=99)))

    assert first[:3] == ("vel", "F1", "own")
    assert last[-2:] == ("own", "avs")


def test_an_own_module_can_be_dropped() -> None:
    assert "own" not in order(shelves(module("own", slide_spec("OWN-1"), order=3)), dropped=("own",))


def test_a_pinned_exercise_follows_its_module() -> None:
    content = shelves(exercises=(exercise("F7", modules=("fnm",)), exercise("F22", modules=("mal",))))
    swapped = order(content, dropped=("F5",), pinned=("F7",))
    added = order(content, pinned=("F22",))

    assert swapped[swapped.index("fnm") + 1] == "F7"
    assert "F5" not in swapped
    assert added[added.index("mal") + 1] == "F22"


def test_a_pinned_exercise_whose_module_is_not_there_comes_before_the_closing() -> None:
    content = shelves(exercises=(exercise("F99", modules=("gone",)),))

    assert order(content, pinned=("F99",))[-2:] == ("F99", "avs")


def test_a_pinned_exercise_that_is_there_already_comes_once() -> None:
    content = shelves(exercises=(exercise("F5", modules=("fnm",)),))

    assert order(content, pinned=("F5",)).count("F5") == 1


def test_an_order_without_a_pause_gets_one_in_the_middle_where_people_would_sit_too_long() -> None:
    short, long = (order(shelves(), target_minutes=minutes) for minutes in (90, 91))

    assert short == ORDERS[Length.MINUTES_90]
    assert long == (*short[: len(short) // 2], "break", *short[len(short) // 2 :])
