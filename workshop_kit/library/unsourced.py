"""Finds figures on a slide of the user's own that names no fact: no source, no figure.

What the shipped slides show is tested when the project is, with exceptions that somebody gave a reason for.
"""

import re
from collections.abc import Iterator

from workshop_kit.domain.problem import Problem, Where
from workshop_kit.library.body import Body

SPOKEN = ("say", "do", "ask")
"""Sections that are said and not shown; questions to a role are `ask.` and the role."""
_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_NO_FIGURE = re.compile(
    r"\{\w+\}(?:\s?(?:%|prosent\b))?"  # what the program works out, with a source of its own
    rf"|\b\d{{1,2}}\. (?:{_MONTHS})\b"
    r"|\b[0-2]?\d[.:][0-5]\d\b"  # times of day
    r"|§+\s?\d+-\d+"
    r"|(?<![\d.,])(?:19|20)\d\d(?:[–/](?:19|20)?\d\d)?(?!\d|[,\u00a0]\d)"  # years
    r"|\b(?:del)?mål(?:et|ene|a)?(?: nummer)? \d+(?:(?:,| og|–)\s?\d+)*(?:\.\w)?"  # goal numbers
    r"|\b\d+[ \u00a0](?:dag|dager|dagar|dagers|minutt(?:er)?|sekund(?:er)?)\b",  # lengths of our own steps and plans
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d(?:[\d,\u00a0]*\d)?[ \u00a0]?(?:%|prosent\b)|(?<![\w,.])\d(?:[\d\u00a0]*\d)(?:,\d+)?(?!\w)")
"""A share, or a number of two digits or more."""


def unsourced_figures(body: Body, name: str) -> Iterator[Problem]:
    """List the first figure of each line that is shown; `name` is the slide's, which is known to name no fact."""
    for line, text in _shown(body):
        found = _FIGURE.search(_NO_FIGURE.sub(" ", text.replace("**", "")))
        if found:
            where = Where(file=body.file, line=line)
            yield Problem(where=where, key="content.figure_without_source", values={"name": name, "figure": found[0]})


def _shown(body: Body) -> Iterator[tuple[int, str]]:
    """Give the lines that stand on the slide, each with its number."""
    yield body.title_line, body.title
    for section, raw in body.sections.items():
        if section.partition(".")[0] not in SPOKEN:
            yield from enumerate(raw.text.split("\n"), raw.line)
