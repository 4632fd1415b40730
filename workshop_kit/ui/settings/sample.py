"""A few slides to show settings on: planned once, and placed anew for other colours or another contact."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import ChartFigure, Meaning, Plan, PlannedSlide
from workshop_kit.domain.text import paragraph
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Kit
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.scene.page import Page
from workshop_kit.scene.slides import compose_slide
from workshop_kit.scene.theme import Theme
from workshop_kit.ui.context import Context
from workshop_kit.ui.jobs import Handle
from workshop_kit.ui.texts import InterfaceLanguage

CLIENT = "3110"
"""Hvaler: a map with a ring, and a chart with every colour."""
COVER, CLOSING = "title", "closing"


class Sample(QObject):
    """Slides by layout; `ready` is sent when there are some."""

    ready = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: Plan | None = None
        context.kit_ready.connect(self._start)
        self._start()

    def cover(self, theme: Theme) -> Page | None:
        """Give the cover in a theme; None while there is no plan."""
        return self._placed(self._slide(COVER), theme)

    def chart(self, theme: Theme) -> Page | None:
        """Give the first chart in which the client stands out."""
        slides = () if self._plan is None else self._plan.slides
        return self._placed(next((slide for slide in slides if _shows_client(slide)), None), theme)

    def _placed(self, slide: PlannedSlide | None, theme: Theme) -> Page | None:
        return None if slide is None or self._plan is None else compose_slide(self._plan, slide, theme)[0]

    def closing(self, contact: str, theme: Theme) -> Page | None:
        """Give the closing slide with other contact lines."""
        slide = self._slide(CLOSING)
        lines = tuple(paragraph(line) for line in contact.splitlines() if line.strip())
        return None if slide is None else self._placed(replace(slide, sections={**slide.sections, "contact": lines}), theme)

    def _slide(self, layout: str) -> PlannedSlide | None:
        slides = () if self._plan is None else self._plan.slides
        return next((slide for slide in slides if slide.layout == layout and not slide.hidden), None)

    def _start(self) -> None:
        kit = self._context.kit
        if kit is None:
            return
        language = Language.NN if self._context.texts.language is InterfaceLanguage.NN else Language.NB
        handle: Handle[Plan] = self._context.jobs.start(lambda _: _planned(kit, language))
        handle.done.connect(self._take)
        handle.failed.connect(self._tell)

    def _tell(self, error: Exception) -> None:
        self._context.told.emit(self._context.words_of(error))

    def _take(self, plan: Plan) -> None:
        self._plan = plan
        self.ready.emit()


def _shows_client(slide: PlannedSlide) -> bool:
    charts = [figure for figure in slide.figures if isinstance(figure, ChartFigure)]
    return any(series.meaning is Meaning.CLIENT for figure in charts for series in figure.series)


def _planned(kit: Kit, language: Language) -> Plan:
    workshop = Workshop(municipality=CLIENT, language=language)
    return make_plan(workshop, kit.library, kit.municipalities, kit.indicators, kit.outlines)[0]
