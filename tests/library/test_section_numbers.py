"""Figures that a text gives its drawing are numbers, and what is not is told with file and line before anything is drawn."""

from pathlib import Path

import pytest

from tests.library.make import KNOWN, found, write_module
from workshop_kit.library.modules import read_module
from workshop_kit.library.shelf import Shelf

MODULE = """\
id = "rap"
order = 40
kind = "talk"
name = {nb = "Rapporten", nn = "Rapporten"}

[[slide]]
id = "RAP-1"
layout = "chart-and-points"
figure = "chart-bar"
minutes = 1
use = ["D"]
"""

TABLE = """\
| | Kommuner | Bedrifter |
|---|---|---|
| I stor grad | 67 | 54,5 |
| I liten grad | 0 | 12 345 |"""

NOTES = "\n## say\nSi.\n\n## do\nSpør.\n"


def chart(data: str) -> str:
    return f'+++\nid = "RAP-1"\n+++\n# Tittel\n\n## data\n{data}\n\n## unit\nprosent\n\n## points\nPunkt\n{NOTES}'


def faults(root: Path, text: str, data: str = MODULE) -> list[tuple[int | None, str]]:
    folder = write_module(root, data, text, folder="rap")
    module, problems = read_module(Shelf(root=root), folder, KNOWN)
    assert (module is None) == bool(problems)
    return [(line, key) for name, line, key in found(problems) if name == "nb.md"]


def test_a_table_of_numbers_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, chart(TABLE)) == []
    assert faults(tmp_path, chart(TABLE.replace("| 0 ", "| −3 ").replace("12 345", "1 234 567"))) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("54,5", "54.5", [(9, "wrong_number")]),
        ("| 67 |", "| 67 % |", [(9, "wrong_number")]),
        ("| 67 |", "| {andel67} |", [(9, "wrong_number")]),
        ("| 0 |", "| |", [(10, "wrong_number")]),
        ("12 345", "12 34", [(10, "wrong_number")]),
        (" 54,5 |", "", [(9, "wrong_table")]),
        ("| I stor grad | 67 | 54,5 |\n| I liten grad | 0 | 12 345 |", "", [(7, "wrong_table")]),
        ("|---|---|---|\n", "", [(7, "wrong_table")]),
        ("| | Kommuner | Bedrifter |\n|---|---|---|", "| |\n|---|", [(9, "wrong_table"), (10, "wrong_table"), (7, "wrong_table")]),
    ],
)
def test_a_table_that_cannot_be_drawn_leaves_the_slide_out(tmp_path: Path, old: str, new: str, expected: list[tuple[int, str]]) -> None:
    assert old in TABLE

    assert faults(tmp_path, chart(TABLE.replace(old, new))) == expected


@pytest.mark.parametrize("kind", ["chart-column", "chart-donut", "chart-line", "chart-stacked"])
def test_every_kind_of_chart_is_looked_at(tmp_path: Path, kind: str) -> None:
    assert faults(tmp_path, chart(TABLE.replace("67", "mange")), MODULE.replace("chart-bar", kind)) == [(9, "wrong_number")]


SHARE = MODULE.replace("chart-and-points", "big-number").replace("chart-bar", "share")
WAFFLE = MODULE.replace("chart-and-points", "canvas").replace("chart-bar", "waffle")


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("52", []),
        ("52,5", []),
        ("0", []),
        ("52 %", [(13, "wrong_number")]),
        ("halvparten", [(13, "wrong_number")]),
        ("101", [(13, "wrong_share")]),
        ("-1", [(13, "wrong_share")]),
    ],
)
def test_a_share_is_a_number_of_a_hundred(tmp_path: Path, share: str, expected: list[tuple[int, str]]) -> None:
    text = f'+++\nid = "RAP-1"\n+++\n# Tittel\n\n## number\n52\n\n## label\nav hundre\n\n## share\n{share}\n{NOTES}'

    assert faults(tmp_path, text, SHARE) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [("13 av 41", []), ("13 of 41", [(10, "wrong_count")]), ("41 av 13", [(10, "wrong_count")]), ("13", [(10, "wrong_count")])],
)
def test_a_count_is_a_number_of_a_number(tmp_path: Path, count: str, expected: list[tuple[int, str]]) -> None:
    text = f'+++\nid = "RAP-1"\n+++\n# Tittel\n\n## label\nav dem\n\n## count\n{count}\n{NOTES}'

    assert faults(tmp_path, text, WAFFLE) == expected


def test_an_empty_section_is_told_once(tmp_path: Path) -> None:
    assert faults(tmp_path, chart("")) == [(6, "missing_section")]
