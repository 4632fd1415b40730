"""Lists what the facilitator chose by hand and nothing has: ids, and themes."""

from collections.abc import Iterator

from workshop_kit.domain.content import Library
from workshop_kit.domain.problem import Problem
from workshop_kit.planning.by_hand import BY_HAND
from workshop_kit.planning.tailor import Tailored


def unknown_ids(tailored: Tailored) -> tuple[Problem, ...]:
    """List the ids that the facilitator pinned, dropped or chose and that nothing has, and the themes that no example has."""
    workshop = tailored.workshop
    known = _ids(tailored.library)
    named = dict.fromkeys((*workshop.pinned, *workshop.dropped, *workshop.examples))
    ids = (tailored.problem(BY_HAND, "plan.unknown_id", id=each) for each in named if each not in known)
    return (*ids, *_unknown_themes(tailored))


def _unknown_themes(tailored: Tailored) -> Iterator[Problem]:
    known = {theme for example in tailored.library.examples for theme in example.themes}
    for theme in dict.fromkeys(tailored.workshop.themes):
        if theme not in known:
            yield tailored.problem(BY_HAND, "plan.unknown_theme", theme=theme, themes=", ".join(sorted(known)))


def _ids(library: Library) -> frozenset[str]:
    slides = (slide.id for module in library.modules for slide in module.slides)
    pieces = (*library.modules, *library.exercises, *library.examples)
    return frozenset((*slides, *(piece.id for piece in pieces)))
