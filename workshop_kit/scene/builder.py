"""Builds one slide's page: placeholders by role, drawings in the free area, everything in reading order."""

from typing import TypeVar

from workshop_kit.domain.plan import Figure, Plan, PlannedSlide
from workshop_kit.domain.text import Prose, paragraph
from workshop_kit.scene.layout import LayoutBox
from workshop_kit.scene.marks import without_mark
from workshop_kit.scene.page import Box, Cell, Geometry, Item, Page, Role, Shape, Stroke, Table, TextStyle
from workshop_kit.scene.theme import SLIDE_HEIGHT, SLIDE_WIDTH, Theme
from workshop_kit.scene.typesetter import Typesetter

AnyFigure = TypeVar("AnyFigure", bound=Figure)

BODY = Box(x=540_000, y=1_840_000, w=11_112_000, h=4_240_000)
"""The free area of a content slide."""

PANEL_STROKE = Stroke(colour="accent3", width=1.5)
HAIRLINE = Stroke(colour="hairline", width=0.75)
PANEL_INSET = 230_000
MARK_ROOM = 420_000
"""Room in EMU before a head whose mark is drawn."""

ROLES = {
    "title": Role.TITLE,
    "mark": Role.MARK,
    "source": Role.SOURCE,
    "footer": Role.FOOTER,
    "date": Role.FOOTER,
    "page_number": Role.PAGE_NUMBER,
    "number": Role.NUMBER,
    "minutes": Role.NUMBER,
}
TAIL = ("source", "footer", "page_number", "date")
"""Roles that come last in reading order, after whatever is drawn in the body."""


class SlideBuilder:
    """Collects a slide's items. `under` holds decoration that lies beneath the texts."""

    def __init__(self, plan: Plan, slide: PlannedSlide, theme: Theme) -> None:
        """Start a slide."""
        self.plan = plan
        self.slide = slide
        self.theme = theme
        self.layout = theme.layouts[slide.layout]
        self.under: list[Item] = []
        self.items: list[Item] = []
        values = {"page": slide.key, "language": plan.language.value, "municipality": plan.municipality.name}
        self.setter = Typesetter(theme.fonts, slide.where, values)

    def figure(self, kind: type[AnyFigure]) -> AnyFigure | None:
        """Give the slide's figure of a kind, or None."""
        return next((figure for figure in self.slide.figures if isinstance(figure, kind)), None)

    def section(self, name: str) -> Prose:
        """Give a named section of the slide's text, empty where it has none."""
        return self.slide.sections.get(name, ())

    def place(self, role: str, blocks: Prose, style: TextStyle | None = None) -> None:
        """Fill the layout's placeholder of a role; nothing where there are no words."""
        if blocks:
            self.items.append(self.placeholder(self.layout.get(role), blocks, style))

    def placeholder(self, box: LayoutBox, blocks: Prose, style: TextStyle | None = None) -> Shape:
        """Make a placeholder's shape with its words set into the layout's box; a mark before them leaves its room free."""
        mark, blocks = without_mark(blocks)
        text = self.setter.text(
            blocks,
            style or box.style,
            box.box,
            (MARK_ROOM if mark else 0, 0, 0, 0),
            name=box.role,
            most_lines=1 if box.role in ("mark", "source", "footer", "number", "minutes") else None,
        )
        return Shape(name=box.name.of(self.plan.language), box=box.box, role=ROLES.get(box.role, Role.BODY), text=text, placeholder=box.idx)

    def words(
        self,
        name: str,
        blocks: Prose | str,
        box: Box,
        style: TextStyle,
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        geometry: Geometry = Geometry.RECT,
        inset: int | tuple[int, int, int, int] = 0,
        role: Role = Role.BODY,
    ) -> None:
        """Add a text box that is no placeholder, perhaps on a ground of its own."""
        prose = (paragraph(blocks),) if isinstance(blocks, str) else blocks
        insets = (inset, inset, inset, inset) if isinstance(inset, int) else inset
        text = self.setter.text(prose, style, box, insets, name=name)
        self.items.append(Shape(name=name, box=box, role=role, geometry=geometry, fill=fill, stroke=stroke, text=text))

    def decorate(
        self, name: str, box: Box, *, fill: str | None = None, stroke: Stroke | None = None, geometry: Geometry = Geometry.RECT
    ) -> None:
        """Add decoration beneath the texts."""
        self.under.append(Shape(name=name, box=box, role=Role.DECORATION, geometry=geometry, fill=fill, stroke=stroke))

    def cell(
        self,
        name: str,
        blocks: Prose | str,
        style: TextStyle,
        size: tuple[int, int],
        *,
        insets: tuple[int, int, int, int] = (0, 0, 0, 0),
        fill: str | None = None,
        rule: Stroke | None = HAIRLINE,
    ) -> Cell:
        """Set one table cell of a width and height in EMU."""
        prose = (paragraph(blocks),) if isinstance(blocks, str) else blocks
        box = Box(x=0, y=0, w=size[0], h=size[1])
        return Cell(text=self.setter.text(prose, style, box, insets, name=name), fill=fill, rule=rule)

    def table(
        self,
        box: LayoutBox,
        area: Box,
        widths: tuple[int, ...],
        rows: tuple[tuple[Cell, ...], ...],
        *,
        alt: str,
        head_rows: int = 0,
        head_column: bool = True,
    ) -> None:
        """Add a table that fills a layout's placeholder, with rows of one height; none where there are no rows."""
        if not rows:
            return
        heights = (area.h // len(rows),) * len(rows)
        self.items.append(
            Table(
                name=box.name.of(self.plan.language),
                box=area,
                widths=widths,
                heights=heights,
                rows=rows,
                head_rows=head_rows,
                head_column=head_column,
                alt=alt,
                placeholder=box.idx,
            )
        )

    def page(self, key: str) -> Page:
        """Give the finished page."""
        slide = self.slide
        return Page(
            key=key,
            content_id=slide.content_id,
            language=self.plan.language,
            title=slide.title,
            width=SLIDE_WIDTH,
            height=SLIDE_HEIGHT,
            items=(*self.under, *self.items),
            ground=self.layout.ground,
            layout=self.layout.id,
            section=slide.section,
            notes=slide.notes,
            hidden=slide.hidden,
        )
