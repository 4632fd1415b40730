"""Keeps the plan and its pages in step with the open workshop: planned anew outside the window's thread after each change."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Workshop
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.jobs import Handle

if TYPE_CHECKING:
    from workshop_kit.pack import Composed, Kit
QUIET = 120
"""Milliseconds without a change before planning begins."""


class Planner(QObject):
    """Plans the open document; `planned` is sent when `composed` and `problems` are those of the newest change."""

    planned = Signal()
    failed = Signal(str)

    def __init__(self, context: Context, document: OpenDocument) -> None:
        super().__init__(document)
        self._context, self._document = context, document
        self.composed: Composed | None = None
        self.problems: tuple[Problem, ...] = ()
        self._latest: Handle[tuple[Composed, tuple[Problem, ...]]] | None = None
        self._asked: Kit | None = None
        self._kit: Kit | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self._start)
        document.changed.connect(self._timer.start)
        context.kit_ready.connect(self._start)
        self._start()

    @property
    def is_current(self) -> bool:
        """Tell whether what is planned is the workshop as it is now, with the content as it was read last."""
        is_same = self.composed is not None and self.composed.plan.workshop == self._document.workshop
        return is_same and self._kit is self._context.kit

    def _start(self) -> None:
        kit, workshop, media = self._context.kit, self._document.workshop, self._document.media
        if kit is None:
            return
        self._asked = kit
        self._latest = handle = self._context.jobs.start(lambda _: _compose(kit, workshop, media))
        # Bound methods, which Qt forgets with the planner: a workshop may be left while it is being planned.
        handle.done.connect(self._take)
        handle.failed.connect(self._tell)

    def _take(self, found: "tuple[Composed, tuple[Problem, ...]]") -> None:
        if found[0].plan.workshop == self._document.workshop and self.sender() is self._latest:
            self.composed, self.problems = found
            self._kit = self._asked
            self.planned.emit()

    def _tell(self, error: Exception) -> None:
        if self.sender() is self._latest:
            self.failed.emit(self._context.words_of(error))


def _compose(kit: "Kit", workshop: Workshop, media: Path) -> "tuple[Composed, tuple[Problem, ...]]":
    """Plan a workshop; imported here, since the first window needs none of what plans and places."""
    from workshop_kit.pack import compose

    return compose(kit, workshop, media)
