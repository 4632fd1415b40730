"""Reads a module: slides/modules/<id>/ with module.toml, nb.md and nn.md.

A folder of the user's own may hold the name and place of a part and no slides: those that are to stand in it are added
by folders of their own, see `additions`.
"""

from pathlib import Path
from typing import Literal

from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.content import Module, SlideSpec
from workshop_kit.domain.language import Translated
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.known import Known
from workshop_kit.library.module_slides import Slides, read_slides
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import parse_toml

FILE = "module.toml"


class ModuleFile(Value, frozen=True, kw_only=True):
    """What module.toml holds."""

    id: str
    order: int
    learning_point: Literal[1, 2, 3, 4] | None = None
    kind: Literal["opening", "talk", "discussion", "harvest", "closing"]
    name: Translated
    slide: tuple[SlideSpec, ...] = ()


def read_module(shelf: Shelf, folder: Path, known: Known) -> tuple[Module | None, tuple[Problem, ...]]:
    """Give a folder's module and its problems; None when a file of it is broken, or no slide of it can be shown.

    A slide that cannot be shown, because something it needs is missing or unknown, is left out of the module.
    """
    try:
        path = folder / FILE
        toml = parse_toml(shelf.read(path), shelf.name(path))
        file = toml.convert(ModuleFile, toml.data)
        if file.id != folder.name:
            raise toml.fault(("id",), "content.folder_name", id=file.id, folder=folder.name)
        if not file.slide:
            return _without_slides(file, Where(file=toml.file), shelf), ()
        slides, problems = read_slides(shelf, folder, toml, file.slide, known)
    except ContentFault as fault:
        return None, (fault.problem,)
    return _module(file, slides, Where(file=toml.file)) if slides.specs else None, problems


def _without_slides(file: ModuleFile, where: Where, shelf: Shelf) -> Module:
    """Give a part of the user's own that is there for others' slides; raises ContentFault on the shipped shelf."""
    if shelf.shipped:
        raise ContentFault(where, "content.missing_key", key="slide")
    return _module(file, Slides(specs=(), texts={}), where)


def _module(file: ModuleFile, slides: Slides, where: Where) -> Module:
    return Module(
        id=file.id,
        order=file.order,
        learning_point=file.learning_point,
        kind=BlockKind(file.kind),
        name=file.name,
        slides=slides.specs,
        texts=slides.texts,
        where=where,
    )
