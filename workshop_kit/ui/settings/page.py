"""The facilitator's settings: who they are, how the program looks, and where their own things lie."""

from msgspec.structs import replace
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workshop_kit.library.messages import message
from workshop_kit.ui.context import Context
from workshop_kit.ui.look import TEXT_SIZES
from workshop_kit.ui.texts import InterfaceLanguage
from workshop_kit.ui.widgets import boxed, button, clear, column, label, panel, row, scrolled

SCHEMES = ("system", "light", "dark")


class SettingsPage(QWidget):
    """Settings that are written as soon as they are changed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        texts, settings = context.texts, context.settings
        self.facilitator = QLineEdit(settings.facilitator)
        self.contact = QPlainTextEdit(settings.contact)
        self.contact.setTabChangesFocus(True)
        self.contact.setMaximumHeight(context.look.px(110))
        self.language = self._box({each.value: texts(f"settings.language_{each.value}") for each in InterfaceLanguage}, settings.language)
        self.scheme = self._box({each: texts(f"settings.scheme_{each}") for each in SCHEMES}, settings.scheme)
        self.text_size = self._box({str(size): f"{size} %" for size in TEXT_SIZES}, str(settings.text_size))
        self.own_folder = QLineEdit(settings.own_folder)
        self.own_folder.setPlaceholderText(texts("settings.own_folder_hint"))
        choose = button(texts("settings.choose"), self._choose_folder, look=context.look, icon="folder-open")
        person = self._form({"facilitator": self.facilitator, "contact": self.contact})
        looks = self._form({"language": self.language, "scheme": self.scheme, "text_size": self.text_size})
        folder = self._form({"own_folder": boxed(row(self.own_folder, choose))})
        self._problems = QVBoxLayout()
        inside = column(
            panel(column(label(texts("settings.you"), "section"), person)),
            panel(column(label(texts("settings.look"), "section"), looks)),
            panel(column(label(texts("settings.own"), "section"), folder, boxed(self._problems))),
            1,
            spacing=16,
        )
        outer = column(scrolled(boxed(inside)))
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
        self.facilitator.editingFinished.connect(self._take)
        self.contact.textChanged.connect(self._take)
        self.own_folder.editingFinished.connect(self._take_folder)
        for box in (self.language, self.scheme, self.text_size):
            box.activated.connect(self._take)
        context.kit_ready.connect(self.show_problems)
        self.show_problems()

    def show_problems(self) -> None:
        """List what is wrong in the facilitator's own content."""
        texts = self._context.texts
        clear(self._problems)
        for problem in self._context.problems:
            words = f"{problem.where}: {message(texts.language.value, problem.key, problem.values)}"
            self._problems.addWidget(label(words, "problem", wrap=True))
        if self._context.kit is not None and self._context.settings.own_folder and not self._context.problems:
            self._problems.addWidget(label(texts("settings.own_fine"), "muted", wrap=True))

    def _take(self) -> None:
        changed = replace(
            self._context.settings,
            facilitator=self.facilitator.text().strip(),
            contact=self.contact.toPlainText(),
            language=str(self.language.currentData()),
            scheme=str(self.scheme.currentData()),
            text_size=int(str(self.text_size.currentData())),
        )
        if changed != self._context.settings:
            self._context.change(changed)

    def _take_folder(self) -> None:
        folder = self.own_folder.text().strip()
        if folder != self._context.settings.own_folder:
            self._context.change(replace(self._context.settings, own_folder=folder))
            self._context.read_content()

    def _choose_folder(self) -> None:
        start = self.own_folder.text() or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(self, self._context.texts("settings.own_folder"), start)
        if chosen:
            self.own_folder.setText(chosen)
            self._take_folder()

    def _box(self, choices: dict[str, str], chosen: str) -> QComboBox:
        box = QComboBox()
        for key, text in choices.items():
            box.addItem(text, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _form(self, fields: dict[str, QWidget]) -> QWidget:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in fields.items():
            shown = label(self._context.texts(f"settings.{name}"))
            shown.setBuddy(field)
            field.setAccessibleName(self._context.texts(f"settings.{name}"))
            form.addRow(shown, field)
        return boxed(form)
