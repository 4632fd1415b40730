"""Composes exercise sheets: the shared head, field row and foot around each exercise's canvas."""

from workshop_kit.domain.plan import Plan, PlannedSheet
from workshop_kit.domain.problem import Problem
from workshop_kit.scene.canvases import CANVASES, POSTERS
from workshop_kit.scene.field_canvas import field_canvas
from workshop_kit.scene.page import Document, Page
from workshop_kit.scene.paper import PaperBuilder
from workshop_kit.scene.theme import Theme

PAIR = 2
"""What two keep to themselves has no group and no secretary."""


def compose_sheet(plan: Plan, sheet: PlannedSheet, theme: Theme) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Place one exercise's sheet, and its poster where it has one."""
    exercise, text, words = sheet.exercise, sheet.text, plan.words
    builder = PaperBuilder(plan, theme, exercise.id, text.title, text.where, (exercise.paper, exercise.orientation))
    group = exercise.group
    people = str(group.least) if group.least == group.most else f"{group.least}–{group.most}"
    y = builder.head(
        words["exercise_mark"].format(number=sheet.number, sheet=exercise.id),
        text.purpose,
        str(exercise.minutes.wanted),
        f"{words['minutes']} · {people} {words['people_short']}",
    )
    y = builder.fields(y, (words["date"],) if group.most <= PAIR else (words["group"], words["date"], words["writer"]))
    CANVASES.get(exercise.canvas, field_canvas)(builder, sheet, y + 1)
    builder.foot(f"{exercise.id}-{plan.language.value}")
    pages, problems = [builder.page()], [*builder.problems]
    if exercise.canvas in POSTERS:
        paper, draw = POSTERS[exercise.canvas]
        poster = PaperBuilder(plan, theme, f"{exercise.id}-A3", text.question, text.where, paper)
        draw(poster, sheet)
        pages.append(poster.page())
        problems += poster.problems
    return tuple(pages), tuple(problems)


def sheet_document(plan: Plan, title: str, pages: tuple[Page, ...]) -> Document:
    """Give printed pages as one document under a title."""
    return Document(
        title=f"{title} – {plan.client}",
        subject=plan.words["subject"],
        author=plan.workshop.facilitator,
        language=plan.language,
        content_version=plan.content_version,
        created=plan.date.isoformat() if plan.date else "",
        pages=pages,
    )
