"""Edits decks as a person does in PowerPoint, by python-pptx: text, notes, order, slides in and out, hidden ones."""

from collections.abc import Callable
from pathlib import Path

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Edit = Callable[[Deck], object]


def edit(path: Path, *edits: Edit) -> None:
    """Make some edits in a deck, and save it."""
    opened = Presentation(str(path))
    for each in edits:
        each(opened)
    opened.save(str(path))


def retitle(number: int, title: str) -> Edit:
    """Write another title on a slide, counted from 1."""

    def change(deck: Deck) -> None:
        found = deck.slides[number - 1].shapes.title
        assert found is not None
        found.text_frame.text = title

    return change


def say(number: int, notes: str) -> Edit:
    """Write other notes."""

    def change(deck: Deck) -> None:
        frame = deck.slides[number - 1].notes_slide.notes_text_frame
        assert frame is not None
        frame.text = notes

    return change


def shift(number: int) -> Edit:
    """Move the second drawing of a slide."""

    def change(deck: Deck) -> None:
        deck.slides[number - 1].shapes[1].left = Emu(600_000)

    return change


def hide(number: int) -> Edit:
    """Hide a slide."""
    return lambda deck: deck.slides[number - 1]._element.set("show", "0")  # pyright: ignore[reportPrivateUsage] - python-pptx has no name for it


def remove(number: int) -> Edit:
    """Take a slide out."""

    def change(deck: Deck) -> None:
        listed = deck.slides._sldIdLst  # pyright: ignore[reportPrivateUsage] - python-pptx cannot remove a slide
        entry = listed[number - 1]
        deck.part.drop_rel(entry.get(ID, ""))
        listed.remove(entry)

    return change


def move(number: int, to: int) -> Edit:
    """Put a slide in another place."""

    def change(deck: Deck) -> None:
        listed = deck.slides._sldIdLst  # pyright: ignore[reportPrivateUsage] - python-pptx cannot move a slide
        entry = listed[number - 1]
        listed.remove(entry)
        listed.insert(to - 1, entry)

    return change


def add(title: str) -> Edit:
    """Add a slide by hand, at the end."""

    def change(deck: Deck) -> None:
        made = deck.slides.add_slide(deck.slide_layouts[3])
        assert made.shapes.title is not None
        made.shapes.title.text_frame.text = title

    return change
