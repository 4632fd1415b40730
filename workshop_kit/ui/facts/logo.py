"""The client's logo or coat of arms: chosen or dropped here, shown as it will stand, and taken away again."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from typing_extensions import override

from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.facts.logo_file import KINDS, import_logo
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.widgets import boxed, button, column, label, row

PLATE = (220, 124)
"""The white ground it is shown on, in pixels: a picture does not grow with the text."""
MARGIN = 12


class LogoField(QWidget):
    """Shows the logo on white, as the cover does; an image can be dropped on it."""

    def __init__(self, context: Context, document: OpenDocument) -> None:
        super().__init__()
        self._context, self._document = context, document
        texts, look = context.texts, context.look
        self.setAcceptDrops(True)
        self.plate = QLabel()
        self.plate.setObjectName("logo-plate")
        self.plate.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.plate.setWordWrap(True)
        self.plate.setFixedSize(*PLATE)
        self.choose = button(texts("facts.logo_choose"), self._choose, look=look, icon="image")
        self.remove = button(texts("facts.logo_remove"), self._remove, "quiet", look=look, icon="x")
        self.state = label(kind="problem", wrap=True)
        holder = QWidget()
        buttons = FlowLayout(holder)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        words = column(label(texts("facts.logo_hint"), "muted", wrap=True), holder, self.state, 1)
        whole = row(self.plate, boxed(words), spacing=16)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        document.changed.connect(self.show_workshop)
        look.changed.connect(self.show_workshop)
        self.show_workshop()

    def show_workshop(self) -> None:
        """Show the logo that the workshop has; tell when its file is not there."""
        texts, name, look = self._context.texts, self._document.workshop.logo, self._context.look
        picture = QPixmap(str(self._document.media / Path(name).name)) if name else QPixmap()
        is_gone = bool(name) and picture.isNull()
        room = QSize(*(side - 2 * MARGIN for side in PLATE))
        ground, ink = ("#FFFFFF", "#51605A") if not picture.isNull() else (look.tokens.sunken, look.tokens.muted)
        edge = "solid" if not picture.isNull() else "dashed"
        self.plate.setStyleSheet(
            f"QLabel#logo-plate {{ background: {ground}; color: {ink}; border: 1px {edge} {look.tokens.line_strong};"
            f" border-radius: 8px; padding: {MARGIN - 1}px; }}"
        )
        if picture.isNull():
            self.plate.setText(texts("facts.logo_drop"))
        else:
            ratio = self.devicePixelRatio()
            shown = picture.scaled(room * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(ratio)
            self.plate.setPixmap(shown)
        self.plate.setAccessibleName(texts("facts.logo_shown" if not picture.isNull() else "facts.logo_none"))
        self.remove.setVisible(bool(name))
        self.state.setText(texts("facts.logo_gone") if is_gone else "")
        self.state.setVisible(is_gone)

    def take(self, source: Path) -> None:
        """Take a picture file into the workshop, outside the window's thread."""
        media = self._document.media
        handle: Handle[str] = self._context.jobs.start(lambda _: import_logo(source, media))
        handle.done.connect(self._use)
        handle.failed.connect(self._tell)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        """Accept one picture file."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        """Take the picture file that was dropped."""
        source = _dropped(event)
        if source is not None:
            event.acceptProposedAction()
            self.take(source)

    def _choose(self) -> None:
        texts = self._context.texts
        kinds = " ".join(f"*.{kind}" for kind in KINDS)
        found, _ = QFileDialog.getOpenFileName(self, texts("facts.logo_choose"), "", f"{texts('facts.logo_kind')} ({kinds})")
        if found:
            self.take(Path(found))

    def _use(self, name: str) -> None:
        self._document.apply(replace(self._document.workshop, logo=name), self._context.texts("facts.changed_logo"))
        self.show_workshop()

    def _remove(self) -> None:
        self._document.apply(replace(self._document.workshop, logo=""), self._context.texts("facts.changed_logo"))

    def _tell(self, error: Exception) -> None:
        self._context.told.emit(self._context.words_of(error))


def _dropped(event: QDropEvent) -> Path | None:
    """Give the picture file that is dragged, None for anything else."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower().lstrip(".") in KINDS else None
