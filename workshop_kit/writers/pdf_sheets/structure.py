"""The structure tree, which a screen reader follows, and how it is written into the file."""

from collections.abc import Iterator, Sequence

from workshop_kit.writers.pdf_sheets.file import PdfFile


class Element:
    """A tag in the tree. `attributes` are entries of its own in PDF syntax.

    Its kids stand in reading order: elements, and references in PDF syntax to pieces of a page's content or to
    annotations. All such references of one element are on one page, `page`, which is that page's object number.
    """

    __slots__ = ("attributes", "kids", "number", "page", "parent", "tag")

    def __init__(self, tag: str, parent: "Element | None" = None, attributes: str = "") -> None:
        """Make an element; those with a parent are made by `add`."""
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Element | str] = []
        self.page: int | None = None
        self.number = 0

    def add(self, tag: str, attributes: str = "") -> "Element":
        """Add an element as the last kid and give it."""
        kid = Element(tag, self, attributes)
        self.kids.append(kid)
        return kid

    def refer(self, page: int, reference: str) -> None:
        """Add a piece of a page's content, by its identifier, or a reference to an annotation on that page."""
        self.page = page
        self.kids.append(reference)

    def walk(self) -> Iterator["Element"]:
        """Give the element and all beneath it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


class StructureTree:
    """The tree of one file, and who owns each marked piece of content.

    `owners` holds, by the key that a page or an annotation carries, the elements of the page's pieces in their order, or
    the annotation's one element.
    """

    def __init__(self) -> None:
        """Start with a Document element."""
        self.root = Element("Document")
        self._owners: list[Sequence[Element] | Element] = []

    def own(self, owner: Sequence[Element] | Element) -> int:
        """Note who owns the pieces of a page, or an annotation, and give the key to it."""
        self._owners.append(owner)
        return len(self._owners) - 1

    def write(self, file: PdfFile) -> int:
        """Write the tree and give its root's object number."""
        root = file.reserve()
        elements = tuple(self.root.walk())
        for element in elements:
            element.number = file.reserve()
        for element in elements:
            file.fill(element.number, _entry(element, root))
        nums = "".join(f"{key}{_owner(owner)}" for key, owner in enumerate(self._owners))
        parents = file.add(f"<</Nums[{nums}]>>")
        following = len(self._owners)
        file.fill(root, f"<</Type/StructTreeRoot/K {self.root.number} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {following}>>")
        return root


def _entry(element: Element, root: int) -> str:
    parent = element.parent.number if element.parent else root
    page = f"/Pg {element.page} 0 R" if element.page else ""
    kids = [kid if isinstance(kid, str) else f"{kid.number} 0 R" for kid in element.kids]
    content = "" if not kids else f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
    return f"<</S/{element.tag}/P {parent} 0 R{page}{content}{element.attributes}>>"


def _owner(owner: Sequence[Element] | Element) -> str:
    if isinstance(owner, Element):
        return f" {owner.number} 0 R "
    return f"[{' '.join(f'{element.number} 0 R' for element in owner)}]"
