import csv
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.writers import pdf_samples as samples
from tests.writers.pdf_checks import faults, validator_failures
from tests.writers.pdf_reading import PdfReading
from workshop_kit import paths
from workshop_kit.domain.language import Language
from workshop_kit.domain.text import BlockKind, Run, TextBlock, paragraph
from workshop_kit.scene.page import (
    Bullet,
    Cell,
    Document,
    Page,
    Role,
    Table,
    TextStyle,
)
from workshop_kit.scene.theme import Theme, load_theme
from workshop_kit.writers.pdf_sheets import GlyphMissing, write_pdf

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


def all_sheets(theme: Theme) -> Document:
    pages = (samples.one_two_four_all, samples.dot_vote, samples.effect_and_effort, samples.poster)
    return samples.document(*(page(theme) for page in pages))


def test_same_document_gives_the_same_bytes(theme: Theme) -> None:
    assert write_pdf(all_sheets(theme), theme, samples.bars) == write_pdf(all_sheets(theme), load_theme(), samples.bars)


def test_files_written_at_once_do_not_disturb_each_other(theme: Theme) -> None:
    document = all_sheets(theme)
    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(write_pdf, document, theme, samples.bars) for _ in range(24)]

    assert {job.result() for job in jobs} == {write_pdf(document, theme, samples.bars)}


def test_other_words_give_another_identifier(theme: Theme) -> None:
    one = PdfReader(BytesIO(write_pdf(samples.document(samples.dot_vote(theme)), theme, samples.bars)))
    other = PdfReader(BytesIO(write_pdf(samples.document(samples.dot_vote(theme), title="Andre ord"), theme, samples.bars)))

    assert one.trailer["/ID"] != other.trailer["/ID"]


def test_four_page_file_is_under_55_kilobytes(theme: Theme) -> None:
    assert len(write_pdf(all_sheets(theme), theme, samples.bars)) < 55_000


def test_properties_name_the_file(theme: Theme) -> None:
    document = msgspec.structs.replace(samples.document(samples.dot_vote(theme)), author="Kåfjord – Gáivuotna (Norkart)")
    information = PdfReader(BytesIO(write_pdf(document, theme, samples.bars))).metadata

    assert information is not None
    assert information.title == document.title
    assert information.author == document.author
    assert information.subject == document.subject
    assert information["/ContentVersion"] == "1"
    assert information["/CreationDate"] == information["/ModDate"] == "D:20261007000000Z"


def test_time_of_making_is_written_in_utc(theme: Theme) -> None:
    document = samples.document(samples.dot_vote(theme), created="2026-10-07T09:15:00+02:00")
    data = write_pdf(document, theme, samples.bars)
    information = PdfReader(BytesIO(data)).metadata

    assert information is not None
    assert information["/CreationDate"] == "D:20261007071500Z"
    assert "<xmp:CreateDate>2026-10-07T07:15:00Z</xmp:CreateDate>" in PdfReading(data).xmp()


def test_property_without_words_is_left_out(theme: Theme) -> None:
    document = msgspec.structs.replace(samples.document(samples.dot_vote(theme)), author="", subject="")
    data = write_pdf(document, theme, samples.bars)
    information = PdfReader(BytesIO(data)).metadata

    assert information is not None
    assert "/Author" not in information
    assert "dc:creator" not in PdfReading(data).xmp()
    assert validator_failures(data) == []


def test_document_without_a_date_has_none(theme: Theme) -> None:
    data = write_pdf(samples.document(samples.dot_vote(theme), created=""), theme, samples.bars)
    information = PdfReader(BytesIO(data)).metadata

    assert information is not None
    assert "/CreationDate" not in information
    assert validator_failures(data) == []


def test_title_with_markup_letters_is_the_same_in_both_places(theme: Theme) -> None:
    document = samples.document(samples.dot_vote(theme), title="Ark (F1) & <F5> \\ «prikker»")
    data = write_pdf(document, theme, samples.bars)

    assert faults(data, document) == []
    assert validator_failures(data) == []


