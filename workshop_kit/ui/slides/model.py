"""The deck's slides as a list: each with its picture, as soon as this is rendered. A slide is dragged by its key."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPixmap
from typing_extensions import override

from workshop_kit.domain.plan import PlannedSlide
from workshop_kit.domain.value import Value
from workshop_kit.pack import Composed
from workshop_kit.scene.page import Page
from workshop_kit.ui.context import Context
from workshop_kit.ui.painter.thumbnails import ThumbnailKey, Thumbnails

WIDTH = 166
SLIDE = "application/x-workshop-kit-slide"
"""What is dragged: a slide's key."""
Index = QModelIndex | QPersistentModelIndex


class Shown(Value, frozen=True, kw_only=True, eq=False):
    """A slide as it is listed: its page, the name of its section, its number on the wall, and whether it begins its section."""

    page: Page
    slide: PlannedSlide
    section: str
    number: int
    is_first: bool
    marks: tuple[str, ...] = ()


class PagesModel(QAbstractListModel):
    """Slides in the deck's order; `dropped` tells which slide was dropped before which row."""

    dropped = Signal(str, int)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._thumbnails = Thumbnails(self)
        self._thumbnails.ready.connect(self._ready)
        self._shown: tuple[Shown, ...] = ()
        self._rows: dict[ThumbnailKey, int] = {}
        self.destroyed.connect(self._thumbnails.cancel_all)

    def set_composed(self, composed: Composed) -> None:
        """List another pack's slides; where they are as many, the view keeps its place."""
        shown = tuple(self._listed(composed))
        self._rows = {}
        self._thumbnails.cancel_all()
        if len(shown) == len(self._shown):
            self._shown = shown
            self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def shown(self, row: int) -> Shown | None:
        """Give the slide in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, key: str) -> int:
        """Give the row of the slide with a key, -1 for none."""
        return next((row for row, shown in enumerate(self._shown) if shown.page.key == key), -1)

    def sections(self) -> tuple[tuple[str, int], ...]:
        """Give the sections' names, each with the row it begins in."""
        return tuple((shown.section, row) for row, shown in enumerate(self._shown) if shown.is_first)

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
            return " · ".join((str(shown.number), *shown.marks))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(shown, index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown.number}. {shown.page.title}. {shown.section}. {' '.join(shown.marks)}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown.page.title
        if role == Qt.ItemDataRole.UserRole:
            return shown
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [SLIDE]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex], /) -> QMimeData:
        shown = self.shown(indexes[0].row()) if indexes else None
        return slide_data("" if shown is None else shown.page.key)

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index, /) -> bool:
        if data.hasFormat(SLIDE):
            key = bytes(data.data(SLIDE).data()).decode("utf-8", "replace")
            self.dropped.emit(key, row if row >= 0 else parent.row() if parent.isValid() else len(self._shown))
        return False

    def icon_size(self) -> QSize:
        """Give how large the pictures are."""
        width = self._context.look.px(WIDTH)
        return QSize(width, round(width * 9 / 16))

    def _listed(self, composed: Composed) -> Sequence[Shown]:
        names = {section.id: section.name for section in composed.plan.sections}
        texts, listed = self._context.texts, list[Shown]()
        before = ""
        for number, (slide, page) in enumerate(zip(composed.plan.slides, composed.deck.pages, strict=True), start=1):
            reasons = {why.key for why in slide.why}
            marks = tuple(texts(f"slides.mark_{name}") for name in ("pinned", "edited", "own") if name in reasons)
            hidden = (texts("slides.hidden"),) if slide.hidden else ()
            name = names[slide.section]
            listed.append(Shown(page=page, slide=slide, section=name, number=number, is_first=name != before, marks=(*hidden, *marks)))
            before = name
        return listed

    def _picture(self, shown: Shown, row: int) -> QPixmap:
        kit, size = self._context.kit, self.icon_size()
        empty = QPixmap(size)
        empty.fill(QColor(self._context.look.tokens.sunken))
        if kit is None:
            return empty
        key = self._thumbnails.key(shown.page, kit.theme, size.width(), number=shown.number)
        kept = self._thumbnails.kept(key)
        if kept is None:
            self._rows[key] = row
            self._thumbnails.request(shown.page, kit.theme, size.width(), number=shown.number)
            return empty
        return QPixmap.fromImage(kept)

    def _ready(self, key: ThumbnailKey, image: QImage) -> None:
        row = self._rows.get(key, -1)
        if row >= 0 and not image.isNull():
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])


def slide_data(key: str) -> QMimeData:
    """Give what is dragged."""
    data = QMimeData()
    data.setData(SLIDE, QByteArray(key.encode()))
    return data
