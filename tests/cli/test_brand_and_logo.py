"""Colours and a logo of one's own from the command."""

import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from workshop_kit.cli import main
from workshop_kit.scene.brand_file import brand_text


@pytest.fixture(autouse=True)
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.json"
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(path))
    return path


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    path = tmp_path / "farger.toml"
    path.write_text(brand_text({"tx2": "12355B", "accent1": "1F5FA8"}, "Blå"), encoding="utf-8")
    return path


def deck(out: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(out.rglob("*.pptx")))


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 2
    return capsys.readouterr().err


def make(out: Path, *more: str) -> int:
    return main(["make", "Hvaler", "--length", "90min", "--out", str(out), *more])


def test_a_brand_is_named_or_kept_in_the_settings(brand: Path, settings_file: Path, tmp_path: Path) -> None:
    assert make(tmp_path / "named", "--brand", str(brand)) == 0
    assert main(["settings", "--brand", str(brand)]) == 0
    assert json.loads(settings_file.read_text(encoding="utf-8"))["brand_file"] == str(brand)
    assert make(tmp_path / "kept") == 0
    assert main(["settings", "--brand", ""]) == 0
    assert make(tmp_path / "usual") == 0

    has_blue = [b'val="12355B"' in deck(tmp_path / out).read("ppt/theme/theme1.xml") for out in ("named", "kept", "usual")]
    assert has_blue == [True, True, False]


def test_a_brand_whose_file_went_away_is_told_and_the_usual_one_is_used(
    brand: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["settings", "--brand", str(brand)]) == 0
    brand.unlink()
    assert make(tmp_path / "out") == 0

    assert "farger.toml" in capsys.readouterr().err
    assert b'val="0B3A4A"' in deck(tmp_path / "out").read("ppt/theme/theme1.xml")


def test_a_logo_goes_into_one_clients_deck(tmp_path: Path) -> None:
    Image.new("RGBA", (30, 40), (20, 70, 160, 255)).save(tmp_path / "vaapen.png")
    assert make(tmp_path / "out", "--logo", str(tmp_path / "vaapen.png")) == 0

    assert [name for name in deck(tmp_path / "out").namelist() if name.startswith("ppt/media/")] == ["ppt/media/image1.png"]


def test_what_cannot_be_a_brand_or_a_logo_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Image.new("RGB", (30, 40)).save(tmp_path / "vaapen.png")
    (tmp_path / "notat.png").write_text("ord", encoding="utf-8")
    out = str(tmp_path / "out")

    assert "borte.toml" in refused(capsys, "make", "Hvaler", "--out", out, "--brand", "borte.toml")
    assert "borte.toml" in refused(capsys, "settings", "--brand", "borte.toml")
    assert "borte.png" in refused(capsys, "make", "Hvaler", "--out", out, "--logo", "borte.png")
    assert "notat.png" in refused(capsys, "make", "Hvaler", "--out", out, "--logo", str(tmp_path / "notat.png"))
    assert "--logo" in refused(capsys, "make", "Hvaler", "Halden", "--out", out, "--logo", str(tmp_path / "vaapen.png"))
    assert not (tmp_path / "out").exists()
