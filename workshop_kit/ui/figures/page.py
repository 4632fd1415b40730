"""The page where the figures of the 2019 report are typed in, with their pages; the chart slides follow in every deck."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.messages import message
from workshop_kit.store.faults import StoreFault
from workshop_kit.ui.context import Context
from workshop_kit.ui.figures.card import ChartCard
from workshop_kit.ui.figures.draft import Rows, State, drafted, formed, state_of
from workshop_kit.ui.figures.form_file import FormFile
from workshop_kit.ui.figures.typed import Typed
from workshop_kit.ui.texts import InterfaceLanguage
from workshop_kit.ui.widgets import boxed, button, clear, column, label, panel, row, scrolled

AUTOSAVE_AFTER = 600
"""Milliseconds of quiet before a change is saved, and the content read again."""
REPORT = "Smarte byer og kommuner i Norge"
"""The report's title, the same in every language."""
SAMPLE = "3110"
"""The municipality whose slides are shown while no workshop is open."""


class FiguresPage(QWidget):
    """The form, a card for each chart; `workshop` gives the open workshop, or None. Undone by itself: see the window."""

    undo_changed = Signal()

    def __init__(self, context: Context, workshop: Callable[[], Workshop | None]) -> None:
        super().__init__()
        self._context, self._workshop = context, workshop
        texts = context.texts
        self.is_dirty = False
        self.state, self.saved = label(kind="lead", wrap=True), label(kind="muted", wrap=True)
        self.broken = label(kind="problem", wrap=True)
        folder = button(texts("figures.folder"), self._open_folder, look=context.look, icon="folder-open")
        where = row(self.saved, folder)
        where.setStretch(0, 1)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        head = panel(column(self.state, label(texts("figures.lead", report=REPORT), wrap=True), boxed(where), self.broken))
        self._inside = boxed(column(head, boxed(self._list), 1, spacing=12))
        self._scroll = scrolled(self._inside)
        outer = column(self._scroll)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_AFTER)
        self._timer.timeout.connect(self.save)
        context.settings_changed.connect(self._follow_folder)
        context.kit_ready.connect(self._show_client)
        self.cards: dict[str, ChartCard] = {}
        self._load()
        self._open(self._first_unready())

    @property
    def undo_text(self) -> str:
        """What would be undone, "" for nothing."""
        return self._typed.undo_text

    @property
    def redo_text(self) -> str:
        """What would be done again, "" for nothing."""
        return self._typed.redo_text

    def undo(self) -> None:
        """Go back one step."""
        self._took(self._typed.undo())

    def redo(self) -> None:
        """Do again what was undone last."""
        self._took(self._typed.redo())

    def save(self) -> bool:
        """Write the form now, and read the content again; tell whether the file holds what is typed."""
        self._timer.stop()
        if not self.is_dirty:
            return True
        charts = tuple(formed(chart, self._typed.rows[chart.id]) for chart in self._form.charts)
        try:
            kept = self._file.write(replace(self._form, charts=charts))
        except StoreFault as fault:
            self.saved.setText(self._context.texts("figures.not_saved"))
            self._context.told.emit(self._context.words_of(fault))
            return False
        self.is_dirty = False
        self.broken.hide()
        if kept is not None:
            self._context.told.emit(self._context.texts("figures.kept", name=kept.name))
        self._show_state()
        self._context.read_content()
        return True

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """Read the form again where somebody else has written it, and follow the open workshop."""
        super().showEvent(event)
        if not self.is_dirty and self._file.has_changed():
            self._load()
        self._show_client()
        QTimer.singleShot(0, self, self._take_focus)

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        """Save what is typed when the page is left."""
        super().hideEvent(event)
        self.save()

    def _take_focus(self) -> None:
        """Put the cursor where typing begins, unless somebody has gone elsewhere with the keys."""
        opened = next((card for card in self.cards.values() if card.is_open), None)
        there = QApplication.focusWidget()
        if opened is not None and opened.form is not None and there is not None and self.isAncestorOf(there):
            opened.form.focus_first()

    def _load(self) -> None:
        """Read the form, and show it anew."""
        self._file = FormFile(self._context.own_folder)
        self._form, problems = self._file.read()
        self._typed = Typed({chart.id: drafted(chart) for chart in self._form.charts})
        self.is_dirty = False
        opened = next((name for name, card in self.cards.items() if card.is_open), "")
        clear(self._list)
        self.cards = {}
        for chart in self._form.charts:
            self.cards[chart.id] = card = ChartCard(self._context, chart)
            card.show_typed(self._typed.rows[chart.id])
            card.toggled.connect(partial(self._toggle, chart.id))
            card.changed.connect(partial(self._change, chart.id))
            self._list.addWidget(card)
        self._tell_broken(problems)
        self._open(opened)
        self._show_state()
        self.undo_changed.emit()

    def _tell_broken(self, problems: tuple[Problem, ...]) -> None:
        texts = self._context.texts
        listed = " ".join(f"{each.where}: {message(texts.language.value, each.key, each.values)}" for each in problems)
        self.broken.setText(texts("figures.broken", what=listed) if problems else "")
        self.broken.setVisible(bool(problems))

    def _change(self, chart: str, rows: Rows, text: str, merge_key: str) -> None:
        before = self._typed.rows[chart]
        self._typed.change(chart, rows, text, f"{chart}-{merge_key}" if merge_key else "")
        if rows != before:
            self._took(chart)

    def _took(self, chart: str) -> None:
        """Show a chart that is changed, and save it soon."""
        if not chart:
            return
        self.cards[chart].show_typed(self._typed.rows[chart])
        self._open(chart)
        self.is_dirty = True
        self._timer.start()
        self._show_state()
        self.undo_changed.emit()

    def _toggle(self, chart: str) -> None:
        card = self.cards[chart]
        if card.is_open:
            card.close_rows()
        else:
            self._open(chart)
            QTimer.singleShot(0, card, partial(self._reveal, card))

    def _reveal(self, card: ChartCard) -> None:
        """Bring a card that was opened to the top, and the cursor to its first field."""
        if card.form is not None:
            card.form.focus_first()
        self._scroll.verticalScrollBar().setValue(card.mapTo(self._inside, QPoint(0, 0)).y())

    def _open(self, chart: str) -> None:
        """Open a card, and close the others."""
        for name, card in self.cards.items():
            if name == chart and not card.is_open:
                card.open(*self._client())
            elif name != chart and chart and card.is_open:
                card.close_rows()

    def _first_unready(self) -> str:
        return next((chart.id for chart in self._form.charts if state_of(chart, self._typed.rows[chart.id]) is not State.READY), "")

    def _client(self) -> tuple[Workshop, str]:
        """Give the workshop whose slides are shown, and the line that says whose it is."""
        texts, opened, kit = self._context.texts, self._workshop(), self._context.kit
        language = Language.NN if texts.language is InterfaceLanguage.NN else Language.NB
        workshop = opened or Workshop(municipality=SAMPLE, language=language)
        known = () if kit is None else kit.municipalities
        name = next((each.name for each in known if each.number == workshop.municipality), workshop.municipality)
        return workshop, texts("figures.slide_sample" if opened is None else "figures.slide_for", client=name)

    def _show_client(self) -> None:
        client = self._client()
        for card in self.cards.values():
            card.set_workshop(*client)

    def _show_state(self) -> None:
        texts, states = self._context.texts, [state_of(chart, self._typed.rows[chart.id]) for chart in self._form.charts]
        ready = states.count(State.READY)
        key = "some" if ready else "none" if all(each is State.EMPTY for each in states) else "zero"
        self.state.setText(texts(f"figures.ready_{key}", ready=ready, all=len(states)))
        saved = "saving" if self.is_dirty else "saved" if self._file.is_there else "will_be_saved"
        self.saved.setText(texts(f"figures.{saved}", path=self._file.path))

    def _follow_folder(self) -> None:
        if self._context.own_folder != self._file.folder:
            self.save()
            self._load()

    def _open_folder(self) -> None:
        folder = self._file.path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(_nearest(folder))))


def _nearest(folder: Path) -> Path:
    """Give a folder, or the nearest one above it that is there."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), folder)
