"""A plan with a slide for each layout and each drawing, in fixed words: it changes when the look does, never when the content does."""

import datetime
from collections.abc import Mapping
from functools import cache

import msgspec

from tests.planning.make import municipality
from tests.writers.deck_making import BACKUP, items, rows, slide, table_rows
from tests.writers.deck_stories import story_slides
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Outline
from workshop_kit.domain.plan import (
    BadgeFigure,
    ChartFigure,
    ChartKind,
    GoalsFigure,
    GoalTile,
    MapFigure,
    MapMark,
    Meaning,
    PartsFigure,
    Plan,
    PlannedSlide,
    Section,
    Series,
    ShareFigure,
    StepsFigure,
    TableFigure,
)
from workshop_kit.domain.text import Prose, Run, TextBlock, paragraph
from workshop_kit.domain.workshop import Workshop
from workshop_kit.scene.page import Document
from workshop_kit.scene.slides import compose_deck
from workshop_kit.scene.theme import Theme, load_theme
from workshop_kit.writers.pptx_deck import write_deck

NB, NN = Language.NB, Language.NN
TITLE, CLIENT = "Smart by", "Prøve kommune"
WORDS: Mapping[str, str] = {
    "map": "Kart",
    "subject": "Prøver",
    "table_of": "Tabell med",
    "of": "av",
    "light_good": "bra",
    "light_middling": "middels",
    "light_urgent": "haster",
    "step": "Trinn",
    "four_aims": "Fire mål",
    "alt_generations": "Tabell med tre kolonner: kommune 1.0, kommune 2.0 og kommune 3.0.",
}
NOTES: Mapping[Language, Prose] = {NB: (paragraph("Si: Dette er en prøve."),), NN: (paragraph("Sei: Dette er ei prøve."),)}
NOTICE = "Farger og navn følger FNs bærekraftsmål. Materiellet er laget av Norkart og er ikke godkjent av FN."


def _square(number: str, west: float, south: float, side: float) -> Outline:
    east, north = west + side * 2, south + side
    return Outline(number=number, polygons=((((west, south), (east, south), (east, north), (west, north), (west, south)),),))


def county(*, alone: bool = False) -> MapFigure:
    """Make a county of three squares, the smallest of them the client, marked alone or with another."""
    outlines = (_square("3101", 10.8, 59.2, 0.2), _square("3102", 11.2, 59.2, 0.2), _square("3110", 10.9, 59.05, 0.05))
    marks = (MapMark(number="3110", label="Prøve", meaning=Meaning.CLIENT), MapMark(number="3102", label="Nabo", meaning=Meaning.OTHER))
    names = {"3101": "Vest", "3102": "Nabo", "3110": "Prøve"}
    return MapFigure(
        county="Prøvefylke", outlines=outlines, names=names, marks=marks[:1] if alone else marks, alt="Kart over Prøvefylke med 3 kommuner."
    )


def line_chart() -> ChartFigure:
    """Make a line with a gap in it and a figure with decimals."""
    series = Series(name="Innbyggere", values=(None, 4787.25, 104777, 4714), meaning=Meaning.CLIENT)
    alt = "Linjediagram: innbyggere i Prøve kommune 2024–2026."
    return ChartFigure(kind=ChartKind.LINE, categories=("2020", "2024", "2025", "2026"), series=(series,), number_format="# ##0", alt=alt)


def column_chart() -> ChartFigure:
    """Make two series with a legend, one of them with a colour for each column."""
    now = Series(name="2026 <nå>", values=(30, 22), meaning=Meaning.CLIENT, meanings=(Meaning.CLIENT, Meaning.COMPARISON))
    before = Series(name="2020", values=(24, 20), meaning=Meaning.BEFORE)
    alt = "Søylediagram: andel innbyggere som er 67 år eller eldre: Prøve 30 %, Landet 22 %."
    return ChartFigure(kind=ChartKind.COLUMN, categories=("Prøve", "Landet"), series=(before, now), number_format='0" %"', alt=alt)


def goals(notice: bool = True) -> GoalsFigure:
    """Make three goals, white and black text on them, and a last tile."""
    tiles = (
        GoalTile(number=1, name="Utrydde fattigdom", colour="E5243B", text="white"),
        GoalTile(number=7, name="Ren energi", colour="FCC30B", text="black"),
        GoalTile(number=13, name="Klima", colour="3F7E44", text="white"),
    )
    return GoalsFigure(tiles=tiles, last_head="2030" if notice else "", last_text="frist")


