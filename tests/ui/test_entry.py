"""The program's one door: windows without further words, the command with any other, and a clear line where windows cannot open."""

import subprocess
import sys

import pytest

from workshop_kit import __main__
from workshop_kit.app import main as open_windows

NO_QT = "import sys; sys.modules['PySide6'] = None; from workshop_kit.__main__ import main; sys.exit(main({given}))"


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.mark.parametrize("given", [[], ["app"], ["hvaler.workshop"], ["hvaler.workshopkit"], ["app", "hvaler.workshop"]])
def test_windows_open_without_further_words(given: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    opened = list[list[str]]()

    def note(files: list[str]) -> int:
        opened.append(files)
        return 0

    monkeypatch.setattr("workshop_kit.app.main", note)

    assert __main__.main(given) == 0
    assert opened == [[each for each in given if each != "app"]]


def test_any_other_word_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["content"]) == 0
    assert "VEL-1" in capsys.readouterr().out


def test_without_qt_the_command_tells_what_there_is() -> None:
    done = run(NO_QT.format(given="[]"))

    assert (done.returncode, done.stderr) == (0, "")
    assert "workshop-kit" in done.stdout


def test_without_a_screen_it_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")

    assert open_windows([]) == 2
    assert "skjerm" in capsys.readouterr().err
