"""An edited deck is compared with the one that would be made now: what was done by hand, and what it lacks."""

from pathlib import Path

import msgspec
import pytest

from tests.writers import deck_editing, deck_plan
from workshop_kit.scene.page import Document, Page
from workshop_kit.scene.page_hash import page_hash
from workshop_kit.store.manifest import MadeSlide
from workshop_kit.writers.deck_changes import DeckChanges, Edit, Knowledge, compare_deck, edited_deck
from workshop_kit.writers.deck_reader import DeckRead, read_deck


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "deck.pptx"
    made.write_bytes(deck_plan.deck())
    return made


def title(number: int) -> str:
    return " ".join(deck_plan.document().pages[number - 1].title.split())


def listed(path: Path) -> tuple[MadeSlide, ...]:
    """Give the pack's list of a deck's slides as they were made."""
    pages = deck_plan.document().pages
    return tuple(
        MadeSlide(key=page.key, title=page.title, page=page_hash(page), words=slide.words, notes=slide.notes, is_hidden=page.hidden)
        for page, slide in zip(pages, read_deck(path).slides, strict=True)
    )


def compared(path: Path, *edits: deck_editing.Edit, new: Document | None = None) -> DeckChanges:
    made = listed(path)
    deck_editing.edit(path, *edits)
    return compare_deck(read_deck(path), new or deck_plan.document(), made)


def with_pages(*pages: Page) -> Document:
    return msgspec.structs.replace(deck_plan.document(), pages=pages)


def without_marks(deck: DeckRead) -> DeckRead:
    return msgspec.structs.replace(deck, slides=tuple(msgspec.structs.replace(slide, made=None) for slide in deck.slides))


def test_a_deck_that_was_only_saved_again_differs_in_nothing(path: Path) -> None:
    changes = compared(path)

    assert (changes.knowledge, changes.sees_look) == (Knowledge.MARKS, True)
    assert not (changes.lacks)
    assert not (changes.taken_out)
    assert not (changes.gone)
    assert not (changes.own)
    assert not (changes.stale)
    assert not (changes.moved)
    assert not (changes.edited)


@pytest.mark.parametrize(
    ("edit", "edits"),
    [
        (deck_editing.say(4, "Si: Velkommen."), (Edit.NOTES,)),
        (deck_editing.shift(4), (Edit.PLACES,)),
        (deck_editing.hide(4), (Edit.HIDDEN,)),
    ],
)
def test_an_edited_slide_is_named_with_what_was_done(path: Path, edit: deck_editing.Edit, edits: tuple[Edit, ...]) -> None:
    changes = compared(path, edit)

    assert [(each.title, each.edits, each.is_stale) for each in changes.edited] == [(title(4), edits, False)]


def test_a_slide_with_another_title_is_known_by_its_key(path: Path) -> None:
    changes = compared(path, deck_editing.retitle(4, "Hva vil vi låne?"))

    assert [(each.title, each.edits) for each in changes.edited] == [("Hva vil vi låne?", (Edit.WORDS,))]
    assert not (changes.lacks)
    assert not (changes.taken_out)
    assert not (changes.own)


def test_slides_that_were_taken_out_added_and_moved_by_hand_are_told(path: Path) -> None:
    changes = compared(path, deck_editing.add("Vårt eget"), deck_editing.move(7, 3), deck_editing.remove(5))

    assert changes.moved == (title(7),)
    assert changes.taken_out == (title(4),)
    assert changes.own == ("Vårt eget",)
    assert changes.edited == changes.lacks == ()


def test_a_copy_of_our_slide_is_somebodys_own(path: Path) -> None:
    made, deck = listed(path), read_deck(path)
    copied = msgspec.structs.replace(deck, slides=(*deck.slides, deck.slides[2]))

    assert compare_deck(copied, deck_plan.document(), made).own == (title(3),)


def test_what_is_new_and_what_is_gone_since_is_told(path: Path) -> None:
    pages = deck_plan.document().pages
    fresh = msgspec.structs.replace(pages[1], key="fresh", title="Helt nytt")
    changes = compared(path, new=with_pages(*pages[:3], fresh, *pages[4:]))

    assert changes.lacks == ("Helt nytt",)
    assert changes.gone == (title(4),)
    assert changes.taken_out == ()


def test_three_ways_an_edited_slide_that_would_also_be_made_otherwise_is_both(path: Path) -> None:
    pages = deck_plan.document().pages
    other = msgspec.structs.replace(pages[3], title="Hva kan vi dele?")
    changes = compared(path, deck_editing.say(4, "Si: Vårt."), new=with_pages(*pages[:3], other, *pages[4:]))

    assert [(each.before, each.title) for each in changes.stale] == [(pages[3].title, "Hva kan vi dele?")]
    assert [(each.key, each.is_stale) for each in changes.edited] == [(pages[3].key, True)]


def test_a_slide_put_in_before_it_makes_no_slide_stale(path: Path) -> None:
    pages = deck_plan.document().pages
    hidden = msgspec.structs.replace(pages[3], hidden=not pages[3].hidden)

    assert compared(path, new=with_pages(*pages[:3], hidden, *pages[4:])).stale == ()


def test_without_marks_slides_are_known_by_the_packs_list(path: Path) -> None:
    made = listed(path)
    deck_editing.edit(path, deck_editing.say(4, "Si: Vårt."), deck_editing.retitle(6, "Ny tittel"), deck_editing.remove(8))
    changes = compare_deck(without_marks(read_deck(path)), deck_plan.document(), made)

    assert (changes.knowledge, changes.sees_look) == (Knowledge.LIST, False)
    assert [(each.title, each.edits) for each in changes.edited] == [(title(4), (Edit.NOTES,))]
    assert (changes.own, changes.taken_out) == (("Ny tittel",), (title(6), title(8)))


def test_without_marks_and_list_only_titles_are_compared(path: Path) -> None:
    deck_editing.edit(path, deck_editing.say(4, "Si: Vårt."), deck_editing.remove(8))
    changes = compare_deck(without_marks(read_deck(path)), deck_plan.document())

    assert changes.knowledge is Knowledge.TITLES
    assert (changes.edited, changes.stale, changes.lacks) == ((), (), (title(8),))


def test_where_another_program_wrote_every_slide_anew_the_look_is_not_judged(path: Path) -> None:
    made, deck = listed(path), read_deck(path)
    rewritten = msgspec.structs.replace(deck, slides=tuple(msgspec.structs.replace(slide, drawing="0") for slide in deck.slides))
    changes = compare_deck(rewritten, deck_plan.document(), made)

    assert not changes.sees_look
    assert changes.edited == ()


def test_a_colour_changed_on_one_slide_is_an_edit_of_its_look(path: Path) -> None:
    made, deck = listed(path), read_deck(path)
    slides = tuple(msgspec.structs.replace(slide, drawing="0") if slide.title == title(4) else slide for slide in deck.slides)

    changes = compare_deck(msgspec.structs.replace(deck, slides=slides), deck_plan.document(), made)
    assert [(each.title, each.edits) for each in changes.edited] == [(title(4), (Edit.LOOK,))]


def test_a_deck_that_cannot_be_read_is_told_and_not_raised(path: Path) -> None:
    path.write_bytes(b"PK")

    assert edited_deck(path, deck_plan.document()).hindrance == "store.deck_broken"
    assert edited_deck(path, deck_plan.document()).changes is None
