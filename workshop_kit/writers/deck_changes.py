"""Compares a deck that lies there, edited or not, with the one that would be made now: three ways, slide by slide.

What a slide was when it was made stands in its marks. Where another program dropped them, the pack's own list of slides is used
instead: a slide is known again by its words, else by its title.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from workshop_kit.domain.value import Value
from workshop_kit.scene.page import Document, Page
from workshop_kit.scene.page_hash import page_hash
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.manifest import MadeSlide
from workshop_kit.store.manifest_changes import ChangedTitle, moved
from workshop_kit.writers.deck_reader import DeckRead, SlideMade, SlideRead, read_deck


class Edit(StrEnum):
    """What somebody did to a slide by hand."""

    WORDS = "words"
    NOTES = "notes"
    PLACES = "places"
    LOOK = "look"
    HIDDEN = "hidden"
    SHOWN = "shown"


class Knowledge(StrEnum):
    """How far a deck can be told about: by its marks, by the pack's list of what it was, or by its titles alone."""

    MARKS = "marks"
    LIST = "list"
    TITLES = "titles"


class EditedSlide(Value, frozen=True, kw_only=True):
    """A slide that was edited by hand: its title now, and what was done to it. `is_stale`: it would also be made otherwise now."""

    key: str
    title: str
    edits: tuple[Edit, ...]
    is_stale: bool


class DeckChanges(Value, frozen=True, kw_only=True):
    """How a deck differs from the new one; all titles are in the order of the deck they stand in.

    `lacks` are slides that came to the new one since, `taken_out` those that were in the deck and were removed by hand, `gone` those
    that the new one has no longer, `own` those added by hand, `stale` those that would be made otherwise now, `moved` those that were
    put in another place by hand (known where the pack has its list of them), `edited` those changed by hand. With `sees_look` False
    another program has written every slide anew: colours and type may have been changed without being seen. Where only titles are
    known, no edits are seen at all.
    """

    knowledge: Knowledge
    sees_look: bool
    lacks: tuple[str, ...]
    taken_out: tuple[str, ...]
    gone: tuple[str, ...]
    own: tuple[str, ...]
    stale: tuple[ChangedTitle, ...]
    moved: tuple[str, ...]
    edited: tuple[EditedSlide, ...]


class EditedDeck(Value, frozen=True, kw_only=True):
    """A deck that is left alone, by its file's name, and how it differs; for one that cannot be read, the key of what hinders it."""

    name: str
    changes: DeckChanges | None = None
    hindrance: str = ""


class _Known(Value, frozen=True, kw_only=True):
    """A slide of the deck that is known again, and what it was."""

    read: SlideRead
    was: SlideMade


def edited_deck(path: Path, new: Document, made: tuple[MadeSlide, ...] = ()) -> EditedDeck:
    """Read a deck and compare it, as `compare_deck` does; what hinders the reading is told, never raised."""
    try:
        return EditedDeck(name=path.name, changes=compare_deck(read_deck(path), new, made))
    except StoreFault as fault:
        return EditedDeck(name=path.name, hindrance=fault.key)


def compare_deck(deck: DeckRead, new: Document, made: tuple[MadeSlide, ...] = ()) -> DeckChanges:
    """Compare a deck with the pages that would be written now; `made` is the pack's list of its slides as they were made."""
    knowledge = Knowledge.MARKS if deck.has_marks else Knowledge.LIST if made else Knowledge.TITLES
    listed = made or tuple(MadeSlide(key=page.key, title=page.title, page="") for page in new.pages)
    known, own = _known(deck, knowledge, listed)
    pages = {page.key: page for page in new.pages}
    titles = {each.key: each.title for each in made}
    lacking = tuple(page for page in new.pages if page.key not in known)
    sees_look = knowledge is Knowledge.MARKS and any(each.read.drawing == each.was.drawing for each in known.values())
    return DeckChanges(
        knowledge=knowledge,
        sees_look=sees_look,
        lacks=tuple(page.title for page in lacking if page.key not in titles),
        taken_out=tuple(page.title for page in lacking if page.key in titles),
        gone=tuple(each.read.title for key, each in known.items() if key not in pages),
        own=tuple(own),
        stale=tuple(
            ChangedTitle(key=key, before=titles.get(key, each.read.title), title=pages[key].title)
            for key, each in known.items()
            if _is_stale(each, pages)
        ),
        moved=tuple(known[key].read.title for key in moved(tuple(titles), tuple(known))),
        edited=tuple(_edited(known, pages, sees_look=sees_look)),
    )


def _known(deck: DeckRead, knowledge: Knowledge, listed: tuple[MadeSlide, ...]) -> tuple[dict[str, _Known], list[str]]:
    """Part a deck's slides in those that are known again, by key, and the titles of the others; of two of a kind the first counts."""
    known: dict[str, _Known] = {}
    own: list[str] = []
    for slide in deck.slides:
        was = slide.made if knowledge is Knowledge.MARKS else _found(slide, (each for each in listed if each.key not in known))
        if was is None or was.key in known:
            own.append(slide.title)
        else:
            known[was.key] = _Known(read=slide, was=was)
    return known, own


def _found(slide: SlideRead, listed: Iterable[MadeSlide]) -> SlideMade | None:
    """Know a slide again by its words, else by its title."""
    left = tuple(listed)
    same = next((each for each in left if each.words and each.words == slide.words), None)
    same = same or next((each for each in left if _plain(each.title) == _plain(slide.title)), None)
    if same is None:
        return None
    return SlideMade(
        key=same.key,
        content_id="",
        content_version="",
        page=same.page,
        drawing="",
        words=same.words,
        places="",
        notes=same.notes,
        is_hidden=same.is_hidden,
    )


def _plain(title: str) -> str:
    return " ".join(title.split())


def _is_stale(known: _Known, pages: Mapping[str, Page]) -> bool:
    page = pages.get(known.was.key)
    return page is not None and bool(known.was.page) and known.was.page != page_hash(page)


def _edited(known: Mapping[str, _Known], pages: Mapping[str, Page], *, sees_look: bool) -> Iterable[EditedSlide]:
    for key, each in known.items():
        if edits := tuple(_edits(each.read, each.was, sees_look=sees_look)):
            yield EditedSlide(key=key, title=each.read.title, edits=edits, is_stale=_is_stale(each, pages))


def _edits(read: SlideRead, was: SlideMade, *, sees_look: bool) -> Iterable[Edit]:
    """Say what was done to a slide; what it was is not known of an old deck, and then only its drawing is compared."""
    if not was.words:
        if sees_look and was.drawing != read.drawing:
            yield Edit.LOOK
        return
    if read.words != was.words:
        yield Edit.WORDS
    if was.places and read.places != was.places:
        yield Edit.PLACES
    if sees_look and read.drawing != was.drawing and (read.words, read.places) == (was.words, was.places):
        yield Edit.LOOK
    if read.notes != was.notes:
        yield Edit.NOTES
    if read.is_hidden != was.is_hidden:
        yield Edit.HIDDEN if read.is_hidden else Edit.SHOWN
