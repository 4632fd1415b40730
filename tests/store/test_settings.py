"""Settings are read with defaults for what is missing or broken, and a broken file is never lost."""

from pathlib import Path

import pytest

from workshop_kit.domain.workshop import Settings
from workshop_kit.paths import own_folder, settings_file
from workshop_kit.store.settings import VARIABLE, kept_path, own_path, read_settings, settings_path, write_settings

MINE = Settings(facilitator="Kari Nordmann", contact="Kari Nordmann\nTlf. 00 00 00 00")


def test_settings_survive_being_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "folder" / "settings.json"

    write_settings(path, MINE)

    assert read_settings(path) == (MINE, ())
    assert path.read_text(encoding="utf-8").startswith('{\n  "facilitator": "Kari Nordmann"')
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_missing_settings_are_the_defaults_and_no_fault(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.json") == (Settings(), ())


def test_settings_that_leave_something_out_have_its_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('\ufeff{"facilitator": "Kari"}', encoding="utf-8")

    assert read_settings(path) == (Settings(facilitator="Kari"), ())


@pytest.mark.parametrize(
    ("text", "place"), [("", "$"), ("{", "$"), ("[]", "$"), ('{"facilitator": 3}', "$.facilitator"), ('{"colour": "red"}', "$")]
)
def test_broken_settings_give_the_defaults_and_a_problem_and_are_kept_when_written(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")

    settings, (problem,) = read_settings(path)
    write_settings(path, MINE)

    assert settings == Settings()
    assert (problem.where.file, problem.key, problem.values["place"]) == (str(path), "store.settings_broken", place)
    assert kept_path(path).name == problem.values["kept"] == "settings.json.broken"
    assert kept_path(path).read_text(encoding="utf-8") == text
    assert read_settings(path) == (MINE, ())


def test_whole_settings_are_not_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_settings(path, MINE)

    write_settings(path, Settings())

    assert not kept_path(path).exists()


def test_a_settings_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    settings, (problem,) = read_settings(tmp_path)

    assert settings == Settings()
    assert problem.key in {"store.is_folder", "store.not_readable"}


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    from workshop_kit.store.faults import StoreFault

    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(StoreFault) as caught:
        write_settings(tmp_path / "file" / "folder" / "settings.json", MINE)

    assert caught.value.key == "store.not_found"


def test_the_environment_may_name_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert settings_path() == settings_file()

    monkeypatch.setenv(VARIABLE, str(tmp_path / "mine.json"))
    assert settings_path() == tmp_path / "mine.json"


def test_own_content_lies_where_it_was_chosen_else_in_the_users_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)

    assert own_path(Settings(own_folder="/eget")) == Path("/eget")
    assert own_path(Settings()) == own_folder()


def test_with_settings_that_the_environment_names_own_content_lies_beside_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "settings.json"))

    assert own_path(Settings()).parent == tmp_path
