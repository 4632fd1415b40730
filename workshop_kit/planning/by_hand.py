"""Which examples are shown: those that suit the client, unless the facilitator chose by hand, and the client's own."""

from collections.abc import Mapping

from msgspec.structs import replace

from workshop_kit.domain.content import Confidence, Example, ExampleText
from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.problem import Where
from workshop_kit.domain.text import paragraph
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.examples import Pick, Reason, Wishes, pick_examples, weigh
from workshop_kit.planning.orders import EXAMPLE_COUNT, followed

OWN_ID = "own-example"
BY_HAND = Where(file=".workshop")


def picks_for(
    workshop: Workshop,
    client: Municipality,
    examples: tuple[Example, ...],
    municipalities: Mapping[str, Municipality],
    words: Mapping[str, str],
) -> tuple[Pick, ...]:
    """Give the examples to show: the client's own typed one first, then those chosen by hand, else those that suit the client."""
    wishes, by_id = Wishes.of(workshop), {example.id: example for example in examples}
    named = [by_id[each] for each in dict.fromkeys(workshop.examples) if each in by_id]
    chosen = tuple(_by_hand(weigh(client, example, municipalities, wishes)) for example in named)
    picks = chosen or pick_examples(client, examples, municipalities, EXAMPLE_COUNT[followed(workshop)], wishes)
    return (*_own(workshop, words), *(pick for pick in picks if not _is_left_out(pick.example, workshop)))


def _is_left_out(example: Example, workshop: Workshop) -> bool:
    """Tell whether an example is not shown: it was dropped, or the client's own one was kept in the library and comes as typed."""
    own = workshop.own_example
    titles = {text.title.casefold() for text in example.texts.values()}
    return example.id in workshop.dropped or (own is not None and own.title.casefold() in titles)


def _by_hand(pick: Pick) -> Pick:
    """Say last of an example that somebody chose it; the client's own needs no more reason."""
    return pick if pick.is_own else replace(pick, reasons=(*pick.reasons, Reason.BY_HAND))


def _own(workshop: Workshop, words: Mapping[str, str]) -> tuple[Pick, ...]:
    own = workshop.own_example
    if own is None or not own.title:
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
        goals=tuple(sorted(workshop.goals)),
        type="own",
        confidence=Confidence.SEEN,
        source=Translated(nb=words["own_source"], nn=words["own_source"]),
        texts=dict.fromkeys(Language, text),
    )
    return (Pick(example=example, reasons=(Reason.OWN,), score=0.0, is_own=True),)
