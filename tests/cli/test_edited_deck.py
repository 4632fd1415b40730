"""The command tells in few lines what an edited deck lacks and what is different since last time, and gives it as data."""

import json
from pathlib import Path

import pytest

from tests.writers import deck_editing
from workshop_kit.cli import main
from workshop_kit.store.faults import StoreFault, fault_of
from workshop_kit.store.pack_choice import NAME

DECK = "3110-hvaler-presentasjon-nb.pptx"
PROGRAMME = "3110-hvaler-program-nb.pdf"


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))


def test_what_an_edited_deck_lacks_is_told_in_few_lines_and_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "--out", str(tmp_path)]) == 0
    deck_editing.edit(tmp_path / "3110-hvaler" / DECK, deck_editing.say(3, "Si: Vårt."))
    capsys.readouterr()
    again = ["make", "Hvaler", "--goals", "3", "--out", str(tmp_path)]

    assert main(again) == 0
    told = capsys.readouterr().out
    assert "Endret for hånd (1): Hva betyr dette for Hvaler kommune?" in told
    assert "Bare i den nye (1): Disse målene vil vi arbeide videre med i dag" in told
    assert "Siden sist: 1 lysbilder inn" in told
    assert main([*again, "--json"]) == 0
    pack = json.loads(capsys.readouterr().out)["packs"][0]
    assert pack["edited"][0]["changes"]["edited"][0]["edits"] == ["notes"]
    assert pack["since"]["slides_in"] == []
    assert pack["not_made"] == {}
    assert "decks" not in pack


def test_a_kept_deck_that_is_locked_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "--out", str(tmp_path)]) == 0
    (tmp_path / "3110-hvaler" / DECK).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    capsys.readouterr()

    assert main(["make", "Hvaler", "--ui-language", "en", "--out", str(tmp_path)]) == 0
    assert "is locked with a password" in capsys.readouterr().out


def test_a_file_that_is_held_is_told_and_the_command_says_that_not_all_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from workshop_kit import pack_writing

    write = pack_writing.write_whole

    def refuse(path: Path, data: bytes) -> None:
        if path.name == PROGRAMME:
            raise StoreFault(path, fault_of(OSError(16, "busy"), path).key)
        write(path, data)

    monkeypatch.setattr(pack_writing, "write_whole", refuse)
    assert main(["make", "Hvaler", "--out", str(tmp_path)]) == 1
    told = capsys.readouterr()

    assert f"Ikke laget: {PROGRAMME}" in told.err
    assert "i bruk i et annet program" in told.err
    assert DECK in told.out
    assert PROGRAMME not in told.out
    assert not (tmp_path / NAME).exists()
