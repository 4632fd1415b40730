"""Reads slides that join another module: slides/modules/<id>/ with `extends = "sam"` in module.toml, nb.md and nn.md.

`after = "SAM-2"` says which slide they stand after; without it they are the last of the module.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from workshop_kit.domain.content import Module, SlideSpec
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.known import Known
from workshop_kit.library.module_slides import Slides, read_slides
from workshop_kit.library.modules import FILE
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import parse_toml


class AdditionFile(Value, frozen=True, kw_only=True):
    """What module.toml holds in such a folder."""

    id: str
    extends: str
    after: str = ""
    slide: tuple[SlideSpec, ...]


class Addition(Value, frozen=True, kw_only=True, eq=False):
    """Slides that join the module `extends`, after one of its slides ("" for last)."""

    id: str
    extends: str
    after: str
    slides: Slides
    where: Where


def is_addition(shelf: Shelf, folder: Path) -> bool:
    """Tell whether a folder's slides join another module; False for a file that cannot be read."""
    path = folder / FILE
    try:
        return "extends" in parse_toml(shelf.read(path), shelf.name(path)).data
    except ContentFault:
        return False


def read_addition(shelf: Shelf, folder: Path, known: Known) -> tuple[Addition | None, tuple[Problem, ...]]:
    """Give a folder's slides and their problems; None when a file of it is broken, or no slide can be shown."""
    try:
        path = folder / FILE
        toml = parse_toml(shelf.read(path), shelf.name(path))
        file = toml.convert(AdditionFile, toml.data)
        if file.id != folder.name:
            raise toml.fault(("id",), "content.folder_name", id=file.id, folder=folder.name)
        slides, problems = read_slides(shelf, folder, toml, file.slide, known)
    except ContentFault as fault:
        return None, (fault.problem,)
    if not slides.specs:
        return None, problems
    where = Where(file=toml.file)
    return Addition(id=file.id, extends=file.extends, after=file.after, slides=slides, where=where), problems


def with_additions(modules: Iterable[Module], additions: Iterable[Addition]) -> tuple[tuple[Module, ...], tuple[Problem, ...]]:
    """Give the modules with the slides that join them, and what is wrong with where they are to stand.

    Slides for a module that there is none of are left out; after a slide that there is none of means last.
    """
    joining: dict[str, list[Addition]] = {}
    for addition in additions:
        joining.setdefault(addition.extends, []).append(addition)
    joined: list[Module] = []
    problems: list[Problem] = []
    for module in modules:
        whole, found = _joined(module, joining.pop(module.id, []))
        joined.append(whole)
        problems += found
    lost = (each for those in joining.values() for each in those)
    problems += (_problem(addition, "content.unknown_part", module=addition.extends) for addition in lost)
    return tuple(joined), tuple(problems)


def _joined(module: Module, additions: list[Addition]) -> tuple[Module, tuple[Problem, ...]]:
    """Put each addition where it is to stand; one may stand after another's slide, whichever was read first."""
    slides = list(module.slides)
    anchors: dict[str, str] = {}
    waiting = additions
    while ready := [each for each in waiting if not each.after or any(slide.id == each.after for slide in slides)]:
        for addition in ready:
            place = _place(addition.after, slides, anchors)
            slides[place:place] = addition.slides.specs
            anchors |= {slide.id: addition.after for slide in addition.slides.specs if addition.after}
        waiting = [each for each in waiting if each not in ready]
    slides += [slide for addition in waiting for slide in addition.slides.specs]
    texts = {key: text for addition in additions for key, text in addition.slides.texts.items()}
    problems = tuple(_problem(each, "content.unknown_after", module=each.extends, after=each.after) for each in waiting)
    return replace(module, slides=tuple(slides), texts={**module.texts, **texts}), problems


def _place(after: str, slides: list[SlideSpec], anchors: Mapping[str, str]) -> int:
    """Give the place after a slide and all that was put after it, or the end."""
    if not after:
        return len(slides)
    place = next(number for number, slide in enumerate(slides, start=1) if slide.id == after)
    while place < len(slides) and _follows(slides[place].id, after, anchors):
        place += 1
    return place


def _follows(slide: str, after: str, anchors: Mapping[str, str]) -> bool:
    """Tell whether a slide was put after another one, or after what was."""
    while slide in anchors:
        slide = anchors[slide]
        if slide == after:
            return True
    return False


def _problem(addition: Addition, key: str, **values: str) -> Problem:
    return Problem(where=addition.where, key=key, values={"id": addition.id, **values})
