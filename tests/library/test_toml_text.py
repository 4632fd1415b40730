"""A value that TOML has wrong is named by key and line, wherever it stands."""

from typing import Annotated

import msgspec
import pytest

from tests.library.make import EXERCISE, MODULE
from workshop_kit.domain.content import Label
from workshop_kit.library.exercises import FILE
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.toml_text import line_of, parse_toml

TEXT = """\
id = "x"
inline = {a = 1, b = 2}
long = [
  1,
  2,
]
"quoted key" = 1
dotted.key = 3

[table]
one = 1

[[list]]
one = 1

[[list]]  # the second
one = 2
two = 3

[deep.er]
three = 3
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 0),
        (("id",), 0),
        (("inline", "b"), 1),
        (("long", 1), 2),
        (("quoted key",), 6),
        (("dotted", "key"), 7),
        (("table",), 9),
        (("table", "one"), 10),
        (("list", 0, "one"), 13),
        (("list", 1), 15),
        (("list", 1, "two"), 17),
        (("list", 1, "missing"), 15),
        (("deep", "er", "three"), 20),
        (("nowhere",), 0),
    ],
)
def test_a_path_leads_to_the_line_of_the_value_or_of_what_holds_it(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


@pytest.mark.parametrize(
    ("text", "line", "key", "values"),
    [
        ('[[a]]\nlabel = "x"\nhnit = "y"\n', 12, "content.unknown_key", {"key": "hnit"}),
        ('\n[[a]]\nhint = "y"\n', 11, "content.missing_key", {"key": "label"}),
        ("a = 3\n", 10, "content.wants_list", {"key": "a"}),
        ("[[a]]\nlabel = 3\n", 11, "content.wants_text", {"key": "label"}),
        ("a = [1]\n", 10, "content.wants_table", {"key": "a"}),
    ],
)
def test_what_does_not_fit_is_told_with_key_and_line(text: str, line: int, key: str, values: dict[str, str]) -> None:
    toml = parse_toml(text, FILE, 10)

    with pytest.raises(ContentFault) as caught:
        toml.convert(list[Label], toml.data["a"], ("a",))

    problem = caught.value.problem
    assert (problem.where.line, problem.key, problem.values) == (line, key, values)


def test_what_has_no_words_of_its_own_keeps_its_reason() -> None:
    toml = parse_toml("a = 3\n", FILE)

    with pytest.raises(ContentFault) as caught:
        toml.convert(Annotated[int, msgspec.Meta(le=2)], toml.data["a"], ("a",))  # pyright: ignore[reportArgumentType] (a type with a limit)

    problem = caught.value.problem
    assert (problem.where.line, problem.key, problem.values["key"]) == (1, "content.wrong_value", "a")


def test_a_list_of_tables_that_is_none_is_told() -> None:
    toml = parse_toml("a = 1\nslide = 2\n", FILE)

    with pytest.raises(ContentFault) as caught:
        toml.tables("slide")

    assert (caught.value.problem.where.line, caught.value.problem.key) == (2, "content.wants_list")
    assert toml.tables("missing") == ()


def test_a_key_that_nobody_knows_is_told() -> None:
    with pytest.raises(ContentFault) as caught:
        parse_toml("fact = []\nfakt = []\n", FILE).refuse_other_keys("fact")

    assert (caught.value.problem.where.line, caught.value.problem.values) == (2, {"key": "fakt"})


@pytest.mark.parametrize("text", [MODULE, EXERCISE])
def test_every_line_of_a_real_file_can_be_found(text: str) -> None:
    toml = parse_toml(text, FILE)

    for table in ("slide", "step"):
        for index, entry in enumerate(toml.tables(table)):
            assert isinstance(entry, dict)
            line = toml.where((table, index, "id")).line
            assert line is not None
            assert f'id = "{entry["id"]}"' in text.split("\n")[line - 1]
