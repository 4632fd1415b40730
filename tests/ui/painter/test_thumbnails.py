import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QThread
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests import make
from tests.ui.painter.looking import page, picture_of, px
from workshop_kit.domain.text import paragraph
from workshop_kit.scene.page import Page, Picture, Shape
from workshop_kit.ui.painter import render_page, thumbnails
from workshop_kit.ui.painter.thumbnails import ThumbnailKey, Thumbnails, page_fingerprint, theme_fingerprint

SMALL = 160


def coloured(place: int) -> Page:
    return page(Shape(name="", box=px(10 * place, 0, 200, 200), fill="accent1"))


class Held:
    """Stands in for the painter: waits until it is let go, and notes in which threads it worked."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.threads: set[int] = set()
        self.fails = False

    def render(self, shown: Page, theme: object, width_px: int, ratio: float = 1.0, *, number: int | None = None) -> QImage:
        self.threads.add(threading.get_ident())
        assert self.gate.wait(20)
        if self.fails:
            raise ValueError("broken on purpose")
        return render_page(shown, make.theme(), width_px, ratio, number=number)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    found = Held()
    monkeypatch.setattr(thumbnails, "render_page", found.render)
    return found


@pytest.fixture
def small(qtbot: QtBot) -> Iterator[Thumbnails]:
    found = Thumbnails()
    yield found
    found.stop()


def told(small: Thumbnails) -> list[ThumbnailKey]:
    """Give the list that the keys of all that is told of are put into."""
    keys: list[ThumbnailKey] = []

    def note(key: ThumbnailKey, image: QImage) -> None:
        assert not image.isNull()
        keys.append(key)

    small.ready.connect(note)
    return keys


def ask(small: Thumbnails, *places: int) -> list[ThumbnailKey]:
    return [small.request(coloured(place), make.theme(), SMALL) for place in places]


def test_a_thumbnail_is_the_page_painted_small(small: Thumbnails, qtbot: QtBot) -> None:
    keys = told(small)
    with qtbot.waitSignal(small.ready):
        key = small.request(coloured(1), make.theme(), SMALL, 2.0, number=4)

    image = small.kept(key)
    assert keys == [key]
    assert image is not None
    assert picture_of(image).tobytes() == picture_of(render_page(coloured(1), make.theme(), SMALL, 2.0)).tobytes()
    assert image.devicePixelRatio() == 2.0


def test_the_newest_asked_for_come_first_after_the_one_under_way(small: Thumbnails, held: Held, qtbot: QtBot) -> None:
    keys = told(small)
    first, second, third, fourth = ask(small, 1, 2, 3, 4)
    ask(small, 2)
    held.gate.set()
    qtbot.waitUntil(lambda: len(keys) == 4)

    assert keys == [first, second, fourth, third]


def test_the_work_is_done_in_another_thread_and_told_of_in_this_one(small: Thumbnails, held: Held, qtbot: QtBot) -> None:
    heard: list[QThread] = []

    def note(_key: ThumbnailKey, _image: QImage) -> None:
        heard.append(QThread.currentThread())

    small.ready.connect(note)
    held.gate.set()
    with qtbot.waitSignal(small.ready):
        ask(small, 1)

    assert heard == [small.thread()]
    assert held.threads
    assert threading.get_ident() not in held.threads


def test_what_was_cancelled_is_never_told_of(small: Thumbnails, held: Held, qtbot: QtBot) -> None:
    keys = told(small)
    running, waiting, wanted = ask(small, 1, 2, 3)
    small.cancel(running)
    small.cancel(waiting)
    held.gate.set()
    qtbot.waitUntil(lambda: bool(keys))
    with qtbot.assertNotEmitted(small.ready, wait=50):
        small.stop()

    assert keys == [wanted]
    assert small.kept(running) is None


def test_cancelling_all_leaves_nothing_to_be_told_of(small: Thumbnails, held: Held, qtbot: QtBot) -> None:
    ask(small, 1, 2, 3)
    small.cancel_all()
    held.gate.set()
    with qtbot.assertNotEmitted(small.ready, wait=50):
        small.stop()


def test_what_is_asked_for_again_after_it_was_cancelled_is_told_of_once(small: Thumbnails, held: Held, qtbot: QtBot) -> None:
    keys = told(small)
    (key,) = ask(small, 1)
    small.cancel(key)
    ask(small, 1)
    held.gate.set()
    qtbot.waitUntil(lambda: bool(keys))
    small.stop()
    qtbot.wait(20)

    assert keys == [key]


def test_what_is_kept_or_under_way_is_not_rendered_again(small: Thumbnails, held: Held, qtbot: QtBot) -> None:
    keys = told(small)
    ask(small, 1, 1)
    held.gate.set()
    qtbot.waitUntil(lambda: bool(keys))
    with qtbot.assertNotEmitted(small.ready, wait=50):
        ask(small, 1)


def test_memory_has_a_bound_and_the_latest_used_stay(qtbot: QtBot) -> None:
    size = render_page(coloured(0), make.theme(), SMALL).sizeInBytes()
    small = Thumbnails(most_bytes=2 * size)
    keys: list[ThumbnailKey] = []
    for place in (1, 2):
        with qtbot.waitSignal(small.ready):
            keys += ask(small, place)
    assert small.kept(keys[0]) is not None
    with qtbot.waitSignal(small.ready):
        keys += ask(small, 3)

    assert [small.kept(key) is not None for key in keys] == [True, False, True]
    small.stop()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_page_that_fails_lets_the_next_be_rendered(small: Thumbnails, held: Held, qtbot: QtBot) -> None:
    keys = told(small)
    held.fails = True
    held.gate.set()
    with qtbot.captureExceptions() as faults:
        (failing,) = ask(small, 1)
        qtbot.waitUntil(lambda: bool(faults))
    held.fails = False
    (next_key,) = ask(small, 2)
    qtbot.waitUntil(lambda: bool(keys))

    assert keys == [next_key]
    assert small.kept(failing) is None
    gc.collect()


def test_pages_that_look_the_same_share_a_thumbnail() -> None:
    other = msgspec.structs.replace(coloured(1), key="b", notes=(paragraph("Si"),))

    assert page_fingerprint(other) == page_fingerprint(coloured(1))
    assert page_fingerprint(coloured(2)) != page_fingerprint(coloured(1))


def test_another_size_number_or_theme_is_another_thumbnail(small: Thumbnails) -> None:
    theme = make.theme()
    dark = msgspec.structs.replace(theme, colours={**theme.colours, "accent1": "000000"})
    keys = {
        small.key(coloured(1), theme, SMALL),
        small.key(coloured(1), theme, SMALL + 1),
        small.key(coloured(1), theme, SMALL, 2.0),
        small.key(coloured(1), theme, SMALL, number=2),
        small.key(coloured(1), dark, SMALL),
    }

    assert len(keys) == 5
    assert theme_fingerprint(theme) == theme_fingerprint(msgspec.structs.replace(theme))


def test_a_picture_file_that_was_changed_is_another_thumbnail(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    shown = page(Picture(name="", box=px(0, 0, 9, 9), path=str(path), alt=""))
    gone = page_fingerprint(shown)
    Image.new("RGB", (9, 9)).save(path)

    assert page_fingerprint(shown) != gone
