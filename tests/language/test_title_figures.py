"""Every figure in a slide's title is a figure of one of its facts, where these say what their figure is."""

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from workshop_kit.domain.content import Library, Module, SlideSpec
from workshop_kit.domain.language import Language
from workshop_kit.library.load import load_library

NUMBER = re.compile(r"(?<![\w,.])\d+(?:\u00a0\d{3})*(?:,\d+)?(?![\w.,]*\d)")
NO_FIGURE = re.compile(r"\{\w+\}|\b\d{1,2}\. \w+|\b(?:19|20)\d\d\b|\b\d\.0\b")
"""Tokens, dates, years, and names such as «kommune 3.0»."""


def figures_in(title: str) -> list[str]:
    """Give the figures that a title states."""
    return NUMBER.findall(NO_FIGURE.sub(" ", title))


def strangers(module: Module, spec: SlideSpec, library: Library) -> Iterator[str]:
    """Give the figures of a slide's titles that none of its facts has, each with where it stands."""
    values = [library.facts[fact].value for fact in spec.facts]
    known = {number for value in values for number in NUMBER.findall(value)}
    for (_, slide, _), text in module.texts.items():
        if slide == spec.id and known:
            yield from (f"{text.where}: «{number}» in the title of {slide}" for number in figures_in(text.title) if number not in known)


def test_every_figure_in_a_title_is_among_its_facts() -> None:
    library, _ = load_library()

    assert [found for module in library.modules for spec in module.slides for found in strangers(module, spec, library)] == []


def test_a_figure_that_no_fact_has_is_found() -> None:
    library, _ = load_library()
    module = library.module("rap")
    spec = next(slide for slide in module.slides if slide.id == "RAP-4")
    text = module.text(Language.NB, spec.id)
    spoilt = {**module.texts, (Language.NB, spec.id, ""): replace(text, title="53 prosent")}
    changed = replace(module, texts=spoilt)

    assert [found.partition(": ")[2] for found in strangers(changed, spec, library)] == ["«53» in the title of RAP-4"]


@pytest.mark.parametrize(
    ("title", "figures"),
    [
        ("Minst 105 av 169 delmål krever innsats", ["105", "169"]),
        ("Prisen var 500\u00a0000 kroner i 2018", ["500\u00a0000"]),
        ("{andel67} av 100 er eldre 1. januar 2026", ["100"]),
        ("U4SSC og kommune 3.0", []),
        ("Landet hadde 0,8 prosent", ["0,8"]),
    ],
)
def test_dates_years_tokens_and_names_are_no_figures(title: str, figures: list[str]) -> None:
    assert figures_in(title) == figures
