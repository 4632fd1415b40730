"""Draws one slide in words, and tells what is on it."""

from tests import make
from workshop_kit.domain.plan import Figure, GoalsFigure, GoalTile, PlannedSlide, TableFigure
from workshop_kit.domain.text import Prose
from workshop_kit.scene.page import Item, Page, Role, Shape, Table
from workshop_kit.scene.slides import compose_slide


def drawn(slide: PlannedSlide) -> Page:
    """Place a slide that fits."""
    page, problems = compose_slide(make.plan(slide), slide, make.theme())
    assert problems == ()
    return page


def drawing(layout: str, name: str | None, sections: dict[str, Prose] | None = None, *figures: Figure) -> Page:
    """Place a slide with a drawing on a layout."""
    return drawn(make.planned_slide(layout, name, sections, figures=figures))


def table_of(page: Page) -> Table:
    """Give a page's first table."""
    return next(item for item in page.items if isinstance(item, Table))


def words(item: Item) -> str:
    """Give what a shape says, a bar between its paragraphs."""
    return " / ".join(block.text for block in item.text.blocks) if isinstance(item, Shape) and item.text else ""


def cells(table: Table) -> list[list[str]]:
    """Give what stands in a table."""
    return [[" / ".join(block.text for block in cell.text.blocks) for cell in row] for row in table.rows]


def said(page: Page) -> list[str]:
    """Give what is said on a page beside title, footer and number, in reading order."""
    apart = (Role.TITLE, Role.FOOTER, Role.PAGE_NUMBER)
    return [words(item) for item in page.items if isinstance(item, Shape) and item.text and item.role not in apart]


def solid(page: Page) -> list[Shape]:
    """Give what is filled on a page."""
    return [item for item in page.items if isinstance(item, Shape) and item.fill is not None]


def goals(count: int = 17, last: str = "2030") -> GoalsFigure:
    """Make the first so many goals as tiles."""
    names = [goal.short.nb for goal in make.kit().library.goals]
    tiles = tuple(
        GoalTile(number=goal.number, name=name, colour=goal.colour, text=goal.text)
        for goal, name in zip(make.kit().library.goals[:count], names, strict=False)
    )
    return GoalsFigure(tiles=tiles, last_head=last, last_text="frist for målene" if last else "")


def table_figure(*rows: tuple[str, ...], head: tuple[str, ...] = (), strong_row: int | None = None) -> TableFigure:
    """Make a table's data."""
    return TableFigure(head=head, rows=tuple(tuple(make.prose(cell) for cell in row) for row in rows), alt="Tabell.", strong_row=strong_row)
