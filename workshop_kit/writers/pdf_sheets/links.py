"""Links: to another page of the file, or to an address."""

from collections.abc import Mapping

from workshop_kit.scene.page import Box
from workshop_kit.writers.pdf_sheets.content import PageContent
from workshop_kit.writers.pdf_sheets.file import PdfFile, text_string
from workshop_kit.writers.pdf_sheets.structure import Element, StructureTree

_ADDRESSES = ("https:", "http:", "mailto:", "tel:")
_PRINTED = 4
"""The flag of an annotation that is printed with its page, as PDF/UA wants of every one."""


class Links:
    """Makes the annotations of links. `pages` gives the object number of each page by its key."""

    def __init__(self, file: PdfFile, tree: StructureTree, pages: Mapping[str, int]) -> None:
        """Start with no links."""
        self._file = file
        self._tree = tree
        self._pages = pages

    def leads(self, link: str | None) -> bool:
        """Tell whether a link leads anywhere from this file: a slide's key does not, where the slide is not in it."""
        return link is not None and (link in self._pages or link.startswith(_ADDRESSES))

    def add(self, element: Element, content: PageContent, box: Box, link: str, words: str) -> None:
        """Make a box on the page lead somewhere; `element` is the Link that holds its words."""
        page = self._pages.get(link)
        action = f"/Dest[{page} 0 R/Fit]" if page else f"/A<</S/URI/URI{text_string(link)}>>"
        key = self._tree.own(element)
        number = self._file.add(
            f"<</Type/Annot/Subtype/Link/Rect[{content.rectangle(box)}]/Border[0 0 0]/F {_PRINTED}"
            f"/Contents{text_string(words)}/StructParent {key}{action}>>"
        )
        content.annotations.append(number)
        element.refer(content.page, f"<</Type/OBJR/Obj {number} 0 R>>")
