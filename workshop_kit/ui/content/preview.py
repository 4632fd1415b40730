"""The page of a piece as it will be in the deck, drawn anew while it is written, outside the window's thread."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.draft_content import shown_example, shown_slide
from workshop_kit.library.drafts import Draft, ExampleDraft
from workshop_kit.pack import Kit
from workshop_kit.planning.alone import AloneStage
from workshop_kit.scene.slides import compose_slide
from workshop_kit.ui.context import Context
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.look import Look
from workshop_kit.ui.painter import render_page

QUIET = 40
"""Milliseconds without a change before a page is drawn."""
PROPORTION = 9 / 16


class Wanted(Value, frozen=True, kw_only=True, eq=False):
    """What is to be drawn: a draft in one language for one client, so many pixels wide."""

    draft: Draft
    language: Language
    workshop: Workshop
    part: Translated | None
    width: int
    pixel_ratio: float


class Drawn(Value, frozen=True, kw_only=True, eq=False):
    """A drawn page: what it was drawn of, the picture, its title, and the Problems, among them each text that does not fit."""

    wanted: Wanted
    image: QImage
    title: str
    problems: tuple[Problem, ...]


class PreviewMaker(QObject):
    """Draws the newest of what is asked for; `drawn` brings it. One is drawn at a time."""

    drawn = Signal(object)
    failed = Signal(Exception)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: Wanted | None = None
        self._is_busy = False
        self._stage: tuple[Kit, Workshop, AloneStage] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self._start)

    def ask(self, wanted: Wanted) -> None:
        """Ask for a page; what was asked for before and is not begun is let go."""
        self._wanted = wanted
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Draw no more."""
        self._timer.stop()
        self._wanted = None

    def _start(self) -> None:
        kit, wanted = self._context.kit, self._wanted
        if kit is None or wanted is None or self._is_busy:
            return
        self._wanted, self._is_busy = None, True
        stage = self._stage
        handle: Handle[tuple[tuple[Kit, Workshop, AloneStage], Drawn]] = self._context.jobs.start(lambda _: _draw(kit, stage, wanted))
        handle.done.connect(self._take)
        handle.failed.connect(self._fail)

    def _take(self, found: tuple[tuple[Kit, Workshop, AloneStage], Drawn]) -> None:
        self._stage, page = found
        self._go_on()
        self.drawn.emit(page)

    def _fail(self, error: Exception) -> None:
        self._go_on()
        self.failed.emit(error)

    def _go_on(self) -> None:
        self._is_busy = False
        if self._wanted is not None:
            self._start()


def _draw(kit: Kit, known: tuple[Kit, Workshop, AloneStage] | None, wanted: Wanted) -> tuple[tuple[Kit, Workshop, AloneStage], Drawn]:
    """Draw a page; the client is worked out anew only when it, or the content, is another."""
    workshop = replace(wanted.workshop, language=wanted.language)
    if known is None or known[0] is not kit or known[1] != workshop:
        known = kit, workshop, AloneStage(workshop, kit.library, kit.municipalities, kit.indicators, kit.outlines)
    stage = known[2]
    if isinstance(wanted.draft, ExampleDraft):
        slide, problems = stage.example(shown_example(wanted.draft, wanted.language, workshop.municipality))
    else:
        slide, problems = stage.slide(wanted.draft.extends, wanted.part, *shown_slide(wanted.draft, wanted.language))
    page, faults = compose_slide(stage.plan, slide, kit.theme)
    image = render_page(page, kit.theme, max(1, wanted.width), wanted.pixel_ratio)
    return known, Drawn(wanted=wanted, image=image, title=slide.title, problems=(*problems, *faults))


class PreviewView(QWidget):
    """Shows a drawn page as wide as there is room; `resized` asks for one of another width."""

    resized = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._name = look, name
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    @property
    def image(self) -> QImage:
        """What is shown, null for nothing yet."""
        return self._image

    def show_page(self, page: Drawn) -> None:
        """Show a page."""
        self._image = page.image
        self.setAccessibleName(f"{self._name}: {page.title}")
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._image = QImage()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return round(width * PROPORTION)

    @override
    def sizeHint(self) -> QSize:
        width = self._look.px(320)
        return QSize(width, self.heightForWidth(width))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
        area.setHeight(min(area.height(), self.height()))
        if self._image.isNull():
            painter.fillRect(area, self._look.colour("sunken"))
        else:
            width = area.height() / PROPORTION
            area = QRectF((self.width() - width) / 2, 0, width, area.height())
            painter.drawImage(area, self._image)
        painter.setPen(QPen(self._look.colour("line_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
