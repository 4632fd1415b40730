"""The list of shortcuts as the help shows it, made from the program's own."""

from collections.abc import Iterable
from html import escape

from workshop_kit.ui.shortcuts import EVERYWHERE, ORDER, Shortcut, shortcuts_of, shown_keys
from workshop_kit.ui.texts import Texts


def all_keys(texts: Texts) -> str:
    """Give every shortcut as HTML: first those that work everywhere, then page by page."""
    parts = ((EVERYWHERE, texts("keys.everywhere")), *((page, texts(f"app.page_{page}")) for page in ORDER))
    return "".join(_part(title, shortcuts_of(page), texts) for page, title in parts)


def keys_of(page: str, texts: Texts) -> str:
    """Give the shortcuts that a page has of its own as HTML, "" for none."""
    return _part(texts("keys.here"), shortcuts_of(page), texts)


def _part(title: str, shortcuts: Iterable[Shortcut], texts: Texts) -> str:
    rows = "".join(_row(each, texts) for each in shortcuts)
    return f'<h2>{escape(title)}</h2><table width="100%">{rows}</table>' if rows else ""


def _row(shortcut: Shortcut, texts: Texts) -> str:
    keys = f'<td width="38%"><span class="key">&nbsp;{escape(shown_keys(shortcut, texts))}&nbsp;</span></td>'
    return f"<tr>{keys}<td>{escape(texts(shortcut.text))}</td></tr>"
