"""The glossary is read in Norwegian order, and a word that lacks a language or comes twice is told with its line."""

from pathlib import Path

import pytest

from tests.library.make import found, write
from workshop_kit.domain.content import Term
from workshop_kit.library.glossary import read_glossary
from workshop_kit.library.load import load_library
from workshop_kit.library.shelf import Shelf

GLOSSARY = """\
[[term]]
nb = "øvelse"
nn = "øving"
en = "exercise"

[[term]]
nb = "ærlighet"
nn = "ærlegdom"
en = "honesty"

[[term]]
nb = "zoologi"
nn = "zoologi"
en = "zoology"
"""


def glossary(root: Path, text: str) -> tuple[list[str], list[tuple[str, int | None, str]]]:
    write(root / "assets" / "data" / "glossary.toml", text)
    terms, problems = read_glossary(Shelf(root=root))
    return [term.nb for term in terms], found(problems)


def test_words_come_in_the_order_of_the_norwegian_alphabet(tmp_path: Path) -> None:
    assert glossary(tmp_path, GLOSSARY) == (["zoologi", "ærlighet", "øvelse"], [])


def test_a_shelf_need_not_have_a_glossary(tmp_path: Path) -> None:
    assert read_glossary(Shelf(root=tmp_path)) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('en = "honesty"', 'en = " "', 9, "missing_key"),
        ('en = "honesty"\n', "", 6, "missing_key"),
        ('en = "honesty"', 'en = "honesty"\nfr = "x"', 10, "unknown_key"),
        ('nn = "ærlegdom"', "nn = 3", 8, "wants_text"),
        ('nb = "ærlighet"', 'nb = "øvelse"', 6, "duplicate_id"),
    ],
)
def test_a_broken_word_is_left_out_and_the_others_stay(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert glossary(tmp_path, GLOSSARY.replace(old, new)) == (["zoologi", "øvelse"], [("glossary.toml", line, key)])


@pytest.mark.parametrize(
    ("text", "line", "key"), [("[[term]\n", 1, "broken_toml"), ("\n[[word]]\n", 2, "unknown_key"), ("term = 1\n", 1, "wants_list")]
)
def test_a_broken_glossary_gives_no_words(tmp_path: Path, text: str, line: int, key: str) -> None:
    assert glossary(tmp_path, text) == ([], [("glossary.toml", line, key)])


def test_the_shipped_library_has_a_glossary() -> None:
    library, _ = load_library()

    assert len(library.terms) >= 60
    assert Term(nb="samskaping", nn="samskaping", en="co-creation") in library.terms
