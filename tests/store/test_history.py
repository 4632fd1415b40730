"""The last versions of a document are kept in the order they came, whatever the clock says, and never hinder saving."""

import errno
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.store.own import HVALER, assert_is_told, contents, fault_of, made, raising
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.document import save_workshop
from workshop_kit.store.history import MOST_VERSIONS, history_of, list_versions, move_history, read_version, remember
from workshop_kit.store.workshops import rename_workshop


def numbered(number: int) -> Workshop:
    return replace(HVALER, place=f"Rom {number}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workshop's document."""
    return made(tmp_path / "root")


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history folder that is not made yet."""
    return tmp_path / "data" / "history"


def keep(path: Path, history: Path, *numbers: int) -> None:
    for number in numbers:
        save_workshop(path, numbered(number))
        assert remember(path, history) is None


def rooms(path: Path, history: Path) -> list[str]:
    return [read_version(version).place for version in list_versions(path, history)]


def test_versions_are_listed_the_newest_first_with_number_time_and_size(path: Path, history: Path) -> None:
    keep(path, history, 1, 2)

    newest, oldest = list_versions(path, history)

    assert read_version(newest) == numbered(2)
    assert read_version(oldest) == numbered(1)
    assert (newest.number, oldest.number) == (2, 1)
    assert newest.size == len(path.read_bytes())
    assert newest.saved == newest.path.stat().st_mtime


def test_the_same_is_not_kept_twice_in_a_row_but_again_later(path: Path, history: Path) -> None:
    keep(path, history, 1, 1, 2, 2, 1)

    assert rooms(path, history) == ["Rom 1", "Rom 2", "Rom 1"]


def test_the_last_fifty_are_kept(path: Path, history: Path) -> None:
    keep(path, history, *range(MOST_VERSIONS + 5))

    assert rooms(path, history) == [f"Rom {number}" for number in range(MOST_VERSIONS + 4, 4, -1)]


def test_a_clock_that_is_set_back_does_not_change_the_order_or_what_is_kept(path: Path, history: Path) -> None:
    keep(path, history, *range(MOST_VERSIONS))
    for version in list_versions(path, history):
        os.utime(version.path, (4_000_000_000, 4_000_000_000))

    keep(path, history, 100, 101)

    assert rooms(path, history)[:3] == ["Rom 101", "Rom 100", f"Rom {MOST_VERSIONS - 1}"]
    assert len(rooms(path, history)) == MOST_VERSIONS


def test_two_documents_of_the_same_name_have_a_history_each(path: Path, history: Path, tmp_path: Path) -> None:
    other = made(tmp_path / "other")
    keep(path, history, 1)
    keep(other, history, 2)

    assert rooms(path, history) == ["Rom 1"]
    assert rooms(other, history) == ["Rom 2"]


def test_a_document_that_is_not_there_has_no_versions_and_nothing_is_made(tmp_path: Path, history: Path) -> None:
    assert remember(tmp_path / "gone.workshop", history) is None
    assert list_versions(tmp_path / "gone.workshop", history) == ()
    assert not history.exists()


@pytest.mark.parametrize(("number", "key"), [(errno.ENOSPC, "fsync"), (errno.EROFS, "open")])
def test_a_history_that_cannot_be_written_is_a_problem(
    path: Path, history: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str
) -> None:
    keep(path, history, 1)
    save_workshop(path, numbered(2))
    monkeypatch.setattr(os, key, raising(number))

    problem = remember(path, history)

    assert problem is not None
    assert problem.key == "store.no_history"
    assert problem.values["path"].startswith(str(history))
    assert_is_told(problem.key, problem.values)
    monkeypatch.undo()
    assert rooms(path, history) == ["Rom 1"]


def test_a_history_folder_that_cannot_be_made_or_read_is_a_problem(
    path: Path, history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    problem = remember(path, history)
    assert problem is not None
    assert problem.key == "store.no_history"
    assert list_versions(path, history) == ()

    (tmp_path / "data").unlink()
    keep(path, history, 1)
    monkeypatch.setattr(Path, "iterdir", raising(errno.EACCES))
    assert remember(path, history) is not None
    assert list_versions(path, history) == ()


def test_a_version_that_is_gone_or_broken_is_told(path: Path, history: Path) -> None:
    keep(path, history, 1, 2)
    newest, oldest = list_versions(path, history)
    newest.path.unlink()
    oldest.path.write_bytes(b"{")

    assert fault_of(lambda: read_version(newest)).key == "store.not_found"
    assert fault_of(lambda: read_version(oldest)).key == "store.document_broken"


def test_a_folder_that_was_moved_by_hand_finds_its_history_again(path: Path, history: Path, tmp_path: Path) -> None:
    other = made(tmp_path / "root", "0301-oslo")
    keep(path, history, 1, 2)
    keep(other, history, 2)
    lost = made(tmp_path / "root", "0001-borte")
    keep(lost, history, 9)
    lost.unlink()
    moved = tmp_path / "elsewhere" / path.name
    path.parent.rename(moved.parent)

    assert rooms(moved, history) == ["Rom 2", "Rom 1"]
    assert rooms(other, history) == ["Rom 2"]
    keep(moved, history, 3)
    assert rooms(moved, history) == ["Rom 3", "Rom 2", "Rom 1"]


def test_a_copy_beside_the_first_does_not_take_its_history(path: Path, history: Path, tmp_path: Path) -> None:
    keep(path, history, 1)
    copy = tmp_path / "copy.workshop"
    copy.write_bytes(path.read_bytes())

    assert rooms(copy, history) == []
    assert rooms(path, history) == ["Rom 1"]


def test_a_folder_without_its_note_is_nobodys(path: Path, history: Path, tmp_path: Path) -> None:
    keep(path, history, 1)
    (history_of(path, history) / "dokument.txt").unlink()
    path.rename(tmp_path / "moved.workshop")

    assert rooms(tmp_path / "moved.workshop", history) == []


def test_history_follows_a_rename_and_never_takes_anothers_place(path: Path, history: Path, tmp_path: Path) -> None:
    keep(path, history, 1, 2)
    renamed = rename_workshop(path, "annet navn", history)
    assert rooms(renamed, history) == ["Rom 2", "Rom 1"]

    other = made(tmp_path / "root", "0301-oslo")
    keep(other, history, 7)
    before = contents(history)
    move_history(renamed, other, history)
    assert contents(history) == before


def test_half_written_versions_of_a_killed_run_are_removed_later_and_are_no_versions(path: Path, history: Path) -> None:
    keep(path, history, 1)
    old, young = (history_of(path, history) / f".000002-0.workshop.saving-{number}-0" for number in (1, 2))
    for half in (old, young):
        half.write_bytes(b"half")
    os.utime(old, (0, 0))

    keep(path, history, 2)

    assert (old.exists(), young.exists()) == (False, True)
    assert rooms(path, history) == ["Rom 2", "Rom 1"]
