"""Opens a file or a folder in the machine's own program for it, and tells when nothing opens."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from workshop_kit.ui.context import Context


def open_path(context: Context, path: Path) -> bool:
    """Open something; what hinders it is told in the window's message bar."""
    if not path.exists():
        context.told.emit(context.texts("make.not_there", name=path.name))
        return False
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        context.told.emit(context.texts("make.nothing_opens", path=path))
        return False
    return True
