"""A text file is split at its blocks of TOML, and every fault is told with its line."""

import pytest

from workshop_kit.library.faults import ContentFault
from workshop_kit.library.front_matter import split_parts


def fault_in(text: str) -> tuple[int | None, str]:
    with pytest.raises(ContentFault) as caught:
        split_parts(text, "nb.md")
    assert caught.value.problem.where.file == "nb.md"
    return caught.value.problem.where.line, caught.value.problem.key


def test_each_part_has_its_front_matter_its_body_and_their_lines() -> None:
    first, second = split_parts('\n+++\nid = "A"\n+++\n# Ett\ntekst\n+++\nid = "B"\n+++\n# To\n', "nb.md")

    assert first.front.data == {"id": "A"}
    assert (first.where.line, first.front.line, first.body_line) == (2, 3, 5)
    assert first.body == "# Ett\ntekst"
    assert second.front.data == {"id": "B"}
    assert (second.where.line, second.body_line) == (7, 10)


def test_an_empty_front_matter_is_allowed() -> None:
    (part,) = split_parts("+++\n+++\n# Ett\n", "nb.md")

    assert part.front.data == {}
    assert part.body_line == 3


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("", 1, "content.no_front_matter"),
        ("# Tittel\n", 1, "content.no_front_matter"),
        ("\n\ntekst\n+++\n+++\n", 3, "content.no_front_matter"),
        ('+++\nid = "A"\n# Tittel\n', 1, "content.open_front_matter"),
        ('+++\nid = "A"\n+++\ntekst\n+++\nid = "B"\n', 5, "content.open_front_matter"),
        ('+++\nid = "A"\nvariant = up\n+++\n', 3, "content.broken_toml"),
        ('+++\nid = "A"\n+++\n\n+++\nid = "B"\nid = "C"\n+++\n', 7, "content.broken_toml"),
        ("+++\nid =\n+++\n", 2, "content.broken_toml"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, line: int, key: str) -> None:
    assert fault_in(text) == (line, key)
