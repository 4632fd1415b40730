"""The help's page: a list of topics with search at the left, the topic at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from workshop_kit.library.help import PAGE_LINK, PICTURES, TOPIC_LINK, Topic, as_html, read_topics, search_topics
from workshop_kit.ui.context import Context
from workshop_kit.ui.help.browser import HelpBrowser, titled
from workshop_kit.ui.help.key_list import all_keys, keys_of
from workshop_kit.ui.shortcuts import sequences
from workshop_kit.ui.widgets import UNBOUND, WIDE_ENOUGH, boxed, button, column, label, panel

FIRST, KEYS = "first", "keys"
"""The topic that is shown first, and the one that ends in the list of all shortcuts."""
SIDE_WIDTH, STACKED_HEIGHT = 260, 120
"""Pixels at 100 per cent: how wide the topics are beside the text, and how high over it."""


class HelpPage(QWidget):
    """Shows topics; `page_wanted` is sent for a link to one of the program's pages, `left` when the reader wants back."""

    page_wanted = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        texts, look = context.texts, context.look
        self.topics = read_topics(texts.language.value)
        self.topic = FIRST
        self._before: list[str] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(texts("help.search"))
        self.search.setAccessibleName(texts("help.search"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(texts("help.topics"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label(texts("help.nothing"), "muted", wrap=True)
        self.back = button(texts("help.back"), self.go_back, "quiet", look=look, icon="arrow-left")
        self.browser = HelpBrowser(look)
        self.browser.setAccessibleName(texts("help.text"))
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addWidget(self.search)
        self._side = panel(column(boxed(self._head), self.nothing, self.list), margin=12)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._connect()
        self._dress()
        self._fill()
        self.show_topic(FIRST)

    def show_topic(self, topic: str, *, keep: bool = False) -> None:
        """Show a topic by its id; with `keep`, going back leads to the one before. One that is not there changes nothing."""
        found = next((each for each in self.topics if each.id == topic), None)
        if found is None:
            return
        if keep and topic != self.topic:
            self._before.append(self.topic)
        elif not keep:
            self._before.clear()
        self.topic = topic
        self.browser.show_html(self._html(found), PICTURES / self._context.texts.language.value)
        self._mark()

    def go_back(self) -> None:
        """Go to the topic before, or leave the help where there is none."""
        if self._before:
            before = self._before.pop()
            kept = list(self._before)
            self.show_topic(before)
            self._before = kept
        else:
            self.left.emit()

    def leave(self) -> None:
        """Empty the search, or leave the help where it is empty."""
        if self.search.text():
            self.search.clear()
        else:
            self.left.emit()

    def start(self) -> None:
        """Be ready to read: the keys scroll the text."""
        self.browser.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._box.addWidget(self._side)
        self._box.addWidget(panel(column(self.browser), margin=12), 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._take_first)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(self.start)
        self.browser.followed.connect(self._follow)
        self._context.look.changed.connect(self._dress)
        for name, slot in (("help_search", self._to_search), ("help_back", self.go_back), ("help_leave", self.leave)):
            for keys in sequences(name):
                QShortcut(keys, self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _html(self, topic: Topic) -> str:
        texts = self._context.texts
        ending = all_keys(texts) if topic.id == KEYS else keys_of(topic.id, texts)
        return titled(topic.title, as_html(topic.text) + ending)

    def _fill(self) -> None:
        """List the topics that have the words that are searched for."""
        found = search_topics(self.topics, self.search.text())
        self.list.blockSignals(True)
        self.list.clear()
        for topic in found:
            item = QListWidgetItem(topic.title)
            item.setData(Qt.ItemDataRole.UserRole, topic.id)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self._mark()

    def _mark(self) -> None:
        """Let the list follow the topic that is shown."""
        self.list.blockSignals(True)
        rows = [number for number in range(self.list.count()) if _topic_of(self.list.item(number)) == self.topic]
        self.list.setCurrentRow(rows[0] if rows else -1)
        self.list.blockSignals(False)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_topic(_topic_of(item), keep=True)

    def _take_first(self) -> None:
        if self.list.count():
            self.show_topic(_topic_of(self.list.item(0)), keep=True)
            self.start()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _follow(self, address: str) -> None:
        if address.startswith(PAGE_LINK):
            self.page_wanted.emit(address.removeprefix(PAGE_LINK))
        elif address.startswith(TOPIC_LINK):
            self.show_topic(address.removeprefix(TOPIC_LINK), keep=True)

    def _dress(self) -> None:
        px, used = self._context.look.px, self._context.look.tokens
        self.list.setStyleSheet(
            f"QListWidget::item {{ padding: {px(9)}px {px(10)}px; border-radius: 8px; color: {used.ink}; }}"
            f"QListWidget::item:hover {{ background: {used.sunken}; }}"
            f"QListWidget::item:selected {{ background: {used.primary_soft}; color: {used.on_soft}; }}"
        )
        self._arrange()

    def _arrange(self) -> None:
        """Set the topics beside the text, or over it where there is no room for both."""
        px = self._context.look.px
        is_wide = self.width() >= WIDE_ENOUGH * px(SIDE_WIDTH)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if is_wide else down)
        self._head.setDirection(down if is_wide else across)
        self._side.setMinimumWidth(px(SIDE_WIDTH) if is_wide else 0)
        self._side.setMaximumWidth(px(SIDE_WIDTH) if is_wide else UNBOUND)
        self._side.setMaximumHeight(UNBOUND if is_wide else px(STACKED_HEIGHT))


def _topic_of(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))
