from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from pypdf import PdfReader

from tests.writers import pdf_samples as samples
from tests.writers.pdf_checks import faults, validator_failures
from tests.writers.pdf_reading import PdfReading
from workshop_kit.scene.page import (
    Align,
    Anchor,
    Geometry,
    Picture,
    Role,
    Stroke,
    TextStyle,
)
from workshop_kit.scene.theme import Theme, load_theme

BODY = TextStyle(size=11)
BOX = samples.mm(20, 30, 100, 40)


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load_theme()


@pytest.fixture
def sheet(theme: Theme) -> samples.Sheet:
    one = samples.Sheet(theme)
    one.words("Tittelen", TextStyle(size=26, bold=True), samples.mm(20, 15, 100, 12), Role.TITLE)
    return one


def read(sheet: samples.Sheet) -> PdfReading:
    return PdfReading(samples.written(sheet.page("ark", "Tittelen"), theme=sheet.theme))


@pytest.mark.parametrize("geometry", list(Geometry))
def test_outline_stays_in_its_box(geometry: Geometry, sheet: samples.Sheet) -> None:
    sheet.shape(samples.mm(50, 100, 60, 20), geometry, fill="accent6", stroke=Stroke(colour="tx2", width=1), dashed=True)
    left, lower, right, upper = read(sheet).pages[0].ink[-1]
    edges = samples.mm(50, 100, 60, 20)

    assert left >= edges.x / 12_700 - 0.51
    assert right <= edges.right / 12_700 + 0.51
    assert lower >= 841.89 - edges.bottom / 12_700 - 0.51
    assert upper <= 841.89 - edges.y / 12_700 + 0.51


@pytest.mark.parametrize("geometry", [Geometry.CHECK, Geometry.CROSS])
def test_marks_keep_their_proportions(geometry: Geometry, sheet: samples.Sheet) -> None:
    sheet.shape(samples.mm(50, 100, 60, 20), geometry, fill="accent6")
    left, _, right, _ = read(sheet).pages[0].ink[-1]

    assert right - left == pytest.approx(20 * 72 / 25.4, abs=0.1)


def test_line_without_a_stroke_is_not_drawn(sheet: samples.Sheet) -> None:
    before = len(read(sheet).pages[0].ink)
    sheet.shape(samples.mm(50, 100, 60, 0), Geometry.LINE)

    assert len(read(sheet).pages[0].ink) == before


def test_arrow_ends_at_its_point(sheet: samples.Sheet) -> None:
    sheet.shape(samples.mm(50, 100, 60, 0), Geometry.LINE, stroke=samples.AXIS)
    head, line = read(sheet).pages[0].ink[-2:]

    assert head[2] == pytest.approx(110 * 72 / 25.4, abs=0.01)
    assert line[2] < head[2]


@pytest.mark.parametrize(("align", "left"), [(Align.LEFT, 20.0), (Align.CENTRE, None), (Align.RIGHT, None)])
def test_alignment_places_a_line_in_its_box(align: Align, left: float | None, sheet: samples.Sheet) -> None:
    sheet.words("Ord", TextStyle(size=11, align=align), BOX)
    start, _, end, _ = (edge * 25.4 / 72 for edge in read(sheet).pages[0].ink[-1])
    wanted = {Align.LEFT: start - 20, Align.CENTRE: (start + end) / 2 - 70, Align.RIGHT: end - 120}[align]

    assert left is None or start == pytest.approx(left, abs=0.01)
    assert wanted == pytest.approx(0, abs=0.01)


def test_anchor_places_the_first_baseline(sheet: samples.Sheet) -> None:
    for anchor in Anchor:
        sheet.words("Ord", TextStyle(size=10, anchor=anchor), BOX)
    fonts = sheet.theme.fonts
    baselines = [841.89 - (lower + 0.21 * 10) for _, lower, _, _ in read(sheet).pages[0].ink[-3:]]
    room = BOX.h / 12_700 - 10 * fonts.line_height
    top = BOX.y / 12_700 + fonts.ascent * 10

    assert baselines == pytest.approx([top, top + room / 2, top + room], abs=0.02)


def test_white_ground_is_not_drawn_and_a_coloured_one_is(sheet: samples.Sheet) -> None:
    page = sheet.page("ark", "Tittelen")
    white = PdfReading(samples.written(page, theme=sheet.theme))
    sand = PdfReading(samples.written(msgspec.structs.replace(page, ground="bg2"), theme=sheet.theme))

    assert len(sand.pages[0].ink) == len(white.pages[0].ink) + 1


def picture(folder: Path, name: str, mode: str) -> Picture:
    path = folder / name
    Image.new(mode, (40, 20), (10, 90, 120, 128)[: len(mode)] if mode != "L" else 90).save(path)
    return Picture(name=name, box=samples.mm(30, 50, 60, 60), path=str(path), alt="Bilde av rådhuset i Skjærhalden.")


@pytest.mark.parametrize(("name", "mode"), [("a.png", "RGB"), ("a.png", "RGBA"), ("a.jpg", "RGB"), ("a.jpg", "L"), ("a.gif", "L")])
def test_picture_is_fitted_into_its_box(name: str, mode: str, sheet: samples.Sheet, tmp_path: Path) -> None:
    sheet.items += [picture(tmp_path, name, mode)] * 2
    data = samples.written(sheet.page("ark", "Tittelen"), theme=sheet.theme)
    reading = PdfReading(data)
    embedded = Image.open(BytesIO(PdfReader(BytesIO(data)).pages[0].images[0].data))

    assert embedded.size == (40, 20)
    assert reading.pages[0].ink[-1] == pytest.approx(tuple(value * 72 / 25.4 for value in (30, 297 - 95, 90, 297 - 65)), abs=0.02)
    assert faults(data) == []
    assert validator_failures(data) == []


def test_picture_without_a_description_is_decoration(sheet: samples.Sheet, tmp_path: Path) -> None:
    sheet.items.append(msgspec.structs.replace(picture(tmp_path, "a.png", "RGB"), alt=""))

    assert not read(sheet).nodes("Figure")
