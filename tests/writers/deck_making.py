"""Makes the pieces of the deck that the writers' tests look at: lists, table rows, slides."""

from workshop_kit.domain.plan import Figure, PlannedSlide
from workshop_kit.domain.problem import Where
from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock, paragraph

SOURCE = "Kilde: SSB, tabell 07459, per 1. januar"
BACKUP = "reserve"


def items(*texts: str) -> Prose:
    """Make list items; "Head: text" has a bold head."""
    return tuple(TextBlock(kind=BlockKind.ITEM, cells=(_runs(text),)) for text in texts)


def _runs(text: str) -> tuple[Run, ...]:
    head, colon, rest = text.partition(": ")
    return (Run(text=head, bold=True), Run(text=f" {rest}")) if colon else (Run(text=text),)


def rows(*lines: tuple[str, ...]) -> tuple[tuple[Prose, ...], ...]:
    """Make a table's rows of one paragraph a cell."""
    return tuple(tuple((paragraph(text),) for text in line) for line in lines)


def table_rows(*lines: tuple[str, ...]) -> Prose:
    """Make rows of a table that stands in a slide's own text; the first is its head."""
    return tuple(TextBlock(kind=BlockKind.ROW, cells=tuple((Run(text=text),) if text else () for text in line)) for line in lines)


def slide(key: str, layout: str, title: str, *figures: Figure, drawing: str | None = None, **sections: Prose) -> PlannedSlide:
    """Make a slide in words; its source and mark are the same as any other's."""
    is_plain = layout in ("title", "section", "break", "closing", "agenda")
    return PlannedSlide(
        key=key,
        content_id=key.upper(),
        layout=layout,
        drawing=drawing,
        section=BACKUP if key == "sources" else "first" if layout in ("title", "agenda") else "second",
        mark="" if is_plain else "1 · Prøver",
        title=title,
        sections=sections,
        figures=figures,
        source="" if is_plain else SOURCE,
        hidden=key == "sources",
        where=Where(file="prøve"),
    )
