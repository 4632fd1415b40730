"""Assembles the deck: slides in order, their charts, notes and marks, the sections, and the file's properties."""

import datetime
import io
import uuid
from functools import lru_cache
from typing import cast

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.presentation import Presentation as Deck

from workshop_kit.domain.language import Language
from workshop_kit.scene.page import Chart, Document, Page, Picture
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.deck_marks import slide_tags
from workshop_kit.writers.pptx_deck import charts, package, xml
from workshop_kit.writers.pptx_deck.shapes import ShapeWriter
from workshop_kit.writers.pptx_deck.template import template
from workshop_kit.writers.pptx_deck.text import TextWriter

FIRST_SLIDE_ID = 256
MOST_IN_PROPERTY = 255
"""Letters that Office reads of a property of the file."""
TAGS_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
IMAGE_NAMES = {Language.NB: "Lysbilde", Language.NN: "Lysbilete"}
SECTION_NAMESPACE = uuid.UUID("6f4f6c5e-5b1d-4f0e-9d4c-2f0a3c9b7a11")
"""Our own namespace for section ids, so that the same section always has the same one."""


class _Relations:
    """Hands out relationship ids in the order they are asked for, before the slide's part exists."""

    def __init__(self) -> None:
        self.targets: list[tuple[str, str]] = []

    def add(self, kind: str, target: str) -> str:
        """Give the id of a relationship of a kind to a target's key."""
        if (kind, target) not in self.targets:
            self.targets.append((kind, target))
        return f"rId{self.targets.index((kind, target)) + 1}"


@lru_cache(maxsize=4)
def _template(theme: Theme, language: Language) -> bytes:
    return template(theme, language)


def write_deck(document: Document, theme: Theme) -> bytes:
    """Give a .pptx file's bytes; the same document gives the same bytes."""
    deck = Presentation(io.BytesIO(_template(theme, document.language)))
    writer = _DeckWriter(deck, document, theme)
    for page in document.pages:
        writer.add(page)
    writer.finish()
    _properties(deck, document)
    return package.pack(deck.part.package, document.content_version)


