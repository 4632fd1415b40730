"""Sets text bodies: paragraphs and runs, with the language on each."""

from collections.abc import Callable

from workshop_kit.domain.text import BlockKind, Run, TextBlock
from workshop_kit.scene.measure import BULLET_INDENT, points
from workshop_kit.scene.page import Align, Anchor, Bullet, Text, TextStyle
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.pptx_deck import xml

ALIGNS = {Align.LEFT: "l", Align.CENTRE: "ctr", Align.RIGHT: "r"}
ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}

Jump = Callable[[str], str]
"""Gives the relationship id of a slide's key."""


class TextWriter:
    """Writes one slide's texts: knows the theme, the language, and how to jump to another slide."""

    def __init__(self, theme: Theme, locale: str, jump: Jump) -> None:
        """Start a slide."""
        self._theme = theme
        self._locale = locale
        self._jump = jump

    def placeholder_body(self, body: Text, field: str | None = None) -> str:
        """Give the text of a placeholder, whose looks come from the layout; `field` makes it an automatic field."""
        insets = "".join(f' {side}="{body.insets[place]}"' for side, place in (("lIns", 0), ("rIns", 2)) if body.insets[place])
        paragraphs = "".join(self._plain_paragraph(block, body.style, field) for block in body.blocks)
        return f"<p:txBody><a:bodyPr{insets}><a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody>"

    def shape_body(self, body: Text, tag: str = "p:txBody") -> str:
        """Give the text of a shape that has its own looks."""
        left, top, right, bottom = body.insets
        properties = (
            f'<a:bodyPr wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" '
            f'anchor="{ANCHORS[body.style.anchor]}"><a:noAutofit/></a:bodyPr>'
        )
        return f"<{tag}>{properties}<a:lstStyle/>{self._styled_paragraphs(body)}</{tag}>"

    def cell_body(self, body: Text) -> str:
        """Give the text of a table cell."""
        return f"<a:txBody><a:bodyPr/><a:lstStyle/>{self._styled_paragraphs(body)}</a:txBody>"

    def notes_body(self, blocks: tuple[TextBlock, ...]) -> str:
        """Give speaker's notes."""
        paragraphs = "".join(f"<a:p>{self._runs(block.runs, '')}{self._end('')}</a:p>" for block in blocks)
        return f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody>"

    def _styled_paragraphs(self, body: Text) -> str:
        return "".join(
            f"<a:p>{paragraph_properties(body.style, block)}{self._runs(block.runs, self._look(body.style), body.style.bold)}"
            f"{self._end(self._size(body.style))}</a:p>"
            for block in body.blocks
        )

    def _plain_paragraph(self, block: TextBlock, style: TextStyle, field: str | None) -> str:
        bullet = "" if style.bullet is Bullet.NONE or block.kind is BlockKind.ITEM else '<a:pPr marL="0" indent="0"><a:buNone/></a:pPr>'
        if field:
            run = (
                f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="{field}"><a:rPr lang="{self._locale}"/><a:t>‹#›</a:t></a:fld>'
            )
            return f"<a:p>{run}{self._end('')}</a:p>"
        return f"<a:p>{bullet}{self._runs(block.runs, '')}{self._end('')}</a:p>"

    def _runs(self, runs: tuple[Run, ...], look: str, style_bold: bool = False) -> str:
        return "".join(self._run(run, look, style_bold) for run in runs if run.text)

    def _run(self, run: Run, look: str, style_bold: bool) -> str:
        bold = ' b="1"' if run.bold or style_bold else ""
        jump = f'<a:hlinkClick r:id="{self._jump(run.link)}" action="ppaction://hlinksldjump"/>' if run.link else ""
        size, _, colour = look.partition("|")
        return (
            f'<a:r><a:rPr lang="{run.language or self._locale}"{size}{bold} dirty="0">{colour}{jump}</a:rPr>'
            f"<a:t>{xml.text(run.text)}</a:t></a:r>"
        )

    def _look(self, style: TextStyle) -> str:
        return f"{self._size(style)}|{xml.fill(self._theme, style.colour)}"

    @staticmethod
    def _size(style: TextStyle) -> str:
        return f' sz="{round(style.size * 100)}"'

    def _end(self, size: str) -> str:
        return f'<a:endParaRPr lang="{self._locale}"{size} dirty="0"/>'


def paragraph_properties(style: TextStyle, block: TextBlock | None = None) -> str:
    """Give a paragraph's alignment, spacing and bullet."""
    bulleted = style.bullet is Bullet.DOT and (block is None or block.kind is BlockKind.ITEM)
    return f'<a:pPr{_indent(style, bulleted)} algn="{ALIGNS[style.align]}">{spacing(style)}{_bullet(bulleted)}</a:pPr>'


def _indent(style: TextStyle, bulleted: bool) -> str:
    if not bulleted:
        return ' marL="0" indent="0"'
    indent = round(style.size * BULLET_INDENT * 12_700)
    return f' marL="{indent}" indent="-{indent}"'


def _bullet(bulleted: bool) -> str:
    return '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if bulleted else "<a:buNone/>"


def spacing(style: TextStyle) -> str:
    """Give line and paragraph spacing."""
    return (
        f'<a:lnSpc><a:spcPct val="{round(style.spacing * 100_000)}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(style.space_after * 100)}"/></a:spcAft>'
    )


def level_properties(theme: Theme, style: TextStyle, locale: str, tag: str = "a:lvl1pPr") -> str:
    """Give a list style's first level: how a placeholder's text is set."""
    bulleted = style.bullet is Bullet.DOT
    bold = "1" if style.bold else "0"
    return (
        f'<{tag}{_indent(style, bulleted)} algn="{ALIGNS[style.align]}">{spacing(style)}{_bullet(bulleted)}'
        f'<a:defRPr lang="{locale}" sz="{round(style.size * 100)}" b="{bold}">{xml.fill(theme, style.colour)}'
        f'<a:latin typeface="{"+mj-lt" if style.bold else "+mn-lt"}"/></a:defRPr></{tag}>'
    )


def inner_width(body: Text, width: int) -> float:
    """Give the width in points that is left for a text inside its insets."""
    return points(width - body.insets[0] - body.insets[2])
