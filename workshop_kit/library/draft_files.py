"""Examples, slides and parts of the facilitator's own as files, and back: what is written is what the loader reads."""

import re
from collections.abc import Mapping
from pathlib import Path

from workshop_kit.domain.content import Fact, SlideSpec
from workshop_kit.domain.language import Language
from workshop_kit.library.additions import AdditionFile
from workshop_kit.library.draft_text import DraftText, one_line, read_text, written
from workshop_kit.library.drafts import Draft, ExampleDraft, PartDraft, SlideDraft, SlideSource, can_be_written
from workshop_kit.library.examples import FILE as EXAMPLE_FILE
from workshop_kit.library.examples import ExampleFile
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.front_matter import Part, split_parts
from workshop_kit.library.modules import FILE as MODULE_FILE
from workshop_kit.library.required import sections_of
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import parse_toml
from workshop_kit.library.toml_write import toml_line, toml_pair

FACTS_FILE = "facts.toml"
EXAMPLES, MODULES = ("slides", "examples"), ("slides", "modules")
Files = Mapping[str, str]
"""The texts of a folder's files by name."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def folder_of(draft: Draft | PartDraft, own: Path) -> Path:
    """Give the folder that a draft is kept in, under the facilitator's own."""
    return own.joinpath(*(EXAMPLES if isinstance(draft, ExampleDraft) else MODULES), draft.id)


def files_of(draft: Draft | PartDraft) -> Files:
    """Give the files of a draft; an empty one need not be made where it is not there."""
    if isinstance(draft, ExampleDraft):
        return {EXAMPLE_FILE: _example_toml(draft.file), **_texts(draft.texts, "")}
    if isinstance(draft, PartDraft):
        return {MODULE_FILE: _part_toml(draft)}
    facts = "" if draft.source.is_blank else _fact_toml(draft)
    shown = {language: _of_layout(text, draft.spec) for language, text in draft.texts.items()}
    return {FACTS_FILE: facts, **_texts(shown, toml_line("id", draft.spec.id)), MODULE_FILE: _slide_toml(draft)}


def read_example_draft(shelf: Shelf, folder: Path) -> ExampleDraft:
    """Give the example of a folder, whole or not; raises ContentFault for a file that cannot be understood."""
    toml = parse_toml(shelf.read(folder / EXAMPLE_FILE), shelf.name(folder / EXAMPLE_FILE))
    file = toml.convert(ExampleFile, toml.data)
    if file.id != folder.name:
        raise toml.fault(("id",), "content.folder_name", id=file.id, folder=folder.name)
    return ExampleDraft(file=file, texts={language: _single(shelf, folder, language) for language in Language})


def read_slide_draft(shelf: Shelf, folder: Path) -> SlideDraft | None:
    """Give the slide of a folder, whole or not; None for a folder that holds more or other things than the editor writes.

    Raises ContentFault for a file that cannot be understood.
    """
    toml = parse_toml(shelf.read(folder / MODULE_FILE), shelf.name(folder / MODULE_FILE))
    if "extends" not in toml.data:
        return None
    file = toml.convert(AdditionFile, toml.data)
    if file.id != folder.name:
        raise toml.fault(("id",), "content.folder_name", id=file.id, folder=folder.name)
    if len(file.slide) != 1 or not can_be_written(file.slide[0]):
        return None
    spec, source = file.slide[0], _read_source(shelf, folder)
    facts = tuple(fact for fact in spec.facts if fact != file.id)
    texts = {language: _single(shelf, folder, language) for language in Language}
    spec = SlideSpec(**{name: getattr(spec, name) for name in SlideSpec.__struct_fields__ if name != "facts"}, facts=facts)
    return SlideDraft(id=file.id, extends=file.extends, after=file.after, spec=spec, source=source, texts=texts)


def read_words(shelf: Shelf, folder: Path, slide: str = "") -> Mapping[Language, DraftText]:
    """Give the words of a shipped piece in both languages: an example's, or those of one slide of a module."""
    found: dict[Language, DraftText] = {}
    for language in Language:
        parts = _parts(shelf, folder, language)
        found[language] = next((read_text(part) for part in parts if not slide or part.front.data.get("id") == slide), DraftText())
    return found


