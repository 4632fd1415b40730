"""Every message that the library and the store may give is there in all three languages, and can be filled in."""

import re
from pathlib import Path
from string import Formatter

import pytest

from workshop_kit.library.faults import ContentFault
from workshop_kit.library.messages import LANGUAGES, message, read_messages
from workshop_kit.paths import ROOT

ROOMS = ("library", "store", "scene", "writers", "planning", "ui", "cli")
GROUPS = ("content", "store")
KEY = re.compile(r'"((?:content|store)\.[a-z_0-9]+)"')
MADE_KEYS = {"content.wanted_minutes", "content.least_minutes"}


def used_keys() -> set[str]:
    files = (path for room in ROOMS for path in (ROOT / "workshop_kit" / room).rglob("*.py"))
    return MADE_KEYS.union(*(KEY.findall(path.read_text(encoding="utf-8")) for path in files))


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_used_has_a_message_and_every_message_is_used(language: str) -> None:
    ours = {key for key in read_messages(language) if key.partition(".")[0] in GROUPS}

    assert ours == used_keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_have_the_same_keys_and_name_the_same_values(language: str) -> None:
    assert {key: names_in(text) for key, text in read_messages(language).items()} == {
        key: names_in(text) for key, text in read_messages("nb").items()
    }


def test_a_message_is_filled_in() -> None:
    assert message("nb", "content.unknown_goal", {"goal": "18"}) == "Bærekraftsmål 18 finnes ikke."
    assert message("nn", "content.unknown_goal", {"goal": "18"}) == "Berekraftsmål 18 finst ikkje."
    assert message("en", "content.lone_brace", {}).endswith("{navn}.")


@pytest.mark.parametrize(("key", "values"), [("content.nothing", {}), ("content.unknown_goal", {})])
def test_a_key_or_value_that_is_not_there_is_the_callers_mistake(key: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        message("nb", key, values)


@pytest.mark.parametrize(
    ("text", "key"), [("[content\n", "content.broken_toml"), ("[content]\na = 3\n", "content.wrong_value"), (None, "content.file_missing")]
)
def test_a_broken_file_of_messages_is_told(tmp_path: Path, text: str | None, key: str) -> None:
    if text is not None:
        (tmp_path / "nb.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ContentFault) as caught:
        read_messages("nb", tmp_path)

    assert caught.value.problem.key in {key, "content.wants_text"}
