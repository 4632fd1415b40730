"""The bar over the pages that tells what happened and offers what can be done about it; it never blocks."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from workshop_kit.domain.value import Value
from workshop_kit.ui.look import Look
from workshop_kit.ui.texts import Texts
from workshop_kit.ui.widgets import boxed, button, clear, label

MOST_MESSAGES = 9
"""Older news than these is let go; what offers something to do is kept."""
WORDS_WIDTH = 320
"""Pixels at 100 per cent that the words have at least; where less is left beside the buttons, these go below."""


class Weight(IntEnum):
    """How serious a message is; the most serious one is shown first."""

    NEWS = 0
    WARNING = 1
    PROBLEM = 2


ICONS = {Weight.NEWS: "info", Weight.WARNING: "triangle-alert", Weight.PROBLEM: "circle-x"}


class Action(Value, frozen=True, kw_only=True):
    """Something a message offers: what stands on the button, and what it does."""

    text: str
    do: Callable[[], object]


class Message(Value, frozen=True, kw_only=True):
    """What is told, with at most two things to do; one with a `key` takes the place of an earlier one with the same."""

    text: str
    weight: Weight = Weight.NEWS
    actions: tuple[Action, ...] = ()
    key: str = ""


class MessageBar(QFrame):
    """Shows one of the messages that wait, the most serious and newest first; hidden when there is none."""

    def __init__(self, texts: Texts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._texts, self._look = texts, look
        self._messages: list[Message] = []
        self._at = 0
        self.icon = QLabel()
        self.words = label(wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.count = button("", self.show_next, "quiet")
        self.shut = button("", self.close_shown, "quiet", look=look, icon="x")
        self.shut.setAccessibleName(texts("app.close_message"))
        self.shut.setToolTip(f"{texts('app.close_message')} (Esc)")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._offers = boxed(self._buttons)
        self._lay_out()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close_shown, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        look.changed.connect(self._show)
        self.hide()

    @property
    def messages(self) -> tuple[Message, ...]:
        """The messages that wait, in the order they are shown."""
        return tuple(self._messages)

    @property
    def shown(self) -> Message | None:
        """The message that is shown."""
        return self._messages[self._at] if self._messages else None

    @property
    def actions_shown(self) -> tuple[QPushButton, ...]:
        """The buttons of the message that is shown."""
        found = (self._buttons.itemAt(place) for place in range(self._buttons.count()))
        return tuple(widget for each in found if each is not None and isinstance(widget := each.widget(), QPushButton))

    def tell(self, message: Message) -> None:
        """Tell something; the same said again, or with the same key, is not told twice."""
        is_new = not any(_is_renewed(each, message) for each in self._messages)
        self._messages = [each for each in self._messages if not _is_renewed(each, message)]
        self._messages.insert(0, message)
        self._messages.sort(key=lambda each: -each.weight)
        self._let_go()
        self._at = 0
        self._show()
        if is_new:
            _announce(self.words)

    def drop(self, key: str) -> None:
        """Take away what is told under a key, as it holds no longer."""
        self._remove(*(each for each in self._messages if each.key == key))

    def close_shown(self) -> None:
        """Take the shown message away, and show the next."""
        if (message := self.shown) is not None:
            self._remove(message)

    def show_next(self) -> None:
        """Show the next message, and the first after the last."""
        if self._messages:
            self._at = (self._at + 1) % len(self._messages)
            self._show()
            _announce(self.words)

    def take_focus(self) -> None:
        """Set the focus on the first thing to do."""
        (*self.actions_shown, self.shut)[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 6, 6)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.icon, 0, 0)
        self._grid.addWidget(self.words, 0, 1)
        self._grid.addWidget(self._offers, 0, 2)
        self._grid.addWidget(self.count, 0, 3)
        self._grid.addWidget(self.shut, 0, 4)

    def _arrange(self) -> None:
        """Set the buttons under the words where there is no room beside them."""
        taken = sum(each.sizeHint().width() for each in (self.icon, self._offers, self.count, self.shut) if not each.isHidden())
        is_wide = self.width() - taken - 60 >= self._look.px(WORDS_WIDTH)
        place = (0, 2) if is_wide else (1, 1)
        self._grid.addWidget(self._offers, *place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _show(self) -> None:
        message = self.shown
        self.setVisible(message is not None)
        self._offer(message.actions if message is not None else ())
        if message is None:
            return
        side = self._look.icon_size()
        self.icon.setPixmap(self._look.icon(ICONS[message.weight], "on_soft").pixmap(side))
        self.words.setText(message.text)
        self.count.setVisible(len(self._messages) > 1)
        told = self._texts("app.message_of", number=self._at + 1, total=len(self._messages))
        self.count.setText(told)
        self.count.setToolTip(self._texts("app.next_message"))
        self.count.setAccessibleName(f"{told}. {self._texts('app.next_message')}")
        self._arrange()

    def _offer(self, actions: tuple[Action, ...]) -> None:
        """Show a button for each action; those that are there already stay, as one may just be held down."""
        self._offers.setVisible(bool(actions))
        if [each.text() for each in self.actions_shown] == [each.text for each in actions]:
            return
        has_focus = any(each.hasFocus() for each in self.actions_shown)
        clear(self._buttons)
        for place, action in enumerate(actions):
            made = button(action.text, lambda place=place: self._do(place))
            self._buttons.addWidget(made)
            made.show()
        if has_focus:
            self.take_focus()

    def _do(self, place: int) -> None:
        if (message := self.shown) is not None:
            self._remove(message)
            message.actions[place].do()

    def _remove(self, *messages: Message) -> None:
        shown = self.shown
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._messages = [each for each in self._messages if each not in messages]
        self._at = self._messages.index(shown) if shown in self._messages else 0
        self._show()
        if had_focus and self._messages:
            self.take_focus()

    def _let_go(self) -> None:
        """Let the oldest news go that offers nothing, where there is too much."""
        idle = [each for each in self._messages if not each.actions and each.weight is Weight.NEWS]
        if len(self._messages) > MOST_MESSAGES and idle:
            self._messages.remove(idle[-1])


def _is_renewed(earlier: Message, later: Message) -> bool:
    """Tell whether a message takes an earlier one's place."""
    return earlier.text == later.text or (bool(later.key) and earlier.key == later.key)


def _announce(words: QLabel) -> None:
    """Let screen readers read the message at once."""
    words.setAccessibleName(words.text())
    QAccessible.updateAccessibility(QAccessibleEvent(words, QAccessible.Event.Alert))
