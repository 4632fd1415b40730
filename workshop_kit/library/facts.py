"""Reads the checked facts from assets/data/facts.toml."""

from collections.abc import Mapping

import msgspec

from workshop_kit.domain.content import Fact
from workshop_kit.domain.problem import Problem
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.markdown import without_marks
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import TomlText, parse_toml


def read_facts(shelf: Shelf, taken: Mapping[str, Fact]) -> tuple[Mapping[str, Fact], tuple[Problem, ...]]:
    """Give the shelf's facts by id, without those that are broken or that `taken` already has, and what was wrong with them."""
    path = shelf.root / "assets" / "data" / "facts.toml"
    if not shelf.shipped and not path.exists():
        return {}, ()
    facts: dict[str, Fact] = {}
    problems: list[Problem] = []
    try:
        toml = parse_toml(shelf.read(path), shelf.name(path))
        toml.refuse_other_keys("fact")
        tables = toml.tables("fact")
    except ContentFault as fault:
        return {}, (fault.problem,)
    for index, table in enumerate(tables):
        try:
            fact = _fact(toml, index, table)
            if fact.id in facts or fact.id in taken:
                raise toml.fault(("fact", index), "content.duplicate_id", id=fact.id)
            facts[fact.id] = fact
        except ContentFault as fault:
            problems.append(fault.problem)
    return facts, tuple(problems)


def _fact(toml: TomlText, index: int, table: object) -> Fact:
    """Make a fact; raises ContentFault when it is broken or does not say where it comes from."""
    fact = toml.convert(Fact, table, ("fact", index))
    for key, source in (("source_nb", fact.source_nb), ("source_nn", fact.source_nn)):
        if not source.strip():
            raise toml.fault(("fact", index, key), "content.fact_without_source", fact=fact.id)
    return msgspec.structs.replace(fact, source_nb=without_marks(fact.source_nb), source_nn=without_marks(fact.source_nn))
