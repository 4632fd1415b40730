"""The client's own example: the card's title, rows and year, beside the slide as it will be."""

from msgspec.structs import replace
from PySide6.QtWidgets import QFormLayout, QLineEdit, QSpinBox, QWidget

from workshop_kit.domain.workshop import OwnExample
from workshop_kit.planning.by_hand import OWN_ID
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.growing_text import GrowingText
from workshop_kit.ui.page_picture import PagePicture
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.widgets import boxed, column, label, padded

ROWS = ("need", "did", "result", "learn")
LAST_YEAR = 2100
YEAR_WIDTH, PICTURE_WIDTH = 220, 480


class OwnExampleForm(QWidget):
    """What the client did itself; each row is one paragraph of the card, so that line breaks become spaces."""

    def __init__(self, context: Context, document: OpenDocument, planner: Planner) -> None:
        super().__init__()
        self._context, self._texts, self._document, self._planner = context, context.texts, document, planner
        self._is_showing = False
        self.title = QLineEdit()
        self.rows = {name: GrowingText(context.look, self._texts(f"facts.example_{name}")) for name in ROWS}
        self.year = QSpinBox()
        padded(self.year)
        self.year.setRange(0, LAST_YEAR)
        self.year.setSpecialValueText(self._texts("facts.unknown"))
        self.year.setMaximumWidth(context.look.px(YEAR_WIDTH))
        self._form = QFormLayout()
        self._form.setVerticalSpacing(12)
        self._form.setHorizontalSpacing(16)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (("title", self.title), *self.rows.items(), ("year", self.year)):
            self._row(name, field)
        self.wanted = label(self._texts("facts.example_wants_title"), "warning", wrap=True)
        self.picture = PagePicture(context.look, self._texts("facts.example_picture"), PICTURE_WIDTH)
        self.picture.setMaximumWidth(context.look.px(PICTURE_WIDTH))
        whole = column(boxed(self._form), self.wanted, self.picture, spacing=12)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.title.textEdited.connect(self._take)
        self.year.valueChanged.connect(self._take)
        for field in self.rows.values():
            field.textChanged.connect(self._take)
        document.changed.connect(self.show_workshop)
        planner.planned.connect(self.show_card)
        self.show_workshop()
        self.show_card()

    def show_workshop(self) -> None:
        """Show the example as it is, without counting that as changes."""
        example = self._document.workshop.own_example or _empty()
        self._is_showing = True
        if _one_line(self.title.text()) != example.title:
            self.title.setText(example.title)
        for name, field in self.rows.items():
            wanted = str(getattr(example, name))
            if _one_line(field.toPlainText()) != wanted:
                field.setPlainText(wanted)
        self.year.setValue(example.year)
        self.wanted.setVisible(example != _empty() and not example.title)
        self._is_showing = False

    def show_card(self) -> None:
        """Show the card's slide, where the plan has one."""
        kit, composed = self._context.kit, self._planner.composed
        pages = () if composed is None else composed.deck.pages
        page = next((each for each in pages if each.content_id == OWN_ID), None)
        self.picture.setVisible(page is not None)
        self.picture.show_page(page, None if kit is None else kit.theme)

    def _take(self) -> None:
        if self._is_showing:
            return
        rows = {name: _one_line(field.toPlainText()) for name, field in self.rows.items()}
        example = OwnExample(title=_one_line(self.title.text()), year=self.year.value(), **rows)
        changed = replace(self._document.workshop, own_example=None if example == _empty() else example)
        self._document.apply(changed, self._texts("facts.changed_own_example"), merge_key="own_example")

    def _row(self, name: str, field: QWidget) -> None:
        shown = label(self._texts(f"facts.example_{name}"))
        shown.setBuddy(field)
        shown.setMinimumHeight(self._context.look.px(36))
        field.setAccessibleName(self._texts(f"facts.example_{name}"))
        self._form.addRow(shown, field)


def _empty() -> OwnExample:
    return OwnExample(title="", need="", did="", result="", learn="")


def _one_line(text: str) -> str:
    return " ".join(text.split())
