"""What is printed for a day: how many copies of each sheet, and how much paper that takes.

A group has one copy of its sheet, a participant one of theirs, and one group more than there are is reckoned with, since
people come who had not signed up. The participants' programme has one copy more, for the facilitator.
"""

from collections.abc import Iterable, Mapping

from workshop_kit.domain.content import GroupSize, Per
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.groups import tables

PROGRAMME, GLOSSARY, RUN_SHEET, CALL_LIST = "programme", "glossary", "run-sheet", "call-list"
"""The keys of what is no exercise's sheet; an exercise's sheet has the exercise's id."""
ASSUMED_PEOPLE = 20
"""How many are reckoned with until the head-count is known."""
MOST_PEOPLE = 500
MOST_GROUP = 12
"""The most that may be asked to sit together."""
SPARE_GROUPS = 1
SIDES = 2


class Printable(Value, frozen=True, kw_only=True):
    """A sheet as it lies ready: who has one, the groups it is used in (None for no exercise's), and the paper of each page.

    `extra` copies go along beside those that are handed out to people; `is_coloured` says that its colours carry meaning.
    """

    key: str
    per: Per
    group: GroupSize | None = None
    papers: tuple[str, ...]
    is_coloured: bool = False
    extra: int = 0

    @property
    def is_two_sided(self) -> bool:
        """Whether both sides are printed: only where one person has it, and all its pages are on the same paper."""
        return self.per is not Per.GROUP and len(self.papers) > 1 and len(set(self.papers)) == 1

    def paper(self) -> Mapping[str, int]:
        """Give how many sheets of each paper one copy takes."""
        if self.is_two_sided:
            return {self.papers[0]: -(-len(self.papers) // SIDES)}
        return {paper: self.papers.count(paper) for paper in self.papers}


class PrintRow(Value, frozen=True, kw_only=True):
    """A sheet with its copies: the tables that share it, those handed out, those in reserve, and how many are printed."""

    sheet: Printable
    tables: tuple[int, ...]
    needed: int
    spare: int
    count: int

    @property
    def reckoned(self) -> int:
        """The copies that the head-count asks for."""
        return self.needed + self.spare

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody has set another number."""
        return self.count != self.reckoned


class PrintSet(Value, frozen=True, kw_only=True):
    """All sheets of a day with their copies. `is_assumed` says that the head-count is not known yet."""

    people: int
    is_assumed: bool
    rows: tuple[PrintRow, ...]

    def row(self, key: str) -> PrintRow | None:
        """Give a sheet's row, None for a sheet that is not there."""
        return next((row for row in self.rows if row.sheet.key == key), None)

    def paper(self, *, coloured_only: bool = False) -> Mapping[str, int]:
        """Give how many sheets of each paper are used in all, the smallest paper first."""
        used: dict[str, int] = {}
        for row in self.rows:
            if row.sheet.is_coloured or not coloured_only:
                for paper, number in row.sheet.paper().items():
                    used[paper] = used.get(paper, 0) + number * row.count
        return {paper: used[paper] for paper in sorted(used, reverse=True) if used[paper]}


def make_print_set(workshop: Workshop, sheets: Iterable[Printable]) -> PrintSet:
    """Reckon the copies of each sheet for a workshop; those set by hand stand."""
    people = workshop.participants or ASSUMED_PEOPLE
    by_hand = {each.sheet: each.count for each in workshop.copies}
    rows = tuple(_row(sheet, people, workshop.group_size, by_hand.get(sheet.key)) for sheet in sheets)
    return PrintSet(people=people, is_assumed=not workshop.participants, rows=rows)


def _row(sheet: Printable, people: int, wanted: int, by_hand: int | None) -> PrintRow:
    groups = () if sheet.group is None else tables(people, sheet.group, wanted)
    needed = {Per.GROUP: len(groups), Per.PERSON: people, Per.FACILITATOR: 1}[sheet.per]
    spare = sheet.extra if sheet.group is None else SPARE_GROUPS * (1 if sheet.per is Per.GROUP else max(groups, default=0))
    return PrintRow(sheet=sheet, tables=groups, needed=needed, spare=spare, count=needed + spare if by_hand is None else by_hand)
