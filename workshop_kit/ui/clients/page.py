"""The page «Kunder»: the facilitator's own workshops, and below them the municipality to make the next one for."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.domain.content import Example
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Indicators, Municipality, Outline
from workshop_kit.ui.clients.facts_card import FactsCard
from workshop_kit.ui.clients.finder import Finder
from workshop_kit.ui.clients.known import Known, known_about
from workshop_kit.ui.clients.map_panel import MapPanel
from workshop_kit.ui.clients.own_workshops import CopyTarget, OwnWorkshop, WorkshopGroup, copy_targets
from workshop_kit.ui.clients.wording import Wording
from workshop_kit.ui.clients.workshop_cards import WorkshopCards
from workshop_kit.ui.clients.wrapped import Wrapped
from workshop_kit.ui.look import Look
from workshop_kit.ui.texts import InterfaceLanguage, Texts
from workshop_kit.ui.widgets import column, panel, scrolled

MAP_FROM = 900
"""Pixels of page width below which the map is hidden: the list does all that it does."""
GAP = 12
"""Pixels between the parts of the page."""
FINDER_WIDTH, CARD_WIDTH = 356, 280
"""Pixels at 100 per cent that list and card take beside the map, which takes the rest."""


class ClientsPage(QWidget):
    """Where a municipality is chosen: `chosen` carries its number and the workshop's language. Own workshops tell what is wanted."""

    chosen = Signal(str, Language)

    def __init__(self, municipalities: tuple[Municipality, ...], texts: Texts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._by_number = {each.number: each for each in municipalities}
        self._texts, self._look = texts, look
        self._indicators = Indicators(values={})
        self._examples: tuple[Example, ...] = ()
        self._fitted: tuple[str, ...] = ()
        wording = Wording(texts)
        self.workshops = WorkshopCards(texts, look, self.copy_targets)
        self.finder = Finder(municipalities, wording, look)
        self.map = MapPanel(municipalities, texts, look)
        self.card = FactsCard(wording, look, self._known)
        self._lay_out()
        self._connect()

    def set_content(self, indicators: Indicators, examples: tuple[Example, ...], outlines: Mapping[str, Outline]) -> None:
        """Take what was read meanwhile: figures and examples for the card, outlines for the map."""
        self._indicators, self._examples = indicators, examples
        self.map.view.set_outlines(outlines)
        self.card.show_municipality(self.card.municipality)

    def set_workshops(self, groups: tuple[WorkshopGroup, ...]) -> None:
        """Show the facilitator's own workshops."""
        self.workshops.set_workshops(groups)

    def copy_targets(self, workshop: OwnWorkshop) -> tuple[CopyTarget, ...]:
        """Give for whom a workshop can be copied, as seen from what is selected here."""
        return copy_targets(workshop, self._by_number.get(workshop.number), self.card.municipality, self.card.language)

    def select(self, number: str) -> None:
        """Show a municipality in list, map and card."""
        municipality = self._by_number[number]
        if municipality != self.card.municipality:
            self.card.show_municipality(municipality)
            self.card.show_whole(self._splitter.orientation() is Qt.Orientation.Vertical)
        self.finder.select(number)
        self._mark()

    def start(self) -> None:
        """Set the focus in the search field, as the page is opened to search."""
        self.finder.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._finder_panel = panel(column(self.finder), margin=12)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(GAP)
        for place, widget in enumerate((self._finder_panel, self.map, self.card)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(place, 1 if widget is self.map else 0)
        layout = QVBoxLayout()
        layout.setSpacing(GAP)
        layout.addWidget(self.workshops)
        layout.addWidget(self._splitter, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolled(Wrapped(layout))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._scroll)

    def _connect(self) -> None:
        self.finder.selected.connect(self.select)
        self.finder.activated.connect(self._activate)
        self.finder.narrowed.connect(self._follow)
        self.map.view.selected.connect(self.select)
        self.map.view.activated.connect(self._activate)
        self.map.view.built.connect(self._follow)
        self.card.chosen.connect(self.chosen)
        self._look.changed.connect(self._arrange)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.start, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _known(self, municipality: Municipality) -> Known:
        language = Language.NN if self._texts.language is InterfaceLanguage.NN else Language.NB
        return known_about(municipality, self._indicators, self._examples, language)

    def _activate(self, number: str) -> None:
        self.select(number)
        self.card.take_step()

    def _follow(self) -> None:
        """Let the map show what the list holds, and come close to a county when one is chosen."""
        self._mark()
        county = self.finder.model.wanted.county
        numbers = tuple(number for number, each in self._by_number.items() if county and each.county_number == county)
        if numbers != self._fitted and self.map.view.is_built:
            self._fitted = numbers
            self.map.view.show_numbers(numbers)

    def _mark(self) -> None:
        chosen = self.card.municipality
        self.map.view.mark(self.finder.shown_numbers, chosen.number if chosen is not None else "")

    def _arrange(self) -> None:
        """Hide the map where there is no room for it, and set the card under the list where there is none beside it."""
        room = self.width() - GAP
        finder = max(self._look.px(FINDER_WIDTH), self._finder_panel.minimumSizeHint().width())
        card = max(self._look.px(CARD_WIDTH), self.card.minimumSizeHint().width())
        has_map = self.width() >= MAP_FROM and room >= finder + card + GAP + self.map.minimumSizeHint().width()
        is_stacked = not has_map and room < finder + card
        self.map.setVisible(has_map)
        self._splitter.setOrientation(Qt.Orientation.Vertical if is_stacked else Qt.Orientation.Horizontal)
        self.card.show_whole(is_stacked)
        if has_map:
            self._splitter.setSizes([finder, room - finder - card - GAP, card])
        elif not is_stacked:
            self._splitter.setSizes([room - card, 0, card])

    @property
    def frame(self) -> QFrame:
        """The panel around search field and list."""
        return self._finder_panel
