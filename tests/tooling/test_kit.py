"""Tests of kit.py: what it decides and what it says. Nothing here reaches for the network or makes a real environment."""

import ast
import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kit

PROJECT = Path(kit.__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a project folder with files of pins and nothing else."""
    (tmp_path / kit.RUNTIME_PINS).write_text("msgspec==1\n", encoding="utf-8")
    (tmp_path / kit.DEVELOPMENT_PINS).write_text("msgspec==1\nruff==1\n", encoding="utf-8")
    return tmp_path


def environment_with_stamp(folder: Path, *, with_development: bool) -> Path:
    """Make what looks like a finished environment."""
    environment = folder / ".venv"
    kit.python_in(environment).parent.mkdir(parents=True)
    kit.python_in(environment).touch()
    kit.write_stamp(environment, kit.wanted_stamp(folder, with_development=with_development))
    return environment


def no_make(*_: object) -> None:
    """Stand in for make_environment where none may be made."""
    pytest.fail("an environment was made")


def do_nothing(*_: object, **__: object) -> None:
    """Stand in for a step that is not looked at."""


class TestOldPython:
    @pytest.mark.parametrize("version", [(3, 6), (3, 10)])
    def test_an_old_python_is_refused_in_one_line_that_names_it(self, version: tuple[int, int]) -> None:
        message = kit.old_python_message(version)
        assert f"{version[0]}.{version[1]}" in message
        assert "3.11 eller nyere" in message
        assert "\n" not in message

    @pytest.mark.parametrize("version", [(3, 11), (3, 14)])
    def test_a_new_enough_python_is_not_refused(self, version: tuple[int, int]) -> None:
        assert kit.old_python_message(version) == ""

    def test_an_old_python_can_read_the_file_as_far_as_the_refusal(self) -> None:
        source = (PROJECT / "kit.py").read_text(encoding="utf-8")
        ast.parse(source, feature_version=(3, 7))


class TestStamp:
    def test_a_written_stamp_reads_back(self, folder: Path) -> None:
        environment = environment_with_stamp(folder, with_development=True)
        assert kit.read_stamp(environment) == kit.wanted_stamp(folder, with_development=True)

    def test_an_environment_for_tests_serves_make_as_well(self, folder: Path) -> None:
        stamp = kit.wanted_stamp(folder, with_development=True)
        assert kit.serves(stamp, kit.wanted_stamp(folder, with_development=False))

    def test_an_environment_for_make_does_not_serve_tests(self, folder: Path) -> None:
        stamp = kit.wanted_stamp(folder, with_development=False)
        assert not kit.serves(stamp, kit.wanted_stamp(folder, with_development=True))

    def test_changed_pins_make_the_stamp_stale(self, folder: Path) -> None:
        before = kit.wanted_stamp(folder, with_development=False)
        (folder / kit.RUNTIME_PINS).write_text("msgspec==2\n", encoding="utf-8")
        assert not kit.serves(before, kit.wanted_stamp(folder, with_development=False))

    def test_another_python_makes_the_stamp_stale(self, folder: Path) -> None:
        before = kit.wanted_stamp(folder, with_development=False, python_version=(3, 11))
        assert not kit.serves(before, kit.wanted_stamp(folder, with_development=False, python_version=(3, 12)))

    def test_line_ends_of_a_windows_checkout_do_not_make_the_stamp_stale(self, folder: Path) -> None:
        before = kit.wanted_stamp(folder, with_development=False)
        (folder / kit.RUNTIME_PINS).write_bytes(b"msgspec==1\r\n")
        assert kit.wanted_stamp(folder, with_development=False) == before

    def test_a_stamp_counts_for_nothing_when_the_python_is_gone(self, folder: Path) -> None:
        environment = environment_with_stamp(folder, with_development=False)
        kit.python_in(environment).unlink()
        assert kit.read_stamp(environment) == {}

    def test_a_half_made_environment_has_no_stamp(self, folder: Path) -> None:
        (folder / ".venv").mkdir()
        assert kit.read_stamp(folder / ".venv") == {}

    def test_missing_pins_are_named(self, tmp_path: Path) -> None:
        with pytest.raises(kit.KitError, match=r"requirements\.txt mangler"):
            kit.wanted_stamp(tmp_path, with_development=False)


class TestEnsureEnvironment:
    def test_a_stamped_environment_is_used_as_it_is(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        environment = environment_with_stamp(folder, with_development=False)
        monkeypatch.setattr(kit, "make_environment", no_make)
        assert kit.ensure_environment(folder, with_development=False) == kit.python_in(environment)
        assert not (folder / ".venv.lock").exists()

    def test_an_environment_that_another_run_made_meanwhile_is_not_made_again(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def made_by_another(*_: object) -> bool:
            environment_with_stamp(folder, with_development=False)
            return True

        monkeypatch.setattr(kit, "try_lock", made_by_another)
        monkeypatch.setattr(kit, "make_environment", no_make)
        assert kit.ensure_environment(folder, with_development=False).exists()

    def test_a_failure_half_way_leaves_no_stamp(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        environment = environment_with_stamp(folder, with_development=False)

        def fail(*_: object) -> None:
            raise kit.KitError(kit.NO_NETWORK)

        monkeypatch.setattr(kit, "install", fail)
        monkeypatch.setattr(kit, "working_uv", str)
        with pytest.raises(kit.KitError):
            kit.ensure_environment(folder, with_development=True)
        assert kit.read_stamp(environment) == {}

    def test_renewed_pins_keep_what_a_developer_has(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        environment = environment_with_stamp(folder, with_development=True)
        (folder / kit.RUNTIME_PINS).write_text("msgspec==2\n", encoding="utf-8")
        installed: list[Path] = []

        def record(_environment: Path, pins: Path, _uv: str) -> None:
            installed.append(pins)

        monkeypatch.setattr(kit, "install", record)
        for step in ("working_uv", "settle_qt_libraries", "add_command"):
            monkeypatch.setattr(kit, step, do_nothing)
        kit.ensure_environment(folder, with_development=False)
        assert installed == [folder / kit.DEVELOPMENT_PINS]
        assert kit.serves(kit.read_stamp(environment), kit.wanted_stamp(folder, with_development=True))


class TestLock:
    def test_a_second_run_does_not_get_the_lock_until_the_first_is_done(self, tmp_path: Path) -> None:
        path = tmp_path / "lock"
        with kit.locked(path), path.open("ab") as second:
            assert not kit.try_lock(second.fileno())
        with path.open("ab") as third:
            assert kit.try_lock(third.fileno())

    def test_a_waiting_run_says_so_and_goes_on_when_it_can(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(kit, "try_lock", answering(False, False, True))
        monkeypatch.setattr(kit, "LOCK_POLL_SECONDS", 0)
        with kit.locked(tmp_path / "lock"):
            pass
        assert capsys.readouterr().err.count("venter") == 1


class TestCommand:
    @pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
    def test_the_command_passes_its_arguments_on_as_they_are(self, folder: Path) -> None:
        environment = folder / "a folder with spaces" / ".venv"
        (environment / "lib/python3.11/site-packages").mkdir(parents=True)
        (environment / "bin").mkdir()
        python = environment / "bin/python"
        python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
        python.chmod(0o755)
        kit.add_command(folder, environment, on_windows=False)
        command = [environment / "bin/workshop-kit", "make", "Nordre Follo"]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert printed.splitlines()[-4:] == ["-m", "workshop_kit", "make", "Nordre Follo"]

    def test_the_environment_finds_the_project_by_a_relative_path(self, folder: Path) -> None:
        packages = folder / ".venv/lib/python3.11/site-packages"
        packages.mkdir(parents=True)
        (folder / ".venv/bin").mkdir()
        kit.add_command(folder, folder / ".venv", on_windows=False)
        line = (packages / "workshop-kit-project.pth").read_text(encoding="utf-8").strip()
        assert (packages / line).resolve() == folder.resolve()
        assert not Path(line).is_absolute()

    def test_on_windows_the_command_is_a_batch_file_beside_python(self, folder: Path) -> None:
        (folder / ".venv/Lib/site-packages").mkdir(parents=True)
        (folder / ".venv/Scripts").mkdir()
        kit.add_command(folder, folder / ".venv", on_windows=True)
        line = (folder / ".venv/Scripts/workshop-kit.cmd").read_bytes()
        assert line == b'@"%~dp0python.exe" -X utf8 -P -m workshop_kit %*\r\n'

    def test_a_run_sees_the_project_and_no_other_pythons_settings(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PYTHONHOME", "elsewhere")
        monkeypatch.setenv("PYTHONPATH", "elsewhere")
        variables = kit.variables_for(folder)
        assert "PYTHONHOME" not in variables
        assert variables["PYTHONPATH"] == str(folder)


class TestFailures:
    @pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
    def test_a_folder_that_cannot_be_written_is_named(self, number: int) -> None:
        assert str(kit.FOLDER) in kit.explain(OSError(number, os.strerror(number)))

    def test_a_full_disk_is_said(self) -> None:
        assert kit.explain(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))) == kit.FULL_DISK

    def test_any_other_failure_names_its_file(self) -> None:
        assert "pyvenv.cfg" in kit.explain(OSError(errno.EIO, os.strerror(errno.EIO), "pyvenv.cfg"))

    @pytest.mark.parametrize(
        ("printed", "reason"),
        [
            ("error: No space left on device (os error 28)", kit.FULL_DISK),
            ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", kit.FULL_DISK),
            ("error: failed to create file: Permission denied (os error 13)", kit.READ_ONLY),
            ("error: Request failed after 3 retries\n  Caused by: Failed to fetch: `x`\n  Caused by: dns error", kit.NO_NETWORK),
            ("WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No matching distribution found", kit.NO_NETWORK),
        ],
    )
    def test_what_an_installer_printed_becomes_one_line(self, printed: str, reason: str) -> None:
        assert kit.reason_of_failure(printed) == reason

    def test_an_unknown_failure_shows_the_last_line_printed(self) -> None:
        message = kit.reason_of_failure("much\n\nerror: no wheel for this machine\n")
        assert "error: no wheel for this machine" in message
        assert "\n" not in message

    def test_a_silent_failure_is_explained_all_the_same(self) -> None:
        assert "uten forklaring" in kit.reason_of_failure("")

    def test_a_program_that_is_not_there_answers_127(self) -> None:
        assert kit.run(["no-such-program-here"])[0] == 127

    def test_a_program_that_fails_stops_the_setup(self) -> None:
        with pytest.raises(kit.KitError, match="went wrong"):
            kit.demand([sys.executable, "-c", "import sys; sys.exit('went wrong')"])


class TestMain:
    @pytest.mark.parametrize("arguments", [[], ["help"], ["--help"]])
    def test_help_makes_no_environment(
        self, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(kit, "ensure_environment", no_make)
        assert kit.main(arguments) == 0
        assert "kit.py make" in capsys.readouterr().out

    @pytest.mark.parametrize(
        "error",
        [PermissionError(errno.EACCES, "Permission denied"), OSError(errno.EROFS, "Read-only"), kit.KitError(kit.READ_ONLY)],
    )
    def test_a_read_only_folder_gives_one_line_and_exit_code_2(
        self, error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def fail(*_: object, **__: object) -> Path:
            raise error

        monkeypatch.setattr(kit, "ensure_environment", fail)
        assert kit.main(["make", "Hvaler"]) == 2
        assert capsys.readouterr() == ("", kit.READ_ONLY + "\n")

    def test_an_interrupted_run_says_how_to_go_on(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        def interrupt(*_: object, **__: object) -> Path:
            raise KeyboardInterrupt

        monkeypatch.setattr(kit, "ensure_environment", interrupt)
        assert kit.main(["make", "Hvaler"]) == 130
        assert capsys.readouterr().err.startswith("Avbrutt.")

    @pytest.mark.parametrize(("command", "with_development"), [("make", False), ("app", False), ("check", False), ("test", True)])
    def test_only_test_asks_for_the_development_packages(
        self, command: str, with_development: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[bool] = []

        def ensure(_folder: Path, *, with_development: bool) -> Path:
            asked.append(with_development)
            return Path("python")

        def ran(_python: Path, _arguments: list[str]) -> int:
            return 7

        monkeypatch.setattr(kit, "ensure_environment", ensure)
        monkeypatch.setattr(kit, "run_checks", ran)
        monkeypatch.setattr(kit, "pass_on", ran)
        assert kit.main([command]) == 7
        assert asked == [with_development]


class TestChecks:
    @pytest.fixture
    def ran(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        """Record the commands instead of running them; the one named pyright fails with 3 where it is asked to."""
        commands: list[list[str]] = []

        def call(command: list[str], **_: object) -> int:
            commands.append(command)
            return 3 if "pyright" in command and os.environ.get("FAIL_PYRIGHT") else 0

        monkeypatch.setattr(subprocess, "call", call)
        monkeypatch.setattr(kit, "announce_heavy_tools", do_nothing)
        return commands

    def test_the_checks_run_in_order_and_pytest_last_with_the_arguments(
        self, ran: list[list[str]], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert kit.run_checks(Path("python"), ["-k", "agenda"]) == 0
        headings = capsys.readouterr().out.splitlines()
        assert headings == ["== ruff check", "== ruff format --check", "== pyright", "== lint-imports", "== pytest"]
        assert ran[-1][-2:] == ["-k", "agenda"]

    def test_the_first_check_that_fails_is_the_last_that_runs(self, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FAIL_PYRIGHT", "1")
        assert kit.run_checks(Path("python"), []) == 3
        assert len(ran) == 3


class TestQtLibraries:
    def test_none_is_missing_when_all_load(self) -> None:
        assert kit.missing_libraries(str) == []

    def test_those_that_do_not_load_are_named(self) -> None:
        assert kit.missing_libraries(loader_without("libEGL.so.1", "libxcb-cursor.so.0")) == ["libEGL.so.1", "libxcb-cursor.so.0"]

    def test_every_library_has_a_debian_package(self) -> None:
        assert len(kit.QT_LIBRARIES) > 20
        for soname, package in kit.QT_LIBRARIES.items():
            assert re.fullmatch(r"lib[\w+-]+(\.0)?\.so\.\d+|libglib-2\.0\.so\.0", soname)
            assert re.fullmatch(r"lib[a-z0-9.+-]+", package)

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux libraries")
    def test_missing_libraries_are_named_with_the_line_that_installs_them(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def not_installed(_packages: list[str]) -> bool:
            return False

        monkeypatch.setattr("ctypes.CDLL", loader_without("libxcb-cursor.so.0"))
        monkeypatch.setattr(kit, "install_debian_packages", not_installed)
        kit.settle_qt_libraries()
        printed = capsys.readouterr().err
        assert "libxcb-cursor.so.0: kjør «sudo apt install libxcb-cursor0»" in printed
        assert printed.count("\n") == 1


class TestHeavyTools:
    def test_all_are_found_where_they_are(self, tmp_path: Path) -> None:
        for name in kit.DICTIONARIES:
            (tmp_path / name).touch()
        assert kit.missing_heavy_tools(find=str, folders=[str(tmp_path)]) == {}

    def test_missing_tools_and_dictionaries_are_named_with_their_packages(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def find(tool: str) -> str:
            return "" if tool == "soffice" else tool

        monkeypatch.delenv("DICPATH", raising=False)
        missing = kit.missing_heavy_tools(find=find, folders=[str(tmp_path)])
        assert missing == {"soffice": "libreoffice-impress", "nb_NO.dic": "hunspell-no", "nn_NO.dic": "hunspell-no"}

    def test_on_a_users_machine_they_are_named_and_passed_over(self, capsys: pytest.CaptureFixture[str]) -> None:
        kit.announce_heavy_tools({"soffice": "libreoffice-impress"}, mandatory=False)
        assert "Mangler soffice (Debian: libreoffice-impress)" in capsys.readouterr().err

    def test_where_they_are_mandatory_a_missing_one_stops_the_run(self) -> None:
        with pytest.raises(kit.KitError, match="soffice"):
            kit.announce_heavy_tools({"soffice": "libreoffice-impress"}, mandatory=True)

    def test_nothing_is_said_when_none_is_missing(self, capsys: pytest.CaptureFixture[str]) -> None:
        kit.announce_heavy_tools({}, mandatory=True)
        assert capsys.readouterr().err == ""


def answering(*answers: bool) -> Callable[[int], bool]:
    """Give a lock that answers these, one after the other."""
    remaining = iter(answers)

    def try_lock(_descriptor: int) -> bool:
        return next(remaining)

    return try_lock


def loader_without(*sonames: str) -> Callable[[str], object]:
    """Give a loader of libraries that raises OSError for some, as ctypes does."""

    def load(soname: str) -> object:
        if soname in sonames:
            raise OSError(soname)
        return soname

    return load
