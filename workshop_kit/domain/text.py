"""Running text with meaning and no layout: what Markdown bodies become."""

from enum import StrEnum

from workshop_kit.domain.value import Value


class Run(Value, frozen=True, kw_only=True):
    """A stretch of text in one weight.

    `link` names the slide (its `key`) that a click jumps to. `language` is a BCP 47 tag where it differs from the
    page's (a title or a quotation that keeps its own standard).
    """

    text: str
    bold: bool = False
    link: str | None = None
    language: str | None = None


class BlockKind(StrEnum):
    """What a block of text is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    NUMBERED = "numbered"
    ROW = "row"


class TextBlock(Value, frozen=True, kw_only=True):
    """A paragraph, a list item or a table row; only a row has more than one cell."""

    kind: BlockKind = BlockKind.PARAGRAPH
    cells: tuple[tuple[Run, ...], ...]

    @property
    def runs(self) -> tuple[Run, ...]:
        """The first cell's runs: the whole text of anything but a row."""
        return self.cells[0]

    @property
    def text(self) -> str:
        """The plain text, cells parted by a tab."""
        return "\t".join("".join(run.text for run in cell) for cell in self.cells)


Prose = tuple[TextBlock, ...]
"""Blocks in reading order."""


def paragraph(text: str, *, bold: bool = False) -> TextBlock:
    """Make a paragraph of one run."""
    return TextBlock(cells=((Run(text=text, bold=bold),),))


def plain(prose: Prose) -> str:
    """Give the plain text of some blocks, one line each."""
    return "\n".join(block.text for block in prose)
