"""Tells of a pack that was made: its files, the decks left alone and what they lack, what is different since last time."""

from collections.abc import Iterator

import msgspec

from workshop_kit.cli.tell import Teller
from workshop_kit.pack import Pack
from workshop_kit.store.manifest import FileRole
from workshop_kit.writers.deck_changes import DeckChanges, EditedDeck, Knowledge

MOST_TITLES = 5
"""So many titles stand on one line."""


def tell_files(pack: Pack, teller: Teller, people: int = 0) -> None:
    """List a pack's files with the copies that some people need, what hindered those passed over, and the decks left alone."""
    for file in pack.manifest.files:
        unit = teller.text("cli.slides" if file.role is FileRole.DECK else "cli.pages", count=str(file.pages))
        copies = "" if file.copies is None else f" {teller.text('cli.copies', count=str(file.copies))}"
        teller.write(f"  {file.path}  {unit}{copies}")
    if people:
        teller.say("cli.copies_for", people=str(people))
    for name, fault in pack.failed.items():
        teller.warn("cli.failed", name=name, reason=teller.text(fault.key, **fault.values))
    tell_kept(pack, teller)
    told = {deck.name: deck for deck in pack.edited}
    for name in pack.manifest.kept:
        if name in told:
            _tell_edited(told[name], str(pack.folder / name), teller)
    _tell_since(pack, teller)


def tell_kept(pack: Pack, teller: Teller, *, with_folder: bool = False) -> None:
    """Say which decks were left alone, and what the new one is called."""
    new = "" if pack.manifest.deck is None else pack.manifest.deck.path
    for path in pack.manifest.kept:
        teller.say("cli.kept", kept=str(pack.folder / path) if with_folder else path, new=new)


def pack_data(pack: Pack, teller: Teller) -> dict[str, object]:
    """Give all that is known of a pack as plain data; hashes are for the program alone, and left out."""
    manifest: dict[str, object] = msgspec.to_builtins(msgspec.structs.replace(pack.manifest, decks={}, facts={}))
    return {
        "folder": str(pack.folder),
        **manifest,
        "edited": msgspec.to_builtins(pack.edited),
        "since": msgspec.to_builtins(pack.since),
        "not_made": {name: teller.text(fault.key, **fault.values) for name, fault in pack.failed.items()},
    }


def _tell_edited(deck: EditedDeck, path: str, teller: Teller) -> None:
    if deck.changes is None:
        teller.write("  " + teller.text(deck.hindrance, path=path))
        return
    for key, titles in _lists(deck.changes):
        if titles:
            named = "; ".join(titles[:MOST_TITLES]) + (" …" if len(titles) > MOST_TITLES else "")
            teller.write("  " + teller.text(f"cli.{key}", count=str(len(titles)), titles=named))
    if deck.changes.knowledge is not Knowledge.MARKS:
        teller.write("  " + teller.text("cli.marks_lost"))


def _lists(changes: DeckChanges) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "deck_edited", tuple(each.title for each in changes.edited)
    yield "deck_own", changes.own
    yield "deck_taken_out", changes.taken_out
    yield "deck_lacks", changes.lacks
    yield "deck_stale", tuple(each.title for each in changes.stale)
    yield "deck_gone", changes.gone


def _tell_since(pack: Pack, teller: Teller) -> None:
    since = pack.since
    if since is None or since.is_nothing or not since.slides_known:
        return
    counts = {"added": len(since.slides_in), "out": len(since.slides_out), "changed": len(since.slides_changed)}
    if any(counts.values()):
        teller.say("cli.since", **{name: str(count) for name, count in counts.items()})
