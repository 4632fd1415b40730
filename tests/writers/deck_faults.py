"""Single faults to plant in the plan's deck: what the checks must say of each, and the change that makes it."""

from tests.writers import deck_plan
from tests.writers.deck_checks import OFFICE
from tests.writers.deck_planting import (
    CORE,
    MASTER,
    MASTER_RELATIONS,
    PRESENTATION,
    TYPES,
    add,
    both,
    cut,
    drop,
    exchange,
    move_last,
    relations,
    repeat,
    slide,
    swap,
)
from workshop_kit.writers.deck_marks import CUSTOM_NAME
from workshop_kit.writers.pptx_deck.xml import DECORATIVE

NUMBERS = {page.key: number for number, page in enumerate(deck_plan.document().pages, start=1)}
SHAPE = r"<p:sp>(?:(?!</p:sp>).)*"
"""Begins a drawing and runs on inside it."""
AUDIT = "openxml-audit"
"""Stands where the package's own check leaves a fault to the schema."""


def on(key: str) -> str:
    """Give the member of the plan's slide with a key."""
    return slide(NUMBERS[key])


def layout(key: str) -> str:
    """Give the member of the layout that a slide is made on."""
    pages = {page.key: page.layout for page in deck_plan.document().pages}
    return f"ppt/slideLayouts/slideLayout{list(deck_plan.theme().layouts).index(pages[key]) + 1}.xml"


def held(key: str, kind: str, words: str) -> str:
    """Give a pattern for a slide's placeholder of a kind, up to its words."""
    return rf"(<p:ph{kind}/>(?:(?!</p:sp>).)*<a:t>){words}"


