"""A page's hash follows what the slide itself shows, and nothing it shares with the others."""

import msgspec
import pytest

from tests.writers import deck_plan
from workshop_kit.scene.page import Item, Page, Picture, Role, Shape
from workshop_kit.scene.page_hash import document_hash, page_hash

PAGE = deck_plan.document().pages[3]


def with_item(item: Item) -> Page:
    return msgspec.structs.replace(PAGE, items=(*PAGE.items, item))


@pytest.mark.parametrize("role", [Role.FOOTER, Role.PAGE_NUMBER])
def test_footer_and_page_number_are_not_the_slides_own(role: Role) -> None:
    assert page_hash(with_item(Shape(name="Ny", box=PAGE.items[0].box, role=role))) == page_hash(PAGE)


def test_another_shape_note_or_title_is_another_page() -> None:
    others = (
        with_item(Shape(name="Ny", box=PAGE.items[0].box)),
        msgspec.structs.replace(PAGE, notes=()),
        msgspec.structs.replace(PAGE, title="Ny"),
    )
    assert len({page_hash(each) for each in (PAGE, *others)}) == 4


def test_a_hidden_page_is_the_same_page() -> None:
    assert page_hash(msgspec.structs.replace(PAGE, hidden=not PAGE.hidden)) == page_hash(PAGE)


def test_a_picture_counts_by_its_name_wherever_it_lies() -> None:
    def shown(path: str) -> str:
        return page_hash(with_item(Picture(name="Bilde", box=PAGE.items[0].box, path=path, alt="")))

    assert shown("/her/bilde.png") == shown("/der/bilde.png") != shown("/her/annet.png")


def test_a_documents_hash_follows_the_footer_too_but_not_the_contents_version() -> None:
    document = deck_plan.document()
    footed = msgspec.structs.replace(document, pages=(with_item(Shape(name="Bunn", box=PAGE.items[0].box, role=Role.FOOTER)),))
    bare = msgspec.structs.replace(document, pages=(PAGE,))

    assert document_hash(footed) != document_hash(bare)
    assert document_hash(msgspec.structs.replace(bare, content_version="ny")) == document_hash(bare)


def test_half_a_letter_in_pasted_words_is_hashed_too() -> None:
    half = msgspec.structs.replace(PAGE, title="Halv \ud83d")

    assert page_hash(half) == page_hash(msgspec.structs.replace(PAGE, title="Halv \ud83d")) != page_hash(PAGE)
