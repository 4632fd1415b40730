"""Decks as an office suite shows them: every shown slide is a page, says its title, and breaks it as we do."""

import os
import shutil
import subprocess
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from PIL import Image

from tests.writers.deck_samples import NB, NN, Sample, deck, document, theme
from workshop_kit import paths
from workshop_kit.scene.measure import NO_BREAK_SPACE
from workshop_kit.scene.page import Page, Role, Shape

pytestmark = pytest.mark.heavy

TOOLS = ("soffice", "pdftoppm", "pdftotext")
SAMPLES = (Sample("3110", NB, True, "Hvaler"), Sample("4649", NN, False, "Stad"))
HTML = "{http://www.w3.org/1999/xhtml}"
DOTS_PER_INCH = 20
NEAR = 6
"""How far a colour in a picture may be from what it should be, of 255: the suite mixes colours at its own pace."""
LEAST_COLOURS = 5
"""A page with words on it has more: the edges of its letters."""
FONTS = """<?xml version="1.0"?>
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>Arial</family><accept><family>Liberation Sans</family></accept></alias>
</fontconfig>
"""
"""The bundled typeface alone, in Arial's place: what is measured does not depend on the machine."""


@pytest.fixture(scope="module", autouse=True)
def tools() -> None:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        told = f"{', '.join(missing)} not found: install libreoffice-impress and poppler-utils to see how decks are shown"
        if os.environ.get("WORKSHOP_KIT_HEAVY") == "1":
            pytest.fail(told)
        pytest.skip(told)


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda sample: sample.language.value)
def sample(request: pytest.FixtureRequest) -> Sample:
    found = request.param
    assert isinstance(found, Sample)
    return found


@pytest.fixture(scope="module")
def shown(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a deck as a PDF that the office suite made: a process of its own, with a profile of its own."""
    folder = tmp_path_factory.mktemp(f"shown-{sample.language.value}")
    source = folder / "deck.pptx"
    source.write_bytes(deck(sample))
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=paths.FONTS, cache=folder / "cache"), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=240,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts), "HOME": str(folder)},
    )
    return source.with_suffix(".pdf")


def lines_of(shown: Path) -> tuple[tuple[str, ...], ...]:
    """Give the lines on each page, in reading order."""
    told = subprocess.run(["pdftotext", "-bbox-layout", str(shown), "-"], check=True, capture_output=True, timeout=60).stdout
    pages = fromstring(told.decode()).iter(f"{HTML}page")
    return tuple(tuple(_words(line) for line in page.iter(f"{HTML}line")) for page in pages)


def pictures_of(shown: Path) -> list[Path]:
    """Give a picture of each page, in order."""
    subprocess.run(["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", str(shown), str(shown.with_suffix(""))], check=True, timeout=60)
    return sorted(shown.parent.glob("*.png"))


def _words(line: Element) -> str:
    return _plain(" ".join(word.text or "" for word in line.iter(f"{HTML}word")))


def _plain(text: str) -> str:
    return " ".join(text.replace(NO_BREAK_SPACE, " ").split())


def title_of(page: Page) -> Shape:
    return next(item for item in page.items if isinstance(item, Shape) and item.role is Role.TITLE)


def lines_taken(title: str, lines: tuple[str, ...]) -> int:
    """Give how many lines in a row make up a title, 0 where none do."""
    for first in range(len(lines)):
        for last in range(first + 1, min(first + 5, len(lines) + 1)):
            if " ".join(lines[first:last]) == title:
                return last - first
    return 0


def assert_pages_say_their_titles(pages: list[Page], lines: tuple[tuple[str, ...], ...]) -> None:
    assert len(lines) == len(pages)
    missing = [page.title for page, said in zip(pages, lines, strict=True) if _plain(page.title) not in " ".join(said)]
    assert missing == []


def assert_titles_break_as_we_count(pages: list[Page], lines: tuple[tuple[str, ...], ...]) -> None:
    ours = {page.key: len(text.lines) for page in pages if (text := title_of(page).text) is not None}
    theirs = {page.key: lines_taken(_plain(page.title), said) for page, said in zip(pages, lines, strict=True)}
    assert theirs == ours


def assert_painted_on_its_ground(page: Page, path: Path) -> None:
    with Image.open(path) as picture:
        painted = picture.convert("RGB")
    wanted = bytes.fromhex(theme().colour(page.ground))
    edge = painted.getpixel((painted.width // 2, 2))
    colours = painted.getcolors(maxcolors=painted.width * painted.height)
    assert isinstance(edge, tuple)
    assert all(abs(one - other) <= NEAR for one, other in zip(edge, wanted, strict=True)), page.key
    assert colours is not None
    assert len(colours) > LEAST_COLOURS, page.key


def test_office_suite_shows_every_slide_as_it_was_laid_out(sample: Sample, shown: Path) -> None:
    pages = [page for page in document(sample).pages if not page.hidden]

    lines, pictures = lines_of(shown), pictures_of(shown)

    assert_pages_say_their_titles(pages, lines)
    assert_titles_break_as_we_count(pages, lines)
    for page, path in zip(pages, pictures, strict=True):
        assert_painted_on_its_ground(page, path)
