"""What is wrong in the facilitator's own folder, each with its place and the item it belongs to. Qt-free, so that it is tested alone."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.library.own_items import OwnContent, OwnItem

TO_FILL = frozenset({"content.missing_section", "content.missing_body", "content.missing_title"})
"""Keys that only say that something is still to be written."""


class OwnFault(Value, frozen=True, kw_only=True, eq=False):
    """A fault: where it is, the problem (None for a language that is still to be written), and its item where it has one."""

    where: Where
    problem: Problem | None = None
    missing: Language | None = None
    item: OwnItem | None = None


def faults_in(own: Path, content: OwnContent, problems: Iterable[Problem]) -> tuple[OwnFault, ...]:
    """Give what is wrong in the own folder, of all the problems that the loader listed.

    A language that is still to be written is one fault, not one for each of its sections.
    """
    by_folder = {item.folder: item for item in content.items}
    own_problems = [problem for problem in problems if Path(problem.where.file).is_relative_to(own)]
    told = (_fault(problem, by_folder) for problem in own_problems)
    return (*_missing(content), *_once(fault for fault in told if not _is_of_missing(fault)))


def _once(faults: Iterable[OwnFault]) -> Iterator[OwnFault]:
    """Tell each fault once, and of each file once that something in it is still to be written."""
    told: set[tuple[str, str]] = set()
    for fault in faults:
        key = "" if fault.problem is None else fault.problem.key
        is_unfinished = fault.item is not None and key in TO_FILL
        mark = (fault.where.file, "") if is_unfinished else (str(fault.where), key)
        if mark not in told:
            told.add(mark)
            yield fault


def _missing(content: OwnContent) -> Iterator[OwnFault]:
    for item in content.items:
        for language in sorted(item.checked.missing) if item.checked is not None else ():
            yield OwnFault(where=Where(file=str(item.folder / f"{language.value}.md")), missing=language, item=item)


def _fault(problem: Problem, by_folder: dict[Path, OwnItem]) -> OwnFault:
    return OwnFault(where=problem.where, problem=problem, item=by_folder.get(Path(problem.where.file).parent))


def _is_of_missing(fault: OwnFault) -> bool:
    """Tell whether a problem only says that a language has not been written."""
    if fault.item is None or fault.item.checked is None or fault.problem is None:
        return False
    languages = {each.value for each in fault.item.checked.missing}
    is_its_file = Path(fault.where.file).stem in languages
    return is_its_file or (fault.problem.key == "content.slide_without_text" and fault.problem.values["language"] in languages)
