"""Builds a printed page: head, field row and foot are the same on every sheet; the canvas between is its own."""

from typing import Literal

from msgspec.structs import replace

from workshop_kit.domain.plan import Plan
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.text import Prose, paragraph
from workshop_kit.scene.logo import logo_picture
from workshop_kit.scene.page import EMU_PER_MM, Align, Anchor, Box, Cell, Geometry, Item, Page, Role, Shape, Stroke, TextStyle, WritingLines
from workshop_kit.scene.theme import Theme
from workshop_kit.scene.typesetter import Typesetter

PAPERS = {("A4", "portrait"): (210, 297), ("A4", "landscape"): (297, 210), ("A3", "portrait"): (297, 420), ("A3", "landscape"): (420, 297)}
"""Paper sizes in mm, width first."""
BINDING, EDGE = 20, 15
"""Left and right margins in mm; nothing is printed nearer an edge than 10."""
TOP, FOOT = 11, 22
"""Where the head begins, and how far over the lower edge the foot's rule stands, in mm."""
LINE_SPACING = 9
"""Between lines to write on, in mm."""
RULE = Stroke(colour="accent3", width=0.75)
FRAME = Stroke(colour="accent3", width=0.75)
WRITING = Stroke(colour="writing", width=0.5)
CORNER = 54_000
TIME_BOX = (36, 24)

MmBox = tuple[float, float, float, float]
"""x, y, width and height in mm."""


def mm(length: float) -> int:
    """Give millimetres as EMU."""
    return round(length * EMU_PER_MM)


def box_mm(area: MmBox) -> Box:
    """Give a box from millimetres."""
    x, y, w, h = area
    return Box(x=mm(x), y=mm(y), w=mm(w), h=mm(h))


_NAMES = {(mm(width), mm(height)): name for (name, _), (width, height) in PAPERS.items()}

PARALLEL_NAMES = "\u2013"
"""What stands between a municipality's Sámi, Norwegian and Kven names; then all of them belong on paper."""


def paper_of(page: Page) -> str:
    """Give the name of the paper a page is printed on: A4 or A3; KeyError for a page of another size."""
    return _NAMES[page.width, page.height]


