"""Plants a fault in a good deck: changes what its members say, and seals the file again as if it had been made so."""

import re
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO

from workshop_kit.writers.deck_marks import CUSTOM_NAME, FINGERPRINT, HASH_TAG, fingerprint, slide_hash

TYPES = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"
PRESENTATION_RELATIONS = "ppt/_rels/presentation.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELATIONS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
CORE = "docProps/core.xml"


class Members:
    """A package's members by name; `again` are entries that stand a second time in the archive."""

    def __init__(self, data: bytes) -> None:
        """Take a deck apart."""
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.held = {name: archive.read(name) for name in archive.namelist()}
        self.again: list[tuple[str, bytes]] = []

    def sealed(self) -> bytes:
        """Put the deck together, with the fingerprint of what it now holds."""
        for name in list(self.held):
            if name.startswith("ppt/tags/tag"):
                mark = slide_hash(self.held.get(name.replace("ppt/tags/tag", "ppt/slides/slide"), b""))
                self.held[name] = re.sub(rf'(name="{HASH_TAG}" val=")[0-9a-f]+'.encode(), rb"\g<1>" + mark.encode(), self.held[name])
        custom = self.held.get(CUSTOM_NAME, b"").decode()
        mark = fingerprint(self.held)
        self.held[CUSTOM_NAME] = re.sub(rf'(name="{FINGERPRINT}"><vt:lpwstr>)[0-9a-f]*', rf"\g<1>{mark}", custom).encode()
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # it warns of the very fault that is planted
            for name, content in (*self.held.items(), *self.again):
                archive.writestr(name, content)
        return target.getvalue()


Change = Callable[[Members], None]


def planted(data: bytes, change: Change) -> bytes:
    """Give a deck with a change made."""
    members = Members(data)
    change(members)
    return members.sealed()


def slide(number: int) -> str:
    """Give a slide's member."""
    return f"ppt/slides/slide{number}.xml"


def relations(name: str) -> str:
    """Give the member with another's relationships."""
    folder, _, base = name.rpartition("/")
    return f"{folder}/_rels/{base}.rels"


def swap(name: str, old: str, new: str, *, place: int = 0, all_of_them: bool = False) -> Change:
    """Make a change that puts new text for what a pattern finds: at one place, counted from 0 or (-1) the end, or everywhere."""

    def change(members: Members) -> None:
        text = members.held[name].decode()
        found = list(re.finditer(old, text, re.DOTALL))
        assert found, f"{old} is not in {name}"
        for match in reversed(found if all_of_them else [found[place]]):
            text = text[: match.start()] + match.expand(new) + text[match.end() :]
        members.held[name] = text.encode()

    return change


def cut(name: str, old: str, *, place: int = 0) -> Change:
    """Make a change that takes away what a pattern finds."""
    return swap(name, old, "", place=place)


def add(name: str, content: str) -> Change:
    """Make a change that adds a member."""

    def change(members: Members) -> None:
        members.held[name] = content.encode()

    return change


def drop(name: str) -> Change:
    """Make a change that takes a member away."""

    def change(members: Members) -> None:
        del members.held[name]

    return change


def repeat(name: str, called: str = "") -> Change:
    """Make a change that puts a member into the archive twice, the second time perhaps under another name."""

    def change(members: Members) -> None:
        members.again.append((called or name, members.held[name]))

    return change


def exchange(one: str, other: str) -> Change:
    """Make a change that exchanges what two members hold."""

    def change(members: Members) -> None:
        members.held[one], members.held[other] = members.held[other], members.held[one]

    return change


def both(*changes: Change) -> Change:
    """Make one fault of several changes."""

    def change(members: Members) -> None:
        for each in changes:
            each(members)

    return change


def move_last(name: str, drawing: str) -> Change:
    """Make a change that draws the first drawing that a pattern finds after all the others."""
    return swap(name, rf"({drawing})(.*)(</p:spTree>)", r"\2\1\3")
