"""The client's logo or coat of arms, on a white plate so that it is seen on a dark slide."""

from msgspec.structs import replace

from workshop_kit.scene.builder import SlideBuilder
from workshop_kit.scene.logo import logo_picture
from workshop_kit.scene.page import Box, Geometry, Picture, Role, Shape

CLOSING_AREA = Box(x=9_862_000, y=480_000, w=1_690_000, h=920_000)
"""Over the closing slide's contact, right of its title."""
PAD = 100_000
CORNER = 80_000


def cover_logo(builder: SlideBuilder) -> None:
    """Put the logo into the cover's placeholder, at its left edge."""
    box = builder.layout.get("logo")
    picture = logo_picture(builder.plan, box.box, placeholder=box.idx)
    if picture is not None:
        _plated(builder, picture, box.x)


def closing_logo(builder: SlideBuilder) -> None:
    """Put the logo into the closing slide's upper right corner."""
    picture = logo_picture(builder.plan, CLOSING_AREA)
    if picture is not None:
        _plated(builder, picture, CLOSING_AREA.right - picture.box.w)


def _plated(builder: SlideBuilder, picture: Picture, x: int) -> None:
    box = replace(picture.box, x=x)
    plate = Shape(name="", box=box.inset(-PAD), role=Role.DECORATION, geometry=Geometry.ROUND, fill="bg1", corner=CORNER)
    builder.items += [plate, replace(picture, box=box)]
