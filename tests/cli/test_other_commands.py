import json
from pathlib import Path

import pytest

from workshop_kit.cli import main
from workshop_kit.writers.pptx_deck.xml import A


@pytest.fixture(autouse=True)
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.json"
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(path))
    return path


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "make" in capsys.readouterr().out


@pytest.mark.parametrize(("language", "word"), [("nb", "kommandoer"), ("nn", "kommandoar"), ("en", "commands")])
def test_help_comes_in_three_languages(language: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--ui-language", language]) == 0
    assert word in capsys.readouterr().out


def test_the_windows_open_by_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["app"]) == 2
    assert "åpnes alene" in capsys.readouterr().err


def test_the_shipped_content_has_no_faults(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "0 feil" in capsys.readouterr().out


def test_faults_in_own_content_are_listed_by_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "own" / "slides" / "examples" / "mitt"
    folder.mkdir(parents=True)
    (folder / "example.toml").write_text('id = "mitt"\nyear = "nylig"\n', encoding="utf-8")
    assert main(["check", "--own", str(tmp_path / "own")]) == 1
    captured = capsys.readouterr()
    assert "example.toml:2" in captured.err


def test_the_content_is_listed_in_the_language_of_the_messages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "--ui-language", "nn"]) == 0
    told = capsys.readouterr().out
    assert "BEG-7" in told
    assert "Berekraftsprikkar" in told


def test_contact_and_facilitator_are_set_and_used(settings_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "--contact", "Kari Nordmann\\nTlf. 11 22 33 44", "--facilitator", "Kari Nordmann"]) == 0
    assert json.loads(settings_file.read_text(encoding="utf-8"))["contact"] == "Kari Nordmann\nTlf. 11 22 33 44"
    assert main(["make", "Hvaler", "--out", str(tmp_path)]) == 0
    from pptx import Presentation

    deck = Presentation(str(tmp_path / "3110-hvaler" / "3110-hvaler-presentasjon-nb.pptx"))
    texts = [str(node.text) for slide in deck.slides for node in slide.element.iter(f"{{{A}}}t")]
    assert any("Tlf. 11 22 33 44" in text for text in texts)
    assert not any("Mike" in text for text in texts)


def test_broken_settings_are_told_and_the_defaults_used(settings_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_file.write_text("{", encoding="utf-8")
    assert main(["make", "Hvaler", "--out", str(tmp_path)]) == 0
    assert "standardverdiene" in capsys.readouterr().err
