"""What can be done with one of the facilitator's workshops, as cards and list offer it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from workshop_kit.domain.language import Language
from workshop_kit.domain.value import Value
from workshop_kit.ui.clients.own_workshops import CopyTarget, GroupKind, OwnWorkshop
from workshop_kit.ui.look import Look
from workshop_kit.ui.texts import Texts


class Wishes(QObject):
    """Tells what is wanted of a workshop; the pages decide nothing."""

    opened = Signal(Path)
    copied = Signal(Path, str, Language)
    naming = Signal(Path)
    """Another name is wanted, and not yet given."""
    renamed = Signal(Path, str)
    exported = Signal(Path)
    archived = Signal(Path, bool)
    removed = Signal(Path)
    restored = Signal(Path)
    all_wanted = Signal()
    opening_wanted = Signal()


class Wish(Value, frozen=True, kw_only=True):
    """Something that can be wanted: its icon and words, and what sends it."""

    icon: str
    text: str
    send: Callable[[], object]
    colour: str = "ink"


def wishes_for(workshop: OwnWorkshop, targets: tuple[CopyTarget, ...], texts: Texts, to: Wishes) -> tuple[Wish, ...]:
    """Give what can be wanted of a workshop, in the order it is offered; the first is what a double click does."""
    path, kind = workshop.path, workshop.kind
    if kind is GroupKind.REMOVED:
        return (Wish(icon="rotate-ccw", text=texts("clients.restore"), send=lambda: to.restored.emit(path)),)
    if kind is GroupKind.ARCHIVED:
        away = Wish(icon="archive-restore", text=texts("clients.unarchive"), send=lambda: to.archived.emit(path, False))
    else:
        away = Wish(icon="archive", text=texts("clients.archive"), send=lambda: to.archived.emit(path, True))
    return (
        Wish(icon="folder-open", text=texts("clients.open"), send=lambda: to.opened.emit(path)),
        *(_copy(path, target, texts, to) for target in targets),
        Wish(icon="pencil", text=texts("clients.rename"), send=lambda: to.naming.emit(path)),
        Wish(icon="upload", text=texts("clients.export"), send=lambda: to.exported.emit(path)),
        away,
        Wish(icon="trash-2", text=texts("clients.remove"), send=lambda: to.removed.emit(path), colour="danger"),
    )


def menu_of(wishes: tuple[Wish, ...], look: Look, parent: QWidget) -> QMenu:
    """Make a menu of what can be wanted."""
    menu = QMenu(parent)
    for wish in wishes:
        action = menu.addAction(look.icon(wish.icon, wish.colour), wish.text)
        action.triggered.connect(lambda _=False, wish=wish: wish.send())
    return menu


def _copy(path: Path, target: CopyTarget, texts: Texts, to: Wishes) -> Wish:
    key = f"clients.copy_for_in_{target.language.value}" if target.says_language else "clients.copy_for"
    text = texts(key, name=target.name)
    return Wish(icon="copy", text=text, send=lambda: to.copied.emit(path, target.number, target.language))
