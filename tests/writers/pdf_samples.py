"""Documents for the PDF writer's tests and its benchmark: sheets set by hand, in millimetres."""

import msgspec

from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import ChartFigure, ChartKind, Meaning, Series
from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock, paragraph
from workshop_kit.scene.measure import break_lines
from workshop_kit.scene.page import (
    EMU_PER_MM,
    EMU_PER_POINT,
    Align,
    Anchor,
    Box,
    Bullet,
    Cell,
    Chart,
    Document,
    Geometry,
    Item,
    Map,
    MapArea,
    Page,
    Role,
    Shape,
    Stroke,
    Table,
    Text,
    TextStyle,
    WritingLines,
)
from workshop_kit.scene.theme import Theme
from workshop_kit.writers.pdf_sheets import write_pdf

A4 = (210 * EMU_PER_MM, 297 * EMU_PER_MM)
A3_LANDSCAPE = (420 * EMU_PER_MM, 297 * EMU_PER_MM)

GREY = Stroke(colour="accent3", width=0.75)
THIN = Stroke(colour="accent3", width=0.5)
AXIS = Stroke(colour="tx2", width=1.5, arrow=True)

LABEL = TextStyle(size=10, bold=True, colour="accent1")
SMALL = TextStyle(size=9)
FIELD = TextStyle(size=10, bold=True)
BADGE = TextStyle(size=20, bold=True, colour="bg1", align=Align.CENTRE, anchor=Anchor.MIDDLE)

GOALS = (
    ("E5243B", "bg1", "Utrydde fattigdom"),
    ("DDA63A", "#000000", "Utrydde sult"),
    ("4C9F38", "#000000", "God helse og livskvalitet"),
    ("C5192D", "bg1", "God utdanning"),
    ("FF3A21", "#000000", "Likestilling mellom kjønnene"),
    ("26BDE2", "#000000", "Rent vann og gode sanitærforhold"),
    ("FCC30B", "#000000", "Ren energi til alle"),
    ("A21942", "bg1", "Anstendig arbeid og økonomisk vekst"),
    ("FD6925", "#000000", "Industri, innovasjon og infrastruktur"),
    ("DD1367", "bg1", "Mindre ulikhet"),
    ("FD9D24", "#000000", "Bærekraftige byer og lokalsamfunn"),
    ("BF8B2E", "#000000", "Ansvarlig forbruk og produksjon"),
    ("3F7E44", "bg1", "Stoppe klimaendringene"),
    ("0A97D9", "#000000", "Livet i havet"),
    ("56C02B", "#000000", "Livet på land"),
    ("00689D", "bg1", "Fred, rettferdighet og velfungerende institusjoner"),
    ("19486A", "bg1", "Samarbeid for å nå målene"),
)


def mm(x: float, y: float, w: float, h: float) -> Box:
    """Make a box from millimetres."""
    return Box(x=round(x * EMU_PER_MM), y=round(y * EMU_PER_MM), w=round(w * EMU_PER_MM), h=round(h * EMU_PER_MM))


