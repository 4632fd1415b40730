"""The chosen block in full: its minutes and bounds, its clock time, what it runs beside, and the slides and sheet it brings."""

import datetime
from functools import partial

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QSpinBox, QTimeEdit, QVBoxLayout, QWidget

from workshop_kit.domain.agenda import TimedBlock
from workshop_kit.domain.by_hand import DayPart
from workshop_kit.domain.plan import Plan, PlannedSlide
from workshop_kit.planning.arranged import OWN_PREFIX, bounds
from workshop_kit.planning.arranging import MOST_MINUTES, is_beside_the_one_before, place_of
from workshop_kit.ui.agenda.day import DayEditor
from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.widgets import Link, boxed, button, clear, column, inset, label

MOST_LISTED = 12
OTHERS = frozenset({"exercise", "break"})
"""Layouts of slides that stand in a module's section and belong to another block."""


class Detail(QWidget):
    """Shows and changes one block, with jumps to its slides and its sheet."""

    def __init__(self, context: Context, editor: DayEditor) -> None:
        super().__init__()
        self._context, self._editor = context, editor
        self._id, self._is_showing = "", False
        texts, look = context.texts, context.look
        self.heading = label(kind="lead", wrap=True)
        self.title = QLineEdit()
        self.least, self.minutes, self.most = (self._spin(name) for name in ("least", "minutes", "most"))
        self.has_clock = QCheckBox(texts("agenda.begins_at"))
        self.clock = inset(QTimeEdit())
        self.clock.setDisplayFormat("HH.mm")
        self.clock.setAccessibleName(texts("agenda.begins_at"))
        self.beside = QCheckBox(texts("agenda.beside"))
        self._brings = QVBoxLayout()
        self._brings.setSpacing(2)
        self._form = QFormLayout()
        self._lay_out()
        self.up = button(texts("agenda.up"), lambda: editor.step(self._id, -1), look=look, icon="arrow-up")
        self.down = button(texts("agenda.down"), lambda: editor.step(self._id, 1), look=look, icon="arrow-down")
        self.out = button(texts("agenda.out"), lambda: editor.park(self._id), look=look, icon="x")
        self._foot = QWidget()
        flow = FlowLayout(self._foot)
        for each in (self.up, self.down, self.out):
            flow.addWidget(each)
        whole = column(self.heading, boxed(self._form), self._foot, boxed(self._brings), spacing=10)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self._connect()

    def show_block(self, timed: TimedBlock | None, plan: Plan | None) -> None:
        """Show a block, without counting that as a change; None where none is chosen."""
        part = None if timed is None else self._editor.part(timed.block.id)
        if timed is None or part is None:
            self._id = ""
            self.heading.setText(self._context.texts("agenda.none_chosen"))
        else:
            self._id = part.id
            self._show(timed, part, plan)
        for each in (self._form.parentWidget(), self._foot):
            if each is not None:
                each.setVisible(bool(self._id))
        if not self._id:
            clear(self._brings)

    def _show(self, timed: TimedBlock, part: DayPart, plan: Plan | None) -> None:
        self._is_showing = True
        block, kit = timed.block, self._context.kit
        self.heading.setText(block.title)
        is_own = part.id.startswith(OWN_PREFIX)
        self._form.setRowVisible(self.title, is_own)
        if self.title.text() != block.title and not self.title.hasFocus():
            self.title.setText(block.title)
        exercise = next((each for each in (() if kit is None else kit.library.exercises) if each.id == part.id), None)
        least, most = bounds(part, exercise)
        for field, value in ((self.least, least), (self.minutes, block.minutes), (self.most, most)):
            if field.value() != value:
                field.setValue(value)
        self.has_clock.setChecked(part.at is not None)
        self.clock.setEnabled(part.at is not None)
        shown = part.at or timed.start
        self.clock.setTime(QTime(shown.hour, shown.minute))
        place = place_of(self._editor.day, part.id)
        self.beside.setEnabled(place > 0)
        self.beside.setChecked(is_beside_the_one_before(self._editor.day, part.id))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(self._editor.agenda is not None and place + 1 < len(self._editor.agenda.blocks))
        self._show_brings(timed, plan)
        self._is_showing = False

    def _show_brings(self, timed: TimedBlock, plan: Plan | None) -> None:
        """List the slides and the sheet that come with the block, each with a jump."""
        clear(self._brings)
        texts, look, block = self._context.texts, self._context.look, timed.block
        if plan is None:
            return
        slides = slides_of(timed, plan)
        if slides:
            self._brings.addWidget(label(texts.count("agenda.brings", len(slides)), "small"))
        for slide in slides[:MOST_LISTED]:
            jump = partial(self._context.jump.emit, "slides", slide.key)
            self._brings.addWidget(Link(slide.title, jump, look, "presentation"))
        if block.exercise:
            words = texts("agenda.sheet", sheet=block.exercise)
            self._brings.addWidget(Link(words, partial(self._context.jump.emit, "sheets", block.exercise), look, "file-text"))

    def _spin(self, name: str) -> QSpinBox:
        spin = inset(QSpinBox())
        spin.setRange(0 if name == "least" else 1, MOST_MINUTES)
        spin.setAccessibleName(self._context.texts(f"agenda.hint_{name}"))
        spin.setToolTip(self._context.texts(f"agenda.hint_{name}"))
        spin.setKeyboardTracking(False)
        return spin

    def _lay_out(self) -> None:
        texts = self._context.texts
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(12)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.title.setAccessibleName(texts("agenda.own_title"))
        self._form.addRow(label(texts("agenda.own_title")), self.title)
        numbers = QHBoxLayout()
        for name, field in (("least", self.least), ("minutes", self.minutes), ("most", self.most)):
            shown = label(texts(f"agenda.label_{name}"), "" if name == "minutes" else "muted")
            shown.setBuddy(field)
            numbers.addLayout(column(shown, field, spacing=2))
        self._form.addRow(boxed(numbers))
        line = QHBoxLayout()
        line.addWidget(self.has_clock, 1)
        line.addWidget(self.clock)
        self._form.addRow(boxed(line))
        self._form.addRow(self.beside)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self._take_title)
        for name, field in (("minutes", self.minutes), ("least", self.least), ("most", self.most)):
            field.valueChanged.connect(partial(self._take_number, name))
        self.has_clock.clicked.connect(self._take_clock)
        self.clock.timeChanged.connect(self._take_clock)
        self.beside.clicked.connect(self._take_beside)

    def _take(self, **changes: object) -> None:
        if not self._is_showing and self._id:
            self._editor.change(self._id, **changes)

    def _take_number(self, name: str, value: int) -> None:
        self._take(**{name: value})

    def _take_clock(self) -> None:
        self._take(at=_clock_of(self.clock.time()) if self.has_clock.isChecked() else None)

    def _take_title(self) -> None:
        if self.title.text().strip():
            self._take(title=self.title.text().strip())

    def _take_beside(self, is_beside: bool) -> None:
        if self._id:
            self._editor.set_beside(self._id, is_beside)


def slides_of(timed: TimedBlock, plan: Plan) -> tuple[PlannedSlide, ...]:
    """Give the shown slides that come with a block: a module's own, or the one of an exercise or a pause."""
    block, shown = timed.block, tuple(slide for slide in plan.slides if not slide.hidden)
    if block.module is not None:
        return tuple(slide for slide in shown if slide.section == block.module and slide.layout not in OTHERS)
    return tuple(slide for slide in shown if slide.key == block.id)


def _clock_of(value: QTime) -> datetime.time:
    return datetime.time(value.hour(), value.minute())
