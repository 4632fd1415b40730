"""The slide that a chart becomes, made as every deck makes it: planned, placed and painted, outside the window's thread."""

from msgspec.structs import replace
from PySide6.QtGui import QImage

from workshop_kit.domain.content import ReportChart
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Kit
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.report_slides import report_slide
from workshop_kit.scene.page import Chart, Page
from workshop_kit.scene.slides import compose_slide
from workshop_kit.ui.painter.page import render_page


class Slide(Value, frozen=True, kw_only=True, eq=False):
    """A slide's picture, what it says to those who do not see it, and what does not fit."""

    picture: QImage
    alt: str
    problems: tuple[Problem, ...]


def make_slide(kit: Kit, workshop: Workshop, chart: ReportChart, width: int) -> Slide:
    """Make the slide of a chart for a workshop's client in its language, so many pixels wide; raises PlanningFault."""
    page, problems = _page(kit, workshop, chart)
    said = " ".join(item.alt for item in page.items if isinstance(item, Chart))
    return Slide(picture=render_page(page, kit.theme, width), alt=f"{page.title}. {said}", problems=problems)


def _page(kit: Kit, workshop: Workshop, chart: ReportChart) -> tuple[Page, tuple[Problem, ...]]:
    key = report_slide(chart)
    library = replace(kit.library, report_charts=(chart,))
    asked = Workshop(municipality=workshop.municipality, language=workshop.language, date=workshop.date, pinned=(key,))
    plan, _ = make_plan(asked, library, kit.municipalities, kit.indicators, kit.outlines)
    slide = next(each for each in plan.slides if each.content_id == key)
    return compose_slide(plan, slide, kit.theme)
