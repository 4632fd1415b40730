"""Our own template: theme, slide master, sixteen layouts and notes master, written as XML and packed once a language."""

import io
import zipfile
from collections.abc import Mapping

from workshop_kit.domain.language import Language
from workshop_kit.scene.layout import Layout, LayoutBox
from workshop_kit.scene.page import Stroke, TextStyle
from workshop_kit.scene.theme import SLIDE_HEIGHT, SLIDE_WIDTH, Theme
from workshop_kit.writers.pptx_deck import xml
from workshop_kit.writers.pptx_deck.text import ANCHORS, level_properties

CONTENT = "application/vnd.openxmlformats-officedocument.presentationml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PACKAGE_RELATION = f"{PACKAGE}/relationships"
SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
FIRST_LAYOUT_ID = 2_147_483_649
MASTER_ID = 2_147_483_648
EMPTY_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
PLAIN = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
"""Ink in the theme's body font."""
NOTES_SIZE = (6_858_000, 9_144_000)
APPLICATION = (
    f'{xml.HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Workshop Kit</Application></Properties>"
)
CORE = (
    f'{xml.HEADER}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
VIEW = (
    f'{xml.HEADER}<p:viewPr {xml.NAMESPACES}><p:normalViewPr><p:restoredLeft sz="20000"/><p:restoredTop sz="80000"/></p:normalViewPr>'
    "</p:viewPr>"
)
SLIDE_NUMBER = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
"""Opens the field that shows a slide's number."""


def template(theme: Theme, language: Language) -> bytes:
    """Give an empty presentation with our master and layouts, their names in one language."""
    parts = _parts(theme, language)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _parts(theme: Theme, language: Language) -> Mapping[str, str]:
    layouts = tuple(theme.layouts.values())
    parts = {
        "[Content_Types].xml": _content_types(len(layouts)),
        "_rels/.rels": _relations(
            ("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml"), core="docProps/core.xml"
        ),
        "docProps/app.xml": APPLICATION,
        "docProps/core.xml": CORE,
        "ppt/presentation.xml": _presentation(language),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"{xml.HEADER}<p:presentationPr {xml.NAMESPACES}/>",
        "ppt/viewProps.xml": VIEW,
        "ppt/tableStyles.xml": f'{xml.HEADER}<a:tblStyleLst xmlns:a="{xml.A}" def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
        "ppt/theme/theme1.xml": _theme(theme, "Workshop Kit"),
        "ppt/theme/theme2.xml": _theme(theme, "Workshop Kit notat"),
        "ppt/slideMasters/slideMaster1.xml": _master(theme, layouts, language),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in range(1, len(layouts) + 1)),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": _notes_master(language),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations(("theme", "../theme/theme2.xml")),
    }
    for number, layout in enumerate(layouts, start=1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(theme, layout, language)
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relations(("slideMaster", "../slideMasters/slideMaster1.xml"))
    return parts


def _relations(*targets: tuple[str, str], core: str | None = None) -> str:
    entries = [
        f'<Relationship Id="rId{number}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    ]
    if core is not None:
        entries.append(f'<Relationship Id="rId{len(targets) + 1}" Type="{PACKAGE_RELATION}/metadata/core-properties" Target="{core}"/>')
    return f'{xml.HEADER}<Relationships xmlns="{PACKAGE_RELATION}">{"".join(entries)}</Relationships>'


def _content_types(layouts: int) -> str:
    overrides = {
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/ppt/presentation.xml": f"{CONTENT}.presentation.main+xml",
        "/ppt/presProps.xml": f"{CONTENT}.presProps+xml",
        "/ppt/viewProps.xml": f"{CONTENT}.viewProps+xml",
        "/ppt/tableStyles.xml": f"{CONTENT}.tableStyles+xml",
        "/ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/ppt/theme/theme2.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{CONTENT}.slideMaster+xml",
        "/ppt/notesMasters/notesMaster1.xml": f"{CONTENT}.notesMaster+xml",
        **{f"/ppt/slideLayouts/slideLayout{number}.xml": f"{CONTENT}.slideLayout+xml" for number in range(1, layouts + 1)},
    }
    entries = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{xml.HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{entries}</Types>'


def _presentation(language: Language) -> str:
    levels = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 457_200}" algn="l"><a:defRPr lang="{language.locale}" sz="1800">{PLAIN}</a:defRPr>'
        f"</a:lvl{level}pPr>"
        for level in range(1, 10)
    )
    return (
        f'{xml.HEADER}<p:presentation {xml.NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="rId1"/>'
        f'</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{SLIDE_WIDTH}" cy="{SLIDE_HEIGHT}"/><p:notesSz cx="{NOTES_SIZE[0]}" cy="{NOTES_SIZE[1]}"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


def _theme(theme: Theme, name: str) -> str:
    colours = "".join(
        f'<a:{SLOTS.get(slot, slot)}><a:srgbClr val="{theme.colours[slot]}"/></a:{SLOTS.get(slot, slot)}>'
        for slot in ("tx1", "bg1", "tx2", "bg2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    )
    font = f'<a:latin typeface="{theme.slide_font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{solid}<a:prstDash val="solid"/></a:ln>' for width in (6350, 12700, 19050)
    )
    return (
        f'{xml.HEADER}<a:theme xmlns:a="{xml.A}" name="{name}"><a:themeElements><a:clrScheme name="Workshop Kit">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Workshop Kit"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Workshop Kit"><a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _background(theme: Theme, slot: str) -> str:
    return f"<p:bg><p:bgPr>{xml.fill(theme, slot)}<a:effectLst/></p:bgPr></p:bg>"


def _master(theme: Theme, layouts: tuple[Layout, ...], language: Language) -> str:
    base = theme.layouts["content"]
    boxes = [base.get("title"), base.get("body"), base.get("date"), base.get("footer"), base.get("page_number")]
    shapes = "".join(_master_placeholder(theme, number, box, language) for number, box in enumerate(boxes, start=2))
    ids = "".join(f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + index}" r:id="rId{index + 1}"/>' for index in range(len(layouts)))
    return (
        f"{xml.HEADER}<p:sldMaster {xml.NAMESPACES}><p:cSld>{_background(theme, 'bg1')}<p:spTree>{EMPTY_TREE}{shapes}</p:spTree></p:cSld>"
        f"{COLOUR_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{level_properties(theme, boxes[0].style, language.locale)}</p:titleStyle>"
        f"<p:bodyStyle>{_levels(theme, boxes[1].style, language)}</p:bodyStyle>"
        f"<p:otherStyle>{_levels(theme, TextStyle(size=18), language)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _levels(theme: Theme, style: TextStyle, language: Language) -> str:
    return "".join(level_properties(theme, style, language.locale, f"a:lvl{level}pPr") for level in range(1, 6))


def _master_placeholder(theme: Theme, number: int, box: LayoutBox, language: Language) -> str:
    kinds = {"obj": "body"}
    sizes = {"body": ' idx="1"', "dt": ' sz="half" idx="2"', "ftr": ' sz="quarter" idx="3"', "sldNum": ' sz="quarter" idx="4"'}
    kind = kinds.get(box.type, box.type)
    return _placeholder(theme, number, box, language, f'type="{kind}"{sizes.get(kind, "")}')


def _layout(theme: Theme, layout: Layout, language: Language) -> str:
    shapes: list[str] = []
    number = 2
    for shape in layout.shape:
        stroke = Stroke(colour=shape.stroke, width=shape.stroke_width) if shape.stroke else None
        shapes.append(
            f"<p:sp><p:nvSpPr>{xml.properties(number, shape.name.of(language), decorative=True)}<p:cNvSpPr/>"
            f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{xml.transform(shape.box)}{RECTANGLE}'
            f"{xml.fill(theme, shape.fill)}{xml.line(theme, stroke)}</p:spPr></p:sp>"
        )
        number += 1
    for box in layout.box:
        typed = "" if box.type == "obj" else f'type="{box.type}" '
        mark = f"{typed}{'' if box.idx == 0 else f'idx={chr(34)}{box.idx}{chr(34)}'}"
        shapes.append(_placeholder(theme, number, box, language, mark.strip()))
        number += 1
    return (
        f'{xml.HEADER}<p:sldLayout {xml.NAMESPACES} preserve="1" userDrawn="1" showMasterSp="0">'
        f"<p:cSld name={xml.attribute(layout.name.of(language))}>{_background(theme, layout.ground)}"
        f"<p:spTree>{EMPTY_TREE}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _placeholder(theme: Theme, number: int, box: LayoutBox, language: Language, mark: str) -> str:
    name = box.name.of(language)
    custom = ' hasCustomPrompt="1"' if box.type in ("title", "ctrTitle", "subTitle", "body", "obj") and "sz=" not in mark else ""
    body = (
        f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{ANCHORS[box.anchor]}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{level_properties(theme, box.style, language.locale)}</a:lstStyle>"
        f"<a:p>{_prompt(box, name, language)}</a:p></p:txBody>"
    )
    return (
        f'<p:sp><p:nvSpPr>{xml.properties(number, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {mark}{custom}/></p:nvPr></p:nvSpPr><p:spPr>{xml.transform(box.box)}{RECTANGLE}</p:spPr>{body}</p:sp>"
    )


def _prompt(box: LayoutBox, name: str, language: Language) -> str:
    if box.type == "sldNum":
        return f'{SLIDE_NUMBER}<a:rPr lang="{language.locale}"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="{language.locale}"/>'
    return f'<a:r><a:rPr lang="{language.locale}"/><a:t>{xml.text(name)}</a:t></a:r><a:endParaRPr lang="{language.locale}"/>'


def _notes_master(language: Language) -> str:
    names = {Language.NB: ("Lysbilde", "Notat"), Language.NN: ("Lysbilete", "Notat")}[language]
    image = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{names[0]}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>{RECTANGLE}<a:noFill/>'
        '<a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    body = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="{names[1]}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3900488"/></a:xfrm>{RECTANGLE}</p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{language.locale}"/><a:t>{names[1]}</a:t></a:r>'
        f'<a:endParaRPr lang="{language.locale}"/></a:p></p:txBody></p:sp>'
    )
    style = (
        f'<a:lvl1pPr marL="0" algn="l"><a:spcBef><a:spcPts val="600"/></a:spcBef>'
        f'<a:defRPr lang="{language.locale}" sz="1200">{PLAIN}</a:defRPr></a:lvl1pPr>'
    )
    return (
        f"{xml.HEADER}<p:notesMaster {xml.NAMESPACES}>"
        '<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f"<p:spTree>{EMPTY_TREE}{image}{body}</p:spTree></p:cSld>{COLOUR_MAP}<p:notesStyle>{style}</p:notesStyle></p:notesMaster>"
    )
