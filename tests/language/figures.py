"""Finds the figures on a module's slides that no source stands behind."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, cast

from tests.language.check import NORM_FILE, TOKEN
from tests.language.texts import Text, read_texts

MODULE_TEXT = re.compile(r"slides/modules/([a-z0-9]+)/\w+\.md")
SPOKEN = frozenset({"say", "do"})
NO_FIGURE = re.compile(
    r"\b\d{1,2}\. (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b"
    r"|\b[0-2]\d\.[0-5]\d\b"  # times of day
    r"|§+\s?\d+-\d+(?:(?:,| og| til| eller) \d+-\d+)*"
    r"|(?<![\d.,])(?:19|20)\d\d(?:[–/](?:19|20)?\d\d)?(?!\d|[,\u00a0]\d)"  # years
    r"|\b(?:del)?mål(?:et|ene|a)?(?: nummer)? \d+(?:(?:,| og|–)\s?\d+)*(?:\.\w)?"  # goal numbers
    r"|\b\d+[ \u00a0](?:dager|dagar|dagers|minutt(?:er)?|sekund(?:er)?)\b",  # lengths of our own steps and plans
    re.IGNORECASE,
)
FIGURE = re.compile(r"(?:\d(?:[\d,\u00a0]*\d)?|\})[ \u00a0]?(?:%|prosent\b)|(?<![\w,.])\d[\d\u00a0]*(?:,\d+)?\d(?!\w)")


class Figure(NamedTuple):
    """A figure that is shown, and where: the file, its line, and the slide's id."""

    path: str
    line: int
    slide: str
    words: str


def figures_without_source(root: Path) -> tuple[Figure, ...]:
    """Give the figures in what the modules under `root` show, but do not say, on slides that name no facts."""
    sourced: dict[str, frozenset[str]] = {}
    found: list[Figure] = []
    for text in read_texts(root):
        if module := MODULE_TEXT.fullmatch(text.path):
            facts = sourced.setdefault(module[1], _slides_with_facts(root / "slides" / "modules" / module[1] / "module.toml"))
            found += (figure for figure in _figures(text) if figure.slide not in facts)
    return tuple(found)


def exceptions() -> Mapping[str, str]:
    """Give the slides of norm.toml that may show a figure of their own, each with the reason."""
    tables = tomllib.loads(NORM_FILE.read_text(encoding="utf-8"))
    return cast("dict[str, str]", tables["figures_without_source"])


def _slides_with_facts(module: Path) -> frozenset[str]:
    table = cast("dict[str, list[dict[str, object]]]", tomllib.loads(module.read_text(encoding="utf-8")))
    return frozenset(str(slide["id"]) for slide in table["slide"] if slide.get("facts"))


def _figures(text: Text) -> Iterator[Figure]:
    slide, _, section = text.place.partition("/")
    if section and section not in SPOKEN:
        plain = NO_FIGURE.sub(" ", TOKEN.sub("{}", text.raw.replace("**", "")))
        for found in FIGURE.finditer(plain):
            yield Figure(text.path, text.line, slide.split(" ")[0], found[0])
