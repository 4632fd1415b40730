"""A file is written whole or not at all, and whatever hinders it becomes one of our own faults."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from workshop_kit.store import atomic
from workshop_kit.store.atomic import WAITS, read_whole, write_whole
from workshop_kit.store.faults import StoreFault, fault_of

OLD, NEW = b"old", b"new and longer"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file with the old bytes, alone in its folder."""
    path = tmp_path / "hvaler.workshop"
    path.write_bytes(OLD)
    return path


def raiser(error: BaseException) -> object:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


def held(number: int = 32) -> PermissionError:
    """The error that Windows gives for a file that somebody else holds."""
    error = PermissionError(errno.EACCES, "held")
    setattr(error, "winerror", number)  # noqa: B010 (the attribute exists on Windows only)
    return error


def assert_untouched(target: Path) -> None:
    """The old bytes are there, and nothing else is in the folder."""
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def fault_of_writing(target: Path) -> StoreFault:
    with pytest.raises(StoreFault) as caught:
        write_whole(target, NEW)
    return caught.value


def test_a_new_file_is_written_with_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.write_bytes(b"")

    write_whole(tmp_path / "new", NEW)

    assert (tmp_path / "new").read_bytes() == NEW
    assert (tmp_path / "new").stat().st_mode == ordinary.stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_permissions(target: Path) -> None:
    target.chmod(0o640)
    mode = target.stat().st_mode

    write_whole(target, NEW)

    assert target.read_bytes() == NEW
    assert target.stat().st_mode == mode
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_an_empty_file_and_a_long_name_are_written(tmp_path: Path) -> None:
    path = tmp_path / ("å" * 120)

    write_whole(path, b"")

    assert path.read_bytes() == b""


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_goes_on_pointing_at_its_file(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(target)

    write_whole(link, NEW)

    assert link.is_symlink()
    assert target.read_bytes() == NEW


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "store.no_space"),
        (errno.EROFS, "store.read_only"),
        (errno.EACCES, "store.read_only"),
        (errno.EIO, "store.failed"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "fdopen"])
def test_a_disk_that_fails_while_writing_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, key: str
) -> None:
    if call == "fdopen":

        def full(descriptor: int, _: str) -> NoReturn:
            os.close(descriptor)
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "fdopen", full)
    else:
        monkeypatch.setattr(os, call, raiser(OSError(number, os.strerror(number))))

    fault = fault_of_writing(target)

    assert fault.key == key
    assert fault.path == target
    assert fault.values["path"] == str(target)
    assert_untouched(target)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's full device")
def test_a_disk_that_is_really_full_is_told_as_such(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys; from pathlib import Path; from workshop_kit.store.atomic import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: write_whole(Path(sys.argv[1]), b'x' * 100000)\n"
        "except Exception as error: print(error.key)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "big")], capture_output=True, text=True, check=True, encoding="utf-8"
    )

    assert done.stdout.strip() == "store.no_space"
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_folder_is_told_as_such(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", raiser(PermissionError(errno.EACCES, "Permission denied")))

    assert fault_of_writing(target).key == "store.read_only"
    assert_untouched(target)


def test_a_file_that_its_owner_protected_is_not_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path, __: int) -> bool:
        return False

    monkeypatch.setattr(os, "access", denied)

    assert fault_of_writing(target).key == "store.read_only"
    assert_untouched(target)


def test_a_missing_folder_and_a_folder_in_the_files_place_are_told(tmp_path: Path) -> None:
    assert fault_of_writing(tmp_path / "gone" / "x").key == "store.not_found"
    assert fault_of_writing(tmp_path).key == "store.is_folder"
    assert fault_of_writing(tmp_path / ("x" * 300)).key == "store.name_too_long"


def test_a_failure_in_replacing_removes_the_temporary_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", raiser(OSError(errno.EROFS, "read-only")))

    assert fault_of_writing(target).key == "store.read_only"
    assert_untouched(target)


def test_an_interruption_between_writing_and_replacing_leaves_the_old_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", raiser(KeyboardInterrupt()))

    with pytest.raises(KeyboardInterrupt):
        write_whole(target, NEW)

    assert_untouched(target)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal")
def test_a_kill_between_writing_and_replacing_leaves_the_old_file_and_the_next_save_works(target: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from workshop_kit.store.atomic import write_whole\n"
        "Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_whole(Path(sys.argv[1]), b'half')"
    )

    done = subprocess.run([sys.executable, "-c", script, str(target)], check=False)

    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == OLD
    write_whole(target, NEW)
    assert target.read_bytes() == NEW


