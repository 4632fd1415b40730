from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from tests.ui.painter.looking import colour, ink, only, page, painted, px
from workshop_kit.scene.page import Picture

BOX = px(300, 200, 200, 200)
RED = (204, 0, 51)


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Qt's fonts need an application."""


def picture(path: Path, alt: str = "Rådhuset i Skjærhalden") -> Picture:
    return Picture(name="Bilde", box=BOX, path=str(path), alt=alt)


@pytest.mark.parametrize(("name", "mode"), [("a.png", "RGB"), ("a.png", "RGBA"), ("a.png", "P"), ("a.jpg", "RGB"), ("a.gif", "RGB")])
def test_a_picture_is_fitted_into_the_middle_of_its_box(name: str, mode: str, tmp_path: Path) -> None:
    Image.new("RGB", (800, 400), RED).convert(mode).save(tmp_path / name)
    seen = painted(page(picture(tmp_path / name)))

    assert ink(seen) == (300, 250, 500, 350)
    found = seen.getpixel((400, 300))
    assert isinstance(found, tuple)
    assert max(abs(one - other) for one, other in zip(found, RED, strict=True)) <= 3


def test_a_small_picture_is_enlarged(tmp_path: Path) -> None:
    Image.new("RGB", (4, 2), RED).save(tmp_path / "a.png")

    assert ink(painted(page(picture(tmp_path / "a.png")))) == (300, 250, 500, 350)


def test_what_is_clear_lets_the_ground_through(tmp_path: Path) -> None:
    Image.new("RGBA", (40, 40), (*RED, 0)).save(tmp_path / "a.png")

    assert ink(painted(page(picture(tmp_path / "a.png")))) is None


def broken(folder: Path, kind: str) -> Path:
    whole = folder / "whole.png"
    Image.effect_noise((300, 300), 80).save(whole)
    path = folder / f"{kind}.png"
    data = whole.read_bytes()
    if kind != "gone":
        path.write_bytes({"cut": data[:5000], "no-picture": b"Hei", "empty": b"", "damaged": data[:60] + b"\0" * 50 + data[110:]}[kind])
    return path


@pytest.mark.parametrize("kind", ["cut", "no-picture", "empty", "damaged", "gone"])
@pytest.mark.parametrize("alt", ["Rådhuset i Skjærhalden", ""])
def test_a_broken_picture_is_a_box_with_its_description_or_name(kind: str, alt: str, tmp_path: Path) -> None:
    seen = painted(page(picture(broken(tmp_path, kind), alt)))

    bounds = ink(seen)
    assert seen.getpixel((310, 210)) == colour("accent6")
    assert only(seen.crop((310, 250, 490, 350)), lambda found: found == colour("tx1")) > 20
    assert bounds is not None
    assert bounds[0] >= 298
    assert bounds[1] >= 198
    assert bounds[2] <= 502
    assert bounds[3] <= 402


def test_a_long_description_stays_in_a_low_box(tmp_path: Path) -> None:
    low = Picture(name="", box=px(300, 200, 200, 60), path=str(tmp_path / "gone.png"), alt="Et langt ord for hver linje " * 9)
    bounds = ink(painted(page(low)), colour("bg1"))

    assert bounds is not None
    assert bounds[1] >= 198
    assert bounds[3] <= 262
