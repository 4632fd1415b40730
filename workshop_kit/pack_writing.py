"""Writes a pack's files one by one, passes over those that somebody holds, and notes in the manifest what then lies there."""

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from workshop_kit.pack_manifest import PlannedFile, slides_as_written
from workshop_kit.scene.chart import chart_shapes
from workshop_kit.scene.page import Document
from workshop_kit.scene.theme import Theme
from workshop_kit.store.atomic import write_whole
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.manifest import FileRole, MadeSlide, Manifest, ManifestFile, write_manifest

PASSED_OVER = frozenset({"store.in_use", "store.read_only", "store.is_folder"})
"""What hinders one file and not the others: held by another program, protected, or a folder of the same name."""
Step = Callable[[int, int, str], None]
"""Told before each file: its number from 1, of how many, and its name. What it raises stops the making."""
Told = Callable[[str, StoreFault | None], None]
"""Told after each file: its name, and what hindered it, None where it is made."""


class PackWriter:
    """Writes files into a pack's folder; `made` and `failed` are by name."""

    def __init__(self, folder: Path, theme: Theme, told: Told | None = None) -> None:
        self._folder, self._theme, self._told = folder, theme, told
        self.made: dict[str, PlannedFile] = {}
        self.failed: dict[str, StoreFault] = {}
        self._slides: dict[str, tuple[MadeSlide, ...]] = {}

    def write(self, files: tuple[PlannedFile, ...], step: Step | None = None) -> None:
        """Write files, each whole or not at all; raises StoreFault for what hinders them all, and what `step` raises."""
        for number, file in enumerate(files, start=1):
            if step is not None:
                step(number, len(files), file.name)
            fault = self._hindrance(file)
            if self._told is not None:
                self._told(file.name, fault)
            if fault is not None and self._stops_all(fault):
                raise fault

    def note(self, now: Manifest, before: Manifest | None, kept: tuple[str, ...]) -> Manifest:
        """Write the manifest of what lies there now, and give it; raises StoreFault. `now` is the whole pack's as planned."""
        noted = tuple(self._noted(now, before))
        deck = next((file.path for file in noted if file.role is FileRole.DECK), "")
        is_whole = noted == now.files
        earlier: Mapping[str, tuple[MadeSlide, ...]] = before.decks if before is not None else {}
        still = tuple(name for name in kept if name != deck)
        manifest = replace(
            now,
            files=noted,
            kept=still,
            made_with=now.made_with if is_whole else "",
            decks={name: slides for name in (deck, *still) if (slides := self._slides.get(name) or earlier.get(name))},
            leftover=self._leftover(noted, before, kept),
        )
        write_manifest(self._folder, manifest)
        return manifest

    def note_what_is_made(self, now: Manifest, before: Manifest | None, kept: tuple[str, ...]) -> None:
        """Note what was made before the writing was stopped, if anything; a fault here must not hide the one that led here."""
        with contextlib.suppress(StoreFault):
            if self.made:
                self.note(now, before, kept)

    def _hindrance(self, file: PlannedFile) -> StoreFault | None:
        path = self._folder / file.name
        try:
            write_whole(path, written(file.document, file.role, self._theme))
            if file.role is FileRole.DECK:
                self._slides[file.name] = slides_as_written(path, file.document)
        except StoreFault as fault:
            self.failed[file.name] = fault
            return fault
        self.made[file.name] = file
        return None

    def _stops_all(self, fault: StoreFault) -> bool:
        """Tell whether the next file would meet the same: a full disk, a drive that is gone, a folder that may not be written to."""
        return fault.key not in PASSED_OVER or not os.access(self._folder, os.W_OK)

    def _noted(self, now: Manifest, before: Manifest | None) -> Iterator[ManifestFile]:
        """Give the files that lie there: those made now, and of the others those that were made before."""
        earlier = {file.slot: file for file in before.files} if before is not None else {}
        for file in now.files:
            if file.path in self.made:
                yield file
            elif file.slot in earlier and (self._folder / earlier[file.slot].path).is_file():
                yield earlier[file.slot]

    def _leftover(self, noted: tuple[ManifestFile, ...], before: Manifest | None, kept: tuple[str, ...]) -> tuple[str, ...]:
        """Give the files of earlier packs that lie there still, and that nobody has asked for now."""
        if before is None:
            return ()
        named = {file.path for file in noted} | set(kept)
        earlier = dict.fromkeys((*(file.path for file in before.files), *before.leftover))
        return tuple(path for path in earlier if path not in named and (self._folder / path).is_file())


def written(document: Document, role: FileRole, theme: Theme) -> bytes:
    """Write a document; the writers are imported when first used, since they are slow to import."""
    if role is FileRole.DECK:
        from workshop_kit.writers.pptx_deck import write_deck

        return write_deck(document, theme)
    from workshop_kit.writers.pdf_sheets import write_pdf

    return write_pdf(document, theme, chart_shapes)
