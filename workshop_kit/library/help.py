"""Reads the program's help: one Markdown file for each topic and language under assets/help, with its title in front."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from workshop_kit.domain.value import Value
from workshop_kit.library.front_matter import split_parts
from workshop_kit.library.norwegian import folded
from workshop_kit.library.shelf import Shelf
from workshop_kit.paths import ASSETS, ROOT

FOLDER = ASSETS / "help"
PICTURES = FOLDER / "pictures"
"""Holds a folder for each language with the pictures that the topics show."""
LANGUAGES = ("nb", "nn", "en")
TOPIC_LINK, PAGE_LINK = "topic:", "page:"
"""What the address of a link to another topic begins with, and of one that goes to a page of the program."""

_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]+)\)")


class Topic(Value, frozen=True, kw_only=True):
    """One topic: its id (the file's name), where it stands in the list, its title, and its text in Markdown."""

    id: str
    order: int
    title: str
    text: str

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings in the text, in order."""
        return tuple(line.lstrip("#").strip() for line in self.text.splitlines() if line.startswith("#"))

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the links of the text go, and the names of its pictures."""
        return tuple(address for _, address in _LINK.findall(self.text))


class _Front(Value, frozen=True, kw_only=True):
    """What stands before a topic's text."""

    order: int
    title: str


@lru_cache(maxsize=len(LANGUAGES))
def read_topics(language: str, folder: Path = FOLDER) -> tuple[Topic, ...]:
    """Give a language's topics in the order of the list; raises ContentFault for a file that is broken."""
    shelf = Shelf(root=ROOT, shipped=folder.is_relative_to(ROOT))
    topics = (_topic(path, shelf) for path in (folder / language).glob("*.md"))
    return tuple(sorted(topics, key=lambda topic: (topic.order, topic.id)))


def _topic(path: Path, shelf: Shelf) -> Topic:
    part = split_parts(shelf.read(path), shelf.name(path))[0]
    front = part.front.convert(_Front, part.front.data)
    return Topic(id=path.stem, order=front.order, title=front.title, text=part.body.strip() + "\n")


def search_topics(topics: Iterable[Topic], words: str) -> tuple[Topic, ...]:
    """Give the topics that have all the words, those with them in the title first; without words all, in their order."""
    wanted = folded(words).split()
    in_title = tuple(topic for topic in topics if _has(topic.title, wanted))
    return (*in_title, *(topic for topic in topics if topic not in in_title and _has(topic.title + " " + plain_text(topic), wanted)))


def plain_text(topic: Topic) -> str:
    """Give a topic's words without marks and addresses."""
    return re.sub(r"[*#>|`]", "", _LINK.sub(r"\1", topic.text))


def as_html(text: str) -> str:
    """Give a topic's Markdown as HTML; the first call imports the parser."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").render(text)


def _has(text: str, wanted: Iterable[str]) -> bool:
    """Tell whether each of the folded words begins a word of a text, or stands in one."""
    held = folded(text)
    return all(word in held for word in wanted)
