"""How many copies each sheet needs is told by the command, and stands in the manifest."""

import json
from pathlib import Path

import pytest

from workshop_kit.cli import main


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))


def test_copies_follow_the_head_count_and_the_group_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--participants", "24", "--group-size", "6", "--pin", "F18", "--out", str(tmp_path)]
    assert main(["make", "Hvaler", "--json", *options]) == 0

    files = json.loads(capsys.readouterr().out)["packs"][0]["files"]
    copies = {file["exercise"] or file["role"]: file.get("copies") for file in files}
    assert copies == {
        "deck": None,
        "sheets": None,
        "F1": 7,
        "F5": 5,
        "F9": 5,
        "F17": 5,
        "F18": 26,
        "programme": 25,
        "run-sheet": 1,
        "glossary": 24,
        "call-list": 1,
    }


def test_copies_are_told_beside_each_file_once_the_head_count_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "--participants", "17", "--out", str(tmp_path)]) == 0
    known = capsys.readouterr().out
    assert main(["make", "Hvaler", "--out", str(tmp_path)]) == 0
    unknown = capsys.readouterr().out

    assert "3110-hvaler-ark-f1-nb.pdf  1 s. × 5\n" in known
    assert "for 17 deltakere, med én gruppe i reserve" in known
    assert "×" not in unknown


@pytest.mark.parametrize("given", [["--participants", "mange"], ["--participants", "501"], ["--group-size", "13"], ["--group-size", "-1"]])
def test_a_number_that_cannot_be_is_refused_in_one_line(given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "--out", str(tmp_path), *given]) == 2

    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert given[0] in captured.err
