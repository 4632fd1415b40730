"""Small pieces of DrawingML and PresentationML as text: names, colours, transforms, marks."""

import re
from xml.sax.saxutils import escape, quoteattr

from workshop_kit.scene.page import Box, Stroke
from workshop_kit.scene.theme import Theme

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Marks a shape as decoration for screen readers."""


_UNHEARD_OF = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped: pasted text brings vertical tabs from Word with it."""


def clean(value: str) -> str:
    """Put a space for each letter that no XML file can hold."""
    return _UNHEARD_OF.sub(" ", value)


def text(value: str) -> str:
    """Escape text for an element's content."""
    return escape(clean(value))


def attribute(value: str) -> str:
    """Escape and quote text for an attribute."""
    return quoteattr(clean(value))


def colour(theme: Theme, slot: str) -> str:
    """Give a colour: a theme slot where it is one, so that a rebranded file follows; else its six hex digits."""
    return f'<a:schemeClr val="{slot}"/>' if theme.is_slot(slot) else f'<a:srgbClr val="{theme.colour(slot)}"/>'


def fill(theme: Theme, slot: str | None) -> str:
    """Give a solid fill, or none."""
    return "<a:noFill/>" if slot is None else f"<a:solidFill>{colour(theme, slot)}</a:solidFill>"


def line(theme: Theme, stroke: Stroke | None, tag: str = "a:ln", *, dashed: bool = False) -> str:
    """Give an outline under a tag (a shape's, or one side of a table cell), or none."""
    if stroke is None:
        return f"<{tag}><a:noFill/></{tag}>"
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    arrow = '<a:tailEnd type="triangle"/>' if stroke.arrow else ""
    return f'<{tag} w="{round(stroke.width * 12_700)}">{fill(theme, stroke.colour)}{dash}{arrow}</{tag}>'


def transform(box: Box, tag: str = "a:xfrm", *, flip: bool = False) -> str:
    """Give a place and size under a tag."""
    flipped = ' flipV="1"' if flip else ""
    return f'<{tag}{flipped}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/></{tag}>'


def properties(number: int, name: str, alt: str = "", *, decorative: bool = False) -> str:
    """Give a drawing's id, name and description."""
    described = f" descr={attribute(alt)}" if alt else ""
    inside = DECORATIVE if decorative else ""
    return (
        f'<p:cNvPr id="{number}" name={attribute(name)}{described}>{inside}</p:cNvPr>'
        if inside
        else (f'<p:cNvPr id="{number}" name={attribute(name)}{described}/>')
    )
