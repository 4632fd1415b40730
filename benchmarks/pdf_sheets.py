"""How long a tagged four-page file takes, against the same pages drawn with plain ReportLab and no tags, in one run.

Run with `python -m benchmarks.pdf_sheets` in the project's folder. The two take turns, and medians are compared: the
machine's own pace falls out. Also told: the file's size, the first file after the start, and many files in one process.
"""

import time
from collections.abc import Callable
from io import BytesIO
from statistics import median

import psutil

from tests.writers import pdf_samples as samples
from workshop_kit import paths
from workshop_kit.scene.measure import points
from workshop_kit.scene.page import Align, Anchor, Box, Document, Geometry, Item, Page, Shape, Stroke, Table, Text, WritingLines
from workshop_kit.scene.theme import Theme, load_theme

TURNS = 60
MANY = 400
EVERY_PACK = 357 * 12
"""All municipalities with twelve documents each."""


class PlainPages:
    """Draws pages with ReportLab's canvas as its manual has it: no tags, no metadata, the bundled fonts."""

    def __init__(self, theme: Theme) -> None:
        """Register the fonts."""
        from reportlab.pdfbase.pdfmetrics import registerFont  # pyright: ignore[reportUnknownVariableType]  # untyped in the stubs
        from reportlab.pdfbase.ttfonts import TTFont

        self._theme = theme
        for weight, file in theme.font_files.items():
            registerFont(TTFont(weight, str(paths.FONTS / file)))

    def write(self, document: Document) -> bytes:
        """Give the file's bytes."""
        from reportlab.pdfgen.canvas import Canvas

        target = BytesIO()
        self._canvas = Canvas(target, pageCompression=1, invariant=1, initialFontName="regular")  # pyright: ignore[reportArgumentType]  # the stubs have the type wrong
        for page in document.pages:
            self._height = points(page.height)
            self._canvas.setPageSize((points(page.width), self._height))
            for item in page.items:
                self._draw(item)
            self._canvas.showPage()
        self._canvas.save()
        return target.getvalue()

    def _draw(self, item: Item) -> None:
        match item:
            case Shape():
                self._shape(item)
            case Table():
                self._table(item)
            case WritingLines():
                self._stroke(item.stroke)
                for number in range(1, item.count + 1):
                    self._line(item.box.x, item.box.y + number * item.spacing, item.box.right, item.box.y + number * item.spacing)
            case _:
                raise ValueError(f"The plain pages have no {item.name}.")

    def _shape(self, shape: Shape) -> None:
        if shape.stroke:
            self._stroke(shape.stroke)
        if shape.fill:
            self._canvas.setFillColor(f"#{self._theme.colour(shape.fill)}")
        box = shape.box
        if shape.geometry in (Geometry.LINE, Geometry.LINE_UP):
            self._line(box.x, box.y, box.right, box.bottom)
        elif shape.fill or shape.stroke:
            corner = points(shape.corner) if shape.geometry is Geometry.ROUND else 0
            self._rectangle(box, corner, fill=bool(shape.fill), stroke=bool(shape.stroke))
        if shape.text:
            self._words(shape.text, box)

    def _table(self, table: Table) -> None:
        y = table.box.y
        for row, height in zip(table.rows, table.heights, strict=True):
            x = table.box.x
            for cell, width in zip(row, table.widths, strict=True):
                box = Box(x=x, y=y, w=width, h=height)
                if cell.fill:
                    self._canvas.setFillColor(f"#{self._theme.colour(cell.fill)}")
                    self._rectangle(box, 0, fill=True, stroke=False)
                if table.grid:
                    self._stroke(table.grid)
                    self._rectangle(box, 0, fill=False, stroke=True)
                self._words(cell.text, box)
                x += width
            y += height

    def _words(self, text: Text, box: Box) -> None:
        style, fonts = text.style, self._theme.fonts
        step = style.size * fonts.line_height * style.spacing
        room = points(box.h - text.insets[1] - text.insets[3]) - step * len(text.lines)
        y = points(box.y + text.insets[1]) + {Anchor.TOP: 0.0, Anchor.MIDDLE: room / 2, Anchor.BOTTOM: room}[style.anchor]
        for line in text.lines:
            self._canvas.setFillColor(f"#{self._theme.colour(style.colour)}")
            self._canvas.setFont("bold" if style.bold else "regular", style.size)
            words = "".join(piece.text for piece in line.pieces)
            left, right = points(box.x + text.insets[0]), points(box.right - text.insets[2])
            baseline = self._height - y - fonts.ascent * style.size
            if style.align is Align.LEFT:
                self._canvas.drawString(left, baseline, words)
            elif style.align is Align.RIGHT:
                self._canvas.drawRightString(right, baseline, words)
            else:
                self._canvas.drawCentredString((left + right) / 2, baseline, words)
            y += step

    def _stroke(self, stroke: Stroke) -> None:
        self._canvas.setStrokeColor(f"#{self._theme.colour(stroke.colour)}")
        self._canvas.setLineWidth(stroke.width)

    def _line(self, x: int, y: int, right: int, bottom: int) -> None:
        self._canvas.line(points(x), self._height - points(y), points(right), self._height - points(bottom))

    def _rectangle(self, box: Box, corner: float, *, fill: bool, stroke: bool) -> None:
        place = (points(box.x), self._height - points(box.bottom), points(box.w), points(box.h))
        if corner:
            self._canvas.roundRect(*place, corner, fill=int(fill), stroke=int(stroke))
        else:
            self._canvas.rect(*place, fill=int(fill), stroke=int(stroke))


