"""Makes the pages, each importing its modules only when it is gone to first: the first window is painted without them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workshop_kit.domain.workshop import Workshop
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.planner import Planner

if TYPE_CHECKING:
    from workshop_kit.ui.history.page import HistoryPage
    from workshop_kit.ui.sheets.page import SheetsPage

PACK_FOLDER = "pack"
"""Where a pack lies, in its workshop's folder."""


def make_facts_page(context: Context, document: OpenDocument, planner: Planner) -> QWidget:
    """Make the page with what is known of the client and what the workshop is to be."""
    from workshop_kit.ui.facts.page import FactsPage

    made = FactsPage(context, document, planner, document.path.parent / PACK_FOLDER)
    made.jump.connect(context.go_to)
    return made


def make_agenda_page(context: Context, document: OpenDocument, planner: Planner) -> QWidget:
    """Make the page with the day."""
    from workshop_kit.ui.agenda.page import AgendaPage

    return AgendaPage(context, document, planner)


def make_slides_page(context: Context, document: OpenDocument, planner: Planner) -> QWidget:
    """Make the page with the deck."""
    from workshop_kit.ui.slides.page import SlidesPage

    return SlidesPage(context, document, planner)


def make_sheets_page(context: Context, document: OpenDocument, planner: Planner) -> "SheetsPage":
    """Make the page with the sheets and their copies."""
    from workshop_kit.ui.sheets.page import SheetsPage

    made = SheetsPage(context, document, planner)
    made.jump.connect(context.go_to)
    return made


def make_make_page(context: Context, document: OpenDocument, planner: Planner) -> QWidget:
    """Make the page where the pack is made; it comes in a folder beside the document."""
    from workshop_kit.ui.make.page import MakePage

    made = MakePage(context, document, planner, document.path.parent / PACK_FOLDER)
    made.jump.connect(context.go_to)
    return made


def make_history_page(context: Context, document: OpenDocument, history: Path) -> "HistoryPage":
    """Make the page with the open workshop's earlier versions."""
    from workshop_kit.ui.history.page import HistoryPage

    return HistoryPage(context, document, history)


def make_figures_page(context: Context, open_workshop: Callable[[], Workshop | None]) -> QWidget:
    """Make the page where the report's figures are typed in."""
    from workshop_kit.ui.figures.page import FiguresPage

    return FiguresPage(context, open_workshop)


def make_content_page(context: Context, open_workshop: Callable[[], Workshop | None]) -> QWidget:
    """Make the page where own slides and examples are written."""
    from workshop_kit.ui.content.page import ContentPage

    return ContentPage(context, open_workshop)


def make_settings_page(context: Context, usual_root: Path) -> QWidget:
    """Make the page with the settings; `usual_root` is where workshops lie when no folder is chosen."""
    from workshop_kit.ui.settings.page import SettingsPage

    made = SettingsPage(context, usual_root)
    made.jump.connect(context.go_to)
    return made
