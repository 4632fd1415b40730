"""Writes a page's items as a slide's shape tree: placeholders, shapes, tables, charts and maps."""

from PIL import Image

from workshop_kit.domain.text import plain
from workshop_kit.scene.marks import OUTLINES, square_in
from workshop_kit.scene.page import Box, Cell, Chart, Geometry, Item, Map, MapArea, Page, Picture, Role, Shape, Table, WritingLines, fitted
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.pptx_deck import xml
from workshop_kit.writers.pptx_deck.text import ANCHORS, TextWriter

PRESETS = {
    Geometry.RECT: "rect",
    Geometry.ROUND: "roundRect",
    Geometry.ELLIPSE: "ellipse",
    Geometry.PENTAGON: "homePlate",
    Geometry.CHEVRON: "chevron",
    Geometry.TRIANGLE: "triangle",
    Geometry.LINE: "line",
    Geometry.LINE_UP: "line",
}
POINT_ADJUST = 20_000
"""How deep a pentagon's or chevron's point is, in hundred-thousandths of its height."""
FRAME_LOCKS = '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
ORNAMENT = "Pynt"
MOST_NAME = 40
"""Letters of a shape's own words that name it where nothing else does."""
FIELDS = {Role.PAGE_NUMBER: "slidenum"}


class ShapeWriter:
    """Writes one slide. `chart` and `picture` give the relationship id of a part made for an item."""

    def __init__(self, theme: Theme, texts: TextWriter, parts: dict[int, str], placeholder_types: dict[int, str]) -> None:
        """Start a slide; `parts` are relationship ids of charts and pictures by the item's place on the page."""
        self._theme = theme
        self._texts = texts
        self._parts = parts
        self._types = placeholder_types
        self._number = 1

    def tree(self, page: Page) -> str:
        """Give the slide's shape tree."""
        items = "".join(self._item(index, item) for index, item in enumerate(page.items))
        return (
            '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{items}</p:spTree>'
        )

    def _item(self, index: int, item: Item) -> str:
        match item:
            case Shape():
                return self._placeholder(item) if item.placeholder is not None else self._shape(item)
            case Table():
                return self._table(item)
            case Chart():
                return self._chart(item, self._parts[index])
            case Map():
                return self._map(item)
            case Picture():
                return self._picture(item, self._parts[index])
            case WritingLines():
                # Lines to write on are for paper; a slide has none, and one that had would lose them here unseen.
                raise ValueError(f"{item.name}: a slide cannot hold lines to write on")

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _mark(self, placeholder: int | None) -> str:
        if placeholder is None:
            return "<p:nvPr/>"
        kind = self._types[placeholder]
        typed = "" if kind == "obj" else f' type="{kind}"'
        numbered = f' idx="{placeholder}"' if placeholder else ""
        return f"<p:nvPr><p:ph{typed}{numbered}/></p:nvPr>"

    def _placeholder(self, shape: Shape) -> str:
        if shape.text is None:
            return ""
        body = self._texts.placeholder_body(shape.text, FIELDS.get(shape.role))
        return (
            f'<p:sp><p:nvSpPr>{xml.properties(self._next(), shape.name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"{self._mark(shape.placeholder)}</p:nvSpPr><p:spPr/>{body}</p:sp>"
        )

    def _shape(self, shape: Shape) -> str:
        number = self._next()
        decorative = shape.text is None and not shape.alt
        words = plain(shape.text.blocks)[:MOST_NAME] if shape.text else ""
        name = f"{shape.name or ORNAMENT} {number}" if decorative else shape.name or words or f"{ORNAMENT} {number}"
        if shape.geometry in (Geometry.LINE, Geometry.LINE_UP):
            return self._line(shape, number, name)
        box = "" if shape.text is None or shape.fill or shape.stroke else ' txBox="1"'
        body = self._texts.shape_body(shape.text) if shape.text else ""
        return (
            f"<p:sp><p:nvSpPr>{xml.properties(number, name, shape.alt, decorative=decorative)}<p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{xml.transform(shape.box)}{_geometry(shape)}{xml.fill(self._theme, shape.fill)}"
            f"{xml.line(self._theme, shape.stroke, dashed=shape.dashed)}</p:spPr>{body}</p:sp>"
        )

    def _line(self, shape: Shape, number: int, name: str) -> str:
        flip = shape.geometry is Geometry.LINE_UP
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{xml.properties(number, name, shape.alt, decorative=not shape.alt)}"
            "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
            f"<p:spPr>{xml.transform(shape.box, flip=flip)}{_geometry(shape)}{xml.line(self._theme, shape.stroke, dashed=shape.dashed)}"
            "</p:spPr></p:cxnSp>"
        )

    def _table(self, table: Table) -> str:
        flags = (' firstRow="1"' if table.head_rows else "") + (' firstCol="1"' if table.head_column else "")
        grid = "".join(f'<a:gridCol w="{width}"/>' for width in table.widths)
        rows = "".join(
            f'<a:tr h="{height}">{"".join(self._cell(cell) for cell in row)}</a:tr>'
            for height, row in zip(table.heights, table.rows, strict=True)
        )
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{xml.properties(self._next(), table.name, table.alt)}"
            f"{FRAME_LOCKS}{self._mark(table.placeholder)}</p:nvGraphicFramePr>"
            f'{xml.transform(table.box, "p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
            f"<a:tbl><a:tblPr{flags}/><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _cell(self, cell: Cell) -> str:
        left, top, right, bottom = cell.text.insets
        sides = "".join(xml.line(self._theme, None, f"a:ln{side}") for side in "LRT") + xml.line(self._theme, cell.rule, "a:lnB")
        return (
            f'<a:tc>{self._texts.cell_body(cell.text)}<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" '
            f'anchor="{ANCHORS[cell.text.style.anchor]}">{sides}{xml.fill(self._theme, cell.fill)}</a:tcPr></a:tc>'
        )

    def _chart(self, chart: Chart, relationship: str) -> str:
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{xml.properties(self._next(), chart.name, chart.alt)}"
            f"{FRAME_LOCKS}{self._mark(chart.placeholder)}</p:nvGraphicFramePr>"
            f'{xml.transform(chart.box, "p:xfrm")}<a:graphic><a:graphicData uri="{xml.C}">'
            f'<c:chart xmlns:c="{xml.C}" r:id="{relationship}"/></a:graphicData></a:graphic></p:graphicFrame>'
        )

    def _picture(self, picture: Picture, relationship: str) -> str:
        with Image.open(picture.path) as image:
            box = fitted(image.size, picture.box)
        return (
            f"<p:pic><p:nvPicPr>{xml.properties(self._next(), picture.name, picture.alt, decorative=not picture.alt)}"
            f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>{self._mark(picture.placeholder)}</p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr>{xml.transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def _map(self, drawn: Map) -> str:
        number = self._next()
        areas = "".join(self._area(area) for area in drawn.areas)
        box = drawn.box
        inner = f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.w}" cy="{box.h}"/>'
        return (
            f"<p:grpSp><p:nvGrpSpPr>{xml.properties(number, drawn.name, drawn.alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>"
            f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/>{inner}</a:xfrm></p:grpSpPr>{areas}</p:grpSp>'
        )

    def _area(self, area: MapArea) -> str:
        xs = [x for ring in area.rings for x, _ in ring]
        ys = [y for ring in area.rings for _, y in ring]
        box = Box(x=min(xs), y=min(ys), w=max(1, max(xs) - min(xs)), h=max(1, max(ys) - min(ys)))
        rings = "".join(_ring(ring, box) for ring in area.rings)
        return (
            f"<p:sp><p:nvSpPr>{xml.properties(self._next(), area.name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{xml.transform(box)}"
            f"{_path(rings, box)}{xml.fill(self._theme, area.fill)}{xml.line(self._theme, area.stroke)}</p:spPr></p:sp>"
        )


def _ring(ring: tuple[tuple[int, int], ...], box: Box) -> str:
    (x, y), *rest = ring
    lines = "".join(f'<a:lnTo><a:pt x="{px - box.x}" y="{py - box.y}"/></a:lnTo>' for px, py in rest)
    return f'<a:moveTo><a:pt x="{x - box.x}" y="{y - box.y}"/></a:moveTo>{lines}<a:close/>'


def _path(rings: str, box: Box) -> str:
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{box.w}" h="{box.h}">{rings}</a:path></a:pathLst></a:custGeom>'
    )


def _geometry(shape: Shape) -> str:
    if shape.geometry in OUTLINES:
        frame = square_in(shape.box)
        corners = tuple((frame.x + round(x * frame.w), frame.y + round(y * frame.h)) for x, y in OUTLINES[shape.geometry])
        return _path(_ring(corners, shape.box), shape.box)
    adjust = ""
    if shape.geometry in (Geometry.PENTAGON, Geometry.CHEVRON):
        adjust = f'<a:gd name="adj" fmla="val {POINT_ADJUST}"/>'
    elif shape.geometry is Geometry.ROUND:
        side = max(1, min(shape.box.w, shape.box.h))
        adjust = f'<a:gd name="adj" fmla="val {min(50_000, (shape.corner or 60_000) * 100_000 // side)}"/>'
    return f'<a:prstGeom prst="{PRESETS[shape.geometry]}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
