"""The workshop's page: its facts and choices at the left, what is still open at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.facts.choices import ChoicesForm
from workshop_kit.ui.facts.form import FactsForm
from workshop_kit.ui.facts.preparation import OpenPoint, open_points
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.widgets import Beside, boxed, button, clear, column, label, panel, scrolled

LIST_WIDTH = 340


class FactsPage(QWidget):
    """Facts, choices and the preparation list; `jump` asks for another page by its name."""

    jump = Signal(str)

    def __init__(self, context: Context, document: OpenDocument, planner: Planner) -> None:
        super().__init__()
        self._context, self._document, self._planner = context, document, planner
        texts = context.texts
        self.form, self.choices = FactsForm(context, document), ChoicesForm(context, document)
        inside = boxed(
            column(
                panel(column(label(texts("facts.when_where"), "section"), self.form, spacing=12)),
                panel(column(label(texts("facts.chosen"), "section"), self.choices, spacing=12)),
                1,
                spacing=16,
            )
        )
        self._points = QVBoxLayout()
        self._points.setSpacing(4)
        self.summary = label(kind="muted", wrap=True)
        side = panel(column(label(texts("facts.open_points"), "section"), self.summary, boxed(self._points), 1, spacing=12))
        whole = column(Beside(scrolled(inside), scrolled(side), lambda: context.look.px(LIST_WIDTH)))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        document.changed.connect(self.show_points)
        planner.planned.connect(self.show_points)
        self.show_points()

    def show_points(self) -> None:
        """List what is open now."""
        texts, kit = self._context.texts, self._context.kit
        has_report = kit is not None and bool(kit.library.report_charts)
        points = open_points(self._document.workshop, self._planner.composed, self._planner.problems, has_report=has_report)
        clear(self._points)
        self.summary.setText(texts.count("facts.open", len(points)) if points else texts("facts.open_none"))
        for point in points:
            self._points.addWidget(self._point(point))

    def _point(self, point: OpenPoint) -> QWidget:
        texts = self._context.texts
        words = texts.count(f"facts.point_{point.key}", point.count) if point.count else texts(f"facts.point_{point.key}")
        icon = "triangle-alert" if point.key in {"problems", "report"} else "chevron-right"
        made = button(words, lambda: self.jump.emit(point.page), "navigation", look=self._context.look, icon=icon)
        made.setObjectName(f"point-{point.key}")
        return made
