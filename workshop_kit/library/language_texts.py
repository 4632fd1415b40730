"""Reads a folder's nb.md and nn.md, in which the same things are said in both written standards."""

from collections.abc import Mapping
from pathlib import Path

from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Where
from workshop_kit.library.body import Body, split_body
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.front_matter import Part, split_parts
from workshop_kit.library.shelf import Shelf


def read_languages(shelf: Shelf, folder: Path) -> Mapping[Language, tuple[Part, ...]]:
    """Give the parts of both languages' files; raises ContentFault when a file is missing or broken."""
    return {language: _read(shelf, folder / f"{language}.md", language) for language in Language}


def read_single(shelf: Shelf, folder: Path) -> Mapping[Language, tuple[Part, Body]]:
    """Give the one part of each language's file, its body split; raises ContentFault, also where there are more parts."""
    found: dict[Language, tuple[Part, Body]] = {}
    for language, parts in read_languages(shelf, folder).items():
        part, *more = parts
        if more:
            raise ContentFault(more[0].where, "content.one_part")
        found[language] = (part, split_body(part.body, part.front.file, part.body_line))
    return found


def _read(shelf: Shelf, path: Path, language: Language) -> tuple[Part, ...]:
    """Give one file's parts."""
    if not shelf.has(path):
        raise ContentFault(Where(file=shelf.name(path)), "content.missing_language", language=language.value)
    return split_parts(shelf.read(path), shelf.name(path))
