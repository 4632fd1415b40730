"""Finds what is wrong with a deck's file: first the package, then, where that is sound, every slide in it.

The package's rules are those of ECMA-376 parts 1 and 2 that no schema holds; the slides' are the project's own.
"""

import re
from collections import Counter
from collections.abc import Iterator
from zipfile import BadZipFile

from tests.writers.deck_content_checks import content_faults
from tests.writers.deck_look_checks import look_faults
from tests.writers.deck_reading import NAMES, PRESENTATION, TYPES_NAME, Deck, Package, Relation, items_of, q
from workshop_kit.writers.deck_marks import FINGERPRINT, fingerprint

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
PML = "application/vnd.openxmlformats-officedocument.presentationml"
OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
SLIDE, LAYOUT, MASTER = f"{PML}.slide+xml", f"{PML}.slideLayout+xml", f"{PML}.slideMaster+xml"
NOTES, NOTES_MASTER = f"{PML}.notesSlide+xml", f"{PML}.notesMaster+xml"
CHART = f"{OFFICE_TYPE}.drawingml.chart+xml"
THEME = f"{OFFICE_TYPE}.theme+xml"
MAIN = f"{PML}.presentation.main+xml"

TARGETS = {
    "officeDocument": (MAIN, "p:presentation"),
    "extended-properties": (f"{OFFICE_TYPE}.extended-properties+xml", ""),
    "custom-properties": (f"{OFFICE_TYPE}.custom-properties+xml", ""),
    "core-properties": ("application/vnd.openxmlformats-package.core-properties+xml", "cp:coreProperties"),
    "slide": (SLIDE, "p:sld"),
    "slideLayout": (LAYOUT, "p:sldLayout"),
    "slideMaster": (MASTER, "p:sldMaster"),
    "notesSlide": (NOTES, "p:notes"),
    "notesMaster": (NOTES_MASTER, "p:notesMaster"),
    "theme": (THEME, "a:theme"),
    "presProps": (f"{PML}.presProps+xml", "p:presentationPr"),
    "viewProps": (f"{PML}.viewProps+xml", "p:viewPr"),
    "tableStyles": (f"{PML}.tableStyles+xml", "a:tblStyleLst"),
    "chart": (CHART, "c:chartSpace"),
    "tags": (f"{PML}.tags+xml", "p:tagLst"),
    "package": (f"{OFFICE_TYPE}.spreadsheetml.sheet", ""),
}
"""What a relationship of a kind leads to: content type, and the root of its XML ("" for none of ours)."""

ONE_EACH = {
    "": ("officeDocument", "core-properties", "extended-properties", "custom-properties"),
    MAIN: ("slideMaster", "notesMaster", "presProps", "viewProps", "theme", "tableStyles"),
    SLIDE: ("slideLayout", "notesSlide", "tags"),
    LAYOUT: ("slideMaster",),
    MASTER: ("theme",),
    NOTES: ("notesMaster", "slide"),
    NOTES_MASTER: ("theme",),
    CHART: ("package",),
}
"""Relationships that a member of a type has exactly one of."""

MENTIONED = {
    MAIN: ("slide", "slideMaster", "notesMaster"),
    MASTER: ("slideLayout",),
    SLIDE: ("slide", "chart", "tags", "image", "hyperlink"),
    CHART: ("package",),
}
"""Relationships that a member's own XML names by their ids; the others hold by being there."""

USES = {
    "p:sldId": "slide",
    "p:sldMasterId": "slideMaster",
    "p:notesMasterId": "notesMaster",
    "p:sldLayoutId": "slideLayout",
    "p:tags": "tags",
    "c:chart": "chart",
    "c:externalData": "package",
    "a:blip": "image",
}
SECTION_LIST = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
FIRST_SLIDE_ID, FIRST_MASTER_ID, LAST_ID = 256, 2**31, 2**32


def package_faults(data: bytes) -> list[str]:
    """Give all faults of a deck, each in a line; the slides are looked at only where the package is sound."""
    try:
        package = Package(data)
    except BadZipFile as error:
        return [f"not an archive: {error}"]
    if TYPES_NAME not in package.trees:
        return [f"{TYPES_NAME} is missing or cannot be read"]
    faults = [*_member_faults(package), *_relation_faults(package)]
    if not faults:
        faults = [*_presentation_faults(package), *_link_faults(package)]
    if not faults:
        deck = Deck(package)
        faults = [*_number_faults(deck), *content_faults(deck), *look_faults(deck)]
    return faults