PACKAGE = {
    "no Default for the workbooks": ("no content type", cut(TYPES, r'<Default Extension="xlsx"[^>]*>')),
    "no Override for a slide": ("no content type", cut(TYPES, r'<Override PartName="/ppt/slides/slide3.xml"[^>]*>')),
    "an Override twice": ("listed twice", swap(TYPES, r'(<Override PartName="/ppt/slides/slide3.xml"[^>]*>)', r"\1\1")),
    "an Override for nothing": ("not in the archive", swap(TYPES, r"(/ppt/slides/slide)3.xml", r"\g<1>99.xml")),
    "a chart that says it is a slide": ("which is no", swap(TYPES, r"drawingml.chart\+xml", "presentationml.slide+xml")),
    "an entry twice": ("twice in the archive", repeat(slide(4))),
    "an entry twice but for its case": ("twice in the archive", repeat(slide(4), "ppt/slides/SLIDE4.xml")),
    "a slide cut short": ("not well-formed", cut(slide(4), r"</p:sld>$")),
    "an orphan": (
        "nothing leads to it",
        both(add("ppt/notes.xml", "<a/>"), swap(TYPES, "(</Types>)", r'<Override PartName="/ppt/notes.xml" ContentType="a/b"/>\1')),
    ),
    "a part gone": ("which is not there", both(drop("ppt/tags/tag4.xml"), cut(TYPES, r'<Override PartName="/ppt/tags/tag4.xml"[^>]*>'))),
    "a master for a layout": ("which is no", swap(relations(slide(4)), r"slideLayouts/slideLayout\d+", "slideMasters/slideMaster1")),
    "two kinds exchanged": ("which is no", swap(relations(slide(4)), r"/notesSlide(\".*)/tags\"", r"/tags\1/notesSlide\"")),
    "a kind misspelt": ("no known kind", swap(relations(slide(4)), r"officeDocument/2006(/relationships/tags)", r"officeDocument/2007\1")),
    "a relationship's id twice": ("2 relationships with id", swap(relations(on("line")), r'"rId4"', '"rId3"')),
    "two layouts for a slide": (
        "2 relationships",
        swap(
            relations(slide(4)),
            "(</Relationships>)",
            rf'<Relationship Id="rId9" Type="{OFFICE}/slideLayout" Target="../slideLayouts/slideLayout1.xml"/>\1',
        ),
    ),
    "a slide without notes": (
        "0 relationships",
        both(
            cut(relations(slide(4)), r"<Relationship [^>]*/notesSlide\"[^>]*>"),
            drop("ppt/notesSlides/notesSlide4.xml"),
            drop(relations("ppt/notesSlides/notesSlide4.xml")),
            cut(TYPES, r'<Override PartName="/ppt/notesSlides/notesSlide4.xml"[^>]*>'),
        ),
    ),
    "notes without their master": (
        "0 relationships",
        cut(relations("ppt/notesSlides/notesSlide4.xml"), r"<Relationship [^>]*/notesMaster\"[^>]*>"),
    ),
    "two slides' notes exchanged": (
        "its notes belong to",
        exchange(relations("ppt/notesSlides/notesSlide4.xml"), relations("ppt/notesSlides/notesSlide5.xml")),
    ),
    "a link to a file on the disk": (
        "leads out of the file",
        swap(
            relations(slide(4)),
            "(</Relationships>)",
            rf'<Relationship Id="rId9" Type="{OFFICE}/hyperlink" Target="file:///C:/x.docx" TargetMode="External"/>\1',
        ),
    ),
    "a layout that its master does not know": (
        "layout",
        both(cut(MASTER, r'<p:sldLayoutId [^>]*r:id="rId5"/>'), cut(MASTER_RELATIONS, r'<Relationship Id="rId5"[^>]*>')),
    ),
    "a layout that its master does not list": ("used nowhere", cut(MASTER, r'<p:sldLayoutId [^>]*r:id="rId5"/>')),
    "a chart that nothing shows": ("used nowhere", cut(on("line"), r"<p:graphicFrame>.*?</p:graphicFrame>")),
    "a chart of another's id": ("rId99", swap(on("line"), r'(<c:chart [^>]*r:id=)"rId\d+"', r'\1"rId99"')),
    "a jump to a chart": ("in hlinkClick", swap(on("agenda"), r'(hlinkClick r:id=)"rId\d"', r'\1"rId1"')),
    "a jump without its action": ("in hlinkClick", cut(on("agenda"), r' action="ppaction://hlinksldjump"')),
    "a drawing's id twice": ("drawings with id", swap(on("tiles"), r'(<p:cNvPr id=)"5"', r'\1"4"')),
    "a drawing with the tree's id": ("drawings with id", swap(layout("tiles"), r'(<p:cNvPr id=)"2"', r'\1"1"')),
    "4:3": ("16:9", swap(PRESENTATION, r'<p:sldSz cx="12192000"', '<p:sldSz cx="9144000"')),
}
NUMBERED = {
    "a slide's id too low": ("out of range", both(swap(PRESENTATION, r'id="256"', 'id="255"', all_of_them=True))),
    "a slide's id twice": ("id 257", swap(PRESENTATION, r'(<p:sldId id=)"258"', r'\1"257"')),
    "a slide listed twice": (
        "notes of 2 slides",
        swap(PRESENTATION, r'(<p:sldId id="258" r:id=)"(rId\d+)"/>(<p:sldId id="259" r:id=)"rId\d+"', r'\1"\2"/>\3"\2"'),
    ),
    "a layout with its master's id": ("id 2147483648", swap(MASTER, r'<p:sldLayoutId id="2147483650"', '<p:sldLayoutId id="2147483648"')),
    "a layout's id too low": ("out of range", swap(MASTER, r'<p:sldLayoutId id="2147483650"', '<p:sldLayoutId id="300"')),
    "a slide in no section": ("every slide once", cut(PRESENTATION, r'<p14:sldId id="260"/>')),
    "a slide in two sections": ("every slide once", swap(PRESENTATION, r'(<p14:sldId id="256"/>)', r"\1\1")),
    "sections in another order": (
        "every slide once",
        swap(PRESENTATION, r"(<p14:section .*?</p14:section>)(<p14:section .*?</p14:section>)", r"\2\1"),
    ),
    "two sections of one name": (
        "sections with name",
        swap(PRESENTATION, r'(<p14:section name=)"[^"]*"(.*?<p14:section name=)"[^"]*"', r'\1"A"\2"A"'),
    ),
    "two sections of one id": (
        "sections with id",
        swap(PRESENTATION, r'(<p14:section name="[^"]*" id="([^"]*)".*?<p14:section name="[^"]*" id=)"[^"]*"', r'\1"\2"'),
    ),
    "the sections under another GUID": ("section lists", swap(PRESENTATION, r"\{521415D9", "{521415D8")),
    "an empty section": (
        "empty",
        swap(
            PRESENTATION,
            r"(</p14:sectionLst>)",
            r'<p14:section name="Tom" id="{5B11C792-5176-5239-8DF9-BDB5528255A0}"><p14:sldIdLst/></p14:section>\1',
        ),
    ),
}
CONTENT = {
    "a run without language": ("language None in rPr", cut(slide(4), r' lang="nb-NO"')),
    "an end of paragraph in English": (
        "language 'en-US' in endParaRPr",
        swap(slide(4), r'endParaRPr lang="nb-NO"', 'endParaRPr lang="en-US"'),
    ),
    "language as no-NO": ("language 'no-NO'", swap(on("agenda"), r'(<a:rPr lang=)"nb-NO"', r'\1"no-NO"', place=-1)),
    "no end of paragraph": ("whose end", cut(slide(4), r"<a:endParaRPr [^>]*/>", place=1)),
    "a field without properties": ("without its language", cut(slide(4), r'(?<=slidenum">)<a:rPr [^>]*/>')),
    "a layout's default in English": ("in defRPr", swap(layout("tiles"), r'defRPr lang="nb-NO"', 'defRPr lang="en-GB"')),
    "a chart's labels without language": ("charts/chart1.xml: language None", cut("ppt/charts/chart1.xml", r'(?<=defRPr) lang="nb-NO"')),
    "a chart in English": ("the chart's language", swap("ppt/charts/chart1.xml", r'c:lang val="nb-NO"', 'c:lang val="en-US"')),
    "notes in English": ("notesSlide4.xml: language", swap("ppt/notesSlides/notesSlide4.xml", r'rPr lang="nb-NO"', 'rPr lang="en-US"')),
    "a title in the other language": (
        "the title is in",
        swap(slide(4), held("statement", ' type="title"', "").replace("<a:t>", "<a:rPr lang=")[:-1] + r')"nb-NO"', r'\1"nn-NO"'),
    ),
    "a file in the other language": ("language", swap(CORE, "nb-NO", "nn-NO")),
    "a row one cell short": ("as long as the grid", cut(on("key-figures"), r"<a:tc>(?:(?!<a:tc>).)*</a:tc>(?=</a:tr></a:tbl>)")),
    "a row one cell long": ("as long as the grid", swap(on("agenda"), r"(<a:tc>(?:(?!</a:tc>).)*</a:tc>)(</a:tr>)", r"\1\1\2")),
    "a column gone from the grid": ("as long as the grid", cut(on("key-figures"), r"<a:gridCol [^>]*/>")),
    "a table without headers": ("no header", cut(on("key-figures"), r' firstCol="1"')),
    "merged cells": ("merged", swap(on("municipality-123"), r"<a:tc>", '<a:tc gridSpan="2">')),
    "rows higher than their frame": ("fill its frame", swap(on("key-figures"), r'<a:tr h="\d+"', '<a:tr h="9000000"')),
    "a chart without description": ("chart with no description", cut(on("line"), r' descr="[^"]*"')),
    "a map without description": ("grpSp with no description", cut(on("key-figures"), r' descr="Kart[^"]*"')),
    "a table described by a file's name": ("is no description", swap(on("agenda"), r'descr="[^"]*"', 'descr="program_ny_2.png"')),
    "a map described too long": ("is no description", swap(on("key-figures"), r'descr="Kart[^"]*"', f'descr="Kart over {"Viken " * 50}"')),
    "two descriptions exchanged": ("described as", swap(on("key-figures"), r'(descr="[^"]*")(.*)(descr="[^"]*")', r"\3\2\1")),
    "decorative under a wrong GUID": ("wrong GUID", swap(on("smart-city"), r"\{C183D7F6", "{C183D7F7")),
    "decoration not marked": ("with no description", cut(on("smart-city"), r"<a:extLst>(?:(?!</a:extLst>).)*</a:extLst>")),
    "a map marked as decoration": (
        "decorative",
        swap(
            on("key-figures"),
            r'(<p:cNvPr id="\d+" name="Kart[^>]*)/>',
            rf"\1>{DECORATIVE}</p:cNvPr>",
        ),
    ),
    "an empty title": ("titles, ''", swap(slide(4), r'(type="title"/>(?:(?!</p:sp>).)*<a:p>)<a:r>.*?</a:r>', r"\1")),
    "no title": ("0 titles", swap(on("quote"), rf'{SHAPE}type="title".*?</p:sp>', "")),
    "two titles alike": ("slides with the title", swap(on("tiles"), r"(<a:t>)Tre prinsipper[^<]*", r"\1Tre sider henger  sammen")),
    "a hidden slide in the middle": ("hidden slide stands before", swap(slide(4), r"(<p:sld [^>]*)>", r'\1 show="0">')),
    "an empty placeholder": (
        "an empty placeholder",
        swap(slide(4), r'(type="body" idx="15"/>(?:(?!</p:sp>).)*<a:p>)<a:r>.*?</a:r>', r"\1"),
    ),
    "a placeholder that the layout lacks": ("has no placeholder", swap(slide(4), r'type="body" idx="15"', 'type="body" idx="77"')),
    "a placeholder twice": ("filled twice", swap(slide(4), r'type="body" idx="13"', 'type="body" idx="14"')),
    "title after the body": ("layout's order", move_last(on("bullets"), r'<p:sp>(?:(?!</p:sp>).)*type="title".*?</p:sp>')),
    "a token split over runs": (
        "left in",
        swap(slide(4), r"(<a:r>)(<a:rPr[^>]*>)<a:t>Hva kan", r"\1\2<a:t>{</a:t></a:r><a:r>\2<a:t>navn} Hva kan"),
    ),
    "a bracket in a description": ("left in", swap(on("agenda"), r'descr="Tabell', 'descr="Tabell ⟦med⟧')),
    "a word to be filled in, in the notes": ("left in", swap("ppt/notesSlides/notesSlide4.xml", "en prøve", "fylles inn")),
    "a token in a chart": ("left in", swap("ppt/charts/chart2.xml", r"<c:v>Landet", "<c:v>{landet}")),
    "another client in a footer": ("the footer says", swap(slide(4), f"Smart by · {deck_plan.CLIENT}", "Smart by · Halden kommune")),
    "no footer": ("placeholders of kind ftr", swap(on("tiles"), r'<p:sp>(?:(?!</p:sp>).)*type="ftr".*?</p:sp>', "")),
    "a slide number as text": ("no field", swap(slide(4), r"<a:fld [^>]*>(.*?)</a:fld>", r"<a:r>\1</a:r>")),
    "no author": ("no author", cut(CORE, r"(?<=<dc:creator>)[^<]+")),
    "no title of the file": ("names no client", cut(CORE, r"<dc:title>.*</dc:title>")),
    "another client on the cover": ("does not name", swap(slide(1), deck_plan.CLIENT, "Halden kommune")),
    "no version of the content": ("content's version", swap(CUSTOM_NAME, "WorkshopKitContentVersion", "Versjon")),
    "a slide of another version": ("content version", swap("ppt/tags/tag4.xml", "0123456789ab", "ba9876543210")),
    "a slide without its hash": ("tags", cut("ppt/tags/tag4.xml", r'<p:tag name="WORKSHOPKIT_HASH"[^>]*>')),
    "two slides of one key": ("has the key", swap("ppt/tags/tag4.xml", r'(KEY" val=)"statement"', r'\1"break"')),
    "no notes": ("no notes", cut("ppt/notesSlides/notesSlide4.xml", r"<a:r>.*?</a:r>", place=-1)),
    "notes without their lines": ("the notes begin", swap("ppt/notesSlides/notesSlide4.xml", "Si: ", "")),
    "a chart that shows what its workbook does not": (
        "other figures than its workbook",
        swap("ppt/charts/chart1.xml", "<c:v>4714</c:v>", "<c:v>4741</c:v>"),
    ),
    "a chart's name changed": ("other figures than its workbook", swap("ppt/charts/chart2.xml", "<c:v>Landet</c:v>", "<c:v>Fylket</c:v>")),
    "two charts' workbooks exchanged": (
        "other figures than its workbook",
        exchange("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx", "ppt/embeddings/Microsoft_Excel_Sheet2.xlsx"),
    ),
    "a negative axis": ("its axes", swap("ppt/charts/chart1.xml", "111111111", "-111111111", all_of_them=True)),
    "an axis that crosses nothing": ("its axes", swap("ppt/charts/chart1.xml", r'c:crossAx val="\d+"', 'c:crossAx val="333"')),
    "a series without its values": (
        "without values",
        swap("ppt/charts/chart1.xml", r'c:showVal val="1"', 'c:showVal val="0"', all_of_them=True),
    ),
    "decimals in a chart": ("show a point", swap("ppt/charts/chart2.xml", r'formatCode="[^"]*"', 'formatCode="0.0"', place=1)),
}
LOOKS = {
    "11 points": ("is set in 11 points", swap(on("tiles"), r'rPr lang="nb-NO" sz="2400"', 'rPr lang="nb-NO" sz="1100"')),
    "19 points": ("is set in 19 points", swap(on("agenda"), r'rPr lang="nb-NO" sz="2400"', 'rPr lang="nb-NO" sz="1900"')),
    "10 points by the layout": ("is set in 10 points", swap(layout("tiles"), r'(type="title"/?.*?)sz="3200"', r'\1sz="1000"')),
    "a chart in 10 points": ("set in [10", swap("ppt/charts/chart1.xml", r'sz="1600"', 'sz="1000"')),
    "off the right edge": ("outside the slide", swap(on("tiles"), r'<a:off x="\d{7}"', '<a:off x="9999999"')),
    "above the upper edge": (
        "outside the slide",
        swap(on("three-circles"), r'(<a:off x="\d+" y=)"\d{7}"(?=(?:(?!</p:sp>).)*prst="ellipse")', r'\1"-200000"'),
    ),
    "a map area off the slide": (
        "outside the slide",
        swap(on("key-figures"), r'(<p:grpSpPr><a:xfrm><a:off x=")\d{7}', r"\g<1>9999999", place=0),
    ),
    "a placeholder off by the layout": (
        "outside the slide",
        swap(layout("statement"), r'(idx="15".*?<a:off x=")\d+(" y=")\d+', r"\g<1>540000\g<2>6500000"),
    ),
    "a text over another": ("overlap by", swap(on("layers"), r'(<a:off x="\d+" y=")\d{7}', r"\g<1>4000000", place=0)),
    "a text over another by the layout": ("overlap by", swap(layout("statement"), r'(idx="15".*?<a:off x="\d+" y=")\d+', r"\g<1>2000000")),
    "a tile's number under its name": ("overlap by", swap(on("goals"), r'(name="7".*?)anchor="t"', r'\1anchor="b"')),
    "a panel over its text": ("hidden under", move_last(on("two-columns"), r"<p:sp>(?:(?!</p:sp>).)*decorative.*?</p:sp>")),
    "text that may shrink": ("may shrink", swap(slide(4), r"<a:noAutofit/>", "<a:normAutofit/>")),
    "a colour of nobody's": ("neither the theme's", swap(on("tiles"), r'schemeClr val="bg2"', 'srgbClr val="FF00FF"')),
    "a theme colour that is none": ("no slot", swap(on("tiles"), r'schemeClr val="bg2"', 'schemeClr val="accent7"')),
    "a typeface of its own": (
        "a typeface",
        swap(on("tiles"), r'(<a:schemeClr val="tx1"/></a:solidFill>)(</a:rPr>)', r'\1<a:latin typeface="Comic Sans MS"/>\2'),
    ),
    "see-through": ("alpha", swap(on("tiles"), r'<a:schemeClr val="bg2"/>', '<a:schemeClr val="bg2"><a:alpha val="50000"/></a:schemeClr>')),
    "white on white": ("contrast 1.00", swap(on("share-bar"), r'(txBox="1".*?)schemeClr val="tx1"', r'\1schemeClr val="bg1"')),
    "grey on white": ("contrast 3.2", swap(on("agenda"), r'schemeClr val="tx2"', 'schemeClr val="accent3"', place=-1)),
    "white on a yellow goal": ("contrast 1", swap(on("goals"), r'(FCC30B.*?srgbClr val=)"000000"', r'\1"FFFFFF"')),
    "pure black on no goal": (
        "on no goal's colour",
        swap(on("tiles"), r'<a:rPr([^>]*)><a:solidFill><a:schemeClr val="tx1"/>', r'<a:rPr\1><a:solidFill><a:srgbClr val="000000"/>'),
    ),
    "a dark ground under dark text": (
        "on tx2 has contrast",
        swap(layout("bullets"), r'(<p:bgPr><a:solidFill><a:schemeClr val=)"bg1"', r'\1"tx2"'),
    ),
    "gold text by the layout": (
        "accent4 on bg1 has contrast",
        swap(layout("tiles"), r'(type="title".*?schemeClr val=)"tx2"', r'\1"accent4"'),
    ),
    "a chart's text in grey": (
        "text in accent3",
        swap("ppt/charts/chart1.xml", r'(<a:defRPr [^>]*><a:solidFill><a:schemeClr val=)"tx1"', r'\1"accent3"'),
    ),
    "a label as dark as the part it stands on": (
        "text in tx1 on tx2",
        swap("ppt/charts/chart5.xml", r'(<c:dLbl><c:idx val="0"/>.*?<a:schemeClr val=)"bg1"', r'\1"tx1"'),
    ),
    "a label as light as the part it stands on": (
        "text in bg1 on accent",
        swap("ppt/charts/chart7.xml", r'(<c:dLbls>.*?<a:schemeClr val=)"tx1"(.*?dLblPos val="ctr")', r'\1"bg1"\2'),
    ),
    "another theme's white": ("has contrast", swap("ppt/theme/theme1.xml", r'(<a:dk2><a:srgbClr val=)"[0-9A-F]{6}"', r'\1"F0F0F0"')),
}
SCHEMA = {
    "the tree before the ground": (AUDIT, swap(MASTER, r"(<p:bg>.*?</p:bg>)(<p:spTree>.*?</p:spTree>)", r"\2\1")),
    "an attribute of nobody's": (AUDIT, swap(slide(4), "<a:bodyPr>", '<a:bodyPr rounded="1">')),
    "a value outside its list": (AUDIT, swap(on("tiles"), 'anchor="ctr"', 'anchor="middle"')),
    "colour after link": (
        AUDIT,
        swap(on("agenda"), r"(<a:solidFill>(?:(?!</a:solidFill>).)*</a:solidFill>)(<a:hlinkClick [^>]*/>)", r"\2\1"),
    ),
    "no shape properties": (AUDIT, cut(on("tiles"), r"<p:spPr>.*?</p:spPr>", place=-1)),
}
FAULTS = {**PACKAGE, **NUMBERED, **CONTENT, **LOOKS, **SCHEMA}
