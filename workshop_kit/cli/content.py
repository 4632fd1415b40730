"""The command `content`: lists all there is, with the ids that other options take."""

import argparse
import shutil
import textwrap
from collections.abc import Iterable, Iterator

from workshop_kit.cli.own import own_folder
from workshop_kit.cli.tell import DONE, Teller
from workshop_kit.domain.content import Library, Module
from workshop_kit.domain.language import Language
from workshop_kit.domain.value import Value
from workshop_kit.pack import load_kit
from workshop_kit.planning.report_slides import with_report

LEAST_ROOM = 30
"""Characters beside the ids; narrower terminals break the lines themselves."""


class _Entry(Value, frozen=True):
    """A line of the list; what belongs to the entry before it stands `deep`er."""

    id: str
    name: str
    deep: int = 0


def content(options: argparse.Namespace, teller: Teller) -> int:
    """List the modules with their slides, the exercises and the examples; the user's own stand among them, marked."""
    own = own_folder(options.own)
    kit, problems = load_kit(own)
    shipped = frozenset(_ids(kit.library if own is None else load_kit()[0].library))
    language = Language.NN if teller.language == "nn" else Language.NB
    groups = (
        ("cli.list_modules", _modules(kit.library, language)),
        ("cli.list_exercises", tuple(_Entry(each.id, each.texts[language].title, 1) for each in kit.library.exercises)),
        ("cli.list_examples", tuple(_Entry(each.id, each.texts[language].title, 1) for each in kit.library.examples)),
    )
    mark = teller.text("cli.own_mark")
    for key, entries in groups:
        teller.write(f"{teller.text(key)}:")
        for line in _lines(entries, shipped, mark):
            teller.write(line)
    if problems and own is not None:
        teller.warn("cli.own_faults", count=str(len(problems)), folder=str(own))
    else:
        teller.problems(problems)
    return DONE


def _modules(library: Library, language: Language) -> tuple[_Entry, ...]:
    """Give each module and its slides, with those that the report's figures make."""
    entries: list[_Entry] = []
    for module in with_report(library).modules:
        entries.append(_Entry(module.id, module.name.of(language), 1))
        entries += (_Entry(slide.id, _title(module, slide.id, language), 2) for slide in module.slides)
    return tuple(entries)


def _title(module: Module, slide: str, language: Language) -> str:
    """Give a slide's title, of the first variant where it has several."""
    return next(text.title for (each, name, _), text in module.texts.items() if each is language and name == slide)


def _ids(library: Library) -> Iterator[str]:
    for module in library.modules:
        yield module.id
        yield from (slide.id for slide in module.slides)
    yield from (each.id for each in (*library.exercises, *library.examples))


def _lines(entries: Iterable[_Entry], shipped: frozenset[str], mark: str) -> Iterator[str]:
    """Set the entries in two columns as wide as the terminal, long names on more lines."""
    entries = tuple(entries)
    columns = shutil.get_terminal_size().columns
    room = max((2 * entry.deep + len(entry.id) for entry in entries), default=0) + 2
    for entry in entries:
        name = entry.name if entry.id in shipped else f"{mark} {entry.name}"
        head = f"{'  ' * entry.deep}{entry.id}".ljust(room)
        broken = textwrap.wrap(name, max(columns - room, LEAST_ROOM), break_long_words=False, break_on_hyphens=False)
        yield from (f"{head if number == 0 else ' ' * room}{line}" for number, line in enumerate(broken))
