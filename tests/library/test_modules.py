"""A module is read with its texts, and each fault in it is told with file and line."""

from pathlib import Path

import pytest

from tests.library.make import KNOWN, MODULE, MODULE_TEXT, found, write_module
from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.language import Language
from workshop_kit.domain.text import plain
from workshop_kit.library.modules import read_module
from workshop_kit.library.shelf import Shelf


def faults(root: Path, data: str = MODULE, text: str = MODULE_TEXT, nn: str | None = None) -> list[tuple[str, int | None, str]]:
    folder = write_module(root, data, text, nn)
    return found(read_module(Shelf(root=root), folder, KNOWN)[1])


def slides_left(root: Path) -> list[str]:
    module, _ = read_module(Shelf(root=root), root / "slides" / "modules" / "beg", KNOWN)
    return [] if module is None else [slide.id for slide in module.slides]


def test_a_module_without_faults_has_slides_and_texts_in_both_languages(tmp_path: Path) -> None:
    module, problems = read_module(Shelf(root=tmp_path), write_module(tmp_path), KNOWN)

    assert problems == ()
    assert module is not None
    assert (module.id, module.learning_point, module.kind, module.name.nn) == ("beg", 1, BlockKind.TALK, "Omgrepa")
    assert [slide.id for slide in module.slides] == ["BEG-1", "BEG-2"]
    text = module.text(Language.NN, "BEG-1")
    assert text.title == "Tre begreper møtes i {navn} kommune"
    assert str(text.where) == "slides/modules/beg/nn.md:1"
    assert plain(text.sections["say"]) == "Si noe om 3 ting."
    assert [run.language for run in text.sections["lead"][0].runs] == [None, None, None, "nb-NO", None]


def test_marks_are_stripped_from_titles(tmp_path: Path) -> None:
    text = MODULE_TEXT.replace("# Tre begreper møtes", "# ⟦Nasjonalt veikart⟧ møter")
    module, _ = read_module(Shelf(root=tmp_path), write_module(tmp_path, text=text), KNOWN)

    assert module is not None
    assert module.text(Language.NB, "BEG-1").title == "Nasjonalt veikart møter i {navn} kommune"


def test_any_slide_may_have_questions_for_those_who_come(tmp_path: Path) -> None:
    text = MODULE_TEXT.replace("## say\nSi noe om", "## ask.leader\nHvem eier det?\n\n## say\nSi noe om")
    module, problems = read_module(Shelf(root=tmp_path), write_module(tmp_path, text=text), KNOWN)

    assert problems == ()
    assert module is not None
    assert plain(module.text(Language.NN, "BEG-1").sections["ask.leader"]) == "Hvem eier det?"


def test_a_missing_language_leaves_the_module_out(tmp_path: Path) -> None:
    (write_module(tmp_path) / "nn.md").unlink()

    module, problems = read_module(Shelf(root=tmp_path), tmp_path / "slides" / "modules" / "beg", KNOWN)

    assert module is None
    assert found(problems) == [("nn.md", None, "missing_language")]
    assert problems[0].values == {"language": "nn"}


