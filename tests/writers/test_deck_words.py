"""Any words that people write or paste come through into the deck, but for what no XML file can hold."""

from pathlib import Path
from xml.etree.ElementTree import fromstring

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from tests.writers import deck_plan
from tests.writers.deck_checks import package_faults
from tests.writers.deck_reading import Deck, Package
from workshop_kit.domain.text import paragraph
from workshop_kit.scene.page import Document, Shape
from workshop_kit.writers.pptx_deck import write_deck, xml

PASTED = {
    "a vertical tab, as Word breaks a line": "Rådhuset\x0bSalen",
    "a null": "Råd\x00huset",
    "half a letter": "Råd\ud83dhuset",
    "no letter at all": "Råd\ufffehuset",
    "marks of XML": "A & B <c> \"d\" 'e' ]]> &amp;",
    "an emoji": "Salen 🎉",
    "Sámi letters": "Kárášjohka, Unjárga, Porsáŋgu",
}


def with_words(words: str) -> Document:
    """Give the plan's first slide with words in a text, a name, a description and the properties."""
    document = deck_plan.document()
    cover = document.pages[0]
    shapes = [item for item in cover.items if isinstance(item, Shape) and item.text is not None and item.placeholder == 15]
    assert len(shapes) == 1
    assert shapes[0].text is not None
    text = msgspec.structs.replace(shapes[0].text, blocks=(paragraph(words),))
    changed = msgspec.structs.replace(shapes[0], text=text, name=words)
    items = tuple(changed if item is shapes[0] else item for item in cover.items)
    pages = (msgspec.structs.replace(cover, items=items), *document.pages[1:])
    return msgspec.structs.replace(document, author=words, pages=pages)


@pytest.mark.parametrize("name", PASTED)
def test_pasted_words_give_a_sound_deck_that_says_them(name: str) -> None:
    words = PASTED[name]

    made = write_deck(with_words(words), deck_plan.theme())

    assert package_faults(made) == []
    said = [item.text for item in Deck(Package(made)).slides[0].items if item.idx == "15"]
    assert said == [xml.clean(words)]


def test_author_longer_than_a_property_may_be_is_cut_there(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_deck(msgspec.structs.replace(deck_plan.document(), author="Kari og " * 40), deck_plan.theme()))

    assert package_faults(path.read_bytes()) == []
    assert len(Presentation(str(path)).core_properties.author) == 255


@given(st.text())
def test_text_and_attribute_come_through(words: str) -> None:
    element = fromstring(f"<a b={xml.attribute(words)}>{xml.text(words)}</a>".encode())

    assert (element.text or "").replace("\n", "\r") == xml.clean(words).replace("\r\n", "\r").replace("\n", "\r")
    assert element.get("b") == xml.clean(words)


@given(st.text())
def test_only_what_no_file_can_hold_is_replaced(words: str) -> None:
    cleaned = xml.clean(words)

    assert len(cleaned) == len(words)
    assert all(new == old or (new == " " and not xml.clean(old).strip()) for old, new in zip(words, cleaned, strict=True))
