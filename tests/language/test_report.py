"""The report of the content's words counts what it says it counts."""

from pathlib import Path

import pytest

from tests.language import report
from tests.language.report import make_report
from tests.language.texts import LANGUAGES

MODULE = """[[slide]]
id = "X-1"
layout = "content"
figure = "numbered-rows"

[[slide]]
id = "X-2"
layout = "quote"
"""
TEXT = """+++
id = "X-1"
+++
# Hva gjør {navn} kommune?

1. **Først.** Noe.

## say
Hunden sover. Bøndene arbeider lenge.
"""


def test_the_report_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert report.main() == 0
    printed = capsys.readouterr().out
    assert "slides without bullets" in printed
    assert all(f"{language}: hardest notes: " in printed for language in LANGUAGES)


def test_slides_notes_titles_and_bullets_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "slides" / "modules" / "x"
    folder.mkdir(parents=True)
    (folder / "module.toml").write_text(MODULE, encoding="utf-8")
    (folder / "nb.md").write_text(TEXT, encoding="utf-8")
    found = make_report(tmp_path, "nb")
    assert (found.slides, found.texts, found.notes_words, found.share_without_bullets) == (2, 1, 5, 0.5)
    assert found.longest_title == "Hva gjør Kristiansand kommune?"
    assert [(note.slide, note.score) for note in found.hardest] == [("X-1", 5 / 2 + 100 * 2 / 5)]


def test_the_languages_hold_as_much() -> None:
    nb, nn = (make_report(report.PROJECT, language) for language in LANGUAGES)
    assert (nb.texts, nb.exercises, nb.examples) == (nn.texts, nn.exercises, nn.examples)
    assert {note.slide for note in nb.notes} == {note.slide for note in nn.notes}
