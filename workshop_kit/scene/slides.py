"""Composes a plan's slides into pages: the deck as every writer takes it."""

from workshop_kit.domain.plan import Plan, PlannedSlide
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.text import Prose, paragraph
from workshop_kit.scene.builder import TAIL, SlideBuilder
from workshop_kit.scene.drawings import DRAWINGS
from workshop_kit.scene.page import Document, Page
from workshop_kit.scene.theme import Theme

DRAWN_BY_LAYOUT = {
    "agenda": "agenda",
    "section": "parts",
    "exercise": "exercise",
    "two-columns": "two-columns",
    "example": "example",
    "title": "county-map",
    "closing": "closing-logo",
}
"""Layouts that always carry their own drawing."""

DRAWN_ROLES = frozenset({"chart", "facts", "table", "agenda", "logo", "parts"})
"""Placeholders that a drawing fills, never plain words."""

BODY_DRAWINGS = frozenset({"numbered-rows", "own-example-form", "own-goals", "sources"})
"""Drawings that take the body's place."""


def compose_slide(plan: Plan, slide: PlannedSlide, theme: Theme) -> tuple[Page, tuple[Problem, ...]]:
    """Place one slide; the Problems name each text that does not fit."""
    builder = SlideBuilder(plan, slide, theme)
    name = slide.drawing or DRAWN_BY_LAYOUT.get(slide.layout)
    drawing = None if name is None else DRAWINGS[name]
    for box in builder.layout.box:
        if box.role in TAIL:
            continue
        if box.role not in DRAWN_ROLES and not (box.role == "body" and name in BODY_DRAWINGS):
            builder.place(box.role, _words(builder, box.role))
        elif drawing is not None:
            # The drawing stands where its placeholder does in the layout's reading order.
            drawing(builder)
            drawing = None
    if drawing is not None:
        drawing(builder)
    for role in TAIL:
        if builder.layout.find(role) is not None:
            builder.place(role, _words(builder, role))
    return builder.page(slide.key), tuple(builder.setter.problems)


def _words(builder: SlideBuilder, role: str) -> Prose:
    slide, plan = builder.slide, builder.plan
    match role:
        case "title":
            return (paragraph(slide.title),)
        case "mark":
            return (paragraph(slide.mark),) if slide.mark else ()
        case "source":
            return (paragraph(slide.source),) if slide.source else ()
        case "footer":
            return (paragraph(f"{plan.title} · {plan.client}"),)
        case "date":
            return (paragraph(plan.date_text),) if plan.date_text else ()
        case "page_number":
            return (paragraph("‹#›"),)
        case _:
            return builder.section(role)


def compose_deck(plan: Plan, theme: Theme) -> tuple[Document, tuple[Problem, ...]]:
    """Place every slide of a plan, in order."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for slide in plan.slides:
        page, found = compose_slide(plan, slide, theme)
        pages.append(page)
        problems += found
    document = Document(
        title=f"{plan.title} – {plan.client}",
        subject=plan.words["subject"],
        author=plan.workshop.facilitator,
        language=plan.language,
        content_version=plan.content_version,
        created=plan.date.isoformat() if plan.date else "",
        pages=tuple(pages),
        sections=tuple((section.id, section.name) for section in plan.sections),
    )
    return document, tuple(problems)
