"""The day in numbers: from when to when, how it stands to what was asked for, the share of each kind, and what the rules say."""

from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.domain.agenda import Agenda, BlockKind, end_of, in_a_row, length_of, timetable
from workshop_kit.planning.numbers import format_clock
from workshop_kit.planning.rules import Breach, Rule
from workshop_kit.ui.agenda.delegate import COLOURS
from workshop_kit.ui.context import Context
from workshop_kit.ui.tokens import Scheme
from workshop_kit.ui.widgets import Link, boxed, button, clear, column, label, panel, row

BAR_HEIGHT = 6
SHOWN_FIRST = tuple(BlockKind)


class ShareBar(QWidget):
    """A bar as long as a share of the day."""

    def __init__(self, context: Context, kind: BlockKind, share: float) -> None:
        super().__init__()
        self._context, self._kind, self._share = context, kind, share
        self.setFixedHeight(context.look.px(BAR_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._context.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        for width, colour in ((1.0, look.colour("sunken")), (self._share, QColor(COLOURS[self._kind][look.scheme is Scheme.DARK][0]))):
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(0, 0, max(self.width() * width, self.height()), self.height()), radius, radius)
        painter.end()


class Summary(QObject):
    """Shows an agenda in the panels `numbers`, `rules` and `shares`; `fit` asks for the minutes to be made to fit, `jump` for a block."""

    fit = Signal()
    jump = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        texts = context.texts
        self.times, self.length, self.against = label(kind="section"), label(kind="muted", wrap=True), label(wrap=True)
        self.fit_button = button(texts("agenda.fit"), self.fit.emit, look=context.look, icon="clock")
        self._shares, self._rules = QVBoxLayout(), QVBoxLayout()
        self._shares.setSpacing(8)
        self._rules.setSpacing(2)
        self.numbers = panel(column(self.times, self.length, self.against, self.fit_button, spacing=4))
        self.rules = panel(column(label(texts("agenda.rules"), "lead"), boxed(self._rules)))
        self.shares = panel(column(label(texts("agenda.shares"), "lead"), boxed(self._shares)))

    def show_agenda(self, agenda: Agenda, target: int, breaches: tuple[Breach, ...], titles: dict[str, str], participants: int) -> None:
        """Show an agenda against the minutes that were asked for; `titles` are the blocks' by their ids."""
        texts, timed = self._context.texts, timetable(agenda)
        total = length_of(timed)
        self.times.setText(f"{format_clock(timed[0].start)}–{format_clock(end_of(timed))}")
        people = texts.count("agenda.people", participants) if participants else texts("agenda.no_people")
        self.length.setText(f"{_in_hours(self._context, total)} · {people}")
        over = total - target
        key = "agenda.too_long" if over > 0 else "agenda.too_short"
        self.against.setText(texts.count(key, abs(over)) if over else texts("agenda.fits"))
        self.against.setProperty("kind", "problem" if over > 0 else "muted")
        self.against.style().polish(self.against)
        self.fit_button.setVisible(bool(over))
        self._show_shares(agenda, total)
        self._show_rules(breaches, titles)

    def _show_shares(self, agenda: Agenda, total: int) -> None:
        texts = self._context.texts
        clear(self._shares)
        minutes: dict[BlockKind, int] = {}
        for block in in_a_row(agenda.blocks):
            minutes[block.kind] = minutes.get(block.kind, 0) + block.minutes
        for kind in (kind for kind in SHOWN_FIRST if kind in minutes):
            share = minutes[kind] / max(total, 1)
            told = texts("agenda.share", minutes=minutes[kind], percent=round(100 * share))
            words = boxed(row(label(texts(f"agenda.kind_{kind.value}")), 1, label(told, "muted")))
            self._shares.addWidget(boxed(column(words, ShareBar(self._context, kind, share), spacing=4)))

    def _show_rules(self, breaches: tuple[Breach, ...], titles: dict[str, str]) -> None:
        texts = self._context.texts
        clear(self._rules)
        for breach in breaches:
            words = breach_words(self._context, breach, titles)
            if breach.block:
                shown: QWidget = Link(words, partial(self.jump.emit, breach.block), self._context.look, "triangle-alert")
            else:
                shown = label(words, "warning", wrap=True)
            self._rules.addWidget(shown)
        if not breaches:
            self._rules.addWidget(label(texts("agenda.rules_kept"), "muted", wrap=True))


def breach_words(context: Context, breach: Breach, titles: dict[str, str]) -> str:
    """Say what a rule's breach is."""
    minutes = f"{breach.minutes // 60}.{breach.minutes % 60:02}" if breach.rule is Rule.LUNCH_TIME else str(breach.minutes)
    key = breach.rule.value.removeprefix("agenda-").replace("-", "_")
    return context.texts(f"agenda.rule_{key}", minutes=minutes, title=titles.get(breach.block, ""))


def _in_hours(context: Context, minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return context.texts("agenda.minutes", minutes=rest)
    return context.texts("agenda.hours_minutes" if rest else "agenda.hours", hours=hours, minutes=rest)
