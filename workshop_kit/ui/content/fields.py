"""Fields that words are typed in: as high as what is in them, and with what is wrong told beside."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.ui.widgets import label

LEAST_LINES = 2


class UndoKeys(QObject):
    """Takes the keys for undo and redo from the fields it watches, so that a step is one of the whole piece."""

    undo = Signal()
    redo = Signal()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the two, and let everything else through."""
        if isinstance(event, QKeyEvent) and event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            for keys, signal in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
                if event.matches(keys):
                    event.accept()
                    if event.type() is QEvent.Type.KeyPress:
                        signal.emit()
                    return True
        return super().eventFilter(watched, event)


class GrowingEdit(QPlainTextEdit):
    """A field of several lines that is as high as its words."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._fit)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew in another width."""
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Be as high as the lines are in another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        lines = max(LEAST_LINES, round(self.document().size().height()))
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around + 2)


def combo() -> QComboBox:
    """Make a box of choices that is no wider than its place, whatever it offers."""
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    return made


class WordsField(QWidget):
    """A field with its name over it, and under it what is wrong; `typed` is sent for what somebody types, not for what is shown."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, name: str, keys: UndoKeys, *, is_long: bool, hint: str = "") -> None:
        super().__init__()
        self.name = name
        self.edit: QLineEdit | QPlainTextEdit = GrowingEdit() if is_long else QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.installEventFilter(keys)
        self.remark = label(kind="problem", wrap=True)
        self.remark.hide()
        shown = label(name)
        shown.setBuddy(self.edit)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        for each in (shown, self.edit, self.remark):
            whole.addWidget(each)
        self._is_showing = False
        self.edit.textChanged.connect(self._tell)
        if isinstance(self.edit, QLineEdit):
            self.edit.editingFinished.connect(self.left)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a text that was not typed here."""
        if text == self.text:
            return
        self._is_showing = True
        if isinstance(self.edit, QLineEdit):
            self.edit.setText(text)
        else:
            self.edit.setPlainText(text)
        self._is_showing = False

    def show_remarks(self, remarks: tuple[tuple[str, bool], ...]) -> None:
        """Tell what is wrong with the words, or nothing; each remark says whether it is only that there are none yet."""
        words = "\n".join(dict.fromkeys(remark for remark, _ in remarks))
        is_mild = all(is_empty for _, is_empty in remarks)
        self.remark.setProperty("kind", "small" if is_mild else "problem")
        self.remark.style().polish(self.remark)
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
        self.edit.setAccessibleDescription(words)

    def _tell(self) -> None:
        if not self._is_showing:
            self.typed.emit(self.text)
