"""What the list of sheets holds: those that are printed, and those whose exercise somebody has taken out of the day."""

from workshop_kit.domain.content import Exercise
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Composed, Kit, print_set, printed_documents
from workshop_kit.planning.print_set import CALL_LIST, GLOSSARY, PROGRAMME, RUN_SHEET, PrintRow, PrintSet
from workshop_kit.scene.page import Page

HANDOUT_WORDS = {PROGRAMME: "programme", RUN_SHEET: "run_sheet", GLOSSARY: "glossary", CALL_LIST: "call_list"}
"""The fixed words that name what is no exercise's sheet, in the pack's language."""


class Listed(Value, frozen=True, kw_only=True, eq=False):
    """A sheet in the list; without a `row` its exercise is out of the day, and it has no pages."""

    key: str
    title: str
    row: PrintRow | None = None
    pages: tuple[Page, ...] = ()


class SheetList(Value, frozen=True, kw_only=True, eq=False):
    """The whole list, and what is printed in all."""

    prints: PrintSet
    sheets: tuple[Listed, ...]


def list_sheets(kit: Kit, composed: Composed, workshop: Workshop) -> SheetList:
    """List the sheets of what is planned, with the copies for the workshop as it is now."""
    prints = print_set(composed, workshop)
    titles = {sheet.exercise.id: f"{sheet.exercise.id} · {sheet.text.title}" for sheet in composed.plan.sheets}
    titles |= {key: composed.plan.words[word] for key, word in HANDOUT_WORDS.items()}
    printed = tuple(
        Listed(key=key, title=titles[key], row=prints.row(key), pages=document.pages)
        for key, document in printed_documents(composed).items()
    )
    language = composed.plan.language
    out = tuple(Listed(key=each.id, title=f"{each.id} · {each.texts[language].title}") for each in _taken_out(kit, composed, workshop))
    return SheetList(prints=prints, sheets=(*printed, *out))


def _taken_out(kit: Kit, composed: Composed, workshop: Workshop) -> tuple[Exercise, ...]:
    names = {*workshop.dropped, *(part.id for part in workshop.day if part.parked)}
    return tuple(each for each in kit.library.exercises if each.id in names and each.id not in composed.sheets)


def sheet_problems(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Give the problems that show on paper: texts of exercises, and what does not fit its page."""
    return tuple(each for each in problems if "page" in each.values or "exercises/" in each.where.file)
