"""The facilitator's settings: who they are, how the program looks, the colours of decks, and where their own things lie."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from workshop_kit.domain.workshop import Settings
from workshop_kit.library.messages import message
from workshop_kit.ui.context import Context
from workshop_kit.ui.look import TEXT_SIZES
from workshop_kit.ui.settings.brand import BrandSection
from workshop_kit.ui.settings.folders import FolderField
from workshop_kit.ui.settings.person import PersonSection
from workshop_kit.ui.settings.sample import Sample
from workshop_kit.ui.texts import InterfaceLanguage
from workshop_kit.ui.widgets import boxed, button, clear, column, label, panel, scrolled

SCHEMES = ("system", "light", "dark")
BOX_WIDTH = 420
CONTENT_PAGE = "content"


class SettingsPage(QWidget):
    """Settings that are written as soon as they are changed; `jump` asks for another page by its name."""

    jump = Signal(str)

    def __init__(self, context: Context, usual_root: Path) -> None:
        """Show the settings; `usual_root` is where workshops lie while no folder is chosen for them."""
        super().__init__()
        self._context = context
        texts, settings = context.texts, context.settings
        self._sample = Sample(context, self)
        self.person = PersonSection(context, self._sample)
        self.language = self._box("language", {each.value: texts(f"settings.language_{each.value}") for each in InterfaceLanguage})
        self.scheme = self._box("scheme", {each: texts(f"settings.scheme_{each}") for each in SCHEMES})
        self.text_size = self._box("text_size", {str(size): f"{size} %" for size in TEXT_SIZES})
        self.brand = BrandSection(context, self._sample)
        self.workshops_folder = FolderField(context, "workshops_folder", usual_root, self._take_workshops_folder, is_written=True)
        self.own_folder = FolderField(context, "own_folder", None, self._take_own_folder, is_written=False)
        self._problems = QVBoxLayout()
        self.check = button(texts("settings.check_own"), self._check, look=context.look, icon="refresh-cw")
        inside = column(
            self._section("you", self.person),
            self._section("look", self._form()),
            self._section("brand", self.brand),
            self._section("folders", boxed(column(self.workshops_folder, self.own_folder, self._own_check(), spacing=24))),
            1,
            spacing=16,
        )
        outer = column(scrolled(boxed(inside)))
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
        context.kit_ready.connect(self.show_problems)
        context.settings_changed.connect(self._show_folders)
        self._show_boxes(settings)
        self._show_folders()
        self.show_problems()

    def show_problems(self) -> None:
        """List what is wrong in the facilitator's own content."""
        texts, settings = self._context.texts, self._context.settings
        clear(self._problems)
        found = [problem for problem in self._context.problems if problem.where.file != settings.brand_file]
        for problem in found:
            words = f"{problem.where}: {message(texts.language.value, problem.key, problem.values)}"
            self._problems.addWidget(label(words, "problem", wrap=True))
        if self._context.kit is not None and settings.own_folder and not found:
            self._problems.addWidget(label(texts("settings.own_fine"), "muted", wrap=True))

    def _own_check(self) -> QWidget:
        line = boxed(column(self.check))
        whole = column(line, boxed(self._problems), spacing=8)
        self.check.setSizePolicy(self.check.sizePolicy().Policy.Maximum, self.check.sizePolicy().Policy.Fixed)
        return boxed(whole)

    def _check(self) -> None:
        """Read the own content anew, and show what is wrong in it: on a page of its own where the program has one."""
        self._context.read_content()
        self.jump.emit(CONTENT_PAGE)

    def _show_boxes(self, settings: Settings) -> None:
        chosen = ((self.language, settings.language), (self.scheme, settings.scheme), (self.text_size, str(settings.text_size)))
        for box, value in chosen:
            box.setCurrentIndex(max(0, box.findData(value)))

    def _show_folders(self) -> None:
        settings = self._context.settings
        self.workshops_folder.show_folder(settings.workshops_folder)
        self.own_folder.show_folder(settings.own_folder)
        self.check.setEnabled(bool(settings.own_folder))

    def _take(self) -> None:
        changed = replace(
            self._context.settings,
            language=str(self.language.currentData()),
            scheme=str(self.scheme.currentData()),
            text_size=int(str(self.text_size.currentData())),
        )
        if changed != self._context.settings:
            self._context.change(changed)

    def _take_workshops_folder(self, folder: str) -> None:
        if folder != self._context.settings.workshops_folder:
            self._context.change(replace(self._context.settings, workshops_folder=folder))

    def _take_own_folder(self, folder: str) -> None:
        if folder != self._context.settings.own_folder:
            self._context.change(replace(self._context.settings, own_folder=folder))
            self._context.read_content()

    def _section(self, name: str, inside: QWidget) -> QWidget:
        return panel(column(label(self._context.texts(f"settings.{name}"), "section"), inside, spacing=12))

    def _box(self, name: str, choices: dict[str, str]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self._context.texts(f"settings.{name}"))
        for key, text in choices.items():
            box.addItem(text, key)
        box.activated.connect(self._take)
        return box

    def _form(self) -> QWidget:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (("language", self.language), ("scheme", self.scheme), ("text_size", self.text_size)):
            shown = label(self._context.texts(f"settings.{name}"))
            shown.setBuddy(field)
            shown.setMinimumHeight(field.sizeHint().height())
            field.setMaximumWidth(self._context.look.px(BOX_WIDTH))
            form.addRow(shown, field)
        return boxed(form)
