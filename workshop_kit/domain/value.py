"""The base of every value: frozen, built by keyword, and strict about unknown fields."""

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen value; every subclass says `frozen=True, kw_only=True`, since msgspec does not pass the latter on.

    Changing one makes a new one: `msgspec.structs.replace(value, field=...)`.
    """
