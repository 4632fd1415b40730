"""Measures and breaks text by the bundled fonts' advance widths, which are Arial's as well.

The deck lets the office program break its lines again, so a text there is judged at SPARE of its box's width: lines
came out the same in nine paragraphs of ten, and the spare takes the tenth.
"""

from functools import lru_cache
from pathlib import Path

import msgspec

from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock
from workshop_kit.domain.value import Value
from workshop_kit.scene.page import EMU_PER_POINT, Bullet, Piece, TextLine, TextStyle

SPARE = 0.94
"""Share of a slide box's width that a text is judged by."""

ROUNDING = 1e-6
"""Points that sums of widths may differ by without a line being too wide."""

BULLET_INDENT = 1.0
"""Indent of a bulleted paragraph, in em."""

NO_BREAK_SPACE = "\u00a0"
LONE_WORD = 10
"""A last line shorter than this many characters is pulled together with the word before it."""

SHORT_LAST_LINE = 0.45
"""A last line shorter than this share of the longest line makes the text narrower, for balance."""

BALANCE_STEPS = 8
"""Widths tried between the narrowest and the whole."""


class FontFile(Value, frozen=True, kw_only=True, eq=False):
    """A font's advance widths by code point, in units of the em, with ascent, descent and line gap."""

    units: int
    ascent: int
    descent: int
    gap: int
    widths: dict[int, int]


class Fonts:
    """The regular and the bold face; `width` keeps the words it has measured."""

    def __init__(self, regular: FontFile, bold: FontFile) -> None:
        """Take the two faces."""
        self._faces = (regular, bold)
        self.ascent = regular.ascent / regular.units
        self.descent = abs(regular.descent) / regular.units
        self.line_height = (regular.ascent + abs(regular.descent) + regular.gap) / regular.units
        self._em_width = lru_cache(maxsize=50_000)(self._measure)

    def _measure(self, text: str, bold: bool) -> float:
        face = self._faces[bold]
        return sum(face.widths.get(ord(letter), face.units) for letter in text) / face.units

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Give a text's width in points on one line at a size in points."""
        return self._em_width(text, bold) * size

    def has(self, letter: str) -> bool:
        """Tell whether both faces have a letter."""
        return all(ord(letter) in face.widths for face in self._faces)


def read_fonts(folder: Path) -> Fonts:
    """Read the two faces' widths from a folder."""
    decoder = msgspec.json.Decoder(FontFile)
    return Fonts(*(decoder.decode((folder / f"liberation-sans-{face}.json").read_bytes()) for face in ("regular", "bold")))


class _Word(Value, frozen=True, kw_only=True):
    """Pieces that stay together, and their width."""

    pieces: tuple[Piece, ...]
    width: float


@lru_cache(maxsize=2048)
def _words(runs: tuple[Run, ...], style: TextStyle, fonts: Fonts) -> tuple[_Word, ...]:
    """Part runs at their spaces; kept, since a text is broken at many widths before it is set."""
    words: list[_Word] = []
    pieces: list[Piece] = []
    for run in runs:
        bold = style.bold or run.bold
        for index, part in enumerate(run.text.split(" ")):
            if index:
                words.append(_Word(pieces=tuple(pieces), width=sum(piece.width for piece in pieces)))
                pieces = []
            if part:
                width = fonts.width(part, style.size, bold=bold)
                pieces.append(
                    Piece(text=part, bold=bold, colour=style.colour, size=style.size, width=width, link=run.link, language=run.language)
                )
    words.append(_Word(pieces=tuple(pieces), width=sum(piece.width for piece in pieces)))
    return tuple(word for word in words if word.pieces)


def _join(words: tuple[_Word, ...], space: float, block: int, first: bool) -> TextLine:
    pieces: list[Piece] = []
    for index, word in enumerate(words):
        if index:
            before = pieces[-1]
            pieces[-1] = msgspec.structs.replace(before, text=before.text + " ", width=before.width + space)
        pieces.extend(word.pieces)
    return TextLine(pieces=tuple(pieces), width=sum(piece.width for piece in pieces), block=block, first=first)


def _break(words: tuple[_Word, ...], space: float, width: float) -> list[int]:
    """Give the number of the word that begins each line; no words are one empty line."""
    starts = [0]
    used = -space
    for index, word in enumerate(words):
        used += space + word.width
        if used > width + ROUNDING and index > starts[-1]:
            starts.append(index)
            used = word.width
    return starts


def block_indent(block: TextBlock, style: TextStyle) -> float:
    """Give the indent of a paragraph in points: bulleted items only."""
    bulleted = style.bullet is Bullet.DOT and block.kind is BlockKind.ITEM
    return style.size * BULLET_INDENT if bulleted else 0.0


