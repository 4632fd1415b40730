"""Real decks for clients chosen to be nasty, through every gate that a deck must pass before it is handed over."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from ooxml_integrity import Finding, check_pptx
from openxml_audit import validate_pptx  # pyright: ignore[reportMissingTypeStubs] - it has none
from pptx import Presentation

from tests.writers import deck_plan
from tests.writers.deck_baking import baked
from tests.writers.deck_checks import package_faults
from tests.writers.deck_content_checks import jumps
from tests.writers.deck_planting import Change, Members, planted, slide, swap
from tests.writers.deck_reading import Deck, Package
from tests.writers.deck_samples import SAMPLES, Sample, deck, document, theme
from workshop_kit import paths
from workshop_kit.pack import compose, load_kit
from workshop_kit.scene.measure import NO_BREAK_SPACE
from workshop_kit.writers.pptx_deck import write_deck

IGNORED = {
    "PPT002",  # over by less than 5 % of the box: within the tool's own tolerance, and we judge text by 94 % of its width
    "PPT006",  # boxes that overlap: it takes a goal's tile under its name, and arrows that reach into each other, for texts
    #            that hide each other; look_faults measures those by where the letters stand
}
POINT = r'<a:pt x="(\d+)" y="(\d+)"/>'
RING = re.compile(rf"<a:moveTo>{POINT}</a:moveTo>((?:<a:lnTo>{POINT}</a:lnTo>)*)<a:close/>")
PATH = re.compile(r'<a:path w="(\d+)" h="(\d+)">(.*?)</a:path>')


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda sample: f"{sample.number}-{sample.language.value}-{sample.dated}")
def sample(request: pytest.FixtureRequest) -> Sample:
    found = request.param
    assert isinstance(found, Sample)
    return found


@pytest.fixture
def bundled_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the measuring tool have the bundled fonts, whatever fonts the machine has."""

    def locate(family: str, bold: bool, italic: bool) -> tuple[str, str, int]:
        del family, italic  # a typeface that is not the theme's, Arial, is a fault of the package already
        return str(paths.FONTS / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf"), "Liberation Sans", 0

    monkeypatch.setattr("ooxml_integrity.fonts._locate", locate)


def thinned(data: bytes) -> bytes:
    """Give a deck with three points to each ring of its maps, once all points are seen to be right.

    Four of five elements in a deck are such points, and the validator takes as long for each as for any other.
    """
    members = Members(data)
    for name in members.held:
        if name.startswith("ppt/slides/slide"):
            members.held[name] = PATH.sub(_thinned_path, members.held[name].decode()).encode()
    return members.sealed()


def _thinned_path(found: re.Match[str]) -> str:
    width, height, rings = int(found[1]), int(found[2]), found[3]
    assert RING.sub("", rings) == ""
    points = [(int(x), int(y)) for x, y in re.findall(POINT, rings)]
    assert all(x <= width and y <= height for x, y in points)
    return found[0].replace(rings, RING.sub(_thinned_ring, rings))


def _thinned_ring(found: re.Match[str]) -> str:
    points = re.findall(r"<a:lnTo>.*?</a:lnTo>", found[3])
    assert len(points) >= 2
    return found[0].replace(found[3], "".join(points[:2]))


def audit_errors(data: bytes, folder: Path) -> list[str]:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    return [str(error) for error in validate_pptx(path).errors]


def text_findings(data: bytes, folder: Path) -> list[Finding]:
    path = folder / "baked.pptx"
    path.write_bytes(baked(data))
    return [finding for finding in check_pptx(path) if finding.code not in IGNORED]


def test_deck_has_no_schema_errors(sample: Sample, tmp_path: Path) -> None:
    assert audit_errors(thinned(deck(sample)), tmp_path) == []


def test_package_and_slides_have_no_faults(sample: Sample) -> None:
    assert package_faults(deck(sample)) == []


@pytest.mark.usefixtures("bundled_fonts")
def test_no_text_is_overfull_with_its_geometry_baked_in(sample: Sample, tmp_path: Path) -> None:
    assert [str(finding) for finding in text_findings(deck(sample), tmp_path)] == []


def test_python_pptx_opens_the_deck_and_reads_what_was_placed(sample: Sample) -> None:
    opened = Presentation(BytesIO(deck(sample)))

    titles = [one.shapes.title.text_frame.text for one in opened.slides if one.shapes.title is not None]
    notes = [frame.text for one in opened.slides if (frame := one.notes_slide.notes_text_frame) is not None]
    pages = document(sample).pages
    assert [title.replace(NO_BREAK_SPACE, " ") for title in titles] == [page.title.replace(NO_BREAK_SPACE, " ") for page in pages]
    assert notes == ["\n".join(block.text for block in page.notes) for page in pages]


def test_agenda_jumps_to_the_first_slide_of_a_section_or_to_a_pause(sample: Sample) -> None:
    read = Deck(Package(deck(sample)))
    pages = {one.name: page for one, page in zip(read.slides, document(sample).pages, strict=True)}
    first = {page.section: page.key for page in reversed(document(sample).pages)}
    agenda = next(one for one in read.slides if pages[one.name].layout == "agenda")

    targets = [pages[name] for name in jumps(agenda, read)]

    assert len(targets) >= 3
    assert all(page.layout in ("break", "exercise") or page.key == first[page.section] for page in targets)
    assert not any(page.hidden for page in targets)


def test_writing_again_gives_the_same_bytes(sample: Sample) -> None:
    assert write_deck(document(sample), theme()) == deck(sample)


def test_all_read_and_planned_anew_gives_the_same_bytes() -> None:
    kit, _ = load_kit()

    again = write_deck(compose(kit, SAMPLES[0].workshop)[0].deck, kit.theme)

    assert again == deck(SAMPLES[0])


def test_another_process_with_another_hash_seed_gives_the_same_bytes() -> None:
    code = "import hashlib; from tests.writers.deck_plan import deck; print(hashlib.sha256(deck()).hexdigest())"

    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=paths.ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    }

    assert len(told) == 1


