"""The content of one page: drawing and marking operators in PDF syntax."""

from collections.abc import Iterable, Sequence

from workshop_kit.scene.outline import DASH, DASH_GAP, Point, Step
from workshop_kit.scene.page import EMU_PER_POINT, Box, Stroke
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.pdf_sheets.fonts import FileFonts
from workshop_kit.writers.pdf_sheets.structure import Element

Words = tuple[str, bool, str, float]
"""Text in one style: the letters, whether they are bold, their colour's slot and their size in points."""


def decimal(value: float) -> str:
    """Give a number with at most two decimals: a hundredth of a point is finer than a printer's dot."""
    return f"{round(value, 2):g}"


class PageContent:
    """The operators of one page, in drawing order. Places come in EMU from the upper left corner.

    Whatever is drawn belongs to the element last named by `tag`, or after `artifact` to none. Colours, line and font are
    written only where they change.
    """

    def __init__(self, height: int, page: int, theme: Theme, fonts: FileFonts) -> None:
        """Start a page of a height in EMU; `page` is its object number."""
        self.page = page
        self.owners: list[Element] = []
        self._height = height
        self._theme = theme
        self._fonts = fonts
        self._code: list[str] = []
        self._open: Element | str | None = None
        self._state: dict[str, str] = {}
        self.annotations: list[int] = []
        self.images: set[int] = set()

    def tag(self, element: Element) -> None:
        """Let what follows belong to an element."""
        if self._open is not element:
            self._close()
            identifier = len(self.owners)
            self.owners.append(element)
            element.refer(self.page, str(identifier))
            self._code.append(f"/{element.tag}<</MCID {identifier}>>BDC")
            self._open = element

    def artifact(self, properties: str = "") -> None:
        """Let what follows be passed over by screen readers; `properties` of the artifact are in PDF syntax."""
        if self._open != properties:
            self._close()
            self._code.append(f"/Artifact<<{properties}>>BDC" if properties else "/Artifact BMC")
            self._open = properties

    def _close(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def finish(self) -> bytes:
        """Give the page's operators."""
        self._close()
        return "\n".join(self._code).encode("ascii")

    def place(self, point: Point) -> str:
        """Give a place as PDF counts it: in points from the lower left corner."""
        return f"{decimal(point[0] / EMU_PER_POINT)} {decimal((self._height - point[1]) / EMU_PER_POINT)}"

    def rectangle(self, box: Box) -> str:
        """Give a box as PDF writes one: its lower left and its upper right corner."""
        return f"{self.place((box.x, box.bottom))} {self.place((box.right, box.y))}"

    def _set(self, what: str, operators: str) -> None:
        if self._state.get(what) != operators:
            self._state[what] = operators
            self._code.append(operators)

    def _colour(self, slot: str, operator: str) -> None:
        if self._state.get(operator) != slot:
            self._state[operator] = slot
            digits = self._theme.colour(slot)
            parts = (f"{int(digits[at : at + 2], 16) / 255:.3g}" for at in (0, 2, 4))
            self._code.append(f"{' '.join(parts)} {operator}")

    def _line(self, stroke: Stroke, dashed: bool) -> None:
        self._colour(stroke.colour, "RG")
        self._set("w", f"{decimal(stroke.width)} w")
        lengths = f"{decimal(DASH * stroke.width)} {decimal(DASH_GAP * stroke.width)}" if dashed else ""
        if dashed or "d" in self._state:
            self._set("d", f"[{lengths}]0 d")

    def paint(
        self, steps: Iterable[Step], fill: str | None, stroke: Stroke | None = None, *, dashed: bool = False, round_joins: bool = False
    ) -> None:
        """Fill and stroke a path; of rings inside each other every second one is a hole."""
        if fill is None and stroke is None:
            return
        if fill is not None:
            self._colour(fill, "rg")
        if stroke is not None:
            self._line(stroke, dashed)
        if round_joins or "j" in self._state:
            self._set("j", "1 j" if round_joins else "0 j")
        self._code.extend(" ".join((*map(self.place, places), operator)) for operator, places in steps)
        self._code.append("B*" if fill and stroke else "f*" if fill else "S")

    def line(self, start: Point, end: Point, stroke: Stroke, *, dashed: bool = False) -> None:
        """Draw a straight line."""
        self._line(stroke, dashed)
        self._code.append(f"{self.place(start)} m {self.place(end)} l S")

    def words(self, x: float, baseline: float, words: Sequence[Words]) -> None:
        """Draw words after each other; `x` and the baseline, counted from the page's top, are in points."""
        self._code.append(f"BT {decimal(x)} {decimal(self._height / EMU_PER_POINT - baseline)} Td")
        for text, bold, colour, size in words:
            self._colour(colour, "rg")
            for font, codes in self._fonts.encode(text, bold=bold):
                self._set("Tf", f"{font} {decimal(size)} Tf")
                self._code.append(f"<{codes}>Tj")
        self._code.append("ET")

    def image(self, number: int, box: Box) -> None:
        """Draw an image, given by its object number, into a box."""
        self.images.add(number)
        width, height = decimal(box.w / EMU_PER_POINT), decimal(box.h / EMU_PER_POINT)
        self._code.append(f"q {width} 0 0 {height} {self.place((box.x, box.bottom))} cm /Im{number} Do Q")
