"""Writes prose as the Markdown it is read from, for whoever edits it; and makes Markdown of what people type in a field."""

import re
from itertools import groupby, pairwise

from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock
from workshop_kit.library.markdown import MARK_CLOSE, MARK_OPEN

_SPECIAL = re.compile(r"[\\*_`\[\]<>&|]")
_LIKE_A_LIST = re.compile(r"^([-+#>]|\d{1,9}[.)])(?=\s|$)")
_ITEM = re.compile(r"^\s*(?:[-+*•–]|\d{1,9}[.)])\s+")
_NUMBERED = re.compile(r"^\s*\d{1,9}[.)]\s+")


def write_markdown(prose: Prose) -> str:
    """Give Markdown that is read as the same prose: a blank line between paragraphs, items and table rows line by line."""
    lines: list[str] = []
    before: TextBlock | None = None
    number = 0
    for block in prose:
        number = number + 1 if block.kind is BlockKind.NUMBERED else 0
        if before is not None and (block.kind is not before.kind or block.kind is BlockKind.PARAGRAPH):
            lines.append("")
        lines.append(_line(block, number))
        if block.kind is BlockKind.ROW and (before is None or before.kind is not BlockKind.ROW):
            lines.append("|" + " --- |" * len(block.cells))
        before = block
    return "\n".join(lines)


def as_markdown(typed: str) -> str:
    """Make Markdown of what was typed: every line is a paragraph of its own, or an item; signs that mean nothing are left as they are."""
    lines = [_typed_line(line) for line in typed.replace("\r", "").split("\n") if line.strip()]
    spaced = [lines[0]] if lines else []
    for before, line in pairwise(lines):
        spaced += [line] if _kind(before) == _kind(line) != "" else ["", line]
    return "\n".join(spaced)


def as_typed(markdown: str) -> str:
    """Give Markdown as it is shown in a field: without the blank lines between paragraphs."""
    return "\n".join(line for line in markdown.split("\n") if line.strip())


def _line(block: TextBlock, number: int) -> str:
    if block.kind is BlockKind.ROW:
        return "| " + " | ".join(_runs(cell) for cell in block.cells) + " |"
    words = _runs(block.runs)
    match block.kind:
        case BlockKind.ITEM:
            return f"- {words}"
        case BlockKind.NUMBERED:
            return f"{number}. {words}"
        case _:
            return _LIKE_A_LIST.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", words)


def _runs(runs: tuple[Run, ...]) -> str:
    """Give a paragraph's runs; neighbours in the other written standard share one pair of marks."""
    stretches = (("".join(map(_run, stretch)), language) for language, stretch in groupby(runs, key=lambda run: run.language))
    return "".join(words if language is None else f"{MARK_OPEN}{words}{MARK_CLOSE}" for words, language in stretches).strip()


def _run(run: Run) -> str:
    """Give a run; bold marks stand close around the words, and spaces outside."""
    text = _SPECIAL.sub(r"\\\g<0>", run.text)
    inside = text.strip()
    if not (run.bold and inside):
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}**{inside}**{after}"


def _typed_line(line: str) -> str:
    """Give a line as one paragraph, item or table row; a bullet of another kind becomes a hyphen."""
    found = _ITEM.match(line)
    if found is None:
        return line.strip()
    mark = "1. " if _NUMBERED.match(line) else "- "
    return mark + line[found.end() :].strip()


def _kind(line: str) -> str:
    """Say what a line is that goes together with its neighbours of the same kind; "" for a paragraph."""
    if line.startswith("- "):
        return "item"
    if _NUMBERED.match(line):
        return "numbered"
    return "row" if line.startswith("|") else ""
