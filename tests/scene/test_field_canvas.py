"""Sheets whose fields are placed by the general rule: they fit, fill the paper, and leave room for a hand that writes."""

import itertools

import msgspec
import pytest

from tests import make
from tests.scene.plane import boxes_overlap, lies_within
from workshop_kit.domain.content import Exercise, Field, FieldKind, Label
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import PlannedSheet
from workshop_kit.domain.problem import Problem
from workshop_kit.scene.canvases import CANVASES
from workshop_kit.scene.fields import LEAST_SPACING
from workshop_kit.scene.page import EMU_PER_MM, Box, Page, Role, Shape, WritingLines
from workshop_kit.scene.sheets import compose_sheet

EXERCISES = make.kit().library.exercises
GENERAL = tuple(exercise for exercise in EXERCISES if exercise.canvas not in CANVASES)


def sheet(exercise: Exercise, language: Language = Language.NB, *fields: Field) -> PlannedSheet:
    """Make an exercise's sheet as its author wrote it, or with other fields."""
    text = exercise.texts[language]
    if fields:
        labels = {field.id: Label(label=f"Felt {field.id}", hint="") for field in fields}
        exercise = msgspec.structs.replace(exercise, fields=fields, canvas="")
        text = msgspec.structs.replace(text, field=labels)
    return PlannedSheet(exercise=exercise, text=text, number=1)


def placed(planned: PlannedSheet, language: Language = Language.NB) -> tuple[Page, tuple[Problem, ...]]:
    pages, problems = compose_sheet(make.plan(language=language), planned, make.theme())
    return pages[0], problems


def frames(page: Page) -> list[Box]:
    """Give the fields' frames, without the question's, which is filled."""
    drawn = [item for item in page.items if isinstance(item, Shape) and item.role is Role.DECORATION]
    return [shape.box for shape in drawn if shape.fill is None and shape.stroke is not None and shape.box.h > 0 and shape.box.w > 0]


def lines(page: Page) -> list[WritingLines]:
    return [item for item in page.items if isinstance(item, WritingLines)]


def by_id(exercise: str) -> Exercise:
    return next(each for each in EXERCISES if each.id == exercise)


def portrait() -> Exercise:
    return by_id("F18")


def text_fields(count: int, each: int = 2) -> tuple[Field, ...]:
    return tuple(Field(id=f"{number}", kind=FieldKind.TEXT, lines=each) for number in range(count))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_every_exercise_fits_its_paper(exercise: Exercise, language: Language) -> None:
    page, problems = placed(sheet(exercise, language), language)

    paper = Box(x=0, y=0, w=page.width, h=page.height).inset(10 * EMU_PER_MM)
    assert problems == ()
    assert [item for item in page.items if not lies_within(item.box, paper)] == []


@pytest.mark.parametrize("exercise", GENERAL, ids=lambda exercise: exercise.id)
def test_lines_are_far_enough_apart_and_no_field_lies_over_another(exercise: Exercise) -> None:
    page, _ = placed(sheet(exercise))

    assert [line.spacing for line in lines(page) if line.spacing < LEAST_SPACING * EMU_PER_MM] == []
    assert [pair for pair in itertools.combinations(frames(page), 2) if boxes_overlap(*pair)] == []


@pytest.mark.parametrize("exercise", GENERAL, ids=lambda exercise: exercise.id)
def test_every_field_and_every_step_is_on_the_sheet(exercise: Exercise) -> None:
    planned = sheet(exercise)
    page, _ = placed(planned)

    said = " ".join(block.text for item in page.items if isinstance(item, Shape) and item.text for block in item.text.blocks)
    assert [field.label for field in planned.text.field.values() if field.label not in said] == []
    assert [step.text for step in planned.text.step.values() if step.text not in said] == []


def test_a_portrait_sheet_has_one_column_and_a_wide_one_two() -> None:
    wide = msgspec.structs.replace(portrait(), paper="A3", orientation="landscape")

    narrow_page, _ = placed(sheet(portrait(), Language.NB, *text_fields(6)))
    wide_page, _ = placed(sheet(wide, Language.NB, *text_fields(6)))

    assert len({frame.x for frame in frames(narrow_page)}) == 1
    assert len({frame.x for frame in frames(wide_page)}) == 2
    assert (wide_page.width, wide_page.height) == (420 * EMU_PER_MM, 297 * EMU_PER_MM)


def test_a_sheet_with_more_fields_than_there_is_room_for_is_reported() -> None:
    _, problems = placed(sheet(portrait(), Language.NB, *text_fields(9, each=4)))

    assert [problem.key for problem in problems] == ["page.overfull"]
    assert problems[0].values["box"] == "fields"


def test_a_field_that_is_no_text_is_an_open_frame() -> None:
    page, problems = placed(sheet(portrait(), Language.NB, Field(id="1", kind=FieldKind.GRID, lines=4)))

    assert (problems, lines(page), len(frames(page))) == ((), [], 1)


def test_a_grid_whose_hint_has_parts_has_a_cell_for_each() -> None:
    page, _ = placed(sheet(by_id("F10")))

    hints = [item for item in page.items if isinstance(item, Shape) and item.name == "decides hint"]
    left, right = hints
    assert left.box.right <= right.box.x
    assert any(item.box.w == 0 and left.box.right <= item.box.x <= right.box.x for item in page.items)


def test_the_matrix_is_two_by_two_beside_the_text() -> None:
    page, _ = placed(sheet(by_id("F9")))

    now, plan, later, leave = frames(page)[-4:]
    assert (now.y, later.y, now.x, plan.x) == (plan.y, leave.y, later.x, leave.x)
    assert now.right < plan.x
    assert now.bottom < later.y
    assert all(frame.right < now.x for frame in frames(page)[:-4])


def test_a_card_is_torn_half_way_between_its_two_promises() -> None:
    page, _ = placed(sheet(by_id("F18")))

    (tear,) = (item for item in page.items if isinstance(item, Shape) and item.dashed)
    assert [frame.bottom < tear.box.y for frame in frames(page)] == [True] * 3 + [False] * 3
