"""Saving never overwrites what somebody else wrote unseen, keeps every version, and a broken document comes back."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.store.own import HEROY, HVALER, assert_is_told, fault_of, fill_disk, made, names, protect_disk
from workshop_kit.store.document import FORMAT, open_workshop, read_workshop, save_workshop
from workshop_kit.store.history import list_versions, read_version
from workshop_kit.store.saving import put_aside, recover_workshop, save_version
from workshop_kit.store.seen import changed_since, see, seen_as

MINE, THEIRS = replace(HVALER, place="Mitt"), replace(HVALER, place="Deres")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workshop's document."""
    return made(tmp_path / "root")


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history folder."""
    return tmp_path / "history"


def places(path: Path, history: Path) -> list[str]:
    return [read_version(version).place for version in list_versions(path, history)]


def test_what_was_there_and_what_is_written_are_both_kept(path: Path, history: Path) -> None:
    saved = save_version(path, MINE, history)

    assert read_workshop(path) == MINE
    assert saved.problems == ()
    assert saved.seen == see(path)
    assert places(path, history) == ["Mitt", "Rådhuset"]


def test_saving_on_and_on_asks_only_for_what_oneself_wrote(path: Path, history: Path) -> None:
    seen = see(path)
    for number in range(5):
        seen = save_version(path, replace(MINE, place=str(number)), history, seen).seen

    assert places(path, history) == ["4", "3", "2", "1", "0", "Rådhuset"]


def test_what_another_window_or_a_sync_client_wrote_is_not_overwritten_unseen(path: Path, history: Path) -> None:
    seen = see(path)
    save_workshop(path, THEIRS)

    fault = fault_of(lambda: save_version(path, MINE, history, seen))

    assert (fault.key, fault.path) == ("store.changed_elsewhere", path)
    assert read_workshop(path) == THEIRS
    save_version(path, MINE, history)
    assert read_workshop(path) == MINE
    assert places(path, history) == ["Mitt", "Deres"]


def test_a_document_that_somebody_removed_is_written_again(path: Path, history: Path) -> None:
    seen = see(path)
    path.unlink()

    save_version(path, MINE, history, seen)

    assert read_workshop(path) == MINE


def test_a_history_that_fails_is_one_problem_and_the_document_is_saved(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    saved = save_version(path, MINE, tmp_path / "file" / "history")

    assert read_workshop(path) == MINE
    (problem,) = saved.problems
    assert problem.key == "store.no_history"
    assert_is_told(problem.key, problem.values)


@pytest.mark.parametrize(("spoil", "key"), [(fill_disk, "store.no_space"), (protect_disk, "store.read_only")])
def test_a_full_or_read_only_disk_is_told_and_the_earlier_document_stays(
    path: Path, history: Path, monkeypatch: pytest.MonkeyPatch, spoil: object, key: str
) -> None:
    before = path.read_bytes()
    assert callable(spoil)
    spoil(monkeypatch)

    assert fault_of(lambda: save_version(path, MINE, history, see(path))).key == key

    monkeypatch.undo()
    assert path.read_bytes() == before
    assert save_version(path, MINE, history).problems == ()


def test_a_drive_that_went_away_is_told_and_saving_works_when_it_is_back(path: Path, history: Path, tmp_path: Path) -> None:
    seen = see(path)
    away = tmp_path / "away"
    path.parent.parent.rename(away)

    assert fault_of(lambda: save_version(path, MINE, history, seen)).key == "store.not_found"
    assert not path.parent.parent.exists()

    away.rename(path.parent.parent)
    save_version(path, MINE, history, seen)
    assert read_workshop(path) == MINE


def test_a_newer_document_is_never_overwritten(path: Path, history: Path) -> None:
    text = f'{{"format": {FORMAT + 1}}}'
    path.write_text(text, encoding="utf-8")

    assert fault_of(lambda: save_version(path, MINE, history)).key == "store.newer_format"
    assert fault_of(lambda: recover_workshop(path, history)).key == "store.newer_format"
    assert path.read_text(encoding="utf-8") == text


def test_a_clock_that_is_set_back_hides_no_change_and_invents_none(path: Path) -> None:
    seen = see(path)
    os.utime(path, (0, 0))
    assert not changed_since(path, seen)

    size = path.stat().st_size
    path.write_bytes(path.read_bytes().replace("Rådhuset".encode(), b"Radhuset!"))
    os.utime(path, (0, 0))
    assert path.stat().st_size == size
    assert changed_since(path, seen)


def test_a_longer_a_missing_and_an_unreadable_document(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = see(path)
    save_workshop(path, replace(HVALER, place="Et mye lengre sted"))
    assert changed_since(path, seen)
    assert changed_since(path.with_name("gone.workshop"), seen)
    seen = see(path)

    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    def gone(_: Path) -> bytes:
        raise FileNotFoundError(2, "No such file")

    def refused_to_look(_: Path, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert not changed_since(path, seen)
    monkeypatch.setattr(Path, "read_bytes", gone)
    assert changed_since(path, seen)
    monkeypatch.setattr(Path, "stat", refused_to_look)
    assert not changed_since(path, seen)
    assert seen_as(b"a") != seen_as(b"b")


def test_a_broken_document_comes_back_from_its_newest_whole_version_and_is_kept_itself(path: Path, history: Path) -> None:
    save_version(path, THEIRS, history)
    save_version(path, MINE, history)
    list_versions(path, history)[0].path.write_bytes(b"{")

    for kept in ("3110-hvaler.workshop.broken", "3110-hvaler.workshop.broken-2"):
        path.write_bytes(b'{"half')
        assert recover_workshop(path, history) == THEIRS
        assert read_workshop(path) == THEIRS
        assert path.with_name(kept).read_bytes() == b'{"half'


def test_a_missing_document_comes_back_and_a_whole_one_is_left_alone(path: Path, history: Path) -> None:
    save_version(path, MINE, history)
    assert recover_workshop(path, history) == MINE
    path.unlink()

    assert recover_workshop(path, history) == MINE
    assert names(path.parent) == [path.name]


def test_without_a_history_the_copy_from_the_last_opening_is_used(path: Path, history: Path) -> None:
    open_workshop(path)
    path.write_bytes(b"")

    assert recover_workshop(path, history) == HVALER


def test_when_nothing_is_whole_the_documents_own_fault_is_told_and_it_is_left(path: Path, history: Path) -> None:
    path.write_bytes(b"{")

    assert fault_of(lambda: recover_workshop(path, history)).key == "store.document_broken"
    assert path.read_bytes() == b"{"
    assert fault_of(lambda: recover_workshop(path.with_name("gone.workshop"), history)).key == "store.not_found"


def test_saving_over_a_broken_document_keeps_its_bytes_as_a_version(path: Path, history: Path) -> None:
    path.write_bytes(b'{"half')

    save_version(path, HEROY, history)

    assert list_versions(path, history)[1].path.read_bytes() == b'{"half'


def test_what_is_not_written_is_put_aside_as_an_older_version_than_the_document(path: Path, history: Path) -> None:
    put_aside(path, MINE, history)

    assert read_workshop(path) == HVALER
    assert places(path, history) == ["Rådhuset", "Mitt"]


def test_what_cannot_be_put_aside_is_told(path: Path, history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill_disk(monkeypatch)

    assert fault_of(lambda: put_aside(path, MINE, history)).key == "store.no_space"
