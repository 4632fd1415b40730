"""Fills the tokens in braces, in strings and in running text.

A token that is not known is never left on a slide: it becomes «…», and is listed as a Problem beside it.
"""

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.text import Prose, Run, TextBlock

UNKNOWN = "…"
"""Stands where a token could not be filled."""

_TOKEN = re.compile(r"\{([A-Za-z0-9_]+)\}")
_MARKS = str.maketrans("", "", "⟦⟧")


def fill(text: str, tokens: Mapping[str, str]) -> str:
    """Fill a string's tokens, and strip the brackets around words in the other written standard."""
    if "⟦" in text:
        text = text.translate(_MARKS)
    if "{" not in text:
        return text
    return _TOKEN.sub(lambda match: tokens.get(match[1], UNKNOWN), text)


def fill_prose(prose: Prose, tokens: Mapping[str, str]) -> Prose:
    """Fill the tokens of running text; what has none is given back as it is."""
    if not any("{" in run.text for block in prose for cell in block.cells for run in cell):
        return prose
    return tuple(_fill_block(block, tokens) for block in prose)


def _fill_block(block: TextBlock, tokens: Mapping[str, str]) -> TextBlock:
    return replace(block, cells=tuple(tuple(_fill_run(run, tokens) for run in cell) for cell in block.cells))


def _fill_run(run: Run, tokens: Mapping[str, str]) -> Run:
    return replace(run, text=fill(run.text, tokens)) if "{" in run.text else run


def texts_of(prose: Prose) -> Iterable[str]:
    """Give every string in some running text."""
    return (run.text for block in prose for cell in block.cells for run in cell)


def missing_tokens(texts: Iterable[str], tokens: Mapping[str, str]) -> tuple[str, ...]:
    """Give the tokens that some texts use and that have no value, each once, in order of appearance."""
    used = dict.fromkeys(name for text in texts if "{" in text for name in _TOKEN.findall(text))
    return tuple(name for name in used if name not in tokens)


def token_problems(where: Where, texts: Iterable[str], tokens: Mapping[str, str], place: Mapping[str, str]) -> tuple[Problem, ...]:
    """List the tokens that cannot be filled; `place` says in which slide, for whom and in which language."""
    return tuple(
        Problem(where=where, key="plan.missing_token", values={**place, "token": token}) for token in missing_tokens(texts, tokens)
    )
