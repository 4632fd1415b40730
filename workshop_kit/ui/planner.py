"""Keeps the plan and its pages in step with the open workshop: planned anew outside the window's thread after each change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self._start)
        document.changed.connect(self._timer.start)
        context.kit_ready.connect(self._start)
        self._start()

    @property
    def is_current(self) -> bool:
        """Tell whether what is planned is the workshop as it is now."""
        return self.composed is not None and self.composed.plan.workshop == self._document.workshop

    def _start(self) -> None:
        kit, workshop = self._context.kit, self._document.workshop
        if kit is None:
            return
        handle = self._context.jobs.start(lambda _: _compose(kit, workshop))
        self._watch(handle, workshop)

    def _watch(self, handle: "Handle[tuple[Composed, tuple[Problem, ...]]]", workshop: Workshop) -> None:
        def is_wanted() -> bool:
            return isValid(self) and workshop == self._document.workshop

        def take(found: "tuple[Composed, tuple[Problem, ...]]") -> None:
            if is_wanted():
                self.composed, self.problems = found
                self.planned.emit()

        def tell(error: Exception) -> None:
            if is_wanted():
                self.failed.emit(self._context.words_of(error))

        handle.done.connect(take)
        handle.failed.connect(tell)


def _compose(kit: "Kit", workshop: Workshop) -> "tuple[Composed, tuple[Problem, ...]]":
    """Plan a workshop; imported here, since the first window needs none of what plans and places."""
    from workshop_kit.pack import compose

    return compose(kit, workshop)
