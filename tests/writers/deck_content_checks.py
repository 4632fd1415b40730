"""Finds what is wrong with what a deck says: titles, descriptions, language, tables, charts, notes, tokens, and whose it is."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from tests.writers.deck_reading import DRAWINGS, NAMES, Deck, Item, Slide, holder_of, model_of, q, words_of
from workshop_kit.writers.deck_marks import CONTENT_VERSION, HASH_TAG, KEY_TAG, TAGS, VERSION_TAG, slide_hash

LOCALES = ("nb-NO", "nn-NO")
ORNAMENT = "Pynt"
"""What decoration is named."""
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
MOST_ALT = 250
LEAST_ALT = 12
FILE_NAME = re.compile(
    r"\.(png|jpe?g|gif|svg|emf|wmf|bmp|tiff?|webp|pptx|xlsx)\b|^(picture|image|bilde|bilete|figur|graphic|diagram|tabell)\s*\d*$", re.I
)
LEFT_OVER = re.compile(r"[{}⟦⟧]|\$\{|<<|fylles inn|fyllast inn|\bTODO\b|\bLorem\b|\bXXX+\b|\bNone\b|\bnan\b", re.I)
KINDS = {"chart": r"\w*diagram:", "table": r"Tabell ", "grpSp": r"Kart over "}
"""How a description begins: with what it describes (nb and nn alike)."""
CLIENT = re.compile(r"(.+) – (.+ kommune)")
"""The file's title: the workshop's name and the client's."""
JUMP = "ppaction://hlinksldjump"


def content_faults(deck: Deck) -> Iterator[str]:
    """Give the faults of all slides' content, and of the file's properties."""
    yield from _property_faults(deck)
    yield from _title_faults(deck)
    yield from _language_faults(deck)
    yield from _left_over_faults(deck)
    for slide in deck.slides:
        yield from (f"{slide}: {fault}" for fault in _slide_faults(slide, deck))


def _slide_faults(slide: Slide, deck: Deck) -> Iterator[str]:
    yield from _alt_faults(slide)
    yield from _holder_faults(slide, deck)
    yield from _notes_faults(slide)
    yield from _tag_faults(slide, deck)
    for item in slide.items:
        if item.graphic == "table":
            yield from (f"{item.name}: {fault}" for fault in _table_faults(item))
        elif item.graphic == "chart":
            yield from (f"{item.name}: {fault}" for fault in _chart_faults(item, slide, deck))


def _property_faults(deck: Deck) -> Iterator[str]:
    if deck.language not in LOCALES:
        yield f"the file's language is {deck.language!r}"
    for tag, count in Counter(entry.tag for entry in deck.core).items():
        if count > 1:
            yield f"the property {tag.rpartition('}')[2]} stands {count} times"
    for entry in deck.core:
        if entry.tag.startswith(f"{{{NAMES['dcterms']}}}") and entry.get(q("xsi:type")) != "dcterms:W3CDTF":
            yield f"the property {entry.tag.rpartition('}')[2]} is no date"
    if not deck.core.findtext("dc:creator", "", NAMES).strip():
        yield "the file has no author"
    found = CLIENT.fullmatch(deck.title)
    if found is None:
        yield f"the file's title names no client: {deck.title!r}"
    elif not any(found[2] in item.text for item in deck.slides[0].items):
        yield f"the first slide does not name {found[2]}"
    if not deck.custom.get(CONTENT_VERSION):
        yield "the file does not say its content's version"


def _title_faults(deck: Deck) -> Iterator[str]:
    for slide in deck.slides:
        if len(slide.titles) != 1 or not slide.title:
            yield f"{slide}: {len(slide.titles)} titles, {slide.title!r}"
    for title, count in Counter(re.sub(r"\s+", " ", slide.title).casefold() for slide in deck.slides).items():
        if count > 1:
            yield f"{count} slides with the title {title!r}"
    shown = [not slide.hidden for slide in deck.slides]
    if shown != sorted(shown, reverse=True):
        yield "a hidden slide stands before a shown one"


def _language_faults(deck: Deck) -> Iterator[str]:
    """Check every run, end of paragraph and default, in all members that hold text."""
    for name, tree in deck.package.trees.items():
        foreign = LOCALES if name.startswith(("ppt/slides/", "ppt/notesSlides/")) else ()
        for element in tree.iter():
            tag = element.tag.rpartition("}")[2]
            if tag in ("rPr", "endParaRPr", "defRPr") and element.tag.startswith("{" + NAMES["a"]):
                language = element.get("lang")
                if language != deck.language and not (tag == "rPr" and language in foreign):
                    yield f"{name}: language {language!r} in {tag}"
            elif element.tag in (q("a:r"), q("a:fld")) and element.find("a:rPr", NAMES) is None:
                yield f"{name}: a run without its language"
            elif element.tag == q("a:p") and element.find("a:endParaRPr", NAMES) is None:
                yield f"{name}: a paragraph whose end has no language"
            elif element.tag == q("c:lang") and element.get("val") != deck.language:
                yield f"{name}: the chart's language is {element.get('val')!r}"
    for slide in deck.slides:
        for element in (run for item in slide.titles for run in item.element.iter(q("a:rPr"))):
            if element.get("lang") != deck.language:
                yield f"{slide}: the title is in {element.get('lang')}"


