"""The facilitator's own workshops as cards in a line, under «Kommende» and «Siste»."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QWidget
from typing_extensions import override

from workshop_kit.ui.clients.own_workshops import CopyTarget, OwnWorkshop, WorkshopGroup, cards_of, count_of
from workshop_kit.ui.clients.wishes import Wishes, menu_of, wishes_for
from workshop_kit.ui.look import Look
from workshop_kit.ui.texts import Texts
from workshop_kit.ui.tokens import BODY, RADIUS, SMALL
from workshop_kit.ui.widgets import boxed, button, clear, column, label

LEAST_WIDTH, MOST_WIDTH = 200, 320
"""Pixels at 100 per cent between which a card is as wide as its words."""
PAD, MORE = 14, 44
"""Pixels at 100 per cent left of the words, and right of them for the button."""


class WorkshopCard(QAbstractButton):
    """A workshop: its title and a line below; pressed, it opens. Left and Right go to the neighbours."""

    def __init__(self, workshop: OwnWorkshop, texts: Texts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workshop, self._look = workshop, look
        self.setAccessibleName(texts("clients.open_named", title=workshop.title, subtitle=workshop.subtitle))
        self.setToolTip(f"{workshop.title}\n{workshop.subtitle}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def sizeHint(self) -> QSize:
        px, strong, small = self._look.px, QFontMetrics(self._look.font(BODY, bold=True)), QFontMetrics(self._look.font(SMALL))
        words = max(strong.horizontalAdvance(self.workshop.title), small.horizontalAdvance(self.workshop.subtitle)) + 2
        width = max(px(LEAST_WIDTH), min(px(MOST_WIDTH), words + px(PAD + MORE)))
        return QSize(width, strong.height() + small.height() + px(22))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if self.hasFocus() else "line"
        painter.setPen(QPen(self._look.colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(self._look.colour("sunken" if self.underMouse() or self.isDown() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS + 2, RADIUS + 2)
        self._words(painter)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def _words(self, painter: QPainter) -> None:
        room = self.width() - self._look.px(PAD + MORE)
        y = self._look.px(9)
        for text, font, colour in (
            (self.workshop.title, self._look.font(BODY, bold=True), "ink"),
            (self.workshop.subtitle, self._look.font(SMALL), "muted"),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(self._look.colour(colour))
            line = QRect(self._look.px(PAD), y, room, metrics.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
            y += metrics.height() + self._look.px(3)


class WorkshopCards(QWidget):
    """Shows the facilitator's next and last workshops, or what to do where there are none yet; the rest are a press away.

    `targets` gives for whom a workshop can be copied; `wishes` tells what is wanted.
    """

    def __init__(
        self, texts: Texts, look: Look, targets: Callable[[OwnWorkshop], tuple[CopyTarget, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts, self._look, self._targets = texts, look, targets
        self._groups: tuple[WorkshopGroup, ...] = ()
        self.wishes = Wishes(self)
        self.empty = label(texts("clients.no_workshops"), "muted", wrap=True)
        self.all = button("", self.wishes.all_wanted.emit, "navigation", look=look, icon="list-checks")
        self.file = button(texts("clients.open_file"), self.wishes.opening_wanted.emit, "navigation", look=look, icon="folder-input")
        self.setAccessibleName(texts("clients.own_workshops"))
        self._line = QHBoxLayout()
        self._line.setSpacing(24)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = boxed(self._line)
        self._area.setWidget(self._inside)
        self._inside.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self._area, 1)
        layout.addWidget(boxed(column(self.all, self.file, spacing=2)), 0, Qt.AlignmentFlag.AlignBottom)
        look.changed.connect(self._fill)
        self._fill()

    def set_workshops(self, groups: tuple[WorkshopGroup, ...]) -> None:
        """Show some groups of workshops."""
        if groups != self._groups:
            self._groups = groups
            self._fill()

    def _fill(self) -> None:
        clear(self._line)
        shown, count = cards_of(self._groups), count_of(self._groups)
        for group in shown:
            self._line.addWidget(self._group(group))
        self._line.addStretch(1)
        self.empty.setText(self._texts("clients.no_current" if count else "clients.no_workshops"))
        self.empty.setVisible(not shown)
        self.all.setText(self._texts("clients.all_workshops", number=count))
        self.all.setVisible(count > 0)
        self._area.setVisible(bool(shown))
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Be as high as the cards are: they tell it anew when they are shown and dressed."""
        self._area.setFixedHeight(self._inside.sizeHint().height() + (14 if self._line.count() > 1 else 0))

    def _group(self, group: WorkshopGroup) -> QWidget:
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for workshop in group.workshops:
            cards.addWidget(self._card(workshop))
        title: QLabel = label(self._texts(f"clients.{group.kind.value}"), "small")
        return boxed(column(title, boxed(cards), spacing=4))

    def _card(self, workshop: OwnWorkshop) -> QWidget:
        card = WorkshopCard(workshop, self._texts, self._look)
        card.clicked.connect(lambda: self.wishes.opened.emit(workshop.path))
        more = QPushButton(card)
        more.setProperty("kind", "icon")
        more.setAutoDefault(False)
        more.setIcon(self._look.icon("ellipsis"))
        more.setIconSize(self._look.icon_size())
        more.setAccessibleName(self._texts("clients.more", title=workshop.title))
        more.setToolTip(self._texts("clients.more", title=workshop.title))
        side = self._look.px(32)
        more.setGeometry(card.sizeHint().width() - side - self._look.px(8), (card.sizeHint().height() - side) // 2, side, side)
        more.clicked.connect(lambda: self.menu_for(workshop, more).popup(more.mapToGlobal(QPoint(0, more.height()))))
        card.setFixedSize(card.sizeHint())
        return card

    def menu_for(self, workshop: OwnWorkshop, parent: QWidget) -> QMenu:
        """Make the menu of what can be done with a workshop."""
        menu = menu_of(wishes_for(workshop, self._targets(workshop), self._texts, self.wishes), self._look, parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu
