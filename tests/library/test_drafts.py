"""What the editor writes is what the loader reads: own examples and slides as files, and back again."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.library.make import KNOWN, write, write_library
from workshop_kit.domain.content import Confidence, Use
from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.workshop import OwnExample
from workshop_kit.library.draft_check import DraftShelf, check_draft
from workshop_kit.library.draft_files import files_of, folder_of, read_example_draft, read_slide_draft
from workshop_kit.library.draft_text import DraftText, tidy
from workshop_kit.library.drafts import (
    LAYOUTS,
    NOTES,
    ROWS,
    Draft,
    ExampleDraft,
    PartDraft,
    SlideDraft,
    SlideSource,
    copy_of,
    example_from,
    new_example,
    new_id,
    new_slide,
    with_copy,
    with_id,
    with_layout,
    with_source,
    with_text,
)
from workshop_kit.library.load import load_library

ODD = {
    "quotes": "Han sa \"ja\", hun sa «nei» og 'kanskje'",
    "fences": "+++\nikke en ny del\n+++",
    "headings": "# ikke en tittel\n## ikke en del\n###### heller ikke\n#",
    "backslashes": "C:\\mappe\\ny og \\# og \\\\",
    "letters": "Kárášjohka, Unjárga, ŋ ŧ đ, 漢字, 😀 og \u00a0hardt mellomrom",
    "token": "Slik er det i {navn} kommune",
    "long": "Vi bygde et torg sammen med naboene. " * 400,
}


def filled(draft: Draft, words: str, title: str = "Vi bygde et torg") -> Draft:
    names = ROWS if isinstance(draft, ExampleDraft) else LAYOUTS[draft.spec.layout]
    for language in Language:
        draft = with_text(draft, language, "title", title)
        for name in (*names, *NOTES):
            draft = with_text(draft, language, name, words)
        draft = with_source(draft, language, "Hvaler kommune (2024)")
    return with_id(draft, ())


def again(draft: Draft, files: Mapping[str, str] | None = None) -> Draft | None:
    shelf = DraftShelf(root=Path(), files=files_of(draft) if files is None else files)
    return read_example_draft(shelf, Path(draft.id)) if isinstance(draft, ExampleDraft) else read_slide_draft(shelf, Path(draft.id))


@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_odd_words_come_back_and_the_loader_has_nothing_to_remark(words: str) -> None:
    for draft in (filled(new_example("3110"), words), *(filled(with_layout(new_slide("beg"), each), words) for each in LAYOUTS)):
        checked = check_draft(draft, KNOWN)
        assert (checked.is_shown, checked.missing, checked.remarks) == (True, frozenset(), ())
        back = again(draft)
        assert back is not None
        assert {language: text.of("say") for language, text in back.texts.items()} == dict.fromkeys(Language, tidy(words))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=60))
def test_whatever_is_typed_the_files_can_be_read_and_say_the_same(words: str, title: str) -> None:
    for draft in (filled(new_example("3110"), words, title), filled(new_slide("beg"), words, title)):
        first = again(draft)
        assert first is not None
        assert files_of(first) == files_of(draft)


def test_all_that_an_example_says_is_kept() -> None:
    draft = filled(new_example("3110"), "Ord")
    assert isinstance(draft, ExampleDraft)
    file = replace(draft.file, year=2024, themes=("energi", "by"), goals=(7, 13), principles=(3,), confidence=Confidence.DERIVED)
    file = replace(file, url='https://example.no/?a=1&b="2"', checked="2026-01-02", type="SDG", quality="B")
    draft = replace(draft, file=file)

    assert again(draft) == replace(draft, texts=again_texts(draft))


def again_texts(draft: Draft) -> Mapping[Language, DraftText]:
    back = again(draft)
    assert back is not None
    return back.texts


def test_all_that_a_slide_says_is_kept_with_its_source_in_a_file_beside() -> None:
    draft = filled(new_slide("beg"), "Ord")
    assert isinstance(draft, SlideDraft)
    spec = replace(draft.spec, minutes=4, talk_minutes=2, use=(Use.FULL_DAY,), weight=None, when="under_5000", facts=("aims-2019",))
    source = SlideSource(nb="A (2024)", nn="B (2024)", url="https://example.no", confidence=Confidence.SEEN_SECOND_HAND)
    draft = replace(draft, spec=spec, after="BEG-1", source=source)

    back = again(draft)

    assert back == replace(draft, texts=again_texts(draft))
    assert "year = 2024" in files_of(draft)["facts.toml"]


def test_a_slide_without_a_source_has_no_words_in_the_file_of_facts() -> None:
    assert files_of(with_id(new_slide("beg"), ()))["facts.toml"] == ""


def test_a_folder_with_more_than_the_editor_writes_is_left_to_its_author() -> None:
    draft = filled(new_slide("beg"), "Ord")
    files = files_of(draft)
    second = (
        files["module.toml"] + files["module.toml"].split("\n\n", 1)[1].replace(draft.spec.id, "B") if isinstance(draft, SlideDraft) else ""
    )

    assert again(draft, {**files, "module.toml": second}) is None
    assert again(draft, {**files, "module.toml": files["module.toml"].replace("extends", "# extends")}) is None


def test_ids_are_made_of_titles_and_are_nobody_elses() -> None:
    assert new_id("Vågå: Ære være «Ødegård»!", "x", ()) == "vaga-aere-vaere-odegard"
    assert new_id("Torg", "x", ("torg", "TORG-2")) == "torg-3"
    assert new_id("漢字", "eksempel", ()) == "eksempel"
    assert len(new_id("ord " * 60, "x", ())) <= 40
    named = with_id(with_text(new_slide("beg"), Language.NN, "title", "Vårt kart"), ())
    assert isinstance(named, SlideDraft)
    assert (named.id, named.spec.id) == ("egen-vart-kart", "EGEN-VART-KART")


def test_words_go_along_to_another_layout_and_what_that_does_not_show_stays_out_of_the_file() -> None:
    draft = filled(new_slide("beg"), "- Ett punkt")
    assert isinstance(draft, SlideDraft)
    moved = with_layout(draft, "two-columns")

    assert moved.texts[Language.NB].of("left") == "- Ett punkt"
    assert "## left\n" in files_of(moved)["nb.md"]
    left = replace(moved, spec=replace(moved.spec, layout="statement"))
    assert "## left" not in files_of(left)["nb.md"]


def test_one_language_is_a_start_for_the_other_and_a_source_that_is_there_is_kept() -> None:
    draft = with_source(with_text(new_example(), Language.NB, "title", "Torget"), Language.NB, "Kilde")
    assert files_of(with_copy(draft, Language.NB, Language.NN))["example.toml"].count('"Kilde"') == 2
    kept = with_copy(with_source(draft, Language.NN, "Kjelde"), Language.NB, Language.NN)
    assert isinstance(kept, ExampleDraft)
    assert (kept.texts[Language.NN].title, kept.file.source.nn) == ("Torget", "Kjelde")


def test_a_clients_own_example_becomes_one_that_others_can_be_shown() -> None:
    own = OwnExample(title="Torget", need="Behov", did="Gjorde", result="Resultat", learn="Lærdom", year=2024)
    draft = example_from(own, "3110", Language.NN)

    assert (draft.file.municipalities, draft.file.year) == (("3110",), 2024)
    assert draft.texts[Language.NN].of("learn") == "Lærdom"
    assert draft.texts[Language.NB].is_blank


def test_a_copy_has_no_folder_and_its_own_order() -> None:
    draft = filled(new_example("3110"), "Ord")
    copied = copy_of(draft)
    assert (copied.id, copied.texts) == ("", draft.texts)
    slide = copy_of(filled(new_slide("beg"), "Ord"))
    assert isinstance(slide, SlideDraft)
    assert (slide.id, slide.spec.id) == ("", "")


def test_a_part_and_the_slide_in_it_are_read_with_the_shipped_content(tmp_path: Path) -> None:
    root, own = write_library(tmp_path / "shipped"), tmp_path / "own"
    part = PartDraft(id="fra-norkart", name=Translated(nb='Fra "Norkart"', nn="Frå Norkart"), order=31)
    slide = with_id(filled(replace(new_slide("fra-norkart"), extends=part.id), "- Ord"), ())
    for draft in (part, slide):
        for name, text in files_of(draft).items():
            write(folder_of(draft, own) / name, text)

    library, problems = load_library(own, root=root)

    assert problems == ()
    module = library.module("fra-norkart")
    assert (module.name.nb, [each.id for each in module.slides]) == ('Fra "Norkart"', ["EGEN-VI-BYGDE-ET-TORG"])
    assert library.facts[slide.id].source_nb == "Hvaler kommune (2024)"
