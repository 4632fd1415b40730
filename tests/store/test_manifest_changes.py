"""What was made last is compared with what would be made now."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from workshop_kit.domain.language import Language
from workshop_kit.store.manifest import FileRole, MadeBlock, MadeSlide, Manifest, ManifestFile
from workshop_kit.store.manifest_changes import ChangedTitle, PackChanges, Reason, changes_between, moved

DECK = ManifestFile(role=FileRole.DECK, path="deck.pptx", pages=3, exercise=None, made="d")
SHEET = ManifestFile(role=FileRole.SHEET, path="ark-f1.pdf", pages=1, exercise="F1", made="s")
A, B, C = (MadeSlide(key=name, title=f"Tittel {name}", page=name) for name in "abc")
DAY = (MadeBlock(title="Velkommen", start="09:00", minutes=20), MadeBlock(title="Øvelse", start="09:20", minutes=40))
BEFORE = Manifest(
    municipality="3110",
    language=Language.NB,
    content_version="1",
    files=(DECK, SHEET),
    minutes=60,
    program_version="1.0",
    facts={"date": "x", "place": "y"},
    day=DAY,
    decks={"deck.pptx": (A, B, C)},
)


def changed(*slides: MadeSlide) -> PackChanges:
    return changes_between(BEFORE, replace(BEFORE, decks={"deck.pptx": slides}))


def test_the_same_pack_has_no_changes() -> None:
    changes = changes_between(BEFORE, BEFORE)

    assert changes.is_nothing
    assert changes == PackChanges(slides_known=True, minutes=60, minutes_before=60, start="09:00", start_before="09:00")


def test_slides_in_and_out_are_named() -> None:
    changes = changed(A, replace(B, key="d", title="Ny"), C)

    assert (changes.slides_in, changes.slides_out, changes.slides_moved) == (("Ny",), ("Tittel b",), ())


def test_a_slide_of_other_content_is_named_then_and_now() -> None:
    changes = changed(A, replace(B, title="Ny tittel", page="other"), C)

    assert changes.slides_changed == (ChangedTitle(key="b", before="Tittel b", title="Ny tittel"),)
    assert changes.slides_in == changes.slides_out == ()


def test_a_slide_put_in_the_reserve_is_hidden_and_not_moved() -> None:
    changes = changed(B, C, replace(A, is_hidden=True))

    assert (changes.hidden, changes.slides_moved) == (("Tittel a",), ())


def test_a_moved_slide_is_named_alone() -> None:
    assert changed(B, C, A).slides_moved == ("Tittel a",)


def test_sheets_in_out_and_changed_are_named_by_their_slots() -> None:
    other = replace(SHEET, exercise="F5", path="ark-f5.pdf")
    changes = changes_between(BEFORE, replace(BEFORE, files=(replace(DECK, made="e"), other)))

    assert (changes.files_in, changes.files_out, changes.files_changed) == (("sheet-F5",), ("sheet-F1",), ("deck",))
    assert not changes.is_nothing


def test_other_times_are_told() -> None:
    later = tuple(replace(each, start=each.start.replace("09", "10")) for each in DAY)
    changes = changes_between(BEFORE, replace(BEFORE, day=later, minutes=75))

    assert (changes.start_before, changes.start, changes.minutes_before, changes.minutes) == ("09:00", "10:00", 60, 75)
    assert changes.has_other_times
    assert changes.blocks_in == changes.blocks_out == ()


def test_why_is_told_by_content_program_and_choices() -> None:
    changes = changes_between(BEFORE, replace(BEFORE, content_version="2", program_version="1.1", facts={"date": "x", "place": "z"}))

    assert changes.reasons == (Reason.CONTENT, Reason.PROGRAM)
    assert changes.facts == ("place",)


def test_a_pack_of_an_earlier_program_has_no_slides_to_compare() -> None:
    old = Manifest(municipality="3110", language=Language.NB, content_version="1", files=(replace(DECK, made=""),))
    changes = changes_between(old, BEFORE)

    assert not changes.slides_known
    assert not changes.is_nothing
    assert changes.slides_in == changes.blocks_in == changes.facts == changes.reasons == ()


@given(st.permutations(range(9)))
def test_what_is_not_moved_stands_in_its_old_order(order: list[int]) -> None:
    before, now = tuple(map(str, range(9))), tuple(map(str, order))
    staying = [key for key in now if key not in moved(before, now)]

    assert staying == sorted(staying)
    assert (moved(before, now) == ()) == (before == now)
