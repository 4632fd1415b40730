"""Every slide, sheet and handout for all municipalities in both languages: everything fits, and no label hides a thing."""

import itertools
from collections import Counter

import pytest

from tests import make
from tests.scene.packs import COUNTIES, bare, kit_with, packs, pages
from tests.scene.plane import boxes_overlap, lies_within, ring_meets_box
from workshop_kit.domain.content import Example
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem
from workshop_kit.pack import Composed, compose
from workshop_kit.scene.page import Box, Item, Map, Page, Role, Shape, Table
from workshop_kit.scene.theme import SLIDE_HEIGHT, SLIDE_WIDTH

SLIDE = Box(x=0, y=0, w=SLIDE_WIDTH, h=SLIDE_HEIGHT)
LAND = ("bg1", "land")
"""Fills of what is not marked on a map."""
PAGE_NUMBER = Box(x=10_891_000, y=6_480_000, w=761_000, h=230_000)


@pytest.mark.parametrize("county", COUNTIES)
def test_everything_fits_for_every_client_of_a_county(county: str) -> None:
    told: Counter[str] = Counter()
    for composed, problems in packs(county):
        told.update(_faults_of(composed, problems))

    assert not told, "\n".join(f"{count} × {what}" for what, count in told.most_common())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("example", make.kit().library.examples, ids=lambda example: example.id)
def test_every_example_fits_on_its_own_municipalitys_card(example: Example, language: Language) -> None:
    client = next(each for each in make.kit().municipalities if each.number == example.municipalities[0])

    composed, problems = compose(kit_with(example), bare(client, language))

    assert any(page.content_id == example.id for page in composed.deck.pages)
    assert _faults_of(composed, problems) == []


def _faults_of(composed: Composed, problems: tuple[Problem, ...]) -> list[str]:
    return [*(_told(problem) for problem in problems), *(fault for page in pages(composed) for fault in _faults(page))]


def _told(problem: Problem) -> str:
    """Tell a Problem without the client's name, so that the same fault is counted once."""
    values = {key: value for key, value in problem.values.items() if key not in ("municipality", "text", "needed", "room")}
    return f"{problem.key} {values} {problem.where}"


def _faults(page: Page) -> list[str]:
    """List what lies outside its page, and labels that hide what they should show."""
    paper = Box(x=0, y=0, w=page.width, h=page.height)
    faults = [f"{page.key} {page.language}: {item.name or item.box} is outside" for item in page.items if not lies_within(item.box, paper)]
    maps = [item for item in page.items if isinstance(item, Map)]
    return [*faults, *(fault for placed in maps for fault in _hidden(page, placed))]


def _hidden(page: Page, placed: Map) -> list[str]:
    labels = [item for item in page.items if _is_label(item)]
    marked = [area for area in placed.areas if area.fill not in LAND or len(placed.areas) == 1]
    over_areas = [
        f"{page.key}: label {label.name} lies over {area.name}"
        for label in labels
        for area in marked
        if any(ring_meets_box(ring, label.box) for ring in area.rings)
    ]
    over_labels = [
        f"{page.key}: label {one.name} lies over label {other.name}"
        for one, other in itertools.combinations(labels, 2)
        if boxes_overlap(one.box, other.box)
    ]
    over_number = [f"{page.key}: label {label.name} lies over the page number" for label in labels if boxes_overlap(label.box, PAGE_NUMBER)]
    return [*over_areas, *over_labels, *over_number]


def _is_label(item: Item) -> bool:
    """Tell whether an item is a name or the scale bar on a map: no placeholder, no badge."""
    return isinstance(item, Shape) and item.role is Role.LABEL and item.placeholder is None


def test_no_table_is_higher_than_its_place_says() -> None:
    for composed, _ in packs("31"):
        for table in (item for page in pages(composed) for item in page.items if isinstance(item, Table)):
            assert sum(table.heights) <= table.box.h + len(table.heights)
            assert sum(table.widths) <= table.box.w + len(table.widths)
