"""Plants a fault in a good file, or a form field in a sheet that has none."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

Change = Callable[[PdfWriter], None]


def planted(data: bytes, change: Change) -> bytes:
    """Give the file with a change made to its objects."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    change(writer)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def elements(writer: PdfWriter, *tags: str) -> list[DictionaryObject]:
    """Give the elements of some tags, or all, in reading order."""
    tree = cast("DictionaryObject", writer.root_object["/StructTreeRoot"])
    found = _beneath(cast("DictionaryObject", tree["/K"]))
    return [element for element in found if not tags or str(element["/S"])[1:] in tags]


def _beneath(element: DictionaryObject) -> Iterator[DictionaryObject]:
    yield element
    for kid in kids(element):
        one = kid.get_object() if isinstance(kid, IndirectObject) else None
        if isinstance(one, DictionaryObject) and "/S" in one:
            yield from _beneath(one)


def kids(element: DictionaryObject) -> list[object]:
    """Give an element's kids, references unresolved."""
    raw = dict(cast("dict[str, object]", element).items()).get("/K")
    if raw is None:
        return []
    return list(cast("list[object]", raw)) if isinstance(raw, ArrayObject) else [raw]


def retag(new: str, *tags: str) -> Change:
    """Make a change that gives all elements of some tags another."""

    def change(writer: PdfWriter) -> None:
        for element in elements(writer, *tags):
            element[NameObject("/S")] = NameObject(f"/{new}")

    return change


def retag_one(new: str, tag: str, place: int = 0) -> Change:
    """Make a change that gives one element another tag."""

    def change(writer: PdfWriter) -> None:
        elements(writer, tag)[place][NameObject("/S")] = NameObject(f"/{new}")

    return change


def entry(tag: str, key: str, value: str | None, place: int = 0) -> Change:
    """Make a change that writes, or with None removes, an element's text entry."""

    def change(writer: PdfWriter) -> None:
        element = elements(writer, tag)[place]
        if value is None:
            del element[key]
        else:
            element[NameObject(key)] = TextStringObject(value)

    return change


def swap_alts(writer: PdfWriter) -> None:
    """Swap two figures' descriptions."""
    one, other = elements(writer, "Figure")[:2]
    one[NameObject("/Alt")], other[NameObject("/Alt")] = other["/Alt"], one["/Alt"]


def shuffle(tag: str, place: int, order: Callable[[list[object]], list[object]]) -> Change:
    """Make a change that puts an element's kids in another order."""

    def change(writer: PdfWriter) -> None:
        element = elements(writer, tag)[place]
        element[NameObject("/K")] = ArrayObject(order(kids(element)))

    return change


def backwards(found: list[object]) -> list[object]:
    """Turn an order round."""
    return found[::-1]


def neighbours_swapped(found: list[object]) -> list[object]:
    """Swap the third and the fourth."""
    return [*found[:2], found[3], found[2], *found[4:]]


def owners(writer: PdfWriter, key: int) -> ArrayObject:
    """Give the parent tree's owners of a page's pieces."""
    tree = cast("DictionaryObject", writer.root_object["/StructTreeRoot"])
    nums = cast("ArrayObject", cast("DictionaryObject", tree["/ParentTree"])["/Nums"])
    return cast("ArrayObject", nums[2 * key + 1])


def swap_owners(one: int, other: int) -> Change:
    """Make a change that swaps two owners in the parent tree."""

    def change(writer: PdfWriter) -> None:
        found = owners(writer, 0)
        found[one], found[other] = cast("list[IndirectObject]", found)[other], cast("list[IndirectObject]", found)[one]

    return change


def lose_owner(writer: PdfWriter) -> None:
    """Let one piece have no owner."""
    owners(writer, 0)[3] = NullObject()


def swap_words(writer: PdfWriter) -> None:
    """Swap two pieces' identifiers in content and tree alike: drawn in another order, and read in it."""
    page = writer.pages[0]
    stream = page.get_contents()
    assert stream is not None
    content = stream.get_data()
    starts = [content.index(f"<</MCID {number}>>BDC".encode()) for number in (1, 2, 3)]
    starts = [content.rindex(b"/", 0, start) for start in starts]
    first, second = content[starts[0] : starts[1]], content[starts[1] : starts[2]]
    renamed = (second.replace(b"MCID 2", b"MCID 1"), first.replace(b"MCID 1", b"MCID 2"))
    changed = DecodedStreamObject()
    changed.set_data(content[: starts[0]] + b"".join(renamed) + content[starts[2] :])
    page[NameObject("/Contents")] = writer._add_object(changed)  # pyright: ignore[reportPrivateUsage]  # pypdf has no public call
    sheet = elements(writer, "Sect")[0]
    found = kids(sheet)
    one, other = (cast("DictionaryObject", cast("IndirectObject", kid).get_object()) for kid in found[1:3])
    one[NameObject("/K")], other[NameObject("/K")] = other["/K"], one["/K"]
    sheet[NameObject("/K")] = ArrayObject([found[0], found[2], found[1], *found[3:]])
    swap_owners(1, 2)(writer)


def language(value: str | None) -> Change:
    """Make a change that gives the file another language, or none."""

    def change(writer: PdfWriter) -> None:
        if value is None:
            del writer.root_object["/Lang"]
        else:
            writer.root_object[NameObject("/Lang")] = TextStringObject(value)

    return change


def add_field(writer: PdfWriter) -> None:
    """Put a field to fill in on the first page, tagged as it should be."""
    page = writer.pages[0]
    tree = cast("DictionaryObject", writer.root_object["/StructTreeRoot"])
    nums = cast("ArrayObject", cast("DictionaryObject", tree["/ParentTree"])["/Nums"])
    key = len(nums) // 2
    appearance = DecodedStreamObject()
    appearance.set_data(b"/Tx BMC EMC")
    box = ArrayObject(NumberObject(value) for value in (0, 0, 60, 14))
    appearance.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): box})
    widget = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject("gruppe"),
            NameObject("/TU"): TextStringObject("Gruppas navn"),
            NameObject("/Rect"): ArrayObject(NumberObject(value) for value in (100, 700, 160, 714)),
            NameObject("/F"): NumberObject(4),
            NameObject("/StructParent"): NumberObject(key),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): _added(writer, appearance)}),
        }
    )
    field = _added(writer, widget)
    page[NameObject("/Annots")] = ArrayObject([field])
    sheet = elements(writer, "Sect")[0]
    link = DictionaryObject({NameObject("/Type"): NameObject("/OBJR"), NameObject("/Obj"): field})
    form = DictionaryObject({NameObject("/S"): NameObject("/Form"), NameObject("/K"): link})
    form[NameObject("/P")] = sheet.indirect_reference or NullObject()
    form[NameObject("/Pg")] = page.indirect_reference or NullObject()
    reference = _added(writer, form)
    sheet[NameObject("/K")] = ArrayObject([*kids(sheet), reference])
    nums.extend([NumberObject(key), reference])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject([field])})


def _added(writer: PdfWriter, one: DictionaryObject) -> IndirectObject:
    return writer._add_object(one)  # pyright: ignore[reportPrivateUsage]  # pypdf has no public call


def cut(tag: str) -> Change:
    """Make a change that cuts the first element of a tag from its parent, and so from the tree."""

    def change(writer: PdfWriter) -> None:
        element = elements(writer, tag)[0]
        parent = cast("DictionaryObject", element["/P"])
        left = [kid for kid in kids(parent) if not isinstance(kid, IndirectObject) or kid.get_object() is not element]
        parent[NameObject("/K")] = ArrayObject(left)

    return change
