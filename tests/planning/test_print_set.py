"""How many copies each sheet needs: one for each group or participant, one group in reserve, and what was set by hand."""

from workshop_kit.domain.by_hand import Copies
from workshop_kit.domain.content import GroupSize, Per
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.print_set import ASSUMED_PEOPLE, PROGRAMME, RUN_SHEET, Printable, PrintSet, make_print_set

FOURS = Printable(key="F1", per=Per.GROUP, group=GroupSize(least=4, most=4), papers=("A4",))
DOTS = Printable(key="F5", per=Per.GROUP, group=GroupSize(least=6, most=12), papers=("A4", "A3"), is_coloured=True)
PAIRS = Printable(key="F18", per=Per.PERSON, group=GroupSize(least=2, most=2), papers=("A4",))
HANDOUT = Printable(key=PROGRAMME, per=Per.PERSON, papers=("A4",), extra=1)
WORDS = Printable(key="glossary", per=Per.PERSON, papers=("A4", "A4", "A4"))
PLAN = Printable(key=RUN_SHEET, per=Per.FACILITATOR, papers=("A4",))


def prints(*sheets: Printable, people: int = 0, size: int = 0, copies: tuple[Copies, ...] = ()) -> PrintSet:
    workshop = Workshop(municipality="3110", language=Language.NB, participants=people, group_size=size, copies=copies)
    return make_print_set(workshop, sheets)


def count(found: PrintSet, key: str) -> int:
    row = found.row(key)
    assert row is not None
    return row.count


def test_each_group_has_a_copy_and_there_is_one_in_reserve() -> None:
    found = prints(FOURS, DOTS, people=24)

    assert [(row.tables, row.needed, row.spare, row.count) for row in found.rows] == [((4,) * 6, 6, 1, 7), ((12, 12), 2, 1, 3)]


def test_a_group_size_holds_where_the_exercise_can_bear_it() -> None:
    assert [row.tables for row in prints(FOURS, DOTS, people=24, size=6).rows] == [(4,) * 6, (6,) * 4]


def test_what_everybody_has_alone_is_counted_by_heads() -> None:
    found = prints(PAIRS, HANDOUT, WORDS, PLAN, people=24)

    assert [row.count for row in found.rows] == [26, 25, 24, 1]


def test_without_a_head_count_some_are_assumed_and_it_is_told() -> None:
    found = prints(HANDOUT)

    assert (found.people, found.is_assumed) == (ASSUMED_PEOPLE, True)
    assert count(found, PROGRAMME) == ASSUMED_PEOPLE + 1
    assert not prints(HANDOUT, people=20).is_assumed


def test_copies_set_by_hand_stand_and_none_leaves_the_sheet_out() -> None:
    found = prints(FOURS, HANDOUT, people=24, copies=(Copies(sheet="F1", count=9), Copies(sheet=PROGRAMME, count=0)))

    assert [(row.count, row.is_by_hand, row.reckoned) for row in found.rows] == [(9, True, 7), (0, True, 25)]
    assert found.paper() == {"A4": 9}


def test_paper_is_counted_by_size_and_colour() -> None:
    found = prints(FOURS, DOTS, people=24)

    assert list(found.paper().items()) == [("A4", 10), ("A3", 3)]
    assert found.paper(coloured_only=True) == {"A4": 3, "A3": 3}


def test_only_what_one_person_has_alone_is_printed_on_both_sides() -> None:
    two_pages = Printable(key="F3", per=Per.GROUP, group=GroupSize(least=3, most=8), papers=("A4", "A4"))

    assert (WORDS.is_two_sided, WORDS.paper()) == (True, {"A4": 2})
    assert (two_pages.is_two_sided, two_pages.paper()) == (False, {"A4": 2})
    assert not PLAN.is_two_sided


def test_a_sheet_that_is_not_there_has_no_row() -> None:
    assert prints(FOURS).row("F9") is None
