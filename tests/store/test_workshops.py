"""Workshops are made, duplicated, put away, renamed and removed without one byte of another being lost."""

import errno
import os
from datetime import date, time
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.store.own import HEROY, HVALER, contents, fault_of, fill_disk, made, names, protect_disk, raising
from workshop_kit.domain.agenda import BlockKind, Length
from workshop_kit.domain.by_hand import Copies, DayPart, MovedSlide, OwnSlide, OwnSlideLayout, SlideEdit
from workshop_kit.domain.workshop import OwnExample, OwnGoal, ParticipantRole
from workshop_kit.paths import history_folder, workshops_folder
from workshop_kit.store.document import backup_path, open_workshop, read_workshop
from workshop_kit.store.history import list_versions
from workshop_kit.store.listing import list_workshops
from workshop_kit.store.saving import save_version
from workshop_kit.store.workshop_folder import REMOVED, folder_name, temporary_folder
from workshop_kit.store.workshops import (
    create_workshop,
    duplicate_workshop,
    remove_workshop,
    rename_workshop,
    restore_workshop,
    set_archived,
)

TOLD = replace(
    HVALER,
    length=Length.FULL_DAY,
    target_minutes=300,
    date=date(2027, 1, 14),
    start=time(8, 30),
    facilitator="Kari Nordmann",
    contact="Tlf. 00 00 00 00",
    goals=(3, 11),
    themes=("energi",),
    roles=(ParticipantRole.TEAM_LEAD,),
    own_goals=(OwnGoal(year=2024, text="Mål for Hvaler"),),
    own_example=OwnExample(title="Hvaler", need="a", did="b", result="c", learn="d"),
    examples=("hvaler-skjaergard",),
    pinned=("TAL-2",),
    dropped=("F5",),
    hidden=("BEG-3",),
    moved=(MovedSlide(slide="BEG-2", after="SAM-2"), MovedSlide(slide="EGEN-1", after="SAM-2")),
    edits=(SlideEdit(slide="BEG-2", title="En by for Hvaler"),),
    own_slides=(OwnSlide(id="EGEN-1", module="sam", layout=OwnSlideLayout.STATEMENT, title="Hvaler først"),),
    day=(DayPart(id="vel", kind=BlockKind.OPENING, minutes=7), DayPart(id="own-1", kind=BlockKind.TALK, minutes=5, title="Hilsen")),
    group_size=5,
    copies=(Copies(sheet="F5", count=3),),
    logo="hvaler.png",
    done=("prints",),
)


def untouched_by(root: Path, call: object) -> None:
    """A call that fails leaves every file as it was; it is called by the caller."""
    assert callable(call)
    before = contents(root)
    fault_of(call)
    assert contents(root) == before


def test_the_folders_are_the_users_own() -> None:
    assert workshops_folder().name == "Workshop Kit"
    assert history_folder().name == "history"
    assert workshops_folder() != history_folder()


def test_a_workshop_has_a_folder_and_a_document_in_plain_letters_and_never_takes_anothers_place(tmp_path: Path) -> None:
    found = [create_workshop(tmp_path, HVALER, "1515-Herøy") for _ in range(3)]

    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "1515-heroy/1515-heroy.workshop",
        "1515-heroy-2/1515-heroy-2.workshop",
        "1515-heroy-3/1515-heroy-3.workshop",
    ]
    assert all(read_workshop(path) == HVALER for path in found)


@pytest.mark.parametrize(
    ("name", "plain"), [("Nore og Uvdal", "nore-og-uvdal"), ("../../x", "x"), ("", "workshop"), ("«»", "workshop"), ("å" * 90, "a" * 60)]
)
def test_every_name_becomes_a_safe_one(name: str, plain: str) -> None:
    assert folder_name(name) == plain


def test_a_name_that_a_file_or_a_dead_link_has_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine", encoding="utf-8")
    (tmp_path / "a-2").symlink_to(tmp_path / "nowhere")

    assert made(tmp_path, "a").parent.name == "a-3"
    assert (tmp_path / "a").read_text(encoding="utf-8") == "mine"


def test_a_name_that_somebody_takes_meanwhile_is_passed_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = Path.rename, iter([True])

    def rename(folder: Path, target: Path) -> Path:
        return raising(errno.ENOTEMPTY)() if next(calls, False) else real(folder, target)

    monkeypatch.setattr(Path, "rename", rename)

    assert made(tmp_path).parent.name == "3110-hvaler-2"


