"""Checks that the two written standards say the same: the same tokens in braces, and the same figures."""

import re
from collections.abc import Iterator

from workshop_kit.domain.problem import Problem, Where

_TOKEN = re.compile(r"\{([A-Za-z0-9_]+)\}")
_FIGURE = re.compile(r"\d+(?:[\u00a0.,]\d+)*")
_LIST_NUMBER = re.compile(r"^[ \t]*\d+[.)][ \t]", re.MULTILINE)


def differences(name: str, nb: str, nn: str, where: Where) -> Iterator[Problem]:
    """List the tokens and figures that one text has and the other lacks; `name` is what the texts belong to."""
    yield from _compare("content.tokens_differ", name, _tokens(nb), _tokens(nn), where)
    yield from _compare("content.figures_differ", name, _figures(nb), _figures(nn), where)


def brace_problems(text: str, where: Where) -> Iterator[Problem]:
    """List a brace that is not part of a token such as {navn}; `where` is the text's first line."""
    rest = _TOKEN.sub("", text)
    found = re.search(r"[{}]", rest)
    if found:
        line = None if where.line is None else where.line + rest.count("\n", 0, found.start())
        yield Problem(where=Where(file=where.file, line=line), key="content.lone_brace")


def _compare(key: str, name: str, nb: frozenset[str], nn: frozenset[str], where: Where) -> Iterator[Problem]:
    """Give the problem that two sets differ, with what only each of them has."""
    if nb != nn:
        values = {"name": name, "nb": ", ".join(sorted(nb - nn)) or "–", "nn": ", ".join(sorted(nn - nb)) or "–"}
        yield Problem(where=where, key=key, values=values)


def _tokens(text: str) -> frozenset[str]:
    """Give the names in braces."""
    return frozenset(_TOKEN.findall(text))


def _figures(text: str) -> frozenset[str]:
    """Give the figures written with digits, leaving out tokens and the numbers of list items."""
    return frozenset(_FIGURE.findall(_LIST_NUMBER.sub("", _TOKEN.sub("", text))))
