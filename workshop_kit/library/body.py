"""A body of text under its headings: one title and named sections, whose Markdown is parsed when it is first asked for."""

import re
from collections.abc import Iterator, Mapping

from typing_extensions import override

from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.text import Prose
from workshop_kit.domain.value import Value
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.markdown import is_suspect, parse, problems_in

BODY = "body"
"""The name of the section between the title and the first heading."""

_HEADING = re.compile(r"^(#{1,6})(?:[ \t]+(.*?))?[ \t]*$")
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z]+)?\Z")


class RawSection(Value, frozen=True, kw_only=True):
    """A section's Markdown, and the line (1 is the first) on which it starts."""

    text: str
    line: int


class Body(Value, frozen=True, kw_only=True):
    """A title ("" for none, with the line where one was looked for) and sections by name, as they were written."""

    file: str
    title: str
    title_line: int
    sections: Mapping[str, RawSection]

    def where(self, section: str) -> Where:
        """Give the place of a section, or of the title when there is no such section."""
        found = self.sections.get(section)
        return Where(file=self.file, line=found.line if found else self.title_line)


class LazySections(Mapping[str, Prose]):
    """Sections by name, each parsed when it is first read. From outside it is a mapping like any other, and does not change."""

    __slots__ = ("_language", "_raw")

    def __init__(self, raw: Mapping[str, str], language: Language) -> None:
        self._raw = dict(raw)
        self._language = language

    @override
    def __getitem__(self, name: str) -> Prose:
        return parse(self._raw[name], self._language).prose

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    @override
    def __len__(self) -> int:
        return len(self._raw)

    @override
    def __contains__(self, name: object) -> bool:
        return name in self._raw

    @override
    def __repr__(self) -> str:
        return f"LazySections({', '.join(self._raw)})"


def split_body(text: str, file: str, line: int) -> Body:
    """Split a text that starts on a line of a file at its `# title` and `## section` lines.

    Raises ContentFault for a heading that is neither, a second title, and a section that comes twice.
    """
    title, title_line = "", line
    sections: dict[str, RawSection] = {}
    name, start, lines = BODY, line, list[str]()
    for number, content in enumerate(text.split("\n"), line):
        heading = _HEADING.match(content)
        if heading is None:
            lines.append(content)
            continue
        _close(sections, name, start, lines)
        if len(heading[1]) == 1:
            title, title_line = _title(heading[2], bool(title or sections), Where(file=file, line=number)), number
            name = BODY
        else:
            name = _section_name(heading[1], heading[2], sections, Where(file=file, line=number))
        start, lines = number + 1, []
    _close(sections, name, start, lines)
    return Body(file=file, title=title, title_line=title_line, sections=sections)


def lazy_sections(body: Body, language: Language) -> LazySections:
    """Give a body's sections as prose, parsed on demand."""
    return LazySections({name: section.text for name, section in body.sections.items()}, language)


def markup_problems(body: Body, language: Language) -> Iterator[Problem]:
    """List the markup that is not allowed in a body's sections; only what looks suspect is parsed."""
    for section in body.sections.values():
        if is_suspect(section.text):
            yield from problems_in(section.text, language, Where(file=body.file, line=section.line))


def _title(words: str | None, late: bool, where: Where) -> str:
    """Give the title's words; it comes once, before every section, and is not empty."""
    if late:
        raise ContentFault(where, "content.late_title")
    if not words:
        raise ContentFault(where, "content.missing_title")
    if "*" in words or "`" in words:
        raise ContentFault(where, "content.plain_title")
    return words


def _section_name(marks: str, words: str | None, sections: Mapping[str, RawSection], where: Where) -> str:
    """Give a section's name; raises ContentFault for a deeper heading, a name that is none, and one that was there before."""
    name = words or ""
    if len(marks) > 2 or not _NAME.match(name):
        raise ContentFault(where, "content.no_heading")
    if name in sections:
        raise ContentFault(where, "content.section_twice", section=name)
    return name


def _close(sections: dict[str, RawSection], name: str, start: int, lines: list[str]) -> None:
    """Keep a section's lines, from its first line that says something. A heading with nothing under it is an empty section, on its line."""
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None:
        if name != BODY:
            sections[name] = RawSection(text="", line=start - 1)
        return
    sections[name] = RawSection(text="\n".join(lines[first:]).rstrip(), line=start + first)
