"""Checks a text's sections against what is asked for: those that must be there, and those that nobody uses."""

from collections.abc import Iterator

from workshop_kit.domain.problem import Problem, Where
from workshop_kit.library.body import BODY, Body
from workshop_kit.library.required import Sections


def missing_sections(body: Body, sections: Sections, name: str) -> Iterator[Problem]:
    """List the sections that must be there and are not, or are empty; `name` is what the text belongs to."""
    for section in sections.needed:
        found = body.sections.get(section)
        if found is None or not found.text:
            key = "content.missing_body" if section == BODY else "content.missing_section"
            yield Problem(where=body.where(section), key=key, values={"name": name, "section": section})


def unused_sections(body: Body, sections: Sections, name: str) -> Iterator[Problem]:
    """List the sections that nothing is done with."""
    for section, raw in body.sections.items():
        if not sections.knows(section):
            key = "content.unused_body" if section == BODY else "content.unused_section"
            yield Problem(where=Where(file=body.file, line=raw.line), key=key, values={"name": name, "section": section})
