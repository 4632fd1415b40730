"""What there is to know about the chosen slide, and to do with it: why it is there, its notes, show, hide, swap, leave out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from workshop_kit.domain.plan import PlannedSlide
from workshop_kit.domain.text import plain
from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.slides.why import why_words
from workshop_kit.ui.widgets import boxed, button, clear, column, label

WISHES = {"edit": "pencil", "pin": "pin", "hide": "eye-off", "show": "eye", "leave_out": "x"}


class About(QWidget):
    """Shows one slide; `wish` tells what is wanted of it by its name."""

    wish = Signal(str)

    def __init__(self, context: Context, fill_swaps: Callable[[QMenu], None]) -> None:
        super().__init__()
        self._context = context
        texts, look = context.texts, context.look
        self.buttons = {
            name: button(texts(f"slides.do_{name}"), lambda name=name: self.wish.emit(name), look=look, icon=icon)
            for name, icon in WISHES.items()
        }
        self.swap = button(texts("slides.do_swap"), lambda: None, look=look, icon="refresh-cw")
        self._swaps = QMenu(self.swap)
        self._swaps.aboutToShow.connect(lambda: fill_swaps(self._swaps))
        self.swap.setMenu(self._swaps)
        head = QWidget()
        flow = FlowLayout(head)
        for each in (*self.buttons.values(), self.swap):
            flow.addWidget(each)
        self._why = QVBoxLayout()
        self._why.setSpacing(2)
        self.notes = label(wrap=True)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        whole = column(
            head,
            label(texts("slides.why_here"), "lead"),
            boxed(self._why),
            label(texts("slides.notes"), "lead"),
            self.notes,
            spacing=8,
        )
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def show_slide(self, slide: PlannedSlide | None, *, is_pinned: bool) -> None:
        """Show a slide."""
        clear(self._why)
        self.notes.setText("" if slide is None else plain(slide.notes))
        if slide is None:
            return
        for words in why_words(slide, self._context.texts):
            self._why.addWidget(label(words, "muted", wrap=True))
        is_content = slide.layout != "break"
        self.buttons["edit"].setEnabled(is_content)
        self.buttons["pin"].setVisible(not slide.hidden)
        self.buttons["pin"].setText(self._context.texts("slides.do_unpin" if is_pinned else "slides.do_pin"))
        self.buttons["pin"].setEnabled(is_content)
        self.buttons["hide"].setVisible(not slide.hidden)
        self.buttons["hide"].setEnabled(is_content and slide.layout != "exercise")
        self.buttons["show"].setVisible(slide.hidden)
        self.buttons["leave_out"].setEnabled(is_content)
        self.swap.setEnabled(is_content)
