"""One client's document is saved whole, opened in every format so far, and never overwritten when it is newer."""

import errno
import json
import os
from datetime import date, time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.document import FORMAT, UPGRADES, backup_path, open_workshop, read_workshop, save_workshop, upgraded
from workshop_kit.store.faults import StoreFault

DOCUMENTS = Path(__file__).resolve().parent.parent / "documents"
WORKSHOP = Workshop(
    municipality="5612",
    language=Language.NN,
    length=Length.HALF_DAY,
    date=date(2027, 1, 14),
    start=time(8, 30),
    place="Rådhuset, møterom «Guovdageaidnu»",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A document in a folder of its own."""
    path = tmp_path / "kautokeino.workshop"
    save_workshop(path, WORKSHOP)
    return path


def fault(path: Path) -> StoreFault:
    with pytest.raises(StoreFault) as caught:
        open_workshop(path)
    return caught.value


def changed(path: Path, **values: object) -> str:
    """Write a document with some fields changed, and give its text."""
    text = json.dumps({**json.loads(path.read_text(encoding="utf-8")), **values})
    path.write_text(text, encoding="utf-8")
    return text


def test_a_workshop_survives_being_saved_and_opened(path: Path) -> None:
    assert open_workshop(path) == (WORKSHOP, ())
    assert read_workshop(path) == WORKSHOP


@pytest.mark.parametrize(
    "workshop", [WORKSHOP, Workshop(municipality="3110", language=Language.NB), msgspec.structs.replace(WORKSHOP, start=time(0, 0))]
)
def test_every_kind_of_workshop_survives(tmp_path: Path, workshop: Workshop) -> None:
    save_workshop(tmp_path / "x.workshop", workshop)

    assert read_workshop(tmp_path / "x.workshop") == workshop


def test_the_format_stands_first_and_times_are_hours_and_minutes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith('{\n  "format": 3,\n  "municipality": "5612",')
    assert '"start": "08:30"' in text
    assert "Rådhuset" in text


def test_every_format_so_far_has_a_kept_document_that_opens() -> None:
    assert set(UPGRADES) == set(range(1, FORMAT))
    for number in range(1, FORMAT + 1):
        assert read_workshop(DOCUMENTS / f"format-{number}.workshop") == WORKSHOP


def test_todays_format_is_still_the_kept_one(path: Path) -> None:
    assert path.read_bytes() == (DOCUMENTS / f"format-{FORMAT}.workshop").read_bytes()


def test_what_a_document_leaves_out_has_its_default(path: Path) -> None:
    path.write_text('{"format": 1, "municipality": "3110", "language": "nb"}', encoding="utf-8")

    assert read_workshop(path) == Workshop(municipality="3110", language=Language.NB)


def test_opening_keeps_the_document_as_it_was(path: Path) -> None:
    before = path.read_bytes()
    open_workshop(path)

    save_workshop(path, msgspec.structs.replace(WORKSHOP, place="Samfunnshuset"))

    assert backup_path(path).name == "kautokeino.workshop.bak"
    assert backup_path(path).read_bytes() == before


def test_reading_for_a_list_keeps_nothing(path: Path) -> None:
    read_workshop(path)

    assert not backup_path(path).exists()


def test_a_backup_that_cannot_be_made_is_only_a_problem(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    workshop, (problem,) = open_workshop(path)

    assert workshop == WORKSHOP
    assert (problem.key, problem.values["path"]) == ("store.no_backup", str(backup_path(path)))
    assert not backup_path(path).exists()


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"municipality": 5612}, "$.municipality"),
        ({"length": "all-day"}, "$.length"),
        ({"colour": "red"}, "$"),
        ({"start": "08:30:00"}, "$.start"),
        ({"start": "24:00"}, "$.start"),
        ({"start": 830}, "$.start"),
        ({"date": "14.1.2027"}, "$.date"),
        ({"format": 0}, "$.format"),
        ({"format": "1"}, "$.format"),
        ({"format": None}, "$.format"),
    ],
)
def test_a_broken_document_is_told_with_its_place_and_left_as_it_is(path: Path, values: dict[str, object], place: str) -> None:
    text = changed(path, **values)

    found = fault(path)

    assert (found.key, found.path, found.values["place"]) == ("store.document_broken", path, place)
    assert path.read_text(encoding="utf-8") == text
    assert not backup_path(path).exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"format": 1'])
def test_a_document_that_is_no_json_object_is_told(path: Path, data: bytes) -> None:
    path.write_bytes(data)

    assert fault(path).key == "store.document_broken"


def test_a_broken_document_with_a_backup_names_it_and_keeps_it(path: Path) -> None:
    open_workshop(path)
    kept = backup_path(path).read_bytes()
    path.write_bytes(b"{")

    found = fault(path)

    assert (found.key, found.values["backup"]) == ("store.document_broken_with_backup", "kautokeino.workshop.bak")
    assert backup_path(path).read_bytes() == kept


def test_a_missing_document_is_told(tmp_path: Path) -> None:
    assert fault(tmp_path / "gone.workshop").key == "store.not_found"


def test_a_newer_format_is_refused_and_never_overwritten(path: Path) -> None:
    text = changed(path, format=FORMAT + 1, something_new=True)

    found = fault(path)
    with pytest.raises(StoreFault) as saving:
        save_workshop(path, WORKSHOP)

    assert found.key == saving.value.key == "store.newer_format"
    assert found.values == {"path": str(path), "format": str(FORMAT + 1), "known": str(FORMAT)}
    assert path.read_text(encoding="utf-8") == text
    assert not backup_path(path).exists()


def test_a_save_that_fails_leaves_the_last_one_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(StoreFault) as caught:
        save_workshop(path, msgspec.structs.replace(WORKSHOP, place="Samfunnshuset"))

    assert caught.value.key == "store.no_space"
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_an_old_document_goes_through_every_step_to_the_newest() -> None:
    def named(document: dict[str, Any]) -> dict[str, Any]:
        return {("place" if key == "where" else key): value for key, value in document.items()}

    def timed(document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "start": "09:00"}

    old = {"format": 1, "where": "Rådhuset"}

    assert upgraded(old, {1: named, 2: timed}, 3) == {"format": 3, "place": "Rådhuset", "start": "09:00"}
    assert old == {"format": 1, "where": "Rådhuset"}
    with pytest.raises(KeyError):
        upgraded(old, {2: timed}, 3)
