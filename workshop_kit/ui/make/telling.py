"""Says in words what is different since last time, and how an edited deck differs from the new one. Qt-free but for the texts."""

from collections.abc import Iterable, Iterator
from datetime import time
from pathlib import Path

from workshop_kit.domain.value import Value
from workshop_kit.library.messages import message
from workshop_kit.planning.numbers import format_clock
from workshop_kit.store.manifest import FileRole
from workshop_kit.store.manifest_changes import ChangedTitle, PackChanges
from workshop_kit.ui.texts import Texts
from workshop_kit.writers.deck_changes import DeckChanges, EditedDeck, Knowledge

MOST_TITLES = 3
"""So many titles are named in one line; the rest are counted."""


class Line(Value, frozen=True):
    """A line to show, its kind for the style sheet, and what is named under it ("" for nothing)."""

    text: str
    kind: str = ""
    under: str = ""


def since_lines(texts: Texts, changes: PackChanges) -> tuple[Line, ...]:
    """Say what would be made otherwise than last time: slides, files, times, and why."""
    return tuple(map(_parted, _since(texts, changes)))


def edited_lines(texts: Texts, deck: EditedDeck, folder: Path) -> tuple[Line, ...]:
    """Say how a deck that was edited by hand differs from the new one, and how sure that is."""
    if deck.changes is None:
        return (Line(message(texts.language.value, deck.hindrance, {"path": str(folder / deck.name)}), "warning"),)
    said = tuple(map(_parted, _edited(texts, deck.changes)))
    doubt = _doubt(deck.changes)
    return (*(said or (Line(texts("make.edited_same")),)), *((Line(texts(doubt), "small"),) if doubt else ()))


def name_of_slot(texts: Texts, slot: str, title: str = "") -> str:
    """Name a file by what it is; a single exercise's sheet by the exercise."""
    role, _, exercise = slot.partition("-")
    if role == FileRole.SHEET.value and exercise:
        return texts("make.role_sheet", title=title or exercise)
    return texts(f"make.role_{slot.replace('-', '_')}")


def in_a_row(texts: Texts, titles: Iterable[str], most: int = MOST_TITLES) -> str:
    """Name titles, already in their quotes, one after the other, and count those that there is no room for."""
    given = tuple(titles)
    named = ", ".join(given[:most])
    return texts("make.and_more", titles=named, number=len(given) - most) if len(given) > most else named


def _parted(said: str) -> Line:
    """Part what is said from the titles that it names after a colon."""
    head, colon, titles = said.partition(": ")
    return Line(head + colon.strip(), under=titles)


def _since(texts: Texts, changes: PackChanges) -> Iterator[str]:
    for key, titles in (
        ("slides_in", _quoted(texts, changes.slides_in)),
        ("slides_out", _quoted(texts, changes.slides_out)),
        ("slides_changed", tuple(_then_and_now(texts, each) for each in changes.slides_changed)),
        ("slides_moved", _quoted(texts, changes.slides_moved)),
        ("slides_shown", _quoted(texts, changes.shown)),
        ("slides_hidden", _quoted(texts, changes.hidden)),
    ):
        if titles:
            yield texts.count(f"make.{key}", len(titles), titles=in_a_row(texts, titles))
    for key, slots in (("files_in", changes.files_in), ("files_out", changes.files_out)):
        if slots:
            yield texts(f"make.{key}", names=", ".join(name_of_slot(texts, slot) for slot in slots))
    other = tuple(name_of_slot(texts, slot) for slot in changes.files_changed if slot not in {FileRole.DECK.value, FileRole.SHEETS.value})
    if other:
        yield texts("make.files_changed", names=", ".join(other))
    yield from _times(texts, changes)
    because = (*(f"make.why_{reason.value}" for reason in changes.reasons), *(f"make.fact_{name}" for name in changes.facts))
    if because:
        yield texts("make.because", reasons=", ".join(map(texts, because)))


def _times(texts: Texts, changes: PackChanges) -> Iterator[str]:
    if changes.start_before and changes.start_before != changes.start:
        yield texts("make.start_changed", before=_clock(changes.start_before), now=_clock(changes.start))
    if changes.minutes_before and changes.minutes_before != changes.minutes:
        yield texts("make.minutes_changed", before=changes.minutes_before, now=changes.minutes)
    for key, titles in (("blocks_in", changes.blocks_in), ("blocks_out", changes.blocks_out)):
        if titles:
            yield texts(f"make.{key}", titles=in_a_row(texts, _quoted(texts, titles)))
    if changes.has_other_times and not (changes.blocks_in or changes.blocks_out):
        yield texts("make.times_changed")


def _edited(texts: Texts, changes: DeckChanges) -> Iterator[str]:
    edits = tuple(
        texts("make.edited_slide", title=each.title, edits=", ".join(texts(f"make.edit_{edit.value}") for edit in each.edits))
        for each in changes.edited
    )
    for key, titles in (
        ("deck_edited", edits),
        ("deck_own", _quoted(texts, changes.own)),
        ("deck_taken_out", _quoted(texts, changes.taken_out)),
        ("deck_lacks", _quoted(texts, changes.lacks)),
        ("deck_stale", tuple(_then_and_now(texts, each) for each in changes.stale)),
        ("deck_gone", _quoted(texts, changes.gone)),
        ("deck_moved", _quoted(texts, changes.moved)),
    ):
        if titles:
            yield texts.count(f"make.{key}", len(titles), titles=in_a_row(texts, titles))


def _quoted(texts: Texts, titles: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts("make.quoted", title=title) for title in titles)


def _then_and_now(texts: Texts, changed: ChangedTitle) -> str:
    if " ".join(changed.before.split()) == " ".join(changed.title.split()):
        return texts("make.quoted", title=changed.title)
    return texts("make.then_and_now", title=changed.title, before=changed.before)


def _doubt(changes: DeckChanges) -> str:
    """Name the text that says how sure it is what was told; "" where nothing is hidden from us."""
    if changes.knowledge is Knowledge.MARKS:
        return "" if changes.sees_look else "make.doubt_look"
    return "make.doubt_list" if changes.knowledge is Knowledge.LIST else "make.doubt_titles"


def _clock(given: str) -> str:
    return format_clock(time.fromisoformat(given))
