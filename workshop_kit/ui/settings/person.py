"""Who the facilitator is, and how the contact looks on the closing slide."""

from msgspec.structs import replace
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workshop_kit.ui.context import Context
from workshop_kit.ui.page_picture import PagePicture
from workshop_kit.ui.settings.sample import Sample
from workshop_kit.ui.widgets import Beside, boxed, column, label

PICTURE_WIDTH = 340


class PersonSection(QWidget):
    """Name and contact, written as they are typed, beside the closing slide."""

    def __init__(self, context: Context, sample: Sample) -> None:
        super().__init__()
        self._context, self._sample = context, sample
        texts, settings = context.texts, context.settings
        self.facilitator = QLineEdit(settings.facilitator)
        self.contact = QPlainTextEdit(settings.contact)
        self.contact.setTabChangesFocus(True)
        self.contact.setFixedHeight(context.look.px(124))
        self.picture = PagePicture(context.look, texts("settings.contact_picture"), PICTURE_WIDTH)
        fields = QVBoxLayout()
        fields.setSpacing(6)
        for name, field in (("facilitator", self.facilitator), ("contact", self.contact)):
            shown = label(texts(f"settings.{name}"))
            shown.setBuddy(field)
            field.setAccessibleName(texts(f"settings.{name}"))
            fields.addWidget(shown)
            fields.addWidget(field)
            fields.addWidget(label(texts(f"settings.{name}_hint"), "small", wrap=True))
            fields.addSpacing(8)
        fields.addStretch(1)
        beside = Beside(boxed(fields), boxed(column(self.picture, 1)), lambda: context.look.px(PICTURE_WIDTH))
        whole = column(beside)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.facilitator.editingFinished.connect(self._take)
        self.contact.textChanged.connect(self._take)
        sample.ready.connect(self._show)
        self._show()

    def _take(self) -> None:
        settings = self._context.settings
        changed = replace(settings, facilitator=self.facilitator.text().strip(), contact=self.contact.toPlainText())
        if changed != settings:
            self._context.change(changed)
            self._show()

    def _show(self) -> None:
        kit = self._context.kit
        theme = None if kit is None else kit.theme
        self.picture.show_page(None if theme is None else self._sample.closing(self._context.settings.contact, theme), theme)