def _with_sections(slide: PlannedSlide, sections: Mapping[str, Prose]) -> PlannedSlide:
    return msgspec.structs.replace(slide, sections=sections)


def _opening_slides() -> tuple[PlannedSlide, ...]:
    """Give the slides that open and part the day."""
    jump = (TextBlock(cells=((Run(text="Begreper", link="section"),),)),)
    agenda = TableFigure(rows=(((paragraph("09.00"),), jump), *rows(("09.30", "Slutt"))), alt="Tabell med dagens program, slutt 09.30.")
    parts = PartsFigure(parts=("Begreper", "Mål"), numbers=("1", "2"), current=0)
    when = (paragraph("Onsdag 14. oktober 2026, Rådhuset & «Salen» <2>"), paragraph("Mike Görtz"))
    return (
        slide("title", "title", "Smart by", county(alone=True), subtitle=(paragraph(f"Workshop for {CLIENT}"),), when=when),
        slide("agenda", "agenda", "Hva skal vi gjøre i dag?", agenda),
        slide("section", "section", "Begreper", parts, number=(paragraph("1"),), lead=(paragraph("Tre ord møtes"),)),
        slide("statement", "statement", "Hva kan vi låne?", lead=(paragraph("Finn én ting fra eksemplene."),)),
        slide("break", "break", "Pause", length=(paragraph("15 minutter"),), next=(paragraph("Etterpå: Mål"),)),
    )


def _figure_slides() -> tuple[PlannedSlide, ...]:
    """Give the slides with figures."""
    facts = TableFigure(rows=rows(("Innbyggere 2026", "4 714"), ("Areal", "90 km²")), alt="Tabell med nøkkeltall.", strong_row=0)
    shares = ShareFigure(
        bars=(("2020: 24 %", 24, Meaning.BEFORE), ("2026: 30 %", 30, Meaning.CLIENT)),
        alt="Stolper: av 100 innbyggere er så mange 67 år eller eldre: 2020 24, 2026 30.",
    )
    points, question = (paragraph("Endringen er liten."),), (paragraph("Hva har likevel endret seg?"),)
    example = TableFigure(
        rows=rows(("Behov", "Færre ringer."), ("Resultat", "Ingen ringer.")), alt="Tabell om eksempelet.", strong_row=None
    )
    notice = (paragraph(NOTICE),)
    figures = (example, county(), goals(notice=False), BadgeFigure(text="2023"))
    label = (paragraph("av innbyggerne var 67 år eller eldre"),)
    compared = TableFigure(
        head=("Kommune", "67 år eller eldre, %"),
        rows=rows(("Nabo", "24,1"), ("Prøve", "29,9")),
        alt="Tabell med to kommuner.",
        strong_row=1,
    )
    return (
        slide("key-figures", "map-and-facts", "Prøve hadde 4 714 innbyggere", facts, county(alone=True), drawing="key-figures"),
        slide("comparison", "table", "Andelen er høyest hos oss", compared, drawing="comparison-table"),
        slide("line", "chart-and-points", "Folketallet vokser", line_chart(), drawing="population", points=points, question=question),
        slide("column", "chart-and-points", "Andelen er høy", column_chart(), drawing="share-67-comparison", points=points),
        slide(
            "share-bar", "big-number", "30 av 100", shares, drawing="share-bar", number=(paragraph("30 %"),), label=label, question=question
        ),
        slide("goals", "canvas", "Målene gjelder alle land", goals(), drawing="goals", goal_notice=notice),
        slide("example", "example", "Naboen satset tidlig", *figures, goal_notice=notice),
    )