def test_a_missing_file_leaves_the_module_out(tmp_path: Path) -> None:
    (write_module(tmp_path) / "module.toml").unlink()

    module, problems = read_module(Shelf(root=tmp_path), tmp_path / "slides" / "modules" / "beg", KNOWN)

    assert module is None
    assert found(problems) == [("module.toml", None, "file_missing")]


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("order = 30", "order = 30\nodrer = 31", 3, "unknown_key"),
        ("order = 30\n", "", 1, "missing_key"),
        ("order = 30", 'order = "30"', 2, "wants_whole_number"),
        ('kind = "talk"', 'kind = "exercise"', 4, "unknown_value"),
        ("learning_point = 1", "learning_point = 5", 3, "unknown_value"),
        ("order = 30", "order = = 30", 2, "broken_toml"),
        ('id = "beg"', 'id = "BEG"', 1, "folder_name"),
        ('facts = ["aims-2019"]', 'fact = ["aims-2019"]', 19, "unknown_key"),
        ("minutes = 2", "minutes = 2.5", 17, "wants_whole_number"),
        ('use = ["H", "D"]', 'use = ["H", "X"]', 18, "unknown_value"),
        ('use = ["H", "D"]', 'use = "H"', 18, "wants_list"),
        ('layout = "canvas"\n', "", 13, "missing_key"),
        ('name = {nb = "Begrepene", nn = "Omgrepa"}', 'name = {nb = "Begrepene"}', 5, "missing_key"),
    ],
)
def test_a_broken_module_file_is_left_out_and_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert old in MODULE

    assert faults(tmp_path, MODULE.replace(old, new)) == [("module.toml", line, key)]
    assert slides_left(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('layout = "canvas"', 'layout = "canavs"', 15, "unknown_layout"),
        ('figure = "smart-city"', 'figure = "smart-ctiy"', 16, "unknown_figure"),
        ('figure = "smart-city"\n', "", 13, "missing_figure"),
        ('facts = ["aims-2019"]', 'facts = ["aims-2018"]', 19, "unknown_fact"),
        ("minutes = 2", "minutes = 2\ntalk_minutes = 3", 18, "talk_too_long"),
    ],
)
def test_a_slide_that_cannot_be_shown_is_left_out(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert ("module.toml", line, key) in faults(tmp_path, MODULE.replace(old, new))
    assert slides_left(tmp_path) == ["BEG-1"]


def test_a_slide_id_that_comes_twice_is_left_out_the_second_time(tmp_path: Path) -> None:
    twice = MODULE + '\n[[slide]]\nid = "BEG-1"\nlayout = "statement"\nminutes = 1\nuse = ["D"]\n'

    assert faults(tmp_path, twice) == [("module.toml", 21, "duplicate_id")]
    assert slides_left(tmp_path) == ["BEG-1", "BEG-2"]


def test_a_slide_without_text_in_one_language_is_left_out(tmp_path: Path) -> None:
    nn = MODULE_TEXT.split('+++\nid = "BEG-2"')[0]

    assert faults(tmp_path, nn=nn) == [("module.toml", 13, "slide_without_text")]
    assert slides_left(tmp_path) == ["BEG-1"]


def test_a_text_that_belongs_to_no_slide_is_told(tmp_path: Path) -> None:
    data = MODULE.split('\n[[slide]]\nid = "BEG-2"')[0]

    assert faults(tmp_path, data) == [("nb.md", 15, "text_without_slide"), ("nn.md", 15, "text_without_slide")]


def test_a_missing_or_empty_section_leaves_the_slide_out(tmp_path: Path) -> None:
    text = MODULE_TEXT.replace("## aims\n- Ett\n- To\n", "## aims\n").replace("## do\nSpør.\n\n+++", "+++")

    assert faults(tmp_path, text=text, nn=MODULE_TEXT) == [("nb.md", 4, "missing_section"), ("nb.md", 21, "missing_section")]
    assert slides_left(tmp_path) == []


def test_a_missing_title_leaves_the_slide_out(tmp_path: Path) -> None:
    text = MODULE_TEXT.replace("# En smartby har fire mål\n", "")

    assert faults(tmp_path, text=text, nn=MODULE_TEXT)[0] == ("nb.md", 18, "missing_title")
    assert slides_left(tmp_path) == ["BEG-1"]


def test_a_section_that_nobody_uses_is_told_but_the_slide_stays(tmp_path: Path) -> None:
    text = MODULE_TEXT.replace("## lead\n", "## laed\n").replace("# En smartby har fire mål\n", "# En smartby har fire mål\nBrød\n")

    assert faults(tmp_path, text=text, nn=MODULE_TEXT) == [("nb.md", 7, "unused_section"), ("nb.md", 19, "unused_body")]
    assert slides_left(tmp_path) == ["BEG-1", "BEG-2"]


def test_markup_that_is_not_allowed_is_told_but_the_slide_stays(tmp_path: Path) -> None:
    assert faults(tmp_path, text=MODULE_TEXT.replace("Spør.", "Spør *alle*.", 1), nn=MODULE_TEXT) == [("nb.md", 13, "no_italics")]
    assert slides_left(tmp_path) == ["BEG-1", "BEG-2"]


def test_tokens_and_figures_must_be_the_same_in_both_languages(tmp_path: Path) -> None:
    nn = MODULE_TEXT.replace("{navn}", "{fylke}").replace("3 ting", "4 ting")

    _, problems = read_module(Shelf(root=tmp_path), write_module(tmp_path, nn=nn), KNOWN)

    assert found(problems) == [("nn.md", 1, "tokens_differ"), ("nn.md", 1, "figures_differ")]
    assert problems[0].values == {"name": "BEG-1", "nb": "navn", "nn": "fylke"}
    assert problems[1].values == {"name": "BEG-1", "nb": "3", "nn": "4"}


def test_a_brace_that_is_no_token_is_told_with_its_line(tmp_path: Path) -> None:
    assert faults(tmp_path, text=MODULE_TEXT.replace("Si noe om 3 ting.", "Si {navn."))[0] == ("nb.md", 10, "lone_brace")


CHOICE = MODULE.replace('layout = "statement"', 'layout = "statement"\nchoice = "growth"')
UP_AND_DOWN = (
    "\n".join(f'+++\nid = "BEG-1"\nvariant = "{variant}"\n+++\n# Tre {variant}\n## say\nSi\n## do\nGjør\n' for variant in ("up", "down"))
    + MODULE_TEXT[MODULE_TEXT.index('+++\nid = "BEG-2"') :]
)


def test_a_slide_with_a_choice_has_a_text_for_each_variant(tmp_path: Path) -> None:
    module, problems = read_module(Shelf(root=tmp_path), write_module(tmp_path, CHOICE, UP_AND_DOWN), KNOWN)

    assert problems == ()
    assert module is not None
    assert module.text(Language.NB, "BEG-1", "down").title == "Tre down"


def test_variants_must_be_the_same_in_both_languages(tmp_path: Path) -> None:
    nn = UP_AND_DOWN.replace('variant = "down"', 'variant = "flat"')

    _, problems = read_module(Shelf(root=tmp_path), write_module(tmp_path, CHOICE, UP_AND_DOWN, nn), KNOWN)

    assert found(problems) == [("module.toml", 7, "variants_differ")]
    assert problems[0].values == {"id": "BEG-1", "nb": "down", "nn": "flat"}


@pytest.mark.parametrize(("data", "text"), [(CHOICE, MODULE_TEXT), (MODULE, UP_AND_DOWN)])
def test_variants_without_a_choice_or_a_choice_without_variants_are_told(tmp_path: Path, data: str, text: str) -> None:
    assert [row[2] for row in faults(tmp_path, data, text)] == ["variants_and_choice", "variants_and_choice"]


def test_the_same_text_twice_leaves_the_module_out(tmp_path: Path) -> None:
    assert faults(tmp_path, text=MODULE_TEXT + MODULE_TEXT, nn=MODULE_TEXT) == [("nb.md", 33, "duplicate_id")]
    assert slides_left(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [('id = "BEG-2"', 'id = "BEG-2"\nvarient = "up"', 17, "unknown_key"), ('id = "BEG-2"', "id = 2", 16, "wants_text")],
)
def test_broken_front_matter_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert faults(tmp_path, text=MODULE_TEXT.replace(old, new), nn=MODULE_TEXT) == [("nb.md", line, key)]


def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    (write_module(tmp_path) / "nb.md").write_bytes(MODULE_TEXT.encode("latin-1", errors="replace"))

    _, problems = read_module(Shelf(root=tmp_path), tmp_path / "slides" / "modules" / "beg", KNOWN)

    assert found(problems) == [("nb.md", 4, "not_utf8")]


def test_a_folder_in_a_files_place_is_told(tmp_path: Path) -> None:
    folder = write_module(tmp_path)
    (folder / "nb.md").unlink()
    (folder / "nb.md").mkdir()

    _, problems = read_module(Shelf(root=tmp_path), folder, KNOWN)

    assert found(problems) == [("nb.md", None, "file_unreadable")]


def test_windows_newlines_and_a_byte_order_mark_are_no_faults(tmp_path: Path) -> None:
    folder = write_module(tmp_path)
    for name in ("module.toml", "nb.md", "nn.md"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    module, problems = read_module(Shelf(root=tmp_path), folder, KNOWN)

    assert problems == ()
    assert module is not None
    assert plain(module.text(Language.NB, "BEG-1").sections["do"]) == "Spør."
