"""Reads the glossary from assets/data/glossary.toml."""

import msgspec

from workshop_kit.domain.content import Term
from workshop_kit.domain.problem import Problem
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.norwegian import sort_key
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import TomlText, parse_toml


def read_glossary(shelf: Shelf) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """Give the words in Norwegian order of the bokmål, and what was wrong; a shelf need not have a glossary.

    A word without its counterparts is left out, and so is one that comes a second time.
    """
    path = shelf.root / "assets" / "data" / "glossary.toml"
    if not path.exists():
        return (), ()
    terms: dict[str, Term] = {}
    problems: list[Problem] = []
    try:
        toml = parse_toml(shelf.read(path), shelf.name(path))
        toml.refuse_other_keys("term")
        tables = toml.tables("term")
    except ContentFault as fault:
        return (), (fault.problem,)
    for index, table in enumerate(tables):
        try:
            term = _term(toml, index, table)
            if term.nb in terms:
                raise toml.fault(("term", index), "content.duplicate_id", id=term.nb)
            terms[term.nb] = term
        except ContentFault as fault:
            problems.append(fault.problem)
    return tuple(sorted(terms.values(), key=lambda term: sort_key(term.nb))), tuple(problems)


def _term(toml: TomlText, index: int, table: object) -> Term:
    """Make a word of a table; raises ContentFault when one of its languages is missing or empty."""
    term = toml.convert(Term, table, ("term", index))
    for key, word in msgspec.structs.asdict(term).items():
        if not word.strip():
            raise toml.fault(("term", index, key), "content.missing_key", key=key)
    return term
