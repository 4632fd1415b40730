"""The facilitator's own templates of a day, one JSON file each in the user's configuration folder."""

import contextlib
from datetime import time
from pathlib import Path

import msgspec

from workshop_kit.domain.agenda import Length
from workshop_kit.domain.by_hand import DayPart
from workshop_kit.domain.plain_letters import fold
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.store.atomic import read_whole, write_whole
from workshop_kit.store.faults import StoreFault, fault_of
from workshop_kit.store.json_text import json_bytes, place_of

SUFFIX = ".json"


class DayTemplate(Value, frozen=True, kw_only=True):
    """A day to use again: its name, how long and from when it was, and its parts."""

    name: str
    length: Length
    target_minutes: int | None = None
    start: time = time(9, 0)
    day: tuple[DayPart, ...]


def list_templates(folder: Path) -> tuple[tuple[DayTemplate, ...], tuple[Problem, ...]]:
    """Give the templates by name, and a Problem for each file that cannot be read."""
    found: list[DayTemplate] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        try:
            found.append(msgspec.json.decode(read_whole(path), type=DayTemplate))
        except StoreFault as fault:
            problems.append(fault.problem)
        except msgspec.DecodeError as error:
            where = Where(file=str(path))
            problems.append(Problem(where=where, key="store.template_broken", values={"path": str(path), "place": place_of(error)}))
    return tuple(sorted(found, key=lambda template: template.name.casefold())), tuple(problems)


def save_template(folder: Path, template: DayTemplate) -> Path:
    """Write a template, in the place of one of the same name, and give its file. Raises StoreFault."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, folder) from error
    path = _path_for(folder, template.name)
    write_whole(path, json_bytes(template))
    return path


def remove_template(folder: Path, name: str) -> None:
    """Set a template aside, as a file the program passes by: nothing is deleted. Raises StoreFault."""
    path = _path_for(folder, name)
    try:
        path.rename(path.with_name(f"{path.name}.removed"))
    except FileNotFoundError:
        return
    except OSError as error:
        raise fault_of(error, path) from error


def _path_for(folder: Path, name: str) -> Path:
    """Give the file of the template of a name, else one that is free."""
    stem = fold(name)[:60].strip("-") or "mal"
    for number in range(1, 1000):
        path = folder / (f"{stem}{SUFFIX}" if number == 1 else f"{stem}-{number}{SUFFIX}")
        if not path.exists():
            return path
        with contextlib.suppress(StoreFault, msgspec.DecodeError):
            if msgspec.json.decode(read_whole(path), type=DayTemplate).name == name:
                return path
    return folder / f"{stem}{SUFFIX}"
