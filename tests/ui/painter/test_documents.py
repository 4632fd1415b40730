"""Whole packs, painted: sheets as the PDF writer has them, slides as an office suite shows the deck."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PIL import Image, ImageChops, ImageStat
from pytestqt.qtbot import QtBot

from tests import make
from tests.ui.painter.looking import all_pages, colour, composed, ink, painted
from workshop_kit import paths
from workshop_kit.domain.language import Language
from workshop_kit.pack import Composed
from workshop_kit.scene.chart import chart_shapes
from workshop_kit.scene.page import Chart, Document, Page

CLIENTS = (("Hvaler", Language.NB), ("Stad", Language.NN))
WIDTH = 960
TILES = 24
"""Pixels of a tile's side: what is missing or out of its place changes its colour, soft edges do not."""
SHEET_MEAN, SHEET_TILE = 4.5, 20
"""How far all pixels on average, and the worst tile's mean colour, are from the PDF's picture, of 255."""
SLIDE_MEAN, SLIDE_TILE = 10.0, 35
"""The same from the office suite's. Slides with a chart, native there, stand outside."""
BROKEN_OTHERWISE = 4
"""So many slides of a deck may be farther: the suite breaks lines at hyphens, which we never do."""
FONTS = """<?xml version="1.0"?>
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>Arial</family><accept><family>Liberation Sans</family></accept></alias>
</fontconfig>
"""


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Qt's fonts need an application."""


@pytest.fixture(params=CLIENTS, ids=lambda client: client[0])
def pack(request: pytest.FixtureRequest) -> Composed:
    return composed(*request.param)


def need(*tools: str) -> None:
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        told = f"{', '.join(missing)} not found: install libreoffice-impress and poppler-utils to compare pictures"
        if os.environ.get("WORKSHOP_KIT_HEAVY") == "1":
            pytest.fail(told)
        pytest.skip(told)


def test_every_page_of_a_pack_is_painted_on_its_ground(pack: Composed) -> None:
    pages = all_pages(pack)

    assert len(pages) > 100
    assert any(page.hidden for page in pages)
    for page in pages:
        seen = painted(page, 320)
        assert ink(seen, colour(page.ground)) is not None, page.key
        assert seen.getpixel((319, 1)) == colour(page.ground) or page.layout, page.key


def rasterised(pdf: Path, sizes: str) -> Iterator[Image.Image]:
    """Give a PDF's pages as pictures; `sizes` are pdftoppm's height, which follows the width where it is -1."""
    subprocess.run(
        ["pdftoppm", "-png", "-scale-to-x", str(WIDTH), "-scale-to-y", sizes, str(pdf), str(pdf.with_suffix(""))],
        check=True,
        capture_output=True,
        timeout=120,
    )
    for path in sorted(pdf.parent.glob(f"{pdf.stem}-*.png")):
        with Image.open(path) as picture:
            yield picture.convert("RGB")


def differences(ours: Image.Image, theirs: Image.Image) -> tuple[float, float]:
    """Give the mean difference of all pixels, and the largest of two tiles' mean colours."""
    size = (min(ours.width, theirs.width), min(ours.height, theirs.height))
    assert abs(ours.height - theirs.height) <= 1
    pair = ours.crop((0, 0, *size)), theirs.crop((0, 0, *size))
    coarse = [each.reduce(TILES) for each in pair]
    worst = max(highest for _, highest in ImageStat.Stat(ImageChops.difference(*coarse)).extrema)
    return sum(ImageStat.Stat(ImageChops.difference(*pair)).mean) / 3, worst


def sheet_documents(pack: Composed) -> tuple[Document, ...]:
    return pack.all_sheets, pack.programme, pack.run_sheet, pack.glossary, pack.calls


@pytest.mark.heavy
def test_sheets_look_like_the_pdf(pack: Composed, tmp_path: Path) -> None:
    need("pdftoppm")
    from workshop_kit.writers.pdf_sheets import write_pdf

    for number, document in enumerate(document for document in sheet_documents(pack) if document.pages):
        pdf = tmp_path / f"sheet{number}.pdf"
        pdf.write_bytes(write_pdf(document, make.theme(), chart_shapes))
        for page, theirs in zip(document.pages, rasterised(pdf, "-1"), strict=True):
            mean, worst = differences(painted(page, WIDTH), theirs)
            assert (mean <= SHEET_MEAN, worst <= SHEET_TILE) == (True, True), (page.key, mean, worst)


def suite_pdf(deck: bytes, folder: Path) -> Path:
    """Let the office suite make a PDF of a deck: a process of its own, with a profile of its own and the bundled typeface alone."""
    source, fonts = folder / "deck.pptx", folder / "fonts.conf"
    source.write_bytes(deck)
    fonts.write_text(FONTS.format(fonts=paths.FONTS, cache=folder / "cache"), encoding="utf-8")
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=240,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts), "HOME": str(folder)},
    )
    return source.with_suffix(".pdf")


def without_hiding(document: Document) -> Document:
    """Show every slide: the office suite leaves hidden ones out."""
    return msgspec.structs.replace(document, pages=tuple(msgspec.structs.replace(page, hidden=False) for page in document.pages))


def has_chart(page: Page) -> bool:
    return any(isinstance(item, Chart) for item in page.items)


@pytest.mark.heavy
def test_slides_look_like_the_deck_in_an_office_suite(pack: Composed, tmp_path: Path) -> None:
    need("soffice", "pdftoppm")
    from workshop_kit.writers.pptx_deck import write_deck

    deck = without_hiding(pack.deck)
    pictures = rasterised(suite_pdf(write_deck(deck, make.theme()), tmp_path), str(WIDTH * 9 // 16))
    found = {
        page.key: differences(painted(page, WIDTH, number), theirs)
        for number, (page, theirs) in enumerate(zip(deck.pages, pictures, strict=True), start=1)
        if not has_chart(page)
    }

    assert len(found) > 90
    far = {key: apart for key, apart in found.items() if apart[0] > SLIDE_MEAN or apart[1] > SLIDE_TILE}
    assert len(far) <= BROKEN_OTHERWISE, far
