"""Reads and writes one client's document, `<name>.workshop`: JSON with its format's number first."""

import re
from collections.abc import Callable, Mapping
from datetime import time
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import msgspec

from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.atomic import read_if_there, read_whole, write_whole
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.json_text import json_bytes, place_of

FORMAT = 3
SUFFIX = ".workshop"

Document = dict[str, Any]
"""A document as JSON has it, before its fields are checked: hence Any."""


def _with_tailoring(document: Document) -> Document:
    """Format 2 adds what the facilitator chooses for the client; a document without it chose nothing."""
    return document


def _with_handwork(document: Document) -> Document:
    """Format 3 adds what is done by hand in the windows: the day's parts, moved slides, words, copies; without it nothing was."""
    return document


UPGRADES: Mapping[int, Callable[[Document], Document]] = MappingProxyType({1: _with_tailoring, 2: _with_handwork})
"""For each past format the step that makes a document of the next one; a kept file of each is in tests/documents/."""

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\Z")


class _Marked(msgspec.Struct, frozen=True):
    """The one field that every format has."""

    format: int


def open_workshop(path: Path) -> tuple[Workshop, tuple[Problem, ...]]:
    """Give a document's workshop and keep a copy of it as it was, `<name>.workshop.bak`.

    Raises StoreFault when it cannot be read, is broken, or was made by a newer program. That the copy could not be made
    is only a Problem.
    """
    data = read_whole(path)
    workshop = _workshop(path, data)
    try:
        write_whole(backup_path(path), data)
    except StoreFault as fault:
        problem = Problem(where=Where(file=str(fault.path)), key="store.no_backup", values=fault.values)
        return workshop, (problem,)
    return workshop, ()


def read_workshop(path: Path) -> Workshop:
    """Give a document's workshop without opening it for work, as a list of clients does; raises StoreFault."""
    return _workshop(path, read_whole(path))


def save_workshop(path: Path, workshop: Workshop) -> None:
    """Write a document, whole or not at all; raises StoreFault. One made by a newer program is never overwritten."""
    before = read_if_there(path)
    if before is not None:
        _refuse_newer(path, before)
    write_whole(path, document_bytes(workshop))


def document_bytes(workshop: Workshop) -> bytes:
    """Give a workshop's document as it is written."""
    return json_bytes({"format": FORMAT, **_to_document(workshop)})


def backup_path(path: Path) -> Path:
    """Give the file that holds a document as it was when it was last opened."""
    return path.with_name(path.name + ".bak")


def upgraded(document: Document, steps: Mapping[int, Callable[[Document], Document]], newest: int) -> Document:
    """Take a document through the steps from its format to the newest; KeyError when a step is missing."""
    for number in range(document["format"], newest):
        document = {**steps[number](document), "format": number + 1}
    return document


def _workshop(path: Path, data: bytes) -> Workshop:
    """Read a document of any format so far; raises StoreFault."""
    _refuse_newer(path, data)
    try:
        found = upgraded(msgspec.json.decode(data, type=Document), UPGRADES, FORMAT)
        return _from_document({key: value for key, value in found.items() if key != "format"})
    except (msgspec.DecodeError, KeyError, TypeError) as error:
        place = place_of(error) if isinstance(error, msgspec.DecodeError) else "$.format"
        values = {"place": place, "backup": backup_path(path).name}
        key = "store.document_broken_with_backup" if backup_path(path).exists() else "store.document_broken"
        raise StoreFault(path, key, values) from error


def _refuse_newer(path: Path, data: bytes) -> None:
    """Raise StoreFault for a document whose format is newer than this program knows."""
    try:
        number = msgspec.json.decode(data, type=_Marked).format
    except msgspec.DecodeError:
        return
    if number > FORMAT:
        raise StoreFault(path, "store.newer_format", {"format": str(number), "known": str(FORMAT)})


def _to_document(workshop: Workshop) -> Document:
    """Give a workshop as JSON has it; clock times are HH:MM."""
    raw = msgspec.to_builtins(workshop, builtin_types=(time,))
    return cast("Document", _each(raw, lambda value: value.strftime("%H:%M") if isinstance(value, time) else value))


def _each(value: Any, change: Callable[[Any], Any]) -> Any:
    """Change every single value of a document; Any, as a document's fields are not checked here."""
    if isinstance(value, dict):
        return {key: _each(each, change) for key, each in cast("Document", value).items()}
    if isinstance(value, list | tuple):
        return [_each(each, change) for each in cast("list[Any]", value)]
    return change(value)


def _from_document(document: Document) -> Workshop:
    """Make a workshop of JSON; raises msgspec.ValidationError with the place of what is wrong."""
    changed = {**document}
    if document.get("start") is not None:
        changed["start"] = _clock(document["start"], "$.start")
    day = document.get("day")
    if isinstance(day, list):
        changed["day"] = [_with_clock(part, f"$.day[{number}].at") for number, part in enumerate(cast("list[Any]", day))]
    return msgspec.convert(changed, Workshop, builtin_types=(time,))


def _with_clock(part: Any, place: str) -> Any:
    """Give a part of the day with its clock time, where it has one; Any, since it is checked only after this."""
    if not isinstance(part, dict) or cast("Document", part).get("at") is None:
        return cast("Any", part)
    return {**cast("Document", part), "at": _clock(cast("Document", part)["at"], place)}


def _clock(given: object, place: str) -> time:
    """Read a clock time; raises msgspec.ValidationError with its place."""
    found = _CLOCK.match(given) if isinstance(given, str) else None
    if found is None:
        raise msgspec.ValidationError(f"Expected `HH:MM` - at `{place}`")
    return time(int(found[1]), int(found[2]))
