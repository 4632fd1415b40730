"""The chosen sheet: its name, its pages at a size that can be changed, and whether it is printed."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.sheets.listed import Listed
from workshop_kit.ui.sheets.preview import Fit, Preview
from workshop_kit.ui.sheets.wording import page_text
from workshop_kit.ui.tokens import CONTROL_HEIGHT
from workshop_kit.ui.widgets import boxed, button, column, label, panel, row


class ChosenPanel(QWidget):
    """Shows one sheet of the list; what its buttons do is the page's to say."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._is_busy = False
        self._listed: Listed | None = None
        texts, look = context.texts, context.look
        self.preview = Preview(look)
        self.preview.setAccessibleName(texts("sheets.preview"))
        self.title = label(kind="lead", wrap=True)
        self.copies = label(kind="muted", wrap=True)
        self.per_cent = label(kind="small")
        self.out_of_day = label(texts("sheets.out_of_day_help"), "muted", wrap=True)
        self.open = button(texts("sheets.open_pdf"), _nothing, look=look, icon="external-link")
        self.leave_out = button("", _nothing, "quiet", look=look, icon="eye-off")
        self.reckoned = button("", _nothing, "quiet", look=look, icon="undo-2")
        self.to_day = button(texts("sheets.to_day"), _nothing, look=look, icon="calendar-clock")
        head = row(boxed(column(self.title, self.copies, spacing=2)), self.open)
        head.setStretch(0, 1)
        self._tools = self._make_tools()
        to_day = boxed(row(self.to_day, 1))
        inside = column(boxed(head), self.out_of_day, to_day, self._tools, self.preview)
        inside.setStretch(4, 1)
        inside.addStretch()
        whole = column(panel(inside, margin=12))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.preview.zoomed.connect(self._show_size)
        self.preview.verticalScrollBar().valueChanged.connect(self._show_size)
        self.show_listed(None)

    def show_listed(self, listed: Listed | None) -> None:
        """Show another sheet, or the same one as it is now."""
        texts, kit = self._context.texts, self._context.kit
        self._listed = listed
        shown = None if listed is None else listed.row
        is_printed = shown is not None
        self.title.setText("" if listed is None else listed.title)
        self.out_of_day.setVisible(listed is not None and not is_printed)
        self.to_day.setVisible(listed is not None and not is_printed)
        for each in (self.open, self.leave_out, self._tools, self.preview, self.copies):
            each.setVisible(is_printed)
        self.reckoned.setVisible(shown is not None and shown.is_by_hand and shown.count > 0)
        if shown is None or listed is None or kit is None:
            return
        self.copies.setText(texts.count("sheets.copies", shown.count) if shown.count else texts("sheets.left_out"))
        self.leave_out.setText(texts("sheets.leave_out" if shown.count else "sheets.take_in"))
        self.reckoned.setText(texts("sheets.use_reckoned", count=shown.reckoned))
        of = len(listed.pages)
        pages = tuple((page, page_text(texts, page, number, of)) for number, page in enumerate(listed.pages, start=1))
        self.preview.set_pages(pages, kit.theme)
        self.set_busy(is_busy=self._is_busy)

    def set_busy(self, *, is_busy: bool) -> None:
        """Wait with the button while a PDF is being made."""
        self._is_busy = is_busy
        self.open.setEnabled(not is_busy)
        self.open.setText(self._context.texts("sheets.making_pdf" if is_busy else "sheets.open_pdf"))

    def _make_tools(self) -> QWidget:
        texts, made = self._context.texts, QWidget()
        tools = FlowLayout(made, 4)
        self.smaller = self._tool("smaller", "zoom-out", lambda: self.preview.zoom(-1))
        self.larger = self._tool("larger", "zoom-in", lambda: self.preview.zoom(1))
        self.whole_page = self._tool("whole_page", "maximize", lambda: self.preview.set_fit(Fit.PAGE))
        self.whole_width = self._tool("whole_width", "move-horizontal", lambda: self.preview.set_fit(Fit.WIDTH))
        for each in (self.whole_page, self.whole_width):
            each.setCheckable(True)
        self.smaller.setToolTip(f"{texts('sheets.smaller')} (Ctrl+−)")
        self.larger.setToolTip(f"{texts('sheets.larger')} (Ctrl++)")
        self.per_cent.setFixedHeight(self._context.look.px(CONTROL_HEIGHT))
        for each in (self.smaller, self.larger, self.whole_page, self.whole_width, self.per_cent, self.leave_out, self.reckoned):
            tools.addWidget(each)
        return made

    def _tool(self, key: str, icon: str, clicked: Callable[[], object]) -> QPushButton:
        made = button("", clicked, "tool", look=self._context.look, icon=icon)
        made.setAccessibleName(self._context.texts(f"sheets.{key}"))
        made.setToolTip(self._context.texts(f"sheets.{key}"))
        return made

    def _show_size(self) -> None:
        self.per_cent.setText(f"{self.preview.per_cent}\u00a0%")
        self.whole_page.setChecked(self.preview.fit is Fit.PAGE)
        self.whole_width.setChecked(self.preview.fit is Fit.WIDTH)


def _nothing() -> None:
    """What a button does is connected by the page."""
