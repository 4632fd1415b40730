"""Hashes of what stands on pages, by which two makings are compared without writing anything."""

import hashlib
from pathlib import PurePath

import msgspec
from msgspec.structs import replace

from workshop_kit.scene.page import Document, Item, Page, Picture, Role, Shape

_NOT_ITS_OWN = frozenset({Role.FOOTER, Role.PAGE_NUMBER})
"""What a slide shares with all the others: a slide put in before it, or another date, is no change of this one."""


def page_hash(page: Page) -> str:
    """Give a hash over what a slide shows and its notes, but for footer, page number and whether it is hidden."""
    own = tuple(_movable(item) for item in page.items if not (isinstance(item, Shape) and item.role in _NOT_ITS_OWN))
    return _hash(replace(page, items=own, hidden=False, section=""))


def document_hash(document: Document) -> str:
    """Give a hash over all that a file shows, footers and page numbers too; the content's version is shown nowhere."""
    pages = tuple(replace(page, items=tuple(map(_movable, page.items))) for page in document.pages)
    return _hash(replace(document, pages=pages, content_version=""))


def _movable(item: Item) -> Item:
    """Give an item that says the same on every machine: a picture by its file's name alone."""
    return replace(item, path=PurePath(item.path).name) if isinstance(item, Picture) else item


def _hash(value: Page | Document) -> str:
    try:
        said = msgspec.json.encode(value)
    except UnicodeEncodeError:  # pasted words may hold half a letter, which no file can
        said = repr(value).encode()
    return hashlib.sha256(said).hexdigest()[:16]
