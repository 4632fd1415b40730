"""The workshops that the list shows: those of a group that fit the search."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workshop_kit.ui.clients.own_workshops import GroupKind, OwnWorkshop, WorkshopGroup, search
from workshop_kit.ui.texts import Texts
from workshop_kit.ui.two_lines import RowWords

NOT_IN_ALL = frozenset({GroupKind.ARCHIVED, GroupKind.REMOVED, GroupKind.RECENT})
"""Groups that «all» leaves out: what was put away, and those that stand in another one too."""
NOWHERE = QModelIndex()


class WorkshopModel(QAbstractListModel):
    """Holds the groups, and shows one of them, or all that are in use."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._groups: tuple[WorkshopGroup, ...] = ()
        self._kind: GroupKind | None = None
        self._text = ""
        self.shown: tuple[OwnWorkshop, ...] = ()

    def set_groups(self, groups: tuple[WorkshopGroup, ...]) -> None:
        """Take other workshops."""
        self._groups = groups
        self._fill()

    def narrow(self, kind: GroupKind | None, text: str) -> None:
        """Show one group, None for all that are in use, and of it what fits a text."""
        self._kind, self._text = kind, text
        self._fill()

    def workshops_of(self, kind: GroupKind | None) -> tuple[OwnWorkshop, ...]:
        """Give a group's workshops, None for all that are in use."""
        kinds = set(GroupKind) - NOT_IN_ALL if kind is None else {kind}
        return tuple(each for group in self._groups if group.kind in kinds for each in group.workshops)

    def row_of(self, workshop: OwnWorkshop | None) -> int:
        """Give the row of a workshop's file, -1 where it is not shown."""
        paths = [each.path for each in self.shown]
        return paths.index(workshop.path) if workshop is not None and workshop.path in paths else -1

    def at(self, index: QModelIndex | QPersistentModelIndex) -> OwnWorkshop | None:
        """Give the workshop of a row."""
        return self.shown[index.row()] if index.isValid() and index.row() < len(self.shown) else None

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE, /) -> int:
        return 0 if parent.isValid() else len(self.shown)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        workshop = self.at(index)
        if workshop is None:
            return None
        words = RowWords(name=workshop.title, beside=self._texts(f"workshops.state_{workshop.kind.value}"), below=workshop.subtitle)
        match role:
            case Qt.ItemDataRole.UserRole:
                return words
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{words.name}. {words.below}. {words.beside}"
            case _:
                return None

    def _fill(self) -> None:
        self.beginResetModel()
        self.shown = search(self.workshops_of(self._kind), self._text)
        self.endResetModel()
