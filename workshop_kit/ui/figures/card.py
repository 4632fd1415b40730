"""A chart of the form as a card: what it asks, how far it has come, and, when it is open, its rows and its slide."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.report_form import FormChart
from workshop_kit.ui.context import Context
from workshop_kit.ui.figures.draft import Rows, State, formed, shown, state_of, wrong_sum
from workshop_kit.ui.figures.preview import Preview
from workshop_kit.ui.figures.rows import RowsForm
from workshop_kit.ui.texts import InterfaceLanguage
from workshop_kit.ui.widgets import Beside, boxed, button, column, dress, label, panel, row

PREVIEW_WIDTH, END_WIDTH = 330, 310
"""Widths of the slide and of what stands at a card's end, in pixels at 100 per cent."""
ICONS = {State.EMPTY: "minus", State.LACKING: "triangle-alert", State.READY: "circle-check"}
COLOURS = {State.EMPTY: "muted", State.LACKING: "warning", State.READY: "primary"}
HELPED = frozenset({
    "strategy", "motives", "barriers", "success-factors", "areas", "technologies", "organisation", "funding", "involvement",
})  # fmt: skip
"""Charts with words on what to look for in the report."""


class ChartCard(QWidget):
    """One chart; `toggled` asks to open or close the card, `changed` carries new rows as RowsForm does."""

    toggled = Signal()
    changed = Signal(object, str, str)

    def __init__(self, context: Context, chart: FormChart) -> None:
        super().__init__()
        self._context, self.chart = context, chart
        self.typed: Rows = ()
        self.form: RowsForm | None = None
        self.preview: Preview | None = None
        texts, look = context.texts, context.look
        self.language = Language.NN if texts.language is InterfaceLanguage.NN else Language.NB
        is_nynorsk = self.language is Language.NN
        self.title = label(chart.title_nn if is_nynorsk else chart.title_nb, "lead", wrap=True)
        question = chart.question_nn if is_nynorsk else chart.question_nb
        about = texts("figures.about", kind=texts(f"figures.kind_{chart.kind}"), question=question)
        self.sign, self.state = label(), label()
        self.toggle = button("", self.toggled.emit, look=look, icon="pencil")
        named = boxed(column(self.title, label(about, "muted", wrap=True), spacing=4))
        self._inside = column(Beside(named, boxed(row(1, self.sign, self.state, self.toggle)), self._end_width), spacing=16)
        whole = column(panel(self._inside))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self._body: QFrame | None = None
        look.changed.connect(self._show_state)
        self._show_state()

    @property
    def is_open(self) -> bool:
        """Tell whether the rows can be seen."""
        return self._body is not None and not self._body.isHidden()

    def open(self, workshop: Workshop, told: str) -> None:
        """Show the rows and the slide, made now where they were not yet."""
        if self._body is None:
            self._body = self._make_body()
            self._inside.addWidget(self._body)
        self._body.show()
        self.set_workshop(workshop, told)
        self._show_state()
        self._show_rows()

    def close_rows(self) -> None:
        """Show the head alone."""
        if self._body is not None:
            self._body.hide()
        self._show_state()

    def set_workshop(self, workshop: Workshop, told: str) -> None:
        """Show the slide for another client; `told` says which."""
        if self.preview is not None:
            self.preview.set_workshop(workshop, told)

    def show_typed(self, typed: Rows) -> None:
        """Show what is typed now."""
        self.typed = typed
        self._show_state()
        self._show_rows()

    def _end_width(self) -> int:
        return self._context.look.px(END_WIDTH)

    def _make_body(self) -> QFrame:
        self.form, self.preview = RowsForm(self._context, self.chart.kind), Preview(self._context)
        self.form.changed.connect(self.changed)
        side = boxed(column(self.preview, 1))
        body = column(Beside(self.form, side, lambda: self._context.look.px(PREVIEW_WIDTH)), spacing=12)
        if self.chart.id in HELPED:
            body.insertWidget(0, label(self._context.texts(f"figures.find_{self.chart.id}"), wrap=True))
        return panel(body, "", 0)

    def _show_rows(self) -> None:
        if self.form is None or self.preview is None or not self.is_open:
            return
        self.form.show_rows(self.typed)
        key = "figures.slide_none" if wrong_sum(self.chart.kind, self.typed) is None else "figures.slide_not_whole"
        self.preview.show_chart(shown(formed(self.chart, self.typed)), self._context.texts(key))

    def _show_state(self) -> None:
        texts, look = self._context.texts, self._context.look
        state = state_of(self.chart, self.typed)
        self.sign.setPixmap(look.icon(ICONS[state], COLOURS[state]).pixmap(look.icon_size()))
        self.state.setText(texts(f"figures.state_{state.value}"))
        key = "close" if self.is_open else "begin" if state is State.EMPTY else "change"
        self.toggle.setText(texts(f"figures.{key}"))
        self.toggle.setAccessibleName(f"{texts(f'figures.{key}')}: {self.title.text()}")
        dress(self.toggle, look, "x" if self.is_open else "pencil")
