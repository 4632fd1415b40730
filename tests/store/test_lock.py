"""The lock tells who has a document open, is taken over from the dead, and hinders nobody from reading."""

import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from tests.store.own import HVALER, assert_is_told, fault_of, made, names, protect_disk, raising
from workshop_kit.store import lock as locks
from workshop_kit.store import process_mark as marks
from workshop_kit.store.document import read_workshop
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.lock import NAME, Holder, Lock, other_holder, release_lock, take_lock
from workshop_kit.store.process_mark import process_mark
from workshop_kit.store.workshops import rename_workshop

ELSEWHERE = Holder(pid=1, host="kontor-pc", mark="x", started=1000.0)
LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux' /proc")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workshop's document."""
    return made(tmp_path)


def taken(path: Path, window: int = 0) -> Holder:
    mine = take_lock(path, window).mine
    assert mine is not None
    return mine


def write(path: Path, holder: Holder) -> None:
    path.with_name(NAME).write_bytes(msgspec.json.encode(holder))


def test_a_lock_says_who_has_the_document_and_is_gone_when_given_back(path: Path) -> None:
    mine = taken(path)

    found = msgspec.json.decode(path.with_name(NAME).read_bytes(), type=Holder)

    assert found == mine
    assert (mine.pid, mine.host, mine.mark) == (os.getpid(), platform.node(), process_mark(os.getpid()))
    assert mine.started > 0
    assert other_holder(path, mine) is None
    release_lock(path, mine)
    assert names(path.parent) == [path.name]
    release_lock(path, mine)


def test_another_window_is_told_and_may_take_it_anyway(path: Path) -> None:
    first = taken(path, 1)

    answer = take_lock(path, 2)

    assert (answer.mine, answer.other, answer.is_after_crash) == (None, first, False)
    assert answer.problem is not None
    assert answer.problem.key == "store.open_in_window"
    assert_is_told(answer.problem.key, answer.problem.values)
    assert other_holder(path) == first

    second = take_lock(path, 2, anyway=True).mine
    assert second is not None
    assert other_holder(path, first) == second
    release_lock(path, first)
    assert other_holder(path, first) == second


def test_the_same_window_may_take_its_lock_again(path: Path) -> None:
    taken(path, 3)

    assert take_lock(path, 3).problem is None
    assert names(path.parent) == [NAME, path.name]


def test_another_machine_is_told_by_name_and_never_taken_for_dead(path: Path) -> None:
    write(path, ELSEWHERE)

    answer = take_lock(path)

    assert answer.other == ELSEWHERE
    assert answer.problem is not None
    assert (answer.problem.key, answer.problem.values["host"]) == ("store.open_on_machine", "kontor-pc")
    assert_is_told(answer.problem.key, answer.problem.values)
    assert take_lock(path, anyway=True).mine is not None


def test_a_process_that_was_killed_leaves_a_lock_that_is_taken_over(path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from workshop_kit.store.lock import take_lock\n"
        "assert take_lock(Path(sys.argv[1])).mine; os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.with_name(NAME).exists()
    assert other_holder(path) is None

    answer = take_lock(path)

    assert answer.mine is not None
    assert answer.is_after_crash
    assert names(path.parent) == [NAME, path.name]


def test_another_living_process_holds_its_lock(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from workshop_kit.store.lock import take_lock\n"
        "assert take_lock(Path(sys.argv[1])).mine; print('taken', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "taken\n"
        found = take_lock(path).other
        other.communicate()

    assert found is not None
    assert found.pid == other.pid
    assert take_lock(path).is_after_crash


def test_a_later_process_with_the_same_number_is_not_the_one_that_died(path: Path) -> None:
    mine = taken(path)
    write(path, replace(mine, mark="an earlier start"))

    assert take_lock(path).is_after_crash


@pytest.mark.parametrize("data", [b"", b"{", b'{"pid": 1}'])
def test_a_lock_that_cannot_be_understood_is_taken_over(path: Path, data: bytes) -> None:
    path.with_name(NAME).write_bytes(data)

    assert take_lock(path).mine is not None


def test_a_read_only_folder_is_told_and_does_not_stop_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    protect_disk(monkeypatch)

    answer = take_lock(path)

    assert (answer.mine, answer.other) == (None, None)
    assert answer.problem is not None
    assert answer.problem.key == "store.no_lock"
    assert_is_told(answer.problem.key, answer.problem.values)
    assert read_workshop(path) == HVALER


def test_a_lock_that_cannot_be_read_tells_nothing_and_breaks_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = taken(path)
    monkeypatch.setattr(Path, "read_bytes", raising(13))

    assert other_holder(path) is None
    assert take_lock(path).problem is not None
    release_lock(path, mine)
    monkeypatch.undo()
    assert path.with_name(NAME).exists()


def test_a_lock_follows_a_renamed_workshop(path: Path, tmp_path: Path) -> None:
    mine = taken(path)

    renamed = rename_workshop(path, "x", tmp_path / "history")

    assert other_holder(renamed) == mine


def test_a_disk_without_hard_links_takes_the_lock_in_two_steps(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "hardlink_to", raising(95))

    first = taken(path, 1)

    assert take_lock(path, 2).other == first
    assert names(path.parent) == [NAME, path.name]


def test_a_lock_that_another_window_takes_at_the_same_moment_is_theirs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for has_links in (True, False):
        real = Path.hardlink_to

        def link(name: Path, target: Path, has_links: bool = has_links, real: object = real) -> None:
            write(path, ELSEWHERE)
            assert callable(real)
            real(name, target) if has_links else raising(95)()

        monkeypatch.setattr(Path, "hardlink_to", link)
        assert take_lock(path).other == ELSEWHERE
        path.with_name(NAME).unlink()
        monkeypatch.undo()
        assert names(path.parent) == [path.name]


def test_a_dead_lock_that_another_replaced_meanwhile_is_put_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, replace(taken(path), mark="dead"))
    real = Path.rename

    def rename(source: Path, target: Path) -> Path:
        write(path, ELSEWHERE)
        return real(source, target)

    monkeypatch.setattr(Path, "rename", rename)

    assert take_lock(path).other == ELSEWHERE
    assert names(path.parent) == [NAME, path.name]


def test_a_dead_lock_that_another_took_away_meanwhile_is_free(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, replace(taken(path), mark="dead"))
    real = Path.rename

    def rename(source: Path, target: Path) -> Path:
        source.unlink(missing_ok=True)
        return real(source, target)

    monkeypatch.setattr(Path, "rename", rename)

    assert take_lock(path).mine is not None


def test_a_lock_that_never_stands_still_is_given_up_and_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object) -> bool:
        return False

    monkeypatch.setattr(locks, "_is_written", nobody)

    answer = take_lock(path)

    assert answer == Lock(problem=StoreFault(path, "store.no_lock").problem)


def test_a_living_process_has_the_same_mark_every_time_and_a_dead_one_none() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        mark = process_mark(child.pid)
        assert mark
        assert process_mark(child.pid) == mark
        child.kill()
    assert process_mark(child.pid) is None
    assert process_mark(os.getpid()) == process_mark(os.getpid()) != mark


@LINUX
def test_a_process_that_has_ended_and_is_not_collected_is_dead() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)

    assert process_mark(child.pid) is None
    child.wait()


@pytest.mark.skipif(os.name != "posix", reason="other systems are asked otherwise")
def test_where_there_is_no_proc_ps_is_asked_and_where_it_does_not_answer_the_number_is_the_mark(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(marks, "_BOOT", tmp_path / "none")
    own = process_mark(os.getpid())
    assert own
    assert process_mark(os.getpid()) == own

    def ask(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        raise subprocess.TimeoutExpired("ps", 5)

    monkeypatch.setattr(subprocess, "run", ask)
    assert process_mark(os.getpid()) == str(os.getpid())
    monkeypatch.setattr(os, "kill", raising(1))
    assert process_mark(1) == "1"

    def nobody(*_: object) -> None:
        raise ProcessLookupError

    monkeypatch.setattr(os, "kill", nobody)
    assert process_mark(1) is None


def test_a_missing_folder_gives_no_lock(tmp_path: Path) -> None:
    answer = take_lock(tmp_path / "gone" / "x.workshop")

    assert answer.problem is not None
    assert fault_of(lambda: read_workshop(tmp_path / "gone" / "x.workshop")).key == "store.not_found"