class PaperBuilder:
    """Collects one printed page's items. Lengths are in mm; `body` is what the head and foot leave free."""

    def __init__(
        self,
        plan: Plan,
        theme: Theme,
        key: str,
        title: str,
        where: Where,
        paper: tuple[Literal["A4", "A3"] | str, str] = ("A4", "portrait"),
    ) -> None:
        """Start a page."""
        self.plan = plan
        self.theme = theme
        self.key = key
        self.title = title
        self.width, self.height = PAPERS[paper]
        self.items: list[Item] = []
        values = {"page": key, "language": plan.language.value, "municipality": plan.municipality.name}
        self.setter = Typesetter(theme.fonts, where, values, spare=1.0)
        self.left, self.right = BINDING, self.width - EDGE

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What did not fit."""
        return tuple(self.setter.problems)

    def words(
        self,
        name: str,
        blocks: Prose | str,
        area: MmBox,
        style: TextStyle,
        *,
        role: Role = Role.BODY,
        fill: str | None = None,
        stroke: Stroke | None = None,
        inset: float = 0,
        geometry: Geometry = Geometry.RECT,
        most_lines: int | None = None,
    ) -> None:
        """Add text, perhaps on a ground of its own."""
        prose = (paragraph(blocks),) if isinstance(blocks, str) else blocks
        box = box_mm(area)
        text = self.setter.text(prose, style, box, (mm(inset), mm(inset), mm(inset), mm(inset)), name=name, most_lines=most_lines)
        self.items.append(Shape(name=name, box=box, role=role, geometry=geometry, fill=fill, stroke=stroke, text=text, corner=CORNER))

    def text_height(self, blocks: Prose, style: TextStyle, width: float) -> float:
        """Give the height in mm that text takes in a width in mm."""
        return self.setter.height(blocks, style, mm(width)) / EMU_PER_MM

    def frame(self, area: MmBox, *, fill: str | None = None, stroke: Stroke | None = FRAME, geometry: Geometry = Geometry.ROUND) -> None:
        """Add a frame or a field of colour; decoration."""
        self.items.append(
            Shape(name="", box=box_mm(area), role=Role.DECORATION, geometry=geometry, fill=fill, stroke=stroke, corner=CORNER)
        )

    def rule(self, x: float, y: float, width: float, stroke: Stroke = RULE) -> None:
        """Draw a horizontal rule."""
        box = box_mm((x, y, width, 0))
        self.items.append(Shape(name="", box=box, role=Role.DECORATION, geometry=Geometry.LINE, stroke=stroke))

    def lines(self, x: float, y: float, width: float, count: int, spacing: float = LINE_SPACING) -> None:
        """Draw lines to write on; the first stands one spacing under y."""
        box = box_mm((x, y, width, count * spacing))
        self.items.append(WritingLines(name="", box=box, count=count, spacing=mm(spacing), stroke=WRITING))

    def cell(
        self,
        blocks: Prose | str,
        style: TextStyle,
        size: tuple[float, float],
        *,
        inset: float = 2,
        fill: str | None = None,
        rule: Stroke | None = RULE,
        name: str = "",
    ) -> Cell:
        """Set one table cell of a size in mm."""
        prose = (paragraph(blocks),) if isinstance(blocks, str) else blocks
        box = box_mm((0, 0, *size))
        text = self.setter.text(prose, style, box, (mm(inset), mm(0.6), mm(inset), mm(0.6)), name=name)
        return Cell(text=text, fill=fill, rule=rule)

    def head(self, mark: str, purpose: str, minutes: str = "", unit: str = "", *, logo: bool = False) -> float:
        """Draw the head, with the client's logo where it is asked for and there is one, and give the y where it ends."""
        self.frame((self.left, TOP, 24, 2), fill="accent4", stroke=None, geometry=Geometry.RECT)
        corner = (self.right - TIME_BOX[0], TOP + 2.0, *TIME_BOX)
        picture = logo_picture(self.plan, box_mm(corner)) if logo else None
        width = self.inner_width - (TIME_BOX[0] + 6 if minutes or picture else 0)
        self.words(
            "title",
            self.title,
            (self.left, TOP + 9, width, 11.5),
            TextStyle(size=26, bold=True, colour="tx2"),
            role=Role.TITLE,
            most_lines=1,
        )
        self.words(
            "mark", mark, (self.left, TOP + 4, width, 5), TextStyle(size=10, bold=True, colour="accent1"), role=Role.MARK, most_lines=1
        )
        self.words("purpose", purpose, (self.left, TOP + 22, width, 11), TextStyle(size=12), most_lines=2)
        if picture is not None:
            self.items.append(replace(picture, box=replace(picture.box, x=mm(self.right) - picture.box.w)))
        if minutes:
            box = corner
            self.frame(box, fill="bg2", stroke=None)
            number = (box[0], box[1] + 3, box[2], 12.0)
            self.words("minutes", minutes, number, _centred(28, bold=True, colour="tx2"), role=Role.NUMBER)
            self.words("unit", unit, (box[0], box[1] + 16, box[2], 5), _centred(10), role=Role.LABEL, most_lines=1)
        return TOP + 35

    def fields(self, y: float, labels: tuple[str, ...]) -> float:
        """Draw a row of short fields to fill in, and give the y where it ends."""
        each = self.inner_width / len(labels)
        style = TextStyle(size=10, bold=True)
        for index, label in enumerate(labels):
            x = self.left + index * each
            taken = self.theme.fonts.width(label, style.size, bold=True) / 72 * 25.4 + 3
            self.words(label, label, (x, y, taken, 6), style, role=Role.LABEL)
            self.rule(x + taken, y + 4.8, each - taken - (4 if index < len(labels) - 1 else 0), WRITING)
        return y + 8

    def foot(self, sheet_id: str, *, private: bool = True) -> None:
        """Draw the foot: the privacy line, and who and what the page is for."""
        words, y = self.plan.words, self.height - FOOT
        self.rule(self.left, y, self.inner_width)
        if private:
            self.words(
                "privacy", words["privacy"], (self.left, y + 1.2, self.inner_width, 4.6), TextStyle(size=9), role=Role.FOOTER, most_lines=1
            )
        official = f"{self.plan.official} {words['municipality'].lower()}" if PARALLEL_NAMES in self.plan.official else self.plan.client
        mark = f"{official} · {sheet_id} · {words['language_name']}"
        style = TextStyle(size=9, bold=True)
        self.words("page id", mark, (self.left, y + 5.8, self.inner_width, 4.6), style, role=Role.FOOTER, most_lines=1)

    def page(self) -> Page:
        """Give the finished page."""
        return Page(
            key=self.key,
            content_id=self.key,
            language=self.plan.language,
            title=self.title,
            width=mm(self.width),
            height=mm(self.height),
            items=tuple(self.items),
        )


def _centred(size: float, *, bold: bool = False, colour: str = "tx1") -> TextStyle:
    return TextStyle(size=size, bold=bold, colour=colour, align=Align.CENTRE, anchor=Anchor.MIDDLE)
