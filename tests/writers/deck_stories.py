"""Slides for the drawings that carry one idea, and for every kind of chart there is, in fixed words."""

import msgspec

from tests.writers.deck_making import items, rows, slide, table_rows
from workshop_kit.domain.plan import ChartFigure, ChartKind, GoalsFigure, MapFigure, Meaning, PlannedSlide, Series, ShareFigure, TableFigure
from workshop_kit.domain.text import Prose, paragraph

THREE = items("Først: Vi spør", "Så: Vi prøver", "Sist: Vi lærer")
NAMES = {
    ChartKind.BAR: "Stolpediagram",
    ChartKind.COLUMN: "Søylediagram",
    ChartKind.DONUT: "Ringdiagram",
    ChartKind.LINE: "Linjediagram",
    ChartKind.STACKED: "Søylediagram",
}
QUESTION = (paragraph("Hva gjør vi nå?"),)


def story_slides(county: MapFigure, goals: GoalsFigure) -> tuple[PlannedSlide, ...]:
    """Give the slides; the last of them have charts."""
    return (*_number_slides(), *_diagram_slides(), *_grid_slides(goals), *_own_slides(county), *_chart_slides())


def _number_slides() -> tuple[PlannedSlide, ...]:
    share = ShareFigure(bars=(("av kommunene", 52.0, Meaning.CLIENT),), alt="Stolpe: 52 prosent av kommunene.")
    numbers, label = items("193: land", "17: mål", "169: delmål"), (paragraph("av kommunene svarte"),)
    facts = items("Tittel: En kartlegging", "Dato: 11. mars 2019", "Formål: Å se hva som hindrer")
    return (
        slide("share", "big-number", "52 prosent svarte", share, drawing="share", number=(paragraph("52 %"),), label=label),
        slide("three-numbers", "canvas", "Tre tall om målene", drawing="three-numbers", body=numbers),
        slide("waffle", "canvas", "3 av 8 svarte", drawing="waffle", count=(paragraph("3 av 8"),), label=label, question=QUESTION),
        slide("funnel", "canvas", "Mange innspill, én plan", drawing="funnel", body=items("783: nådd", "450: innspill", "1: plan")),
        slide("report-card", "canvas", "Staten kartla det i 2019", drawing="report-card", facts=facts, question=QUESTION),
    )


def _diagram_slides() -> tuple[PlannedSlide, ...]:
    corners = items("Gjør nå: Lett", "Planlegg: Tungt", "Kanskje: Lite", "La være: Nytteløst")
    axes: dict[str, Prose] = {"across": (paragraph("Innsats"),), "up": (paragraph("Effekt"),)}
    tension: dict[str, Prose] = {
        "left": (paragraph("Vi trenger boliger"),),
        "right": (paragraph("Vi vil ta vare på matjord"),),
        "middle": (paragraph("Det samme jordet"),),
    }
    dates = (paragraph("24. oktober 2026"), paragraph("13. november 2026"), paragraph("22. januar 2027"))
    return (
        slide("tension", "canvas", "Gode mål kan stå mot hverandre", drawing="tension", question=QUESTION, **tension),
        slide("ladder", "canvas", "Medvirkning er en stige", drawing="ladder", body=THREE),
        slide("tree", "canvas", "91 indikatorer har tre greiner", drawing="tree", root=(paragraph("91"),), body=THREE),
        slide("steps", "canvas", "Målingen har fire trinn", drawing="steps", body=items("Meld på", "Samle tall", "Kontroller", "Vis")),
        slide("synthesis", "canvas", "Tre ord henger sammen", drawing="synthesis", body=THREE, question=QUESTION),
        slide("two-by-two", "canvas", "Vi velger etter effekt", drawing="two-by-two", body=corners, **axes),
        slide("day-steps", "canvas", "Etter 10 dager er noe synlig", drawing="day-steps", body=THREE, dates=dates),
    )


