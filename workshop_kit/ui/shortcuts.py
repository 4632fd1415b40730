"""The program's shortcuts as data: the window makes its own from here, and the help lists them all, so that the list is right."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from workshop_kit.domain.value import Value
from workshop_kit.ui.texts import Texts

EVERYWHERE = ""
"""Stands for the page of a shortcut that works on every page."""


class Shortcut(Value, frozen=True, kw_only=True):
    """What keys do on a page, or EVERYWHERE.

    `keys` are in Qt's portable form, where «Ctrl» is the key ⌘ on a Mac; each of them does it. `text` is the key of the words
    that say what it does. A `page` is one of the window's.
    """

    id: str
    keys: tuple[str, ...]
    text: str
    page: str = EVERYWHERE


def _page(number: int, name: str) -> Shortcut:
    return Shortcut(id=f"page_{name}", keys=(f"Ctrl+{number % 10}",), text=f"app.page_{name}")


def _on(page: str, key: str, *keys: str) -> Shortcut:
    return Shortcut(id=f"{page}_{key}", keys=keys, text=f"keys.{page}_{key}", page=page)


def _anywhere(key: str, *keys: str) -> Shortcut:
    return Shortcut(id=key, keys=keys, text=f"keys.{key}")


ORDER = ("clients", "facts", "agenda", "slides", "sheets", "make", "figures", "content", "help", "settings")
"""The pages as the number keys go to them."""
SHORTCUTS = (
    _anywhere("help", "F1"),
    _anywhere("undo", "Ctrl+Z"),
    _anywhere("redo", "Ctrl+Y", "Ctrl+Shift+Z"),
    _anywhere("save", "Ctrl+S"),
    _anywhere("history", "Ctrl+H"),
    _anywhere("open", "Ctrl+O"),
    _anywhere("message", "F6"),
    *(_page(number, name) for number, name in enumerate(ORDER, start=1)),
    _on("clients", "search", "Ctrl+F"),
    _on("clients", "list", "Down"),
    _on("clients", "make", "Return"),
    _on("clients", "clear", "Esc"),
    _on("clients", "closer", "+"),
    _on("clients", "farther", "-"),
    _on("clients", "whole", "0"),
    _on("agenda", "earlier", "Alt+Up"),
    _on("agenda", "later", "Alt+Down"),
    _on("agenda", "longer", "Right", "+"),
    _on("agenda", "shorter", "Left", "-"),
    _on("agenda", "minute_more", "Shift+Right"),
    _on("agenda", "minute_less", "Shift+Left"),
    _on("agenda", "park", "Del"),
    _on("agenda", "add", "Ins"),
    _on("slides", "earlier", "Alt+Up", "Alt+Left"),
    _on("slides", "later", "Alt+Down", "Alt+Right"),
    _on("slides", "pin", "P"),
    _on("slides", "hide", "H"),
    _on("slides", "edit", "E"),
    _on("slides", "leave_out", "Del"),
    _on("slides", "add", "Ins"),
    _on("sheets", "larger", "Ctrl++"),
    _on("sheets", "smaller", "Ctrl+-"),
    _on("sheets", "next", "PgDown"),
    _on("sheets", "previous", "PgUp"),
    _on("help", "search", "Ctrl+F"),
    _on("help", "back", "Alt+Left", "Backspace"),
    _on("help", "leave", "Esc"),
)

NAMED = frozenset({"Up", "Down", "Left", "Right", "Return", "Backspace", "Del", "Ins", "Esc", "PgUp", "PgDown"})
"""Keys whose names are words."""


def sequences(shortcut: str, among: Iterable[Shortcut] = SHORTCUTS) -> list[QKeySequence]:
    """Give the keys of a shortcut by its id, as Qt takes them; KeyError for one that is not there."""
    for each in among:
        if each.id == shortcut:
            return [QKeySequence(keys, QKeySequence.SequenceFormat.PortableText) for keys in each.keys]
    raise KeyError(shortcut)


def shown_keys(shortcut: Shortcut, texts: Texts) -> str:
    """Give the keys as this machine writes them, with the keys' own names in the interface's language."""
    return texts("keys.or").join(_named(keys, texts) for keys in shortcut.keys)


def shortcuts_of(page: str) -> tuple[Shortcut, ...]:
    """Give the shortcuts of a page, or those that work EVERYWHERE."""
    return tuple(each for each in SHORTCUTS if each.page == page)


def _named(keys: str, texts: Texts) -> str:
    """Write keys as this machine does; the names that Qt has in English alone are written in the interface's language."""
    native = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText).toString(QKeySequence.SequenceFormat.NativeText)
    start, plus, last = native.rpartition("+") if len(native) > 1 else ("", "", native)
    named = texts(f"keys.key_{last.lower()}") if last in NAMED else last
    return f"{start}{plus}{named}"
