"""The preparation list: what is open and what is done, with jumps, and ticks for what only the facilitator can know."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workshop_kit.ui.context import Context
from workshop_kit.ui.facts.preparation import Point
from workshop_kit.ui.widgets import boxed, button, clear, column, label


class PointList(QWidget):
    """Shows the points; `jump` asks for the place of one, `ticked` tells that one is done, or is not after all."""

    jump = Signal(str, str)
    ticked = Signal(str, bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._points: tuple[Point, ...] = ()
        self.summary = label(kind="lead", wrap=True)
        self.hint = label(context.texts("facts.points_hint"), "small", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        whole = column(self.summary, self.hint, boxed(self._rows), 1, spacing=8)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        context.look.changed.connect(self._show)

    def show_points(self, points: tuple[Point, ...]) -> None:
        """Show other points; where the keyboard is stays where it is."""
        if points != self._points:
            self._points = points
            self._show()

    def _show(self) -> None:
        texts = self._context.texts
        focus = QApplication.focusWidget()
        kept = focus.objectName() if focus and self.isAncestorOf(focus) else ""
        done = sum(point.is_done for point in self._points)
        is_all = bool(self._points) and done == len(self._points)
        self.summary.setText(texts("facts.points_all") if is_all else texts("facts.points_done", done=done, all=len(self._points)))
        clear(self._rows)
        calls = [point for point in self._points if point.key == "call"]
        for point in self._points:
            if point.key != "call":
                self._rows.addWidget(self._row(point))
            elif point is calls[0]:
                self._rows.addWidget(self._calls(calls))
        back = self.findChild(QWidget, kept) if kept else None
        if back is not None:
            back.setFocus()

    def _row(self, point: Point) -> QWidget:
        """Make a line with its jump; one that is ticked by hand has its box before it."""
        words = self._words(point)
        jump = self._jump(point, words)
        if not point.tick:
            return boxed(column(jump, *self._reason(point), spacing=0))
        px = self._context.look.px
        box, line = self._box(point, "", words), QHBoxLayout()
        box.setFixedWidth(px(20))
        line.setSpacing(px(4))
        line.addWidget(box)
        line.addWidget(jump, 1)
        jump.setStyleSheet(f"padding-left: {px(1)}px")
        holder = boxed(line)
        line.setContentsMargins(px(13), 0, 0, 0)
        return holder

    def _reason(self, point: Point) -> tuple[QWidget, ...]:
        """Say under an urgent point why it is one."""
        if point.key != "report" or point.is_done:
            return ()
        reason = label(self._context.texts("facts.point_report_why"), "problem", wrap=True)
        reason.setContentsMargins(self._context.look.px(42), 0, 0, self._context.look.px(6))
        return (reason,)

    def _calls(self, calls: list[Point]) -> QWidget:
        """Make one group of all calls, under a line that jumps to the list of them."""
        texts, done = self._context.texts, sum(call.is_done for call in calls)
        head = Point(key="calls", page="make", is_done=done == len(calls))
        lines: list[QWidget] = [self._jump(head, texts("facts.point_calls", done=done, all=len(calls)))]
        for call in calls:
            box = self._box(call, call.about, f"{call.about}: {call.title}")
            title = label(call.title, "small", wrap=True)
            title.setContentsMargins(self._context.look.px(28), 0, 0, self._context.look.px(4))
            held = column(box, title, spacing=0)
            holder = boxed(held)
            held.setContentsMargins(self._context.look.px(42), 0, 0, 0)
            lines.append(holder)
        return boxed(column(*lines, spacing=0))

    def _box(self, point: Point, words: str, name: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(f"tick-{point.tick}")
        box.setChecked(point.is_done)
        box.setAccessibleName(self._context.texts("facts.tick", what=name))
        _strike(box, is_done=point.is_done)

        def tick(is_done: bool) -> None:
            self.ticked.emit(point.tick, is_done)

        box.toggled.connect(tick)
        return box

    def _jump(self, point: Point, words: str) -> QPushButton:
        texts = self._context.texts
        icon = "circle-check" if point.is_done else "triangle-alert" if point.urgent else "circle"
        made = button(
            words,
            lambda: self.jump.emit(point.page, point.field),
            "navigation",
            look=None if point.tick else self._context.look,
            icon=icon,
        )
        made.setObjectName(f"point-{point.key}")
        made.setAccessibleName(texts("facts.point_is_done", what=words) if point.is_done else words)
        if point.urgent:
            made.setIcon(self._context.look.icon(icon, "danger"))
        _strike(made, is_done=point.is_done)
        return made

    def _words(self, point: Point) -> str:
        texts = self._context.texts
        return texts.count(f"facts.point_{point.key}", point.count) if point.count else texts(f"facts.point_{point.key}")


def _strike(shown: QPushButton | QCheckBox, *, is_done: bool) -> None:
    """Strike out the words of what is done, and let them step back."""
    font = shown.font()
    font.setStrikeOut(is_done)
    shown.setFont(font)
    shown.setProperty("done", is_done)
    shown.setCursor(Qt.CursorShape.PointingHandCursor)
