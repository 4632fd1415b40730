"""The command `check`: what is wrong in the content."""

import argparse

from workshop_kit.cli.own import own_folder
from workshop_kit.cli.tell import DONE, SOME_FAILED, Teller
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Kit, compose, load_kit


def check(options: argparse.Namespace, teller: Teller) -> int:
    """List what is wrong in the content; with --pages also every text that does not fit, for all municipalities."""
    kit, problems = load_kit(own_folder(options.own))
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