def _single(shelf: Shelf, folder: Path, language: Language) -> DraftText:
    parts = _parts(shelf, folder, language)
    if len(parts) > 1:
        raise ContentFault(parts[1].where, "content.one_part")
    return read_text(parts[0]) if parts else DraftText()


def _parts(shelf: Shelf, folder: Path, language: Language) -> tuple[Part, ...]:
    path = folder / f"{language.value}.md"
    return split_parts(shelf.read(path), shelf.name(path)) if shelf.has(path) else ()


def _read_source(shelf: Shelf, folder: Path) -> SlideSource:
    path = folder / FACTS_FILE
    if not shelf.has(path):
        return SlideSource()
    toml = parse_toml(shelf.read(path), shelf.name(path))
    facts = [toml.convert(Fact, table, ("fact", index)) for index, table in enumerate(toml.tables("fact"))]
    fact = next((fact for fact in facts if fact.id == folder.name), None)
    return SlideSource() if fact is None else SlideSource(nb=fact.source_nb, nn=fact.source_nn, url=fact.url, confidence=fact.confidence)


def _texts(texts: Mapping[Language, DraftText], front: str) -> Files:
    return {f"{language.value}.md": written(text, front) for language, text in texts.items()}


def _of_layout(text: DraftText, spec: SlideSpec) -> DraftText:
    """Leave out the sections that another layout had."""
    known = sections_of(spec.layout, spec.figure)
    return DraftText(title=text.title, sections={name: words for name, words in text.sections.items() if known.knows(name)})


def _example_toml(file: ExampleFile) -> str:
    optional = (
        *((toml_line("principles", file.principles),) if file.principles else ()),
        *((toml_line("avoid", tuple(each.value for each in file.avoid)),) if file.avoid else ()),
    )
    return "".join(
        (
            toml_line("id", file.id),
            toml_line("order", file.order),
            toml_line("municipalities", file.municipalities),
            toml_line("year", file.year),
            toml_line("quality", file.quality),
            toml_line("themes", file.themes),
            toml_line("goals", file.goals),
            *optional,
            toml_line("type", file.type),
            toml_line("confidence", file.confidence.value),
            toml_pair("source", one_line(file.source.nb), one_line(file.source.nn)),
            toml_line("url", one_line(file.url)),
            toml_line("checked", one_line(file.checked)),
        )
    )


def _slide_toml(draft: SlideDraft) -> str:
    spec = draft.spec
    facts = (*spec.facts, *(() if draft.source.is_blank else (draft.id,)))
    return "".join(
        (
            toml_line("id", draft.id),
            toml_line("extends", draft.extends),
            toml_line("after", draft.after) if draft.after else "",
            "\n[[slide]]\n",
            toml_line("id", spec.id),
            toml_line("layout", spec.layout),
            toml_line("minutes", spec.minutes),
            toml_line("talk_minutes", spec.talk_minutes) if spec.talk_minutes else "",
            toml_line("weight", spec.weight) if spec.weight is not None else "",
            toml_line("use", tuple(use.value for use in spec.use)),
            toml_line("when", spec.when) if spec.when is not None else "",
            toml_line("facts", facts) if facts else "",
        )
    )


def _fact_toml(draft: SlideDraft) -> str:
    source = draft.source
    years = _YEAR.findall(f"{source.nb} {source.nn}")
    return "".join(
        (
            "[[fact]]\n",
            toml_line("id", draft.id),
            toml_line("year", int(years[-1]) if years else 0),
            toml_line("confidence", source.confidence.value),
            toml_line("source_nb", one_line(source.nb)),
            toml_line("source_nn", one_line(source.nn)),
            toml_line("url", one_line(source.url)),
        )
    )


def _part_toml(part: PartDraft) -> str:
    return "".join(
        (
            toml_line("id", part.id),
            toml_line("order", part.order),
            toml_line("kind", "talk"),
            toml_pair("name", one_line(part.name.nb), one_line(part.name.nn)),
        )
    )
