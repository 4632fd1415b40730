"""Tests of the files of pins: they pin everything, agree with each other, and name packages only."""

import re
import tomllib
from pathlib import Path

import pytest

import kit

PROJECT = Path(kit.__file__).parent
PIN = re.compile(r"([A-Za-z0-9._-]+)==[A-Za-z0-9.]+( ; .+)?")


@pytest.mark.parametrize("name", [kit.RUNTIME_PINS, kit.DEVELOPMENT_PINS])
def test_every_line_is_a_pin_and_nothing_else(name: str) -> None:
    for line in (PROJECT / name).read_text(encoding="utf-8").splitlines():
        assert PIN.fullmatch(line), line


def test_the_development_pins_hold_every_runtime_pin() -> None:
    runtime, development = (
        set((PROJECT / name).read_text(encoding="utf-8").splitlines()) for name in (kit.RUNTIME_PINS, kit.DEVELOPMENT_PINS)
    )
    assert runtime < development


def test_every_dependency_of_the_project_is_pinned() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {line.partition("==")[0] for line in (PROJECT / kit.DEVELOPMENT_PINS).read_text(encoding="utf-8").splitlines()}
    for requirement in (*project["dependencies"], *project["optional-dependencies"]["dev"]):
        name = re.split(r"[\[<>=]", requirement)[0].lower().replace("_", "-")
        assert name in pinned, requirement