def test_making_on_a_full_disk_a_read_only_one_and_a_missing_drive_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    for spoil, key in ((fill_disk, "store.no_space"), (protect_disk, "store.read_only")):
        with pytest.MonkeyPatch.context() as patch:
            spoil(patch)
            assert fault_of(lambda: made(root)).key == key
        assert names(root) == []

    assert fault_of(lambda: made(tmp_path / "gone" / "root")).key == "store.not_found"
    assert names(tmp_path) == ["root"]


def test_what_a_killed_run_left_half_made_is_removed_later(tmp_path: Path) -> None:
    old, young = tmp_path / ".lages-1-0", tmp_path / ".lages-2-0"
    for folder in (old, young):
        folder.mkdir()
    os.utime(old, (0, 0))

    made(tmp_path)

    assert names(tmp_path) == [".lages-2-0", "3110-hvaler"]


def test_a_duplicate_is_held_as_the_earlier_one_and_says_nothing_about_its_client(tmp_path: Path) -> None:
    first = made(tmp_path, workshop=TOLD)
    (first.parent / "media").mkdir()
    (first.parent / "media" / "gruppe.jpg").write_bytes(b"picture")
    before = contents(first.parent)

    second = duplicate_workshop(first, replace(HEROY, date=date(2027, 3, 1), place="Kulturhuset"), "1515-heroy")

    assert read_workshop(second) == replace(
        HEROY,
        date=date(2027, 3, 1),
        place="Kulturhuset",
        length=Length.FULL_DAY,
        target_minutes=300,
        start=time(8, 30),
        facilitator="Kari Nordmann",
        contact="Tlf. 00 00 00 00",
        roles=(ParticipantRole.TEAM_LEAD,),
        pinned=("TAL-2",),
        dropped=("F5",),
        hidden=("BEG-3",),
        moved=(MovedSlide(slide="BEG-2", after="SAM-2"),),
        day=TOLD.day,
        group_size=5,
    )
    assert names(second.parent) == ["1515-heroy.workshop"]
    assert b"Hvaler" not in second.read_bytes()
    assert contents(first.parent) == before


def test_a_duplicate_may_come_under_another_root_and_of_a_broken_one_there_is_none(tmp_path: Path) -> None:
    first = made(tmp_path / "a")
    assert duplicate_workshop(first, HEROY, "x", tmp_path / "b") == tmp_path / "b" / "x" / "x.workshop"

    first.write_bytes(b"{")
    untouched_by(tmp_path, lambda: duplicate_workshop(first, HEROY, "y"))


def test_putting_away_and_taking_out_again_leaves_the_document_alone(tmp_path: Path) -> None:
    path = made(tmp_path)
    before = path.read_bytes(), path.stat().st_mtime_ns

    for archived in (True, True, False, False):
        set_archived(path, archived)
        assert list_workshops(tmp_path)[0][0].archived is archived

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert names(path.parent) == ["3110-hvaler.workshop"]


def test_a_mark_that_cannot_be_written_or_removed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path)
    set_archived(path, True)
    protect_disk(monkeypatch)

    for archived in (True, False):
        assert fault_of(lambda value=archived: set_archived(path, value)).key == "store.read_only"


def test_a_renamed_workshop_keeps_its_files_its_backup_and_its_history(tmp_path: Path) -> None:
    root, history = tmp_path / "root", tmp_path / "history"
    path = made(root)
    save_version(path, replace(HVALER, place="Samfunnshuset"), history)
    open_workshop(path)
    before = list(contents(path.parent).values())
    versions = [version.number for version in list_versions(path, history)]

    renamed = rename_workshop(path, "Hvaler om våren", history)

    assert renamed == root / "hvaler-om-varen" / "hvaler-om-varen.workshop"
    assert names(renamed.parent) == ["hvaler-om-varen.workshop", "hvaler-om-varen.workshop.bak"]
    assert list(contents(renamed.parent).values()) == before
    assert [version.number for version in list_versions(renamed, history)] == versions
    assert rename_workshop(renamed, "Hvaler om våren", history) == renamed


def test_a_name_that_is_taken_or_a_folder_that_is_held_leaves_the_workshop_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = made(tmp_path), made(tmp_path, "1515-heroy", HEROY)
    assert fault_of(lambda: rename_workshop(path, "1515 Herøy", tmp_path)).key == "store.name_taken"

    monkeypatch.setattr(Path, "rename", raising(errno.EBUSY))
    assert fault_of(lambda: rename_workshop(path, "x", tmp_path)).key == "store.in_use"
    assert read_workshop(path) == HVALER


def test_a_document_that_will_not_be_renamed_keeps_its_name_in_the_renamed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path)
    real = Path.rename

    def rename(source: Path, target: Path) -> Path:
        return raising(errno.EBUSY)() if source.suffix == ".workshop" else real(source, target)

    monkeypatch.setattr(Path, "rename", rename)

    assert read_workshop(rename_workshop(path, "x", tmp_path / "history")) == HVALER
    assert names(tmp_path) == ["x"]


