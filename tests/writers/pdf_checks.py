"""Checks of a printed file that the validators do not make.

`faults` looks at the file alone, and where it is given the document too, at whether the file says what the document
says: the same headings, words, tables, descriptions and languages in the same order. `validator_failures` asks the validator.
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple, cast

import page

from tests.writers.pdf_reading import Mark, Node, ObjectLink, PdfReading, entries, resolved, unicode_map
from workshop_kit.domain.text import BlockKind, TextBlock, plain
from workshop_kit.scene.page import Chart, Document, Item, Map, Page, Picture, Role, Shape, Table, Text

POINTS_PER_MM = 72 / 25.4
MARGIN_MM = 10.0
"""Office printers leave this much of each edge white."""

MOST_ALT = 200
LEAST_ALT = 10
JUNK_ALT = re.compile(
    r"\.(png|jpe?g|svg|gif|tiff?)\b|^(image|picture|figure|graphic|bilde|bilete|figur|form|kart|diagram|alt)[\s\d]*$", re.IGNORECASE
)

PARENTS = {
    "Document": {""},
    "Sect": {"Document"},
    "H1": {"Sect"},
    "H2": {"Sect"},
    "P": {"Sect", "TD", "TH"},
    "L": {"Sect", "TD", "TH"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "Table": {"Sect"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TR": {"Table", "THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
    "Figure": {"Sect"},
    "Form": {"Sect", "P", "TD"},
    "Span": {"H1", "H2", "P", "LBody", "TD", "TH"},
    "Link": {"H1", "H2", "P", "LBody", "TD", "TH", "Span"},
}
"""The tags a sheet may have, and where each may stand."""

TELLING_WORDS = {
    "nb-NO": {
        "ikke",
        "hva",
        "hvor",
        "hvordan",
        "hvilken",
        "hvilke",
        "noen",
        "fra",
        "jeg",
        "en",
        "dere",
        "uten",
        "gjør",
        "bærekraft",
        "mer",
    },
    "nn-NO": {"ikkje", "kva", "kvar", "korleis", "nokon", "frå", "eg", "ein", "dykk", "utan", "gjer", "berekraft", "meir"},
    "en-US": {"the", "and", "of", "is", "are", "not", "what", "how"},
}
"""Words that only one language has."""

LEAST_TELLING = 3
TELLING_SHARE = 0.75


class Fault(NamedTuple):
    """What is wrong, and which check saw it."""

    check: str
    detail: str


def validator_failures(data: bytes) -> list[str]:
    """Give what page-validation says against a file as PDF/UA-1: any failure counts."""
    report = page.validate_pdf_bytes(data, profile="ua1")
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return found or ([] if report.is_compliant else ["not compliant"])


def faults(data: bytes, document: Document | None = None) -> list[Fault]:
    """Give every fault of a file, seen alone and, where it is given, against its document."""
    reading = PdfReading(data)
    checks = {
        "nesting": _nesting(reading),
        "heading": _headings(reading, document),
        "field": _fields(reading),
        "alt": _alts(reading, document),
        "parent": _parents(reading),
        "order": _order(reading, document),
        "table": _tables(reading, document),
        "language": _languages(reading, document),
        "font": _fonts(reading),
        "edge": _edges(reading),
        "metadata": _metadata(reading, document),
    }
    return [Fault(check, detail) for check, found in checks.items() for detail in found]


# What the document says


class Said(NamedTuple):
    """Words of the document with the tag that should hold them."""

    tag: str
    words: str


def _joined(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _sheets(document: Document) -> Iterator[tuple[Page, ...]]:
    for _, pages in groupby(document.pages, key=lambda one: (one.content_id, one.language)):
        yield tuple(pages)


def _items(document: Document) -> Iterator[Item]:
    for sheet in _sheets(document):
        footers: set[str] = set()
        for item in (item for one in sheet for item in one.items):
            if isinstance(item, Shape) and item.role is Role.FOOTER and item.text:
                words = plain(item.text.blocks).strip()
                if words in footers:
                    continue
                footers.add(words)
            yield item


def _is_read(shape: Shape) -> bool:
    return bool(shape.text and plain(shape.text.blocks).strip()) and shape.role not in (Role.DECORATION, Role.PAGE_NUMBER)


def _texts(document: Document) -> Iterator[tuple[Role, Text]]:
    for item in _items(document):
        if isinstance(item, Table):
            yield from ((Role.BODY, cell.text) for row in item.rows for cell in row if cell.text.blocks)
        elif isinstance(item, Shape) and item.text and _is_read(item):
            yield item.role, item.text


def said(document: Document) -> list[Said]:
    """Give the document's words in reading order, tables and descriptions left out."""
    found: list[Said] = []
    for item in _items(document):
        if isinstance(item, Shape) and item.text and _is_read(item):
            heading = {Role.TITLE: "H1", Role.HEADING: "H2"}.get(item.role)
            if heading:
                found.append(Said(heading, _joined(plain(item.text.blocks))))
            else:
                found += [Said(_tag(block), _joined(block.text)) for block in item.text.blocks]
    return found


