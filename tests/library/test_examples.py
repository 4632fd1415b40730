"""An example is read with both its texts; one that lacks anything is left out and told with file and line."""

from pathlib import Path

import pytest

from tests.library.make import EXAMPLE, EXAMPLE_TEXT, KNOWN, found, write_example
from workshop_kit.domain.content import Avoid, Confidence
from workshop_kit.domain.language import Language
from workshop_kit.domain.text import plain
from workshop_kit.library.examples import read_example
from workshop_kit.library.shelf import Shelf


def test_an_example_without_faults_is_read_whole(tmp_path: Path) -> None:
    example, problems = read_example(Shelf(root=tmp_path), write_example(tmp_path), KNOWN)

    assert problems == ()
    assert example is not None
    assert (example.id, example.municipalities, example.goals, example.confidence) == ("hvaler-sol", ("3110",), (7, 13), Confidence.SEEN)
    assert example.texts[Language.NN].title == "Hvaler kommune satset tidlig på sol"
    assert plain(example.texts[Language.NB].sections["learn"]) == "Start smått."


def test_marks_are_stripped_from_the_source(tmp_path: Path) -> None:
    data = EXAMPLE.replace('nn = "Hvaler kommune (2023)"', 'nn = "⟦Årsmelding⟧ (2023)"')

    example, _ = read_example(Shelf(root=tmp_path), write_example(tmp_path, data), KNOWN)

    assert example is not None
    assert example.source.nn == "Årsmelding (2023)"


def test_an_example_may_say_for_whom_it_is_not_suited(tmp_path: Path) -> None:
    data = EXAMPLE.replace('checked = ""', 'checked = ""\navoid = ["sami"]')

    avoiding, plain = (read_example(Shelf(root=tmp_path), write_example(tmp_path, each), KNOWN)[0] for each in (data, EXAMPLE))
    assert avoiding is not None
    assert plain is not None
    assert (avoiding.avoid, plain.avoid) == ((Avoid.SAMI,), ())


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('municipalities = ["3110"]', 'municipalities = ["0111"]', 3, "unknown_municipality"),
        ('municipalities = ["3110"]', "municipalities = []", 3, "example_without_municipality"),
        ('municipalities = ["3110"]', "municipalities = [3110]", 3, "wants_text"),
        ("goals = [7, 13]", "goals = [7, 18]", 7, "unknown_goal"),
        ("principles = [3]", "principles = [9]", 8, "unknown_value"),
        ('quality = "A"', 'quality = "C"', 5, "unknown_value"),
        ('type = "SC"', 'type = "XX"', 9, "unknown_value"),
        ('confidence = "seen"', 'confidence = "memory"', 10, "unknown_value"),
        ('source = {nb = "Hvaler kommune (2023)"', 'source = {nb = " "', 11, "example_without_source"),
        ('checked = ""', 'checked = ""\navoid = ["utsira"]', 14, "unknown_value"),
        ('id = "hvaler-sol"', 'id = "hvaler"', 1, "folder_name"),
        ("order = 1", "order = 1\nnumber = 1", 3, "unknown_key"),
    ],
)
def test_a_fault_in_the_file_leaves_the_example_out(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert old in EXAMPLE

    example, problems = read_example(Shelf(root=tmp_path), write_example(tmp_path, EXAMPLE.replace(old, new)), KNOWN)

    assert example is None
    assert found(problems) == [("example.toml", line, key)]


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("## learn\nStart smått.\n", "", 3, "missing_section"),
        ("# Hvaler kommune satset tidlig på sol\n", "", 3, "missing_title"),
        ("+++\n+++\n", '+++\nid = "x"\n+++\n', 2, "unknown_key"),
        ("## do\n", "+++\n+++\n## do\n", 14, "one_part"),
    ],
)
def test_a_fault_in_a_text_leaves_the_example_out(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert old in EXAMPLE_TEXT
    folder = write_example(tmp_path, text=EXAMPLE_TEXT.replace(old, new), nn=EXAMPLE_TEXT)

    example, problems = read_example(Shelf(root=tmp_path), folder, KNOWN)

    assert example is None
    assert found(problems) == [("nb.md", line, key)]


def test_what_can_be_shown_all_the_same_is_told_and_kept(tmp_path: Path) -> None:
    text = EXAMPLE_TEXT.replace("30 tak", "31 tak") + "## lead\nIngress\n"

    example, problems = read_example(Shelf(root=tmp_path), write_example(tmp_path, text=text, nn=EXAMPLE_TEXT), KNOWN)

    assert example is not None
    assert found(problems) == [("nb.md", 17, "unused_section"), ("nn.md", 1, "figures_differ")]
