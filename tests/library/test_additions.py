"""Slides of the facilitator's own join a shipped module, where they say they are to stand."""

from pathlib import Path

from tests.library.make import found, write_library, write_pair
from workshop_kit.domain.content import Library
from workshop_kit.domain.problem import Problem
from workshop_kit.library.load import load_library

TEXT = '+++\nid = "{id}"\n+++\n# Tittel {id}\n\n## say\nSi.\n\n## do\nSpør.\n'


def add(own: Path, name: str, extends: str = "beg", after: str = "") -> Path:
    data = f'id = "{name}"\nextends = "{extends}"\nafter = "{after}"\n[[slide]]\nid = "{name.upper()}"\nlayout = "statement"\n'
    folder = own / "slides" / "modules" / name
    return write_pair(folder, "module.toml", f'{data}minutes = 1\nuse = ["H"]\n', TEXT.format(id=name.upper()))


def loaded(tmp_path: Path) -> tuple[Library, tuple[Problem, ...]]:
    return load_library(tmp_path / "own", root=write_library(tmp_path / "shipped"))


def order(library: Library) -> list[str]:
    return [slide.id for slide in library.module("beg").slides]


def test_a_slide_joins_a_module_last_or_after_the_slide_it_names(tmp_path: Path) -> None:
    add(tmp_path / "own", "a", after="BEG-1")
    add(tmp_path / "own", "b")
    library, problems = loaded(tmp_path)
    assert problems == ()
    assert order(library) == ["BEG-1", "A", "BEG-2", "B"]


def test_slides_after_the_same_one_keep_their_order_and_a_slide_may_follow_one_that_is_read_later(tmp_path: Path) -> None:
    for name, after in (("a", "C"), ("b", "BEG-1"), ("c", "BEG-1"), ("d", "BEG-1")):
        add(tmp_path / "own", name, after=after)
    assert order(loaded(tmp_path)[0]) == ["BEG-1", "B", "C", "A", "D", "BEG-2"]


def test_a_slide_after_one_that_there_is_none_of_comes_last_and_is_told(tmp_path: Path) -> None:
    add(tmp_path / "own", "a", after="NEI-1")
    library, problems = loaded(tmp_path)
    assert order(library)[-1] == "A"
    assert found(problems) == [("module.toml", None, "unknown_after")]


def test_a_slide_for_a_module_that_there_is_none_of_is_left_out_and_told(tmp_path: Path) -> None:
    add(tmp_path / "own", "a", extends="nei")
    library, problems = loaded(tmp_path)
    assert "A" not in order(library)
    assert found(problems) == [("module.toml", None, "unknown_part")]


def test_an_id_that_is_taken_is_told_and_the_slide_left_out(tmp_path: Path) -> None:
    folder = add(tmp_path / "own", "a")
    for name in ("module.toml", "nb.md", "nn.md"):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace('"A"', '"BEG-1"'), encoding="utf-8")
    library, problems = loaded(tmp_path)
    assert order(library) == ["BEG-1", "BEG-2"]
    assert found(problems) == [("nb.md", 1, "id_taken")]


def test_a_folder_with_another_name_than_its_id_and_one_without_nynorsk_are_left_out(tmp_path: Path) -> None:
    add(tmp_path / "own", "a").rename(tmp_path / "own" / "slides" / "modules" / "b")
    (add(tmp_path / "own", "c") / "nn.md").unlink()
    library, problems = loaded(tmp_path)
    assert order(library) == ["BEG-1", "BEG-2"]
    assert [key for _, _, key in found(problems)] == ["folder_name", "missing_language"]


def test_a_part_without_slides_is_no_module_and_no_fault(tmp_path: Path) -> None:
    folder = tmp_path / "own" / "slides" / "modules" / "egen"
    folder.mkdir(parents=True)
    (folder / "module.toml").write_text('id = "egen"\norder = 5\nkind = "talk"\nname = {nb = "A", nn = "B"}\n', encoding="utf-8")
    library, problems = loaded(tmp_path)
    assert problems == ()
    assert [module.id for module in library.modules] == ["beg"]
