"""An exercise is read with steps, fields and words in both languages, and its minutes must add up."""

from pathlib import Path

import pytest

from tests.library.make import EXERCISE, EXERCISE_TEXT, KNOWN, found, write_exercise
from workshop_kit.domain.content import Label, Per, StepText
from workshop_kit.domain.language import Language
from workshop_kit.domain.text import plain
from workshop_kit.library.exercises import read_exercise
from workshop_kit.library.shelf import Shelf


def test_an_exercise_without_faults_is_read_whole(tmp_path: Path) -> None:
    exercise, problems = read_exercise(Shelf(root=tmp_path), write_exercise(tmp_path), KNOWN)

    assert problems == ()
    assert exercise is not None
    assert (exercise.id, exercise.minutes.wanted, exercise.modules) == ("F1", 4, ("beg",))
    assert [step.id for step in exercise.steps] == ["alone", "all"]
    text = exercise.texts[Language.NN]
    assert text.step["all"] == StepText(short="Les høyt", text="Les setningen høyt.")
    assert text.field["sentence"] == Label(label="Setningen vår")
    assert text.harvest["sentence"].hint == "Som på arket"
    assert plain(text.sections["accessibility"]) == "Alle kan sitte."


@pytest.mark.parametrize(("line", "per"), [("", Per.GROUP), ('per = "group"\n', Per.GROUP), ('per = "person"\n', Per.PERSON)])
def test_a_sheet_is_each_groups_unless_it_is_each_persons(tmp_path: Path, line: str, per: Per) -> None:
    data = EXERCISE.replace("group = {least = 4, most = 4}\n", "group = {least = 4, most = 4}\n" + line)

    exercise, problems = read_exercise(Shelf(root=tmp_path), write_exercise(tmp_path, data), KNOWN)

    assert problems == ()
    assert exercise is not None
    assert exercise.per is per


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("wanted = 4", "wanted = 5", 7, "wanted_minutes"),
        ("least = 3, wanted", "least = 4, wanted", 7, "least_minutes"),
        ("most = 5", "most = 10", 7, "most_minutes"),
        ("most = 5", "most = 6", 7, "most_minutes"),
    ],
)
def test_minutes_that_do_not_add_up_are_told_but_the_exercise_stays(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert old in EXERCISE

    exercise, problems = read_exercise(Shelf(root=tmp_path), write_exercise(tmp_path, EXERCISE.replace(old, new)), KNOWN)

    assert exercise is not None
    assert found(problems) == [("exercise.toml", line, key)]


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('paper = "A4"', 'paper = "A5"', 5, "unknown_value"),
        ("group = {least = 4, most = 4}", 'per = "facilitator"\ngroup = {least = 4, most = 4}', 8, "unknown_value"),
        ('facts = ["aims-2019"]', 'facts = ["aims-2018"]', 9, "unknown_fact"),
        ('id = "all"', 'id = "alone"', 19, "duplicate_id"),
        ('field = "sentence"', 'field = "sentance"', 32, "unknown_field"),
        ('kind = "text"\nlines', 'kind = "drawing"\nlines', 26, "unknown_value"),
        ('id = "F1"', 'id = "F2"', 1, "folder_name"),
        ("short = 2", "shrot = 2", 22, "unknown_key"),
        ("minutes = {least = 3, wanted = 4, most = 5}", "minutes = 4", 7, "wants_table"),
    ],
)
def test_a_fault_in_the_file_leaves_the_exercise_out(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert old in EXERCISE

    exercise, problems = read_exercise(Shelf(root=tmp_path), write_exercise(tmp_path, EXERCISE.replace(old, new)), KNOWN)

    assert exercise is None
    assert ("exercise.toml", line, key) in found(problems)


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "values"),
    [
        ('[step.all]\nshort = "Les høyt"\ntext = "Les setningen høyt."\n', "", 1, "missing_table", {"id": "F1", "table": "step.all"}),
        ('text = "Skriv to stikkord."\n', "", 8, "missing_key", {"key": "text"}),
        ('label = "Setningen vår"\n\n[harvest', 'labl = "Setningen vår"\n\n[harvest', 17, "unknown_key", {"key": "labl"}),
        ('group = "Grupper på fire"\n', "", 2, "missing_key", {"key": "group"}),
        ('materials = ["Ett ark per gruppe"]', 'materials = "Ett ark per gruppe"', 6, "wants_list", {"key": "materials"}),
        ('title = "1-2-4-alle"', 'title = "1-2-4-alle"\nsubtitle = ""', 3, "unknown_key", {"key": "subtitle"}),
        ("## pitfalls\n- Noen snakker.\n", "", 23, "missing_section", {"name": "F1", "section": "pitfalls"}),
    ],
)
def test_a_fault_in_a_text_leaves_the_exercise_out(
    tmp_path: Path, old: str, new: str, line: int, key: str, values: dict[str, str]
) -> None:  # fmt: skip
    assert old in EXERCISE_TEXT
    folder = write_exercise(tmp_path, text=EXERCISE_TEXT.replace(old, new), nn=EXERCISE_TEXT)

    exercise, problems = read_exercise(Shelf(root=tmp_path), folder, KNOWN)

    assert exercise is None
    assert found(problems) == [("nb.md", line, key)]
    assert problems[0].values == values


def test_labels_that_are_no_table_are_told(tmp_path: Path) -> None:
    text = EXERCISE_TEXT.replace("[harvest.sentence]", "[other]").replace("materials =", "harvest = 3\nmaterials =")

    _, problems = read_exercise(Shelf(root=tmp_path), write_exercise(tmp_path, text=text.replace("[other]", "[field.other]")), KNOWN)

    assert found(problems) == [("nb.md", 6, "wants_table")]


def test_words_that_belong_to_nothing_are_told_with_their_line(tmp_path: Path) -> None:
    text = EXERCISE_TEXT.replace("[harvest.sentence]", '[field.parked]\nlabel = "Parkert"\n\n[harvest.sentence]')

    exercise, problems = read_exercise(Shelf(root=tmp_path), write_exercise(tmp_path, text=text, nn=EXERCISE_TEXT), KNOWN)

    assert exercise is not None
    assert found(problems) == [("nb.md", 19, "unused_table")]


def test_tokens_in_the_front_matter_must_be_the_same_too(tmp_path: Path) -> None:
    nn = EXERCISE_TEXT.replace("{navn} kommune", "kommunen")

    _, problems = read_exercise(Shelf(root=tmp_path), write_exercise(tmp_path, nn=nn), KNOWN)

    assert found(problems) == [("nn.md", 1, "tokens_differ")]


def test_marks_are_stripped_from_every_word(tmp_path: Path) -> None:
    text = EXERCISE_TEXT.replace("Setningen vår", "⟦Setninga⟧ vår").replace("Ett ark", "⟦Eit⟧ ark").replace("Les høyt", "⟦Les⟧ høyt")

    exercise, problems = read_exercise(Shelf(root=tmp_path), write_exercise(tmp_path, text=text), KNOWN)

    assert exercise is not None
    assert problems == ()
    nb = exercise.texts[Language.NB]
    assert (nb.field["sentence"].label, nb.materials, nb.step["all"].short) == ("Setninga vår", ("Eit ark per gruppe",), "Les høyt")
