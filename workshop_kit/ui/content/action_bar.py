"""A bar that tells something, with what can be done about it: nothing is blocked meanwhile."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workshop_kit.ui.context import Context
from workshop_kit.ui.widgets import boxed, button, clear, label

Action = tuple[str, Callable[[], object]]


class ActionBar(QFrame):
    """Hidden until there is something to tell."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._texts = context.texts
        self.setProperty("kind", "bar")
        self.text = label(wrap=True)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(4)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 6, 6)
        line.addWidget(self.text, 1)
        line.addWidget(boxed(self._actions))
        self.hide()

    def tell(self, text: str, *actions: Action) -> None:
        """Show a line and its actions; each of them, and the last one, which closes, hides the bar."""
        clear(self._actions)
        for words, act in actions:
            self._actions.addWidget(button(words, lambda act=act: self._do(act), "quiet"))
        self._actions.addWidget(button(self._texts("own.close"), self.hide, "quiet"))
        self.text.setText(text)
        self.setAccessibleName(text)
        self.show()

    @property
    def actions_shown(self) -> tuple[QWidget, ...]:
        """The buttons, the one that closes last."""
        items = (self._actions.itemAt(number) for number in range(self._actions.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget for widget in widgets if widget is not None)

    def _do(self, act: Callable[[], object]) -> None:
        self.hide()
        act()
