"""The call list: whom to ring about each chosen example before the day, and what to ask."""

from collections.abc import Iterable

from workshop_kit.domain.plan import CallLine
from workshop_kit.planning.examples import Pick
from workshop_kit.planning.fill import fill
from workshop_kit.planning.names import in_sentence
from workshop_kit.planning.tailor import Tailored

QUESTIONS = ("call_still_true", "call_result", "call_whom")


def call_list(tailored: Tailored, picks: Iterable[Pick]) -> tuple[CallLine, ...]:
    """Give a line for each example; the client's own is asked about in the room."""
    words = tailored.words
    return tuple(
        CallLine(
            example=pick.example.id,
            municipality=in_sentence(tailored.municipalities[pick.example.municipalities[0]]),
            title=fill(pick.example.texts[tailored.language].title, tailored.tokens),
            questions=tuple(words[key] for key in QUESTIONS),
            checked=words["call_checked"],
        )
        for pick in picks
        if not pick.is_own
    )