def four_pages(theme: Theme) -> Document:
    """Make the document that is measured."""
    pages: tuple[Page, ...] = (
        samples.one_two_four_all(theme),
        samples.dot_vote(theme),
        samples.effect_and_effort(theme),
        samples.one_two_four_all(theme),
    )
    last = samples.Sheet(theme)
    last.items = list(pages[3].items)
    return samples.document(*pages[:3], last.page("f1-again", "1-2-4-alle"))


def milliseconds(work: Callable[[], bytes]) -> float:
    """Give the CPU time of one piece of work."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def megabytes() -> float:
    """Give the memory this process holds."""
    return psutil.Process().memory_info().rss / 2**20


def main() -> None:
    """Measure and print."""
    theme = load_theme()
    document = four_pages(theme)
    start = time.perf_counter()
    from workshop_kit.writers.pdf_sheets import write_pdf

    tagged_bytes = write_pdf(document, theme, samples.bars)
    print(f"first file after the start, ReportLab's import with it: {1000 * (time.perf_counter() - start):.0f} ms")
    plain = PlainPages(theme)
    print(f"size: tagged {len(tagged_bytes) / 1000:.1f} kB, plain {len(plain.write(document)) / 1000:.1f} kB")
    turns = [
        (milliseconds(lambda: write_pdf(document, theme, samples.bars)), milliseconds(lambda: plain.write(document))) for _ in range(TURNS)
    ]
    tagged, untagged = (median(times) for times in zip(*turns, strict=True))
    print(f"four pages, CPU, median of {TURNS}: tagged {tagged:.1f} ms, plain {untagged:.1f} ms, ratio {tagged / untagged:.2f}")
    single = samples.document(samples.dot_vote(theme))
    one = median(milliseconds(lambda: write_pdf(single, theme, samples.bars)) for _ in range(TURNS))
    print(f"one page with a table, warm: {one:.1f} ms")
    before = megabytes()
    many = sum(milliseconds(lambda: write_pdf(document, theme, samples.bars)) for _ in range(MANY))
    print(f"{EVERY_PACK} such files would take {many / MANY * EVERY_PACK / 60_000:.2f} CPU minutes")
    print(f"memory {megabytes():.0f} MB, {megabytes() - before:+.1f} MB over {MANY} files")


if __name__ == "__main__":
    main()
