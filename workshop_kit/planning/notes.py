"""The speaker's notes: what to say, what to do, the time, and the source, each under its label."""

from collections.abc import Mapping

from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock, plain
from workshop_kit.planning.fill import fill
from workshop_kit.planning.numbers import NO_BREAK
from workshop_kit.planning.sources import Source, notes_line

MOST_WORDS = 120
"""More than this nobody reads while speaking."""


def make_notes(say: Prose, do: Prose, time: str, sources: tuple[Source, ...], words: Mapping[str, str]) -> Prose:
    """Make a slide's notes. `say` and `do` are filled; `time` is a sentence without its label."""
    label, line = notes_line(sources, words).split(": ", 1)
    return (
        *_labelled(words["say"], say),
        *_labelled(words["do"], do),
        _line(words["time"], time),
        _line(label, line),
    )


def _labelled(label: str, prose: Prose) -> Prose:
    """Put a label before the first block; a list's items stay items after it."""
    if not prose:
        return ()
    first, *rest = prose
    if first.kind is BlockKind.PARAGRAPH:
        return (TextBlock(cells=((_label(label), *first.runs),)), *rest)
    return (TextBlock(cells=((_label(label),),)), *prose)


def _label(label: str) -> Run:
    return Run(text=f"{label}: ", bold=True)


def _line(label: str, text: str) -> TextBlock:
    return TextBlock(cells=((_label(label), Run(text=text)),))


def in_minutes(minutes: int, words: Mapping[str, str]) -> str:
    """Write some minutes: «1 minutt», «12 minutter»."""
    return f"{minutes}{NO_BREAK}{words['minute' if minutes == 1 else 'minutes']}"


def slide_time(minutes: int, talk_minutes: int, words: Mapping[str, str]) -> str:
    """Say how long a slide takes, and how much of it people talk to each other."""
    if not minutes:
        return words["time_none"]
    if not talk_minutes:
        return f"{in_minutes(minutes, words)}."
    return fill(words["time_with_talk"], {"all": in_minutes(minutes, words), "talk": in_minutes(talk_minutes, words)})


def within_words(prose: Prose, more: Prose, room: int) -> Prose:
    """Add as many further blocks to a text as there is room for, counted in words, the first first."""
    kept = list(prose)
    left = room - count_words(prose)
    for block in more:
        left -= count_words((block,))
        if left < 0:
            break
        kept.append(block)
    return tuple(kept)


def count_words(prose: Prose) -> int:
    """Count the words of a text."""
    return len(plain(prose).split())
