"""Plans of small made-up libraries, and how their slides are read."""

from typing import Any

from tests.planning.make import (
    figures_of,
    indicators,
    module,
    municipality,
    outline,
    real_words,
    slide_spec,
)
from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.content import Library, Module
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import Plan, PlannedSlide
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.text import Prose, plain
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.numbers import NO_BREAK

HOME = municipality("3110", name="Hvaler")
NEAR = municipality("3101", name="Halden")
FAR = municipality("5001", name="Trondheim")
EVERYBODY = (HOME, NEAR, FAR)
KNOWN = indicators({"3110": figures_of(4_714, before=4_668)})
OUTLINES = {each.number: outline(each.number) for each in EVERYBODY}
WORDS = real_words()[Language.NB]


def planned(content: Library, **changes: Any) -> tuple[Plan, tuple[Problem, ...]]:
    values: dict[str, Any] = {"municipality": "3110", "language": Language.NB, **changes}
    workshop = Workshop(**values)
    return make_plan(workshop, content, EVERYBODY, KNOWN, OUTLINES)


def slides_of(content: Library, **changes: Any) -> dict[str, PlannedSlide]:
    return {slide.key: slide for slide in planned(content, **changes)[0].slides}


def problems_of(content: Library) -> list[tuple[str, str]]:
    return [(problem.key, problem.values.get("slide", "")) for problem in planned(content)[1]]


def opening(*slides: Any, texts: tuple[Any, ...] = ()) -> Module:
    return module("vel", *(slides or (slide_spec("VEL-2"),)), kind=BlockKind.OPENING, texts=texts)


def closing() -> Module:
    return module("avs", slide_spec("AVS-1"), kind=BlockKind.CLOSING)


def told(prose: Prose) -> str:
    return plain(prose).replace(NO_BREAK, " ")
