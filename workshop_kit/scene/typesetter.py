"""Sets text into boxes, and lists what does not fit."""

import msgspec

from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.text import Prose, plain
from workshop_kit.scene.measure import (
    SPARE,
    Fonts,
    balanced_width,
    break_lines,
    points,
    text_height,
    widest_word,
    without_lone_word,
)
from workshop_kit.scene.page import EMU_PER_POINT, Box, Text, TextStyle

NO_INSETS = (0, 0, 0, 0)
ROUNDING = 0.75
"""Points by which a text may pass its box's height: less than a descender's depth at 12 points."""
ORPHAN_SIZE = 20
"""Texts from this size in points have a lone last word tied to the one before it."""


class Typesetter:
    """Breaks text for one page at a time and collects the Problems of text that does not fit.

    `spare` is the share of a box's width that text is judged by: less than 1 where another program breaks the lines
    again. `values` name the page in the Problems (municipality, language, page).
    """

    def __init__(self, fonts: Fonts, where: Where, values: dict[str, str], spare: float = SPARE) -> None:
        """Start a page."""
        self.fonts = fonts
        self.problems: list[Problem] = []
        self._where = where
        self._values = values
        self._spare = spare

    def text(
        self,
        blocks: Prose,
        style: TextStyle,
        box: Box,
        insets: tuple[int, int, int, int] = NO_INSETS,
        *,
        name: str = "",
        balance: bool = False,
        most_lines: int | None = None,
    ) -> Text:
        """Set blocks into a box; `balance` narrows it where the last line would be short."""
        width = points(box.w - insets[0] - insets[2])
        if style.size >= ORPHAN_SIZE:
            blocks = without_lone_word(blocks, style, self.fonts, width)
        if balance:
            narrow = balanced_width(blocks, style, self.fonts, width * self._spare) / self._spare
            insets = (insets[0], insets[1], insets[2] + int(max(0.0, width - narrow) * EMU_PER_POINT), insets[3])
            width = min(width, narrow)
        self._judge(blocks, style, width, points(box.h - insets[1] - insets[3]), name, most_lines)
        return Text(blocks=blocks, style=style, lines=break_lines(blocks, style, self.fonts, width), insets=insets)

    def _judge(self, blocks: Prose, style: TextStyle, width: float, height: float, name: str, most_lines: int | None) -> None:
        lines = break_lines(blocks, style, self.fonts, width * self._spare)
        needed = text_height(lines, style, self.fonts)
        word, word_width = widest_word(blocks, style, self.fonts)
        if word_width > width:
            self.report("wide_word", name, word=word, needed=f"{word_width:.0f}", room=f"{width:.0f}")
        if needed > height + ROUNDING or (most_lines is not None and len(lines) > most_lines):
            self.report("overfull", name, text=plain(blocks)[:80], needed=f"{needed:.0f}", room=f"{height:.0f}", lines=str(len(lines)))

    def report(self, key: str, name: str, **values: str) -> None:
        """List a fault of this page."""
        self.problems.append(Problem(where=self._where, key=f"page.{key}", values={**self._values, "box": name, **values}))

    def height(self, blocks: Prose, style: TextStyle, width: int) -> int:
        """Give the height in EMU that blocks take in a width in EMU, judged with the spare."""
        lines = break_lines(blocks, style, self.fonts, points(width) * self._spare)
        return int(text_height(lines, style, self.fonts) * EMU_PER_POINT)

    def widths(self, text: str, style: TextStyle) -> int:
        """Give the width in EMU of a text on one line."""
        return int(self.fonts.width(text, style.size, bold=style.bold) * EMU_PER_POINT)


def restyled(style: TextStyle, **changes: object) -> TextStyle:
    """Give a style with some of its fields changed."""
    return msgspec.structs.replace(style, **changes)
