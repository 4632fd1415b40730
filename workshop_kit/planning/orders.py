"""In which order modules, exercises and pauses come, for each length: the one place to change a shipped agenda.

A name in small letters is a module, one that begins with a capital an exercise; "break" and "lunch" are pauses. What
the library does not hold is passed over.
"""

from collections.abc import Mapping

from workshop_kit.domain.agenda import Length

ORDERS: Mapping[Length, tuple[str, ...]] = {
    Length.MINUTES_90: ("vel", "F1", "beg", "rap", "fnm", "tal", "sam", "eks", "F17", "F18", "avs"),
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

READY = frozenset({Length.HALF_DAY})
"""The lengths whose content is complete enough to be given."""

EXAMPLE_COUNT: Mapping[Length, int] = {Length.MINUTES_90: 1, Length.HALF_DAY: 1, Length.FULL_DAY: 1}
"""How many examples from other municipalities are shown, beside the client's own."""