def test_only_the_two_bundled_fonts_are_in_the_file_as_subsets(theme: Theme) -> None:
    reading = PdfReading(write_pdf(all_sheets(theme), theme, samples.bars))

    names = sorted(str(font["/BaseFont"]) for font in reading.fonts)

    assert names == ["/AAAAAA+LiberationSans", "/AAAAAA+LiberationSans-Bold"]


def test_missing_letter_is_named(sheet: samples.Sheet) -> None:
    sheet.words("Ikke \u2011 her", BODY, BOX)

    with pytest.raises(GlyphMissing, match=r"U\+2011") as raised:
        read(sheet)

    assert raised.value.letter == "\u2011"


def test_every_letter_of_the_municipalities_names_is_in_both_weights(sheet: samples.Sheet) -> None:
    with (paths.ASSETS / "data" / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        letters = "".join(sorted({letter for row in csv.reader(file) for value in row for letter in value if letter.isalpha()}))
    for place, bold in enumerate((False, True)):
        sheet.words(letters, TextStyle(size=8, bold=bold), samples.mm(20, 40 + 20 * place, 170, 10))

    assert read(sheet).tagged()[1:] == [("P", letters), ("P", letters)]


def test_more_letters_than_one_subset_holds_are_read_back(sheet: samples.Sheet) -> None:
    letters = "".join(chr(code) for code in (*range(0x100, 0x180), *range(0x391, 0x3A2), *range(0x3A3, 0x3CF), *range(0x410, 0x450)))
    letters += "".join(chr(code) for code in range(0x21, 0x7F))
    sheet.words(letters, TextStyle(size=6), samples.mm(20, 40, 170, 10))

    assert read(sheet).tagged()[1] == ("P", letters)


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(min_codepoint=0x20, max_codepoint=0x17E, exclude_categories=("Cc", "Cf")), min_size=1))
def test_words_are_read_back_as_they_were_written(text: str) -> None:
    theme = load_theme()
    known = "".join(letter for letter in text if theme.fonts.has(letter))
    sheet = samples.Sheet(theme)
    sheet.words(f"Før {known} etter", BODY, BOX)

    assert read(sheet).tagged() == [("P", " ".join(f"Før {known} etter".split()))]


def test_broken_lines_are_parted_by_a_space(sheet: samples.Sheet) -> None:
    words = "Alle får tenke ferdig før noen snakker, og gruppa går ut med én felles setning som alle står bak."
    sheet.words(words, BODY, samples.mm(20, 30, 40, 60))

    assert read(sheet).tagged()[1] == ("P", words)


def test_roles_become_tags(sheet: samples.Sheet) -> None:
    for role in (Role.MARK, Role.HEADING, Role.BODY, Role.LABEL, Role.NUMBER, Role.SOURCE, Role.FOOTER, Role.PAGE_NUMBER, Role.DECORATION):
        sheet.words(role.value, BODY, BOX, role)
    reading = read(sheet)

    assert reading.tagged() == [
        ("H1", "Tittelen"),
        ("P", "mark"),
        ("H2", "heading"),
        ("P", "body"),
        ("P", "label"),
        ("P", "number"),
        ("P", "source"),
        ("P", "footer"),
    ]
    assert reading.pages[0].words[None] == "page-numberdecoration"