def _tag(block: TextBlock) -> str:
    return "LBody" if block.kind in (BlockKind.ITEM, BlockKind.NUMBERED) else "P"


def described(document: Document) -> list[str]:
    """Give the document's descriptions in reading order."""
    return [alt for alt in map(_description, _items(document)) if alt]


def _description(item: Item) -> str:
    if isinstance(item, Shape):
        has_words = item.text and plain(item.text.blocks).strip()
        return "" if has_words or item.role is Role.DECORATION else item.alt
    return item.alt if isinstance(item, Chart | Map | Picture) else ""


# What the file says


def _read_words(reading: PdfReading) -> list[Said]:
    blocks = ("H1", "H2", "P", "LBody")
    return [Said(node.tag, reading.words(node)) for node in _outside_tables(reading.root) if node.tag in blocks]


def _outside_tables(node: Node) -> Iterator[Node]:
    yield node
    for kid in node.kids:
        if isinstance(kid, Node) and kid.tag != "Table":
            yield from _outside_tables(kid)


def _nesting(reading: PdfReading) -> Iterator[str]:
    def visit(node: Node, parent: str) -> Iterator[str]:
        if node.tag not in PARENTS:
            yield f"{node.tag} is no tag of a sheet: {reading.words(node)[:60]}"
        elif parent not in PARENTS[node.tag]:
            yield f"{node.tag} in {parent}: {reading.words(node)[:60]}"
        for kid in node.kids:
            if isinstance(kid, Node):
                yield from visit(kid, node.tag)

    yield from visit(reading.root, "")


def _headings(reading: PdfReading, document: Document | None) -> Iterator[str]:
    found = [Said(node.tag, reading.words(node)) for node in reading.root.walk() if re.fullmatch(r"H\d?", node.tag)]
    if not found or found[0].tag != "H1":
        yield "the first heading is not H1"
    for sheet in (kid for kid in reading.root.kids if isinstance(kid, Node)):
        if not any(node.tag == "H1" for node in sheet.walk()):
            yield f"a sheet without H1: {reading.words(sheet)[:60]}"
    yield from (f"a heading without words: {heading.tag}" for heading in found if not heading.words)
    if document:
        yield from _differences([one for one in said(document) if one.tag in ("H1", "H2")], found)


def _differences(wanted: list[Said], found: list[Said]) -> Iterator[str]:
    for place, (one, other) in enumerate(zip(wanted, found, strict=False)):
        if one != other:
            yield f"number {place + 1} should be {one.tag} «{one.words[:60]}», is {other.tag} «{other.words[:60]}»"
            return
    if len(wanted) != len(found):
        yield f"{len(found)} where there should be {len(wanted)}"


