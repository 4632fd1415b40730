"""The interface's own words in its three languages, by key."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from workshop_kit import paths

INTERFACE = paths.ASSETS / "interface"


class InterfaceLanguage(StrEnum):
    """A language that the program's windows speak."""

    NB = "nb"
    NN = "nn"
    EN = "en"


class Texts:
    """Gives the words of one language: `texts("clients.title")`, with what stands in braces filled in."""

    def __init__(self, language: InterfaceLanguage) -> None:
        self.language = language
        self._words = read_texts(language)

    def __call__(self, key: str, **values: object) -> str:
        """Give a text; KeyError for a key that no file has, which a test finds before anybody else."""
        return self._words[key].format(**values)

    def known(self, key: str, otherwise: str) -> str:
        """Give a text without values; for a key that content brought along and no file has, give another one."""
        return self._words.get(key, otherwise)

    def count(self, key: str, number: int, **values: object) -> str:
        """Give the text for a number of things: `<key>_one` for one, `<key>_many` else, with `{number}`."""
        return self(f"{key}_one" if number == 1 else f"{key}_many", number=number, **values)


@cache
def read_texts(language: InterfaceLanguage) -> Mapping[str, str]:
    """Give a language's texts by «section.key»."""
    sections = tomllib.loads((INTERFACE / f"{language.value}.toml").read_text(encoding="utf-8"))
    return {f"{section}.{key}": text for section, texts in sections.items() for key, text in texts.items()}