class _DeckWriter:
    """Holds the parts made so far; slides are related to each other once all of them exist."""

    def __init__(self, deck: Deck, document: Document, theme: Theme) -> None:
        self._deck = deck
        self._document = document
        self._theme = theme
        self._package = deck.part.package
        self._layouts = {layout.id: deck.slide_layouts[index].part for index, layout in enumerate(theme.layouts.values())}
        self._slides: dict[str, SlidePart] = {}
        self._relations: dict[str, _Relations] = {}
        self._parts: dict[str, Part] = {}
        self._notes_parts: dict[str, NotesSlidePart] = {}
        self._charts = 0

    def add(self, page: Page) -> None:
        """Make a slide's part with its charts, notes and mark."""
        number = len(self._slides) + 1
        relations = _Relations()
        relations.add(RELATIONSHIP_TYPE.SLIDE_LAYOUT, page.layout)
        locale = page.language.locale
        texts = TextWriter(self._theme, locale, lambda key: relations.add(RELATIONSHIP_TYPE.SLIDE, key))
        ids: dict[int, str] = {}
        for index, item in enumerate(page.items):
            if isinstance(item, Chart):
                ids[index] = relations.add(RELATIONSHIP_TYPE.CHART, self._chart(item, locale))
            elif isinstance(item, Picture):
                ids[index] = relations.add(RELATIONSHIP_TYPE.IMAGE, self._picture(item))
        types = {box.idx: box.type for box in self._theme.layouts[page.layout].box}
        tree = ShapeWriter(self._theme, texts, ids, types).tree(page)
        relations.add(RELATIONSHIP_TYPE.NOTES_SLIDE, page.key)
        tags = relations.add(RELATIONSHIP_TYPE.TAGS, f"tags {number}")
        show = ' show="0"' if page.hidden else ""
        source = (
            f'<p:sld {xml.NAMESPACES}{show}><p:cSld>{tree}<p:custDataLst><p:tags r:id="{tags}"/></p:custDataLst></p:cSld>'
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )
        name = PackURI(f"/ppt/slides/slide{number}.xml")
        part = SlidePart(name, CONTENT_TYPE.PML_SLIDE, self._package, _element(source))
        self._slides[page.key] = part
        self._relations[page.key] = relations
        self._notes_parts[page.key] = self._notes(page, number)
        self._parts[f"tags {number}"] = self._tags(page, number)

    def _picture(self, item: Picture) -> str:
        """Put a picture file into the package, once however often it is shown."""
        key = f"picture {item.path}"
        self._parts[key] = self._package.get_or_add_image_part(item.path)
        return key

    def _chart(self, item: Chart, locale: str) -> str:
        self._charts += 1
        key = f"chart {self._charts}"
        book = Part(
            PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{self._charts}.xlsx"), XLSX_TYPE, self._package, charts.workbook(item.figure)
        )
        source = charts.chart_xml(item, self._theme, locale, "rId1")
        part = Part(PackURI(f"/ppt/charts/chart{self._charts}.xml"), CONTENT_TYPE.DML_CHART, self._package, source.encode())
        part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        self._parts[key] = part
        return key

    def _tags(self, page: Page, number: int) -> Part:
        """Mark the slide with what it was made from, so that a later edit is seen and can be kept."""
        charts = tuple(self._parts[target].blob for kind, target in self._relations[page.key].targets if kind == RELATIONSHIP_TYPE.CHART)
        slide, notes = self._slides[page.key].blob, self._notes_parts[page.key].blob
        values = slide_tags(page, self._document.content_version, slide, notes, charts)
        entries = "".join(f'<p:tag name="{name}" val={xml.attribute(value)}/>' for name, value in values.items())
        source = f"{xml.HEADER}<p:tagLst {xml.NAMESPACES}>{entries}</p:tagLst>"
        return Part(PackURI(f"/ppt/tags/tag{number}.xml"), TAGS_TYPE, self._package, source.encode())

    def finish(self) -> None:
        """Relate the slides to all they name, list them in the presentation, and write the sections."""
        entries: list[str] = []
        for number, page in enumerate(self._document.pages):
            part = self._slides[page.key]
            for kind, target in self._relations[page.key].targets:
                part.relate_to(self._target(kind, target), kind)
            relationship = self._deck.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
            entries.append(f'<p:sldId id="{FIRST_SLIDE_ID + number}" r:id="{relationship}"/>')
        element = self._deck.part._element  # pyright: ignore[reportPrivateUsage] - the presentation's element has no public name; pinned
        element.insert(2, parse_xml(f"<p:sldIdLst {xml.NAMESPACES}>{''.join(entries)}</p:sldIdLst>"))
        element.append(parse_xml(self._sections()))

    def _target(self, kind: str, target: str) -> Part:
        match kind:
            case RELATIONSHIP_TYPE.SLIDE_LAYOUT:
                return self._layouts[target]
            case RELATIONSHIP_TYPE.SLIDE:
                return self._slides[target]
            case RELATIONSHIP_TYPE.NOTES_SLIDE:
                return self._notes_parts[target]
            case _:
                return self._parts[target]

    def _notes(self, page: Page, number: int) -> NotesSlidePart:
        locale = page.language.locale
        body = (
            TextWriter(self._theme, locale, lambda _: "").notes_body(page.notes)
            if page.notes
            else (f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{locale}"/></a:p></p:txBody>')
        )
        source = (
            f"<p:notes {xml.NAMESPACES}><p:cSld><p:spTree>"
            '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
            f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{IMAGE_NAMES[page.language]}"/>'
            '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
            '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
            '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notat"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>'
            f"<p:spPr/>{body}</p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
        )
        part = NotesSlidePart(
            PackURI(f"/ppt/notesSlides/notesSlide{number}.xml"), CONTENT_TYPE.PML_NOTES_SLIDE, self._package, _element(source)
        )
        part.relate_to(self._deck.notes_master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(self._slides[page.key], RELATIONSHIP_TYPE.SLIDE)
        return part

    def _sections(self) -> str:
        numbered = {page.key: FIRST_SLIDE_ID + index for index, page in enumerate(self._document.pages)}
        sections = "".join(
            f'<p14:section name={xml.attribute(name)} id="{{{str(uuid.uuid5(SECTION_NAMESPACE, section)).upper()}}}"><p14:sldIdLst>'
            + "".join(f'<p14:sldId id="{numbered[page.key]}"/>' for page in self._document.pages if page.section == section)
            + "</p14:sldIdLst></p14:section>"
            for section, name in self._document.sections
        )
        return (
            f'<p:extLst {xml.NAMESPACES}><p:ext uri="{SECTIONS_URI}"><p14:sectionLst xmlns:p14="{xml.P14}">{sections}</p14:sectionLst>'
            "</p:ext></p:extLst>"
        )


def _element(source: str) -> BaseOxmlElement:
    return cast(BaseOxmlElement, parse_xml(source))


def _properties(deck: Deck, document: Document) -> None:
    core = deck.core_properties
    core.title = xml.clean(document.title)[:MOST_IN_PROPERTY]
    core.subject = xml.clean(document.subject)[:MOST_IN_PROPERTY]
    core.author = xml.clean(document.author)[:MOST_IN_PROPERTY]
    core.last_modified_by = core.author
    core.language = document.language.locale
    core.content_status = ""
    core.version = document.content_version
    if document.created:
        date = datetime.datetime.fromisoformat(document.created)
        core.created = date
        core.modified = date
