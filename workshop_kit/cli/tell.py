"""Tells people what happened: one clear line for each thing, in the language of the command."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import platformdirs

from workshop_kit.domain.problem import Problem
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.messages import LANGUAGES, message
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.store.faults import StoreFault

DONE, SOME_FAILED, FAILED, STOPPED = 0, 1, 2, 130
DEFAULT_LANGUAGE = "nb"
UI_OPTION = "--ui-language"
MOST_PROBLEMS = 10


class CliFault(Exception):
    """Something the user asked for cannot be done: a message's key and the values it names."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Teller:
    """Writes messages in one language: results to standard output, warnings and errors to standard error."""

    def __init__(self, language: str) -> None:
        self.language = language

    def text(self, key: str, **values: str) -> str:
        """Give a message's text, with plain spaces: it may be copied into a command."""
        return message(self.language, key, values).replace("\u00a0", " ")

    def say(self, key: str, **values: str) -> None:
        """Tell a result."""
        self.write(self.text(key, **values))

    def write(self, line: str) -> None:
        """Write a line of results as it is."""
        sys.stdout.write(line + "\n")

    def warn(self, key: str, **values: str) -> None:
        """Tell what went wrong."""
        sys.stderr.write(self.text(key, **values) + "\n")

    def problems(self, problems: Iterable[Problem], most: int = MOST_PROBLEMS) -> None:
        """List faults of the content with their places, and count those that are not shown."""
        found = tuple(problems)
        for problem in found[:most]:
            sys.stderr.write(f"{problem.where}: {message(self.language, problem.key, problem.values)}\n")
        if len(found) > most:
            self.warn("cli.more_problems", count=str(len(found) - most))


def ui_language(arguments: Sequence[str]) -> str:
    """Find the language of messages among raw arguments, so that even a wrong command is answered in it."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == UI_OPTION:
            chosen = value or (arguments[index + 1] if index + 1 < len(arguments) else "")
            return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE
    return DEFAULT_LANGUAGE


def tell_fault(error: Exception, teller: Teller) -> bool:
    """Tell one of our own faults in one line; False for anything else."""
    match error:
        case CliFault() | PlanningFault() | StoreFault():
            teller.warn(error.key, **error.values)
        case ContentFault():
            teller.problems((error.problem,))
        case _:
            return False
    return True


def log_file(details: str) -> str:
    """Keep the details of an unexpected error, and give where; a log that cannot be written is no second error."""
    path = platformdirs.user_log_path("workshop-kit", appauthor=False) / "error.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(details, encoding="utf-8")
    except OSError:
        return "–"
    return str(path)
