"""Shortcuts: no keys do two things on one page, and the window and the help use the same list."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from workshop_kit.ui.help.key_list import all_keys, keys_of
from workshop_kit.ui.shortcuts import EVERYWHERE, ORDER, SHORTCUTS, sequences, shortcuts_of, shown_keys
from workshop_kit.ui.texts import InterfaceLanguage, Texts
from workshop_kit.ui.window import PAGES


@pytest.mark.parametrize("page", ORDER)
def test_no_keys_do_two_things_on_a_page(page: str) -> None:
    used = Counter(keys for each in (*shortcuts_of(EVERYWHERE), *shortcuts_of(page)) for keys in each.keys)

    assert [keys for keys, times in used.items() if times > 1] == []


def test_the_number_keys_go_through_the_pages_in_the_order_of_the_navigation() -> None:
    assert tuple(PAGES) == ORDER
    assert [sequences(f"page_{page}")[0].toString() for page in ORDER] == [f"Ctrl+{number % 10}" for number in range(1, len(ORDER) + 1)]


def test_every_shortcut_has_keys_that_qt_knows_a_page_and_an_id_of_its_own() -> None:
    assert [each.id for each in SHORTCUTS if any(QKeySequence(keys).isEmpty() for keys in each.keys)] == []
    assert {each.page for each in SHORTCUTS} <= {EVERYWHERE, *PAGES}
    assert len({each.id for each in SHORTCUTS}) == len(SHORTCUTS)


def test_an_unknown_shortcut_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        sequences("nothing")


@pytest.mark.parametrize("language", InterfaceLanguage)
def test_the_list_in_the_help_holds_every_shortcut(language: InterfaceLanguage) -> None:
    texts = Texts(language)
    html = all_keys(texts)

    assert [each.id for each in SHORTCUTS if shown_keys(each, texts) not in html or texts(each.text) not in html] == []


def test_a_pages_topic_ends_in_its_own_keys() -> None:
    texts = Texts(InterfaceLanguage.NB)

    assert "Alt+pil opp" in keys_of("agenda", texts)
    assert keys_of("make", texts) == ""
