"""A workshop travels whole in one file, and nothing that somebody sends gets outside its own new folder."""

import errno
import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from tests.store.own import HEROY, HVALER, contents, fault_of, fill_disk, made, names, protect_disk, raising
from workshop_kit.store import exchange
from workshop_kit.store.document import FORMAT, document_bytes, open_workshop, read_workshop
from workshop_kit.store.exchange import export_workshop, import_workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.listing import list_workshops
from workshop_kit.store.lock import take_lock
from workshop_kit.store.workshops import set_archived

DOCUMENT = document_bytes(HVALER)
NAME = "3110-hvaler.workshop"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of workshops with one in it."""
    made(tmp_path / "root", "0301-oslo")
    return tmp_path / "root"


def full(root: Path) -> Path:
    """Make a workshop with everything a workshop may have, and things that are not its own."""
    path = made(root)
    folder = path.parent
    for name in ("media/bilder/gruppe å.jpg", "pack/3110-hvaler/3110-hvaler-presentasjon-nb.pptx", "run.journal", "notat.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode() * 1000)
    open_workshop(path)
    take_lock(path)
    set_archived(path, True)
    (folder / "media" / ".skjult").write_bytes(b"x")
    (folder / "3110-hvaler (1).workshop").write_bytes(b"{")
    (folder / "media" / "lenke").symlink_to("/etc/passwd")
    (folder / "gammel.workshopkit").write_bytes(b"x")
    return path


def packed(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    """Write a zip with some entries."""
    with zipfile.ZipFile(path, "w") as target:
        for name, data in entries:
            target.writestr(name, data)
    return path


def assert_refused(archive: Path, root: Path, key: str, **values: str) -> None:
    """An archive is refused with a message about it, and nothing of it is anywhere."""
    before, around, sent = contents(root), names(root.parent), archive.read_bytes()

    fault = fault_of(lambda: import_workshop(archive, root))

    assert fault.key == key
    assert str(archive) in fault.values["path"]
    assert values.items() <= fault.values.items()
    assert (contents(root), names(root.parent), archive.read_bytes()) == (before, around, sent)
    assert names(root) == ["0301-oslo"]


def test_everything_of_a_workshop_travels_and_nothing_else(root: Path, tmp_path: Path) -> None:
    path = full(tmp_path / "mine")

    archive = export_workshop(path, tmp_path / "hvaler")
    found = import_workshop(archive, root)

    assert archive == tmp_path / "hvaler.workshopkit"
    assert found == root / "3110-hvaler" / NAME
    assert read_workshop(found) == HVALER
    own = contents(path.parent)
    assert contents(found.parent) == {
        name: own[name]
        for name in (NAME, "media/bilder/gruppe å.jpg", "pack/3110-hvaler/3110-hvaler-presentasjon-nb.pptx", "run.journal", "notat.txt")
    }
    assert {each.archived for each in list_workshops(root)[0]} == {False}


def test_the_same_workshop_gives_the_same_bytes(tmp_path: Path) -> None:
    path = full(tmp_path / "mine")
    first = export_workshop(path, tmp_path / "a.workshopkit").read_bytes()
    os.utime(path, (0, 0))

    assert export_workshop(path, tmp_path / "b.workshopkit").read_bytes() == first


def test_importing_twice_makes_two_and_overwrites_none(root: Path, tmp_path: Path) -> None:
    archive = export_workshop(made(tmp_path / "mine"), tmp_path / "a.workshopkit")

    found = [import_workshop(archive, root) for _ in range(2)]

    assert [path.name for path in found] == [NAME, "3110-hvaler-2.workshop"]
    assert [read_workshop(path) for path in found] == [HVALER, HVALER]


def test_a_document_that_somebody_named_gets_a_plain_name(root: Path, tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.workshopkit", ("Herøy våren.workshop", document_bytes(HEROY)))

    assert import_workshop(archive, root) == root / "heroy-varen" / "heroy-varen.workshop"


def test_hidden_and_foreign_files_are_left_in_the_archive(root: Path, tmp_path: Path) -> None:
    extra = [(name, b"x") for name in ("__MACOSX/._x", ".DS_Store", ".arkivert", ".i-bruk.json", "media/.x/y")]
    archive = packed(tmp_path / "a.workshopkit", (NAME, DOCUMENT), ("media/", b""), *extra)

    assert contents(import_workshop(archive, root).parent) == {NAME: DOCUMENT}


@pytest.mark.parametrize(
    "name",
    [
        "../x", "media/../../x", "..", "/etc/x", "//server/x", "C:/x", "C:x", "..\\x", "media\\x", "media//x", "media/./x", "media/ /x",
        "media/x.", "media/con", "media/NUL.txt", "media/com1", "media/x\ny", "media/a:b", "media/" + "x" * 201, "../.skjult/", "media/x?",
    ],
)  # fmt: skip
def test_a_name_that_leads_out_of_the_folder_or_is_none_on_some_system_is_refused(root: Path, tmp_path: Path, name: str) -> None:
    assert_refused(packed(tmp_path / "a.workshopkit", (NAME, DOCUMENT), (name, b"x")), root, "store.archive_unsafe", name=name)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_special_files_are_refused(root: Path, tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo("media/x")
    entry.external_attr = (kind | 0o777) << 16

    assert_refused(packed(tmp_path / "a.workshopkit", (NAME, DOCUMENT), (entry, b"/etc")), root, "store.archive_unsafe", name="media/x")


def test_two_names_that_are_one_on_some_disk_are_refused(root: Path, tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.workshopkit", (NAME, DOCUMENT), ("media/A.jpg", b"x"), ("media/a.JPG", b"y"))

    assert_refused(archive, root, "store.archive_unsafe", name="media/a.JPG")


def test_a_name_cut_short_by_a_zero_is_refused(root: Path, tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.workshopkit", (NAME, DOCUMENT), ("media/x#y", b"x"))
    archive.write_bytes(archive.read_bytes().replace(b"x#y", b"x\x00y"))

    assert_refused(archive, root, "store.archive_unsafe", name="media/x y")


@pytest.mark.parametrize(("limit", "value"), [("MOST_BYTES", 5000), ("MOST_FILES", 1)])
def test_more_than_a_sane_size_is_refused_before_anything_is_unpacked(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    archive = packed(tmp_path / "a.workshopkit", (NAME, DOCUMENT), ("media/x", b"x" * 5000))
    monkeypatch.setattr(exchange, limit, value)
    monkeypatch.setattr(zipfile.ZipFile, "open", raising(errno.EIO))

    assert_refused(archive, root, "store.archive_too_large")


@pytest.mark.parametrize(
    "entries", [[], [("x.txt", b"")], [("a.workshop", DOCUMENT), ("b.workshop", DOCUMENT)], [("a/a.workshop", DOCUMENT)]]
)
def test_an_archive_without_just_one_document_is_refused(root: Path, tmp_path: Path, entries: list[tuple[str, bytes]]) -> None:
    assert_refused(packed(tmp_path / "a.workshopkit", *entries), root, "store.archive_without_document")


@pytest.mark.parametrize(
    ("document", "key"), [(b"{", "store.document_broken"), (f'{{"format": {FORMAT + 1}}}'.encode(), "store.newer_format")]
)
def test_a_broken_or_newer_document_is_refused(root: Path, tmp_path: Path, document: bytes, key: str) -> None:
    assert_refused(packed(tmp_path / "a.workshopkit", (NAME, document), ("media/x", b"x")), root, key)


@pytest.mark.parametrize("data", [b"", b"no zip at all", b"PK\x03\x04" + b"x" * 100])
def test_what_is_no_zip_is_refused(root: Path, tmp_path: Path, data: bytes) -> None:
    archive = tmp_path / "a.workshopkit"
    archive.write_bytes(data)

    assert_refused(archive, root, "store.archive_broken")


def test_a_zip_with_any_byte_spoilt_is_refused_or_gives_the_same(tmp_path: Path) -> None:
    whole = packed(tmp_path / "a.workshopkit", (NAME, DOCUMENT), ("media/x", b"x" * 50)).read_bytes()
    archive, root, expected = tmp_path / "b.workshopkit", tmp_path / "root", sorted([DOCUMENT, b"x" * 50])
    for place in range(len(whole)):
        archive.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :])
        try:
            found = import_workshop(archive, root)
        except StoreFault:
            assert names(root) == []
        else:
            assert sorted(contents(found.parent).values()) == expected
            shutil.rmtree(found.parent)


def test_a_zip_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    archive, root = packed(tmp_path / "a.workshopkit", (NAME, DOCUMENT)), tmp_path / "root"
    whole = archive.read_bytes()
    for end in range(len(whole)):
        archive.write_bytes(whole[:end])
        with pytest.raises(StoreFault) as caught:
            import_workshop(archive, root)
        assert caught.value.key == "store.archive_broken"
    assert names(root) == []


def test_a_missing_and_an_unreadable_archive_are_told(root: Path, tmp_path: Path) -> None:
    assert fault_of(lambda: import_workshop(tmp_path / "gone", root)).key == "store.not_found"
    assert fault_of(lambda: import_workshop(tmp_path, root)).key == "store.is_folder"
    assert names(root) == ["0301-oslo"]


def test_a_full_disk_a_read_only_one_and_a_missing_drive_leave_nothing_half_made(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = packed(tmp_path / "a.workshopkit", (NAME, DOCUMENT), ("media/x", b"x"))
    before = contents(tmp_path)
    for spoil, key in ((fill_disk, "store.no_space"), (protect_disk, "store.read_only")):
        spoil(monkeypatch)
        fault = fault_of(lambda: import_workshop(archive, root))
        assert (fault.key, fault.values["path"]) == (key, str(root))
        monkeypatch.undo()
    assert fault_of(lambda: import_workshop(archive, tmp_path / "gone" / "root")).key == "store.not_found"
    assert contents(tmp_path) == before
    assert names(root) == ["0301-oslo"]


def test_a_folder_that_cannot_be_made_while_unpacking_is_told_about_the_root(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = packed(tmp_path / "a.workshopkit", (NAME, DOCUMENT), ("media/x", b"x"))
    real = Path.mkdir

    def mkdir(folder: Path, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        if folder.name == "media":
            raising(errno.ENOSPC)()
        real(folder, mode, parents, exist_ok)

    monkeypatch.setattr(Path, "mkdir", mkdir)

    fault = fault_of(lambda: import_workshop(archive, root))

    assert (fault.key, fault.path) == ("store.no_space", root)
    assert names(root) == ["0301-oslo"]


def test_an_export_that_fails_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = full(tmp_path / "mine")
    target = tmp_path / "a.workshopkit"
    target.write_bytes(b"earlier")
    fill_disk(monkeypatch)
    assert fault_of(lambda: export_workshop(path, target)).key == "store.no_space"
    monkeypatch.undo()

    assert fault_of(lambda: export_workshop(path, tmp_path / "gone" / "a")).key == "store.not_found"
    path.write_bytes(b"{")
    assert fault_of(lambda: export_workshop(path, target)).key == "store.document_broken_with_backup"
    assert target.read_bytes() == b"earlier"
    assert names(tmp_path) == ["a.workshopkit", "mine"]


def test_an_export_never_overwrites_the_document_itself(tmp_path: Path) -> None:
    path = made(tmp_path)

    assert export_workshop(path, path) == path.with_name(NAME + ".workshopkit")
    assert read_workshop(path) == HVALER


class Halted(Exception):
    """What a step raises to stop the work."""


def test_each_file_is_told_and_whoever_is_told_can_stop_with_nothing_half_made(tmp_path: Path) -> None:
    path = made(tmp_path / "root")
    (path.parent / "media").mkdir()
    (path.parent / "media" / "bilde.png").write_bytes(b"png")
    told = list[tuple[int, int, str]]()

    def step(number: int, of: int, name: str) -> None:
        told.append((number, of, name))

    def halt(number: int, of: int, name: str) -> None:
        raise Halted

    packed = export_workshop(path, tmp_path / "ut", step)
    import_workshop(packed, tmp_path / "inn", step)
    assert sorted(told) == [(1, 2, "3110-hvaler.workshop")] * 2 + [(2, 2, "bilde.png")] * 2
    with pytest.raises(Halted):
        export_workshop(path, tmp_path / "stoppet", halt)
    with pytest.raises(Halted):
        import_workshop(packed, tmp_path / "tom", halt)
    assert not list(tmp_path.glob("*stoppet*"))
    assert names(tmp_path / "tom") == []
