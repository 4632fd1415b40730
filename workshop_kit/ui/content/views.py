"""What stands in the editor's place: the welcome, a shipped piece to start from, a folder written by hand, consent, and faults."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Where
from workshop_kit.domain.workshop import OwnExample, Workshop
from workshop_kit.library.messages import message
from workshop_kit.library.own_items import OwnItem
from workshop_kit.ui.content.faults import OwnFault
from workshop_kit.ui.content.preview import Drawn, PreviewMaker, PreviewView, Wanted
from workshop_kit.ui.content.told import said
from workshop_kit.ui.context import Context
from workshop_kit.ui.widgets import boxed, button, clear, column, label, panel, row, scrolled


class View(QWidget):
    """A view with the way back to the list, shown where the list is not beside."""

    leave = Signal()

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self._context = context
        self.title = label(title, "section", wrap=True)
        self.back = button(context.texts("own.back"), self.leave.emit, "quiet", look=context.look, icon="arrow-left")
        self.inside = QVBoxLayout()
        self.inside.setSpacing(12)
        head = row(self.back, self.title)
        head.setStretch(1, 1)
        whole = column(boxed(head), scrolled(boxed(self.inside)), spacing=12)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show the way back, or not."""
        self.back.setVisible(is_narrow)


class WelcomeView(View):
    """Says what the page is for, and begins."""

    def __init__(self, context: Context, new_slide: Callable[[], object], new_example: Callable[[], object]) -> None:
        texts = context.texts
        super().__init__(context, texts("own.welcome"))
        self.slide = button(texts("own.new_slide"), new_slide, "primary", look=context.look, icon="presentation")
        self.example = button(texts("own.new_example"), new_example, look=context.look, icon="map-pin")
        words = (label(texts(key), wrap=True) for key in ("own.welcome_lead", "own.welcome_model", "own.welcome_files"))
        self.inside.addWidget(panel(column(*words, boxed(row(self.slide, self.example, 1)), spacing=12), margin=24))
        self.inside.addStretch(1)


class ModelView(View):
    """A shipped piece, looked at; `used` asks for one of the same words."""

    used = Signal(object)

    def __init__(self, context: Context, item: OwnItem, client: Callable[[], Workshop]) -> None:
        super().__init__(context, item.title)
        self._item, self._client = item, client
        texts = context.texts
        self.use = button(texts("own.use_model"), self._use, "primary", look=context.look, icon="copy")
        self.preview = PreviewView(context.look, texts("own.preview"))
        self._maker = PreviewMaker(context, self)
        self._maker.drawn.connect(self._show_page)
        self.preview.resized.connect(self._draw)
        self.inside.addWidget(label(texts("own.model_lead"), "muted", wrap=True))
        self.inside.addWidget(boxed(row(self.use, 1)))
        self.inside.addWidget(self.preview)
        self.inside.addStretch(1)

    def stop(self) -> None:
        """Draw no more."""
        self._maker.stop()

    def _use(self) -> None:
        self.used.emit(self._item)

    def _draw(self) -> None:
        if self._item.draft is not None:
            workshop, width = self._client(), max(1, self.preview.width())
            ratio = self.preview.devicePixelRatioF()
            self._maker.ask(
                Wanted(draft=self._item.draft, language=workshop.language, workshop=workshop, part=None, width=width, pixel_ratio=ratio)
            )

    def _show_page(self, page: Drawn) -> None:
        self.preview.show_page(page)


class ByHandView(View):
    """A folder that the editor does not write: broken, or of another form; its files are opened in the machine's own programs."""

    opened = Signal()

    def __init__(self, context: Context, item: OwnItem) -> None:
        texts, fault = context.texts, item.fault
        super().__init__(context, item.title)
        self.text = label(texts("own.by_hand" if fault is None else "own.broken"), wrap=True)
        self.inside.addWidget(self.text)
        if fault is not None:
            words = f"{fault.where}: {message(texts.language.value, fault.key, fault.values)}"
            self.inside.addWidget(label(words, "problem", wrap=True))
        self.open = button(texts("own.open_file" if fault is not None else "own.open_folder"), self.opened.emit, look=context.look)
        self.inside.addWidget(boxed(row(self.open, 1)))
        self.inside.addStretch(1)


class ConsentView(View):
    """The open workshop's own example, kept for others only when the client has said yes; `agreed` is sent then."""

    agreed = Signal()

    def __init__(self, context: Context, example: OwnExample, client: str) -> None:
        texts = context.texts
        super().__init__(context, example.title)
        self.consent = QCheckBox(texts("own.consent", client=client))
        self.add = button(texts("own.consent_add"), self.agreed.emit, "primary", look=context.look, icon="plus")
        self.add.setEnabled(False)
        self.consent.toggled.connect(self.add.setEnabled)
        rows = column(spacing=8)
        for name in ("need", "did", "result", "learn"):
            rows.addWidget(label(texts(f"own.field_{name}"), "small"))
            rows.addWidget(label(getattr(example, name), wrap=True))
        self.inside.addWidget(label(texts("own.consent_lead", client=client), wrap=True))
        self.inside.addWidget(panel(rows))
        self.inside.addWidget(self.consent)
        self.inside.addWidget(boxed(row(self.add, 1)))
        self.inside.addStretch(1)


class FaultsView(View):
    """Every fault in the own folder with its file and line; `jumped` brings the one that is pressed."""

    jumped = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.texts("own.check"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.lead = label(kind="muted", wrap=True)
        self.inside.addWidget(self.lead)
        self.inside.addWidget(boxed(self._rows))
        self.inside.addStretch(1)

    def show_faults(self, faults: tuple[OwnFault, ...]) -> None:
        """List the faults, or say that there are none."""
        texts = self._context.texts
        clear(self._rows)
        self.lead.setText(texts.count("own.faults", len(faults)) if faults else texts("own.no_faults"))
        for fault in faults:
            self._rows.addWidget(self._row(fault))

    def _row(self, fault: OwnFault) -> QWidget:
        texts = self._context.texts
        words = self._said(fault)
        title = fault.item.title if fault.item is not None else fault.where.file.rsplit("/", 1)[-1]
        go = button(texts("own.jump"), lambda: self.jumped.emit(fault), look=self._context.look, icon="chevron-right")
        go.setAccessibleName(f"{texts('own.jump')}: {title}. {words}")
        head = row(label(title, "lead", wrap=True), go)
        head.setStretch(0, 1)
        return panel(column(boxed(head), label(words, wrap=True), label(self._place(fault), "small", wrap=True), spacing=4), margin=12)

    def _said(self, fault: OwnFault) -> str:
        texts = self._context.texts
        if fault.problem is None:
            return texts(f"own.missing_{Language(fault.missing or Language.NN).value}")
        return said(texts, fault.problem, "" if fault.item is None else fault.item.title)

    def _place(self, fault: OwnFault) -> str:
        """Give the file as it is called in the own folder, and the line."""
        file, own = Path(fault.where.file), self._context.own_folder
        shown = file.relative_to(own) if file.is_relative_to(own) else file
        return str(Where(file=str(shown), line=fault.where.line))
