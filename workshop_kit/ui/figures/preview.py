"""Shows the slide that a chart becomes while it is typed, in the one language or the other."""

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget
from typing_extensions import override

from workshop_kit.domain.content import ReportChart
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.messages import message
from workshop_kit.ui.context import Context
from workshop_kit.ui.figures.slide import Slide, make_slide
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.painter.typeface import load_family
from workshop_kit.ui.tokens import RADIUS
from workshop_kit.ui.widgets import boxed, column, label, row

QUIET = 150
"""Milliseconds without a change before the slide is made."""


class Wall(QWidget):
    """A slide's picture as wide as its place, or a line that says why there is none; `resized` asks for a picture of another width."""

    resized = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._look = context.look
        self.picture, self.words = QImage(), ""
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: QImage, said: str) -> None:
        """Show a slide."""
        self.picture, self.words = picture, ""
        self.setAccessibleName(said)
        self.update()

    def show_words(self, words: str) -> None:
        """Show no slide, and say why."""
        self.picture, self.words = QImage(), words
        self.setAccessibleName(words)
        self.update()

    @property
    def pixels(self) -> int:
        """How many of the screen's pixels the picture is wide."""
        return round(self.width() * self.devicePixelRatio())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return round(width * 9 / 16)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(180))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        high = min(self.height(), self.heightForWidth(self.width()))
        place = QRectF(0.5, 0.5, self.width() - 1, high - 1)
        if not self.picture.isNull():
            painter.drawImage(QRectF(0, 0, self.width(), high), self.picture)
        painter.setPen(self._look.colour("line"))
        if self.picture.isNull():
            painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(place, RADIUS if self.picture.isNull() else 0, RADIUS if self.picture.isNull() else 0)
        if self.words:
            painter.setPen(self._look.colour("muted"))
            inside = place.adjusted(16, 8, -16, -8)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self.words)
        painter.end()


class Preview(QWidget):
    """The slide of one chart for a workshop's client."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._chart: ReportChart | None = None
        self._workshop: Workshop | None = None
        self._handle: Handle[Slide] | None = None
        self.language = Language.NB
        self.wall, self.for_whom, self.faults = Wall(context), label(kind="small", wrap=True), label(kind="warning", wrap=True)
        self.faults.hide()
        made = column(boxed(row(label(context.texts("figures.slide"), "lead"), 1, *self._chips())), self.wall, self.for_whom, self.faults)
        made.setContentsMargins(0, 0, 0, 0)
        self.setLayout(made)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self._start)
        self.wall.resized.connect(self._timer.start)

    @property
    def is_current(self) -> bool:
        """Tell whether what is shown is the chart as it was given last."""
        return not self._timer.isActive() and self._handle is None

    def set_workshop(self, workshop: Workshop, told: str) -> None:
        """Show slides for a workshop's client, in its language until another is chosen; `told` says who it is."""
        if self._workshop is None or self._workshop.language is not workshop.language:
            self.language = workshop.language
        self._workshop = workshop
        self.for_whom.setText(told)
        self._check()
        self._timer.start()

    def show_chart(self, chart: ReportChart | None, why_not: str) -> None:
        """Show a chart's slide, or say why there is none."""
        self._chart = chart
        if chart is None:
            self._timer.stop()
            self._handle = None
            self.faults.hide()
            self.wall.show_words(why_not)
        else:
            self._timer.start()

    def _chips(self) -> list[QPushButton]:
        group, chips = QButtonGroup(self), list[QPushButton]()
        for language in Language:
            chip = QPushButton(language.value)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setObjectName(language.value)
            chip.setAccessibleName(self._context.texts(f"figures.slide_{language.value}"))
            chip.setToolTip(chip.accessibleName())
            group.addButton(chip)
            chips.append(chip)
        group.buttonClicked.connect(self._choose)
        self.languages = group
        return chips

    def _choose(self, chip: QPushButton) -> None:
        self.language = Language(chip.objectName())
        if self._chart is not None:
            self._start()

    def _check(self) -> None:
        for chip in self.languages.buttons():
            chip.setChecked(chip.objectName() == self.language.value)

    def _start(self) -> None:
        kit, chart, workshop = self._context.kit, self._chart, self._workshop
        if kit is None or chart is None or workshop is None:
            return
        asked = replace(workshop, language=self.language)
        load_family(kit.theme.font_files["regular"], kit.theme.font_files["bold"])
        pixels = self.wall.pixels
        handle = self._handle = self._context.jobs.start(lambda _: make_slide(kit, asked, chart, pixels))
        handle.done.connect(self._show)
        handle.failed.connect(self._fail)

    def _fail(self, error: Exception) -> None:
        if self.sender() is self._handle:
            self._handle = None
            self.wall.show_words(self._context.words_of(error))

    def _show(self, slide: Slide) -> None:
        if self.sender() is not self._handle:
            return
        self._handle = None
        self.wall.show_picture(slide.picture, slide.alt)
        language = self._context.texts.language.value
        self.faults.setText(" ".join(message(language, each.key, each.values) for each in slide.problems))
        self.faults.setVisible(bool(slide.problems))