def _idea_slides() -> tuple[PlannedSlide, ...]:
    """Give the slides that explain with words and shapes."""
    three = items("Mennesker: Hva trenger de?", "Tjenester: Hva må bli bedre?", "Teknologi: Hva hjelper?")
    table = table_rows(("", "Kommune 1.0", "Kommune 2.0", "Kommune 3.0"), ("Ordet", "Forvaltning", "Tjenester", "Samskaping"))
    quote = (TextBlock(cells=((Run(text="«Bygene set "), Run(text="innbyggjarane", bold=True), Run(text=" fyrst»", language="nn-NO")),)),)
    steps = StepsFigure(minutes=(1, 2, 0), labels=("Alene", "To og to", ""), alt="Tidslinje: 1 og 2 minutter.")
    left, right = (paragraph("Det sier de"),), (paragraph("Det sier vi"),)
    heads_and_lists = {"left_head": left, "left": three[:2], "right_head": right, "right": three[2:]}
    asked = {
        "question": (paragraph("Hva kan Prøve kommune ikke løse alene?"),),
        "steps": items("1 minutt: Skriv alene"),
        "minutes": (paragraph("12"),),
        "unit": (paragraph("minutter"),),
        "group": (paragraph("Grupper på fire"), paragraph("Penn")),
    }
    return (
        slide("bullets", "content", "Fire råd om samskaping", body=items("Begynn med spørsmålet", "Spør flere")),
        slide("numbered-rows", "content", "Slik jobber vi i dag", drawing="numbered-rows", body=three),
        slide("smart-city", "canvas", "En smartby bruker teknologi", drawing="smart-city", chain=three, aims=items("Bedre", "Raskere")),
        slide("definition-words", "canvas", "Slik er ordet forklart", drawing="definition-words", body=(paragraph("En by."),), words=three),
        slide("tiles", "canvas", "Tre prinsipper hjelper oss", drawing="tiles", body=items("Først", "Så", "Sist")),
        slide("three-circles", "canvas", "Tre sider henger sammen", drawing="three-circles", body=three, question=(paragraph("Hvilken?"),)),
        slide("municipality-123", "canvas", "Alle tre lever videre", drawing="municipality-123", body=table),
        slide("layers", "canvas", "Tre lag ligger over hverandre", drawing="layers", body=three),
        slide("timeline", "canvas", "Det tok femti år", drawing="timeline", body=items("1970: Myndighet", "2026: Fellesskap")),
        slide("quote", "quote", "Veikartet setter folk først", quote=quote, who=(paragraph("Nasjonalt veikart, 2019"),)),
        _with_sections(slide("two-columns", "two-columns", "Kritikerne har et poeng"), heads_and_lists),
        _with_sections(slide("exercise", "exercise", "1-2-4-alle", steps), asked),
        slide("closing", "closing", "Ta gjerne kontakt", steps=items("Gi det en eier"), contact=(paragraph("Mike Görtz"),)),
        slide("sources", "content", "Her er kildene", drawing="sources", body=items("SSB, tabell 07459", "© Kartverket")),
    )


@cache
def plan(language: Language = NB) -> Plan:
    """Make the plan; its words are bokmål in both languages, but for the notes."""
    slides = (*_opening_slides(), *_figure_slides(), *_idea_slides(), *story_slides(county(), goals()))
    order = {"first": 0, "second": 1, BACKUP: 2}
    return Plan(
        workshop=Workshop(municipality="3110", language=language, date=datetime.date(2026, 10, 14), place="Rådhuset"),
        municipality=municipality(),
        language=language,
        title=TITLE,
        client=CLIENT,
        official=CLIENT,
        date=datetime.date(2026, 10, 14),
        date_text="14. oktober 2026",
        sections=(
            Section(id="first", name="Åpning & start"),
            Section(id="second", name="1 · Begreper"),
            Section(id=BACKUP, name="Reserve"),
        ),
        slides=tuple(sorted((_with_notes(slide, language) for slide in slides), key=lambda slide: order[slide.section])),
        timetable=(),
        programme=(),
        sheets=(),
        words=WORDS,
        content_version="0123456789ab",
        file_stem="3110-prove",
    )


def _with_notes(slide: PlannedSlide, language: Language) -> PlannedSlide:
    return msgspec.structs.replace(slide, notes=NOTES[language])


@cache
def theme() -> Theme:
    """Give the real theme."""
    return load_theme()


@cache
def document(language: Language = NB) -> Document:
    """Place the plan's slides; every text fits."""
    placed, problems = compose_deck(plan(language), theme())
    assert not problems, problems
    return placed


@cache
def deck(language: Language = NB) -> bytes:
    """Write the plan's deck."""
    return write_deck(document(language), theme())
