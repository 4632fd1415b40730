"""Lists the examples and slides in the facilitator's own folder, whole, unfinished or broken."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from workshop_kit.domain.content import Library
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.library.draft_check import Checked, check_draft
from workshop_kit.library.draft_files import (
    EXAMPLES,
    MODULES,
    read_example_draft,
    read_slide_draft,
    read_words,
)
from workshop_kit.library.drafts import (
    Draft,
    PartDraft,
    SlideDraft,
    can_be_written,
    draft_of_example,
    title_of,
)
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.known import Known
from workshop_kit.library.modules import FILE as MODULE_FILE
from workshop_kit.library.modules import ModuleFile
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import parse_toml
from workshop_kit.paths import ROOT


class ItemKind(StrEnum):
    """What an item is."""

    SLIDE = "slide"
    EXAMPLE = "example"


class OwnItem(Value, frozen=True, kw_only=True, eq=False):
    """A folder of content; without a `draft` it is broken, told by `fault`, or written by hand as the editor does not write."""

    kind: ItemKind
    folder: Path
    title: str
    draft: Draft | None = None
    checked: Checked | None = None
    fault: Problem | None = None


class OwnContent(Value, frozen=True, kw_only=True, eq=False):
    """What the facilitator's folder holds: items by title, and parts of the day that slides can join."""

    items: tuple[OwnItem, ...] = ()
    parts: tuple[PartDraft, ...] = ()


def known_of(library: Library, municipalities: frozenset[str]) -> Known:
    """Give what texts may refer to, from a library that is read."""
    goals = frozenset(goal.number for goal in library.goals)
    return Known(facts=frozenset(library.facts), goals=goals, municipalities=municipalities)


def read_own(own: Path, known: Known) -> OwnContent:
    """Read the facilitator's own folder, which need not be there; faults are kept with their items."""
    shelf = Shelf(root=own, shipped=False)
    examples = (_example(shelf, folder, known) for folder in shelf.folders(*EXAMPLES))
    items: list[OwnItem] = [*examples]
    parts: list[PartDraft] = []
    for folder in shelf.folders(*MODULES):
        part = _part(shelf, folder)
        if part is not None:
            parts.append(part)
        else:
            items.append(_slide(shelf, folder, known))
    return OwnContent(items=tuple(items), parts=tuple(parts))


def read_item(own: Path, folder: Path, known: Known) -> OwnItem:
    """Read one folder of the facilitator's own."""
    shelf = Shelf(root=own, shipped=False)
    return _example(shelf, folder, known) if folder.parent == own.joinpath(*EXAMPLES) else _slide(shelf, folder, known)


def read_models(library: Library, root: Path = ROOT) -> tuple[OwnItem, ...]:
    """Give the shipped examples and slides whose form the editor can write, as drafts to copy."""
    shelf = Shelf(root=root)
    shipped = frozenset(folder.name for folder in shelf.folders(*EXAMPLES))
    return (*_example_models(shelf, library, shipped), *_slide_models(shelf, library))


def fingerprint(own: Path) -> frozenset[tuple[str, int, int]]:
    """Give the names, sizes and times of the content's files, by which one sees that somebody changed any of them."""
    found: list[tuple[str, int, int]] = []
    for path in (own / "slides").rglob("*"):
        try:
            status = path.stat()
        except OSError:
            continue  # it went away while we looked: the next look tells
        if path.is_file() and not path.name.startswith("."):
            found.append((path.relative_to(own).as_posix(), status.st_mtime_ns, status.st_size))
    return frozenset(found)


def _example(shelf: Shelf, folder: Path, known: Known) -> OwnItem:
    try:
        draft = read_example_draft(shelf, folder)
    except ContentFault as fault:
        return OwnItem(kind=ItemKind.EXAMPLE, folder=folder, title=folder.name, fault=fault.problem)
    return _item(ItemKind.EXAMPLE, folder, draft, known)


def _slide(shelf: Shelf, folder: Path, known: Known) -> OwnItem:
    try:
        draft = read_slide_draft(shelf, folder)
    except ContentFault as fault:
        return OwnItem(kind=ItemKind.SLIDE, folder=folder, title=folder.name, fault=fault.problem)
    if draft is None:
        return OwnItem(kind=ItemKind.SLIDE, folder=folder, title=folder.name)
    return _item(ItemKind.SLIDE, folder, draft, known)


def _item(kind: ItemKind, folder: Path, draft: Draft, known: Known) -> OwnItem:
    return OwnItem(kind=kind, folder=folder, title=title_of(draft) or folder.name, draft=draft, checked=check_draft(draft, known))


def _part(shelf: Shelf, folder: Path) -> PartDraft | None:
    """Give the part that a folder names, if it holds that and no slide."""
    path = folder / MODULE_FILE
    try:
        toml = parse_toml(shelf.read(path), shelf.name(path))
        if "extends" in toml.data or "slide" in toml.data:
            return None
        file = toml.convert(ModuleFile, toml.data)
    except ContentFault:
        return None
    return PartDraft(id=file.id, name=file.name, order=file.order)


def _example_models(shelf: Shelf, library: Library, shipped: frozenset[str]) -> Iterator[OwnItem]:
    for example in library.examples:
        if example.id in shipped:
            folder = shelf.root.joinpath(*EXAMPLES, example.id)
            draft = draft_of_example(example, read_words(shelf, folder))
            yield OwnItem(kind=ItemKind.EXAMPLE, folder=folder, title=title_of(draft), draft=draft)


def _slide_models(shelf: Shelf, library: Library) -> Iterator[OwnItem]:
    for module in library.modules:
        folder = shelf.root.joinpath(*MODULES, module.id)
        if not folder.is_dir():
            continue
        for spec in module.slides:
            if can_be_written(spec):
                texts = read_words(shelf, folder, spec.id)
                draft = SlideDraft(id=spec.id, extends=module.id, spec=spec, texts=texts)
                if not all(text.is_blank for text in texts.values()):
                    yield OwnItem(kind=ItemKind.SLIDE, folder=folder, title=title_of(draft), draft=draft)
