"""The client's own example becomes the first card, in the words of its file; a file that cannot be used stops the command."""

from pathlib import Path

import pytest

from tests.cli.own_folder import slides_of
from workshop_kit.cli import main

TITLE = "Vi åpnet biblioteket om kvelden"
EXAMPLE = f"""\
title = "{TITLE}"
need = "Ungdommen manglet et sted å være."
did = "Holdt åpent to kvelder i uka."
result = "30 kom den første kvelden."
learn = "Spør dem det gjelder."
year = 2025
"""
FIRST_SHIPPED = {"nb": "Hvaler kommune satset tidlig på sol og smarte målere", "nn": "Hvaler kommune satsa tidleg på sol og smarte målarar"}


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "eksempel.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_own_example_comes_first_in_the_words_it_was_written_in(
    language: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["make", "Hvaler", "--language", language, "--own-example", str(file), "--out", str(tmp_path)]) == 0

    assert capsys.readouterr().err == ""
    slides = slides_of(tmp_path / "3110-hvaler")
    titles = [slide.title for slide in slides]
    assert titles.index(TITLE) == titles.index(FIRST_SHIPPED[language]) - 1
    card = slides[titles.index(TITLE)].text
    for words in ("Ungdommen manglet", "to kvelder i uka", "30 kom den", "Spør dem det gjelder", "2025"):
        assert words in card


def test_words_that_do_not_fit_the_card_are_told_with_the_file(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(EXAMPLE.replace("to kvelder i uka.", "to kvelder i uka, " * 20), encoding="utf-8")

    assert main(["make", "Hvaler", "--own-example", str(file), "--pin", "TULL-1", "--out", str(tmp_path)]) == 0

    other, own = sorted(capsys.readouterr().err.splitlines())
    assert own.startswith(f"{file}: «Holdt åpent to kvelder i uka, ")
    assert "får ikke plass" in own
    assert str(file) not in other


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('title = "', "title = ", ":1", "TOML"),
        ('learn = "Spør dem det gjelder."\n', "", ":1", "«learn» mangler"),
        ("year", "aar", ":6", "«aar» er ukjent"),
        ("Ungdommen manglet et sted å være.", "", ":2", "«need» er tom"),
        ("2025", "25", ":6", "fire sifre"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_line_and_nothing_is_made(
    old: str, new: str, line: str, words: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(EXAMPLE.replace(old, new, 1), encoding="utf-8")

    assert main(["make", "Hvaler", "--own-example", str(file), "--out", str(tmp_path / "ut")]) == 2

    captured = capsys.readouterr()
    (told,) = captured.err.splitlines()
    assert told.startswith(f"{file}{line}: ")
    assert words in told
    assert captured.out == ""
    assert not (tmp_path / "ut").exists()


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "--own-example", str(tmp_path / "borte.toml"), "--out", str(tmp_path / "ut")]) == 2
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith(f"{tmp_path / 'borte.toml'}: ")
    assert not (tmp_path / "ut").exists()
