"""Makes the pages, each importing its modules only when it is gone to first: the first window is painted without them."""

from typing import TYPE_CHECKING

from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.planner import Planner

if TYPE_CHECKING:
    from workshop_kit.ui.agenda.page import AgendaPage
    from workshop_kit.ui.facts.page import FactsPage
    from workshop_kit.ui.make.page import MakePage
    from workshop_kit.ui.settings.page import SettingsPage
    from workshop_kit.ui.slides.page import SlidesPage


def make_facts_page(context: Context, document: OpenDocument, planner: Planner) -> "FactsPage":
    """Make the page with what is known of the client and what the workshop is to be."""
    from workshop_kit.ui.facts.page import FactsPage

    return FactsPage(context, document, planner)


def make_agenda_page(context: Context, document: OpenDocument, planner: Planner) -> "AgendaPage":
    """Make the page with the day."""
    from workshop_kit.ui.agenda.page import AgendaPage

    return AgendaPage(context, document, planner)


def make_slides_page(context: Context, document: OpenDocument, planner: Planner) -> "SlidesPage":
    """Make the page with the deck."""
    from workshop_kit.ui.slides.page import SlidesPage

    return SlidesPage(context, document, planner)


def make_make_page(context: Context, document: OpenDocument) -> "MakePage":
    """Make the page where the pack is made; it comes in a folder beside the document."""
    from workshop_kit.ui.make.page import PACK_FOLDER, MakePage

    return MakePage(context, document, document.path.parent / PACK_FOLDER)


def make_settings_page(context: Context) -> "SettingsPage":
    """Make the page with the settings."""
    from workshop_kit.ui.settings.page import SettingsPage

    return SettingsPage(context)
