"""The page with the pictures of what is made: slides and sheets, their notes, and what to leave out or always include."""

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.domain.text import plain
from workshop_kit.library.messages import message
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.slides.delegate import PageDelegate
from workshop_kit.ui.slides.model import PagesModel, Shown
from workshop_kit.ui.widgets import Beside, boxed, button, clear, column, label, panel, row, scrolled

SIDE_WIDTH = 340


class SlidesPage(QWidget):
    """Pictures at the left; the chosen one's title, notes and choices at the right."""

    def __init__(self, context: Context, document: OpenDocument, planner: Planner) -> None:
        super().__init__()
        self._context, self._document, self._planner = context, document, planner
        texts, look = context.texts, context.look
        self.model = PagesModel(context, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setViewMode(QListView.ViewMode.IconMode)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMovement(QListView.Movement.Static)
        self.view.setUniformItemSizes(True)
        self.view.setSpacing(8)
        self.view.setWordWrap(True)
        self.view.setAccessibleName(texts("app.page_slides"))
        self.title, self.notes = label(kind="lead", wrap=True), label(wrap=True)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.out = button(texts("slides.take_out"), self._take_out, look=look, icon="eye-off")
        self.pin = button(texts("slides.pin"), self._pin, look=look, icon="pin")
        self._problems = QVBoxLayout()
        side = column(
            panel(column(self.title, boxed(row(self.out, self.pin, 1)), label(texts("slides.why"), "small"), self.notes)),
            panel(column(label(texts("slides.problems"), "lead"), boxed(self._problems))),
            1,
            spacing=16,
        )
        whole = column(Beside(panel(column(self.view), margin=8), scrolled(boxed(side)), lambda: look.px(SIDE_WIDTH)))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self._size()
        self.view.selectionModel().currentChanged.connect(self._show)
        planner.planned.connect(self.show_plan)
        look.changed.connect(self._size)
        self.show_plan()

    def show_plan(self) -> None:
        """Show what is planned now, with the same page chosen where it is still there."""
        composed = self._planner.composed
        if composed is None:
            return
        before = self._chosen()
        self.model.set_composed(composed)
        found = self.model.row_of(before.page.key) if before is not None else 0
        self.view.setCurrentIndex(self.model.index(max(0, found)))
        clear(self._problems)
        language = self._context.texts.language.value
        for problem in self._planner.problems:
            words = f"{problem.where}: {message(language, problem.key, problem.values)}"
            self._problems.addWidget(label(words, "problem", wrap=True))
        if not self._planner.problems:
            self._problems.addWidget(label(self._context.texts("slides.no_problems"), "muted"))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Render no more: the page is let go."""
        self.model.stop()
        super().closeEvent(event)

    def _chosen(self) -> Shown | None:
        return self.model.shown(self.view.currentIndex().row())

    def _show(self, index: QModelIndex) -> None:
        shown = self.model.shown(index.row())
        slide = None if shown is None else shown.slide
        self.title.setText("" if shown is None else shown.page.title)
        self.notes.setText("" if slide is None else plain(slide.notes))
        self.out.setEnabled(slide is not None and not slide.hidden)
        self.pin.setEnabled(slide is not None and slide.content_id not in self._document.workshop.pinned)

    def _take_out(self) -> None:
        shown = self._chosen()
        if shown is not None and shown.slide is not None:
            workshop, key = self._document.workshop, shown.slide.content_id
            pinned = tuple(each for each in workshop.pinned if each != key)
            changed = replace(workshop, dropped=(*workshop.dropped, key), pinned=pinned)
            self._document.apply(changed, self._context.texts("slides.took_out", title=key))

    def _pin(self) -> None:
        shown = self._chosen()
        if shown is not None and shown.slide is not None:
            workshop, key = self._document.workshop, shown.slide.content_id
            changed = replace(workshop, pinned=(*workshop.pinned, key))
            self._document.apply(changed, self._context.texts("slides.pinned", title=key))

    def _size(self) -> None:
        self._delegate = PageDelegate(self._context.look, self.model.icon_size())
        self.view.setItemDelegate(self._delegate)
