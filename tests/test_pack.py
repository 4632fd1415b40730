"""A pack is made file by file: what is held is passed over, what is stopped is noted, and the next making tells what is different."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.writers import deck_editing
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Composed, Kit, Pack, compose, load_kit, make_pack, pack_there, whole_pack
from workshop_kit.store import atomic
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.manifest import FileRole, read_manifest
from workshop_kit.writers.deck_changes import Edit

HVALER = Workshop(municipality="3110", language=Language.NB)
DECK, PROGRAMME, LIST = "3110-hvaler-presentasjon-nb.pptx", "3110-hvaler-program-nb.pdf", "3110-hvaler-ordliste-nb.pdf"
BUT_THE_DECK = frozenset({"sheets", "sheet-F1", "sheet-F5", "sheet-F9", "sheet-F17", "run-sheet", "glossary", "call-list", "programme"})
SMALL = BUT_THE_DECK - {"programme"} | {"deck"}
"""All but the programme: where the deck does not matter, little is made."""


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()[0]


def made(kit: Kit, out: Path, workshop: Workshop = HVALER, left_out: frozenset[str] = frozenset()) -> Pack:
    return make_pack(kit, workshop, out, left_out=left_out)[0]


def composed(kit: Kit, workshop: Workshop = HVALER) -> Composed:
    return compose(kit, workshop)[0]


class Held(Exception):
    """Raised by a step to stop the making."""


def hold(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let Windows say that another program holds some files."""
    replace_file = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if Path(target).name in names:
            error = PermissionError(13, "held", str(target))
            error.winerror = 32  # pyright: ignore[reportAttributeAccessIssue] - Windows alone has it
            raise error
        return replace_file(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(atomic, "WAITS", (0.0,))


def test_a_file_held_by_another_program_is_passed_over_and_the_others_are_made(
    kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(monkeypatch, PROGRAMME)
    told: list[tuple[str, str]] = []
    pack, _ = make_pack(kit, HVALER, tmp_path, told=lambda name, fault: told.append((name, "" if fault is None else fault.key)))

    assert {name: fault.key for name, fault in pack.failed.items()} == {PROGRAMME: "store.in_use"}
    assert dict(told)[PROGRAMME] == "store.in_use"
    assert [name for name, key in told if not key] == [file.path for file in pack.manifest.files]
    assert pack.manifest.made_with == ""
    assert whole_pack(kit, HVALER, tmp_path) is None
    monkeypatch.undo()
    assert made(kit, tmp_path).manifest.made_with
    assert whole_pack(kit, HVALER, tmp_path) is not None


def test_where_not_one_file_can_be_made_the_first_hindrance_is_raised(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch, PROGRAMME)
    with pytest.raises(StoreFault) as caught:
        made(kit, tmp_path, left_out=SMALL)

    assert caught.value.key == "store.in_use"
    assert read_manifest(tmp_path / "3110-hvaler") is None


def test_a_full_disk_stops_it_all_and_what_was_made_is_noted(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, fsync = os.open, os.fsync
    full: list[bool] = []

    def open_new(path: Path, *given: int) -> int:
        full[:] = [PROGRAMME in str(path)] if "saving" in str(path) else full
        return opened(path, *given)

    def refuse(number: int) -> None:
        if full and full[0]:
            raise OSError(28, os.strerror(28))
        fsync(number)

    monkeypatch.setattr(atomic.os, "open", open_new)
    monkeypatch.setattr(atomic.os, "fsync", refuse)
    with pytest.raises(StoreFault) as caught:
        made(kit, tmp_path, left_out=BUT_THE_DECK - {"programme", "glossary"})

    manifest = read_manifest(tmp_path / "3110-hvaler")
    assert caught.value.key == "store.no_space"
    assert manifest is not None
    assert [file.role for file in manifest.files] == [FileRole.DECK]
    assert not (tmp_path / "3110-hvaler" / LIST).exists()


def test_stopped_it_leaves_whole_files_and_a_manifest_that_does_not_claim_to_be_whole(kit: Kit, tmp_path: Path) -> None:
    first = made(kit, tmp_path)

    def stop(number: int, of: int, _: str) -> None:
        assert of == len(first.manifest.files)
        if number == 2:
            raise Held

    with pytest.raises(Held):
        make_pack(kit, replace(HVALER, place="Rådhuset"), tmp_path, stop)
    manifest = read_manifest(first.folder)

    assert manifest is not None
    assert manifest.made_with == ""
    assert [file.path for file in manifest.files] == [file.path for file in first.manifest.files]
    assert manifest.files[0].made != first.manifest.files[0].made
    assert manifest.files[1:] == first.manifest.files[1:]


def test_files_that_are_left_out_stay_as_they_are_and_are_known_to_be_older(kit: Kit, tmp_path: Path) -> None:
    first = made(kit, tmp_path)
    before = (first.folder / DECK).read_bytes()
    later = replace(HVALER, place="Rådhuset")
    second = made(kit, tmp_path, later, left_out=SMALL)

    assert (second.folder / DECK).read_bytes() == before
    assert second.manifest.deck == first.manifest.deck
    assert second.manifest.decks == first.manifest.decks
    there = pack_there(kit, later, tmp_path, composed(kit, later))
    assert there.since is not None
    assert "deck" in there.since.files_changed
    assert "programme" not in there.since.files_changed


def test_only_what_is_chosen_is_made(kit: Kit, tmp_path: Path) -> None:
    pack = made(kit, tmp_path, left_out=SMALL)

    assert sorted(path.name for path in pack.folder.iterdir()) == [PROGRAMME, "manifest.json"]
    assert pack.manifest.made_with == ""


def test_an_edited_deck_is_kept_and_told_of_against_the_new_one(kit: Kit, tmp_path: Path) -> None:
    first = made(kit, tmp_path, left_out=BUT_THE_DECK)
    path = first.folder / DECK
    titles = [slide.title for slide in first.manifest.slides]
    deck_editing.edit(path, deck_editing.add("Vårt eget"), deck_editing.say(3, "Si: Vårt."), deck_editing.remove(2))
    edited = path.read_bytes()
    second = made(kit, tmp_path, replace(HVALER, goals=(3, 11), dropped=("BEG-2",)), left_out=BUT_THE_DECK)

    assert path.read_bytes() == edited
    assert second.manifest.kept == (DECK,)
    assert second.manifest.decks[DECK] == first.manifest.slides
    (told,) = second.edited
    assert told.changes is not None
    assert [(each.key, each.edits) for each in told.changes.edited] == [(first.manifest.slides[2].key, (Edit.NOTES,))]
    assert (told.changes.own, told.changes.taken_out) == (("Vårt eget",), (titles[1],))
    assert "Disse målene vil vi arbeide videre med i dag" in told.changes.lacks
    assert any("smartby" in title for title in told.changes.gone)
    third = made(kit, tmp_path, left_out=BUT_THE_DECK)
    assert third.edited[0].changes is not None
    assert third.edited[0].changes.taken_out == (titles[1],)


def test_a_kept_deck_that_cannot_be_read_is_told_and_the_new_one_made(kit: Kit, tmp_path: Path) -> None:
    first = made(kit, tmp_path, left_out=BUT_THE_DECK)
    (first.folder / DECK).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    second = made(kit, tmp_path, left_out=BUT_THE_DECK)

    assert [(deck.name, deck.hindrance) for deck in second.edited] == [(DECK, "store.deck_locked")]
    assert second.manifest.deck is not None
    assert second.manifest.deck.path != DECK


def test_a_sheet_that_is_no_longer_of_the_pack_is_named_as_left_over(kit: Kit, tmp_path: Path) -> None:
    made(kit, tmp_path)
    without = replace(HVALER, dropped=("F9",))
    second = made(kit, tmp_path, without)

    assert second.manifest.leftover == ("3110-hvaler-ark-f9-nb.pdf",)
    assert second.since is not None
    assert second.since.files_out == ("sheet-F9",)
    assert made(kit, tmp_path, without).manifest.leftover == ("3110-hvaler-ark-f9-nb.pdf",)
    assert made(kit, tmp_path).manifest.leftover == ()


def test_what_lies_there_is_told_before_anything_is_made(kit: Kit, tmp_path: Path) -> None:
    nothing = pack_there(kit, HVALER, tmp_path, composed(kit))
    pack = made(kit, tmp_path)
    (pack.folder / PROGRAMME).unlink()
    there = pack_there(kit, HVALER, tmp_path, composed(kit))

    assert (nothing.manifest, nothing.since, nothing.edited) == (None, None, ())
    assert [file.name for file in nothing.files] == [file.path for file in pack.manifest.files]
    assert there.missing == {PROGRAMME}
    assert there.since is not None
    assert there.since.files_in == ("programme",)
    assert there.made_at > 0


def test_the_same_pack_again_is_no_change_and_the_reasons_of_another_are_told(kit: Kit, tmp_path: Path) -> None:
    first, second = made(kit, tmp_path), made(kit, tmp_path)
    third = made(kit, tmp_path, replace(HVALER, place="Rådhuset", notes="Bare mine"))

    assert first.since is None
    assert second.since is not None
    assert second.since.is_nothing
    assert third.since is not None
    assert third.since.facts == ("place",)
    assert third.since.slides_in == third.since.slides_out == ()
