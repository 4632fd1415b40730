import ast
import re
from pathlib import Path

import pytest

import workshop_kit
from workshop_kit.library.messages import LANGUAGES, read_messages

PACKAGE = Path(workshop_kit.__file__).parent
KEY = re.compile(r"(cli|page|plan|store|content)\.[a-z0-9_]+")


def keys_in_code() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                found.setdefault(node.value, path.name)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_in_the_code_has_a_message(language: str) -> None:
    messages = read_messages(language)
    assert {key: where for key, where in keys_in_code().items() if key not in messages} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_have_the_same_keys_and_values(language: str) -> None:
    reference, messages = read_messages("nb"), read_messages(language)
    assert set(messages) == set(reference)
    for key, text in messages.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", reference[key])), key
