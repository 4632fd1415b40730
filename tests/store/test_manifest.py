"""A pack's manifest says what was made, in the same bytes every time."""

import json
from pathlib import Path

import msgspec
import pytest

from workshop_kit.domain.language import Language
from workshop_kit.store.manifest import NAME, FileRole, Manifest, ManifestFile, read_manifest, write_manifest

DECK = ManifestFile(role=FileRole.DECK, path="1515-heroy-presentasjon-nn.pptx", pages=27, exercise=None)
SHEET = ManifestFile(role=FileRole.SHEET, path="ark/1515-heroy-f1-nn.pdf", pages=1, exercise="F1")
MANIFEST = Manifest(municipality="1515", language=Language.NN, content_version="0123456789ab", files=(DECK, SHEET))


def test_a_manifest_survives_being_written_and_read(tmp_path: Path) -> None:
    whole = Manifest(municipality="1515", language=Language.NN, content_version="0", files=(DECK,), kept=("gammel.pptx",), made_with="abc")

    path = write_manifest(tmp_path, whole)

    assert path == tmp_path / NAME
    assert read_manifest(tmp_path) == whole


def test_a_manifest_has_the_agreed_form_and_leaves_out_what_is_empty(tmp_path: Path) -> None:
    write_manifest(tmp_path, MANIFEST)

    assert json.loads((tmp_path / NAME).read_text(encoding="utf-8")) == {
        "municipality": "1515",
        "language": "nn",
        "content_version": "0123456789ab",
        "files": [
            {"role": "deck", "path": "1515-heroy-presentasjon-nn.pptx", "pages": 27, "exercise": None},
            {"role": "sheet", "path": "ark/1515-heroy-f1-nn.pdf", "pages": 1, "exercise": "F1"},
        ],
    }


def test_copies_are_told_where_they_are_known_also_when_there_are_none(tmp_path: Path) -> None:
    counted = msgspec.structs.replace(MANIFEST, files=(DECK, msgspec.structs.replace(SHEET, copies=0)))
    write_manifest(tmp_path, counted)

    files = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["files"]
    assert ["copies" in file for file in files] == [False, True]
    assert read_manifest(tmp_path) == counted


def test_the_same_manifest_gives_the_same_bytes(tmp_path: Path) -> None:
    first = write_manifest(tmp_path, MANIFEST).read_bytes()

    assert write_manifest(tmp_path, MANIFEST).read_bytes() == first
    assert first.endswith(b"}\n")


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"municipality": "1515"}', '{"municipality": 1515}'])
def test_a_missing_or_broken_manifest_is_none(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / NAME).write_text(text, encoding="utf-8")

    assert read_manifest(tmp_path) is None
