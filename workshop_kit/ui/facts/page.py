"""The workshop's page: its facts and choices at the left, what is to be settled at the right."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_kit.pack import pack_folder, whole_pack
from workshop_kit.store.manifest import read_manifest
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.facts.choices import ChoicesForm
from workshop_kit.ui.facts.form import FactsForm
from workshop_kit.ui.facts.logo import LogoField
from workshop_kit.ui.facts.own_example import OwnExampleForm
from workshop_kit.ui.facts.points import PointList
from workshop_kit.ui.facts.preparation import PackState, preparation, ticked
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.widgets import Beside, boxed, column, label, panel, scrolled

LIST_WIDTH = 340


class FactsPage(QWidget):
    """Facts, choices and the preparation list; `jump` asks for another page by its name."""

    jump = Signal(str)

    def __init__(self, context: Context, document: OpenDocument, planner: Planner, packs: Path) -> None:
        """Show an open workshop; `packs` is the folder that its packs are made in."""
        super().__init__()
        self._context, self._document, self._planner, self._packs = context, document, planner, packs
        texts = context.texts
        self.form, self.choices = FactsForm(context, document, self), ChoicesForm(context, document)
        self.logo, self.example = LogoField(context, document), OwnExampleForm(context, document, planner)
        inside = column(
            self.form.when,
            self.form.people,
            self._panel("logo", self.logo),
            self._panel("chosen", self.choices),
            self._panel("own_example", self.example, hint=True),
            self.form.remarks,
            1,
            spacing=16,
        )
        self.points = PointList(context)
        side = panel(column(label(texts("facts.open_points"), "section"), self.points, spacing=12))
        self._scrolled = scrolled(boxed(inside))
        whole = column(Beside(self._scrolled, scrolled(side), lambda: context.look.px(LIST_WIDTH)))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.points.jump.connect(self._go)
        self.points.ticked.connect(self._tick)
        document.changed.connect(self.show_points)
        planner.planned.connect(self.show_points)
        context.kit_ready.connect(self.show_points)
        self.show_points()

    def show_points(self) -> None:
        """List what is to be settled, as it is now."""
        kit, planner = self._context.kit, self._planner
        has_report = kit is not None and bool(kit.library.report_charts)
        points = preparation(self._document.workshop, planner.composed, planner.problems, has_report=has_report, pack=self._pack_state())
        self.points.show_points(points)

    def focus(self, field: str) -> None:
        """Go to the field that settles a point, and let it be seen."""
        fields: dict[str, QWidget] = {
            "date": self.form.date.line,
            "place": self.form.place,
            "participants": self.form.participants,
            "roles": next(iter(self.choices.roles.chips.values())),
            "goals": next(iter(self.choices.goals.chips.values()), self.choices.goals),
            "own_goals": self.choices.own_goals[0][1],
        }
        found = fields.get(field)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scrolled.ensureWidgetVisible(found, 0, self._context.look.px(80))

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """List anew when the page is gone to: a pack may have been made meanwhile."""
        super().showEvent(event)
        self.show_points()

    def _go(self, page: str, field: str) -> None:
        if field:
            self.focus(field)
        else:
            self.jump.emit(page)

    def _tick(self, tick: str, is_done: bool) -> None:
        workshop = self._document.workshop
        self._document.apply(
            replace(workshop, done=ticked(workshop.done, tick, is_done=is_done)), self._context.texts("facts.changed_done")
        )

    def _pack_state(self) -> PackState:
        kit, document = self._context.kit, self._document
        if kit is None or read_manifest(pack_folder(kit, document.workshop, self._packs)) is None:
            return PackState.NONE
        is_whole = whole_pack(kit, document.workshop, self._packs, document.media) is not None
        return PackState.MADE if is_whole else PackState.STALE

    def _panel(self, name: str, inside: QWidget, *, hint: bool = False) -> QWidget:
        texts = self._context.texts
        heads = [label(texts(f"facts.{name}"), "section")]
        if hint:
            heads.append(label(texts(f"facts.{name}_hint"), "muted", wrap=True))
        return panel(column(*heads, inside, spacing=12))
