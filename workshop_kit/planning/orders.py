"""In which order modules, exercises and pauses come, for each length: the one place to change a shipped agenda.

A name in small letters is a module, one that begins with a capital an exercise; "break" and "lunch" are pauses. What
the library does not hold is passed over.
"""

from collections.abc import Mapping

from workshop_kit.domain.agenda import Length
from workshop_kit.domain.workshop import Workshop

ORDERS: Mapping[Length, tuple[str, ...]] = {
    Length.MINUTES_90: ("vel", "F1", "beg", "rap", "fnm", "tal", "sam", "eks", "hun", "F17:short", "F18:short", "avs"),
    Length.HALF_DAY: (
        *("vel", "F1", "tal", "beg", "rap", "fnm", "F5"),
        "break",
        *("sam", "eks", "mal", "lov", "hun", "F9", "F17", "avs"),
    ),
    Length.FULL_DAY: (
        *("vel", "F1", "tal", "beg"),
        "break",
        *("F10", "rap", "fnm", "F5"),
        "lunch",
        *("sam", "F11", "lov", "mal", "eks"),
        "break",
        *("hun", "F9", "F17", "F18", "avs"),
    ),
}

SHORT = ":short"
"""After an exercise's id: its short form."""

TARGETS: Mapping[Length, int] = {Length.MINUTES_90: 90, Length.HALF_DAY: 180, Length.FULL_DAY: 360}
"""How many minutes each length has."""

LEAST_TARGET, MOST_TARGET = 60, 480
"""How short and how long a workshop may be asked to be, in minutes."""

EXAMPLE_COUNT: Mapping[Length, int] = {Length.MINUTES_90: 2, Length.HALF_DAY: 3, Length.FULL_DAY: 5}
"""How many examples from other municipalities are shown, beside the client's own."""


FILLED_UP_TO: Mapping[Length, int] = {Length.MINUTES_90: 115, Length.HALF_DAY: 205, Length.FULL_DAY: MOST_TARGET}
"""How many minutes the content of each length's order is enough for."""


def length_for(minutes: int) -> Length:
    """Give the shortest length whose order has enough to fill a number of minutes."""
    return next(length for length, filled in FILLED_UP_TO.items() if minutes <= filled)


def followed(workshop: Workshop) -> Length:
    """Give the length whose order and slides a workshop follows."""
    return workshop.length if workshop.target_minutes is None else length_for(workshop.target_minutes)
