"""Reads an exercise: exercises/<id>/ with exercise.toml, nb.md and nn.md."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.content import Exercise, ExerciseText, Field, GroupSize, HarvestField, Minutes, Per, Step
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.library.body import Body, lazy_sections, markup_problems
from workshop_kit.library.exercise_words import ExerciseWords, read_exercise_words
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.front_matter import Part
from workshop_kit.library.known import Known
from workshop_kit.library.language_texts import read_single
from workshop_kit.library.parallel import brace_problems, differences
from workshop_kit.library.required import EXERCISE
from workshop_kit.library.section_checks import missing_sections, unused_sections
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import TomlText, parse_toml

FILE = "exercise.toml"
MOST_SHARE = 1.5
"""The most minutes are this much of the wanted ones, rounded to ROUNDED_TO."""
ROUNDED_TO = 5


class _ExerciseFile(Value, frozen=True, kw_only=True):
    """What exercise.toml holds."""

    id: str
    order: int
    kind: Literal["exercise", "discussion", "harvest"]
    canvas: str
    paper: Literal["A4", "A3"]
    orientation: Literal["portrait", "landscape"]
    minutes: Minutes
    group: GroupSize
    per: Literal["group", "person"] = "group"
    facts: tuple[str, ...] = ()
    goals: bool = False
    modules: tuple[str, ...]
    step: tuple[Step, ...]
    field: tuple[Field, ...]
    harvest: tuple[HarvestField, ...] = ()


class _Words(Value, frozen=True, kw_only=True, eq=False):
    """One language's words, and where they stand."""

    front: Part
    body: Body
    words: ExerciseWords


def read_exercise(shelf: Shelf, folder: Path, known: Known) -> tuple[Exercise | None, tuple[Problem, ...]]:
    """Give a folder's exercise and its problems; None when it is broken or cannot be done."""
    try:
        path = folder / FILE
        toml = parse_toml(shelf.read(path), shelf.name(path))
        file = toml.convert(_ExerciseFile, toml.data)
        if file.id.lower() != folder.name:
            raise toml.fault(("id",), "content.folder_name", id=file.id, folder=folder.name)
        texts = {
            language: _Words(front=part, body=body, words=read_exercise_words(part.front))
            for language, (part, body) in read_single(shelf, folder).items()
        }
    except ContentFault as fault:
        return None, (fault.problem,)
    lost = (*_file_faults(toml, file, known), *_text_faults(file, texts))
    if lost:
        return None, lost
    remarks = (*_minute_problems(toml, file), *_remarks(file, texts))
    return _exercise(file, texts, Where(file=toml.file)), remarks


def _exercise(file: _ExerciseFile, texts: Mapping[Language, _Words], where: Where) -> Exercise:
    """Make the exercise."""
    return Exercise(
        id=file.id,
        order=file.order,
        kind=BlockKind(file.kind),
        canvas=file.canvas,
        paper=file.paper,
        orientation=file.orientation,
        minutes=file.minutes,
        group=file.group,
        per=Per(file.per),
        facts=file.facts,
        goals=file.goals,
        modules=file.modules,
        steps=file.step,
        fields=file.field,
        harvest=file.harvest,
        texts={language: _text(found, language) for language, found in texts.items()},
        where=where,
    )


def _text(found: _Words, language: Language) -> ExerciseText:
    """Make one language's text."""
    words = found.words
    return ExerciseText(
        title=words.title,
        purpose=words.purpose,
        question=words.question,
        group=words.group,
        materials=words.materials,
        step=words.step,
        field=words.field,
        harvest=words.harvest,
        sections=lazy_sections(found.body, language),
        where=found.front.where,
    )


def _file_faults(toml: TomlText, file: _ExerciseFile, known: Known) -> Iterator[Problem]:
    """List what makes an exercise impossible to do, as exercise.toml has it."""
    for table, ids in _ids(file).items():
        for index, name in enumerate(ids):
            if name in ids[:index]:
                yield toml.problem((table, index), "content.duplicate_id", id=name)
    fields = {field.id for field in file.field}
    for index, harvest in enumerate(file.harvest):
        if harvest.field not in fields:
            yield toml.problem(("harvest", index, "field"), "content.unknown_field", field=harvest.field)
    for fact in file.facts:
        if fact not in known.facts:
            yield toml.problem(("facts",), "content.unknown_fact", fact=fact)


def _minute_problems(toml: TomlText, file: _ExerciseFile) -> Iterator[Problem]:
    """List minutes that do not add up: wanted and least are sums of the steps, most is half as much again as wanted."""
    sums = {"wanted": sum(step.minutes for step in file.step), "least": sum(step.short for step in file.step)}
    for name, said in (("wanted", file.minutes.wanted), ("least", file.minutes.least)):
        if sums[name] != said:
            yield toml.problem(("minutes",), f"content.{name}_minutes", id=file.id, said=str(said), sum=str(sums[name]))
    if file.minutes.most % ROUNDED_TO or abs(file.minutes.most - MOST_SHARE * file.minutes.wanted) > ROUNDED_TO / 2:
        yield toml.problem(("minutes",), "content.most_minutes", id=file.id, said=str(file.minutes.most))


def _text_faults(file: _ExerciseFile, texts: Mapping[Language, _Words]) -> Iterator[Problem]:
    """List the steps, fields and sections that a language lacks."""
    for found in texts.values():
        said = found.words.ids()
        for table, ids in _ids(file).items():
            for name in ids:
                if name not in said[table]:
                    values = {"id": file.id, "table": f"{table}.{name}"}
                    yield Problem(where=found.front.where, key="content.missing_table", values=values)
        yield from missing_sections(found.body, EXERCISE, file.id)


def _remarks(file: _ExerciseFile, texts: Mapping[Language, _Words]) -> Iterator[Problem]:
    """List what is wrong in texts that can be used all the same."""
    for language, found in texts.items():
        ids = _ids(file)
        for table, names in found.words.ids().items():
            for name in names:
                if name not in ids[table]:
                    yield found.front.front.problem((table, name), "content.unused_table", id=file.id, table=f"{table}.{name}")
        yield from unused_sections(found.body, EXERCISE, file.id)
        yield from markup_problems(found.body, language)
        yield from brace_problems(found.words.all_text(), Where(file=found.body.file))
        yield from brace_problems(found.front.body, Where(file=found.body.file, line=found.front.body_line))
    nb, nn = texts[Language.NB], texts[Language.NN]
    both = [f"{found.words.all_text()}\n{found.front.body}" for found in (nb, nn)]
    yield from differences(file.id, both[0], both[1], nn.front.where)


def _ids(file: _ExerciseFile) -> Mapping[str, tuple[str, ...]]:
    """Give the ids of steps, fields and harvest fields, by the name of their table."""
    return {
        "step": tuple(step.id for step in file.step),
        "field": tuple(field.id for field in file.field),
        "harvest": tuple(harvest.id for harvest in file.harvest),
    }
