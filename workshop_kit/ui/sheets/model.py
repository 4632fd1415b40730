"""The sheets as a list, each with a small picture and its copies, which can be changed in the list."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from typing_extensions import override

from workshop_kit.scene.page import Page
from workshop_kit.ui.context import Context
from workshop_kit.ui.painter.thumbnails import ThumbnailKey, Thumbnails
from workshop_kit.ui.sheets.listed import Listed
from workshop_kit.ui.sheets.wording import row_text, sheet_text

PICTURE = 44
"""Width and height in pixels at 100 per cent that a small picture has room in."""
Index = QModelIndex | QPersistentModelIndex


class SheetsModel(QAbstractListModel):
    """`copies_wished` is sent with a sheet's key and how many copies somebody asks for."""

    copies_wished = Signal(str, int)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._thumbnails = Thumbnails(self)
        self._thumbnails.ready.connect(self._ready)
        self._listed: tuple[Listed, ...] = ()
        self._rows: dict[ThumbnailKey, int] = {}

    def set_listed(self, listed: tuple[Listed, ...]) -> None:
        """List these sheets; where they are the same ones as before, the view keeps its place."""
        is_same = [(each.key, each.row is None) for each in listed] == [(each.key, each.row is None) for each in self._listed]
        if not is_same:
            self.beginResetModel()
        self._listed, self._rows = listed, {}
        if not is_same:
            self.endResetModel()
        elif listed:
            self.dataChanged.emit(self.index(0), self.index(len(listed) - 1))

    def listed(self, row: int) -> Listed | None:
        """Give the sheet in a row."""
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def row_of(self, key: str) -> int:
        """Give the row of a sheet, -1 for none."""
        return next((row for row, listed in enumerate(self._listed) if listed.key == key), -1)

    def stop(self) -> None:
        """Render no more."""
        self._thumbnails.stop()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._listed)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        listed = self.listed(index.row())
        can_change = Qt.ItemFlag.ItemIsEditable if listed is not None and listed.row is not None else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | can_change

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        listed = self.listed(index.row())
        if listed is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return listed.title
        if role == Qt.ItemDataRole.EditRole:
            return listed.row.count if listed.row else 0
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(listed.pages[0], index.row()) if listed.pages else None
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._spoken(listed)
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        listed = self.listed(index.row())
        if listed is None or listed.row is None or not isinstance(value, int) or value == listed.row.count:
            return False
        self.copies_wished.emit(listed.key, value)
        return True

    def lines(self, listed: Listed) -> tuple[str, str]:
        """Give the two lines under a sheet's title: what a copy is, and whom the copies are for."""
        texts = self._context.texts
        if listed.row is None:
            return texts("sheets.out_of_day"), ""
        return sheet_text(texts, listed.row.sheet), row_text(texts, listed.row)

    def _spoken(self, listed: Listed) -> str:
        copies = self._context.texts.count("sheets.copies", listed.row.count) if listed.row else ""
        return ". ".join(part for part in (listed.title, *self.lines(listed), copies) if part)

    def _picture(self, page: Page, row: int) -> QPixmap | None:
        kit = self._context.kit
        if kit is None:
            return None
        width = round(self._context.look.px(PICTURE) * min(1.0, page.width / page.height))
        key = self._thumbnails.key(page, kit.theme, width, 2.0)
        kept = self._thumbnails.kept(key)
        if kept is not None:
            return QPixmap.fromImage(kept)
        self._rows[key] = row
        self._thumbnails.request(page, kit.theme, width, 2.0)
        return None

    def _ready(self, key: ThumbnailKey, image: QImage) -> None:
        row = self._rows.get(key, -1)
        if 0 <= row < len(self._listed) and not image.isNull():
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])
