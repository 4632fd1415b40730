"""A folder of own content is written file by file, never over others' work, and what is taken out can be put back."""

from pathlib import Path

import pytest

from workshop_kit.store.faults import StoreFault
from workshop_kit.store.own_content import TRASH, put_back, read_folder, save_folder, take_out


def test_files_are_written_and_an_empty_one_is_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "slides" / "a"
    seen = save_folder(folder, {"nb.md": "æ", "facts.toml": ""}, {})
    assert seen == {"nb.md": "æ".encode()}
    assert save_folder(folder, {"nb.md": "ø", "facts.toml": "x"}, seen) == {"nb.md": "ø".encode(), "facts.toml": b"x"}
    assert read_folder(folder, {"nb.md": "", "borte": ""}) == {"nb.md": "ø".encode()}


def test_a_file_that_is_as_it_is_to_be_is_left_alone(tmp_path: Path) -> None:
    seen = save_folder(tmp_path, {"nb.md": "a", "nn.md": "b"}, {})
    before = (tmp_path / "nb.md").stat()
    save_folder(tmp_path, {"nb.md": "a", "nn.md": "c"}, seen)
    assert (tmp_path / "nb.md").stat().st_ino == before.st_ino


def test_a_file_that_somebody_else_changed_is_not_overwritten(tmp_path: Path) -> None:
    seen = save_folder(tmp_path, {"nb.md": "a", "nn.md": "b"}, {})
    (tmp_path / "nn.md").write_text("deres", encoding="utf-8")
    with pytest.raises(StoreFault) as caught:
        save_folder(tmp_path, {"nb.md": "min", "nn.md": "min"}, seen)
    assert caught.value.key == "store.changed_elsewhere"
    assert ((tmp_path / "nb.md").read_text(), (tmp_path / "nn.md").read_text()) == ("a", "deres")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreFault):
        save_folder(tmp_path / "file" / "a", {"nb.md": "a"}, {})


def test_what_is_taken_out_lies_in_the_paper_basket_and_can_be_put_back(tmp_path: Path) -> None:
    folder = tmp_path / "slides" / "examples" / "a"
    save_folder(folder, {"nb.md": "1"}, {})
    first = take_out(folder, tmp_path)
    save_folder(folder, {"nb.md": "2"}, {})
    second = take_out(folder, tmp_path)
    assert [path.relative_to(tmp_path / TRASH / "slides" / "examples").as_posix() for path in (first, second)] == ["a", "a-2"]

    put_back(first, folder)
    assert (folder / "nb.md").read_text() == "1"
    with pytest.raises(StoreFault) as caught:
        put_back(second, folder)
    assert caught.value.key == "store.name_taken"
    with pytest.raises(StoreFault):
        take_out(tmp_path / "borte", tmp_path)
