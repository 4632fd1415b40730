"""The own folder is listed: what is whole, unfinished, broken, or written by hand."""

from pathlib import Path

from tests.library.make import KNOWN, write, write_library, write_module
from tests.library.test_drafts import filled
from workshop_kit.domain.language import Language, Translated
from workshop_kit.library.draft_content import PREVIEW_ID, shown_example, shown_slide
from workshop_kit.library.draft_files import files_of, folder_of
from workshop_kit.library.drafts import Draft, ExampleDraft, PartDraft, SlideDraft, new_example, new_slide, with_text
from workshop_kit.library.load import load_library
from workshop_kit.library.own_items import ItemKind, fingerprint, read_item, read_models, read_own


def save(draft: Draft | PartDraft, own: Path) -> Path:
    folder = folder_of(draft, own)
    for name, text in files_of(draft).items():
        write(folder / name, text)
    return folder


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    content = read_own(tmp_path / "none", KNOWN)
    assert (content.items, content.parts, fingerprint(tmp_path / "none")) == ((), (), frozenset())


def test_items_are_whole_broken_or_written_by_hand(tmp_path: Path) -> None:
    save(filled(new_example("3110"), "Ord"), tmp_path)
    save(filled(new_slide("beg"), "Ord"), tmp_path)
    save(PartDraft(id="del", name=Translated(nb="A", nn="B"), order=1), tmp_path)
    write_module(tmp_path)
    write(tmp_path / "slides" / "examples" / "knekt" / "example.toml", 'id = "knekt')
    write(tmp_path / "slides" / "modules" / "knekt" / "module.toml", "+")

    content = read_own(tmp_path, KNOWN)

    found = [(item.kind, item.folder.name, item.draft is not None, item.fault is not None) for item in content.items]
    assert found == [
        (ItemKind.EXAMPLE, "knekt", False, True),
        (ItemKind.EXAMPLE, "vi-bygde-et-torg", True, False),
        (ItemKind.SLIDE, "beg", False, False),
        (ItemKind.SLIDE, "egen-vi-bygde-et-torg", True, False),
        (ItemKind.SLIDE, "knekt", False, True),
    ]
    assert [part.id for part in content.parts] == ["del"]
    for item in content.items:
        assert read_item(tmp_path, item.folder, KNOWN).draft == item.draft


def test_a_change_of_a_file_shows_in_the_fingerprint_and_the_paper_basket_does_not(tmp_path: Path) -> None:
    folder = save(filled(new_example("3110"), "Ord"), tmp_path)
    before = fingerprint(tmp_path)
    write(tmp_path / ".papirkurv" / "slides" / "examples" / "a" / "nb.md", "x")
    assert fingerprint(tmp_path) == before
    write(folder / "nb.md", "et annet innhold")
    assert fingerprint(tmp_path) != before


def test_shipped_examples_and_slides_of_words_alone_are_models(tmp_path: Path) -> None:
    library, _ = load_library(root=write_library(tmp_path))
    models = read_models(library, tmp_path)
    assert [(model.kind, model.draft.id if model.draft else "") for model in models] == [
        (ItemKind.EXAMPLE, "hvaler-sol"),
        (ItemKind.SLIDE, "BEG-1"),
    ]
    slide = models[1].draft
    assert isinstance(slide, SlideDraft)
    assert slide.texts[Language.NB].of("lead") == "En tekst med **fete ord** og ⟦en fremmed tittel⟧."


def test_an_unfinished_piece_can_be_shown_all_the_same() -> None:
    begun, slide = with_text(new_example(), Language.NN, "need", "# Ord"), filled(new_slide("beg"), "Ord")
    assert isinstance(begun, ExampleDraft)
    assert isinstance(slide, SlideDraft)
    example = shown_example(begun, Language.NN, "3110")
    assert (example.id, example.municipalities) == (PREVIEW_ID, ("3110",))
    assert (example.texts[Language.NN].title, example.texts[Language.NN].sections["need"][0].text) == ("…", "# Ord")
    spec, text, facts = shown_slide(slide, Language.NN)
    assert (spec.facts, text.sections["body"][0].text, list(facts)) == ((text.id.lower(),), "Ord", [text.id.lower()])
    assert shown_slide(new_slide("beg"), Language.NB)[2] == {}
