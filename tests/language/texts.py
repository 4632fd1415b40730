"""Reads the Norwegian texts of the content files, each with the file and line where it stands."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

LANGUAGES = ("nb", "nn")
FOLDERS = ("slides", "exercises", "assets/words", "assets/messages", "assets/interface")
TABLES = tuple(f"assets/data/{name}.toml" for name in ("goals", "facts", "glossary", "report-figures", "sample"))
HELP = "assets/help"
OTHER_LANGUAGES = frozenset({"en"})
NOT_WORDS = frozenset({"id", "variant"})
LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
ITEM = re.compile(r"(?:[-*]|\d+\.) +")


@dataclass(frozen=True)
class Text:
    """A title, paragraph, list item or string in one language.

    `path` is relative to the project and `line` counts from 1. `pair` and `place` are the same for the text and its
    counterpart in the other language: the path with "*" for the language, and the section or key inside it.
    """

    path: str
    line: int
    language: str
    pair: str
    place: str
    raw: str
    is_item: bool = False

    @property
    def is_source(self) -> bool:
        """Whether this is a printed source line, where old names stand as the source has them."""
        return self.place.rsplit(".", 1)[-1] == "source"

    @property
    def is_message(self) -> bool:
        """Whether the program says this on the screen, where commands and keys stand between the words."""
        return self.path.startswith(("assets/messages/", "assets/interface/", f"{HELP}/"))


@dataclass(frozen=True)
class _File:
    """A content file while it is read; `language` is empty where one file holds both."""

    path: str
    language: str
    lines: tuple[str, ...]

    def text(self, line: int, place: str, raw: str, *, language: str = "", is_item: bool = False) -> Text:
        """Give a text of this file; `language` where the file itself has none."""
        return Text(self.path, line, language or self.language, self._pair, place, raw, is_item)

    @property
    def _pair(self) -> str:
        """The path with "*" for the language, which a file of the help has in its folder's name and others in their own."""
        if self.path.startswith(f"{HELP}/"):
            return f"{HELP}/*/{Path(self.path).name}"
        folder, _, name = self.path.rpartition("/")
        return f"{folder}/*{Path(name).suffix}" if self.language else self.path

    def line_of(self, key: str, value: str, after: int) -> int:
        """Give the line where a string of a TOML table stands, looking from line `after` on and then from the top."""
        written = re.escape(value.strip().split("\n", 1)[0].replace("\\", "\\\\").replace('"', '\\"'))
        for pattern in (rf'\b{re.escape(key)} *= *"{written}"', f'"{written}"', written):
            found = re.compile(pattern)
            places = [number for number, line in enumerate(self.lines, 1) if found.search(line)]
            if places:
                return next((number for number in places if number >= after), places[0])
        return after


def read_texts(root: Path) -> tuple[Text, ...]:
    """Give every text of the content folders under `root`, in the order of the files' names."""
    texts: list[Text] = []
    for path in _content_files(root):
        relative = path.relative_to(root).as_posix()
        language = path.stem if path.stem in LANGUAGES else ""
        file = _File(relative, language, tuple(path.read_text(encoding="utf-8").splitlines()))
        texts += _markdown_texts(file) if path.suffix == ".md" else _table_texts(file)
    return (*texts, *_help_texts(root))


def _help_texts(root: Path) -> Iterator[Text]:
    """Give the texts of the help's topics; links and pictures leave their words."""
    for language in LANGUAGES:
        for path in sorted((root / HELP / language).glob("*.md")):
            lines = LINK.sub(r"\1", path.read_text(encoding="utf-8")).splitlines()
            file = _File(path.relative_to(root).as_posix(), language, tuple(lines))
            yield from _topic(file)


def _topic(file: _File) -> Iterator[Text]:
    """Give a topic's title, and its parts by number: a heading is a text too."""
    closing = [number for number, line in enumerate(file.lines) if line.strip() == "+++"][1]
    yield from _strings(file, tomllib.loads("\n".join(file.lines[1:closing])), first=2)
    heads = [number for number in range(closing + 1, len(file.lines)) if file.lines[number].startswith("#")]
    for part, (start, end) in enumerate(zip([closing, *heads], [*heads, len(file.lines)], strict=True)):
        if part:
            yield file.text(start + 1, f"part {part}/title", file.lines[start].lstrip("#").strip())
        yield from _body(file, f"part {part}", start + 1, end)


def _content_files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if (path.suffix == ".toml" and path.stem not in OTHER_LANGUAGES) or (path.suffix == ".md" and path.stem in LANGUAGES):
                yield path
    yield from (root / name for name in TABLES if (root / name).exists())


def _table_texts(file: _File) -> list[Text]:
    table = tomllib.loads("\n".join(file.lines))
    return list(_strings(file, table, first=1))


def _strings(file: _File, table: object, first: int) -> Iterator[Text]:
    """Give the texts of a TOML table that begins on line `first`."""
    line = first
    for keys, value in _leaves(table, ()):
        language, place = (file.language, keys) if file.language else _language_in_key(keys)
        if language and keys[-1] not in NOT_WORDS:
            line = file.line_of(keys[-1], value, line)
            yield file.text(line, ".".join(place), value, language=language)


def _leaves(value: object, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield from _leaves(inner, (*keys, key))
    elif isinstance(value, list):
        for number, inner in enumerate(cast("list[object]", value)):
            yield from _leaves(inner, (*keys, str(number)))


def _language_in_key(keys: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Give the language that `name.nb` or `source_nb` tells, and the keys without it."""
    for number, key in enumerate(keys):
        if key in LANGUAGES:
            return key, keys[:number] + keys[number + 1 :]
        if key[-3:] in {"_nb", "_nn"}:
            return key[-2:], (*keys[:number], key[:-3], *keys[number + 1 :])
    return "", keys


def _markdown_texts(file: _File) -> list[Text]:
    fences = [number for number, line in enumerate(file.lines) if line.strip() == "+++"]
    if not fences:
        return list(_body(file, "", 0, len(file.lines)))
    texts: list[Text] = []
    for opening, closing, end in zip(fences[::2], fences[1::2], [*fences[2::2], len(file.lines)], strict=True):
        table = tomllib.loads("\n".join(file.lines[opening + 1 : closing]))
        texts += _strings(file, table, first=opening + 2)
        section = " ".join(str(table[key]) for key in ("id", "variant") if key in table)
        texts += _body(file, section, closing + 1, end)
    return texts


def _body(file: _File, section: str, start: int, end: int) -> Iterator[Text]:
    """Give the title, paragraphs and list items of the lines from `start` up to `end`, counted from 0."""
    heading, block = "body", list[str]()
    for number in range(start, end + 1):
        line = file.lines[number].strip() if number < end else ""
        is_head, is_item = line.startswith("#"), ITEM.match(line)
        if block and (not line or is_head or is_item):
            yield _block(file, f"{section}/{heading}", number - len(block), block)
            block = []
        if line.startswith("# "):
            yield file.text(number + 1, f"{section}/title", line[2:].strip())
        elif is_head:
            heading = line.lstrip("#").strip()
        elif line:
            block.append(line)


def _block(file: _File, place: str, start: int, block: list[str]) -> Text:
    raw = "\n".join(block)
    marker = ITEM.match(raw)
    return file.text(start + 1, place, raw[marker.end() :] if marker else raw, is_item=marker is not None)
