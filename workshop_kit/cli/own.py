"""What the user brings along: a folder with content of their own, and a file with the client's own example."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from workshop_kit.cli.tell import CliFault
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.workshop import OwnExample
from workshop_kit.library.load import OWN_PLACES
from workshop_kit.library.own_example import read_own_example
from workshop_kit.planning.by_hand import BY_HAND
from workshop_kit.store.settings import own_path, read_settings, settings_path

UNKNOWN = frozenset({"plan.unknown_id", "plan.unknown_theme"})
"""What is wrong with a choice that was typed, not with the words of the own example."""


def own_folder(given: str | None) -> Path | None:
    """Give the folder with the user's own content: the one given, else the facilitator's where it holds any; "" is none.

    Raises CliFault for a folder that is not there, or that was given and holds nothing that is looked for.
    """
    if given is None:
        return _facilitators_folder()
    if not given:
        return None
    folder = Path(given)
    if not folder.is_dir():
        raise CliFault("cli.own_not_there", folder=given)
    if not _has_content(folder):
        raise CliFault("cli.own_without_content", folder=given, places=", ".join(OWN_PLACES))
    return folder


def _facilitators_folder() -> Path | None:
    """Give the folder that the windows keep own content in, None where it holds nothing; one that was chosen has to be there."""
    settings, _ = read_settings(settings_path())
    folder = own_path(settings)
    if settings.own_folder and not folder.is_dir():
        raise CliFault("cli.own_chosen_not_there", folder=str(folder))
    return folder if _has_content(folder) else None


def _has_content(folder: Path) -> bool:
    return any((folder / place).exists() for place in OWN_PLACES)


def own_example(given: str | None) -> OwnExample | None:
    """Give the example in the file that was named; ContentFault for one that cannot be used."""
    return read_own_example(Path(given)) if given else None


def with_own_file(problems: Iterable[Problem], given: str | None) -> tuple[Problem, ...]:
    """Name the own example's file where a Problem is about its card, which has no file in the plan."""
    return tuple(
        replace(problem, where=Where(file=given)) if given and problem.where == BY_HAND and problem.key not in UNKNOWN else problem
        for problem in problems
    )