def test_whole_map_has_no_schema_errors(tmp_path: Path) -> None:
    stad = next(sample for sample in SAMPLES if sample.number == "4649")
    slides = [page.key for page in document(stad).pages]
    assert audit_errors(_only_slide(deck(stad), slides.index("TAL-1") + 1), tmp_path) == []


def _only_slide(data: bytes, number: int) -> bytes:
    """Give a deck with its maps thinned on all slides but one."""
    whole, thin = Members(data), Members(thinned(data))
    thin.held[slide(number)] = whole.held[slide(number)]
    return thin.sealed()


NUMBERS = {page.key: number for number, page in enumerate(deck_plan.document().pages, start=1)}
LONG = "Kommunen samarbeider med innbyggere, næringsliv og frivillige. " * 12
OVERFULL = {
    "a title": swap(slide(NUMBERS["tiles"]), "(<a:t>)Tre prinsipper", rf"\1{LONG}"),
    "a placeholder told by its idx alone": swap(slide(NUMBERS["statement"]), r'(idx="15".*?<a:t>)', rf"\1{LONG}"),
    "a source line": swap(slide(NUMBERS["tiles"]), "(<a:t>)Kilde: ", rf"\1{LONG}"),
    "a bulleted list": swap(slide(NUMBERS["bullets"]), "(<a:t>)Spør flere", rf"\1{LONG * 2}"),
    "a shape": swap(slide(NUMBERS["layers"]), "(<a:t>)Teknologi", rf"\1{LONG}"),
    "a table's cell": swap(slide(NUMBERS["numbered-rows"]), "(<a:t>)Hva hjelper", rf"\1{LONG}"),
    "a word": swap(slide(NUMBERS["exercise"]), "(<a:t>)minutter<", r"\1minuttminuttminuttminutter<"),
}


@pytest.mark.usefixtures("bundled_fonts")
@pytest.mark.parametrize("name", OVERFULL)
def test_overfull_text_is_seen_wherever_it_stands(name: str, tmp_path: Path) -> None:
    change: Change = OVERFULL[name]
    assert text_findings(planted(deck_plan.deck(), change), tmp_path)


@pytest.mark.usefixtures("bundled_fonts")
def test_plan_with_every_drawing_has_no_overfull_text(tmp_path: Path) -> None:
    assert text_findings(deck_plan.deck(), tmp_path) == []


def _shapes_with_text(data: bytes) -> Iterator[str]:
    for one in Deck(Package(data)).slides:
        yield from (item.name for item in one.items if item.body is not None and item.text)


@pytest.mark.usefixtures("bundled_fonts")
def test_every_text_is_measured(tmp_path: Path) -> None:
    from ooxml_integrity.pptx_layout import layout_shape, read_deck

    path = tmp_path / "baked.pptx"
    path.write_bytes(baked(deck_plan.deck()))

    measured = [shape.name for shape in read_deck(path).shapes if (laid := layout_shape(shape)) is not None and laid.measured]

    fields = {"Sidetall"}  # a field's width is the program's own matter
    assert set(_shapes_with_text(deck_plan.deck())) - fields <= set(measured)
