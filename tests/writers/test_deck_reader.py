"""A deck is read back: what each slide was and is, whoever saved it, and what hinders the reading is told."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from tests.writers import deck_editing, deck_plan
from workshop_kit.store.faults import StoreFault
from workshop_kit.writers.deck_reader import SlideRead, read_deck

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "deck.pptx"
    made.write_bytes(deck_plan.deck())
    return made


def differing(path: Path, field: str) -> list[int]:
    """Give the numbers of the slides that are not as they were made, in one respect."""
    return [number for number, slide in enumerate(read_deck(path).slides, start=1) if getattr(slide, field) != getattr(slide.made, field)]


def test_a_deck_is_read_with_the_keys_and_titles_it_was_made_with(path: Path) -> None:
    pages, read = deck_plan.document().pages, read_deck(path)

    assert read.is_untouched
    assert read.is_ours
    assert [slide.made.key for slide in read.slides if slide.made] == [page.key for page in pages]
    assert [slide.title for slide in read.slides] == [" ".join(page.title.split()) for page in pages]
    assert [slide.is_hidden for slide in read.slides] == [page.hidden for page in pages]


@pytest.mark.parametrize("field", ["drawing", "words", "places", "notes", "is_hidden"])
def test_every_slide_is_as_it_was_made(path: Path, field: str) -> None:
    assert differing(path, field) == []


def test_saved_again_only_the_deck_is_another(path: Path) -> None:
    deck_editing.edit(path)

    assert not read_deck(path).is_untouched
    assert differing(path, "words") == differing(path, "places") == differing(path, "notes") == []


@pytest.mark.parametrize(
    ("edit", "field"),
    [
        (deck_editing.retitle(4, "Hva vil vi låne?"), "words"),
        (deck_editing.say(4, "Si: Velkommen."), "notes"),
        (deck_editing.shift(4), "places"),
        (deck_editing.hide(4), "is_hidden"),
    ],
)
def test_an_edit_is_seen_where_it_is_and_nowhere_else(path: Path, edit: deck_editing.Edit, field: str) -> None:
    deck_editing.edit(path, edit)

    found = {each: differing(path, each) for each in ("words", "places", "notes", "is_hidden")}
    assert found == {each: [4] if each == field else [] for each in found}


def test_a_charts_changed_number_is_seen(path: Path) -> None:
    numbers = [
        number for number, slide in enumerate(Presentation(str(path)).slides, start=1) if any(shape.has_chart for shape in slide.shapes)
    ]
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["ppt/charts/chart1.xml"] = members["ppt/charts/chart1.xml"].replace(b"<c:v>", b"<c:v>9", 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)

    assert differing(path, "words") == numbers[:1]


def test_a_slide_added_by_hand_has_no_marks(path: Path) -> None:
    deck_editing.edit(path, deck_editing.add("Vårt eget lysbilde"))
    last = read_deck(path).slides[-1]

    assert (last.made, last.title) == (None, "Vårt eget lysbilde")


def test_another_programs_deck_is_not_ours(path: Path) -> None:
    Presentation().save(str(path))
    read = read_deck(path)

    assert (read.is_ours, read.is_untouched, read.slides) == (False, False, ())


def key_of(path: Path) -> str:
    with pytest.raises(StoreFault) as caught:
        read_deck(path)
    assert caught.value.values["path"] == str(path)
    return caught.value.key


def test_a_deck_with_a_password_is_told(path: Path) -> None:
    path.write_bytes(OLE)
    assert key_of(path) == "store.deck_locked"


@pytest.mark.parametrize("kept", [0, 21, 2_000, -22])
def test_a_broken_deck_is_told(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    assert key_of(path) == "store.deck_broken"


def test_a_deck_with_spoilt_slides_is_told(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content[:200] if name == "ppt/slides/slide3.xml" else content)

    assert key_of(path) == "store.deck_broken"


def test_an_archive_that_is_no_deck_is_told(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notat.txt", "Hei")
    assert key_of(path) == "store.deck_broken"


def test_a_missing_deck_and_one_that_may_not_be_read_are_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    assert key_of(path.with_name("borte.pptx")) == "store.not_found"
    monkeypatch.setattr(Path, "read_bytes", refuse)  # root may read whatever the mode says
    assert key_of(path) == "store.not_readable"


def saved_by_an_office_suite(path: Path) -> Path:
    """Let the office suite open a deck and save it again."""
    if shutil.which("soffice") is None:
        told = "soffice not found: install libreoffice-impress to see what it keeps of a deck"
        if os.environ.get("WORKSHOP_KIT_HEAVY") == "1":
            pytest.fail(told)
        pytest.skip(told)
    out = path.parent / "saved"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "pptx", "--outdir", str(out), str(path)],
        check=True,
        capture_output=True,
        timeout=240,
        env={**os.environ, "HOME": str(path.parent)},
    )
    return out / path.name


@pytest.mark.heavy
def test_an_office_suite_drops_the_marks_and_keeps_words_notes_and_order(path: Path) -> None:
    before, after = read_deck(path), read_deck(saved_by_an_office_suite(path))

    def kept(slides: tuple[SlideRead, ...]) -> list[tuple[str, str, str, bool]]:
        return [(slide.title, slide.words, slide.notes, slide.is_hidden) for slide in slides]

    assert kept(after.slides) == kept(before.slides)
    assert not after.has_marks
    assert after.is_ours
