"""Makes the real page with the real municipalities, shown and painted, and drives it as a facilitator would."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.make import kit
from workshop_kit.domain.language import Language
from workshop_kit.ui.clients.municipality_model import municipality_at
from workshop_kit.ui.clients.own_workshops import GroupKind, OwnWorkshop, WorkshopGroup
from workshop_kit.ui.clients.page import ClientsPage
from workshop_kit.ui.look import Look
from workshop_kit.ui.texts import InterfaceLanguage, Texts

HVALER = OwnWorkshop(
    title="Hvaler", subtitle="14. januar 2027 · halv dag", path=Path("hvaler.workshop"), number="3110", language=Language.NN
)
STAD = OwnWorkshop(title="Stad", subtitle="3. november 2026 · 90 minutter", path=Path("stad.workshop"))
GROUPS = (WorkshopGroup(kind=GroupKind.UPCOMING, workshops=(HVALER,)), WorkshopGroup(kind=GroupKind.RECENT, workshops=(STAD,)))


@cache
def texts(language: str = "nb") -> Texts:
    return Texts(InterfaceLanguage(language))


def shown_page(
    qtbot: QtBot, look: Look, *, language: str = "nb", size: tuple[int, int] = (1224, 860), with_map: bool = True
) -> ClientsPage:
    """Give the page as it stands when it has been opened, with its map drawn where there is room for it."""
    page = ClientsPage(kit().municipalities, texts(language), look)
    qtbot.addWidget(page)
    page.resize(*size)
    page.set_content(kit().indicators, kit().library.examples, kit().outlines)
    with qtbot.waitExposed(page):
        page.show()
    page.start()
    if with_map:
        qtbot.waitUntil(lambda: page.map.view.is_built)
    return page


def listed(page: ClientsPage) -> list[str]:
    return [each.name for each in page.finder.model.shown]


def current(page: ClientsPage) -> str:
    municipality = municipality_at(page.finder.list.currentIndex())
    return municipality.number if municipality is not None else ""


def chosen(page: ClientsPage) -> str:
    return page.card.municipality.number if page.card.municipality is not None else ""


def focused() -> QWidget:
    """Give the widget that keys go to."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def told(signal: SignalInstance) -> list[tuple[object, ...]]:
    """Give a list that takes up whatever a signal carries from now on."""
    taken: list[tuple[object, ...]] = []

    def take(*values: object) -> None:
        taken.append(values)

    signal.connect(take)
    return taken
