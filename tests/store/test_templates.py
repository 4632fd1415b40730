"""Templates of a day are kept by name, read again, and a broken one hinders nobody."""

from datetime import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from workshop_kit.domain.agenda import BlockKind, Length
from workshop_kit.domain.by_hand import DayPart
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.templates import DayTemplate, list_templates, remove_template, save_template

DAY = DayTemplate(
    name="Halv dag på Kárášjohka",
    length=Length.HALF_DAY,
    target_minutes=200,
    start=time(8, 30),
    day=(
        DayPart(id="vel", kind=BlockKind.OPENING, minutes=7, at=time(8, 30)),
        DayPart(id="own-1", kind=BlockKind.TALK, minutes=10, title="Ŋ"),
    ),
)


def test_a_template_is_kept_and_read_as_it_was(tmp_path: Path) -> None:
    save_template(tmp_path / "maler", DAY)

    assert list_templates(tmp_path / "maler") == ((DAY,), ())


def test_one_of_the_same_name_takes_its_place_and_another_name_never_does(tmp_path: Path) -> None:
    save_template(tmp_path, DAY)
    save_template(tmp_path, replace(DAY, target_minutes=180))
    save_template(tmp_path, replace(DAY, name="Halv dag på Karasjohka"))

    assert [(each.name, each.target_minutes) for each in list_templates(tmp_path)[0]] == [
        ("Halv dag på Karasjohka", 200),
        ("Halv dag på Kárášjohka", 180),
    ]


def test_a_broken_template_is_told_and_the_others_are_listed(tmp_path: Path) -> None:
    save_template(tmp_path, DAY)
    (tmp_path / "a.json").write_text('{"name": 3}', encoding="utf-8")
    found, problems = list_templates(tmp_path)

    assert found == (DAY,)
    assert [problem.key for problem in problems] == ["store.template_broken"]


def test_a_removed_template_is_set_aside_and_not_deleted(tmp_path: Path) -> None:
    path = save_template(tmp_path, DAY)
    remove_template(tmp_path, DAY.name)
    remove_template(tmp_path, "finnes ikke")

    assert list_templates(tmp_path) == ((), ())
    assert path.with_name(f"{path.name}.removed").is_file()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")

    with pytest.raises(StoreFault):
        save_template(tmp_path / "fil" / "maler", DAY)


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert list_templates(tmp_path / "ingen") == ((), ())
