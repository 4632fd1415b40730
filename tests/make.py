"""Makes small values for every room's tests: whole and right, so that a test changes only what it is about."""

import datetime
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from workshop_kit.domain.agenda import Block, BlockKind, TimedBlock
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import LanguageForm, Municipality, Outline
from workshop_kit.domain.plan import ChartFigure, ChartKind, MapFigure, MapMark, Meaning, Plan, PlannedSlide, ProgrammeLine, Section, Series
from workshop_kit.domain.problem import Where
from workshop_kit.domain.text import BlockKind as TextKind
from workshop_kit.domain.text import Prose, Run, TextBlock, paragraph
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Kit, load_kit
from workshop_kit.scene.theme import Theme

WHERE = Where(file="slides/modules/beg/nb.md", line=1)


@lru_cache(maxsize=1)
def kit() -> Kit:
    """Give the real library, data and theme, read once."""
    return load_kit()[0]


def theme() -> Theme:
    """Give the real theme."""
    return kit().theme


def words(language: Language = Language.NB) -> Mapping[str, str]:
    """Give the fixed words as they are shipped."""
    return kit().library.words[language]


def real(name: str) -> Municipality:
    """Give a real municipality by its name."""
    return next(each for each in kit().municipalities if each.name == name)


def county_outlines(county_number: str) -> tuple[Outline, ...]:
    """Give the real outlines of a county's municipalities."""
    return tuple(kit().outlines[each.number] for each in kit().municipalities if each.county_number == county_number)


def municipality(number: str = "3110", name: str = "Hvaler", **changes: Any) -> Municipality:
    """Make a municipality; Any because the fields have many types."""
    values: dict[str, Any] = {
        "other_names": (),
        "full_name": name,
        "county_number": number[:2],
        "county": "Østfold",
        "language_form": LanguageForm.BOKMAL,
        "population": 4_714,
        "population_date": "2026-01-01",
        "area_km2": 90.0,
        "centrality_class": 4,
        "centrality_index": 700,
        "admin_centre": "Skjærhalden",
        "lat": 59.0,
        "lon": 11.0,
    }
    return Municipality(number=number, name=name, **{**values, **changes})


def square(number: str, west: float, south: float, side: float = 0.1) -> Outline:
    """Make a municipality that is a square of some degrees a side."""
    ring = ((west, south), (west + side, south), (west + side, south + side), (west, south + side))
    return Outline(number=number, polygons=((ring,),))


def workshop(**changes: Any) -> Workshop:
    """Make a workshop; Any because the fields have many types."""
    values: dict[str, Any] = {"municipality": "3110", "language": Language.NB, **changes}
    return Workshop(**values)


def items(*texts: str) -> Prose:
    """Make list items; what stands before a bar is the bold head («Head|text»)."""
    return tuple(TextBlock(kind=TextKind.ITEM, cells=(_runs(text),)) for text in texts)


def row(*cells: str) -> TextBlock:
    """Make a table row."""
    return TextBlock(kind=TextKind.ROW, cells=tuple((Run(text=cell),) if cell else () for cell in cells))


def _runs(text: str) -> tuple[Run, ...]:
    head, bar, rest = text.partition("|")
    return (Run(text=head, bold=True), *((Run(text=f" {rest}"),) if rest else ())) if bar else (Run(text=text),)


def planned_slide(
    layout: str = "canvas", drawing: str | None = None, sections: Mapping[str, Prose] | None = None, **changes: Any
) -> PlannedSlide:
    """Make a slide in words; Any because the fields have many types."""
    values: dict[str, Any] = {"key": "BEG-1", "content_id": "BEG-1", "section": "beg", "title": "En kort tittel", "where": WHERE}
    return PlannedSlide(layout=layout, drawing=drawing, sections=sections or {}, **{**values, **changes})


def timed(
    title: str = "Begrepene", kind: BlockKind = BlockKind.TALK, minutes: int = 20, exercise: str | None = None, after: int = 0
) -> TimedBlock:
    """Make a block of the timetable, so many minutes after nine o'clock."""
    block = Block(id=title, kind=kind, title=title, least=minutes, wanted=minutes, most=minutes, minutes=minutes, exercise=exercise)
    return TimedBlock(block=block, start=datetime.time(9, after), end=datetime.time(9, after + minutes))


def plan(*slides: PlannedSlide, language: Language = Language.NB, **changes: Any) -> Plan:
    """Make a plan for Hvaler with the shipped words; Any because the fields have many types."""
    values: dict[str, Any] = {
        "workshop": workshop(language=language),
        "municipality": municipality(),
        "title": words(language)["course"],
        "client": "Hvaler kommune",
        "official": "Hvaler kommune",
        "date": None,
        "date_text": "",
        "sections": (Section(id="beg", name="Begrepene"),),
        "timetable": (timed(),),
        "programme": (ProgrammeLine(start="09.00", title="Begrepene"),),
        "sheets": (),
        "words": words(language),
        "content_version": "1",
        "file_stem": "3110-hvaler",
    }
    return Plan(language=language, slides=slides, **{**values, **changes})


def series(*values: float | None, meaning: Meaning = Meaning.CLIENT, **changes: Any) -> Series:
    """Make a row of figures; Any because the fields have many types."""
    return Series(name="Hvaler", values=values, meaning=meaning, **changes)


def chart_figure(kind: ChartKind = ChartKind.COLUMN, *rows: Series, categories: tuple[str, ...] = ("2020", "2026")) -> ChartFigure:
    """Make a chart's data, of one row where none is given."""
    return ChartFigure(kind=kind, categories=categories, series=rows or (series(20.0, 30.0),), number_format='0" %"', alt="Diagram.")


def map_figure(*marks: MapMark, outlines: tuple[Outline, ...] = ()) -> MapFigure:
    """Make a county's map, of two squares beside each other where none are given."""
    shapes = outlines or (square("3110", 11.0, 59.0), square("3107", 11.1, 59.0))
    return MapFigure(
        county="Østfold", outlines=shapes, names={shape.number: shape.number for shape in shapes}, marks=marks, alt="Kart over Østfold."
    )


def mark(number: str = "3110", label: str = "Hvaler", meaning: Meaning = Meaning.CLIENT) -> MapMark:
    """Make a municipality that stands out."""
    return MapMark(number=number, label=label, meaning=meaning)


def prose(*texts: str) -> Prose:
    """Make paragraphs."""
    return tuple(paragraph(text) for text in texts)