class Sheet:
    """Collects the items of one page."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.items: list[Item] = []

    def text(self, words: str | Prose, style: TextStyle, width: int) -> Text:
        blocks = (paragraph(words),) if isinstance(words, str) else words
        return Text(blocks=blocks, style=style, lines=break_lines(blocks, style, self.theme.fonts, width / EMU_PER_POINT))

    def words(
        self,
        words: str | Prose,
        style: TextStyle,
        box: Box,
        role: Role = Role.BODY,
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        geometry: Geometry = Geometry.RECT,
        inset: float = 0,
    ) -> None:
        edge = round(inset * EMU_PER_MM)
        text = msgspec.structs.replace(self.text(words, style, box.w - 2 * edge), insets=(edge, edge, edge, edge))
        corner = round(1.5 * EMU_PER_MM)
        name = words if isinstance(words, str) else "tekst"
        self.items.append(Shape(name=name, box=box, role=role, geometry=geometry, fill=fill, stroke=stroke, text=text, corner=corner))

    def shape(
        self,
        box: Box,
        geometry: Geometry = Geometry.RECT,
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        alt: str = "",
        dashed: bool = False,
    ) -> None:
        role = Role.BODY if alt else Role.DECORATION
        corner = round(1.5 * EMU_PER_MM)
        self.items.append(
            Shape(name="form", box=box, role=role, geometry=geometry, fill=fill, stroke=stroke, alt=alt, dashed=dashed, corner=corner)
        )

    def lines(self, x: float, y: float, w: float, count: int) -> None:
        box = mm(x, y, w, 9 * count)
        self.items.append(WritingLines(name="linjer", box=box, count=count, spacing=9 * EMU_PER_MM, stroke=THIN))

    def head(self, mark: str, title: str, purpose: str, minutes: int, group: str) -> None:
        self.shape(mm(18, 10, 24, 2), fill="accent4")
        self.words(mark, LABEL, mm(18, 13, 120, 5), Role.MARK)
        self.words(title, TextStyle(size=26, bold=True, colour="tx2"), mm(18, 19, 134, 11), Role.TITLE)
        self.words(purpose, TextStyle(size=12), mm(18, 31.5, 132, 12))
        self.shape(mm(156, 14, 36, 26), Geometry.ROUND, fill="bg2")
        number = TextStyle(size=28, bold=True, colour="tx2", align=Align.CENTRE)
        self.words(str(minutes), number, mm(156, 18.5, 36, 12), Role.NUMBER)
        self.words(f"minutter · {group}", TextStyle(size=10, align=Align.CENTRE), mm(156, 31, 36, 5), Role.LABEL)

    def fields(self) -> None:
        for word, x, start, end in (("Gruppe", 18, 33, 72), ("Dato", 76, 86, 130), ("Skriver", 134, 148, 192)):
            self.words(word, FIELD, mm(x, 45.5, 20, 5), Role.LABEL)
            self.shape(mm(start, 50, end - start, 0), Geometry.LINE, stroke=THIN)

    def foot(self, mark: str, size: tuple[int, int] = A4) -> None:
        width, height = size[0] / EMU_PER_MM, size[1] / EMU_PER_MM
        self.shape(mm(18, height - 17, width - 36, 0), Geometry.LINE, stroke=Stroke(colour="accent3", width=0.75))
        privacy = "Ta bilde av arket. Ikke skriv personopplysninger."
        self.words(privacy, SMALL, mm(18, height - 15.5, 100, 4.5), Role.FOOTER)
        right = TextStyle(size=9, bold=True, align=Align.RIGHT)
        self.words(mark, right, mm(width - 18 - 70, height - 15.5, 70, 4.5), Role.FOOTER)

    def page(self, key: str, title: str, size: tuple[int, int] = A4, content_id: str = "", language: Language = Language.NB) -> Page:
        return Page(
            key=key,
            content_id=content_id or key,
            language=language,
            title=title,
            width=size[0],
            height=size[1],
            items=tuple(self.items),
        )


def one_two_four_all(theme: Theme) -> Page:
    """The sheet of 1-2-4-alle: question, three frames to write in, the sentence of all."""
    sheet = Sheet(theme)
    sheet.head(
        "Øvelse 1 · ark", "1-2-4-alle", "Alle får tenke ferdig før noen snakker. Gruppa går ut med én felles setning.", 12, "4 pers."
    )
    sheet.fields()
    sheet.shape(mm(18, 58, 174, 22), Geometry.ROUND, fill="bg2")
    sheet.words("Spørsmålet", LABEL, mm(23, 61, 60, 5), Role.LABEL)
    question = TextStyle(size=15, bold=True, colour="tx2")
    sheet.words("Hvilken oppgave i Hvaler kommune løser vi ikke alene?", question, mm(23, 66.5, 164, 8), Role.HEADING)
    steps = (
        ("1", "Alene", "1 minutt uten å snakke"),
        ("2", "To og to", "2 minutter. Bygg på begge."),
        ("4", "Fire", "4 minutter. Hva er likt?"),
    )
    for number, (badge, name, how) in enumerate(steps):
        top = 84 + 47.5 * number
        sheet.shape(mm(18, top, 174, 44), Geometry.ROUND, stroke=GREY)
        sheet.words(badge, BADGE, mm(22, top + 4, 14, 14), Role.NUMBER, fill="tx2", geometry=Geometry.ROUND)
        sheet.words(name, TextStyle(size=11, bold=True, colour="tx2"), mm(22, top + 20, 34, 5), Role.HEADING)
        sheet.words(how, SMALL, mm(22, top + 25.5, 34, 12))
        sheet.lines(58, top + 2, 129, 4)
    sheet.shape(mm(18, 226.5, 115, 50), Geometry.ROUND, fill="accent6")
    rust = TextStyle(size=14, bold=True, colour="bg1", align=Align.CENTRE, anchor=Anchor.MIDDLE)
    sheet.words("Alle", rust, mm(22, 230.5, 20, 14), Role.NUMBER, fill="accent2", geometry=Geometry.ROUND)
    sheet.words("Setningen vår", TextStyle(size=11, bold=True, colour="tx2"), mm(46, 232, 60, 6), Role.HEADING)
    sheet.lines(46, 237.5, 82, 4)
    sheet.shape(mm(136.5, 226.5, 55.5, 50), Geometry.ROUND, stroke=GREY)
    sheet.words("Parkerte ideer", LABEL, mm(140, 230, 48, 5), Role.HEADING)
    sheet.lines(140, 234.5, 48, 4)
    sheet.foot("Hvaler · F1-nb · bokmål")
    return sheet.page("f1", "1-2-4-alle")


def dot_vote(theme: Theme) -> Page:
    """The sheet of the goal dot vote: a table of 17 rows with a grid."""
    sheet = Sheet(theme)
    sheet.head(
        "Øvelse 2 · ark", "Bærekraftsprikker", "Fem prikker hver. Sett dem uten å snakke. Snakk om det som overrasker.", 20, "6–60 pers."
    )
    sheet.fields()
    widths = tuple(round(width * EMU_PER_MM) for width in (13, 57, 60, 13, 31))
    head = TextStyle(size=10, bold=True, anchor=Anchor.MIDDLE)
    name = TextStyle(size=10, bold=True, anchor=Anchor.MIDDLE)

    def cell(words: str, style: TextStyle, column: int, fill: str | None = None) -> Cell:
        left = 2 * EMU_PER_MM if style.align is Align.LEFT else 0
        text = sheet.text(words, style, widths[column] - 2 * left) if words else Text(blocks=(), style=style, lines=())
        return Cell(text=msgspec.structs.replace(text, insets=(left, 0, left, 0)), fill=fill)

    rows = [tuple(cell(words, head, column) for column, words in enumerate(("Mål", "Navn", "Lengst igjen", "Sum", "Hvorfor")))]
    for number, (colour, ink, goal) in enumerate(GOALS, start=1):
        badge = TextStyle(size=13, bold=True, colour=ink, align=Align.CENTRE, anchor=Anchor.MIDDLE)
        empty = tuple(cell("", name, column) for column in (2, 3, 4))
        rows.append((cell(str(number), badge, 0, f"#{colour}"), cell(goal, name, 1), *empty))
    heights = (8 * EMU_PER_MM, *(round(11.5 * EMU_PER_MM) for _ in GOALS))
    box = Box(x=18 * EMU_PER_MM, y=57 * EMU_PER_MM, w=sum(widths), h=sum(heights))
    sheet.items.append(
        Table(
            name="Mål",
            box=box,
            widths=widths,
            heights=heights,
            rows=tuple(rows),
            head_rows=1,
            head_column=True,
            grid=GREY,
            alt="Tabell med de 17 bærekraftsmålene og plass til prikker.",
        )
    )
    claim = "Farger og navn følger FNs bærekraftsmål. Materiellet er laget av Norkart og er ikke godkjent av FN."
    sheet.words(claim, TextStyle(size=8), mm(18, 266, 174, 5), Role.SOURCE)
    sheet.foot("Hvaler · F5-nb · bokmål")
    return sheet.page("f5", "Bærekraftsprikker")


def effect_and_effort(theme: Theme) -> Page:
    """The sheet of effect and effort: four frames, two arrows, lettered lines, a list."""
    sheet = Sheet(theme)
    sheet.head(
        "Øvelse 3 · ark", "Effekt og innsats", "Plasser tiltakene ved å sammenligne to og to. Velg to som dere gjør nå.", 20, "3–8 pers."
    )
    sheet.fields()
    frames = (
        ("Gjør nå", "stor effekt, liten innsats", 29, 58, "accent6"),
        ("Planlegg", "stor effekt, stor innsats", 111.5, 58, "bg2"),
        ("Hvis vi får tid", "liten effekt, liten innsats", 29, 128, None),
        ("La være", "liten effekt, stor innsats", 111.5, 128, None),
    )
    for title, how, x, y, fill in frames:
        sheet.shape(mm(x, y, 80.5, 68), Geometry.ROUND, fill=fill, stroke=GREY)
        sheet.words(title, TextStyle(size=14, bold=True, colour="tx2"), mm(x + 4, y + 3, 70, 6), Role.HEADING)
        sheet.words(how, SMALL, mm(x + 4, y + 9.5, 70, 5))
    sheet.shape(mm(26, 58, 0, 138), Geometry.LINE_UP, stroke=AXIS)
    sheet.shape(mm(29, 199.5, 163, 0), Geometry.LINE, stroke=AXIS)
    axis = TextStyle(size=11, bold=True, colour="tx2", align=Align.CENTRE)
    sheet.words("Innsats: tid, penger, folk", axis, mm(29, 201, 163, 5), Role.LABEL)
    sheet.words("Slik gjør dere", LABEL, mm(18, 209, 80, 5), Role.HEADING)
    steps = ("Skriv tiltakene på lapper, ett på hver.", "Sammenlign to og to, og flytt lappene.", "Velg to som dere gjør nå.")
    blocks = tuple(TextBlock(kind=BlockKind.ITEM, cells=((Run(text=step),),)) for step in steps)
    style = TextStyle(size=11, bullet=Bullet.DOT, space_after=3)
    sheet.words(blocks, style, mm(18, 215, 110, 24))
    sheet.shape(mm(18, 245, 174, 24), Geometry.ROUND, fill="bg2")
    sheet.words("Vi velger nå:", TextStyle(size=12, bold=True, colour="accent2"), mm(22, 253, 40, 6), Role.LABEL)
    sheet.lines(52, 249, 134, 1)
    sheet.foot("Hvaler · F9-nb · bokmål")
    return sheet.page("f9", "Effekt og innsats")


def poster(theme: Theme) -> Page:
    """An A3 page on its side, with every outline there is, a map and a chart."""
    sheet = Sheet(theme)
    sheet.words("Hvilke mål betyr mest for Hvaler kommune?", TextStyle(size=38, bold=True, colour="tx2"), mm(20, 16, 380, 18), Role.TITLE)
    for place, geometry in enumerate(
        (
            Geometry.RECT,
            Geometry.ROUND,
            Geometry.ELLIPSE,
            Geometry.PENTAGON,
            Geometry.CHEVRON,
            Geometry.TRIANGLE,
            Geometry.CHECK,
            Geometry.CROSS,
        )
    ):
        alt = f"Figur som viser formen {geometry.value}."
        sheet.shape(mm(20 + 45 * place, 40, 36, 24), geometry, fill="accent6", stroke=GREY, alt=alt)
    sheet.shape(mm(20, 75, 100, 20), Geometry.LINE, stroke=Stroke(colour="accent1", width=1.5), dashed=True)
    sheet.shape(mm(130, 75, 100, 20), Geometry.LINE_UP, stroke=AXIS)
    sheet.words("En ramme med ord", TextStyle(size=14), mm(240, 75, 80, 20), stroke=GREY, inset=3)
    rings = (((20, 110), (120, 105), (140, 170), (60, 190)), ((60, 130), (60, 150), (90, 150), (90, 130)))
    points = tuple(tuple((x * EMU_PER_MM, y * EMU_PER_MM) for x, y in ring) for ring in rings)
    areas = (MapArea(name="Hvaler", rings=points, fill="accent2", stroke=GREY),)
    sheet.items.append(Map(name="Kart", box=mm(20, 105, 120, 85), areas=areas, alt="Kart over Østfold. Hvaler kommune er framhevet."))
    series = Series(name="2026", values=(29.9, 21.3), meaning=Meaning.CLIENT)
    alt = "Søylediagram: 67 år eller mer, Hvaler 29,9 %, lignende kommuner 21,3 %."
    figure = ChartFigure(kind=ChartKind.COLUMN, categories=("Hvaler", "Lignende"), series=(series,), number_format='0" %"', alt=alt)
    sheet.items.append(Chart(name="Søyler", box=mm(160, 105, 120, 85), figure=figure, size=12, alt=alt))
    runs = (
        Run(text="Les mer i "),
        Run(text="Nasjonalt vegkart for smarte og berekraftige byar", language="nn-NO"),
        Run(text=" og på "),
        Run(text="norkart.no", link="https://www.norkart.no", bold=True),
        Run(text=", eller gå til "),
        Run(text="arket", link="f1"),
        Run(text="."),
    )
    sheet.words((TextBlock(cells=(runs,)),), TextStyle(size=14), mm(20, 200, 120, 30))
    sheet.foot("Hvaler · P1-nb · A3", A3_LANDSCAPE)
    return sheet.page("p1", "Hvilke mål betyr mest?", A3_LANDSCAPE)


def bars(chart: Chart, theme: Theme) -> tuple[Shape, ...]:
    """Draw a chart as plain bars: a stand-in for the scene's own drawing."""
    values = [value or 0.0 for value in chart.figure.series[0].values]
    step = chart.box.w // len(values)
    shapes = [Shape(name="akse", box=Box(x=chart.box.x, y=chart.box.bottom, w=chart.box.w, h=0), geometry=Geometry.LINE, stroke=GREY)]
    for place, value in enumerate(values):
        height = round(chart.box.h * value / max(values))
        box = Box(x=chart.box.x + place * step, y=chart.box.bottom - height, w=step * 2 // 3, h=height)
        style = TextStyle(size=chart.size, bold=True, colour="bg1", align=Align.CENTRE)
        text = Sheet(theme).text(chart.figure.categories[place], style, box.w)
        shapes.append(Shape(name="søyle", box=box, fill="accent2", text=text))
    return tuple(shapes)


def document(*pages: Page, title: str = "Ark til workshop i Hvaler kommune", created: str = "2026-10-07") -> Document:
    """Make a document of some pages."""
    return Document(
        title=title,
        subject="Smart- og bærekraftig by",
        author="Norkart",
        language=Language.NB,
        content_version="1",
        created=created,
        pages=pages,
    )


def written(*pages: Page, theme: Theme) -> bytes:
    """Write some pages as a file."""
    return write_pdf(document(*pages), theme, bars)
