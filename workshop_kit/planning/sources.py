"""Printed sources: the line under a slide, the line in its notes, and the list at the end of the deck."""

from collections.abc import Iterable, Mapping

from workshop_kit.domain.content import Confidence, Example
from workshop_kit.domain.value import Value
from workshop_kit.planning.fill import fill
from workshop_kit.planning.tailor import Tailored

CONFIDENCE_WORDS: Mapping[Confidence, str] = {
    Confidence.SEEN: "confidence_seen",
    Confidence.SEEN_SECOND_HAND: "confidence_second_hand",
    Confidence.DERIVED: "confidence_derived",
}
"""The fixed words that say how a source was seen."""


class Source(Value, frozen=True):
    """A source as it is printed, without «Kilde:», and how it was seen (None for a credit, which claims nothing)."""

    text: str
    confidence: Confidence | None = None


def fact_sources(facts: Iterable[str], tailored: Tailored) -> tuple[Source, ...]:
    """Give the sources of some facts by id, each once; a fact the library lacks is passed over, the loader has told."""
    known = (tailored.library.facts[fact] for fact in facts if fact in tailored.library.facts)
    found = (Source(text=fill(fact.source(tailored.language), tailored.tokens), confidence=fact.confidence) for fact in known)
    return tuple({source.text: source for source in found}.values())


def example_source(example: Example, tailored: Tailored) -> Source:
    """Give an example's source."""
    return Source(text=fill(example.source.of(tailored.language), tailored.tokens), confidence=example.confidence)


def map_credit(tailored: Tailored) -> Source:
    """Give the credit that the maps' licence asks for."""
    return Source(text=tailored.words["map_credit"])


def source_line(sources: tuple[Source, ...], words: Mapping[str, str]) -> str:
    """Give the line under a slide: «Kilder: a; b», or nothing."""
    return _line([source.text for source in sources], words) if sources else ""


def notes_line(sources: tuple[Source, ...], words: Mapping[str, str]) -> str:
    """Give the notes' line, which ends in how the source was seen; a slide that claims nothing says so."""
    if not sources:
        return f"{words['source']}: {words['own_material']}"
    return _line([_with_confidence(source, words) for source in sources], words)


def _line(texts: list[str], words: Mapping[str, str]) -> str:
    return f"{words['source' if len(texts) == 1 else 'sources']}: {'; '.join(texts)}"


def _with_confidence(source: Source, words: Mapping[str, str]) -> str:
    return source.text if source.confidence is None else f"{source.text}, {words[CONFIDENCE_WORDS[source.confidence]]}"
