"""The day on a page: blocks with their times, what can be taken out and put back, and what the rules say."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workshop_kit.domain.agenda import PAUSES, Agenda, BlockKind, TimedBlock
from workshop_kit.domain.plan import Plan
from workshop_kit.planning.numbers import format_clock
from workshop_kit.planning.rules import check_agenda
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.widgets import Beside, boxed, button, clear, column, label, panel, row, scrolled

SIDE_WIDTH = 320
EDGE = 4
COLOURS = {
    BlockKind.OPENING: ("#3457A6", "#8FB0F2"),
    BlockKind.CLOSING: ("#3457A6", "#8FB0F2"),
    BlockKind.TALK: ("#0A6650", "#5CCBA5"),
    BlockKind.DISCUSSION: ("#7A3E8E", "#D9A7E8"),
    BlockKind.HARVEST: ("#7A3E8E", "#D9A7E8"),
    BlockKind.EXERCISE: ("#9A4A00", "#F2B263"),
    BlockKind.BREAK: ("#5B6661", "#A9B7B0"),
    BlockKind.LUNCH: ("#5B6661", "#A9B7B0"),
    BlockKind.BUFFER: ("#7A8780", "#7F8D86"),
}
"""The edge of each kind of block, light and dark; the kind is always written too."""


class AgendaPage(QWidget):
    """The planned day, with the tray of what was taken out."""

    def __init__(self, context: Context, document: OpenDocument, planner: Planner) -> None:
        super().__init__()
        self._context, self._document, self._planner = context, document, planner
        texts = context.texts
        self._blocks, self._tray, self._rules, self._shares = QVBoxLayout(), QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for layout in (self._blocks, self._tray, self._rules, self._shares):
            layout.setSpacing(6)
        self.total = label(kind="section")
        side = column(
            panel(column(label(texts("agenda.day"), "lead"), self.total, boxed(self._shares))),
            panel(column(label(texts("agenda.rules"), "lead"), boxed(self._rules))),
            panel(column(label(texts("agenda.tray"), "lead"), label(texts("agenda.tray_hint"), "small", wrap=True), boxed(self._tray))),
            1,
            spacing=16,
        )
        day = scrolled(panel(column(boxed(self._blocks), 1)))
        whole = column(Beside(day, scrolled(boxed(side)), lambda: context.look.px(SIDE_WIDTH)))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        planner.planned.connect(self.show_plan)
        context.look.changed.connect(self.show_plan)
        self.show_plan()

    def show_plan(self) -> None:
        """Show the day as it is planned now."""
        composed, texts = self._planner.composed, self._context.texts
        for layout in (self._blocks, self._tray, self._rules, self._shares):
            clear(layout)
        if composed is None:
            self._blocks.addWidget(label(texts("app.reading"), "muted"))
            return
        plan = composed.plan
        for timed in plan.timetable:
            self._blocks.addWidget(self._block(timed, plan))
        first, last = plan.timetable[0].start, plan.timetable[-1].end
        self.total.setText(f"{format_clock(first)}–{format_clock(last)}")
        self._show_shares(plan)
        self._show_rules(plan)
        self._show_tray()

    def _block(self, timed: TimedBlock, plan: Plan) -> QWidget:
        texts, block = self._context.texts, timed.block
        kind = texts(f"agenda.kind_{block.kind.value}")
        edge = QFrame()
        edge.setFixedWidth(EDGE)
        edge.setStyleSheet(f"background: {COLOURS[block.kind][self._context.look.scheme.value == 'dark']}; border: none;")
        title = label(block.title, "lead", wrap=True)
        slides = sum(slide.section == block.module and not slide.hidden and slide.layout != "exercise" for slide in plan.slides)
        told = f"{kind} · {texts.count('agenda.slides', slides)}" if block.module else kind
        line = QHBoxLayout()
        line.addWidget(label(format_clock(timed.start)), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(edge)
        line.addWidget(boxed(column(title, label(told, "small"), spacing=2)), 1)
        line.addWidget(label(texts("agenda.minutes", minutes=block.minutes)))
        if self._can_go(timed):
            name = block.module or block.exercise or ""
            out = button("", lambda: self.take_out(name, block.title), "quiet", look=self._context.look, icon="x")
            out.setAccessibleName(texts("agenda.take_out", title=block.title))
            out.setToolTip(texts("agenda.take_out", title=block.title))
            line.addWidget(out)
        made = panel(line, "panel", 8)
        made.setAccessibleName(f"{format_clock(timed.start)} {block.title}, {kind}, {texts('agenda.minutes', minutes=block.minutes)}")
        return made

    def _can_go(self, timed: TimedBlock) -> bool:
        fixed = {BlockKind.OPENING, BlockKind.CLOSING, BlockKind.BUFFER, *PAUSES}
        return timed.block.kind not in fixed

    def take_out(self, name: str, title: str) -> None:
        """Take a module or an exercise out of the day."""
        workshop = self._document.workshop
        pinned = tuple(each for each in workshop.pinned if each != name)
        changed = replace(workshop, dropped=(*workshop.dropped, name), pinned=pinned)
        self._document.apply(changed, self._context.texts("agenda.took_out", title=title))

    def put_back(self, name: str, title: str) -> None:
        """Put a module or an exercise into the day."""
        workshop = self._document.workshop
        kit = self._context.kit
        is_exercise = kit is not None and any(each.id == name for each in kit.library.exercises)
        pinned = (*workshop.pinned, name) if is_exercise and name not in workshop.pinned else workshop.pinned
        changed = replace(workshop, dropped=tuple(each for each in workshop.dropped if each != name), pinned=pinned)
        self._document.apply(changed, self._context.texts("agenda.put_back_done", title=title))

    def _show_shares(self, plan: Plan) -> None:
        texts = self._context.texts
        minutes: dict[str, int] = {}
        for timed in plan.timetable:
            kind = texts(f"agenda.kind_{timed.block.kind.value}")
            minutes[kind] = minutes.get(kind, 0) + timed.block.minutes
        for kind, count in minutes.items():
            line = row(label(kind), 1, label(texts("agenda.minutes", minutes=count)))
            self._shares.addWidget(boxed(line))

    def _show_rules(self, plan: Plan) -> None:
        texts, kit = self._context.texts, self._context.kit
        agenda = Agenda(start=plan.workshop.start, blocks=tuple(timed.block for timed in plan.timetable))
        breaches = check_agenda(agenda, () if kit is None else kit.library.exercises)
        for breach in breaches:
            words = texts(f"agenda.rule_{breach.rule.value.removeprefix('agenda-').replace('-', '_')}", minutes=breach.minutes)
            self._rules.addWidget(label(words, "warning", wrap=True))
        target = plan.workshop.target_minutes
        over = sum(timed.block.minutes for timed in plan.timetable) - (target or 0)
        if target is not None and over > 0:
            self._rules.addWidget(label(texts("agenda.too_long", minutes=over), "problem", wrap=True))
        if self._rules.count() == 0:
            self._rules.addWidget(label(texts("agenda.rules_kept"), "muted", wrap=True))

    def _show_tray(self) -> None:
        texts, kit = self._context.texts, self._context.kit
        if kit is None:
            return
        language = self._document.workshop.language
        planned = {timed.block.exercise for timed in self._planner.composed.plan.timetable} if self._planner.composed else set[str | None]()
        names = {module.id: module.name.of(language) for module in kit.library.modules if module.id in self._document.workshop.dropped}
        names |= {each.id: f"{each.id} {each.texts[language].title}" for each in kit.library.exercises if each.id not in planned}
        for name, title in names.items():
            back = button(
                title, lambda name=name, title=title: self.put_back(name, title), "navigation", look=self._context.look, icon="plus"
            )
            back.setAccessibleName(texts("agenda.put_back", title=title))
            self._tray.addWidget(back)

    def _back(self, name: str, title: str) -> QPushButton:
        return button(title, lambda: self.put_back(name, title), "navigation", look=self._context.look, icon="plus")
