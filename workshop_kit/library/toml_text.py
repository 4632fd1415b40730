"""TOML with line numbers: typed values out of a text, and the line of whatever was wrong in it."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar, cast

import msgspec

from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.library.faults import ContentFault

T = TypeVar("T")
Step = str | int
TomlPath = tuple[Step, ...]
"""The way to a value, such as ("slide", 2, "minutes"); the first of a list is 0."""

_LINE_IN_MESSAGE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_HEADER = re.compile(r"\s*\[(\[)?\s*([^\[\]]+?)\s*\](?:\])?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]")

_WANTED_KEYS = {
    "int": "content.wants_whole_number",
    "float": "content.wants_number",
    "str": "content.wants_text",
    "bool": "content.wants_true_or_false",
    "array": "content.wants_list",
    "object": "content.wants_table",
}


class TomlText(Value, frozen=True, kw_only=True):
    """A TOML text that starts on a line of a file (1 is the first), and what it says."""

    file: str
    line: int
    text: str
    data: Mapping[str, object]

    def where(self, path: TomlPath) -> Where:
        """Give the line of the value at a path, or of the nearest thing round it."""
        return Where(file=self.file, line=self.line + line_of(self.text, path))

    def problem(self, path: TomlPath, message_key: str, /, **values: str) -> Problem:
        """Make the problem of the value at a path."""
        return Problem(where=self.where(path), key=message_key, values=values)

    def fault(self, path: TomlPath, message_key: str, /, **values: str) -> ContentFault:
        """Make the fault of the value at a path."""
        return ContentFault(self.where(path), message_key, **values)

    def convert(self, kind: type[T], value: object, path: TomlPath = ()) -> T:
        """Give a part of the data (the one at `path`) as a typed value; raises ContentFault with its line."""
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            raise self._translated(str(error), path) from error

    def tables(self, name: str) -> tuple[object, ...]:
        """Give the entries of a list of tables, none where it is missing; raises ContentFault when it is something else."""
        found = self.data.get(name, [])
        if not isinstance(found, list):
            raise self.fault((name,), "content.wants_list", key=name)
        return tuple(cast("list[object]", found))

    def refuse_other_keys(self, *known: str) -> None:
        """Raise ContentFault when the text has a top-level key that is not among the known ones."""
        for key in self.data:
            if key not in known:
                raise self.fault((key,), "content.unknown_key", key=key)

    def _translated(self, message: str, path: TomlPath) -> ContentFault:
        """Turn msgspec's message («Expected `int`, got `str` - at `$.slide[3].minutes`») into a fault with a line."""
        reason, _, place = message.partition(" - at `")
        path += tuple(name if name else int(number) for name, number in _STEP.findall(place.rstrip("`").removeprefix("$")))
        quoted = re.findall(r"`(.+?)`", reason)
        if reason.startswith("Object contains unknown field"):
            return self.fault((*path, quoted[0]), "content.unknown_key", key=quoted[0])
        if reason.startswith("Object missing required field"):
            return self.fault(path, "content.missing_key", key=quoted[0])
        key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
        wanted = _WANTED_KEYS.get(quoted[0]) if "`, got `" in reason else None
        if wanted:
            return self.fault(path, wanted, key=key)
        if reason.startswith("Invalid enum value"):
            return self.fault(path, "content.unknown_value", key=key, value=reason.removeprefix("Invalid enum value ").strip("'"))
        return self.fault(path, "content.wrong_value", key=key, reason=reason)


def parse_toml(text: str, file: str, line: int = 1) -> TomlText:
    """Read a TOML text that starts on a line of a file; raises ContentFault with the line of what is not TOML."""
    try:
        return TomlText(file=file, line=line, text=text, data=tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        found = _LINE_IN_MESSAGE.search(reason)
        within = int(found[1]) - 1 if found and found[1] else text.count("\n")
        raise ContentFault(
            Where(file=file, line=line + within), "content.broken_toml", reason=_LINE_IN_MESSAGE.sub("", reason).strip()
        ) from error


def line_of(text: str, path: TomlPath) -> int:
    """Give the line (0 is the first) of the value at a path in a TOML text, or of the nearest thing that holds it."""
    places = _places(text)
    return next((places[path[:length]] for length in range(len(path), 0, -1) if path[:length] in places), 0)


@lru_cache(maxsize=8)
def _places(text: str) -> Mapping[TomlPath, int]:
    """Give the line of every table head and key by its path. Text in multi-line strings may be taken for a key: harmless here."""
    places: dict[TomlPath, int] = {}
    table: TomlPath = ()
    counts: dict[str, int] = {}
    for number, line in enumerate(text.split("\n")):
        if head := _HEADER.match(line):
            names = head[2]
            table = _parts(names)
            if head[1]:
                places.setdefault(table, number)
                counts[names] = counts.get(names, -1) + 1
                table = (*table, counts[names])
            places.setdefault(table, number)
        elif key := _KEY.match(line):
            places.setdefault((*table, *_parts(key[1])), number)
    return places


def _parts(dotted: str) -> TomlPath:
    """Split a dotted key, quoted parts and all."""
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
