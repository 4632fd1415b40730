"""A row of the form: two labels, a figure and its page, with what is wrong beside it in words."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from workshop_kit.library.report_form import MOST_LABEL
from workshop_kit.ui.context import Context
from workshop_kit.ui.figures.draft import FIELDS, DraftRow, Remark, remarks
from workshop_kit.ui.look import Look
from workshop_kit.ui.texts import Texts
from workshop_kit.ui.widgets import boxed, button, column, label, row

LABELS, NUMBERS = ("label_nb", "label_nn"), ("value", "page")
NUMBER, NARROW_NUMBER = 76, 100
"""Width of a field for a number, in pixels at 100 per cent: beside its labels, and under them with its name in it."""
END = 44
"""Width of what stands at a row's end."""
MISSING = "missing"


class Field(QLineEdit):
    """A line whose undoing is the page's, so that it goes back through all fields and rows in turn."""

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undoing(event):
            event.ignore()
            return False
        return super().event(event)


def _is_undoing(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class RowForm(QWidget):
    """The fields of one row; `edited` tells which was typed in, `removed` that the row is to go, `entered` that Enter was pressed."""

    edited = Signal(str)
    removed = Signal()
    entered = Signal()

    def __init__(self, context: Context, number: int) -> None:
        super().__init__()
        self._texts = context.texts
        self.draft = DraftRow()
        self.fields = {name: self._field(name, number) for name in FIELDS}
        self.remove = button("", self.removed.emit, "quiet", look=context.look, icon="trash-2")
        self.lacks, self.faults = label(kind="warning", wrap=True), label(kind="problem", wrap=True)
        labels, numbers = (tuple(self.fields[name] for name in names) for names in (LABELS, NUMBERS))
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.addWidget(boxed(row(*labels)), 1)
        self._numbers = boxed(row(*numbers, self.remove))
        self._parts.addWidget(self._numbers)
        made = column(boxed(self._parts), self.lacks, self.faults, spacing=4)
        made.setContentsMargins(0, 0, 0, 0)
        self.setLayout(made)
        self.show_row(DraftRow())

    def resize_to(self, look: Look, *, is_narrow: bool) -> None:
        """Take the widths that go with the text size; a narrow row has the numbers under the labels, and names in empty fields."""
        for name in NUMBERS:
            self.fields[name].setFixedWidth(look.px(NARROW_NUMBER if is_narrow else NUMBER))
        self.remove.setFixedWidth(look.px(END))
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        self._parts.setAlignment(self._numbers, Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag(0))
        for name, field in self.fields.items():
            field.setPlaceholderText(self._texts(f"figures.{name}") if is_narrow else "")

    def show_row(self, draft: DraftRow) -> None:
        """Show what is typed in the row; the cursor stays where it is in a field that has it already."""
        self.draft = draft
        for name, field in self.fields.items():
            text = str(getattr(draft, name))
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(len(text) if field.hasFocus() else 0)
        named = draft.label_nb.strip() or draft.label_nn.strip()
        told = self._texts("figures.remove_named", label=named) if named else self._texts("figures.remove")
        self.remove.setToolTip(told)
        self.remove.setAccessibleName(told)
        self._show_remarks(remarks(draft))

    def _show_remarks(self, found: tuple[Remark, ...]) -> None:
        lacking = [each.field for each in found if each.key == MISSING]
        wrong = [each for each in found if each.key != MISSING]
        what = in_words([self._texts(f"figures.missing_{field}") for field in lacking], self._texts)
        self.lacks.setText(self._texts("figures.missing", what=what) if lacking else "")
        self.faults.setText(" ".join(self._words(each) for each in wrong))
        self.lacks.setVisible(bool(lacking))
        self.faults.setVisible(bool(wrong))
        for name, field in self.fields.items():
            _mark(field, is_wrong=any(each.field == name for each in wrong))

    def _words(self, remark: Remark) -> str:
        name = self._texts(f"figures.{remark.field}")
        return self._texts(f"figures.{remark.key}", name=name, count=remark.count, most=MOST_LABEL)

    def _field(self, name: str, number: int) -> Field:
        made = Field()
        made.setAccessibleName(self._texts("figures.field", number=number, name=self._texts(f"figures.{name}")))
        if name in NUMBERS:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)

        def take(text: str) -> None:
            self.draft = replace(self.draft, **{name: text})
            self.edited.emit(name)

        made.textEdited.connect(take)
        made.returnPressed.connect(self.entered)
        return made


def _mark(field: QLineEdit, *, is_wrong: bool) -> None:
    """Give a field the border of one that is wrong, or take it away."""
    if bool(field.property("wrong")) is not is_wrong:
        field.setProperty("wrong", is_wrong)
        field.style().unpolish(field)
        field.style().polish(field)


def in_words(names: list[str], texts: Texts) -> str:
    """Write some names in a row, with «and» before the last."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{texts('figures.and')}{names[-1]}" if names else ""
