"""No text is cut at any size, colours follow the look, everything has a name, and the words are there in all languages."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListView, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clients.making import GROUPS, shown_page
from workshop_kit.ui import clients
from workshop_kit.ui.clients.page import ClientsPage
from workshop_kit.ui.look import TEXT_SIZES, Look
from workshop_kit.ui.texts import InterfaceLanguage, read_texts
from workshop_kit.ui.tokens import DARK, Scheme

SECTION = "clients."
WINDOWS = ((1016, 620), (1176, 800))
"""What is left of 1280 × 720 and 1440 × 900 for a page beside the navigation, at 100 per cent."""


def cut_words(page: ClientsPage) -> list[str]:
    """Give the labels, buttons and fields that are smaller than their words, and panels that reach outside the page's width."""
    words = [each for kind in (QLabel, QPushButton, QRadioButton, QLineEdit, QComboBox) for each in page.findChildren(kind)]
    cut = [f"{each}: {each.size().toTuple()}" for each in words if each.isVisible() and is_cut(each)]
    for part in (page.frame, page.card):
        right = part.mapTo(page, part.rect().topRight()).x()
        if right > page.width():
            cut.append(f"{type(part).__name__} ends at {right} of {page.width()}")
    return cut


def wait_until_nothing_is_cut(qtbot: QtBot, page: ClientsPage) -> None:
    """Let the layouts settle; fails with what is still cut after a second."""

    def nothing_is_cut() -> None:
        assert cut_words(page) == []

    qtbot.waitUntil(nothing_is_cut, timeout=1000)


def is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, QLineEdit | QComboBox):
        return widget.height() < widget.fontMetrics().height() + 8
    return widget.height() < widget.minimumSizeHint().height() or widget.width() < widget.minimumSizeHint().width()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("text_size", TEXT_SIZES)
@pytest.mark.parametrize("size", WINDOWS)
def test_no_text_is_cut(qtbot: QtBot, look: Look, language: str, text_size: int, size: tuple[int, int]) -> None:
    look.set(Scheme.LIGHT, text_size)
    width = size[0] - 216 * (text_size - 100) // 100
    page = shown_page(qtbot, look, language=language, size=(width, size[1]), with_map=False)
    page.set_workshops(GROUPS)
    page.select("0301")
    wait_until_nothing_is_cut(qtbot, page)


def test_the_text_size_and_colours_follow_while_the_page_is_open(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    page.set_workshops(GROUPS)
    page.select("5622")
    look.set(Scheme.DARK, 200)
    wait_until_nothing_is_cut(qtbot, page)
    row = page.finder.list.sizeHintForRow(0)
    look.set(Scheme.DARK, 100)
    assert row > 1.8 * page.finder.list.sizeHintForRow(0)


def test_the_dark_map_is_painted_in_the_dark_colours(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    look.set(Scheme.DARK, 100)
    view = page.map.view
    QTest.mouseMove(view, view.rect().bottomLeft())
    image = view.grab().toImage()
    assert image.pixelColor(view.place_of("5612")) == QColor(DARK.land)
    page.select("5612")
    assert view.grab().toImage().pixelColor(view.place_of("5612")) == QColor(DARK.land_selected)


def test_what_fits_has_another_edge_too(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    view = page.map.view
    before = view.grab().toImage()
    QTest.keyClicks(page.finder.search, "kautokeino")
    after = view.grab().toImage()
    edge = QColor(look.tokens.primary).rgb()

    places = [(x, y) for x in range(view.width()) for y in range(80, view.height())]
    assert not any(before.pixel(x, y) == edge for x, y in places)
    assert any(after.pixel(x, y) == edge for x, y in places)


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    page.set_workshops(GROUPS)
    page.select("0301")
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible() and not widget.inherits("QScrollArea"):
            named = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert named, widget
    assert "Listen" in page.map.view.accessibleDescription()


def test_a_row_is_read_aloud_whole(qtbot: QtBot, look: Look) -> None:
    page = shown_page(qtbot, look)
    QTest.keyClicks(page.finder.search, "karasjok")
    spoken = page.finder.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Karasjok, Kárášjohka. Finnmark. 2\u00a0524 innbyggere. Språkvedtak: bokmål."
    assert isinstance(page.finder.list, QListView)
    assert page.finder.list.accessibleName() == "Kommuner"


def used_keys() -> list[re.Pattern[str]]:
    """Give what the code asks for, as patterns: a value in an f-string may be anything, a counted key has two forms."""
    found: list[re.Pattern[str]] = []
    for path in Path(clients.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_] as parts) if start.startswith(SECTION):
                    texts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9]+" for part in parts)
                    found.append(re.compile("".join(texts)))
                case ast.Call(func=ast.Attribute(attr="count"), args=[ast.Constant(value=str(key)), *_]):
                    found.append(re.compile(re.escape(key) + "_(one|many)"))
                case ast.Constant(value=str(key)) if re.fullmatch(r"clients\.[a-z0-9_]*[a-z0-9]", key) and key != "clients.count":
                    found.append(re.compile(re.escape(key)))
                case _:
                    pass
    return found


@pytest.mark.parametrize("language", list(InterfaceLanguage))
def test_every_key_in_use_is_there_and_none_is_idle(language: InterfaceLanguage) -> None:
    keys = {key for key in read_texts(language) if key.startswith(SECTION)}
    used = used_keys()
    assert [pattern.pattern for pattern in used if not any(pattern.fullmatch(key) for key in keys)] == []
    assert sorted(key for key in keys if not any(pattern.fullmatch(key) for pattern in used)) == []


@pytest.mark.parametrize("language", list(InterfaceLanguage))
def test_all_languages_have_the_same_keys_and_values(language: InterfaceLanguage) -> None:
    reference = {key: text for key, text in read_texts(InterfaceLanguage.NB).items() if key.startswith(SECTION)}
    texts = {key: text for key, text in read_texts(language).items() if key.startswith(SECTION)}
    assert texts.keys() == reference.keys()
    for key, text in texts.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", reference[key])), key
        assert text.strip(), key
