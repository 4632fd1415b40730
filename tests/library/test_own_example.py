"""The client's own example is read from one file, and each fault in it is told with file and line."""

from pathlib import Path

import pytest

from tests.library.make import write
from workshop_kit.domain.workshop import OwnExample
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.own_example import read_own_example

EXAMPLE = """\
title = "Vi åpnet biblioteket om kvelden"
need = "Ungdommen manglet et sted å være."
did = "Holdt åpent to kvelder i uka."
result = "30 kom den første kvelden."
learn = "Spør dem det gjelder."
year = 2025
"""


def fault(path: Path) -> tuple[str, int | None, str]:
    with pytest.raises(ContentFault) as caught:
        read_own_example(path)
    problem = caught.value.problem
    return problem.where.file, problem.where.line, problem.key.removeprefix("content.")


def test_an_example_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert read_own_example(write(tmp_path / "mitt.toml", EXAMPLE)) == OwnExample(
        title="Vi åpnet biblioteket om kvelden",
        need="Ungdommen manglet et sted å være.",
        did="Holdt åpent to kvelder i uka.",
        result="30 kom den første kvelden.",
        learn="Spør dem det gjelder.",
        year=2025,
    )


def test_an_example_may_be_undated(tmp_path: Path) -> None:
    assert read_own_example(write(tmp_path / "mitt.toml", EXAMPLE.replace("year = 2025\n", ""))).year == 0


def test_line_breaks_and_marks_that_cannot_be_printed_become_spaces(tmp_path: Path) -> None:
    text = EXAMPLE.replace('"Spør dem det gjelder."', '"""\nSpør dem\n  det\\u0007gjelder,\\u00a0alle.\n"""')
    assert read_own_example(write(tmp_path / "mitt.toml", text)).learn == "Spør dem det gjelder,\u00a0alle."


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('title = "Vi', "title = Vi", 1, "broken_toml"),
        ('did = "Holdt åpent to kvelder i uka."\n', "", 1, "missing_key"),
        ("year =", "yeer =", 6, "unknown_key"),
        ('"Ungdommen manglet et sted å være."', '" "', 2, "empty_text"),
        ('"30 kom den første kvelden."', "30", 4, "wants_text"),
        ("2025", '"2025"', 6, "wants_whole_number"),
        ("2025", "25", 6, "not_a_year"),
        ("2025", "20255", 6, "not_a_year"),
        ("2025", "-2025", 6, "not_a_year"),
    ],
)
def test_a_fault_is_told_by_file_and_line(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert old in EXAMPLE
    path = write(tmp_path / "mitt.toml", EXAMPLE.replace(old, new, 1))
    assert fault(path) == (str(path), line, key)


def test_a_file_that_is_not_there_or_cannot_be_read_is_told(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes('title = "å"'.encode("latin-1"))

    assert fault(tmp_path / "borte.toml") == (str(tmp_path / "borte.toml"), None, "own_example_missing")
    assert fault(tmp_path) == (str(tmp_path), None, "file_unreadable")
    assert fault(latin) == (str(latin), 1, "not_utf8")
