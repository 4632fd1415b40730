"""Reads the checked facts from assets/data/facts*.toml, and from facts.toml beside a module: together they hold each id once."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from workshop_kit.domain.content import Fact
from workshop_kit.domain.problem import Problem
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.markdown import without_marks
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import TomlText, parse_toml

FILE, FILES = "facts.toml", "facts*.toml"


def read_facts(shelf: Shelf, taken: Mapping[str, Fact]) -> tuple[Mapping[str, Fact], tuple[Problem, ...]]:
    """Give the shelf's facts by id, without those that are broken or that `taken` already has, and what was wrong with them.

    Only the shipped shelf must have facts.
    """
    folder = shelf.root / "assets" / "data"
    beside = [module / FILE for module in shelf.folders("slides", "modules") if (module / FILE).is_file()]
    files = [*(sorted(folder.glob(FILES)) or ([folder / FILE] if shelf.shipped else [])), *beside]
    facts: dict[str, Fact] = {}
    places: dict[str, str] = {}
    problems: list[Problem] = []
    for path in files:
        try:
            toml, tables = _read(shelf, path)
        except ContentFault as fault:
            problems.append(fault.problem)
            continue
        for index, table in enumerate(tables):
            try:
                fact = _fact(toml, index, table)
                if fact.id in facts and places[fact.id] != toml.file:
                    raise toml.fault(("fact", index), "content.id_taken", id=fact.id, other=places[fact.id])
                if fact.id in facts or fact.id in taken:
                    raise toml.fault(("fact", index), "content.duplicate_id", id=fact.id)
                facts[fact.id], places[fact.id] = fact, toml.file
            except ContentFault as fault:
                problems.append(fault.problem)
    return facts, tuple(problems)


def _read(shelf: Shelf, path: Path) -> tuple[TomlText, tuple[object, ...]]:
    """Read one file and its tables; raises ContentFault when it cannot be used at all."""
    toml = parse_toml(shelf.read(path), shelf.name(path))
    toml.refuse_other_keys("fact")
    return toml, toml.tables("fact")


def _fact(toml: TomlText, index: int, table: object) -> Fact:
    """Make a fact; raises ContentFault when it is broken or does not say where it comes from."""
    fact = toml.convert(Fact, table, ("fact", index))
    for key, source in (("source_nb", fact.source_nb), ("source_nn", fact.source_nn)):
        if not source.strip():
            raise toml.fault(("fact", index, key), "content.fact_without_source", fact=fact.id)
    return msgspec.structs.replace(fact, source_nb=without_marks(fact.source_nb), source_nn=without_marks(fact.source_nn))
