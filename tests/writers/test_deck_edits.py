"""A deck tells whether somebody has changed it, and each slide what it was made from."""

import random
import shutil
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Emu

from tests.writers import deck_plan
from tests.writers.deck_planting import Members, planted, slide, swap
from tests.writers.deck_reading import Deck, Package
from workshop_kit.writers.deck_marks import HASH_TAG, ID_TAG, KEY_TAG, VERSION_TAG, slide_hash
from workshop_kit.writers.deck_reader import is_untouched

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
"""How a file begins that an office program locked with a password."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "3110-prøve-presentasjon-nb.pptx"
    made.write_bytes(deck_plan.deck())
    return made


def tags(data: bytes) -> list[dict[str, str]]:
    return [dict(one.tags) for one in Deck(Package(data)).slides]


def edited_slides(data: bytes) -> list[int]:
    """Give the numbers of the slides whose hash is not that of what is drawn on them."""
    package = Package(data)
    return [one.number for one in Deck(package).slides if dict(one.tags)[HASH_TAG] != slide_hash(package.members[one.name])]


def test_deck_as_it_was_made_is_untouched(path: Path) -> None:
    assert is_untouched(path)


def test_copied_and_renamed_deck_is_untouched(path: Path, tmp_path: Path) -> None:
    assert is_untouched(Path(shutil.copy(path, tmp_path / "kopi.pptx")))


def test_deck_whose_text_was_changed_is_somebodys_work(path: Path) -> None:
    opened = Presentation(str(path))
    title = opened.slides[3].shapes.title
    assert title is not None
    title.text_frame.text = "Hva vil vi låne?"
    opened.save(str(path))

    assert not is_untouched(path)


def test_only_the_slide_that_was_changed_has_another_hash(path: Path) -> None:
    opened = Presentation(str(path))
    opened.slides[3].shapes[1].left = Emu(600_000)
    opened.save(str(path))

    assert edited_slides(path.read_bytes()) == [4]


def test_deck_whose_notes_were_changed_is_somebodys_work(path: Path) -> None:
    opened = Presentation(str(path))
    notes = opened.slides[0].notes_slide.notes_text_frame
    assert notes is not None
    notes.text = "Si: Velkommen."
    opened.save(str(path))

    assert not is_untouched(path)
    assert edited_slides(path.read_bytes()) == []


def test_deck_saved_again_without_a_change_is_somebodys_work(path: Path) -> None:
    Presentation(str(path)).save(str(path))
    assert not is_untouched(path)


@pytest.mark.parametrize("kept", [0, 1, 21, 2_000, -1, -22])
def test_file_cut_short_is_somebodys_work(kept: int, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    assert not is_untouched(path)


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + bytes(18), b"{}", b"Notat\n" * 400, OLE])
def test_foreign_file_is_somebodys_work(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    assert not is_untouched(path)


def test_another_programs_deck_is_somebodys_work(path: Path) -> None:
    Presentation().save(str(path))
    assert not is_untouched(path)


def test_folder_and_missing_file_are_somebodys_work(path: Path, tmp_path: Path) -> None:
    assert not is_untouched(tmp_path)
    assert not is_untouched(path.with_name("borte.pptx"))


def test_file_that_may_not_be_read_is_somebodys_work(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(zipfile, "ZipFile", refuse)  # root may read whatever the mode says
    assert not is_untouched(path)


def test_file_with_a_password_on_its_members_is_somebodys_work(path: Path) -> None:
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.start_dir
    data[start + 8] |= 1  # the flag that the first member is encrypted
    data[6] |= 1
    path.write_bytes(data)
    assert not is_untouched(path)


def test_spoilt_bytes_never_raise(path: Path) -> None:
    good = path.read_bytes()
    chance = random.Random(3110)
    for _ in range(60):
        spoilt = bytearray(good)
        for _ in range(4):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path.write_bytes(spoilt)
        is_untouched(path)


def test_member_added_or_put_in_anew_is_seen(path: Path) -> None:
    def add(members: Members) -> None:
        members.again.append(("ppt/media/image1.png", b"\x89PNG"))

    def put_in_anew(members: Members) -> None:
        members.again.append((slide(4), members.held[slide(5)]))

    for change in (add, put_in_anew):
        path.write_bytes(planted(deck_plan.deck(), change))
        assert not is_untouched(path)


def test_mark_of_a_deck_made_of_other_words_differs(path: Path) -> None:
    path.write_bytes(planted(deck_plan.deck(), swap(slide(4), "Hva kan vi", "Hva vil vi")))
    assert is_untouched(path)
    assert tags(path.read_bytes())[3][HASH_TAG] != tags(deck_plan.deck())[3][HASH_TAG]


def test_tags_carry_key_id_version_and_hash() -> None:
    document = deck_plan.document()
    found = tags(deck_plan.deck())

    assert [tag[KEY_TAG] for tag in found] == [page.key for page in document.pages]
    assert [tag[ID_TAG] for tag in found] == [page.content_id for page in document.pages]
    assert {tag[VERSION_TAG] for tag in found} == {document.content_version}
    assert len({tag[HASH_TAG] for tag in found}) == len(found)
    assert edited_slides(deck_plan.deck()) == []
