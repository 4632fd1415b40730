"""The command makes what the windows have saved, just as it was arranged."""

from pathlib import Path

import pytest
from pptx import Presentation

from workshop_kit.cli import main
from workshop_kit.domain.by_hand import SlideEdit
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.store.document import save_workshop


def test_a_workshop_that_the_windows_saved_is_made_just_as_it_was_arranged(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    saved = Workshop(
        municipality="3110",
        language=Language.NN,
        edits=(SlideEdit(slide="BEG-2", title="Ein by for folk i Hvaler"),),
        hidden=("BEG-3",),
    )
    path = tmp_path / "hvaler" / "hvaler.workshop"
    path.parent.mkdir()
    save_workshop(path, saved)

    assert main(["make", str(path), "--out", str(tmp_path / "ut")]) == 0
    assert "3110-hvaler-presentasjon-nn.pptx" in capsys.readouterr().out
    deck = tmp_path / "ut" / "3110-hvaler" / "3110-hvaler-presentasjon-nn.pptx"
    titles = [slide.shapes.title.text for slide in Presentation(str(deck)).slides if slide.shapes.title is not None]
    assert "Ein by for folk i Hvaler" in titles


def test_a_file_that_is_no_workshop_is_refused_in_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "x.workshop"
    path.write_text("{", encoding="utf-8")

    assert main(["make", str(path)]) == 2
    assert str(path) in capsys.readouterr().err
