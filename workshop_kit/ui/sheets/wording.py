"""Says in words how people sit, how many copies a sheet needs, and how much paper there is."""

from collections.abc import Mapping

from workshop_kit.domain.content import Per
from workshop_kit.planning.print_set import Printable, PrintRow
from workshop_kit.scene.page import EMU_PER_MM, Page
from workshop_kit.scene.paper import paper_of
from workshop_kit.ui.texts import Texts

MOST_LISTED = 8
"""So many tables are listed one by one where they differ."""
PAIR = 2
"""Two need no table: they turn to each other."""


def tables_text(texts: Texts, tables: tuple[int, ...]) -> str:
    """Say how people sit: «4 bord à 6», «4 bord: 5, 4, 4, 4», «84 bord: 80 à 6 og 4 à 5»."""
    number, most, least = len(tables), max(tables, default=0), min(tables, default=0)
    groups = texts.count("sheets.groups" if least <= PAIR else "sheets.tables", number)
    if most == least:
        return texts("sheets.seated_alone" if number == 1 else "sheets.seated_alike", groups=groups, size=most)
    if number <= MOST_LISTED:
        return texts("sheets.seated_each", groups=groups, sizes=", ".join(map(str, tables)))
    more = tables.count(most)
    return texts("sheets.seated_two", groups=groups, more=more, size=most, fewer=number - more, smaller=least)


def row_text(texts: Texts, row: PrintRow) -> str:
    """Say who the copies are for: «4 bord + 1 i reserve»."""
    if row.count == 0:
        return texts("sheets.left_out")
    if row.is_by_hand:
        return texts("sheets.by_hand", count=row.reckoned)
    if row.sheet.per is Per.FACILITATOR:
        return texts("sheets.for_you")
    if row.sheet.per is Per.GROUP:
        return texts.count("sheets.for_tables", row.needed, spare=row.spare)
    if row.sheet.group is not None:
        return texts.count("sheets.for_people_spare", row.needed, spare=row.spare)
    return texts.count("sheets.for_people_extra" if row.spare else "sheets.for_people", row.needed, spare=row.spare)


def sheet_text(texts: Texts, sheet: Printable) -> str:
    """Say what a copy is: «A4», «4 sider A4 · tosidig», «A4 og A3 · farge»."""
    one, *others = dict.fromkeys(sheet.papers)
    if others:
        parts = [texts("sheets.both_papers", one=one, other=others[0])]
    else:
        parts = [one if len(sheet.papers) == 1 else texts("sheets.pages_of", number=len(sheet.papers), paper=one)]
    parts += [texts("sheets.two_sided")] if sheet.is_two_sided else []
    parts += [texts("sheets.coloured")] if sheet.is_coloured else []
    return " · ".join(parts)


def paper_text(texts: Texts, used: Mapping[str, int]) -> str:
    """Say how much paper is used: «42 ark A4, 4 ark A3»."""
    return ", ".join(texts.count("sheets.paper", number, paper=paper) for paper, number in used.items())


def page_text(texts: Texts, page: Page, number: int, of: int) -> str:
    """Say what a page of the preview is: «Side 1 av 2 · A3 liggende · 420 × 297 mm»."""
    way = texts("sheets.landscape" if page.width > page.height else "sheets.portrait")
    size = f"{round(page.width / EMU_PER_MM)} × {round(page.height / EMU_PER_MM)} mm"
    return texts("sheets.page", number=number, of=of, paper=paper_of(page), way=way, size=size)
