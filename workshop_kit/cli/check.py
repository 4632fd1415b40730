"""The commands `check` and `content`: what is wrong in the content, and what there is."""

import argparse
from pathlib import Path

from workshop_kit.cli.tell import DONE, SOME_FAILED, Teller
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Kit, compose, load_kit


def check(options: argparse.Namespace, teller: Teller) -> int:
    """List what is wrong in the content; with --pages also every text that does not fit, for all municipalities."""
    kit, problems = load_kit(Path(options.own) if options.own else None)
    found = [*problems]
    if options.pages:
        found += page_problems(kit)
    teller.problems(found, most=200)
    teller.say("cli.checked", count=str(len(found)))
    return SOME_FAILED if found else DONE


def page_problems(kit: Kit) -> list[Problem]:
    """Compose every page for every municipality in both languages, and give what does not fit."""
    found: list[Problem] = []
    for municipality in kit.municipalities:
        for language in Language:
            _, problems = compose(kit, Workshop(municipality=municipality.number, language=language))
            found += problems
    return found


def content(_options: argparse.Namespace, teller: Teller) -> int:
    """List the modules with their slides, the exercises and the examples."""
    kit, problems = load_kit()
    language = Language.NN if teller.language == "nn" else Language.NB
    for module in kit.library.modules:
        teller.write(f"{module.id.upper()}  {module.name.of(language)}")
        for slide in module.slides:
            title = next(text.title for (lang, name, _), text in module.texts.items() if lang is language and name == slide.id)
            teller.write(f"  {slide.id:<8} {title}")
    for exercise in kit.library.exercises:
        teller.write(f"{exercise.id:<9} {exercise.texts[language].title}")
    for example in kit.library.examples:
        teller.write(f"{example.order:>3}      {example.texts[language].title}")
    teller.problems(problems)
    return DONE
