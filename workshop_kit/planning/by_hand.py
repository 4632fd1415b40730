"""What the facilitator chose by hand: examples picked and dropped, and the client's own example."""

from collections.abc import Iterable, Mapping

from workshop_kit.domain.content import Confidence, Example, ExampleText
from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.problem import Where
from workshop_kit.domain.text import paragraph
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.examples import Pick, Reason

OWN_ID = "own-example"
BY_HAND = Where(file=".workshop")


def picks_by_hand(workshop: Workshop, ranked: tuple[Pick, ...], examples: Iterable[Example], words: Mapping[str, str]) -> tuple[Pick, ...]:
    """Give the examples to show: the client's own typed one first, then those chosen by hand, else the ranked ones."""
    by_id = {example.id: example for example in examples}
    chosen = tuple(
        next((pick for pick in ranked if pick.example.id == each), None) or Pick(example=by_id[each], reasons=(), score=0.0)
        for each in workshop.examples
        if each in by_id
    )
    kept = tuple(pick for pick in (chosen or ranked) if pick.example.id not in workshop.dropped)
    return (*_own(workshop, words), *kept)


def _own(workshop: Workshop, words: Mapping[str, str]) -> tuple[Pick, ...]:
    own = workshop.own_example
    if own is None:
        return ()
    sections = {
        **{name: (paragraph(getattr(own, name)),) for name in ("need", "did", "result", "learn")},
        "say": (paragraph(words["own_example_say"]),),
        "do": (paragraph(words["own_example_do"]),),
    }
    text = ExampleText(title=own.title, sections=sections, where=BY_HAND)
    example = Example(
        id=OWN_ID,
        order=0,
        municipalities=(workshop.municipality,),
        year=own.year,
        quality="A",
        themes=(),
        goals=(),
        type="own",
        confidence=Confidence.SEEN,
        source=Translated(nb=words["own_source"], nn=words["own_source"]),
        texts=dict.fromkeys(Language, text),
    )
    return (Pick(example=example, reasons=(Reason.OWN,), score=0.0, is_own=True),)
