"""Lists ids that the facilitator chose by hand and that nothing has."""

from workshop_kit.domain.content import Library
from workshop_kit.domain.problem import Problem
from workshop_kit.planning.by_hand import BY_HAND
from workshop_kit.planning.tailor import Tailored


def unknown_ids(tailored: Tailored) -> tuple[Problem, ...]:
    """List the ids that the facilitator pinned, dropped or chose and that nothing has."""
    workshop = tailored.workshop
    known = _ids(tailored.library)
    named = dict.fromkeys((*workshop.pinned, *workshop.dropped, *workshop.examples))
    return tuple(tailored.problem(BY_HAND, "plan.unknown_id", id=each) for each in named if each not in known)


def _ids(library: Library) -> frozenset[str]:
    slides = (slide.id for module in library.modules for slide in module.slides)
    return frozenset((*slides, *(each.id for each in library.exercises), *(each.id for each in library.examples)))
