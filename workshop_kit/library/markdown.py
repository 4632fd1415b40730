"""Turns Markdown into prose: paragraphs, bullet and numbered items, table rows, and **bold**; nothing else is allowed.

A text in ⟦ ⟧ is in the other written standard than its surroundings, such as the title of a report: the brackets are
stripped and its runs carry that standard's tag.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock
from workshop_kit.domain.value import Value

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MARK_OPEN, MARK_CLOSE = "⟦", "⟧"

_PLAIN_MARK = re.compile(r"⟦([^⟦⟧\n]*)⟧")
_PLAIN_BOLD = re.compile(r"\*\*(?<![\w*]\*\*)([^\s*](?:[^*\n]*[^\s*])?)\*\*(?![\w*])")
# Each way to begin is a plain character, which makes the searches some ten times faster than one pattern with look-behinds.
_SUSPECT_WORDS = re.compile(
    r"""\*|`|\\|⟦|⟧                      # bold or a mark that is not closed, italics, code, escapes
      | _(?!\w) | _(?<!\w_)              # italics
      | <[A-Za-z/!?] | &(?:\#|\w+;)      # HTML and entities
      | \][(\[:]                        # links and pictures
      | [ ][ ](?:\n|\Z)                 # a line break""",
    re.VERBOSE,
)
_MARKER = r"(?:[-+]|\d{1,9}[.)])"
_SUSPECT_LINES = re.compile(
    rf"""\n(?:(?:{_MARKER}[ \t])?[ \t]*(?:[>#]|~~~|-[ \t]*-|=+[ \t]*$)  # quotations, headings, rules, code
      | [ \t]*{_MARKER}[ \t]*$                        # an empty item, or a heading's underline
      | (?:{_MARKER}[ \t]*|)[ \t]+{_MARKER}(?:[ \t]|$)  # a list in a list
      | (?:{_MARKER})?(?:[ ]{{4}}|[ ]*\t)              # code
      | [ \t]*\n[ \t]+\S)                            # an item of two paragraphs""",
    re.MULTILINE | re.VERBOSE,
)

_REFUSED: Mapping[str, str] = {
    "heading_open": "content.no_heading",
    "link_open": "content.no_link",
    "image": "content.no_image",
    "html_block": "content.no_html",
    "html_inline": "content.no_html",
    "code_inline": "content.no_code",
    "code_block": "content.no_code",
    "fence": "content.no_code",
    "em_open": "content.no_italics",
    "hr": "content.no_rule",
    "blockquote_open": "content.no_quotation",
    "hardbreak": "content.no_line_break",
}
_LISTS: Mapping[str, BlockKind] = {"bullet_list_open": BlockKind.ITEM, "ordered_list_open": BlockKind.NUMBERED}


class MarkdownFault(Value, frozen=True, kw_only=True):
    """Something that is not allowed: its line in the text (0 is the first) and the key of its message."""

    line: int
    key: str


class Parsed(Value, frozen=True, kw_only=True):
    """A text as prose, and what in it is not allowed. Refused markup leaves its words in the prose."""

    prose: Prose
    faults: tuple[MarkdownFault, ...]


def is_suspect(text: str) -> bool:
    """Tell whether a text may hold markup that is not allowed, without parsing it: paired marks and bold are taken out first."""
    if MARK_OPEN in text:
        text = _PLAIN_MARK.sub(r"\1", text)
    if "**" in text:
        text = _PLAIN_BOLD.sub(r"\1", text)
    return _SUSPECT_WORDS.search(text) is not None or _SUSPECT_LINES.search("\n" + text) is not None


@lru_cache(maxsize=4096)
def parse(text: str, language: Language) -> Parsed:
    """Give a text in one language as prose. The first call imports the parser (some 70 ms)."""
    environment: dict[str, dict[str, dict[str, list[int]]]] = {}
    walk = _Walk(language)
    walk.read(_parser().parse(text, environment))
    references = [MarkdownFault(line=found["map"][0], key="content.no_link") for found in environment.get("references", {}).values()]
    return Parsed(prose=tuple(walk.blocks), faults=tuple(sorted((*walk.faults, *references), key=lambda fault: fault.line)))


def read_prose(text: str, language: Language) -> Prose:
    """Give a text as prose, whatever is not allowed in it."""
    return parse(text, language).prose


def problems_in(text: str, language: Language, where: Where) -> tuple[Problem, ...]:
    """List what is not allowed in a text that starts at a place."""
    first = where.line or 1
    return tuple(Problem(where=Where(file=where.file, line=first + fault.line), key=fault.key) for fault in parse(text, language).faults)


def other_standard(language: Language) -> Language:
    """Give the other written standard."""
    return Language.NN if language is Language.NB else Language.NB


def without_marks(text: str) -> str:
    """Strip the brackets of ⟦ ⟧ from a text that cannot say in which standard its parts are, such as a title."""
    return text.replace(MARK_OPEN, "").replace(MARK_CLOSE, "")


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    """Make the parser once: CommonMark with tables."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


class _Walk:
    """Walks the parser's tokens once, and gathers blocks and faults."""

    def __init__(self, language: Language) -> None:
        self.blocks: list[TextBlock] = []
        self.faults: list[MarkdownFault] = []
        self._foreign = other_standard(language).locale
        self._lists: list[BlockKind] = []
        self._item_texts = 0
        self._row: list[tuple[Run, ...]] | None = None

    def read(self, tokens: Sequence["Token"]) -> None:
        """Read the block tokens of a text."""
        line = 0
        for token in tokens:
            line = token.map[0] if token.map else line
            if token.type in _REFUSED:
                self._refuse(line, token.type)
            if token.type in {"code_block", "fence", "html_block"}:
                self._add((Run(text=token.content.strip()),))
            elif token.type == "inline":
                self._inline(token.children or [], line)
            else:
                self._structure(token.type, line)

    def _structure(self, kind: str, line: int) -> None:
        """Follow lists and table rows as they open and close."""
        if kind in _LISTS:
            if self._lists:
                self.faults.append(MarkdownFault(line=line, key="content.no_list_in_list"))
            self._lists.append(_LISTS[kind])
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
        elif kind == "list_item_open":
            self._item_texts = 0
        elif kind == "tr_open":
            self._row = []
        elif kind == "tr_close" and self._row is not None:
            self.blocks.append(TextBlock(kind=BlockKind.ROW, cells=tuple(self._row)))
            self._row = None

    def _inline(self, children: Sequence["Token"], line: int) -> None:
        """Make a paragraph, an item or a cell of a stretch of inline tokens."""
        if self._lists:
            self._item_texts += 1
            if self._item_texts > 1:
                self.faults.append(MarkdownFault(line=line, key="content.one_paragraph_in_item"))
        self._add(self._runs(children, line))

    def _add(self, runs: tuple[Run, ...]) -> None:
        """Put runs where the walk is: in the row, in the list, or as a paragraph."""
        if self._row is not None:
            self._row.append(runs)
        else:
            kind = self._lists[-1] if self._lists else BlockKind.PARAGRAPH
            self.blocks.append(TextBlock(kind=kind, cells=(runs,)))

    def _runs(self, children: Sequence["Token"], line: int) -> tuple[Run, ...]:
        """Give inline tokens as runs; neighbours alike in weight and language become one."""
        runs: list[Run] = []
        bold = marked = False
        for token in children:
            if token.type in _REFUSED:
                self._refuse(line, token.type)
            if token.type in {"strong_open", "strong_close"}:
                bold = token.type == "strong_open"
            if "**" in token.content:
                self.faults.append(MarkdownFault(line=line, key="content.unpaired_bold"))
            for text, opens in _split_marks(_text_of(token)):
                if text:
                    _append(runs, Run(text=text, bold=bold, language=self._foreign if marked else None))
                if opens is not None:
                    if opens is marked:
                        self.faults.append(MarkdownFault(line=line, key="content.unpaired_mark"))
                    marked = opens
            line += token.type in {"softbreak", "hardbreak"}
        if marked:
            self.faults.append(MarkdownFault(line=line, key="content.unpaired_mark"))
        return tuple(runs)

    def _refuse(self, line: int, kind: str) -> None:
        """Note markup that is not allowed."""
        self.faults.append(MarkdownFault(line=line, key=_REFUSED[kind]))


def _text_of(token: "Token") -> str:
    """Give the words of an inline token; a line break is a space."""
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _split_marks(text: str) -> Iterator[tuple[str, bool | None]]:
    """Split a text at its marks: each stretch, and whether the mark after it opens (None at the end)."""
    start = 0
    for found in re.finditer(f"[{MARK_OPEN}{MARK_CLOSE}]", text):
        yield text[start : found.start()], found[0] == MARK_OPEN
        start = found.end()
    yield text[start:], None


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, joined to the one before when only the text differs."""
    last = runs[-1] if runs else None
    if last is not None and (last.bold, last.language) == (run.bold, run.language):
        runs[-1] = Run(text=last.text + run.text, bold=run.bold, language=run.language)
    else:
        runs.append(run)
