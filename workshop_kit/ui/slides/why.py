"""Says why a slide is in the deck, and finds the slide that a Problem is about."""

from workshop_kit.domain.content import Library
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import Plan, PlannedSlide
from workshop_kit.domain.problem import Problem
from workshop_kit.ui.texts import Texts


def why_words(slide: PlannedSlide, texts: Texts) -> tuple[str, ...]:
    """Give the reasons for a slide in words, each once."""
    values = {"length": ""}
    found: dict[str, None] = {}
    for why in slide.why:
        named = {**values, **why.values}
        if named["length"]:
            named["length"] = texts(f"facts.length_{named['length']}").lower()
        found[texts(f"why.{why.key}", **named)] = None
    return tuple(found)


def slide_of(problem: Problem, plan: Plan) -> str:
    """Give the key of the slide that a Problem is about, "" where it is about none."""
    named = problem.values.get("slide", "") or problem.values.get("page", "")
    keys = {slide.key for slide in plan.slides}
    if named in keys:
        return named
    return next((slide.key for slide in plan.slides if slide.where == problem.where and problem.where.line is not None), "")


def title_of(key: str, language: Language, library: Library) -> str:
    """Give what a slide, an example, an exercise or a module is called, by its id; the id itself where nothing has it."""
    for module in library.modules:
        if module.id == key:
            return module.name.of(language)
        found = next((text.title for (spoken, slide, _), text in module.texts.items() if spoken is language and slide == key), "")
        if found:
            return found
    for piece in (*library.examples, *library.exercises):
        if piece.id == key:
            return piece.texts[language].title
    return key
