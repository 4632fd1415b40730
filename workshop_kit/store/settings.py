"""Reads and writes the facilitator's settings, one JSON file in the user's configuration folder."""

import os
from pathlib import Path

import msgspec

from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.workshop import Settings
from workshop_kit.paths import own_folder, settings_file
from workshop_kit.store.atomic import read_if_there, write_whole
from workshop_kit.store.faults import StoreFault, fault_of
from workshop_kit.store.json_text import json_bytes, place_of

VARIABLE = "WORKSHOP_KIT_SETTINGS"
"""The environment variable that names another settings file."""


def settings_path() -> Path:
    """Give the settings file: the one the environment names, else the one in the user's configuration folder."""
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else settings_file()


def own_path(settings: Settings) -> Path:
    """Give the folder with the facilitator's own content; it need not exist.

    It is the one that was chosen; else, with a settings file that the environment names, one beside that file, so that
    nothing outside is read; else the one in the user's documents.
    """
    if settings.own_folder:
        return Path(settings.own_folder).expanduser()
    return settings_path().parent / own_folder().name if os.environ.get(VARIABLE) else own_folder()


def read_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Give the settings, and what was wrong: a missing file gives the defaults, and so does a broken one, with a Problem."""
    try:
        data = read_if_there(path)
        return (Settings() if data is None else _decode(data)), ()
    except msgspec.DecodeError as error:
        values = {"path": str(path), "kept": kept_path(path).name, "place": place_of(error)}
        return Settings(), (Problem(where=Where(file=str(path)), key="store.settings_broken", values=values),)
    except StoreFault as fault:
        return Settings(), (Problem(where=Where(file=str(path)), key=fault.key, values=fault.values),)


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings; a broken file that is there is first kept beside them. Raises StoreFault."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, path.parent) from error
    _keep_broken(path)
    write_whole(path, json_bytes(settings))


def kept_path(path: Path) -> Path:
    """Give the file in which a broken settings file is kept."""
    return path.with_name(path.name + ".broken")


def _keep_broken(path: Path) -> None:
    """Copy the settings file aside when it is there and cannot be read as settings."""
    data = read_if_there(path)
    if data is None:
        return
    try:
        _decode(data)
    except msgspec.DecodeError:
        write_whole(kept_path(path), data)


def _decode(data: bytes) -> Settings:
    """Read settings; a byte order mark, which some editors write, is no fault. Raises msgspec.DecodeError."""
    return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=Settings)
