"""How people sit and what is printed, in words."""

import pytest

from workshop_kit.domain.content import GroupSize, Per
from workshop_kit.planning.print_set import Printable, PrintRow
from workshop_kit.ui.sheets.wording import paper_text, row_text, sheet_text, tables_text
from workshop_kit.ui.texts import InterfaceLanguage, Texts

NB = Texts(InterfaceLanguage.NB)


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ((6, 6, 6, 6), "4 bord à 6"),
        ((5, 4, 4, 4), "4 bord: 5, 4, 4, 4"),
        ((3,), "1 bord med 3"),
        ((6,) * 80 + (5,) * 4, "84 bord: 80 à 6 og 4 à 5"),
        ((2, 2, 2), "3 grupper à 2"),
        ((3, 2, 2), "3 grupper: 3, 2, 2"),
    ],
)
def test_tables_are_told_in_few_words(tables: tuple[int, ...], words: str) -> None:
    assert tables_text(NB, tables) == words


def a_row(per: Per, needed: int, spare: int, count: int | None = None, group: GroupSize | None = None) -> PrintRow:
    sheet = Printable(key="F1", per=per, group=group, papers=("A4",))
    return PrintRow(sheet=sheet, tables=(), needed=needed, spare=spare, count=needed + spare if count is None else count)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (a_row(Per.GROUP, 4, 1), "4 bord + 1 i reserve"),
        (a_row(Per.PERSON, 24, 2, group=GroupSize(least=2, most=2)), "24 deltakere + 2 i reserve"),
        (a_row(Per.PERSON, 24, 1), "24 deltakere + 1 til deg"),
        (a_row(Per.PERSON, 1, 0), "1 deltaker"),
        (a_row(Per.FACILITATOR, 1, 0), "Til deg"),
        (a_row(Per.GROUP, 4, 1, 9), "Ditt tall. Regnet ut: 5"),
        (a_row(Per.GROUP, 4, 1, 0), "Skrives ikke ut"),
    ],
)
def test_a_row_says_who_the_copies_are_for(row: PrintRow, words: str) -> None:
    assert row_text(NB, row) == words


def test_a_sheet_says_its_paper_sides_and_colour() -> None:
    poster = Printable(key="F5", per=Per.GROUP, papers=("A4", "A3"), is_coloured=True)
    glossary = Printable(key="glossary", per=Per.PERSON, papers=("A4",) * 4)

    assert sheet_text(NB, poster) == "A4 og A3 · farge"
    assert sheet_text(NB, glossary) == "4 sider A4 · tosidig"
    assert paper_text(NB, {"A4": 42, "A3": 4}) == "42 ark A4, 4 ark A3"