def _left_over_faults(deck: Deck) -> Iterator[str]:
    """Look for tokens in paragraphs (a token may be split over runs), chart caches, descriptions, names and properties."""
    for name, tree in deck.package.trees.items():
        if not name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide", "ppt/charts/chart", "docProps/core", "ppt/presentation")):
            continue
        said = [words_of(paragraph) for paragraph in tree.iter(q("a:p"))]
        said += [element.text or "" for element in tree.iter() if element.tag == q("c:v") or name.startswith("docProps")]
        for tag, attributes in (("p:cNvPr", ("descr", "name", "title")), ("p14:section", ("name",))):
            said += [element.get(attribute, "") for element in tree.iter(q(tag)) for attribute in attributes]
        for text in said:
            if (found := LEFT_OVER.search(text)) is not None:
                yield f"{name}: {found[0]!r} left in {text[:60]!r}"


def _alt_faults(slide: Slide) -> Iterator[str]:
    for item in slide.items:
        marks = item.element.findall(f"p:{DRAWINGS[item.tag]}/p:cNvPr/a:extLst/a:ext", NAMES)
        if any((entry.get("uri") == DECORATIVE) != (entry.find("adec:decorative", NAMES) is not None) for entry in marks):
            yield f"{item.name}: marked as decorative under a wrong GUID"
        yield from (f"{item.name}: {fault}" for fault in _one_alt(item))


def _one_alt(item: Item) -> Iterator[str]:
    kind = item.graphic or item.tag
    must = kind in ("table", "chart", "grpSp")
    silent = not item.text and item.kind is None and not item.in_group
    if item.decorative and (item.alt or item.text or must):
        yield "decorative, and yet it says something"
    elif not item.decorative and not item.alt and (must or silent):
        yield f"{kind} with no description"
    if item.text and not item.in_group and (not item.name or item.name.startswith(ORNAMENT)):
        yield f"a text named {item.name!r}"
    if item.alt and (len(item.alt) > MOST_ALT or len(item.alt) < LEAST_ALT or item.alt == item.name or FILE_NAME.search(item.alt)):
        yield f"{item.alt[:60]!r} is no description"
    elif item.alt and kind in KINDS and not re.match(KINDS[kind], item.alt):
        yield f"{kind} described as {item.alt[:40]!r}"


def _holder_faults(slide: Slide, deck: Deck) -> Iterator[str]:
    """Check placeholders: none empty, all in the layout, words in its order, and footer and number where it has them."""
    for item in slide.items:
        if item.kind is not None and item.tag == "sp" and not item.text:
            yield f"{item.name}: an empty placeholder"
        if item.kind is not None and item.model is None:
            yield f"{item.name}: its layout has no placeholder {item.kind} {item.idx}"
    holders = [holder for shape in slide.layout.iter(q("p:sp")) if (holder := holder_of(shape)) is not None]
    order = [(holder.get("type", "obj"), holder.get("idx", "0")) for holder in holders]
    places = [order.index((item.kind or "", item.idx)) for item in slide.items if item.tag == "sp" and item.model is not None]
    if places != sorted(set(places)):
        yield "placeholders out of the layout's order"
    if any(count > 1 for count in Counter(item.idx for item in slide.items if item.kind is not None).values()):
        yield "a placeholder is filled twice"
    found = CLIENT.fullmatch(deck.title)
    footer = f"{found[1]} · {found[2]}" if found else ""
    for kind in ("ftr", "sldNum"):
        texts = [item.text for item in slide.holders(kind)]
        if len(texts) != any(held == kind for held, _ in order):
            yield f"{len(texts)} placeholders of kind {kind}"
        elif kind == "ftr" and texts and texts != [footer]:
            yield f"the footer says {texts[0]!r}"
    for item in slide.holders("sldNum"):
        if [field.get("type") for field in item.element.iter(q("a:fld"))] != ["slidenum"]:
            yield "the slide number is no field"


def _notes_faults(slide: Slide) -> Iterator[str]:
    body = model_of(slide.notes, "body", "1")
    if body is None or not words_of(body).strip():
        yield "no notes"
    elif not re.match(r"(Si|Sei): \S", words_of(body)):
        yield f"the notes begin {words_of(body)[:20]!r}"
    if model_of(slide.notes, "sldImg", "0") is None:
        yield "notes without the slide's picture"


