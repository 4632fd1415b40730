"""Keeps where a workshop's pack is made, and which files are left out: a hidden file beside the document.

Hidden files are not exported, so that a folder of this machine is not carried to another.
"""

from pathlib import Path

import msgspec

from workshop_kit.domain.value import Value
from workshop_kit.store.atomic import read_whole, write_whole
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.json_text import json_bytes

NAME = ".opplegg"


class PackChoice(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What was chosen: the folder packs are made in, "" for the workshop's own, and the slots of the files that are left out."""

    folder: str = ""
    left_out: tuple[str, ...] = ()


def read_choice(workshop: Path) -> PackChoice:
    """Give what was chosen for the workshop in a folder; the usual where nothing was, or nothing that can be read."""
    try:
        return msgspec.json.decode(read_whole(workshop / NAME), type=PackChoice)
    except (StoreFault, msgspec.DecodeError):
        return PackChoice()


def write_choice(workshop: Path, choice: PackChoice) -> None:
    """Remember what was chosen; raises StoreFault."""
    write_whole(workshop / NAME, json_bytes(choice))
