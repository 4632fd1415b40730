"""A sheet's pages, item by item: what each is drawn as, and which tag it gets."""

from collections.abc import Callable
from typing import assert_never

from workshop_kit.domain.text import plain
from workshop_kit.scene.outline import Step, arrow_head, ends, outline, polygon
from workshop_kit.scene.page import (
    Box,
    Chart,
    Geometry,
    Item,
    Map,
    Page,
    Picture,
    Role,
    Shape,
    Table,
    WritingLines,
    fitted,
)
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.pdf_sheets.content import PageContent
from workshop_kit.writers.pdf_sheets.file import text_string
from workshop_kit.writers.pdf_sheets.links import Links
from workshop_kit.writers.pdf_sheets.picture import Pictures
from workshop_kit.writers.pdf_sheets.structure import Element
from workshop_kit.writers.pdf_sheets.table import draw_table
from workshop_kit.writers.pdf_sheets.text import Target, draw_text, paragraphs

ChartShapes = Callable[[Chart, Theme], tuple[Shape, ...]]
"""Gives the shapes that a chart is drawn as."""

HEADINGS = {Role.TITLE: "H1", Role.HEADING: "H2"}

_RUNNING = "/Type/Pagination/Subtype/Footer"
"""The artifact that repeated page furniture is."""


class SheetDrawing:
    """Draws the items of one sheet's pages, and tags them under the sheet's own element.

    A footer's words are read once for a sheet, where they first stand, and are artifacts on its later pages: they hold
    instructions that no other place repeats. Page numbers are always artifacts.
    """

    def __init__(self, element: Element, theme: Theme, links: Links, pictures: Pictures, chart_shapes: ChartShapes) -> None:
        """Start a sheet with nothing drawn."""
        self._element = element
        self._theme = theme
        self._links = links
        self._pictures = pictures
        self._chart_shapes = chart_shapes
        self._footers: set[str] = set()

    def draw(self, page: Page, content: PageContent) -> None:
        """Draw a page's ground and items."""
        if self._theme.colour(page.ground) != "FFFFFF":
            content.artifact()
            content.paint(outline(Geometry.RECT, Box(x=0, y=0, w=page.width, h=page.height)), page.ground)
        for item in page.items:
            self._draw(item, content)

    def _draw(self, item: Item, content: PageContent) -> None:
        match item:
            case Shape():
                self._draw_shape(item, content)
            case Table():
                draw_table(item, self._element, content, self._theme.fonts, self._links)
            case Chart():
                self._begin_figure(item.alt, item.box, content)
                for shape in self._chart_shapes(item, self._theme):
                    self._draw_outline(shape, content)
                    self._draw_words(shape, content, None)
            case Map():
                self._draw_map(item, content)
            case WritingLines():
                content.artifact()
                for number in range(1, item.count + 1):
                    y = item.box.y + number * item.spacing
                    content.line((item.box.x, y), (item.box.right, y), item.stroke)
            case Picture():
                number, size = self._pictures.add(item.path)
                self._begin_figure(item.alt, item.box, content)
                content.image(number, fitted(size, item.box))
            case _:
                assert_never(item)

    def _begin_figure(self, alt: str, box: Box, content: PageContent) -> None:
        if alt:
            place = f"/A<</O/Layout/Placement/Block/BBox[{content.rectangle(box)}]>>"
            content.tag(self._element.add("Figure", f"/Alt{text_string(alt)}{place}"))
        else:
            content.artifact()

    def _draw_shape(self, shape: Shape, content: PageContent) -> None:
        words = plain(shape.text.blocks).strip() if shape.text else ""
        is_figure = not words and shape.role is not Role.DECORATION
        self._begin_figure(shape.alt if is_figure else "", shape.box, content)
        self._draw_outline(shape, content)
        if not words:
            return
        if shape.role is Role.DECORATION:
            self._draw_words(shape, content, None)
        elif shape.role is Role.PAGE_NUMBER or (shape.role is Role.FOOTER and words in self._footers):
            content.artifact(_RUNNING)
            self._draw_words(shape, content, None)
        else:
            self._draw_words(shape, content, self._element)
        if shape.role is Role.FOOTER:
            self._footers.add(words)

    def _draw_words(self, shape: Shape, content: PageContent, parent: Element | None) -> None:
        if shape.text is None:
            return
        targets: list[Target] | None = None
        if parent and shape.role in HEADINGS:
            targets = [Target(parent.add(HEADINGS[shape.role]))] * len(shape.text.blocks)
        elif parent:
            targets = paragraphs(shape.text, parent)
        draw_text(shape.text, shape.box, self._theme.fonts, content, self._links, targets)

    def _draw_outline(self, shape: Shape, content: PageContent) -> None:
        if shape.geometry not in (Geometry.LINE, Geometry.LINE_UP):
            content.paint(outline(shape.geometry, shape.box, shape.corner), shape.fill, shape.stroke, dashed=shape.dashed)
        elif shape.stroke:
            start, end = ends(shape.geometry, shape.box)
            if shape.stroke.arrow:
                stop, head = arrow_head(start, end, shape.stroke.width)
                content.paint(polygon(head), shape.stroke.colour)
                end = stop
            content.line(start, end, shape.stroke, dashed=shape.dashed)

    def _draw_map(self, item: Map, content: PageContent) -> None:
        self._begin_figure(item.alt, item.box, content)
        for area in item.areas:
            steps: list[Step] = [step for ring in area.rings for step in polygon(ring)]
            content.paint(steps, area.fill, area.stroke, round_joins=True)