def test_list_items_become_one_list_with_bullets(sheet: samples.Sheet) -> None:
    blocks = (
        paragraph("Først"),
        TextBlock(kind=BlockKind.ITEM, cells=((Run(text="én"),),)),
        TextBlock(kind=BlockKind.ITEM, cells=((Run(text="to"),),)),
        paragraph("Etterpå"),
    )
    sheet.words(blocks, TextStyle(size=11, bullet=Bullet.DOT), BOX)
    reading = read(sheet)
    whole = reading.nodes("L")[0]

    assert [node.tag for node in whole.walk()] == ["L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]
    assert whole.attribute("/ListNumbering") == "/Disc"
    assert [words for tag, words in reading.tagged() if tag in ("P", "Lbl", "LBody")] == ["Først", "•", "én", "•", "to", "Etterpå"]


def test_decorative_list_keeps_its_bullet_and_gets_no_tag(sheet: samples.Sheet) -> None:
    item = TextBlock(kind=BlockKind.ITEM, cells=((Run(text="én"),),))
    sheet.words((item,), TextStyle(size=11, bullet=Bullet.DOT), BOX, Role.DECORATION)
    reading = read(sheet)

    assert reading.pages[0].words[None] == "•én"
    assert not reading.nodes("L")


def test_items_without_bullets_are_a_list_all_the_same(sheet: samples.Sheet) -> None:
    sheet.words((TextBlock(kind=BlockKind.NUMBERED, cells=((Run(text="én"),),)),), BODY, BOX)

    assert [node.tag for node in read(sheet).nodes("L", "LI", "Lbl", "LBody")] == ["L", "LI", "LBody"]


def test_title_of_two_paragraphs_is_one_heading(theme: Theme) -> None:
    sheet = samples.Sheet(theme)
    sheet.words((paragraph("Første"), paragraph("andre")), TextStyle(size=20, bold=True), BOX, Role.TITLE)

    assert [node.tag for node in read(sheet).nodes("H1")] == ["H1"]


def cells(sheet: samples.Sheet, *rows: tuple[str, ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(Cell(text=sheet.text(words, BODY, 720_000), rule=samples.GREY) for words in row) for row in rows)


def table(sheet: samples.Sheet, *rows: tuple[str, ...], head_rows: int = 0, head_column: bool = False) -> Table:
    return Table(
        name="Tabell",
        box=samples.mm(20, 30, 40, 20),
        widths=(720_000, 720_000),
        heights=(360_000,) * len(rows),
        rows=cells(sheet, *rows),
        head_rows=head_rows,
        head_column=head_column,
        alt="Tabell med to rader.",
    )


def test_table_has_head_body_and_scopes(sheet: samples.Sheet) -> None:
    sheet.items.append(table(sheet, ("Mål", "Navn"), ("1", "Utrydde fattigdom"), head_rows=1, head_column=True))
    reading = read(sheet)
    found = reading.nodes("Table")[0]

    assert [node.tag for node in found.walk()] == ["Table", "THead", "TR", "TH", "TH", "TBody", "TR", "TH", "TD"]
    assert [node.attribute("/Scope") for node in found.walk() if node.tag == "TH"] == ["/Column", "/Column", "/Row"]
    assert found.attribute("/Summary") == "Tabell med to rader."


def test_table_without_head_rows_has_rows_only_and_an_empty_corner_is_no_header(sheet: samples.Sheet) -> None:
    sheet.items.append(table(sheet, ("", "8"), ("Navn", "9"), head_column=True))

    assert [node.tag for node in read(sheet).nodes("Table")[0].walk()] == ["Table", "TR", "TD", "TD", "TR", "TH", "TD"]


def test_cell_of_two_paragraphs_has_both(sheet: samples.Sheet) -> None:
    one = table(sheet, ("Mål", "Navn"), head_rows=1)
    both = sheet.text((paragraph("Første"), paragraph("andre")), BODY, 720_000)
    sheet.items.append(msgspec.structs.replace(one, rows=((one.rows[0][0], Cell(text=both)),)))

    assert [node.tag for node in read(sheet).nodes("TH")[1].walk()] == ["TH", "P", "P"]


def test_table_row_of_another_length_is_refused(sheet: samples.Sheet) -> None:
    sheet.items.append(table(sheet, ("Mål", "Navn"), ("1",)))

    with pytest.raises(ValueError, match="zip"):
        read(sheet)


def test_link_to_an_address_and_to_a_page(theme: Theme) -> None:
    data = samples.written(samples.poster(theme), samples.one_two_four_all(theme), theme=theme)
    reading = PdfReading(data)
    address, jump = (entries for _, entries in reading.pages[0].annotations)

    assert faults(data) == []
    assert [reading.words(node) for node in reading.nodes("Link")] == ["norkart.no", "arket"]
    assert "/A" in address
    assert "/Dest" in jump


def test_link_to_a_slide_that_is_not_in_the_file_is_plain_text(sheet: samples.Sheet) -> None:
    sheet.words((TextBlock(cells=((Run(text="Se "), Run(text="lysbildet", link="TAL-2")),)),), BODY, BOX)
    reading = read(sheet)

    assert reading.tagged()[1] == ("P", "Se lysbildet")
    assert not reading.nodes("Link")


def test_words_in_another_language_are_marked(theme: Theme) -> None:
    span = PdfReading(samples.written(samples.poster(theme), theme=theme)).nodes("Span")[0]

    assert span.text_of("/Lang") == "nn-NO"


def test_sheet_in_another_language_than_the_file_says_so(theme: Theme) -> None:
    sheet = samples.Sheet(theme)
    sheet.words("Kva oppgåve løyser vi ikkje åleine?", BODY, BOX, Role.TITLE)
    data = samples.written(samples.dot_vote(theme), sheet.page("nn", "Kva", language=Language.NN), theme=theme)

    assert [node.text_of("/Lang") for node in PdfReading(data).nodes("Sect")] == ["", "nn-NO"]
    assert faults(data) == []


def test_footer_is_read_once_in_a_sheet_of_two_pages(theme: Theme) -> None:
    pages: list[Page] = []
    for number in (1, 2):
        sheet = samples.Sheet(theme)
        sheet.words(f"Side {number}", TextStyle(size=20, bold=True), BOX, Role.TITLE)
        sheet.foot("Hvaler · F17-nb · bokmål")
        pages.append(sheet.page(f"f17-{number}", "Plan", content_id="F17"))
    reading = PdfReading(samples.written(*pages, theme=theme))

    assert [words for tag, words in reading.tagged() if tag == "P"] == [
        "Ta bilde av arket. Ikke skriv personopplysninger.",
        "Hvaler · F17-nb · bokmål",
    ]
    assert reading.pages[1].words[None] == "Ta bilde av arket. Ikke skriv personopplysninger.Hvaler · F17-nb · bokmål"
    assert len(reading.nodes("Sect")) == 1
    assert len(reading.nodes("H1")) == 2


def test_each_sheet_has_a_bookmark_and_a_single_sheet_has_none(theme: Theme) -> None:
    many = PdfReader(BytesIO(write_pdf(all_sheets(theme), theme, samples.bars)))
    single = PdfReader(BytesIO(samples.written(samples.dot_vote(theme), theme=theme)))

    assert [entry.get("/Title") for entry in many.outline if not isinstance(entry, list)] == [
        "1-2-4-alle",
        "Bærekraftsprikker",
        "Effekt og innsats",
        "Hvilke mål betyr mest?",
    ]
    assert single.outline == []


def test_pages_keep_their_own_size(theme: Theme) -> None:
    reading = PdfReading(samples.written(samples.dot_vote(theme), samples.poster(theme), theme=theme))

    assert [(page.width, page.height) for page in reading.pages] == [(595.28, 841.89), (1190.55, 841.89)]


def test_figures_have_a_description_and_a_place(theme: Theme) -> None:
    reading = PdfReading(samples.written(samples.poster(theme), theme=theme))
    figures = reading.nodes("Figure")

    assert len(figures) == 10
    assert all(node.text_of("/Alt") and node.attribute("/BBox") for node in figures)
    assert reading.words(figures[-1]) == "HvalerLignende"
