"""Reads an example: slides/examples/<id>/ with example.toml, nb.md and nn.md.

example.toml may say for whom the example is not suited: `avoid = ["sami"]` keeps it from municipalities with an official
Sámi name, for examples whose use of land may be in the way of reindeer. Chosen by hand, it is shown all the same.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from workshop_kit.domain.content import Avoid, Confidence, Example, ExampleText
from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.library.body import Body, lazy_sections, markup_problems
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.front_matter import Part
from workshop_kit.library.known import Known
from workshop_kit.library.language_texts import read_single
from workshop_kit.library.markdown import without_marks
from workshop_kit.library.parallel import brace_problems, differences
from workshop_kit.library.required import EXAMPLE
from workshop_kit.library.section_checks import missing_sections, unused_sections
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import TomlText, parse_toml

FILE = "example.toml"


class ExampleFile(Value, frozen=True, kw_only=True):
    """What example.toml holds."""

    id: str
    order: int
    municipalities: tuple[str, ...]
    year: int
    quality: Literal["A", "B"]
    themes: tuple[str, ...]
    goals: tuple[int, ...] = ()
    principles: tuple[Literal[1, 2, 3, 4, 5, 6, 7, 8], ...] = ()
    type: Literal["SC", "CC", "SDG"]
    confidence: Confidence
    source: Translated
    url: str = ""
    checked: str = ""
    avoid: tuple[Avoid, ...] = ()


def read_example(shelf: Shelf, folder: Path, known: Known) -> tuple[Example | None, tuple[Problem, ...]]:
    """Give a folder's example and its problems; None when it is broken or cannot be shown."""
    try:
        path = folder / FILE
        toml = parse_toml(shelf.read(path), shelf.name(path))
        file = toml.convert(ExampleFile, toml.data)
        if file.id != folder.name:
            raise toml.fault(("id",), "content.folder_name", id=file.id, folder=folder.name)
        texts = read_single(shelf, folder)
        for part, _ in texts.values():
            part.front.refuse_other_keys()
    except ContentFault as fault:
        return None, (fault.problem,)
    lost = (*_file_faults(toml, file, known), *_text_faults(file.id, texts))
    if lost:
        return None, lost
    return _example(file, texts), tuple(_remarks(file.id, texts))


def _example(file: ExampleFile, texts: Mapping[Language, tuple[Part, Body]]) -> Example:
    """Make the example."""
    return Example(
        id=file.id,
        order=file.order,
        municipalities=file.municipalities,
        year=file.year,
        quality=file.quality,
        themes=file.themes,
        goals=file.goals,
        principles=file.principles,
        type=file.type,
        confidence=file.confidence,
        source=Translated(nb=without_marks(file.source.nb), nn=without_marks(file.source.nn)),
        url=file.url,
        checked=file.checked,
        avoid=file.avoid,
        texts={
            language: ExampleText(title=without_marks(body.title), sections=lazy_sections(body, language), where=part.where)
            for language, (part, body) in texts.items()
        },
    )


def _file_faults(toml: TomlText, file: ExampleFile, known: Known) -> Iterator[Problem]:
    """List what makes an example impossible to show, as example.toml has it."""
    if not file.municipalities:
        yield toml.problem(("municipalities",), "content.example_without_municipality", id=file.id)
    for source in (file.source.nb, file.source.nn):
        if not source.strip():
            yield toml.problem(("source",), "content.example_without_source", id=file.id)
    for number in file.municipalities:
        if number not in known.municipalities:
            yield toml.problem(("municipalities",), "content.unknown_municipality", number=number)
    for goal in file.goals:
        if goal not in known.goals:
            yield toml.problem(("goals",), "content.unknown_goal", goal=str(goal))


def _text_faults(name: str, texts: Mapping[Language, tuple[Part, Body]]) -> Iterator[Problem]:
    """List what an example's texts lack."""
    for _, body in texts.values():
        if not body.title:
            yield Problem(where=body.where(""), key="content.missing_title", values={"name": name})
        yield from missing_sections(body, EXAMPLE, name)


def _remarks(name: str, texts: Mapping[Language, tuple[Part, Body]]) -> Iterator[Problem]:
    """List what is wrong in texts that can be shown all the same."""
    for language, (part, body) in texts.items():
        yield from unused_sections(body, EXAMPLE, name)
        yield from markup_problems(body, language)
        yield from brace_problems(part.body, Where(file=body.file, line=part.body_line))
    (nb, _), (nn, _) = texts[Language.NB], texts[Language.NN]
    yield from differences(name, nb.body, nn.body, nn.where)
