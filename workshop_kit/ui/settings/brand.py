"""The colours of decks and sheets: three that can be chosen here, or a file of one's own, shown on slides as they are tried."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from workshop_kit.library.messages import message
from workshop_kit.scene.brand import FOLLOWED, Brand, WeakPair, shipped_brand, weak_pairs, with_followers
from workshop_kit.scene.brand_file import brand_text, read_brand
from workshop_kit.scene.contrast import READ
from workshop_kit.store.atomic import write_whole
from workshop_kit.store.faults import StoreFault
from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.page_picture import PagePicture
from workshop_kit.ui.settings.sample import Sample
from workshop_kit.ui.settings.swatch import Swatch
from workshop_kit.ui.texts import InterfaceLanguage
from workshop_kit.ui.widgets import Beside, boxed, button, clear, column, label

CHOSEN = ("tx2", "accent1", "accent2")
"""The colours that are chosen here: dark ground, accent, and the client's."""
FOLLOWERS = frozenset(slot for slot, *_ in FOLLOWED)
MOST_WEAK = 3
"""So many weak pairs are named; the others go when these do."""
FILE_NAME = "brand.toml"
PICTURE_WIDTH = 340


class BrandSection(QWidget):
    """Tries colours, and takes those into use that can be read."""

    def __init__(self, context: Context, sample: Sample) -> None:
        super().__init__()
        self._context, self._sample = context, sample
        texts, look = context.texts, context.look
        self._shipped = shipped_brand()
        self._used: Brand = self._shipped
        self._tried: dict[str, str] = {}
        self.swatches = {slot: self._swatch(slot) for slot in CHOSEN}
        self.verdict = label(wrap=True)
        self.file = label(kind="muted", wrap=True)
        self._problems = QVBoxLayout()
        self.save = button(texts("settings.brand_save"), self._save, "primary", look=look, icon="circle-check")
        self.choose = button(texts("settings.brand_choose"), self._choose, look=look, icon="folder-open")
        self.usual = button(texts("settings.brand_usual"), lambda: self._use(""), "quiet", look=look, icon="undo-2")
        self.cover, self.chart = (PagePicture(look, texts("settings.brand_picture"), PICTURE_WIDTH) for _ in range(2))
        choices = column(*self.swatches.values(), self.verdict, self._buttons(), self.file, boxed(self._problems), 1, spacing=12)
        beside = Beside(boxed(choices), boxed(column(self.cover, self.chart, 1)), lambda: look.px(PICTURE_WIDTH))
        whole = column(label(texts("settings.brand_hint"), "muted", wrap=True), beside, spacing=12)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        sample.ready.connect(self._show)
        self.show_brand()

    def show_brand(self) -> None:
        """Read the brand in use anew, and show it; what was tried and not taken into use is let go."""
        texts, named = self._context.texts, self._context.settings.brand_file
        self._used, problems = read_brand(Path(named)) if named else (self._shipped, ())
        self._tried = {}
        clear(self._problems)
        for problem in problems:
            words = message(texts.language.value, problem.key, problem.values)
            self._problems.addWidget(label(f"{problem.where}: {words}", "problem", wrap=True))
        self.file.setText(texts("settings.brand_file", file=named) if named else texts("settings.brand_is_usual"))
        self._show()

    @property
    def colours(self) -> dict[str, str]:
        """The colours as they are tried: those that follow another one follow it here too."""
        return with_followers(self._shipped.colours, self._given()) if self._tried else dict(self._used.colours)

    def _given(self) -> dict[str, str]:
        """Give the colours that are not the usual ones, without those that follow another."""
        usual = self._shipped.colours
        given = {**{slot: colour for slot, colour in self._used.colours.items() if slot not in FOLLOWERS}, **self._tried}
        return {slot: colour for slot, colour in given.items() if colour != usual[slot]}

    def _try(self, slot: str, colour: str) -> None:
        self._tried[slot] = colour
        self._show()

    def _show(self) -> None:
        colours = self.colours
        for slot, swatch in self.swatches.items():
            swatch.show_colour(colours[slot])
        is_readable = self._show_verdict(colours)
        self.save.setEnabled(is_readable and colours != dict(self._used.colours))
        self.usual.setEnabled(bool(self._context.settings.brand_file or self._tried))
        kit = self._context.kit
        if kit is None:
            return
        theme = replace(kit.theme, colours=colours, meanings=self._used.meanings)
        self.cover.show_page(self._sample.cover(theme), theme)
        self.chart.show_page(self._sample.chart(theme), theme)

    def _show_verdict(self, colours: dict[str, str]) -> bool:
        texts, weak = self._context.texts, weak_pairs(colours)
        lines = [self._weak(pair) for pair in weak[:MOST_WEAK]]
        self.verdict.setText("\n".join(lines) if lines else texts("settings.readable", least=self._number(READ)))
        self.verdict.setProperty("kind", "problem" if weak else "muted")
        self.verdict.style().polish(self.verdict)
        return not weak

    def _weak(self, pair: WeakPair) -> str:
        values = {"one": self._slot(pair.slot), "other": self._slot(pair.ground)}
        return self._context.texts("settings.weak", found=self._number(pair.found), least=self._number(pair.least), **values)

    def _number(self, number: float) -> str:
        """Write a contrast as the language does."""
        is_english = self._context.texts.language is InterfaceLanguage.EN
        return f"{number:.1f}" if is_english else f"{number:.1f}".replace(".", ",")

    def _slot(self, slot: str) -> str:
        return self._context.texts(f"settings.slot_{slot.lower()}")

    def _save(self) -> None:
        """Write the colours that differ from the usual ones into a file of one's own, and use it."""
        given = self._given()
        if not given:
            self._use("")
            return
        own = Path(self._context.settings.own_folder) if self._context.settings.own_folder else None
        path = (own if own is not None and own.is_dir() else self._context.settings_folder) / FILE_NAME
        try:
            write_whole(path, brand_text(given, self._context.texts("settings.brand_note")).encode())
        except StoreFault as fault:
            self._context.told.emit(self._context.words_of(fault))
            return
        self._use(str(path))

    def _choose(self) -> None:
        texts = self._context.texts
        found, _ = QFileDialog.getOpenFileName(
            self, texts("settings.brand_choose"), "", f"{texts('settings.brand_kind')} (*.toml *.potx *.pptx *.thmx)"
        )
        if found:
            self._use(found)

    def _use(self, file: str) -> None:
        self._context.change(replace(self._context.settings, brand_file=file))
        self.show_brand()
        self._context.read_content()

    def _swatch(self, slot: str) -> Swatch:
        texts = self._context.texts
        made = Swatch(self._context.look, self._slot(slot), texts(f"settings.slot_{slot}_hint"), texts("settings.choose_colour"))

        def take(colour: str) -> None:
            self._try(slot, colour)

        made.changed.connect(take)
        return made

    def _buttons(self) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder)
        for each in (self.save, self.choose, self.usual):
            line.addWidget(each)
        return holder
