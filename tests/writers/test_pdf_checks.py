import pytest

from tests.writers import pdf_planting as plant
from tests.writers import pdf_samples as samples
from tests.writers.pdf_checks import faults, validator_failures
from workshop_kit.scene.page import Document
from workshop_kit.scene.theme import Theme, load_theme
from workshop_kit.writers.pdf_sheets import write_pdf


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load_theme()


@pytest.fixture(scope="module")
def document(theme: Theme) -> Document:
    pages = (samples.one_two_four_all, samples.dot_vote, samples.effect_and_effort, samples.poster)
    return samples.document(*(page(theme) for page in pages))


@pytest.fixture(scope="module")
def good(document: Document, theme: Theme) -> bytes:
    return write_pdf(document, theme, samples.bars)


CANONICAL = [
    pytest.param("heading", plant.retag("P", "H1", "H2"), id="headings as P"),
    pytest.param("alt", plant.entry("Figure", "/Alt", "image1.png"), id="a junk Alt"),
    pytest.param("parent", plant.swap_owners(2, 5), id="swapped ParentTree entries"),
    pytest.param("order", plant.shuffle("Sect", 0, plant.backwards), id="reversed reading order"),
    pytest.param("nesting", plant.retag("Div", "Table"), id="a table as Div"),
    pytest.param("language", plant.language("nn-NO"), id="a wrong Lang"),
]
"""The faults that pass validators, apart from the field's, which needs a field."""

FRESH = [
    pytest.param("heading", plant.retag("P", "H2"), id="second-level headings as P"),
    pytest.param("heading", plant.retag_one("P", "H1", 1), id="one title as P"),
    pytest.param("heading", plant.retag_one("H2", "H1", 2), id="one title a level down"),
    pytest.param("heading", plant.retag_one("H2", "P", 4), id="a paragraph as a heading"),
    pytest.param("alt", plant.entry("Figure", "/Alt", "Figur 3", 2), id="an Alt that only says figure"),
    pytest.param("alt", plant.entry("Figure", "/Alt", "asdf", 1), id="an Alt of four letters"),
    pytest.param("alt", plant.entry("Figure", "/Alt", "Kart over " + "Viken " * 40), id="an Alt too long"),
    pytest.param("alt", plant.swap_alts, id="two Alts swapped"),
    pytest.param("parent", plant.swap_owners(0, 1), id="two neighbours swapped in the ParentTree"),
    pytest.param("parent", plant.lose_owner, id="a piece with no owner"),
    pytest.param("order", plant.shuffle("Document", 0, plant.backwards), id="sheets in reversed order"),
    pytest.param("order", plant.shuffle("Sect", 1, plant.neighbours_swapped), id="two paragraphs swapped"),
    pytest.param("order", plant.shuffle("TR", 3, plant.backwards), id="a table row backwards"),
    pytest.param("order", plant.swap_words, id="two paragraphs swapped in tree and content alike"),
    pytest.param("table", plant.retag("P", "TH"), id="headers as P"),
    pytest.param("table", plant.retag("TD", "TH"), id="headers as plain cells"),
    pytest.param("nesting", plant.retag("Div", "Table", "THead", "TBody", "TR", "TH", "TD"), id="a whole table as Div"),
    pytest.param("table", plant.retag("Sect", "Table"), id="a table as Sect"),
    pytest.param("table", plant.cut("TD"), id="a cell cut"),
    pytest.param("language", plant.language("en-US"), id="English"),
    pytest.param("language", plant.language(None), id="no language"),
    pytest.param("language", plant.entry("Span", "/Lang", "nb-NO"), id="a foreign title not marked"),
    pytest.param("language", plant.entry("Sect", "/Lang", "nn-NO", 2), id="a sheet in the other language"),
    pytest.param("field", plant.cut("Link"), id="a link cut from the tree"),
]


def test_good_file_passes_the_validator_and_the_own_checks(good: bytes, document: Document) -> None:
    assert validator_failures(good) == []
    assert faults(good) == []
    assert faults(good, document) == []


def test_file_read_and_written_again_without_a_change_is_still_good(good: bytes, document: Document) -> None:
    assert faults(plant.planted(good, lambda _: None), document) == []


@pytest.mark.parametrize(("check", "change"), CANONICAL)
def test_fault_that_validators_pass_is_caught_in_the_file_alone(check: str, change: plant.Change, good: bytes) -> None:
    assert check in {fault.check for fault in faults(plant.planted(good, change))}


@pytest.mark.parametrize(("check", "change"), [*CANONICAL, *FRESH])
def test_fault_is_caught_against_the_document(check: str, change: plant.Change, good: bytes, document: Document) -> None:
    assert check in {fault.check for fault in faults(plant.planted(good, change), document)}


def test_field_in_its_form_is_good_and_cut_from_the_tree_is_caught(good: bytes) -> None:
    with_field = plant.planted(good, plant.add_field)

    assert validator_failures(with_field) == []
    assert faults(with_field) == []
    assert [fault.check for fault in faults(plant.planted(with_field, plant.cut("Form")))] == ["field"]