def _tag_faults(slide: Slide, deck: Deck) -> Iterator[str]:
    tags = dict(slide.tags)
    if sorted(name for name, _ in slide.tags) != sorted(TAGS) or not all(tags.values()):
        yield f"tags {slide.tags}"
    elif tags[VERSION_TAG] != deck.custom.get(CONTENT_VERSION):
        yield f"made of content version {tags[VERSION_TAG]}"
    elif tags[HASH_TAG] != slide_hash(deck.package.members[slide.name]):
        yield "its hash is not that of what is drawn on it"
    if sum(dict(other.tags).get(KEY_TAG) == tags.get(KEY_TAG) for other in deck.slides) > 1:
        yield f"another slide has the key {tags.get(KEY_TAG)}"


def _table_faults(item: Item) -> Iterator[str]:
    columns = [int(column.get("w", 0)) for column in item.element.iter(q("a:gridCol"))]
    rows = list(item.element.iter(q("a:tr")))
    if any(len(row.findall("a:tc", NAMES)) != len(columns) for row in rows):
        yield "a row is not as long as the grid"
    properties = item.element.find("a:graphic/a:graphicData/a:tbl/a:tblPr", NAMES)
    if properties is None or not {"firstRow", "firstCol"} & set(properties.keys()):
        yield "no header row or column"
    if any({"gridSpan", "rowSpan", "hMerge", "vMerge"} & set(cell.keys()) for cell in item.element.iter(q("a:tc"))):
        yield "merged cells"
    heights = sum(int(row.get("h", 0)) for row in rows)
    if item.box is None or sum(columns) != item.box.w or heights != item.box.h:
        yield "its rows and columns do not fill its frame"


def _chart_faults(item: Item, slide: Slide, deck: Deck) -> Iterator[str]:
    chart = item.element.find("a:graphic/a:graphicData/c:chart", NAMES)
    assert chart is not None
    name = deck.package.target(slide.name, chart.get(q("r:id")))
    tree = deck.package.trees[name]
    cells = _cells(deck.package.members[deck.package.related(name, "package")])
    for reference in (*tree.iter(q("c:strRef")), *tree.iter(q("c:numRef"))):
        where = _range(reference.findtext("c:f", "", NAMES))
        held = [(int(point.get("idx", 0)), point.findtext("c:v", "", NAMES)) for point in reference.iter(q("c:pt"))]
        wanted = [(place, cells[cell]) for place, cell in enumerate(where) if cell in cells]
        if [(place, _value(text)) for place, text in held] != [(place, _value(text)) for place, text in wanted]:
            yield f"shows other figures than its workbook in {reference.findtext('c:f', '', NAMES)}"
    yield from _axis_faults(tree)


def _axis_faults(tree: Element) -> Iterator[str]:
    axes = [axis.find("c:axId", NAMES) for tag in ("c:catAx", "c:valAx") for axis in tree.iter(q(tag))]
    ids = [axis.get("val", "") for axis in axes if axis is not None]
    named = {axis.get("val", "") for axis in tree.iter(q("c:axId"))} | {axis.get("val", "") for axis in tree.iter(q("c:crossAx"))}
    if named != set(ids) or not all(id.isdecimal() for id in ids):
        yield f"its axes are {sorted(named)}"
    shown = [values for series in tree.iter(q("c:ser")) for values in series.findall("c:dLbls/c:showVal", NAMES)]
    if len(shown) != len(list(tree.iter(q("c:ser")))) or any(value.get("val") != "1" for value in shown):
        yield "a series without values on it"
    if any(re.search(r"0[.,]0", entry.get("formatCode", "")) for entry in tree.iter(q("c:numFmt"))):
        yield "decimals in a label show a point on a machine set to English"


def _value(text: str) -> str | float:
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", text, re.I) else text


def _range(reference: str) -> list[str]:
    """Give the cells that a reference to one column names."""
    found = re.fullmatch(r"Sheet1!\$([A-Z])\$(\d+)(?::\$\1\$(\d+))?", reference)
    return [f"{found[1]}{row}" for row in range(int(found[2]), int(found[3] or found[2]) + 1)] if found else []


def _cells(workbook: bytes) -> dict[str, str]:
    """Give a workbook's texts and figures by cell."""
    with ZipFile(BytesIO(workbook)) as archive:
        shared = ["".join(entry.itertext()) for entry in fromstring(archive.read("xl/sharedStrings.xml"))]
        sheet = fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return {
        cell.get("r", ""): shared[int(value)] if cell.get("t") == "s" else value
        for cell in sheet.iter(q("x:c"))
        if (value := cell.findtext("x:v", "", NAMES))
    }


def jumps(slide: Slide, deck: Deck) -> tuple[str, ...]:
    """Give the slides that a slide's links jump to."""
    links = (link for link in slide.tree.iter(q("a:hlinkClick")) if link.get("action") == JUMP)
    return tuple(deck.package.target(slide.name, link.get(q("r:id"))) for link in links)
