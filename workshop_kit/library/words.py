"""Reads the fixed words of decks and sheets («Kilde», «Pause») from assets/words/nb.toml and nn.toml."""

from collections.abc import Mapping

import msgspec

from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.parallel import differences
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import TomlText, parse_toml


def read_words(shelf: Shelf) -> tuple[Mapping[Language, Mapping[str, str]], tuple[Problem, ...]]:
    """Give each language's words by key, and what was wrong; a language whose file is broken has none."""
    words: dict[Language, Mapping[str, str]] = {language: {} for language in Language}
    tomls: dict[Language, TomlText] = {}
    problems: list[Problem] = []
    for language in Language:
        path = shelf.root / "assets" / "words" / f"{language}.toml"
        try:
            toml = parse_toml(shelf.read(path), shelf.name(path))
            words[language] = {key: toml.convert(str, value, (key,)) for key, value in toml.data.items()}
            tomls[language] = toml
        except ContentFault as fault:
            problems.append(fault.problem)
    if len(tomls) == len(Language):
        problems += _compared(words, tomls)
    return words, tuple(problems)


def _compared(words: Mapping[Language, Mapping[str, str]], tomls: Mapping[Language, TomlText]) -> list[Problem]:
    """List the words that one language lacks, and those whose tokens or figures differ."""
    nb, nn = words[Language.NB], words[Language.NN]
    problems: list[Problem] = []
    for has, lacks in ((Language.NB, Language.NN), (Language.NN, Language.NB)):
        for key in words[has].keys() - words[lacks].keys():
            where = Where(file=tomls[lacks].file)
            problems.append(Problem(where=where, key="content.missing_key", values={"key": key}))
    for key in nb.keys() & nn.keys():
        found = differences(key, nb[key], nn[key], Where(file=tomls[Language.NN].file))
        problems += (msgspec.structs.replace(problem, where=tomls[Language.NN].where((key,))) for problem in found)
    return sorted(problems, key=lambda problem: (problem.where.file, problem.where.line or 0, problem.values.get("key", "")))
