"""A brand of one's own: what it changes, what follows, and what is told and left out."""

from pathlib import Path

import pytest

from tests import make
from tests.scene.colour import contrast as told_contrast
from tests.scene.packs import bare, whole_kit
from tests.scene.plane import lies_within
from tests.scene.test_veil import fixed
from workshop_kit import paths
from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import OwnExample, OwnGoal
from workshop_kit.pack import compose, load_kit
from workshop_kit.scene.brand import READ_ON, shipped_brand, weak_pairs, with_followers
from workshop_kit.scene.brand_file import brand_text, read_brand
from workshop_kit.scene.contrast import contrast, mixed, veiled
from workshop_kit.scene.page import Page, Shape, Table, Text
from workshop_kit.scene.theme import load_theme

VIOLET = {"tx2": "3A1E5C", "accent1": "7A2E8E"}


def written(folder: Path, text: str) -> Path:
    path = folder / "brand.toml"
    path.write_text(text, encoding="utf-8")
    return path


def keys(problems: tuple[Problem, ...]) -> list[tuple[str, int | None]]:
    return [(problem.key, problem.where.line) for problem in problems]


def test_without_a_file_of_ones_own_the_theme_is_the_shipped_one() -> None:
    assert dict(load_theme().colours) == dict(shipped_brand().colours)
    assert weak_pairs(shipped_brand().colours) == ()


def test_the_shipped_file_itself_is_a_brand_without_faults() -> None:
    brand, problems = read_brand(paths.ASSETS / "brand.toml")

    assert problems == ()
    assert brand == shipped_brand()


def test_a_few_colours_are_enough_and_others_follow_them(tmp_path: Path) -> None:
    brand, problems = read_brand(written(tmp_path, brand_text(VIOLET, "Lilla")))
    colours, usual = brand.colours, shipped_brand().colours

    assert problems == ()
    assert {slot: colours[slot] for slot in VIOLET} == VIOLET
    assert colours["hlink"] == VIOLET["accent1"]
    assert colours["land"] == mixed(VIOLET["accent1"], "FFFFFF", 0.2)
    assert colours["accent6"] not in {usual["accent6"], VIOLET["tx2"]}
    assert colours["accent2"] == usual["accent2"]
    assert load_theme(brand).colour("tx2") == VIOLET["tx2"]


def test_a_colour_that_is_given_does_not_follow() -> None:
    given = {**VIOLET, "hlink": "0000AA"}

    assert with_followers(shipped_brand().colours, given)["hlink"] == "0000AA"


def test_colours_that_cannot_be_read_are_told_and_none_of_the_file_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, '[colours]\ntx2 = "3A1E5C"\naccent1 = "#aabbcc"\n')
    brand, problems = read_brand(path)

    assert brand.colours == shipped_brand().colours
    assert {problem.key for problem in problems} == {"content.brand_too_weak"}
    assert {(problem.values["slot"], problem.values["ground"]) for problem in problems} >= {("accent1", "bg1"), ("bg1", "accent1")}
    assert {problem.where.line for problem in problems} == {3}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[colours]\ntx2 = "blå"\n', [("content.brand_not_a_colour", 2)]),
        ("[colours]\ntx2 = 12\n", [("content.brand_not_a_colour", 2)]),
        ('[colours]\nrosa = "AABBCC"\n', [("content.unknown_key", 2)]),
        ('[colours]\nland = "3D8F97"\n', [("content.unknown_key", 2)]),
        ('[farger]\ntx2 = "AABBCC"\n', [("content.unknown_key", 1)]),
        ('colours = "røde"\n', [("content.wants_table", 1)]),
        ('[meanings]\nclient = "rosa"\n', [("content.unknown_value", 2)]),
        ('[meanings]\nnabo = "tx1"\n', [("content.unknown_key", 2)]),
        ('[fonts]\nslides = "<Arial>"\n', [("content.brand_not_a_font", 2)]),
        ('[fonts]\nregular = "Other.ttf"\n', [("content.brand_paper_font", 2)]),
        ('[fonts]\nitalic = "Other.ttf"\n', [("content.unknown_key", 2)]),
        ("[colours\n", [("content.broken_toml", 1)]),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line_and_left_out(tmp_path: Path, text: str, told: list[tuple[str, int]]) -> None:
    brand, problems = read_brand(written(tmp_path, text))

    assert keys(problems) == told
    assert brand == shipped_brand()


def test_a_file_that_is_gone_is_told_and_the_usual_colours_are_used(tmp_path: Path) -> None:
    kit, problems = load_kit(brand=tmp_path / "gone.toml")

    assert [problem.key for problem in problems] == ["content.brand_missing"]
    assert kit.theme.colours == shipped_brand().colours


def test_another_font_is_used_and_told_where_it_may_be_wider(tmp_path: Path) -> None:
    same, none = read_brand(written(tmp_path, '[fonts]\nslides = "Helvetica"\n'))
    other, told = read_brand(written(tmp_path, '[fonts]\nslides = "Georgia"\n'))

    assert (same.slide_font, none) == ("Helvetica", ())
    assert (other.slide_font, keys(told)) == ("Georgia", [("content.brand_other_widths", 2)])


def test_what_a_colour_means_can_be_another(tmp_path: Path) -> None:
    brand, problems = read_brand(written(tmp_path, '[meanings]\nclient = "accent5"\n'))

    assert problems == ()
    assert brand.meanings["client"] == "accent5"


def texts_on_grounds(page: Page) -> set[tuple[str, str]]:
    """Give each colour that text is set in on a page, with the colour under it."""
    layout = () if not page.layout else make.theme().layouts[page.layout].shape
    drawn = (*map(fixed, layout), *page.items)
    found: set[tuple[str, str]] = set()
    for place, item in enumerate(drawn):
        under = [each.fill for each in drawn[:place] if isinstance(each, Shape) and each.fill and lies_within(item.box, each.box)]
        ground = under[-1] if under else page.ground
        pieces: list[tuple[Text, str]] = []
        if isinstance(item, Shape) and item.text:
            pieces = [(item.text, item.fill or ground)]
        elif isinstance(item, Table):
            pieces = [(cell.text, cell.fill or ground) for row in item.rows for cell in row]
        found |= {(piece.colour, fill) for text, fill in pieces for line in text.lines for piece in line.pieces}
    return {pair for pair in found if not any(colour.startswith("#") for colour in pair)}


def test_every_colour_that_text_is_read_on_is_among_those_that_are_checked() -> None:
    client = make.workshop(
        length=Length.FULL_DAY,
        goals=(3, 11),
        own_goals=(OwnGoal(year=2024, text="Flere sykler"),),
        own_example=OwnExample(title="Sykkelveg", need="n", did="d", result="r", learn="l", year=2023),
    )
    packs = (compose(make.kit(), client)[0], compose(whole_kit(), bare(make.real("Hvaler"), Language.NB))[0])
    documents = [each for pack in packs for each in (pack.deck, pack.all_sheets, pack.programme, pack.run_sheet, pack.glossary, pack.calls)]
    found = {pair for document in documents for page in document.pages for pair in texts_on_grounds(page)}

    assert found <= set(READ_ON)


def test_contrast_is_counted_as_the_tests_count_it() -> None:
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
    assert contrast("0B7079", "F4EFE6") == pytest.approx(told_contrast("0B7079", "F4EFE6"))
    assert veiled("000000") == "4C4C4C"
