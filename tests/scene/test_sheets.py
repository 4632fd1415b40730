"""Exercise sheets, the programme and the run sheet."""

import datetime

import msgspec
import pytest

from tests import make
from tests.scene.plane import boxes_overlap, lies_within
from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import Plan, PlannedSheet, ProgrammeLine
from workshop_kit.pack import compose
from workshop_kit.scene.handouts import compose_programme, compose_run_sheet
from workshop_kit.scene.page import EMU_PER_MM, Align, Box, Page, Role, Shape, Table, WritingLines
from workshop_kit.scene.sheets import compose_sheet, sheet_document

THEME = make.theme()
EDGE = 10 * EMU_PER_MM
"""Office printers leave this much of the paper's edge white."""


def real_plan(language: Language = Language.NB) -> Plan:
    return compose(make.kit(), make.workshop(language=language))[0].plan


def sheet(exercise: str, plan: Plan) -> PlannedSheet:
    return next(each for each in plan.sheets if each.exercise.id == exercise)


def words(page: Page, role: Role | None = None) -> list[str]:
    shapes = [item for item in page.items if isinstance(item, Shape) and item.text is not None and role in (None, item.role)]
    return [" / ".join(block.text for block in shape.text.blocks) for shape in shapes if shape.text]


def table_of(page: Page) -> Table:
    return next(item for item in page.items if isinstance(item, Table))


def cells(page: Page) -> list[list[str]]:
    return [[cell.text.blocks[0].text for cell in row] for row in table_of(page).rows]


@pytest.mark.parametrize("language", Language)
def test_every_sheet_is_on_its_paper_and_leaves_the_printers_edge_white(language: Language) -> None:
    plan = real_plan(language)

    for planned in plan.sheets:
        pages, problems = compose_sheet(plan, planned, THEME)
        assert problems == ()
        for page in pages:
            printable = Box(x=0, y=0, w=page.width, h=page.height).inset(EDGE)
            assert [item for item in page.items if not lies_within(item.box, printable)] == []


@pytest.mark.parametrize("language", Language)
def test_no_writing_line_runs_through_a_text(language: Language) -> None:
    plan = real_plan(language)

    for planned in plan.sheets:
        for page in compose_sheet(plan, planned, THEME)[0]:
            written = [item.box for item in page.items if isinstance(item, Shape) and item.text is not None]
            lines = [
                Box(x=item.box.x, y=item.box.y + index * item.spacing, w=item.box.w, h=1)
                for item in page.items
                if isinstance(item, WritingLines)
                for index in range(1, item.count + 1)
            ]
            assert [(line, text) for line in lines for text in written if boxes_overlap(line, text)] == []


def test_a_sheet_says_which_exercise_it_is_for_whom_and_how_long() -> None:
    plan = real_plan()
    planned = sheet("F1", plan)

    (page,), _ = compose_sheet(plan, planned, THEME)

    assert words(page, Role.TITLE) == [planned.text.title]
    assert words(page, Role.NUMBER) == [str(planned.exercise.minutes.wanted)]
    assert words(page, Role.FOOTER) == [plan.words["privacy"], "Hvaler kommune · F1-nb · bokmål"]
    assert planned.text.question in words(page)
    assert "minutter · 4 pers." in words(page)


def test_every_step_and_field_of_an_exercise_is_on_its_sheet() -> None:
    plan = real_plan()
    planned = sheet("F1", plan)

    said = words(compose_sheet(plan, planned, THEME)[0][0])

    assert [step.text for step in planned.text.step.values() if step.text not in said] == []
    assert [field.label for field in planned.text.field.values() if field.label not in said] == []


def test_a_field_without_a_hint_begins_its_lines_higher() -> None:
    plan = real_plan()
    planned = sheet("F1", plan)
    bare = {key: msgspec.structs.replace(label, hint="") for key, label in planned.text.field.items()}

    def first_line(fields: PlannedSheet) -> int:
        page = compose_sheet(plan, fields, THEME)[0][0]
        return max(item.box.y for item in page.items if isinstance(item, WritingLines))

    assert first_line(msgspec.structs.replace(planned, text=msgspec.structs.replace(planned.text, field=bare))) < first_line(planned)


