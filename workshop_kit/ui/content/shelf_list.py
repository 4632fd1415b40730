"""The list of own slides and examples, and of the shipped ones to start from, with a field to search in."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.domain.language import Language
from workshop_kit.domain.value import Value
from workshop_kit.library.drafts import ExampleDraft
from workshop_kit.library.norwegian import folded, sort_key
from workshop_kit.library.own_items import ItemKind, OwnContent, OwnItem
from workshop_kit.pack import Kit
from workshop_kit.ui.context import Context
from workshop_kit.ui.look import Look
from workshop_kit.ui.tokens import BODY, RADIUS, ROW_HEIGHT, SMALL

Index = QModelIndex | QPersistentModelIndex
GAP = 12


class Row(Value, frozen=True, kw_only=True, eq=False):
    """A row: a heading where there is no item, and a hint where there is no title. `colour` is of the second line."""

    title: str = ""
    second: str = ""
    colour: str = "muted"
    item: OwnItem | None = None
    is_model: bool = False


class ShelfModel(QAbstractListModel):
    """The rows that fit what is searched for."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._content, self._models = OwnContent(), tuple[OwnItem, ...]()
        self._search = ""
        self._rows: tuple[Row, ...] = ()

    def set_content(self, content: OwnContent, models: tuple[OwnItem, ...]) -> None:
        """List other content."""
        self._content, self._models = content, models
        self._list()

    def search(self, text: str) -> None:
        """List only what has these words."""
        self._search = folded(text)
        self._list()

    def row(self, number: int) -> Row | None:
        """Give a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, folder: Path | None) -> int:
        """Give the number of the row of an own folder, -1 for none."""
        found = (number for number, row in enumerate(self._rows) if row.item is not None and row.item.folder == folder and not row.is_model)
        return next(found, -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index.row())
        if row is None or row.item is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole and row.item is not None:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (row.title, row.second) if part)
        return None

    def _list(self) -> None:
        self.beginResetModel()
        own = self._content.items
        self._rows = tuple(
            row
            for key, items, is_model in (
                ("slides", _of_kind(own, ItemKind.SLIDE), False),
                ("examples", _of_kind(own, ItemKind.EXAMPLE), False),
                ("model_slides", _of_kind(self._models, ItemKind.SLIDE), True),
                ("model_examples", _of_kind(self._models, ItemKind.EXAMPLE), True),
            )
            for row in self._group(key, items, is_model)
        )
        self.endResetModel()

    def _group(self, key: str, items: tuple[OwnItem, ...], is_model: bool) -> Iterator[Row]:
        texts = self._context.texts
        rows = [self._row(item, is_model) for item in items]
        found = [row for row in rows if self._search in folded(f"{row.title} {row.second}")]
        if found or not self._search:
            yield Row(title=texts(f"own.list_{key}"))
        yield from found
        if not rows and not self._search:
            yield Row(second=texts(f"own.none_{key}"))

    def _row(self, item: OwnItem, is_model: bool) -> Row:
        texts, checked = self._context.texts, item.checked
        second, colour = self._place(item), "muted"
        if item.fault is not None:
            second, colour = texts("own.status_broken"), "danger"
        elif item.draft is None:
            second = texts("own.status_by_hand")
        elif checked is not None and Language.NN in checked.missing and Language.NB not in checked.missing:
            second, colour = texts("own.status_missing_nn"), "warning"
        elif checked is not None and not checked.is_shown:
            second, colour = texts("own.status_unfinished"), "warning"
        elif checked is not None and checked.remarks:
            second, colour = texts.count("own.status_remarks", len(checked.remarks)), "warning"
        return Row(title=item.title, second=second, colour=colour, item=item, is_model=is_model)

    def _place(self, item: OwnItem) -> str:
        """Say where a slide stands, or whose an example is."""
        draft, kit = item.draft, self._context.kit
        if draft is None or kit is None:
            return ""
        if isinstance(draft, ExampleDraft):
            return _whose(draft, kit)
        language = Language.NN if self._context.texts.language.value == "nn" else Language.NB
        names = {part.id: part.name.of(language) for part in self._content.parts}
        names |= {module.id: module.name.of(language) for module in kit.library.modules}
        return f"{names.get(draft.extends, draft.extends)} · {self._context.texts(f'own.layout_{draft.spec.layout}')}"


class ShelfDelegate(QStyledItemDelegate):
    """Paints headings, hints, and items in two lines."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, look = _row_of(index), self._look
        if row is None or row.item is None:
            lines = 2 if row is not None and not row.title else 1
            return QSize(look.px(120), lines * QFontMetrics(look.font(SMALL)).height() + look.px(20))
        lines = QFontMetrics(look.font(BODY, bold=True)).height() + QFontMetrics(look.font(SMALL)).height()
        return QSize(look.px(120), max(look.px(ROW_HEIGHT), lines + look.px(16)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row_of(index)
        if row is None:
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = area.adjusted(self._look.px(GAP), self._look.px(6), -self._look.px(GAP), -self._look.px(6))
        if row.item is None:
            self._heading(painter, inside, row)
        else:
            is_chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._ground(painter, area.adjusted(2, 2, -2, -2), state, is_chosen=is_chosen)
            self._item(painter, inside, row, is_chosen=is_chosen)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRect, row: Row) -> None:
        painter.setFont(self._look.font(SMALL, bold=bool(row.title)))
        painter.setPen(self._look.colour("muted"))
        where = Qt.AlignmentFlag.AlignBottom if row.title else Qt.AlignmentFlag.AlignTop
        painter.drawText(area, int(where) | int(Qt.TextFlag.TextWordWrap), row.title or row.second)

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, *, is_chosen: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._look.colour("primary_soft" if is_chosen else "sunken"))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if is_chosen:
            painter.setBrush(self._look.colour("primary"))
            painter.drawRoundedRect(QRectF(area.left(), area.top() + RADIUS, 4, area.height() - 2 * RADIUS), 2, 2)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _item(self, painter: QPainter, area: QRect, row: Row, *, is_chosen: bool) -> None:
        strong, small = self._look.font(BODY, bold=True), self._look.font(SMALL)
        high, low = QFontMetrics(strong).height(), QFontMetrics(small).height()
        top = area.top() + (area.height() - high - low - 2) // 2
        ink, second = ("on_soft", "on_soft") if is_chosen else ("ink", row.colour)
        upper = QRect(area.left(), top, area.width(), high)
        lower = QRect(area.left(), upper.bottom() + 3, area.width(), low)
        for font, colour, place, text in ((strong, ink, upper, row.title), (small, second, lower, row.second)):
            painter.setFont(font)
            painter.setPen(self._look.colour(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class ShelfList(QWidget):
    """The list with its search field; `chosen` brings the row that somebody goes to."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        texts = context.texts
        self.model = ShelfModel(context, self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(texts("own.search"))
        self.search.setAccessibleName(texts("own.search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.model.search)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setMouseTracking(True)
        self.view.setItemDelegate(ShelfDelegate(context.look, self))
        self.view.setAccessibleName(texts("own.list"))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.search)
        whole.addWidget(self.view, 1)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)

    def select(self, folder: Path | None) -> None:
        """Show which item is open."""
        number = self.model.number_of(folder) if folder is not None else -1
        index = self.model.index(number) if number >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is not None and row.item is not None:
            self.chosen.emit(row)


def _row_of(index: Index) -> Row | None:
    model = index.model()
    return model.row(index.row()) if isinstance(model, ShelfModel) else None


def _of_kind(items: Iterable[OwnItem], kind: ItemKind) -> tuple[OwnItem, ...]:
    return tuple(sorted((item for item in items if item.kind is kind), key=lambda item: sort_key(item.title)))


def _whose(draft: ExampleDraft, kit: Kit) -> str:
    names = [each.name for each in kit.municipalities if each.number in draft.file.municipalities]
    year = (str(draft.file.year),) if draft.file.year else ()
    return " · ".join((", ".join(names), *year) if names else year)
