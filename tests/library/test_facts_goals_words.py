"""Facts, goals and fixed words are read; a fact without a source is refused, and so are words in one language only."""

from pathlib import Path

import pytest

from tests.library.make import BOTH, FACTS, WORDS, found, goals_toml, write
from workshop_kit.domain.content import Confidence
from workshop_kit.domain.language import Language
from workshop_kit.library.facts import read_facts
from workshop_kit.library.goals import read_goals
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.words import read_words

SECOND = FACTS.replace("aims-2019", "aims-2020").replace("Agenda Kaupang (2019)", "⟦Rapport⟧ (2020)")


def write_facts(root: Path, text: str) -> Shelf:
    write(root / "assets" / "data" / "facts.toml", text)
    return Shelf(root=root)


def test_facts_are_read_by_id_and_marks_in_sources_are_stripped(tmp_path: Path) -> None:
    facts, problems = read_facts(write_facts(tmp_path, FACTS + "\n" + SECOND), {})

    assert problems == ()
    assert list(facts) == ["aims-2019", "aims-2020"]
    assert facts["aims-2019"].confidence is Confidence.SEEN
    assert facts["aims-2020"].source(Language.NN) == "Rapport (2020)"


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('source_nn = "⟦Rapport⟧ (2020)"', 'source_nn = ""', 18, "fact_without_source"),
        ('source_nn = "⟦Rapport⟧ (2020)"\n', "", 11, "missing_key"),
        ('confidence = "seen"', 'confidence = "memory"', 16, "unknown_value"),
        ("year = 2019", 'year = "2019"', 15, "wants_whole_number"),
        ("year = 2019", "year = 2019\nfrom = 3", 16, "unknown_key"),
        ('id = "aims-2020"', 'id = "aims-2019"', 11, "duplicate_id"),
    ],
)
def test_a_broken_fact_is_left_out_and_the_others_stay(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert old in SECOND

    facts, problems = read_facts(write_facts(tmp_path, FACTS + "\n" + SECOND.replace(old, new)), {})

    assert list(facts) == ["aims-2019"]
    assert found(problems) == [("facts.toml", line, key)]


@pytest.mark.parametrize(
    ("text", "line", "key"), [("[[fact]\n", 1, "broken_toml"), ("\n[[fakt]]\n", 2, "unknown_key"), ("fact = 1\n", 1, "wants_list")]
)
def test_a_broken_file_of_facts_gives_none(tmp_path: Path, text: str, line: int, key: str) -> None:
    facts, problems = read_facts(write_facts(tmp_path, text), {})

    assert facts == {}
    assert found(problems) == [("facts.toml", line, key)]


def test_a_fact_that_was_there_before_is_not_replaced(tmp_path: Path) -> None:
    shelf = write_facts(tmp_path, FACTS)
    before, _ = read_facts(shelf, {})

    facts, problems = read_facts(shelf, before)

    assert facts == {}
    assert found(problems) == [("facts.toml", 1, "duplicate_id")]


def test_facts_may_lie_in_several_files_that_share_their_ids(tmp_path: Path) -> None:
    shelf = write_facts(tmp_path, FACTS)
    write(tmp_path / "assets" / "data" / "facts-more.toml", SECOND + "\n" + FACTS)
    write(tmp_path / "assets" / "data" / "facts-worse.toml", "[[fact]\n")
    write(tmp_path / "assets" / "data" / "goals.toml", "")

    facts, problems = read_facts(shelf, {})

    assert list(facts) == ["aims-2020", "aims-2019"]
    assert found(problems) == [("facts-worse.toml", 1, "broken_toml"), ("facts.toml", 1, "id_taken")]
    assert problems[1].values == {"id": "aims-2019", "other": "assets/data/facts-more.toml"}


def test_the_user_need_not_have_facts_of_their_own(tmp_path: Path) -> None:
    assert read_facts(Shelf(root=tmp_path, shipped=False), {}) == ({}, ())
    assert found(read_facts(Shelf(root=tmp_path), {})[1]) == [("facts.toml", None, "file_missing")]


def test_the_seventeen_goals_come_in_order(tmp_path: Path) -> None:
    tables = goals_toml().split("\n\n")
    write(tmp_path / "assets" / "data" / "goals.toml", "\n\n".join(reversed(tables)))

    goals, problems = read_goals(Shelf(root=tmp_path))

    assert problems == ()
    assert [goal.number for goal in goals] == list(range(1, 18))


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("number = 17", "number = 18", 130, "unknown_goal"),
        ("number = 17", "number = 16", 130, "duplicate_id"),
        ('colour = "E5243B"', 'colour = "#E5243B"', 6, "unknown_value"),
        ('text = "white"', 'text = "FFFFFF"', 7, "unknown_value"),
        ('nb = "Mål 3"', "nb = 3", 19, "wants_text"),
        ("number = 17\n", "", 129, "missing_key"),
    ],
)
def test_a_fault_in_the_goals_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    assert old in goals_toml()
    write(tmp_path / "assets" / "data" / "goals.toml", goals_toml().replace(old, new))

    goals, problems = read_goals(Shelf(root=tmp_path))

    assert goals == ()
    assert found(problems) == [("goals.toml", line, key)]


def test_fewer_than_seventeen_goals_are_told(tmp_path: Path) -> None:
    write(tmp_path / "assets" / "data" / "goals.toml", goals_toml().partition("[[goal]]\nnumber = 17")[0])

    assert found(read_goals(Shelf(root=tmp_path))[1]) == [("goals.toml", 1, "goals_missing")]


def write_words(root: Path, nb: str = WORDS, nn: str = WORDS) -> Shelf:
    for language, text in zip(BOTH, (nb, nn), strict=True):
        write(root / "assets" / "words" / f"{language}.toml", text)
    return Shelf(root=root)


def test_words_are_read_in_both_languages(tmp_path: Path) -> None:
    words, problems = read_words(write_words(tmp_path, nn=WORDS.replace("Kilde", "Kjelde").replace("minutter", "minutt")))

    assert problems == ()
    assert words[Language.NN] == {"source": "Kjelde", "break": "Pause, {minutes} minutt"}


@pytest.mark.parametrize(
    ("nn", "line", "key"),
    [
        ('source = "Kjelde"\n', None, "missing_key"),
        (WORDS.replace("{minutes}", "{minutt}"), 2, "tokens_differ"),
        (WORDS.replace("Pause,", "Pause 15,"), 2, "figures_differ"),
        (WORDS.replace('"Kilde"', "3"), 1, "wants_text"),
        (WORDS + "source =\n", 3, "broken_toml"),
        (WORDS + "[group]\n", 3, "wants_text"),
    ],
)
def test_words_that_differ_between_the_languages_are_told(tmp_path: Path, nn: str, line: int | None, key: str) -> None:
    assert found(read_words(write_words(tmp_path, nn=nn))[1]) == [("nn.toml", line, key)]