def test_a_removed_workshop_goes_to_the_machines_trash(tmp_path: Path) -> None:
    path = made(tmp_path / "root")
    whole = contents(path.parent)

    def trash(folder: Path) -> bool:
        folder.rename(tmp_path / "trash")
        return True

    assert remove_workshop(path, trash) is None
    assert contents(tmp_path / "trash") == whole
    assert names(tmp_path / "root") == []


@pytest.mark.parametrize("answer", [True, False])
def test_what_the_trash_will_not_take_is_moved_aside_and_can_be_taken_back(tmp_path: Path, answer: bool) -> None:
    first = made(tmp_path)
    (first.parent / "media").mkdir()
    (first.parent / "media" / "gruppe.jpg").write_bytes(b"picture")
    whole = contents(first.parent)
    removed = remove_workshop(first, lambda _: answer)
    second = remove_workshop(made(tmp_path), lambda _: answer)

    assert removed == tmp_path / REMOVED / "3110-hvaler" / "3110-hvaler.workshop"
    assert second == tmp_path / REMOVED / "3110-hvaler-2" / "3110-hvaler-2.workshop"
    assert list_workshops(tmp_path) == ((), ())
    assert [each.path for each in list_workshops(tmp_path / REMOVED)[0]] == [second, removed][::-1]

    assert removed is not None
    made(tmp_path)
    back = restore_workshop(removed, tmp_path)

    assert back == tmp_path / "3110-hvaler-2" / "3110-hvaler-2.workshop"
    assert list(contents(back.parent).values()) == list(whole.values())


def test_a_broken_workshop_can_be_removed_too(tmp_path: Path) -> None:
    path = made(tmp_path)
    path.write_bytes(b"{")

    removed = remove_workshop(path, lambda _: False)

    assert removed is not None
    assert removed.read_bytes() == b"{"


def test_a_workshop_that_cannot_be_moved_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path)
    before = contents(tmp_path)
    protect_disk(monkeypatch)

    assert fault_of(lambda: remove_workshop(path, lambda _: False)).key == "store.read_only"
    assert contents(tmp_path) == before


def test_a_loose_document_never_takes_the_other_workshops_with_it(tmp_path: Path) -> None:
    made(tmp_path)
    loose = tmp_path / "loose.workshop"
    loose.write_bytes(b"{}")
    asked: list[Path] = []

    for call in (
        lambda: remove_workshop(loose, lambda folder: bool(asked.append(folder))),
        lambda: rename_workshop(loose, "x", tmp_path),
        lambda: set_archived(loose, True),
    ):
        assert fault_of(call).key == "store.loose_document"
    assert asked == []
    assert fault_of(lambda: set_archived(tmp_path / "gone" / "x.workshop", True)).key == "store.not_found"


def test_a_backup_and_a_document_under_the_wanted_name_are_never_overwritten(tmp_path: Path) -> None:
    path = made(tmp_path, "a")
    backup_path(path.with_name("b.workshop")).write_bytes(b"other backup")
    open_workshop(path)

    renamed = rename_workshop(path, "b", tmp_path / "history")

    assert contents(renamed.parent)["b.workshop.bak"] == b"other backup"
    assert "a.workshop.bak" in contents(renamed.parent)


def test_a_folder_whose_document_is_gone_can_be_removed_and_taken_back(tmp_path: Path) -> None:
    path = made(tmp_path)
    (path.parent / "notat.txt").write_text("mine", encoding="utf-8")
    path.unlink()

    removed = remove_workshop(path, lambda _: False)
    assert removed is not None
    back = restore_workshop(removed, tmp_path)

    assert back == path
    assert names(path.parent) == ["notat.txt"]


def test_two_programs_that_make_something_at_once_do_not_share_a_folder(tmp_path: Path) -> None:
    with temporary_folder(tmp_path) as first, temporary_folder(tmp_path) as second:
        assert first != second
    assert names(tmp_path) == []


def test_a_root_that_cannot_be_made_or_filled_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert fault_of(lambda: made(tmp_path / "file")).path == tmp_path / "file"

    monkeypatch.setattr(Path, "mkdir", raising(errno.EACCES))
    assert fault_of(lambda: made(tmp_path / "root")).key == "store.read_only"
    assert fault_of(lambda: made(tmp_path)).key == "store.read_only"


def test_a_folder_that_cannot_be_moved_into_place_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "rename", raising(errno.EACCES))

    assert fault_of(lambda: made(tmp_path)).key == "store.read_only"
    assert names(tmp_path) == []
