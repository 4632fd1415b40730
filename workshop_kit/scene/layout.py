"""A slide layout: named boxes with a role and a type size, as written in slides/layouts/<name>.toml."""

from workshop_kit.domain.language import Translated
from workshop_kit.domain.value import Value
from workshop_kit.scene.page import Align, Anchor, Box, Bullet, TextStyle


class LayoutBox(Value, frozen=True, kw_only=True):
    """A placeholder: its role for the content, PowerPoint's type and idx, place in EMU, and how its text is set.

    `most_characters` is the cap for authors; what fits is measured.
    """

    role: str
    type: str
    idx: int
    name: Translated
    x: int
    y: int
    w: int
    h: int
    size: float
    bold: bool = False
    colour: str = "tx1"
    align: Align = Align.LEFT
    anchor: Anchor = Anchor.TOP
    spacing: float = 1.0
    space_after: float = 0.0
    bullet: Bullet = Bullet.NONE
    most_characters: int | None = None

    @property
    def box(self) -> Box:
        """The place on the slide."""
        return Box(x=self.x, y=self.y, w=self.w, h=self.h)

    @property
    def style(self) -> TextStyle:
        """How the placeholder's text is set."""
        return TextStyle(
            size=self.size,
            bold=self.bold,
            colour=self.colour,
            align=self.align,
            anchor=self.anchor,
            spacing=self.spacing,
            space_after=self.space_after,
            bullet=self.bullet,
        )


class LayoutShape(Value, frozen=True, kw_only=True):
    """A fixed rectangle behind the placeholders, drawn by the layout itself; `stroke_width` is in points."""

    name: Translated
    x: int
    y: int
    w: int
    h: int
    fill: str
    stroke: str | None = None
    stroke_width: float = 0.0

    @property
    def box(self) -> Box:
        """The place on the slide."""
        return Box(x=self.x, y=self.y, w=self.w, h=self.h)


class Layout(Value, frozen=True, kw_only=True):
    """A layout: ground colour slot, fixed shapes, and placeholders in reading order."""

    id: str
    order: int
    ground: str
    name: Translated
    shape: tuple[LayoutShape, ...] = ()
    box: tuple[LayoutBox, ...]

    def find(self, role: str) -> LayoutBox | None:
        """Give the placeholder of a role, or None where the layout has none."""
        return next((box for box in self.box if box.role == role), None)

    def get(self, role: str) -> LayoutBox:
        """Give the placeholder of a role that the layout is known to have; KeyError otherwise."""
        found = self.find(role)
        if found is None:
            raise KeyError(f"layout {self.id} has no box {role}")
        return found
