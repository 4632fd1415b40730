"""Reads the messages of the program from assets/messages/{nb,nn,en}.toml: keys such as "content.unknown_key" to texts with {values}."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import parse_toml
from workshop_kit.paths import ASSETS, ROOT

FOLDER = ASSETS / "messages"
LANGUAGES = ("nb", "nn", "en")


def message(language_code: str, key: str, values: Mapping[str, str]) -> str:
    """Give a message in "nb", "nn" or "en" with its values filled in.

    Raises KeyError for a key, or a value that the text names, which is not there: both are the caller's mistake.
    """
    return read_messages(language_code)[key].format_map(values)


@lru_cache(maxsize=len(LANGUAGES))
def read_messages(language_code: str, folder: Path = FOLDER) -> Mapping[str, str]:
    """Give all messages in one language by key; raises ContentFault when the shipped file is broken."""
    path = folder / f"{language_code}.toml"
    shelf = Shelf(root=ROOT, shipped=path.is_relative_to(ROOT))
    toml = parse_toml(shelf.read(path), shelf.name(path))
    return {
        f"{group}.{name}": text
        for group, texts in toml.data.items()
        for name, text in toml.convert(dict[str, str], texts, (group,)).items()
    }
