"""What is wrong in the own folder is told once for each thing there is to do."""

from pathlib import Path

from tests.library.make import KNOWN, write
from tests.library.test_drafts import filled
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.library.draft_files import files_of, folder_of
from workshop_kit.library.drafts import new_example, with_text
from workshop_kit.library.own_items import read_own
from workshop_kit.ui.content.faults import faults_in


def problem(path: Path, key: str, line: int | None = None, **values: str) -> Problem:
    return Problem(where=Where(file=str(path), line=line), key=f"content.{key}", values=values)


def test_a_language_that_is_missing_and_what_is_to_be_filled_in_are_told_once_and_others_files_not_at_all(tmp_path: Path) -> None:
    draft = filled(new_example("3110"), "Ord")
    for name in ("title", "need", "did", "result", "learn", "say", "do"):
        draft = with_text(draft, Language.NN, name, "")
    folder = folder_of(draft, tmp_path)
    for name, text in files_of(draft).items():
        write(folder / name, text)
    facts = tmp_path / "assets" / "data" / "facts.toml"
    problems = (
        problem(folder / "nb.md", "missing_section", 3),
        problem(folder / "nb.md", "missing_section", 3),
        problem(folder / "nn.md", "missing_title", 1),
        problem(folder / "module.toml", "slide_without_text", language="nn"),
        problem(folder / "example.toml", "example_without_source", 10),
        problem(folder / "example.toml", "example_without_source", 10),
        problem(facts, "broken_toml", 1),
        problem(Path("slides/modules/beg/nb.md"), "missing_title", 1),
    )

    found = faults_in(tmp_path, read_own(tmp_path, KNOWN), problems)

    told = [(Path(each.where.file).name, each.problem.key if each.problem else each.missing, each.item is not None) for each in found]
    assert told == [
        ("nn.md", Language.NN, True),
        ("nb.md", "content.missing_section", True),
        ("example.toml", "content.example_without_source", True),
        ("facts.toml", "content.broken_toml", False),
    ]
