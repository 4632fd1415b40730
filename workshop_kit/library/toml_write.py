"""Writes values as TOML, so that reading them gives the same values back."""

import re

_NEEDS_ESCAPE = re.compile(r'[\x00-\x1f\x7f"\\]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

Scalar = str | int


def toml_string(text: str) -> str:
    """Write a text between quotation marks."""
    return f'"{_NEEDS_ESCAPE.sub(_escaped, text)}"'


def toml_value(value: Scalar | tuple[Scalar, ...]) -> str:
    """Write a text, a whole number, or a list of them."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    return toml_string(value) if isinstance(value, str) else str(value)


def toml_line(key: str, value: Scalar | tuple[Scalar, ...]) -> str:
    """Write a key with its value, and the end of the line."""
    return f"{key} = {toml_value(value)}\n"


def toml_pair(key: str, nb: str, nn: str) -> str:
    """Write a text in both languages under one key."""
    return f"{key} = {{nb = {toml_string(nb)}, nn = {toml_string(nn)}}}\n"


def _escaped(found: re.Match[str]) -> str:
    return _SHORT.get(found[0], f"\\u{ord(found[0]):04X}")
