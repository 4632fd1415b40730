"""Sets text into boxes, and lists what does not fit."""

from functools import lru_cache

from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.text import Prose, plain
from workshop_kit.domain.value import Value
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
from workshop_kit.scene.page import EMU_PER_POINT, Align, Box, Text, TextLine, TextStyle

NO_INSETS = (0, 0, 0, 0)
ROUNDING = 0.75
"""Points by which a text may pass its box's height: less than a descender's depth at 12 points."""
TENDED_SIZE = 20
"""Texts from this size in points get no lone last word, and no short last line where they are set to the left."""


class Setting(Value, frozen=True, kw_only=True):
    """How a text comes out in a width, in points.

    `lines` are broken at `width`, which may be narrower than was given; `line_count`, `height` and `widest` (a word
    and its width) are what it is judged by.
    """

    blocks: Prose
    width: float
    lines: tuple[TextLine, ...]
    line_count: int
    height: float
    widest: tuple[str, float]


@lru_cache(maxsize=32768)
def set_text(blocks: Prose, style: TextStyle, fonts: Fonts, width: float, spare: float) -> Setting:
    """Break a text into a width in points, judged at the share `spare` of it; kept, since clients share most of their texts."""
    if style.size >= TENDED_SIZE:
        blocks = without_lone_word(blocks, style, fonts, width)
        if style.align is Align.LEFT:
            width = balanced_width(blocks, style, fonts, width, spare)
    judged = break_lines(blocks, style, fonts, width * spare)
    return Setting(
        blocks=blocks,
        width=width,
        lines=break_lines(blocks, style, fonts, width),
        line_count=len(judged),
        height=text_height(judged, style, fonts),
        widest=widest_word(blocks, style, fonts),
    )


class Typesetter:
    """Sets the texts of one page and collects the Problems of those that do not fit.

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
        most_lines: int | None = None,
    ) -> Text:
        """Set blocks into a box; the right inset grows where the last line would be short."""
        left, top, right, bottom = insets
        width = points(box.w - left - right)
        setting = set_text(blocks, style, self.fonts, width, self._spare)
        self._judge(setting, width, points(box.h - top - bottom), name, most_lines)
        right += int((width - setting.width) * EMU_PER_POINT)
        return Text(blocks=setting.blocks, style=style, lines=setting.lines, insets=(left, top, right, bottom))

    def _judge(self, setting: Setting, width: float, height: float, name: str, most_lines: int | None) -> None:
        word, word_width = setting.widest
        if word_width > width:
            self.report("wide_word", name, word=word, needed=f"{word_width:.0f}", room=f"{width:.0f}")
        if setting.height > height + ROUNDING or (most_lines is not None and setting.line_count > most_lines):
            text, lines = plain(setting.blocks)[:80], str(setting.line_count)
            self.report("overfull", name, text=text, needed=f"{setting.height:.0f}", room=f"{height:.0f}", lines=lines)

    def report(self, key: str, name: str, **values: str) -> None:
        """List a fault of this page."""
        self.problems.append(Problem(where=self._where, key=f"page.{key}", values={**self._values, "box": name, **values}))

    def height(self, blocks: Prose, style: TextStyle, width: int) -> int:
        """Give the height in EMU that blocks take in a width in EMU, judged with the spare."""
        return int(set_text(blocks, style, self.fonts, points(width), self._spare).height * EMU_PER_POINT)

    def width(self, text: str, style: TextStyle) -> int:
        """Give the width in EMU of a text on one line."""
        return int(self.fonts.width(text, style.size, bold=style.bold) * EMU_PER_POINT)