def test_another_write_of_the_same_process_does_not_share_its_temporary_file(target: Path) -> None:
    other = target.with_name(f".{target.name}.saving-{os.getpid()}-0")
    other.write_bytes(b"half")

    write_whole(target, NEW)

    assert target.read_bytes() == NEW
    assert other.read_bytes() == b"half"


def test_what_an_old_crash_left_is_removed_and_what_another_run_is_writing_is_not(target: Path) -> None:
    old, young = (target.with_name(f".{target.name}.saving-{number}-0") for number in (1, 2))
    for path in (old, young):
        path.write_bytes(b"half")
    long_ago = time.time() - 2 * atomic.LEFTOVER_AGE
    os.utime(old, (long_ago, long_ago))

    write_whole(target, NEW)

    assert not old.exists()
    assert young.exists()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """The waits that were asked for, none of them waited."""
    asked: list[float] = []
    monkeypatch.setattr(time, "sleep", asked.append)
    yield asked
    assert sum(asked) <= 1.0


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_a_sync_client_holds_for_a_moment_is_written_all_the_same(
    target: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float], number: int
) -> None:
    real = Path.replace
    answers = iter([held(number), held(number)])

    def replace(source: Path, place: Path) -> Path:
        for error in answers:
            raise error
        return real(source, place)

    monkeypatch.setattr(Path, "replace", replace)

    write_whole(target, NEW)

    assert target.read_bytes() == NEW
    assert waits == list(WAITS[:2])


def test_a_file_that_stays_held_is_told_as_in_use(target: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]) -> None:
    monkeypatch.setattr(Path, "replace", raiser(held()))

    assert fault_of_writing(target).key == "store.in_use"
    assert waits == list(WAITS)
    assert_untouched(target)


def test_a_refusal_that_will_not_pass_is_not_waited_for(target: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]) -> None:
    monkeypatch.setattr(Path, "replace", raiser(PermissionError(errno.EPERM, "Operation not permitted")))

    assert fault_of_writing(target).key == "store.read_only"
    assert waits == []


def test_a_refusal_after_the_waits_is_told_as_what_it_is(target: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]) -> None:
    answers = iter([*(held() for _ in WAITS), PermissionError(errno.EPERM, "Operation not permitted")])

    def replace(*_: object) -> NoReturn:
        raise next(answers)

    monkeypatch.setattr(Path, "replace", replace)

    assert fault_of_writing(target).key == "store.read_only"
    assert waits == list(WAITS)


@pytest.mark.parametrize(("number", "key"), [(errno.EINVAL, None), (errno.EIO, "store.failed")])
@pytest.mark.skipif(os.name != "posix", reason="Windows cannot flush a folder")
def test_a_folder_that_cannot_be_flushed_is_no_fault_but_a_broken_disk_is(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str | None
) -> None:
    real = os.fsync
    calls = iter([False, True])

    def fsync(descriptor: int) -> None:
        if next(calls):
            raise OSError(number, os.strerror(number))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)

    if key is None:
        write_whole(target, NEW)
    else:
        assert fault_of_writing(target).key == key
    assert target.read_bytes() == NEW


def test_folders_are_not_flushed_on_windows(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(atomic, "IS_POSIX", False)
    monkeypatch.setattr(os, "fsync", flushed.append)

    write_whole(target, NEW)

    assert len(flushed) == 1


def test_reading_waits_for_a_held_file_and_tells_the_rest(target: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]) -> None:
    assert read_whole(target) == OLD
    assert waits == []
    with pytest.raises(StoreFault) as missing:
        read_whole(target.with_name("gone"))
    assert missing.value.key == "store.not_found"

    monkeypatch.setattr(Path, "read_bytes", raiser(held()))
    with pytest.raises(StoreFault) as in_use:
        read_whole(target)
    assert in_use.value.key == "store.in_use"
    assert waits == list(WAITS)

    monkeypatch.setattr(Path, "read_bytes", raiser(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(StoreFault) as refused:
        read_whole(target)
    assert refused.value.key == "store.not_readable"


def test_an_error_that_nobody_knows_keeps_its_reason() -> None:
    assert fault_of(OSError(errno.EIO, "Input/output error"), Path("x")).values["reason"] == "Input/output error"
    assert fault_of(OSError(), Path("x")).values["reason"] == "OSError"


@pytest.mark.parametrize(("number", "key"), [(112, "store.no_space"), (206, "store.name_too_long"), (33, "store.in_use")])
def test_windows_own_numbers_say_what_happened(number: int, key: str) -> None:
    assert fault_of(held(number), Path("x")).key == key
