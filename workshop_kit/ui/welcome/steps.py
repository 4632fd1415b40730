"""The three screens of the first run."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFormLayout, QLineEdit, QPlainTextEdit, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from workshop_kit.domain.workshop import Settings
from workshop_kit.library.help import PICTURES
from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.look import Look
from workshop_kit.ui.texts import InterfaceLanguage
from workshop_kit.ui.tokens import Scheme
from workshop_kit.ui.widgets import boxed, button, column, label, panel

SCHEMES = ("system", Scheme.LIGHT.value, Scheme.DARK.value)
PICTURE_HEIGHT, CONTACT_HEIGHT = 280, 104
"""Pixels at 100 per cent."""
PACK_PICTURE = "pack.png"
PARTS = ("choose", "adapt", "make")
"""What the facilitator does, in order."""


class WhoStep(QWidget):
    """Who the facilitator is, and how the program speaks and looks; `changed` is called when language or theme is another."""

    def __init__(self, context: Context, changed: Callable[[], None]) -> None:
        super().__init__()
        texts, settings = context.texts, context.settings
        self._texts, self._changed = texts, changed
        self.facilitator = QLineEdit(settings.facilitator)
        self.contact = QPlainTextEdit(settings.contact)
        self.contact.setTabChangesFocus(True)
        self.contact.setFixedHeight(context.look.px(CONTACT_HEIGHT))
        languages = {each.value: texts(f"settings.language_{each.value}") for each in InterfaceLanguage}
        schemes = {each: texts(f"settings.scheme_{each}") for each in SCHEMES}
        self.language, language = self._choice("language", languages, settings.language)
        self.scheme, scheme = self._choice("scheme", schemes, settings.scheme)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(14)
        self._form.setHorizontalSpacing(16)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for key, field in (("language", language), ("facilitator", self.facilitator), ("contact", self.contact), ("scheme", scheme)):
            self._row(key, field)
        whole = column(boxed(self._form), 1)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def focus_language(self) -> None:
        """Give the keyboard to the language that is chosen."""
        next(chip for chip in self.language.buttons() if chip.isChecked()).setFocus()

    def settings(self, before: Settings) -> Settings:
        """Give the settings with what is typed and chosen here."""
        return replace(
            before,
            facilitator=self.facilitator.text().strip(),
            contact=self.contact.toPlainText(),
            language=self._chosen(self.language),
            scheme=self._chosen(self.scheme),
        )

    def _row(self, key: str, field: QWidget) -> None:
        shown = label(self._texts(f"settings.{key}"))
        shown.setBuddy(field)
        field.setAccessibleName(self._texts(f"settings.{key}"))
        self._form.addRow(shown, field)

    def _choice(self, key: str, choices: dict[str, str], chosen: str) -> tuple[QButtonGroup, QWidget]:
        holder, group = QWidget(), QButtonGroup(self)
        layout = FlowLayout(holder)
        for value, text in choices.items():
            chip = QPushButton(text)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setObjectName(value)
            chip.setAccessibleName(f"{self._texts(f'settings.{key}')}: {text}")
            chip.setChecked(value == chosen)
            group.addButton(chip)
            layout.addWidget(chip)
        group.buttonClicked.connect(lambda: self._changed())
        return group, holder

    def _chosen(self, group: QButtonGroup) -> str:
        return next(chip.objectName() for chip in group.buttons() if chip.isChecked())


class WhatStep(QWidget):
    """What the program makes, in a picture and three short lines."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        texts = context.texts
        picture = FittedPicture(PICTURES / texts.language.value / PACK_PICTURE, context.look)
        picture.setAccessibleName(texts("welcome.picture"))
        parts = SideBySide(*(self._part(number, key, context) for number, key in enumerate(PARTS, start=1)), least=context.look.px(150))
        whole = column(picture, parts, 1, spacing=20)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def _part(self, number: int, key: str, context: Context) -> QWidget:
        texts = context.texts
        title = label(f"{number}. {texts(f'welcome.{key}')}", "lead", wrap=True)
        return boxed(column(title, label(texts(f"welcome.{key}_hint"), "muted", wrap=True), 1, spacing=4))


class WhereStep(QWidget):
    """Where to begin: with a sample, or with a municipality of one's own."""

    def __init__(self, context: Context, sample: Callable[[], None], choose: Callable[[], None]) -> None:
        super().__init__()
        texts, look = context.texts, context.look
        self.sample = button(texts("welcome.sample"), sample, "primary", look=look, icon="compass")
        self.choose = button(texts("welcome.municipality"), choose, look=look, icon="users")
        ways = SideBySide(self._way("sample", self.sample, texts), self._way("municipality", self.choose, texts), least=look.px(240))
        whole = column(ways, label(texts("welcome.again"), "muted", wrap=True), 1, spacing=16)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def _way(self, key: str, way: QPushButton, texts: Callable[..., str]) -> QWidget:
        way.setAutoDefault(True)
        title = label(texts(f"welcome.title_{key}"), "lead", wrap=True)
        return panel(column(title, label(texts(f"welcome.{key}_hint"), wrap=True), 1, way, spacing=16), margin=24)


class SideBySide(QWidget):
    """Widgets beside each other, or under each other where each would have less than its least width."""

    def __init__(self, *widgets: QWidget, least: int) -> None:
        super().__init__()
        self._least = least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        for widget in widgets:
            self._box.addWidget(widget, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= self._box.count() * self._least
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)


class FittedPicture(QWidget):
    """A picture as large as there is room for, in its own proportions."""

    def __init__(self, path: Path, look: Look) -> None:
        super().__init__()
        self._image, self._look = QImage(str(path)), look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the width asks for."""
        super().resizeEvent(event)
        if not self._image.isNull():
            wanted = event.size().width() * self._image.height() // self._image.width()
            self.setFixedHeight(min(self._look.px(PICTURE_HEIGHT), wanted))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        room = QSizeF(self.size()) * self.devicePixelRatioF()
        image = self._image.scaled(room.toSize(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        size = QSizeF(image.size()) / self.devicePixelRatioF()
        corner = ((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        painter.drawImage(QRectF(*corner, size.width(), size.height()), image)
        painter.end()
