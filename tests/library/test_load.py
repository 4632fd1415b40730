"""The library is read from the shipped folders and the user's own; what is broken is left out and listed, never raised."""

from pathlib import Path

import pytest

from tests.library.make import (
    EXAMPLE,
    EXERCISE,
    FACTS,
    MODULE,
    MODULE_TEXT,
    found,
    write,
    write_example,
    write_exercise,
    write_library,
    write_module,
)
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Where
from workshop_kit.library.body import split_body
from workshop_kit.library.front_matter import split_parts
from workshop_kit.library.load import load_library
from workshop_kit.library.markdown import problems_in
from workshop_kit.library.messages import LANGUAGES, message
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.paths import EXERCISES, SLIDES, shipped

MUNICIPALITIES = load_municipalities()


def test_a_library_without_faults_is_read_whole(tmp_path: Path) -> None:
    library, problems = load_library(root=write_library(tmp_path))

    assert problems == ()
    assert library.module("beg").name.nb == "Begrepene"
    assert library.exercise("F1").order == 10
    assert [example.id for example in library.examples] == ["hvaler-sol"]
    assert list(library.facts) == ["aims-2019"]
    assert len(library.goals) == 17
    assert library.words[Language.NB]["source"] == "Kilde"


def test_pieces_come_in_the_order_of_their_order(tmp_path: Path) -> None:
    write_library(tmp_path)
    second = MODULE.replace('"beg"', '"avs"').replace("order = 30", "order = 90").replace("BEG", "AVS")
    write_module(tmp_path, second, MODULE_TEXT.replace("BEG", "AVS"), folder="avs")

    library, problems = load_library(root=tmp_path)

    assert problems == ()
    assert [module.id for module in library.modules] == ["beg", "avs"]


def test_the_users_own_folder_is_read_like_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "own"
    write_example(own, EXAMPLE.replace("hvaler-sol", "hvaler-sjo").replace("order = 1", "order = 2"), folder="hvaler-sjo")
    write(own / "assets" / "data" / "facts.toml", FACTS.replace("aims-2019", "own-fact"))

    library, problems = load_library(own, root=write_library(tmp_path / "shipped"))

    assert problems == ()
    assert [example.id for example in library.examples] == ["hvaler-sol", "hvaler-sjo"]
    assert set(library.facts) == {"aims-2019", "own-fact"}