def _member_faults(package: Package) -> Iterator[str]:
    twice = [name for name, count in Counter(name.lower() for name in package.entries).items() if count > 1]
    yield from (f"{name}: twice in the archive" for name in twice)
    yield from (f"{name}: not well-formed" for name in package.broken)
    types = package.trees[TYPES_NAME]
    for tag, key in (("Override", "PartName"), ("Default", "Extension")):
        listed = Counter(entry.get(key, "").lower() for entry in types.findall(f"ct:{tag}", NAMES))
        yield from (f"{TYPES_NAME}: {name} is listed twice" for name, count in listed.items() if count > 1)
    for entry in types.findall("ct:Override", NAMES):
        if entry.get("PartName", "")[1:] not in package.members:
            yield f"{TYPES_NAME}: {entry.get('PartName')} is not in the archive"
    for name in package.members:
        if name != TYPES_NAME and package.content_type(name) in (None, "application/xml"):
            yield f"{name}: no content type"
    if fingerprint(package.members) not in package.members.get("docProps/custom.xml", b"").decode():
        yield f"{FINGERPRINT} is not that of the file"


def _relation_faults(package: Package) -> Iterator[str]:
    reached, waiting = {TYPES_NAME}, [""]
    while waiting:
        name = waiting.pop()
        relations = package.relations(name)
        yield from _own_relation_faults(package, name, relations)
        reached.add(name)
        if relations:
            folder, _, base = name.rpartition("/")
            reached.add(f"{folder}/_rels/{base}.rels".lstrip("/"))
        waiting += {relation.target for relation in relations if relation.target in package.members} - reached - set(waiting)
    yield from (f"{name}: nothing leads to it" for name in package.members if name not in reached)


def _own_relation_faults(package: Package, name: str, relations: tuple[Relation, ...]) -> Iterator[str]:
    where = name or "the package"
    for id, count in Counter(relation.id for relation in relations).items():
        if count > 1 or not re.fullmatch(r"[A-Za-z_][\w.-]*", id):
            yield f"{where}: {count} relationships with id {id!r}"
    for relation in relations:
        yield from _target_faults(package, where, relation)
    for pair, count in Counter((relation.kind, relation.target) for relation in relations).items():
        if count > 1:
            yield f"{where}: related to {pair[1]} twice"
    kinds = Counter(relation.kind for relation in relations)
    for kind in ONE_EACH.get(package.content_type(name) or "" if name else "", ()):
        if kinds[kind] != 1:
            yield f"{where}: {kinds[kind]} relationships of kind {kind}, and not one"


def _target_faults(package: Package, where: str, relation: Relation) -> Iterator[str]:
    prefix = METADATA if relation.kind == "core-properties" else OFFICE
    if relation.type != f"{prefix}/{relation.kind}":
        yield f"{where}: {relation.id} is of no known kind, {relation.type}"
    elif relation.external:
        if relation.kind != "hyperlink" or not re.match(r"https://|mailto:", relation.target):
            yield f"{where}: {relation.id} leads out of the file, to {relation.target}"
    elif relation.target not in package.members:
        yield f"{where}: {relation.id} leads to {relation.target}, which is not there"
    elif relation.kind not in TARGETS:
        yield f"{where}: {relation.id} is of a kind that no deck has, {relation.kind}"
    else:
        content, root = TARGETS[relation.kind]
        tree = package.trees.get(relation.target)
        if package.content_type(relation.target) != content:
            yield f"{where}: {relation.id} leads to {relation.target}, which is no {content}"
        elif root and (tree is None or tree.tag != q(root)):
            yield f"{where}: {relation.id} leads to {relation.target}, which holds no {root}"


def _link_faults(package: Package) -> Iterator[str]:
    """Check the relationship ids that stand in XML, both ways."""
    for name, tree in package.trees.items():
        kinds = {relation.id: relation.kind for relation in package.relations(name)}
        used: set[str] = set()
        for element in tree.iter():
            for id in (value for key, value in element.attrib.items() if key.startswith("{" + NAMES["r"])):
                used.add(id)
                if kinds.get(id) not in _expected(element.tag, element.get("action")):
                    yield f"{name}: {id} in {element.tag.rpartition('}')[2]} is {kinds.get(id)}"
        mentioned = MENTIONED.get(package.content_type(name) or "", ())
        yield from (f"{name}: {id} ({kind}) is used nowhere" for id, kind in kinds.items() if kind in mentioned and id not in used)


def _expected(tag: str, action: str | None) -> tuple[str, ...]:
    if tag == q("a:hlinkClick"):
        return ("slide",) if action == "ppaction://hlinksldjump" else ("hyperlink",) if action is None else ()
    return tuple(kind for name, kind in USES.items() if tag == q(name))


