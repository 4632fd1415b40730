"""Gathers everything worked out about one client, before a word is chosen."""

from collections.abc import Mapping

from workshop_kit.domain.content import Library
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Indicators, Municipality, Outline
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.by_hand import picks_for
from workshop_kit.planning.choices import choose_flags, choose_variants
from workshop_kit.planning.comparison import Comparison, compare
from workshop_kit.planning.examples import Pick
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.planning.figures import Figures, compute_figures, country_share_67
from workshop_kit.planning.names import namesakes_among
from workshop_kit.planning.orders import ORDERS, followed
from workshop_kit.planning.tokens import make_tokens


class Tailored(Value, frozen=True, eq=False):
    """One client's workshop with all that is known about the client; municipalities and outlines by number.

    `words` are the fixed words of the pack's language, `variants` the true variant of each choice, `flags` those that
    hold.
    """

    workshop: Workshop
    library: Library
    client: Municipality
    municipalities: Mapping[str, Municipality]
    outlines: Mapping[str, Outline]
    indicators: Indicators
    figures: Figures
    comparison: Comparison
    country_67: float | None
    namesakes: frozenset[str]
    tokens: Mapping[str, str]
    variants: Mapping[str, str]
    flags: frozenset[str]
    picks: tuple[Pick, ...]
    words: Mapping[str, str]

    @property
    def language(self) -> Language:
        """The pack's language."""
        return self.workshop.language

    def problem(self, where: Where, key: str, **values: str) -> Problem:
        """Name a fault together with the client and language it showed in."""
        return Problem(where=where, key=key, values={"municipality": self.client.number, "language": self.language.value, **values})


def tailor(
    workshop: Workshop,
    library: Library,
    municipalities: tuple[Municipality, ...],
    indicators: Indicators,
    outlines: Mapping[str, Outline],
) -> Tailored:
    """Work out everything about a workshop's client.

    Raises PlanningFault when the number is nobody's, and when the fixed words of the language could not be read.
    """
    by_number = {municipality.number: municipality for municipality in municipalities}
    client = by_number.get(workshop.municipality)
    if client is None:
        raise PlanningFault("plan.unknown_municipality", {"number": workshop.municipality})
    words = library.words[workshop.language]
    if not words:
        raise PlanningFault("plan.no_words", {"language": workshop.language.value})
    figures, comparison = compute_figures(client, municipalities, indicators), compare(client, municipalities, indicators)
    country_67, namesakes = country_share_67(municipalities, indicators), namesakes_among(municipalities)
    return Tailored(
        workshop=workshop,
        library=library,
        client=client,
        municipalities=by_number,
        outlines=outlines,
        indicators=indicators,
        figures=figures,
        comparison=comparison,
        country_67=country_67,
        namesakes=namesakes,
        tokens=make_tokens(client, figures, comparison, country_67, namesakes, words, indicators),
        variants=choose_variants(client.number, figures, comparison),
        flags=choose_flags(client, figures, indicators, _learning_points(workshop, library)) | _own_flags(workshop),
        picks=picks_for(workshop, client, library.examples, by_number, words),
        words=words,
    )


def _learning_points(workshop: Workshop, library: Library) -> frozenset[int]:
    """Give the learning points that the workshop's length has modules for."""
    order = tuple(part.id for part in workshop.day if not part.parked) or ORDERS[followed(workshop)]
    return frozenset(module.learning_point for module in library.modules if module.learning_point is not None and module.id in order)


def _own_flags(workshop: Workshop) -> frozenset[str]:
    """Give the flags that hold by what the facilitator typed in."""
    held = {"own_goals": workshop.own_goals, "chosen_goals": workshop.goals}
    return frozenset(flag for flag, typed in held.items() if typed)
