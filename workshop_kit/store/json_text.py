"""JSON as the program writes it for people to read and compare: indented, in UTF-8, with a newline at the end."""

import msgspec


def json_bytes(value: object) -> bytes:
    """Give a value as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def place_of(error: msgspec.DecodeError) -> str:
    """Give the place in a file that a decoding error names ("$.minutes"), or "$" for the whole of it."""
    _, found, place = str(error).partition(" - at `")
    return place.rstrip("`") if found else "$"
