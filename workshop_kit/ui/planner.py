"""Keeps the plan and its pages in step with the open workshop: planned anew outside the window's thread after each change."""

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Composed, compose
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.jobs import Handle

Found = tuple[Composed, tuple[Problem, ...]]
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
        self._asked: Workshop | None = None
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
        kit, workshop, media = self._context.kit, self._document.workshop, self._document.media
        if kit is None:
            return
        handle: Handle[Found] = self._context.jobs.start(lambda _: compose(kit, workshop, media))
        self._asked = workshop
        handle.done.connect(self._take)
        handle.failed.connect(self._tell)

    def _take(self, found: Found) -> None:
        if found[0].plan.workshop == self._document.workshop:
            self.composed, self.problems = found
            self.planned.emit()

    def _tell(self, error: Exception) -> None:
        if self._asked == self._document.workshop:
            self.failed.emit(self._context.words_of(error))
