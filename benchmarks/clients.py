"""Times the page where a municipality is chosen, on a painted page without a screen.

Run with `python -m benchmarks.clients` in the project's folder. Told is the processor's time, since the machine may be shared.
The goals (app.md of the design): a key in the search field to list and map painted 16 ms, map ready 60 ms after the first paint, pan and
zoom 16 ms at p95 in a map of 1440 × 1520, page open 100 ms, theme switch 150 ms.
"""

import os
import time
from collections.abc import Callable
from statistics import median, quantiles

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from workshop_kit.library.indicators import load_indicators
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.library.outlines import load_outlines
from workshop_kit.ui.clients import map_view
from workshop_kit.ui.clients.page import ClientsPage
from workshop_kit.ui.clients.shapes import shapes_of
from workshop_kit.ui.look import Look
from workshop_kit.ui.texts import InterfaceLanguage, Texts
from workshop_kit.ui.tokens import Scheme

QUERIES = ("herøy", "karasjohka", "oslp", "5610", "nordland", "sør-odal", "tromso")
MAP_SIZE = (1440, 1520)
STEPS = 120


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    look = Look(application)
    municipalities, outlines, indicators = load_municipalities(), load_outlines(), load_indicators()
    texts = Texts(InterfaceLanguage.NB)

    def opened() -> ClientsPage:
        page = ClientsPage(municipalities, texts, look)
        page.set_content(indicators, (), outlines)
        page.resize(1440, 900)
        page.show()
        page.repaint()
        return page

    pages = [opened()]
    tell("page open, first paint", [timed(lambda: pages.append(opened())) for _ in range(5)])
    page = pages.pop()
    for other in pages:
        delete(other)
    shapes_of.cache_clear()
    print(f"map built and painted after the first paint: {timed(lambda: built(application, page)):.1f} ms")
    print(f"fine shapes after that: {timed(lambda: shapes_of(tuple(outlines.values()))):.1f} ms")
    tell("key to list and map painted", keystrokes(page))
    tell("theme switch", [timed(lambda scheme=scheme: switch(look, page, scheme)) for scheme in (Scheme.DARK, Scheme.LIGHT) * 4])
    tell("pan at 1440 × 1520", moves(page, pan, zoomed=4))
    tell("pan at 1440 × 1520, 12 times as close", moves(page, pan, zoomed=12))
    tell("zoom by wheel at 1440 × 1520", moves(page, wheel, zoomed=1))
    tell("settling after a zoom", [timed(lambda: settle(page)) for _ in range(10)])


def timed(action: Callable[[], object]) -> float:
    """Give the processor's milliseconds for an action."""
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def tell(what: str, times: list[float]) -> None:
    """Print the median, the 95th percentile and the slowest."""
    print(f"{what}: median {median(times):.1f}, p95 {quantiles(times, n=20)[-1]:.1f}, slowest {max(times):.1f} ms ({len(times)} times)")


def built(application: QApplication, page: ClientsPage) -> None:
    """Let the page build its map and paint it."""
    while not page.map.view.is_built:
        application.processEvents()
    page.map.view.repaint()


def keystrokes(page: ClientsPage) -> list[float]:
    """Type words letter by letter, each letter painted at once."""
    times: list[float] = []
    for query in (*QUERIES, *QUERIES):
        page.finder.clear()
        page.repaint()
        for letter in query:

            def press(letter: str = letter) -> None:
                QTest.keyClicks(page.finder.search, letter)
                page.finder.repaint()
                page.map.view.repaint()

            times.append(timed(press))
    page.finder.clear()
    return times


def switch(look: Look, page: ClientsPage, scheme: Scheme) -> None:
    """Change the colours and paint."""
    look.set(scheme, look.text_size)
    page.repaint()


def moves(page: ClientsPage, move: Callable[[map_view.MunicipalityMap, int], None], *, zoomed: float) -> list[float]:
    """Move about in a large map and paint each step."""
    view = page.map.view
    page.map.setMinimumSize(*MAP_SIZE)
    page.resize(MAP_SIZE[0] + 800, MAP_SIZE[1] + 120)
    QApplication.processEvents()
    view.mark(tuple(each.number for each in page.finder.model.shown[::3]), "5610")
    view.show_all()
    view.camera.zoom(zoomed, QPointF(view.width() / 3, view.height() * 0.7))
    view.repaint()
    QTest.qWait(2 * map_view.REST_MS)
    times: list[float] = []
    for step in range(STEPS):

        def moved(step: int = step) -> None:
            move(view, step)
            view.repaint()

        times.append(timed(moved))
    return times


def pan(view: map_view.MunicipalityMap, step: int) -> None:
    """Drag the map by what a brisk hand moves between two frames."""
    view.camera.pan(14 if step // 30 % 2 else -14, -9 if step // 60 % 2 else 9)


def wheel(view: map_view.MunicipalityMap, step: int) -> None:
    """Turn the wheel by one notch, in and out again."""
    at, notch = QPointF(view.width() / 3, view.height() * 0.7), QPoint(0, -120 if step // 15 % 2 else 120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    view.wheelEvent(QWheelEvent(at, at, QPoint(), notch, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False))


def settle(page: ClientsPage) -> None:
    """Paint the map sharp at a new scale."""
    view = page.map.view
    view.camera.zoom(1.1, QPointF(view.width() / 3, view.height() * 0.7))
    view.repaint()


if __name__ == "__main__":
    main()