def _presentation_faults(package: Package) -> Iterator[str]:
    presentation = package.trees[PRESENTATION]
    slides = [package.target(PRESENTATION, entry.get(q("r:id"))) for entry in presentation.findall("p:sldIdLst/p:sldId", NAMES)]
    if not slides:
        yield "no slides"
    for name in slides:
        back = package.related(package.related(name, "notesSlide"), "slide")
        if back != name:
            yield f"{name}: its notes belong to {back}"
    for name, count in Counter(package.related(name, "notesSlide") for name in slides).items():
        if count > 1:
            yield f"{name}: notes of {count} slides"
    yield from _layout_faults(package)
    yield from _colour_faults(package)
    size = presentation.find("p:sldSz", NAMES)
    if size is None or (size.get("cx"), size.get("cy")) != ("12192000", "6858000"):
        yield "the slides are not 16:9"


def _layout_faults(package: Package) -> Iterator[str]:
    master = package.related(PRESENTATION, "slideMaster")
    down = {relation.target for relation in package.relations(master) if relation.kind == "slideLayout"}
    layouts = {name for name in package.members if package.content_type(name) == LAYOUT}
    yield from (f"{name}: not one of its master's layouts" for name in layouts - down)
    yield from (f"{name}: does not lead back to its master" for name in layouts if package.related(name, "slideMaster") != master)
    names = Counter(tree.get("name") for name in layouts if (tree := package.trees[name].find("p:cSld", NAMES)) is not None)
    yield from (f"layout {name}: {count} have this name" for name, count in names.items() if count > 1 or not name)
    for name, tree in package.trees.items():
        if package.content_type(name) not in (SLIDE, LAYOUT, MASTER, NOTES, NOTES_MASTER):
            continue
        numbers = Counter(item.number for item in items_of(tree))
        for number, count in numbers.items():
            if count > 1 or not number.isdecimal() or int(number) < 2:
                yield f"{name}: {count} drawings with id {number!r}"


def _colour_faults(package: Package) -> Iterator[str]:
    for name, tree in package.trees.items():
        for colour in tree.iter(q("a:srgbClr")):
            if not re.fullmatch("[0-9A-F]{6}", colour.get("val", "")):
                yield f"{name}: {colour.get('val')} is no colour"
        if package.content_type(name) in (LAYOUT, MASTER) and tree.find("p:cSld/p:bg/p:bgPr/a:solidFill/a:schemeClr", NAMES) is None:
            yield f"{name}: no ground"


def _number_faults(deck: Deck) -> Iterator[str]:
    """Check ids of slides, layouts and sections."""
    masters = deck.presentation.findall("p:sldMasterIdLst/p:sldMasterId", NAMES)
    layouts = deck.master.findall("p:sldLayoutIdLst/p:sldLayoutId", NAMES)
    upper = [entry.get("id", "") for entry in (*masters, *layouts)]
    lower = [slide.id for slide in deck.slides]
    for id, count in Counter([*upper, *lower]).items():
        if count > 1:
            yield f"id {id}: {count} slides, layouts or masters have it"
    yield from (f"slide id {id}: out of range" for id in lower if not FIRST_SLIDE_ID <= int(id or 0) < FIRST_MASTER_ID)
    yield from (f"layout id {id}: out of range" for id in upper if not FIRST_MASTER_ID <= int(id or 0) < LAST_ID)
    names = Counter(slide.name for slide in deck.slides)
    yield from (f"{name}: listed {count} times" for name, count in names.items() if count > 1)
    yield from _section_faults(deck, lower)


def _section_faults(deck: Deck, slides: list[str]) -> Iterator[str]:
    held = deck.presentation.findall("p:extLst/p:ext", NAMES)
    lists = [found for entry in held if entry.get("uri") == SECTION_LIST and (found := entry.find("p14:sectionLst", NAMES)) is not None]
    if len(lists) != 1:
        yield f"{len(lists)} section lists"
        return
    sections = lists[0].findall("p14:section", NAMES)
    if [entry.get("id") for section in sections for entry in section.iter(q("p14:sldId"))] != slides:
        yield "the sections do not hold every slide once and in order"
    for key in ("name", "id"):
        values = Counter(section.get(key, "").strip().casefold() for section in sections)
        yield from (f"{count} sections with {key} {value!r}" for value, count in values.items() if count > 1 or not value)
    for section in sections:
        if section.find("p14:sldIdLst/p14:sldId", NAMES) is None:
            yield f"section {section.get('name')}: empty"
        if not re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", section.get("id", "")):
            yield f"section {section.get('name')}: its id is no GUID"
