"""The pictures of the program: one for each page that is asked for, and the same bytes for the same picture."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tools.pictures import collage, contact_sheet, save_small

ROOT = Path(__file__).resolve().parents[2]


def plain(width: int, height: int, colour: str) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def test_a_picture_of_a_page_is_taken_without_a_screen(tmp_path: Path) -> None:
    shape = ["--languages", "nn", "--schemes", "dark", "--sizes", "200", "--pages", "agenda", "--window", "1280x720"]
    command = (sys.executable, "-m", "tools.app_pictures", str(tmp_path), *shape)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)

    assert (done.returncode, done.stderr.decode()) == (0, "")
    image = QImage(str(tmp_path / "nn-dark-200-agenda.png"))
    assert (image.width(), image.height()) == (1280, 720)
    assert image.pixelColor(1279, 719) == QColor("#101613")
    assert [path.name for path in tmp_path.iterdir()] == ["nn-dark-200-agenda.png"]


def test_the_same_picture_gives_the_same_small_file(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        save_small(plain(200, 100, "#0A6650"), tmp_path / name)

    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()
    assert len((tmp_path / "a.png").read_bytes()) < 400


def test_a_contact_sheet_has_two_in_a_row() -> None:
    sheet = contact_sheet([plain(1280, 800, "#FF0000"), plain(1280, 800, "#00FF00"), plain(1280, 800, "#0000FF")])

    assert (sheet.width(), sheet.height()) == (1310, 830)
    assert [sheet.pixelColor(x, y).name() for x, y in ((100, 100), (900, 100), (100, 600))] == ["#ff0000", "#00ff00", "#0000ff"]


def test_a_collage_has_one_height_and_nothing_between(tmp_path: Path) -> None:
    made = collage(plain(640, 360, "#FF0000"), plain(640, 360, "#00FF00"), plain(640, 360, "#0000FF"), plain(200, 400, "#FFFFFF"))
    save_small(made, tmp_path / "c.png")
    read = QImage(str(tmp_path / "c.png"))

    assert made.height() == 361
    assert [read.pixelColor(x, y).name() for x, y in ((100, 100), (700, 50), (700, 300))] == ["#ff0000", "#00ff00", "#0000ff"]
    assert read.pixelColor(648, 100).alpha() == 0
