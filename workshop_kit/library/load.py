"""Reads the whole library: the shipped folders, then the user's own of the same form."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from workshop_kit.domain.content import Example, Exercise, Fact, Library, Module
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.library.additions import Addition, is_addition, read_addition, with_additions
from workshop_kit.library.examples import read_example
from workshop_kit.library.exercises import read_exercise
from workshop_kit.library.facts import read_facts
from workshop_kit.library.glossary import read_glossary
from workshop_kit.library.goals import COUNT, read_goals
from workshop_kit.library.known import Known
from workshop_kit.library.module_slides import Slides
from workshop_kit.library.modules import read_module
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.library.report_figures import FORM, read_report_figures
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.version import content_version
from workshop_kit.library.words import read_words
from workshop_kit.paths import ROOT

ALL_GOALS = frozenset(range(1, COUNT + 1))
"""Stands in for the goals when their file is broken, so that its one fault is not repeated wherever a goal is named."""

OWN_PLACES = ("slides", "exercises", "assets/data", FORM)
"""What is looked for in the user's own folder."""

Piece = TypeVar("Piece", Module, Example, Exercise)


def load_library(
    own: Path | None = None, *, root: Path = ROOT, municipalities: tuple[Municipality, ...] | None = None
) -> tuple[Library, tuple[Problem, ...]]:
    """Give the library and everything that is wrong in it; content faults are never raised.

    `own` is the user's folder with slides/, exercises/ and assets/data/facts.toml of its own, and report-figures.toml
    with what they read in the report; `root` is the shipped one.
    What is broken is left out, and so is what has the id of something that was read before it. `municipalities` saves
    reading their file again where they are at hand.
    """
    shelves = (Shelf(root=root), *((Shelf(root=own, shipped=False),) if own is not None else ()))
    problems: list[Problem] = []
    facts = _facts(shelves, problems)
    goals, faults = read_goals(shelves[0])
    problems += faults
    words, faults = read_words(shelves[0])
    problems += faults
    terms, faults = read_glossary(shelves[0])
    problems += faults
    report_charts, faults = read_report_figures(shelves)
    problems += faults
    known = Known(
        facts=frozenset(facts),
        goals=frozenset(goal.number for goal in goals) or ALL_GOALS,
        municipalities=frozenset(each.number for each in municipalities or load_municipalities()),
    )
    modules = _in_order(_modules(shelves, known, problems))
    exercises = _in_order(_exercises(shelves, known, problems))
    problems += _unknown_modules(exercises, modules)
    library = Library(
        modules=modules,
        examples=_in_order(_examples(shelves, known, problems)),
        exercises=exercises,
        facts=facts,
        goals=goals,
        words=words,
        version=content_version(shelves),
        terms=terms,
        report_charts=report_charts,
    )
    return library, tuple(problems)


def _facts(shelves: Iterable[Shelf], problems: list[Problem]) -> dict[str, Fact]:
    """Read every shelf's facts by id; problems are added to the list."""
    facts: dict[str, Fact] = {}
    for shelf in shelves:
        found, faults = read_facts(shelf, facts)
        facts |= found
        problems += faults
    return facts


def _modules(shelves: Iterable[Shelf], known: Known, problems: list[Problem]) -> Iterator[Module]:
    """Read every module with what joins it, without those, and the slides, whose id was there before; problems are added to the list."""
    ids: dict[str, str] = {}
    slides: dict[str, str] = {}
    modules: list[Module] = []
    additions: list[Addition] = []
    for shelf in shelves:
        for folder in shelf.folders("slides", "modules"):
            if is_addition(shelf, folder):
                addition, faults = read_addition(shelf, folder, known)
                if addition is not None and _is_new(addition.id, addition.where, ids, problems):
                    additions.append(replace(addition, slides=_without_taken(addition.slides, slides, problems)))
            else:
                module, faults = read_module(shelf, folder, known)
                if module is not None and _is_new(module.id, module.where, ids, problems):
                    kept = _without_taken(Slides(specs=module.slides, texts=module.texts), slides, problems)
                    modules.append(replace(module, slides=kept.specs))
            problems += faults
    joined, faults = with_additions(modules, additions)
    problems += faults
    yield from (module for module in joined if module.slides)


def _without_taken(slides: Slides, taken: dict[str, str], problems: list[Problem]) -> Slides:
    """Leave out the slides whose ids others have, and note the rest as taken."""
    places = {slide: text.where for (language, slide, _), text in slides.texts.items() if language is Language.NB}
    return replace(slides, specs=tuple(slide for slide in slides.specs if _is_new(slide.id, places[slide.id], taken, problems)))


def _examples(shelves: Iterable[Shelf], known: Known, problems: list[Problem]) -> Iterator[Example]:
    """Read every example, without those whose id was there before; problems are added to the list."""
    taken: dict[str, str] = {}
    for shelf in shelves:
        for folder in shelf.folders("slides", "examples"):
            example, faults = read_example(shelf, folder, known)
            problems += faults
            if example is not None and _is_new(example.id, example.texts[Language.NB].where, taken, problems):
                yield example


def _exercises(shelves: Iterable[Shelf], known: Known, problems: list[Problem]) -> Iterator[Exercise]:
    """Read every exercise, without those whose id was there before; problems are added to the list."""
    taken: dict[str, str] = {}
    for shelf in shelves:
        for folder in shelf.folders("exercises"):
            exercise, faults = read_exercise(shelf, folder, known)
            problems += faults
            if exercise is not None and _is_new(exercise.id, exercise.where, taken, problems):
                yield exercise


def _is_new(name: str, where: Where, taken: dict[str, str], problems: list[Problem]) -> bool:
    """Tell whether an id is new, and note it with its place; an id that was taken is added to the problems."""
    if name in taken:
        problems.append(Problem(where=where, key="content.id_taken", values={"id": name, "other": taken[name]}))
        return False
    taken[name] = str(where)
    return True


def _unknown_modules(exercises: tuple[Exercise, ...], modules: tuple[Module, ...]) -> Iterator[Problem]:
    """List the modules that exercises are to follow and that are not there."""
    ids = {module.id for module in modules}
    for exercise in exercises:
        for module in exercise.modules:
            if module not in ids:
                yield Problem(where=exercise.where, key="content.unknown_module", values={"id": exercise.id, "module": module})


def _in_order(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Sort by order, then id."""
    return tuple(sorted(pieces, key=lambda piece: (piece.order, piece.id)))
