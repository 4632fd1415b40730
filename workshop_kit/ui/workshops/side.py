"""The chosen workshop: what it is, where it lies, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workshop_kit.ui.clients.own_workshops import CopyTarget, OwnWorkshop
from workshop_kit.ui.clients.wishes import Wish, Wishes, wishes_for
from workshop_kit.ui.context import Context
from workshop_kit.ui.widgets import boxed, button, clear, column, label, panel, row

Targets = Callable[[OwnWorkshop], tuple[CopyTarget, ...]]


class WorkshopSide(QWidget):
    """Shows one workshop with a button for each thing that can be done with it, and a field for its name when it is renamed."""

    def __init__(self, context: Context, wishes: Wishes, targets: Targets) -> None:
        super().__init__()
        self._context, self._wishes, self._targets = context, wishes, targets
        self.workshop: OwnWorkshop | None = None
        texts = context.texts
        self.title, self.subtitle = label(kind="section", wrap=True), label(kind="muted", wrap=True)
        self.place = label(kind="small", wrap=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name = QLineEdit()
        self.name.setAccessibleName(texts("workshops.name"))
        self.name.setMaxLength(60)
        self.name.returnPressed.connect(self._rename)
        self._naming = boxed(
            column(
                label(texts("workshops.name")),
                self.name,
                label(texts("workshops.name_hint"), "small", wrap=True),
                boxed(row(button(texts("workshops.save_name"), self._rename, "primary"), button(texts("workshops.stop"), self.stop), 1)),
            )
        )
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self._naming, self.stop, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        self._doing = boxed(self._buttons)
        whole = panel(column(self.title, self.subtitle, self.place, self._naming, self._doing, 1, spacing=10))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(whole)
        self.show_workshop(None)

    def show_workshop(self, workshop: OwnWorkshop | None) -> None:
        """Show a workshop, or what to do where none is chosen."""
        if workshop is not None and workshop == self.workshop and not self._naming.isHidden():
            return
        texts, self.workshop = self._context.texts, workshop
        clear(self._buttons)
        self.stop()
        if workshop is None:
            self.title.setText(texts("workshops.none_chosen"))
            self.subtitle.setText(texts("workshops.none_chosen_hint"))
            self.place.clear()
            return
        self.title.setText(workshop.title)
        self.subtitle.setText(workshop.subtitle)
        self.place.setText(texts("workshops.place", path=str(workshop.path.parent)))
        wishes = wishes_for(workshop, self._targets(workshop), texts, self._wishes)
        for place, wish in enumerate(wishes):
            self._buttons.addWidget(self._button(wish, is_first=place == 0))

    def begin_to_name(self) -> None:
        """Let the name be written."""
        if self.workshop is not None:
            self._doing.hide()
            self._naming.show()
            self.name.setText(self.workshop.name)
            self.name.selectAll()
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Keep the name as it is."""
        self._naming.hide()
        self._doing.show()

    def _button(self, wish: Wish, *, is_first: bool) -> QWidget:
        kind = "primary" if is_first else "danger" if wish.colour == "danger" else ""
        return button(wish.text, wish.send, kind, look=self._context.look, icon=wish.icon)

    def _rename(self) -> None:
        workshop, name = self.workshop, self.name.text().strip()
        self.stop()
        if workshop is not None and name:
            self._wishes.renamed.emit(workshop.path, name)