def break_lines(blocks: Prose, style: TextStyle, fonts: Fonts, width: float) -> tuple[TextLine, ...]:
    """Break text greedily into lines of at most a width in points; a word wider than that stands alone."""
    space = fonts.width(" ", style.size, bold=style.bold)
    lines: list[TextLine] = []
    for number, block in enumerate(blocks):
        words = _words(block.runs, style, fonts)
        starts = _break(words, space, width - block_indent(block, style))
        for start, end in zip(starts, (*starts[1:], len(words)), strict=True):
            lines.append(_join(words[start:end], space, number, first=start == 0))
    return tuple(lines)


def count_lines(blocks: Prose, style: TextStyle, fonts: Fonts, width: float) -> int:
    """Count the lines that `break_lines` would give."""
    space = fonts.width(" ", style.size, bold=style.bold)
    return sum(len(_break(_words(block.runs, style, fonts), space, width - block_indent(block, style))) for block in blocks)


def text_height(lines: tuple[TextLine, ...], style: TextStyle, fonts: Fonts, line_height: float | None = None) -> float:
    """Give the height of broken lines in points, with the space between paragraphs; a line's as a share of the size, or the fonts' own."""
    gaps = sum(1 for line in lines if line.first and line.block > 0)
    return len(lines) * style.size * (line_height or fonts.line_height) * style.spacing + gaps * style.space_after


def widest_word(blocks: Prose, style: TextStyle, fonts: Fonts) -> tuple[str, float]:
    """Give the widest unbreakable piece of some text, and its width in points."""
    words = [word for block in blocks for word in _words(block.runs, style, fonts)]
    widest = max(words, key=lambda word: word.width, default=_Word(pieces=(), width=0.0))
    return "".join(piece.text for piece in widest.pieces), widest.width


def without_lone_word(blocks: Prose, style: TextStyle, fonts: Fonts, width: float) -> Prose:
    """Tie a short last word to the one before it where that costs no line, so that no word stands alone."""
    return tuple(_tied(block, style, fonts, width) for block in blocks)


def _tied(block: TextBlock, style: TextStyle, fonts: Fonts, width: float) -> TextBlock:
    last = block.runs[-1]
    head, space, tail = last.text.rstrip().rpartition(" ")
    if not space or len(tail) >= LONE_WORD:
        return block
    before = break_lines((block,), style, fonts, width)
    if len(before) < 2 or len("".join(piece.text for piece in before[-1].pieces)) >= LONE_WORD:
        return block
    runs = (*block.runs[:-1], msgspec.structs.replace(last, text=head + NO_BREAK_SPACE + tail))
    tied = msgspec.structs.replace(block, cells=(runs,))
    after = break_lines((tied,), style, fonts, width)
    leaves_gap = min(line.width for line in after) < min(line.width for line in before)
    is_too_wide = max(line.width for line in after) > width
    return block if leaves_gap or is_too_wide or len(after) > len(before) else tied


def balanced_width(blocks: Prose, style: TextStyle, fonts: Fonts, width: float, spare: float = 1.0) -> float:
    """Give the width in points, at most `width`, at which the last line is least short, at the whole of it or at the share `spare`.

    Narrowed only where the last line would be short, and never so much that the text takes more lines, judged at the
    share `spare` of the width.
    """

    def share(narrow: float) -> float:
        return min(last_line_share(blocks, style, fonts, narrow), last_line_share(blocks, style, fonts, narrow * spare))

    if share(width) >= SHORT_LAST_LINE:
        return width
    narrowest = _narrowest(blocks, style, fonts, width, spare)
    return max((width, *(narrowest + (width - narrowest) * step / BALANCE_STEPS for step in range(BALANCE_STEPS))), key=share)


def last_line_share(blocks: Prose, style: TextStyle, fonts: Fonts, width: float) -> float:
    """Give the last line's width as a share of the longest line's; 1 where not the last paragraph alone is broken."""
    lines = break_lines(blocks, style, fonts, width)
    broken = {line.block for line in lines if not line.first}
    if broken != {len(blocks) - 1}:
        return 1.0
    return lines[-1].width / max(line.width for line in lines)


def _narrowest(blocks: Prose, style: TextStyle, fonts: Fonts, width: float, spare: float) -> float:
    """Give the narrowest width at which a text takes as many lines as at a width, to a point."""
    most = count_lines(blocks, style, fonts, width * spare)
    low, high = widest_word(blocks, style, fonts)[1], width
    while high - low > 1.0:
        middle = (low + high) / 2
        if count_lines(blocks, style, fonts, middle * spare) <= most:
            high = middle
        else:
            low = middle
    return high


def points(emu: int) -> float:
    """Give EMU as points."""
    return emu / EMU_PER_POINT
