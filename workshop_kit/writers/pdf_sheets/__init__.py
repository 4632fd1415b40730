"""Pages to a PDF that is printed, and read aloud: PDF/UA-1 with every font inside.

ReportLab gives the outer file and the font subsets. It has no tags, so content, structure tree and metadata are written
here, as PDF syntax.

The modules: `sheet` decides what each item becomes; `text`, `table`, `geometry`, `picture` and `links` draw; `content` holds one
page's operators, `structure` the tags; `fonts`, `metadata` and `bookmarks` fill in the rest of `file`.
"""

from itertools import groupby

from workshop_kit import paths
from workshop_kit.scene.page import EMU_PER_POINT, Document, Page
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.pdf_sheets.bookmarks import write_bookmarks
from workshop_kit.writers.pdf_sheets.content import PageContent, decimal
from workshop_kit.writers.pdf_sheets.file import PdfFile
from workshop_kit.writers.pdf_sheets.fonts import FileFonts, GlyphMissing
from workshop_kit.writers.pdf_sheets.links import Links
from workshop_kit.writers.pdf_sheets.metadata import information, xmp
from workshop_kit.writers.pdf_sheets.picture import Pictures
from workshop_kit.writers.pdf_sheets.sheet import ChartShapes, SheetDrawing
from workshop_kit.writers.pdf_sheets.structure import StructureTree

__all__ = ["GlyphMissing", "write_pdf"]


def write_pdf(document: Document, theme: Theme, chart_shapes: ChartShapes) -> bytes:
    """Write a document's pages as a tagged PDF/UA-1 file; the same document gives the same bytes.

    Pages after each other with the same `content_id` are one sheet. Raises GlyphMissing for a letter the fonts lack, and ValueError
    for a table whose rows differ in length, or a date that is not ISO.
    """
    return _Writing(document, theme, chart_shapes).finish()


class _Writing:
    """One file being written."""

    def __init__(self, document: Document, theme: Theme, chart_shapes: ChartShapes) -> None:
        self._document = document
        self._theme = theme
        self._chart_shapes = chart_shapes
        self._file = PdfFile()
        self._fonts = FileFonts(self._file, paths.FONTS / theme.font_files["regular"], paths.FONTS / theme.font_files["bold"])
        self._tree = StructureTree()
        self._page_tree = self._file.reserve()
        self._numbers = {page.key: self._file.reserve() for page in document.pages}
        self._pictures = Pictures(self._file)

    def finish(self) -> bytes:
        sheets = [tuple(pages) for _, pages in groupby(self._document.pages, key=lambda page: (page.content_id, page.language))]
        for pages in sheets:
            self._write_sheet(pages)
        kids = " ".join(f"{number} 0 R" for number in self._numbers.values())
        self._file.fill(self._page_tree, f"<</Type/Pages/Kids[{kids}]/Count {len(self._numbers)}>>")
        catalog, names = self._file.add(self._catalog(sheets)), self._file.add(information(self._document))
        self._fonts.embed()
        return self._file.save(catalog, names)

    def _write_sheet(self, pages: tuple[Page, ...]) -> None:
        language = pages[0].language
        own_language = f"/Lang({language.locale})" if language is not self._document.language else ""
        links = Links(self._file, self._tree, self._numbers)
        drawing = SheetDrawing(self._tree.root.add("Sect", own_language), self._theme, links, self._pictures, self._chart_shapes)
        for page in pages:
            content = PageContent(page.height, self._numbers[page.key], self._theme, self._fonts)
            drawing.draw(page, content)
            self._write_page(page, content)

    def _write_page(self, page: Page, content: PageContent) -> None:
        stream = self._file.add_stream(content.finish())
        size = f"{decimal(page.width / EMU_PER_POINT)} {decimal(page.height / EMU_PER_POINT)}"
        images = "".join(f"/Im{number} {number} 0 R" for number in sorted(content.images))
        annotations = " ".join(f"{number} 0 R" for number in content.annotations)
        self._file.fill(
            content.page,
            f"<</Type/Page/Parent {self._page_tree} 0 R/MediaBox[0 0 {size}]/Contents {stream} 0 R"
            f"/Resources<</Font {self._file.fonts} 0 R{f'/XObject<<{images}>>' if images else ''}>>"
            f"/StructParents {self._tree.own(content.owners)}/Tabs/S{f'/Annots[{annotations}]' if annotations else ''}>>",
        )

    def _catalog(self, sheets: list[tuple[Page, ...]]) -> str:
        packet = self._file.add_stream(xmp(self._document), "/Type/Metadata/Subtype/XML", packed=False)
        bookmarks = ""
        if len(sheets) > 1:
            entries = [(pages[0].title, self._numbers[pages[0].key]) for pages in sheets]
            bookmarks = f"/Outlines {write_bookmarks(self._file, entries)} 0 R/PageMode/UseOutlines"
        return (
            f"<</Type/Catalog/Pages {self._page_tree} 0 R/Lang({self._document.language.locale})/MarkInfo<</Marked true>>"
            f"/StructTreeRoot {self._tree.write(self._file)} 0 R/Metadata {packet} 0 R{bookmarks}"
            "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>>>"
        )
