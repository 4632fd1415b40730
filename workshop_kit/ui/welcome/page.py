"""The first run's page: three screens in the window, which can be left at any time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from workshop_kit.ui.context import Context
from workshop_kit.ui.welcome.steps import WhatStep, WhereStep, WhoStep
from workshop_kit.ui.widgets import boxed, button, column, label, panel, row, scrolled

MOST_WIDTH, MOST_HEIGHT = 880, 540
"""Pixels at 100 per cent of a card whose lines are easy to read."""
STEPS = ("who", "what", "where")


class WelcomePage(QWidget):
    """Asks who you are, shows what the program does, and offers where to begin.

    `sample_wanted` and `municipality_wanted` say which was chosen; skipping it all is the latter.
    """

    sample_wanted = Signal()
    municipality_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        texts, look = context.texts, context.look
        self.who = WhoStep(context, self.take)
        self.what = WhatStep(context)
        self.where = WhereStep(context, self._try_sample, self.skip)
        self.steps = QStackedWidget()
        for key, step in zip(STEPS, (self.who, self.what, self.where), strict=True):
            self.steps.addWidget(self._screen(key, step))
        self.count = label(kind="muted")
        self.skip_button = button(texts("welcome.skip"), self.skip, "quiet")
        self.previous = button(texts("welcome.previous"), lambda: self.show_step(self.steps.currentIndex() - 1))
        self.next = button(texts("welcome.next"), lambda: self.show_step(self.steps.currentIndex() + 1), "primary")
        for each in (self.skip_button, self.previous, self.next):
            each.setAutoDefault(True)
        foot = row(self.skip_button, 1, self.count, self.previous, self.next, spacing=12)
        inside = column(self.steps, boxed(foot), spacing=16)
        inside.setStretch(0, 1)
        card = panel(inside, "card", 28)
        card.setMaximumSize(look.px(MOST_WIDTH), look.px(MOST_HEIGHT))
        whole = row(card)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.who.facilitator.returnPressed.connect(lambda: self.show_step(1))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.skip, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show(0)

    def show_step(self, number: int) -> None:
        """Go to a screen; what was typed is kept."""
        self.take()
        self._show(max(0, min(number, len(STEPS) - 1)))
        self.start()

    def start(self) -> None:
        """Be ready for the keyboard on the screen that is shown."""
        focused = (self.who.facilitator, self.next, self.where.sample)
        focused[self.steps.currentIndex()].setFocus()

    def take(self) -> None:
        """Keep what is typed and chosen on the first screen."""
        changed = self.who.settings(self._context.settings)
        if changed != self._context.settings:
            self._context.change(changed)

    def skip(self) -> None:
        """Leave the first run, and go to the municipalities."""
        self.take()
        self.municipality_wanted.emit()

    def _screen(self, key: str, step: QWidget) -> QWidget:
        texts = self._context.texts
        title, lead = label(texts(f"welcome.title_{key}"), "section", wrap=True), label(texts(f"welcome.lead_{key}"), "muted", wrap=True)
        inside = column(title, lead, step, spacing=8)
        inside.insertSpacing(2, 8)
        inside.setStretch(3, 1)
        made = scrolled(boxed(inside))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _try_sample(self) -> None:
        self.take()
        self.sample_wanted.emit()

    def _show(self, number: int) -> None:
        self.steps.setCurrentIndex(number)
        self.count.setText(self._context.texts("welcome.count", number=number + 1, of=len(STEPS)))
        self.previous.setVisible(number > 0)
        self.next.setVisible(number < len(STEPS) - 1)