def test_what_is_broken_in_the_users_own_folder_is_named_by_its_whole_path(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (write_example(own) / "nn.md").unlink()

    _, problems = load_library(own, root=write_library(tmp_path / "shipped"))

    assert [str(problem.where) for problem in problems] == [str(own / "slides" / "examples" / "hvaler-sol" / "nn.md")]


def test_an_own_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert load_library(tmp_path / "none", root=write_library(tmp_path))[1] == ()


def test_an_id_that_is_taken_leaves_the_later_one_out(tmp_path: Path) -> None:
    own = tmp_path / "own"
    write_module(own)
    write_example(own)
    write_exercise(own)

    library, problems = load_library(own, root=write_library(tmp_path / "shipped"))

    assert (len(library.modules), len(library.examples), len(library.exercises)) == (1, 1, 1)
    assert [problem.key for problem in problems] == ["content.id_taken"] * 3
    assert problems[0].values == {"id": "beg", "other": "slides/modules/beg/module.toml"}


def test_a_slide_id_that_another_module_has_leaves_the_slide_out(tmp_path: Path) -> None:
    write_library(tmp_path)
    second = MODULE.replace('"beg"', '"zzz"').replace('"BEG-2"', '"ZZZ-2"')
    write_module(tmp_path, second, MODULE_TEXT.replace('"BEG-2"', '"ZZZ-2"'), folder="zzz")

    library, problems = load_library(root=tmp_path)

    assert [slide.id for slide in library.module("zzz").slides] == ["ZZZ-2"]
    assert [(str(problem.where), problem.key) for problem in problems] == [("slides/modules/zzz/nb.md:1", "content.id_taken")]


def test_a_module_whose_every_slide_id_is_taken_is_left_out(tmp_path: Path) -> None:
    write_library(tmp_path)
    write_module(tmp_path, MODULE.replace('"beg"', '"zzz"'), folder="zzz")

    library, problems = load_library(root=tmp_path)

    assert [module.id for module in library.modules] == ["beg"]
    assert [problem.key for problem in problems] == ["content.id_taken", "content.id_taken"]


def test_an_exercise_that_follows_no_known_module_is_told(tmp_path: Path) -> None:
    write_library(tmp_path)
    write_exercise(tmp_path, EXERCISE.replace('modules = ["beg"]', 'modules = ["bge"]'))

    _, problems = load_library(root=tmp_path)

    assert found(problems) == [("exercise.toml", None, "unknown_module")]
    assert problems[0].values == {"id": "F1", "module": "bge"}


def test_broken_goals_are_told_once_and_not_wherever_a_goal_is_named(tmp_path: Path) -> None:
    write(write_library(tmp_path) / "assets" / "data" / "goals.toml", "[[goal]\n")

    library, problems = load_library(root=tmp_path)

    assert found(problems) == [("goals.toml", 1, "broken_toml")]
    assert len(library.examples) == 1


def test_an_empty_folder_gives_an_empty_library_and_says_what_is_missing(tmp_path: Path) -> None:
    library, problems = load_library(root=tmp_path)

    assert library.modules == ()
    assert [problem.where.file for problem in problems] == [
        "assets/data/facts.toml",
        "assets/data/goals.toml",
        "assets/words/nb.toml",
        "assets/words/nn.toml",
    ]


def test_hidden_folders_and_loose_files_are_no_content(tmp_path: Path) -> None:
    write_library(tmp_path)
    write(tmp_path / "slides" / "modules" / ".git" / "x", "")
    write(tmp_path / "slides" / "modules" / "README.md", "")

    assert load_library(root=tmp_path)[1] == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_can_be_told_in_words(tmp_path: Path, language: str) -> None:
    write_library(tmp_path)
    write_module(tmp_path, MODULE.replace("aims-2019", "x"), MODULE_TEXT.replace("## lead", "## laed"))
    write_exercise(tmp_path, EXERCISE.replace("wanted = 4", "wanted = 3"))

    _, problems = load_library(root=tmp_path)

    assert len(problems) >= 4
    assert all(message(language, problem.key, problem.values) for problem in problems)


def test_the_version_changes_with_any_content_and_with_nothing_else(tmp_path: Path) -> None:
    write_library(tmp_path)
    before = load_library(root=tmp_path)[0].version

    write(tmp_path / "slides" / ".DS_Store", "x")
    write(tmp_path / "assets" / "data" / "SOURCES.md", "x")
    write(tmp_path / "README.md", "x")
    assert load_library(root=tmp_path)[0].version == before

    write(tmp_path / "slides" / "layouts" / "title.toml", "x")
    after = load_library(root=tmp_path)[0].version
    assert after != before
    assert len(after) == 12
    assert int(after, 16) >= 0


def test_the_version_changes_with_a_files_name_and_with_the_users_own_content(tmp_path: Path) -> None:
    root = write_library(tmp_path / "shipped")
    before = load_library(root=root)[0].version

    (root / "exercises" / "f1").rename(root / "exercises" / "f1b")
    renamed = load_library(root=root)[0].version
    own = load_library(write_library(tmp_path / "own"), root=root)[0].version

    assert len({before, renamed, own}) == 3


def test_shipped_content_has_no_problems() -> None:
    _, problems = load_library(municipalities=MUNICIPALITIES)

    assert [f"{problem.where}: {message('en', problem.key, problem.values)}" for problem in problems] == []


def test_shipped_texts_have_no_problems_when_every_one_is_parsed() -> None:
    files = (path for folder in (SLIDES, EXERCISES) for path in folder.rglob("n[bn].md"))
    bodies = (
        (path, split_body(part.body, shipped(path), part.body_line)) for path in files for part in split_parts(path.read_text("utf-8"), "")
    )

    assert [
        f"{problem.where}: {problem.key}"
        for path, body in bodies
        for section in body.sections.values()
        for problem in problems_in(section.text, Language(path.stem), Where(file=body.file, line=section.line))
    ] == []