def _grid_slides(goals: GoalsFigure) -> tuple[PlannedSlide, ...]:
    figures = table_rows(("Indikator", "Tall", "Måles i"), ("Ledighet", "2,74", "prosent"), ("Datasett", "268", "antall"))
    lights = table_rows(("Område", "Signal", "Funn"), ("Luft", "bra", "Ren"), ("Buss", "middels", "Få"), ("Bil", "haster", "Mange"))
    form = table_rows(("Tiltak", "Rolle", "Dato"), ("", "", ""), ("", "", ""))
    present = items("Fagledere")
    return (
        slide("text-table", "table", "Noen av tallene", drawing="text-table", body=figures),
        slide("traffic-lights", "table", "Det er bra og det haster", drawing="traffic-lights", body=lights),
        slide("decision-form", "table", "Dette starter vi med", drawing="decision-form", body=form),
        slide("roles", "canvas", "Vi har ulike roller", drawing="roles", body=items("Fagledere", "Teamledere"), present=present),
        slide("chosen-goals", "canvas", "Disse målene valgte vi", goals, drawing="chosen-goals"),
    )


def _own_slides(county: MapFigure) -> tuple[PlannedSlide, ...]:
    own = TableFigure(rows=rows(("2024", "Alle skal ha en møteplass"), ("2025", "Halv utslippene")), alt="Tabell med egne mål.")
    found = TableFigure(rows=rows(("Prøve", "eget eksempel"), ("Nabo", "samme fylke")), alt="Tabell med eksempler.")
    form = items("Behov: Hvem trengte noe?", "Gjorde: Hva gjorde dere?")
    heads = {"left_head": (paragraph("✓ Dette hjelper"),), "right_head": (paragraph("✕ Dette stenger ute"),)}
    columns = {**heads, "left": items("Merk titler"), "right": items("Bare farge")}
    return (
        slide("own-goals", "content", "Dette har vi vedtatt", own, drawing="own-goals"),
        slide("own-example-form", "content", "Hva har dere gjort?", drawing="own-example-form", body=form),
        slide("examples-map", "map-and-facts", "Disse ligner på oss", found, county, drawing="examples-map"),
        msgspec.structs.replace(slide("marked-columns", "two-columns", "Noe hjelper"), sections=columns),
    )


def _chart(kind: ChartKind, categories: tuple[str, ...], *series: Series) -> ChartFigure:
    return ChartFigure(kind=kind, categories=categories, series=series, number_format="0", alt=f"{NAMES[kind]}: {', '.join(categories)}.")


def _chart_slides() -> tuple[PlannedSlide, ...]:
    points = (paragraph("Tallene er omtrentlige."),)
    meanings = (Meaning.COMPARISON, Meaning.OTHER)
    two = Series(name="Delmål", values=(105, 64), meaning=Meaning.COMPARISON, meanings=meanings)
    parts = tuple(
        Series(name=name, values=(value,), meaning=meaning)
        for name, value, meaning in (("Har", 7.0, Meaning.COMPARISON), ("Planlegger", 8.0, Meaning.OTHER), ("Verken", 45.0, Meaning.OTHER))
    )
    years = Series(name="Byer", values=(50, 100, 150), meaning=Meaning.COMPARISON)
    charts = {
        "chart-bar": _chart(ChartKind.BAR, ("Vil mer", "Åpner data"), two),
        "chart-column": _chart(ChartKind.COLUMN, ("2019", "2020", "2022"), years),
        "chart-donut": _chart(ChartKind.DONUT, ("Lokale", "Andre"), two),
        "chart-line": _chart(ChartKind.LINE, ("2019", "2020", "2022"), years),
        "chart-stacked": _chart(ChartKind.STACKED, ("Danmark",), *parts),
        "emissions": _chart(ChartKind.LINE, ("2019", "2020", "2022"), years),
        "projection": _chart(ChartKind.LINE, ("2026", "2035", "2050"), years),
    }
    return tuple(
        slide(name, "chart-and-points", f"Poenget er tydelig i {name}", chart, drawing=name, points=points)
        for name, chart in charts.items()
    )
