"""What stands beside the files: what is different since last time, the decks that were edited by hand, and what is still open."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workshop_kit.domain.problem import Problem
from workshop_kit.library.messages import message
from workshop_kit.pack import Pack, PackThere
from workshop_kit.planning.numbers import format_clock, format_date
from workshop_kit.store.manifest_changes import PackChanges
from workshop_kit.ui.context import Context
from workshop_kit.ui.make.telling import Line, edited_lines, since_lines
from workshop_kit.ui.widgets import boxed, button, clear, column, label, panel
from workshop_kit.writers.deck_changes import EditedDeck

MOST_PROBLEMS = 3
"""So many are told here; the slides' page has them all."""


class ChangesPanel(QWidget):
    """`jump` asks for another page by its name."""

    jump = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        texts = context.texts
        self._since, self._edited, self._problems = (_lines() for _ in range(3))
        self.edited = self._panel(texts("make.edited"), self._edited)
        self.problems = self._panel(texts("make.problems"), self._problems)
        self.edited.hide()
        self.problems.hide()
        whole = column(self.edited, self._panel(texts("make.since"), self._since), self.problems, 1, spacing=16)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self._fill(self._since, (Line(texts("make.planning"), "muted"),))

    def show_there(self, there: PackThere) -> None:
        """Tell what a new making would change."""
        texts = self._context.texts
        if there.manifest is None or there.since is None:
            self._fill(self._since, (Line(texts("make.since_first"), "muted"),))
        else:
            self._fill(self._since, self._before(there, there.since))
        self._show_edited(there.edited, there.folder)

    def show_pack(self, pack: Pack) -> None:
        """Tell what the making changed."""
        texts = self._context.texts
        lines = () if pack.since is None else since_lines(texts, pack.since)
        nothing = texts("make.since_made_first" if pack.since is None else "make.since_made_same")
        self._fill(self._since, lines or (Line(nothing, "muted"),))
        self._show_edited(pack.edited, pack.folder)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Sum up what is wrong in the content, with a way to where it is listed."""
        texts, language = self._context.texts, self._context.texts.language.value
        self.problems.setVisible(bool(problems))
        if not problems:
            return
        said = tuple(Line(message(language, each.key, each.values), "problem") for each in problems[:MOST_PROBLEMS])
        more = len(problems) - len(said)
        self._fill(self._problems, (*said, *((Line(texts.count("make.more_problems", more), "muted"),) if more else ())))
        go = button(texts("make.see_problems"), lambda: self.jump.emit("slides"), look=self._context.look, icon="presentation")
        go.setObjectName("see-problems")
        self._problems.addWidget(go)

    def _before(self, there: PackThere, since: PackChanges) -> tuple[Line, ...]:
        texts = self._context.texts
        made = datetime.fromtimestamp(there.made_at).astimezone()
        when = texts("make.when", date=format_date(date(made.year, made.month, made.day)), clock=format_clock(made.time()))
        head = Line(texts("make.made_when", when=when), "muted")
        if since.is_nothing and not there.missing:
            return (head, Line(texts("make.since_none")))
        gone = (Line(texts("make.missing", names=", ".join(sorted(there.missing))), "warning"),) if there.missing else ()
        said = since_lines(texts, since)
        return (head, *gone, *(said or (() if gone else (Line(texts("make.since_unknown")),))))

    def _show_edited(self, decks: tuple[EditedDeck, ...], folder: Path) -> None:
        texts = self._context.texts
        self.edited.setVisible(bool(decks))
        lines: list[Line] = []
        for deck in decks:
            lines += (Line(deck.name, "lead"), Line(texts("make.edited_kept"), "muted"), *edited_lines(texts, deck, folder))
        self._fill(self._edited, tuple(lines))

    def _panel(self, title: str, lines: QVBoxLayout) -> QFrame:
        return panel(column(label(title, "section", wrap=True), boxed(lines), spacing=12))

    def _fill(self, box: QVBoxLayout, lines: tuple[Line, ...]) -> None:
        clear(box)
        for line in lines:
            said = label(line.text, line.kind, wrap=True)
            box.addWidget(boxed(column(said, label(line.under, "muted", wrap=True), spacing=2)) if line.under else said)


def _lines() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(10)
    return made
