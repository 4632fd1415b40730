"""Where a pack is made, and what is left out, is remembered beside the workshop."""

from pathlib import Path

import pytest

from workshop_kit.store.faults import StoreFault
from workshop_kit.store.pack_choice import NAME, PackChoice, read_choice, write_choice


def test_a_choice_is_remembered(tmp_path: Path) -> None:
    choice = PackChoice(folder="/minnepinne", left_out=("glossary", "sheet-F1"))
    write_choice(tmp_path, choice)

    assert read_choice(tmp_path) == choice


@pytest.mark.parametrize("text", [None, "", "{", '{"folder": 3}'])
def test_no_choice_or_a_broken_one_is_the_usual(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / NAME).write_text(text, encoding="utf-8")

    assert read_choice(tmp_path) == PackChoice()


def test_the_file_is_hidden_so_that_it_is_not_exported() -> None:
    assert NAME.startswith(".")


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreFault):
        write_choice(tmp_path / "borte", PackChoice())
