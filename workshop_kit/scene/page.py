"""A page: what a slide or a sheet looks like, and what each thing on it means.

Lengths are in EMU (914 400 to the inch, 36 000 to the millimetre, 12 700 to the point), counted from the page's upper
left corner. Type sizes are in points. Colours are slot names of the theme ("tx2", "accent2"), or "#" and six hex digits for the
goals' own colours. Items stand in reading order, which is also drawing order.
"""

from enum import StrEnum

from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import ChartFigure
from workshop_kit.domain.text import Prose
from workshop_kit.domain.value import Value

EMU_PER_POINT = 12_700
EMU_PER_MM = 36_000


class Box(Value, frozen=True, kw_only=True):
    """A rectangle in EMU."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The y of the lower edge."""
        return self.y + self.h

    def inset(self, dx: int, dy: int | None = None) -> "Box":
        """Give the box made smaller by dx on the left and right, and dy (or dx) above and below."""
        dy = dx if dy is None else dy
        return Box(x=self.x + dx, y=self.y + dy, w=self.w - 2 * dx, h=self.h - 2 * dy)


def fitted(size: tuple[int, int], box: Box) -> Box:
    """Give the largest box of a picture's proportions inside a box, in its middle."""
    scale = min(box.w / size[0], box.h / size[1])
    w, h = round(size[0] * scale), round(size[1] * scale)
    return Box(x=box.x + (box.w - w) // 2, y=box.y + (box.h - h) // 2, w=w, h=h)


class Role(StrEnum):
    """What an item is for the reader: it decides the placeholder in the deck and the tag in the PDF."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LABEL = "label"
    NUMBER = "number"
    MARK = "mark"
    SOURCE = "source"
    FOOTER = "footer"
    PAGE_NUMBER = "page-number"
    DECORATION = "decoration"


class Align(StrEnum):
    """Horizontal alignment."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Anchor(StrEnum):
    """Vertical alignment in the box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Bullet(StrEnum):
    """What stands before a paragraph."""

    NONE = "none"
    DOT = "dot"


class TextStyle(Value, frozen=True, kw_only=True):
    """How a text is set: size in points, line spacing as a share of single spacing, space after a paragraph in points."""

    size: float
    bold: bool = False
    colour: str = "tx1"
    align: Align = Align.LEFT
    anchor: Anchor = Anchor.TOP
    spacing: float = 1.0
    space_after: float = 0.0
    bullet: Bullet = Bullet.NONE


class Piece(Value, frozen=True, kw_only=True):
    """A stretch of one line in one weight and colour, with its width in points."""

    text: str
    bold: bool
    colour: str
    size: float
    width: float
    link: str | None = None
    language: str | None = None


class TextLine(Value, frozen=True, kw_only=True):
    """A line as it was broken: pieces, its width in points, the paragraph it belongs to, and whether it begins it."""

    pieces: tuple[Piece, ...]
    width: float
    block: int
    first: bool


class Text(Value, frozen=True, kw_only=True):
    """A text with its style, and the lines it was broken into for writers that place each line themselves.

    `insets` are left, top, right, bottom in EMU, inside the item's box. The deck lets the office program break lines;
    `right_inset` then narrows the box so that the lines come out in balance.
    """

    blocks: Prose
    style: TextStyle
    lines: tuple[TextLine, ...]
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)


class Geometry(StrEnum):
    """The closed set of outlines a shape may have. LINE runs from the box's upper left to its lower right corner."""

    RECT = "rect"
    ROUND = "round"
    ELLIPSE = "ellipse"
    PENTAGON = "pentagon"
    CHEVRON = "chevron"
    TRIANGLE = "triangle"
    CHECK = "check"
    CROSS = "cross"
    LINE = "line"
    LINE_UP = "line-up"


class Stroke(Value, frozen=True, kw_only=True):
    """An outline: colour and width in points; `arrow` puts a head at the end of a line."""

    colour: str
    width: float
    arrow: bool = False


class Shape(Value, frozen=True, kw_only=True):
    """A shape, a text, or both. With a `placeholder` (its idx in the layout) the deck fills that placeholder.

    `alt` says what a shape without text shows; one with neither text nor alt is decoration.
    `corner` is the radius of a ROUND shape in EMU.
    """

    name: str
    box: Box
    role: Role = Role.BODY
    geometry: Geometry = Geometry.RECT
    fill: str | None = None
    stroke: Stroke | None = None
    text: Text | None = None
    placeholder: int | None = None
    alt: str = ""
    corner: int = 0
    dashed: bool = False


class Cell(Value, frozen=True, kw_only=True):
    """A table cell; `fill` is its ground, `rule` the line under it (None for none)."""

    text: Text
    fill: str | None = None
    rule: Stroke | None = None


class Table(Value, frozen=True, kw_only=True):
    """A table with column widths and row heights in EMU; `head_rows` and `head_column` are marked as headers.

    `grid` draws every cell's border, for tables on paper that are written in.
    """

    name: str
    box: Box
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    head_rows: int = 0
    head_column: bool = False
    grid: Stroke | None = None
    alt: str = ""
    placeholder: int | None = None


class Chart(Value, frozen=True, kw_only=True):
    """A chart from its data; native in the deck, shapes elsewhere."""

    name: str
    box: Box
    figure: ChartFigure
    size: float
    alt: str
    placeholder: int | None = None


class MapArea(Value, frozen=True, kw_only=True):
    """A municipality on the map: its name, and its rings as points in EMU on the page."""

    name: str
    rings: tuple[tuple[tuple[int, int], ...], ...]
    fill: str
    stroke: Stroke


class Map(Value, frozen=True, kw_only=True):
    """A map: areas as one group with one description. Labels, leaders and scale bar are shapes of their own."""

    name: str
    box: Box
    areas: tuple[MapArea, ...]
    alt: str


class WritingLines(Value, frozen=True, kw_only=True):
    """Lines to write on by hand: decoration for a reader of the file."""

    name: str
    box: Box
    count: int
    spacing: int
    stroke: Stroke


class Picture(Value, frozen=True, kw_only=True):
    """A picture file, fitted into its box."""

    name: str
    box: Box
    path: str
    alt: str
    placeholder: int | None = None


Item = Shape | Table | Chart | Map | WritingLines | Picture


class Page(Value, frozen=True, kw_only=True, eq=False):
    """A page: its size in EMU, ground colour, items, and for a slide its layout, notes and place in the deck.

    `key` is unique in the document, `content_id` the slide's id in the library.
    """

    key: str
    content_id: str
    language: Language
    title: str
    width: int
    height: int
    items: tuple[Item, ...]
    ground: str = "bg1"
    layout: str = ""
    section: str = ""
    notes: Prose = ()
    hidden: bool = False


class Document(Value, frozen=True, kw_only=True, eq=False):
    """Pages under one title, as a writer takes them: `properties` name the file to the programs that open it."""

    title: str
    subject: str
    author: str
    language: Language
    content_version: str
    created: str
    pages: tuple[Page, ...]
    sections: tuple[tuple[str, str], ...] = ()
