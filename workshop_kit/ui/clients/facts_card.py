"""What is known about the chosen municipality, the workshop's language where that is open, and the button that goes on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality
from workshop_kit.ui.clients.known import Known
from workshop_kit.ui.clients.wording import SEPARATOR, Wording
from workshop_kit.ui.clients.wrapped import Wrapped
from workshop_kit.ui.look import Look
from workshop_kit.ui.widgets import boxed, button, clear, column, label, scrolled

LANGUAGES = (Language.NB, Language.NN)


class FactsCard(QFrame):
    """Shows one municipality; `chosen` carries its number and the language of its workshop.

    A municipality whose decision is neutral says nothing about the language: the button stays shut until one is picked.
    """

    chosen = Signal(str, Language)

    def __init__(self, wording: Wording, look: Look, known: Callable[[Municipality], Known], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._wording, self._texts, self._look, self._known = wording, wording.texts, look, known
        self.municipality: Municipality | None = None
        self.name = label(kind="section", wrap=True)
        self.other_names = label(kind="lead", wrap=True)
        self.place = label(kind="muted", wrap=True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(6)
        self.heading = label(self._texts("clients.known"), "lead", wrap=True)
        self._known_lines = QVBoxLayout()
        self._known_lines.setSpacing(6)
        self.question = label(self._texts("clients.pick_language"), wrap=True)
        self.picks = self._pick_buttons()
        self.go_on = button(self._texts("clients.make"), self._choose, "primary")
        self._lay_out()
        look.changed.connect(self._renew)
        self.show_municipality(None)

    @property
    def language(self) -> Language | None:
        """The workshop's language; None while it is open."""
        if self.municipality is None:
            return None
        if (given := self.municipality.default_language) is not None:
            return given
        picked = self.picks.checkedId()
        return LANGUAGES[picked] if picked >= 0 else None

    def show_municipality(self, municipality: Municipality | None) -> None:
        """Show a municipality, or what to do where none is chosen; a language that was picked for another is let go."""
        if municipality is None or municipality != self.municipality:
            self._let_go()
        self.municipality = municipality
        self._empty.setVisible(municipality is None)
        self._whole.setVisible(municipality is not None)
        if municipality is not None:
            self._fill(municipality)
        self._settle()

    def show_whole(self, whole: bool) -> None:
        """Be as high as all facts, where the page scrolls; else they scroll by themselves, and the button stays in view."""
        least = self._inside.heightForWidth(max(1, self._scroll.viewport().width())) if whole else self._look.px(150)
        self._scroll.setMinimumHeight(least)

    def take_step(self) -> None:
        """Go on with the municipality that is shown, or set the focus where the language is picked."""
        if self.municipality is None:
            return
        if self.language is None:
            self.picks.button(0).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._choose()

    def _pick_buttons(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for place, key in enumerate(("clients.pick_bokmal", "clients.pick_nynorsk")):
            pick = QRadioButton(self._texts(key))
            pick.setAccessibleDescription(self._texts("clients.pick_language"))
            group.addButton(pick, place)
        group.idToggled.connect(self._settle)
        return group

    def _lay_out(self) -> None:
        none = label(self._texts("clients.none_chosen"), "lead", wrap=True)
        what_to_do = label(self._texts("clients.none_chosen_help"), "muted", wrap=True)
        empty = column(none, what_to_do)
        empty.addStretch(1)
        picks = QHBoxLayout()
        picks.setSpacing(16)
        for pick in self.picks.buttons():
            picks.addWidget(pick)
        picks.addStretch(1)
        self._picking = boxed(column(self.question, boxed(picks), spacing=4))
        facts = column(self.name, self.other_names, self.place, spacing=2)
        facts.addSpacing(12)
        facts.addLayout(self._facts)
        facts.addSpacing(8)
        facts.addWidget(label(self._texts("clients.sources"), "small", wrap=True))
        facts.addSpacing(16)
        facts.addWidget(self.heading)
        facts.addSpacing(6)
        facts.addLayout(self._known_lines)
        facts.addStretch(1)
        self._inside = Wrapped(facts)
        self._scroll = scrolled(self._inside)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = column(self._scroll, self._picking, self.go_on, spacing=10)
        self._empty, self._whole = boxed(empty), boxed(whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.addWidget(self._empty)
        layout.addWidget(self._whole)

    def _fill(self, municipality: Municipality) -> None:
        self.name.setText(municipality.name)
        self.other_names.setText(SEPARATOR.join(municipality.other_names))
        self.other_names.setVisible(bool(municipality.other_names))
        self.place.setText(SEPARATOR.join((municipality.county, self._texts("clients.number", number=municipality.number))))
        clear(self._facts)
        residents = self._wording.counted(municipality)
        form = self._texts("clients.decision", form=self._wording.form(municipality))
        lines = (
            ("users", residents),
            ("map-pin", self._wording.area(municipality)),
            ("building-2", self._wording.centrality(municipality)),
            ("file-text", form),
        )
        for icon, text in lines:
            self._facts.addWidget(self._line(icon, text, "muted"))
        clear(self._known_lines)
        for icon, text, colour in self._known_words(self._known(municipality)):
            self._known_lines.addWidget(self._line(icon, text, colour))

    def _known_words(self, known: Known) -> tuple[tuple[str, str, str], ...]:
        """Give icon, words and colour of what is known, and of what is not."""
        years = self._texts("clients.and").join(str(year) for year in known.years)
        lines = [("check", self._texts("clients.known_years", years=years), "primary") if years else None]
        lines.append(("check", self._texts("clients.known_measured", year=known.measured), "primary") if known.measured else None)
        lines += [("check", self._texts("clients.known_example", title=title), "primary") for title in known.examples]
        if not known.examples:
            lines.append(("circle-help", self._texts("clients.no_example"), "muted"))
        return tuple(line for line in lines if line is not None)

    def _line(self, icon: str, text: str, colour: str) -> QWidget:
        """Make an icon with words beside it; the icon is decoration, so only the words are read aloud."""
        picture = QLabel()
        picture.setPixmap(self._look.icon(icon, colour, 16).pixmap(self._look.px(16), self._look.px(16)))
        words = label(text, wrap=True)
        layout = QHBoxLayout()
        layout.setSpacing(8)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, 1)
        return boxed(layout)

    def _let_go(self) -> None:
        self.picks.setExclusive(False)
        for pick in self.picks.buttons():
            pick.setChecked(False)
        self.picks.setExclusive(True)

    def _settle(self) -> None:
        """Show the choice of language only where it is open, and open the button where it is settled."""
        is_open = self.municipality is not None and self.municipality.default_language is None
        self._picking.setVisible(is_open)
        self.go_on.setEnabled(self.language is not None)
        name = self.municipality.name if self.municipality is not None else ""
        self.go_on.setAccessibleName(self._texts("clients.make_for", name=name) if name else self._texts("clients.make"))
        self.go_on.setAccessibleDescription("" if self.language is not None else self._texts("clients.pick_language"))

    def _choose(self) -> None:
        if self.municipality is not None and (language := self.language) is not None:
            self.chosen.emit(self.municipality.number, language)

    def _renew(self) -> None:
        if self.municipality is not None:
            self._fill(self.municipality)
