"""A folder that can be chosen, opened, and set back to the usual one; told when it is not there or cannot be written in."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from workshop_kit.ui.context import Context
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.widgets import button, column, label


class FolderField(QWidget):
    """A folder's path with its buttons; `name` is the key of its words, `usual` what is used while none is chosen."""

    def __init__(self, context: Context, name: str, usual: Path | None, chosen: Callable[[str], None], *, is_written: bool) -> None:
        super().__init__()
        self._context, self._name, self._usual = context, name, usual
        self._chosen, self._is_written = chosen, is_written
        texts, look = context.texts, context.look
        title = label(texts(f"settings.{name}"), "lead")
        self.path = QLineEdit()
        self.path.setPlaceholderText(texts("settings.no_folder") if usual is None else str(usual))
        self.path.setAccessibleName(texts(f"settings.{name}"))
        title.setBuddy(self.path)
        self.choose = button(texts("settings.choose"), self._choose, look=look, icon="folder-open")
        self.open = button(texts("settings.open"), self._open, "quiet", look=look, icon="external-link")
        self.reset = button(texts("settings.reset_folder"), lambda: self._take(""), "quiet", look=look, icon="undo-2")
        for each in (self.choose, self.open, self.reset):
            each.setAccessibleName(f"{each.text()}: {texts(f'settings.{name}')}")
        buttons = QWidget()
        line = FlowLayout(buttons)
        for each in (self.choose, self.open, self.reset):
            line.addWidget(each)
        self.state = label(wrap=True)
        whole = column(title, label(texts(f"settings.{name}_hint"), "small", wrap=True), self.path, self.state, buttons, spacing=6)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.path.editingFinished.connect(lambda: self._take(self.path.text().strip()))

    def show_folder(self, chosen: str) -> None:
        """Show which folder is chosen, "" for the usual one, and what is wrong with it."""
        if self.path.text().strip() != chosen:
            self.path.setText(chosen)
        folder = self._folder()
        self.open.setEnabled(folder is not None and folder.is_dir())
        self.reset.setEnabled(bool(chosen))
        words, kind = self._state_of(folder, is_chosen=bool(chosen))
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.state.setProperty("kind", kind)
        self.state.style().polish(self.state)

    def _state_of(self, folder: Path | None, *, is_chosen: bool) -> tuple[str, str]:
        texts = self._context.texts
        if folder is None:
            return "", "muted"
        if not folder.is_dir():
            return (texts("settings.folder_gone"), "problem") if is_chosen else (texts("settings.folder_later"), "muted")
        if not os.access(folder, os.R_OK | os.X_OK):
            return texts("settings.folder_closed"), "problem"
        if self._is_written and not os.access(folder, os.W_OK):
            return texts("settings.folder_read_only"), "problem"
        return "", "muted"

    def _folder(self) -> Path | None:
        given = self.path.text().strip()
        return Path(given) if given else self._usual

    def _take(self, folder: str) -> None:
        self.path.setText(folder)
        self._chosen(folder)
        self.show_folder(folder)

    def _choose(self) -> None:
        start = self._folder()
        found = QFileDialog.getExistingDirectory(self, self._context.texts(f"settings.{self._name}"), "" if start is None else str(start))
        if found:
            self._take(found)

    def _open(self) -> None:
        folder = self._folder()
        if folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._context.told.emit(self._context.texts("settings.not_opened", folder=folder))