def test_the_dot_vote_has_a_tally_of_all_goals_and_a_poster_on_a3() -> None:
    plan = real_plan()

    (tally, poster), _ = compose_sheet(plan, sheet("F5", plan), THEME)

    assert [row[0] for row in cells(tally)[1:]] == [str(number) for number in range(1, 18)]
    assert (poster.width, poster.height) == (420 * EMU_PER_MM, 297 * EMU_PER_MM)
    assert words(poster, Role.HEADING)[:-1] == [str(number) for number in range(1, 18)]
    assert plan.words["goal_notice_whole"] in words(poster)


def test_a_sheet_for_groups_of_several_sizes_says_from_and_to() -> None:
    plan = real_plan()

    assert "minutter · 6–12 pers." in words(compose_sheet(plan, sheet("F5", plan), THEME)[0][0])


def test_a_document_of_sheets_names_its_client_and_its_date() -> None:
    plan = make.plan(date=datetime.date(2026, 9, 16))

    document = sheet_document(plan, "Ark", ())

    assert (document.title, document.created) == ("Ark – Hvaler kommune", "2026-09-16")
    assert sheet_document(make.plan(), "Ark", ()).created == ""


def test_the_programme_has_coarse_times_and_pauses_stand_back() -> None:
    lines = (ProgrammeLine(start="09.00", title="Velkommen"), ProgrammeLine(start="10.20", title="Pause", pause=True))

    page, problems = compose_programme(make.plan(programme=lines), THEME)

    assert cells(page) == [["09.00", "Velkommen"], ["10.20", "Pause"]]
    assert [row[1].fill for row in table_of(page).rows] == [None, "bg2"]
    assert [row[1].text.style.bold for row in table_of(page).rows] == [True, False]
    assert problems == ()


def test_the_programme_leaves_a_line_for_a_date_that_is_not_set() -> None:
    page, _ = compose_programme(make.plan(), THEME)

    assert any(line.startswith("Dato: ___") for line in words(page))


def test_the_programme_tells_date_place_and_facilitator_that_are_known() -> None:
    workshop = make.workshop(place="Rådhuset", facilitator="")
    plan = make.plan(workshop=workshop, date=datetime.date(2026, 9, 16), date_text="onsdag 16. september 2026")

    said = words(compose_programme(plan, THEME)[0])

    assert "Onsdag 16. september 2026 · Rådhuset" in said
    assert not any(line.startswith(plan.words["facilitator"]) for line in said)


@pytest.mark.parametrize("count", [1, 8, 14])
def test_rows_of_the_programme_are_alike_and_never_reach_the_foot(count: int) -> None:
    lines = tuple(ProgrammeLine(start=f"{hour:02}.00", title=f"Del {hour}") for hour in range(1, count + 1))

    page, _ = compose_programme(make.plan(programme=lines), THEME)

    table = table_of(page)
    foot = min(item.box.y for item in page.items if isinstance(item, Shape) and item.box.h == 0 and item.box.y > page.height // 2)
    assert len(set(table.heights)) == 1
    assert table.box.bottom <= foot


def test_the_run_sheet_has_every_time_of_the_day_and_the_sum() -> None:
    blocks = (
        make.timed("Velkommen", minutes=6),
        make.timed("Pause", BlockKind.BREAK, 15, after=6),
        make.timed("1-2-4-alle", BlockKind.EXERCISE, 14, "F1", after=21),
    )

    page, problems = compose_run_sheet(make.plan(timetable=blocks), THEME)

    assert cells(page)[1] == ["09.00", "09.06", "6", "Velkommen", "", ""]
    assert cells(page)[3][4] == "Ark F1"
    assert [row[0].fill for row in table_of(page).rows] == [None, None, "bg2", None]
    assert words(page, Role.NUMBER) == ["35"]
    assert "Slutt kl. 09.35" in words(page)
    assert problems == ()


def test_minutes_of_the_run_sheet_are_right_aligned_under_their_head() -> None:
    table = table_of(compose_run_sheet(make.plan(), THEME)[0])

    assert [row[2].text.style.align for row in table.rows] == [Align.RIGHT, Align.RIGHT]


def test_a_day_of_no_blocks_ends_when_it_begins() -> None:
    assert "Slutt kl. 09.00" in words(compose_run_sheet(make.plan(timetable=()), THEME)[0])


def test_a_long_day_still_fits_one_page() -> None:
    blocks = tuple(make.timed(f"Del {number}", minutes=12) for number in range(26))

    page, problems = compose_run_sheet(make.plan(timetable=blocks), THEME)

    foot = page.height - 22 * EMU_PER_MM
    assert table_of(page).box.bottom <= foot
    assert problems == ()
