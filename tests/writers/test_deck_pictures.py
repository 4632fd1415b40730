import io
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from pptx import Presentation

from tests.writers import deck_plan
from workshop_kit.scene.page import Box, Document, Item, Picture, Stroke, WritingLines
from workshop_kit.writers.pptx_deck import write_deck

PLACE = Box(x=1_000_000, y=1_000_000, w=2_000_000, h=2_000_000)


def document_with(*items: Item) -> Document:
    """A deck of one slide that has these items last."""
    document = deck_plan.document()
    page = document.pages[0]
    return replace(document, pages=(replace(page, items=(*page.items, *items)), *document.pages[1:]))


def test_a_picture_keeps_its_proportions_and_its_description(tmp_path: Path) -> None:
    Image.new("RGB", (400, 100), "#B8471A").save(tmp_path / "logo.png")
    picture = Picture(name="Logo", box=PLACE, path=str(tmp_path / "logo.png"), alt="Kommunevåpenet")
    deck = Presentation(io.BytesIO(write_deck(document_with(picture, picture), deck_plan.theme())))
    shown = [shape for shape in deck.slides[0].shapes if shape.name == "Logo"]
    assert [(shape.left, shape.top, shape.width, shape.height) for shape in shown] == [(1_000_000, 1_750_000, 2_000_000, 500_000)] * 2
    assert shown[0].element.xpath(".//p:cNvPr/@descr") == ["Kommunevåpenet"]
    relations = deck.slides[0].part.rels.values()
    assert sum(1 for relation in relations if relation.reltype.endswith("/image")) == 1


def test_lines_to_write_on_are_refused_rather_than_lost() -> None:
    lines = WritingLines(name="Linjer", box=PLACE, count=3, spacing=300_000, stroke=Stroke(colour="writing", width=0.5))
    with pytest.raises(ValueError, match="Linjer"):
        write_deck(document_with(lines), deck_plan.theme())
