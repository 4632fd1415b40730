"""Checks a draft as the loader will read it, before it is saved, and says at which field each fault is."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace
from typing_extensions import override

from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.library.additions import read_addition
from workshop_kit.library.body import BODY
from workshop_kit.library.draft_files import FACTS_FILE, Files, files_of
from workshop_kit.library.drafts import Draft, ExampleDraft, fields_of, source_of, with_copy, with_id, with_source, with_text
from workshop_kit.library.examples import read_example
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.front_matter import FENCE
from workshop_kit.library.known import Known
from workshop_kit.library.shelf import Shelf

TITLE, FILLING = "title", "–"
_HEADING = re.compile(r"(#{1,2}) (.*)")
_KEY = re.compile(r"(\w+) *=")
_SOURCE_KEYS = frozenset({"source_nb", "source_nn", "url", "fact", "facts"})


class DraftShelf(Shelf, frozen=True, kw_only=True):
    """A shelf whose one folder is in memory."""

    shipped: bool = False
    files: Mapping[str, str]

    @override
    def has(self, path: Path) -> bool:
        """Tell whether there is such a file."""
        return path.name in self.files

    @override
    def read(self, path: Path) -> str:
        """Give a file; raises ContentFault."""
        if path.name not in self.files:
            raise ContentFault(Where(file=self.name(path)), "content.file_missing")
        return self.files[path.name]


class Remark(Value, frozen=True, kw_only=True):
    """A fault of a draft: the field it is at ("" for the whole), and the language of the text it is in, None for both."""

    problem: Problem
    field: str = ""
    language: Language | None = None


class Checked(Value, frozen=True, kw_only=True):
    """What the loader will say. `is_shown` tells that the piece can be shown; `missing` are the languages with no words yet."""

    is_shown: bool
    missing: frozenset[Language]
    remarks: tuple[Remark, ...]


def check_draft(draft: Draft, known: Known) -> Checked:
    """Check a draft as the loader would; a language that has no words at all is told once, by `missing`."""
    missing = frozenset(language for language, text in draft.texts.items() if text.is_blank)
    draft = _with_both(draft if draft.id else with_id(draft, ()), missing)
    is_shown, remarks = _read(draft, known)
    if not is_shown:
        remarks = (*remarks, *_read(_filled(draft, known), known)[1])
    told = tuple(remark for remark in remarks if remark.language not in missing)
    return Checked(is_shown=is_shown and not missing, missing=missing, remarks=_single(told))


def _read(draft: Draft, known: Known) -> tuple[bool, tuple[Remark, ...]]:
    """Read a draft's files as the loader does: whether it can be shown, and what is wrong."""
    files, folder = files_of(draft), Path(draft.id)
    shelf = DraftShelf(root=Path(), files=files)
    if isinstance(draft, ExampleDraft):
        piece, problems = read_example(shelf, folder, known)
        return piece is not None, tuple(_remark(problem, files) for problem in problems)
    is_sourced = draft.source.is_blank or bool(draft.source.nb.strip() and draft.source.nn.strip())
    extra = () if is_sourced else (_without_source(draft.id),)
    facts = known.facts if draft.source.is_blank else known.facts | {draft.id}
    piece, problems = read_addition(shelf, folder, replace(known, facts=facts))
    return piece is not None and is_sourced, tuple(_remark(problem, files) for problem in (*extra, *problems))


def _filled(draft: Draft, known: Known) -> Draft:
    """Fill what is empty: of a piece that cannot be shown the loader does not say what else is wrong with its words."""
    for language, text in draft.texts.items():
        for name in (TITLE, *fields_of(draft)):
            if not text.of(name).strip():
                draft = with_text(draft, language, name, FILLING)
        if isinstance(draft, ExampleDraft) and not source_of(draft, language).strip():
            draft = with_source(draft, language, FILLING)
    if isinstance(draft, ExampleDraft) and not draft.file.municipalities:
        draft = replace(draft, file=replace(draft.file, municipalities=tuple(sorted(known.municipalities)[:1])))
    return draft


def _with_both(draft: Draft, missing: frozenset[Language]) -> Draft:
    """Let the words there are stand in for those that are missing, so that all of them are checked."""
    there = next((language for language in draft.texts if language not in missing), None)
    if there is not None:
        for language in missing:
            draft = with_copy(draft, there, language)
    return draft


def _single(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """Give each fault once: that a source is missing in both languages is one."""
    return tuple({_key(remark): remark for remark in reversed(remarks)}.values())[::-1]


def _key(remark: Remark) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    problem = remark.problem
    return remark.field, remark.language or "", problem.key, tuple(sorted(problem.values.items()))


def _without_source(name: str) -> Problem:
    return Problem(where=Where(file=FACTS_FILE), key="content.fact_without_source", values={"fact": name})


def _remark(problem: Problem, files: Files) -> Remark:
    """Find the field that a problem is at by the line it names."""
    name = Path(problem.where.file).name
    language = next((each for each in Language if name == f"{each.value}.md"), None)
    lines = files.get(name, "").split("\n")[: problem.where.line or 0]
    if language is None:
        key = next((found[1] for line in reversed(lines[-1:]) if (found := _KEY.match(line))), "")
        field = "source" if key in _SOURCE_KEYS or name == FACTS_FILE else key
        return Remark(problem=problem, field=field)
    if problem.key in {"content.tokens_differ", "content.figures_differ"}:
        return Remark(problem=problem, language=language)
    section = problem.values.get("section", "") if problem.key in {"content.missing_section", "content.missing_body"} else ""
    return Remark(problem=problem, field=section or _field_at(lines), language=language)


def _field_at(lines: list[str]) -> str:
    """Give the field whose words stand on the last of some lines."""
    for line in reversed(lines):
        if heading := _HEADING.fullmatch(line):
            is_under_title = heading[1] == "#" and line is not lines[-1]
            return BODY if is_under_title else TITLE if heading[1] == "#" else heading[2]
        if line == FENCE:
            return TITLE
    return TITLE
