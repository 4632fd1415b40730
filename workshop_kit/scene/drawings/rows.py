"""Rows under each other: numbered points, the agenda, the list of sources."""

from workshop_kit.domain.plan import TableFigure
from workshop_kit.domain.text import Run, TextBlock, paragraph
from workshop_kit.scene.builder import BODY, SlideBuilder
from workshop_kit.scene.page import Anchor, Box, Cell, Stroke, Table, TextStyle

NUMBER_WIDTH = 760_000
HEAD_WIDTH = 3_250_000
GAP = 180_000
MOST_ROW_HEIGHT = 1_320_000


def _row_style(builder: SlideBuilder, *, bold: bool = False, colour: str = "tx1", size: float = 24) -> TextStyle:
    return TextStyle(size=size, bold=bold, colour=colour, anchor=Anchor.MIDDLE)


def _split_head(block: TextBlock) -> tuple[str, tuple[Run, ...]]:
    """Part a row's bold head from the text after it; an empty head where the row has none."""
    first, *rest = block.runs
    if not first.bold:
        return "", block.runs
    words = (Run(text=rest[0].text.lstrip(), bold=rest[0].bold, language=rest[0].language), *rest[1:]) if rest else ()
    return first.text.rstrip(" .:"), words


def numbered_rows(builder: SlideBuilder) -> None:
    """Draw a list as numbered rows in a table: number, bold head, text."""
    blocks = builder.section("body")
    box = builder.layout.get("body")
    height = min(MOST_ROW_HEIGHT, BODY.h // max(1, len(blocks)))
    split = [_split_head(block) for block in blocks]
    head_width = HEAD_WIDTH if any(head for head, _ in split) else 0
    widths = [NUMBER_WIDTH, *([head_width] if head_width else []), BODY.w - NUMBER_WIDTH - head_width]
    rows: list[tuple[Cell, ...]] = []
    for number, (head, words) in enumerate(split, start=1):
        name = f"{box.name.of(builder.plan.language)} {number}"
        cells = [builder.cell(name, str(number), _row_style(builder, bold=True, colour="accent1", size=28), (NUMBER_WIDTH, height))]
        if head_width:
            cells.append(
                builder.cell(name, head, _row_style(builder, bold=True, colour="tx2"), (head_width, height), insets=(0, 0, GAP, 0))
            )
        text = (TextBlock(cells=(words,)),) if words else (paragraph(""),)
        cells.append(builder.cell(name, text, _row_style(builder), (widths[-1], height)))
        rows.append(tuple(cells))
    area = Box(x=BODY.x, y=BODY.y, w=BODY.w, h=height * len(rows))
    builder.items.append(
        Table(
            name=box.name.of(builder.plan.language),
            box=area,
            widths=tuple(widths),
            heights=(height,) * len(rows),
            rows=tuple(rows),
            head_column=bool(head_width),
            alt=_table_alt(builder, ", ".join(head or "".join(run.text for run in words) for head, words in split)),
            placeholder=box.idx,
        )
    )


def _table_alt(builder: SlideBuilder, content: str) -> str:
    return f"{builder.plan.words['table_of']} {content}"[:200]


def agenda(builder: SlideBuilder) -> None:
    """Draw the day's coarse posts with clock times, each a jump to its section; the last row is the end."""
    figure = builder.figure(TableFigure)
    if figure is None:
        return
    box = builder.layout.get("agenda")
    height = min(680_000, box.h // len(figure.rows))
    widths = (1_700_000, box.w - 1_700_000)
    last = len(figure.rows) - 1
    rows = tuple(
        (
            builder.cell(f"{index}", time, _row_style(builder, bold=True, colour="accent1"), (widths[0], height)),
            builder.cell(f"{index}", title, _row_style(builder, bold=index == last, colour="tx2"), (widths[1], height)),
        )
        for index, (time, title) in enumerate(figure.rows)
    )
    area = Box(x=box.x, y=box.y, w=box.w, h=height * len(rows))
    builder.items.append(
        Table(
            name=box.name.of(builder.plan.language),
            box=area,
            widths=widths,
            heights=(height,) * len(rows),
            rows=rows,
            head_column=True,
            alt=figure.alt,
            placeholder=box.idx,
        )
    )


def sources(builder: SlideBuilder) -> None:
    """List the sources in small type: this slide is a hidden one, for the reader of the file."""
    box = builder.layout.get("body")
    blocks = builder.section("body")
    half = (len(blocks) + 1) // 2
    width = (BODY.w - 2 * GAP) // 2
    rule = Stroke(colour="accent3", width=0.75)
    builder.decorate("", Box(x=BODY.x + width + GAP, y=BODY.y, w=0, h=BODY.h), stroke=rule)
    style = TextStyle(size=12, space_after=4)
    for index, part in enumerate((blocks[:half], blocks[half:])):
        if part:
            area = Box(x=BODY.x + index * (width + 2 * GAP), y=BODY.y, w=width, h=BODY.h)
            builder.words(f"{box.name.of(builder.plan.language)} {index + 1}", part, area, style)