def _fields(reading: PdfReading) -> Iterator[str]:
    holders = {kid.number: node for node in reading.root.walk() for kid in node.kids if isinstance(kid, ObjectLink)}
    for one in reading.pages:
        for number, annotation in one.annotations:
            tag = {"/Widget": "Form", "/Link": "Link"}[str(annotation["/Subtype"])]
            holder = holders.get(number)
            owner = reading.owners.get(int(cast("int", annotation.get("/StructParent", -1))))
            if holder is None or holder.tag != tag:
                yield f"annotation {number} is in no {tag}"
            elif owner != holder.number:
                yield f"annotation {number} is owned by another element"
            if not (annotation.get("/TU") if tag == "Form" else annotation.get("/Contents")):
                yield f"annotation {number} is not described"


def _alts(reading: PdfReading, document: Document | None) -> Iterator[str]:
    found = [node.text_of("/Alt") for node in reading.root.walk() if node.tag == "Figure"]
    for alt in found:
        if not LEAST_ALT <= len(alt.strip()) <= MOST_ALT or " " not in alt.strip() or JUNK_ALT.search(alt.strip()):
            yield f"junk: «{alt[:60]}»"
    if document:
        yield from _differences([Said("Figure", alt) for alt in described(document)], [Said("Figure", alt) for alt in found])


def _parents(reading: PdfReading) -> Iterator[str]:
    claims = {mark: node.number for node in reading.root.walk() for mark in node.kids if isinstance(mark, Mark)}
    drawn = {Mark(place, identifier) for place, one in enumerate(reading.pages) for identifier in one.order}
    yield from (f"{mark} is drawn and in no element" for mark in drawn - claims.keys())
    yield from (f"{mark} is in an element and not drawn" for mark in claims.keys() - drawn)
    for place, one in enumerate(reading.pages):
        owners = reading.owners.get(-1 if one.key is None else one.key)
        if not isinstance(owners, list):
            yield f"page {place + 1} is not in the parent tree"
            continue
        for identifier, owner in enumerate(owners):
            if claims.get(Mark(place, identifier)) != owner:
                yield f"piece {identifier} of page {place + 1} is owned by {owner}, and is in {claims.get(Mark(place, identifier))}"


def _order(reading: PdfReading, document: Document | None) -> Iterator[str]:
    rank = {Mark(place, identifier): order for place, one in enumerate(reading.pages) for order, identifier in enumerate(one.order)}
    read = [mark for mark in reading.root.marks() if mark in rank]
    for before, after in pairwise(read):
        if (before.page, rank[before]) > (after.page, rank[after]):
            yield f"{after} is read after {before} and drawn before it"
    if document:
        yield from _differences([Said("", one.words) for one in said(document)], [Said("", one.words) for one in _read_words(reading)])
        yield from _differences(said(document), _read_words(reading))


def _tables(reading: PdfReading, document: Document | None) -> Iterator[str]:
    found = [_grid(reading, node) for node in reading.root.walk() if node.tag == "Table"]
    for grid in found:
        if len({len(row) for row in grid}) != 1:
            yield "rows of unlike length"
        if not any(cell.tag.startswith("TH") for row in grid for cell in row):
            yield "no header"
        yield from (f"{cell.tag} without a scope: {cell.words}" for row in grid for cell in row if cell.tag == "TH")
    if document:
        wanted = [_wanted_grid(item) for item in _items(document) if isinstance(item, Table)]
        yield from _differences([Said("table", str(one)) for one in wanted], [Said("table", str(one)) for one in found])


def _grid(reading: PdfReading, table: Node) -> list[list[Said]]:
    rows = [node for node in table.walk() if node.tag == "TR"]
    return [
        [Said(f"{cell.tag}{cell.attribute('/Scope') or ''}", reading.words(cell)) for cell in row.kids if isinstance(cell, Node)]
        for row in rows
    ]


def _wanted_grid(table: Table) -> list[list[Said]]:
    def cell(row: int, column: int, words: str) -> Said:
        header = "TH/Column" if row < table.head_rows else "TH/Row" if table.head_column and column == 0 else "TD"
        return Said(header if words else "TD", words)

    return [
        [cell(number, column, _joined(plain(one.text.blocks))) for column, one in enumerate(row)] for number, row in enumerate(table.rows)
    ]


