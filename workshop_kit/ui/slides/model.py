"""The pages of a pack as a list: each slide and sheet with its picture, as soon as this is rendered."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from typing_extensions import override

from workshop_kit.domain.plan import PlannedSlide
from workshop_kit.domain.value import Value
from workshop_kit.pack import Composed
from workshop_kit.scene.page import Page
from workshop_kit.ui.context import Context
from workshop_kit.ui.painter.thumbnails import ThumbnailKey, Thumbnails

WIDTH = 240
Index = QModelIndex | QPersistentModelIndex


class Shown(Value, frozen=True, kw_only=True, eq=False):
    """A page as it is listed; `slide` is None for a sheet, `number` None for what has no number on the wall."""

    page: Page
    slide: PlannedSlide | None
    section: str
    number: int | None


class PagesModel(QAbstractListModel):
    """Slides in the deck's order, then the sheets."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._thumbnails = Thumbnails(self)
        self._thumbnails.ready.connect(self._ready)
        self._shown: tuple[Shown, ...] = ()
        self._rows: dict[ThumbnailKey, int] = {}
        self.destroyed.connect(self._thumbnails.cancel_all)

    def set_composed(self, composed: Composed) -> None:
        """List another pack's pages."""
        self.beginResetModel()
        self._thumbnails.cancel_all()
        self._rows = {}
        names = {section.id: section.name for section in composed.plan.sections}
        slides = zip(composed.plan.slides, composed.deck.pages, strict=True)
        self._shown = (
            *(
                Shown(page=page, slide=slide, section=names[slide.section], number=number)
                for number, (slide, page) in enumerate(slides, start=1)
            ),
            *(
                Shown(page=page, slide=None, section=self._context.texts("slides.sheets"), number=None)
                for page in composed.all_sheets.pages
            ),
        )
        self.endResetModel()

    def shown(self, row: int) -> Shown | None:
        """Give the page in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, key: str) -> int:
        """Give the row of the page with a key, -1 for none."""
        return next((row for row, shown in enumerate(self._shown) if shown.page.key == key), -1)

    def stop(self) -> None:
        """Render no more."""
        self._thumbnails.stop()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self.shown(index.row())
        if shown is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._label(shown)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(shown, index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._label(shown)}. {shown.page.title}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown.page.title
        return None

    def _label(self, shown: Shown) -> str:
        if shown.slide is None:
            return shown.page.key
        hidden = f" · {self._context.texts('slides.hidden')}" if shown.slide.hidden else ""
        return f"{shown.number} · {shown.section}{hidden}"

    def _picture(self, shown: Shown, row: int) -> QPixmap:
        kit, width = self._context.kit, self._context.look.px(WIDTH)
        empty = QPixmap(width, round(width * shown.page.height / shown.page.width))
        empty.fill(QColor(self._context.look.tokens.sunken))
        if kit is None:
            return empty
        key = self._thumbnails.key(shown.page, kit.theme, width, number=shown.number)
        kept = self._thumbnails.kept(key)
        if kept is None:
            self._rows[key] = row
            self._thumbnails.request(shown.page, kit.theme, width, number=shown.number)
            return empty
        return QPixmap.fromImage(kept)

    def _ready(self, key: ThumbnailKey, image: QImage) -> None:
        row = self._rows.get(key, -1)
        if row >= 0 and not image.isNull():
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def icon_size(self) -> QSize:
        """Give how large the pictures are."""
        width = self._context.look.px(WIDTH)
        return QSize(width, round(width * 9 / 16))
