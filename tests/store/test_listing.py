"""The list of clients shows every workshop that can be read, tells of the others, and is fast."""

import errno
import os
import time
from datetime import date
from datetime import time as clock
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.store.own import HEROY, HVALER, assert_is_told, made, raising
from workshop_kit.store.document import FORMAT, backup_path, open_workshop
from workshop_kit.store.listing import MOST_RECENT, Entry, list_workshops, sort_entries
from workshop_kit.store.workshops import set_archived

TODAY = date(2027, 1, 14)
MOST_SECONDS = 0.2


def entry(name: str, when: date | None = None, modified: float = 0.0, start: clock = clock(9, 0), archived: bool = False) -> Entry:
    return Entry(path=Path(name), workshop=replace(HVALER, date=when, start=start), modified=modified, archived=archived)


def paths(entries: tuple[Entry, ...]) -> list[str]:
    return [str(each.path) for each in entries]


def test_every_workshop_is_listed_by_name_with_its_time_and_whether_it_is_put_away(tmp_path: Path) -> None:
    hvaler, heroy = made(tmp_path), made(tmp_path, "1515-heroy", HEROY)
    os.utime(heroy, (1000.5, 1000.5))
    set_archived(hvaler, True)

    (first, second), problems = list_workshops(tmp_path)

    assert (first.path, first.workshop, first.modified, first.archived) == (heroy, HEROY, 1000.5, False)
    assert (second.path, second.workshop, second.archived) == (hvaler, HVALER, True)
    assert problems == ()


def test_a_root_that_is_not_made_yet_is_empty_and_a_drive_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "drive" / "Workshop Kit"

    assert list_workshops(tmp_path / "Workshop Kit") == ((), ())
    entries, (problem,) = list_workshops(gone)

    assert entries == ()
    assert (problem.key, problem.values["path"]) == ("store.not_found", str(gone))


def test_a_default_root_in_a_home_without_documents_is_only_not_made_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    assert list_workshops(tmp_path / "Documents" / "Workshop Kit") == ((), ())
    assert made(tmp_path / "Documents" / "Workshop Kit").exists()


@pytest.mark.parametrize(("text", "key"), [("{", "store.document_broken"), (f'{{"format": {FORMAT + 1}}}', "store.newer_format")])
def test_a_broken_or_newer_document_is_a_problem_and_the_others_are_listed(tmp_path: Path, text: str, key: str) -> None:
    broken, whole = made(tmp_path), made(tmp_path, "1515-heroy", HEROY)
    broken.write_text(text, encoding="utf-8")

    entries, (problem,) = list_workshops(tmp_path)

    assert paths(entries) == [str(whole)]
    assert (problem.key, problem.where.file) == (key, str(broken))
    assert_is_told(problem.key, problem.values)
    assert broken.read_text(encoding="utf-8") == text


def test_hidden_and_foreign_folders_and_files_are_passed_by(tmp_path: Path) -> None:
    made(tmp_path / ".papirkurv")
    (tmp_path / "bilder").mkdir()
    (tmp_path / "notat.txt").write_text("", encoding="utf-8")

    assert list_workshops(tmp_path) == ((), ())


def test_a_loose_document_a_second_one_and_a_lost_one_are_told(tmp_path: Path) -> None:
    first = made(tmp_path, "1515-heroy", HEROY)
    lost = made(tmp_path, "9999-borte")
    open_workshop(lost)
    lost.unlink()
    loose, copy = tmp_path / "loose.workshop", first.with_name("1515-heroy (1).workshop")
    for path in (loose, copy):
        path.write_bytes(first.read_bytes())

    entries, problems = list_workshops(tmp_path)

    assert paths(entries) == [str(first)]
    assert {(each.key, each.where.file) for each in problems} == {
        ("store.loose_document", str(loose)),
        ("store.second_document", str(copy)),
        ("store.document_gone", str(lost)),
    }
    for problem in problems:
        assert_is_told(problem.key, problem.values)
    assert backup_path(lost).exists()


def test_a_folder_that_cannot_be_read_is_a_problem_and_the_others_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret, whole = made(tmp_path), made(tmp_path, "1515-heroy", HEROY)
    real = os.scandir

    def scan(path: Path) -> object:
        return raising(errno.EACCES)() if Path(path) == secret.parent else real(path)

    monkeypatch.setattr(os, "scandir", scan)
    entries, (problem,) = list_workshops(tmp_path)
    assert paths(entries) == [str(whole)]
    assert (problem.key, problem.values["path"]) == ("store.not_readable", str(secret.parent))

    monkeypatch.setattr(os, "scandir", raising(errno.ESTALE))
    entries, (problem,) = list_workshops(tmp_path)
    assert (entries, problem.key) == ((), "store.not_found")


def test_three_hundred_workshops_are_listed_fast(tmp_path: Path) -> None:
    for number in range(300):
        made(tmp_path, f"{number:04}-kommune")
    took: list[float] = []
    for _ in range(3):
        before = time.perf_counter()
        entries, _ = list_workshops(tmp_path)
        took.append(time.perf_counter() - before)
        assert len(entries) == 300

    assert min(took) < MOST_SECONDS


def test_workshops_are_grouped_as_seen_from_a_day() -> None:
    entries = (
        entry("today", TODAY, 1),
        entry("today-early", TODAY, 2, clock(8, 0)),
        entry("later", date(2027, 2, 1), 3),
        entry("draft", None, 4),
        entry("newer-draft", None, 5),
        entry("yesterday", date(2027, 1, 13), 6),
        entry("long-ago", date(2025, 1, 1), 7),
        entry("away", TODAY, 8, archived=True),
        entry("away-older", None, 0, archived=True),
    )

    groups = sort_entries(entries, TODAY)

    assert paths(groups.upcoming) == ["today-early", "today", "later"]
    assert paths(groups.undated) == ["newer-draft", "draft"]
    assert paths(groups.past) == ["yesterday", "long-ago"]
    assert paths(groups.archived) == ["away", "away-older"]
    assert paths(groups.recent) == ["long-ago", "yesterday", "newer-draft", "draft", "later"]
    assert len(groups.recent) == MOST_RECENT
    assert len(groups.upcoming + groups.undated + groups.past + groups.archived) == len(entries)


def test_no_workshops_give_empty_groups() -> None:
    groups = sort_entries((), TODAY)

    assert groups.recent == groups.upcoming == groups.undated == groups.past == groups.archived == ()