def _languages(reading: PdfReading, document: Document | None) -> Iterator[str]:
    if reading.language not in ("nb-NO", "nn-NO"):
        yield f"the file's language is «{reading.language}»"
    if f"<rdf:li>{reading.language}</rdf:li>" not in reading.xmp():
        yield "the metadata name another language"
    for sheet in (kid for kid in reading.root.kids if isinstance(kid, Node)):
        language = sheet.text_of("/Lang") or reading.language
        guessed = _guess(_words_without_spans(reading, sheet))
        if guessed not in (None, language):
            yield f"{language} where the words are {guessed}: {reading.words(sheet)[:60]}"
    if document:
        if reading.language != document.language.locale:
            yield f"{reading.language} where the document is {document.language.locale}"
        wanted = [sheet[0].language.locale for sheet in _sheets(document)]
        found = [kid.text_of("/Lang") or reading.language for kid in reading.root.kids if isinstance(kid, Node)]
        yield from _differences([Said("Sect", one) for one in wanted], [Said("Sect", one) for one in found])
        spans = {(node.text_of("/Lang"), reading.words(node)) for node in reading.root.walk() if node.tag == "Span"}
        yield from (f"not marked as {one}: «{words}»" for one, words in _foreign(document) - spans)
        yield from (f"marked as {one}: «{words}»" for one, words in spans - _foreign(document))


def _words_without_spans(reading: PdfReading, node: Node) -> str:
    own = "".join(reading.pages[mark.page].words.get(mark.identifier, "") for mark in node.kids if isinstance(mark, Mark))
    deeper = (_words_without_spans(reading, kid) for kid in node.kids if isinstance(kid, Node) and kid.tag != "Span")
    return " ".join((own, *deeper))


def _foreign(document: Document) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for _, text in _texts(document):
        for line in text.lines:
            for language, pieces in groupby(line.pieces, key=lambda piece: piece.language):
                if language:
                    found.add((language, _joined("".join(piece.text for piece in pieces))))
    return found


def _guess(words: str) -> str | None:
    """Give the language that nearly all telling words are in, None where they are few or mixed."""
    letters = re.findall(r"\w+", words.lower())
    counts = {language: sum(letter in telling for letter in letters) for language, telling in TELLING_WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= LEAST_TELLING and counts[best] >= TELLING_SHARE * sum(counts.values()) else None


def _fonts(reading: PdfReading) -> Iterator[str]:
    for font in reading.fonts:
        name = str(font["/BaseFont"])
        descriptor = font.get("/FontDescriptor")
        if descriptor is None or "/FontFile2" not in entries(descriptor):
            yield f"{name} is not embedded"
            continue
        if not re.match(r"/[A-Z]{6}\+", name):
            yield f"{name} is no subset"
        if "\0" in unicode_map(font).values():
            yield f"{name} maps a code to nothing"


def _edges(reading: PdfReading) -> Iterator[str]:
    margin = MARGIN_MM * POINTS_PER_MM
    for place, one in enumerate(reading.pages):
        for left, lower, right, upper in one.ink:
            white = min(left, lower, one.width - right, one.height - upper)
            if white < margin - 0.01:
                yield f"page {place + 1}: {white / POINTS_PER_MM:.1f} mm from an edge"


def _metadata(reading: PdfReading, document: Document | None) -> Iterator[str]:
    information = entries(reading.reader.trailer["/Info"])
    title = str(information.get("/Title", ""))
    escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if not title or f'<rdf:li xml:lang="x-default">{escaped}</rdf:li>' not in reading.xmp():
        yield "the two titles differ"
    if "<pdfuaid:part>1</pdfuaid:part>" not in reading.xmp():
        yield "the metadata do not name PDF/UA-1"
    preferences = entries(reading.catalog.get("/ViewerPreferences", {}))
    if resolved(preferences.get("/DisplayDocTitle")) != True or preferences.get("/PrintScaling") != "/None":  # noqa: E712 - pypdf's own boolean
        yield "the viewer's preferences are not set"
    yield from (f"page {place + 1} has no tab order" for place, one in enumerate(reading.pages) if one.tabs != "/S")
    if document and title != document.title:
        yield f"titled «{title}»"
