"""How long a page takes to paint: every slide and sheet of a full day, as a thumbnail and as large as a projector shows it.

Run with the project's environment: `python -m benchmarks.painter` in the project's folder. Each page is painted several times in turn
with the others, and its own median counts; told are the median and the 95th percentile of the pages. Also: the page's fingerprint.
"""

import os
import statistics
import time
from collections.abc import Callable, Sequence

from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import compose, load_kit
from workshop_kit.scene.page import Page

CLIENTS = (("3110", Language.NB), ("4649", Language.NN))
WIDTHS = (320, 1920)
TURNS = 5


def pages_timed(pages: Sequence[Page], paint: Callable[[Page], object]) -> list[float]:
    """Give each page's median milliseconds, sorted."""
    times: list[list[float]] = [[] for _ in pages]
    for _ in range(TURNS):
        for place, page in enumerate(pages):
            start = time.perf_counter()
            paint(page)
            times[place].append((time.perf_counter() - start) * 1000)
    return sorted(statistics.median(each) for each in times)


def told(what: str, times: list[float]) -> None:
    """Print a line."""
    print(f"{what}: median {statistics.median(times):.2f} ms, p95 {times[int(len(times) * 0.95)]:.2f}, slowest {times[-1]:.2f}")


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from workshop_kit.ui.painter import render_page
    from workshop_kit.ui.painter.thumbnails import page_fingerprint

    application = QGuiApplication([])
    kit, _ = load_kit()
    packs = [compose(kit, Workshop(municipality=number, language=language, length=Length.FULL_DAY))[0] for number, language in CLIENTS]
    slides = [page for pack in packs for page in pack.deck.pages]
    sheets = [page for pack in packs for page in (*pack.all_sheets.pages, *pack.programme.pages, *pack.run_sheet.pages)]
    print(f"{len(slides)} slides, {len(sheets)} sheets")
    for width in WIDTHS:
        told(f"a slide {width} px wide", pages_timed(slides, lambda page, width=width: render_page(page, kit.theme, width)))
        told(f"a sheet {width} px wide", pages_timed(sheets, lambda page, width=width: render_page(page, kit.theme, width)))
    told("a slide's fingerprint", pages_timed(slides, page_fingerprint))
    application.quit()


if __name__ == "__main__":
    main()
