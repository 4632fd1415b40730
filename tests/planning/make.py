"""Makes small values for the planning tests, and reads the real data once."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from workshop_kit.domain.agenda import Block, BlockKind
from workshop_kit.domain.content import (
    Confidence,
    Example,
    ExampleText,
    Exercise,
    ExerciseText,
    Fact,
    Field,
    FieldKind,
    Goal,
    GroupSize,
    HarvestField,
    HarvestKind,
    Label,
    Library,
    Minutes,
    Module,
    SlideSpec,
    SlideText,
    Step,
    StepText,
    Use,
)
from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.municipality import Indicators, LanguageForm, Municipality, Outline
from workshop_kit.domain.problem import Where
from workshop_kit.domain.text import Prose, paragraph
from workshop_kit.library.indicators import load_indicators
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.words import read_words
from workshop_kit.paths import ROOT

WHERE = Where(file="nb.md", line=1)
SQUARE = ((((10.0, 59.0), (10.1, 59.0), (10.1, 59.1), (10.0, 59.0)),),)


@lru_cache(maxsize=1)
def all_municipalities() -> tuple[Municipality, ...]:
    """Give the 357 real municipalities."""
    return load_municipalities()


@lru_cache(maxsize=1)
def real_indicators() -> Indicators:
    """Give the real figures."""
    return load_indicators()


@lru_cache(maxsize=1)
def real_words() -> Mapping[Language, Mapping[str, str]]:
    """Give the fixed words as they are shipped."""
    return read_words(Shelf(root=ROOT))[0]


def real(name: str, county: str = "") -> Municipality:
    """Give a real municipality by name, with a county where two share it."""
    return next(each for each in all_municipalities() if each.name == name and county in ("", each.county))


def municipality(number: str = "3110", **changes: Any) -> Municipality:
    """Make a municipality; Any because the fields have many types."""
    values: dict[str, Any] = {
        "number": number,
        "name": f"Navn{number}",
        "other_names": (),
        "full_name": f"Navn{number}",
        "county_number": number[:2],
        "county": f"Fylke{number[:2]}",
        "language_form": LanguageForm.BOKMAL,
        "population": 4_714,
        "population_date": "2026-01-01",
        "area_km2": 90.0,
        "centrality_class": 4,
        "centrality_index": 700,
        "admin_centre": "Sentrum",
        "lat": 59.0,
        "lon": 11.0,
    }
    return Municipality(**{**values, **changes})


def figures_of(
    population: int, *, before: int | None = None, share: float = 20.0, share_before: float | None = 18.0
) -> dict[tuple[str, int], float]:
    """Make one municipality's figures for 2026 and, where given, 2020."""
    found: dict[tuple[str, int], float] = {("population_1jan", 2026): population, ("population_1jan", 2024): population}
    if before is not None:
        found["population_1jan", 2020] = before
    for year, value in ((2026, share), (2020, share_before)):
        if value is not None:
            found |= {("share_0_17", year): 15.0, ("share_67plus", year): value, ("share_80plus", year): 5.0}
            people = population if year == 2026 else before or population
            found |= {(f"population_{group}", year): people // parts for group, parts in (("0_17", 7), ("67plus", 5), ("80plus", 20))}
    return found


def indicators(values: Mapping[str, Mapping[tuple[str, int], float]]) -> Indicators:
    """Make figures by municipality number."""
    return Indicators(values=values)


def block(id: str = "beg", kind: BlockKind = BlockKind.TALK, minutes: int = 20, **changes: Any) -> Block:
    """Make an agenda block that wants what it has; Any because the fields have many types."""
    values: dict[str, Any] = {"title": id, "least": minutes // 2, "wanted": minutes, "most": minutes * 2, "minutes": minutes}
    return Block(id=id, kind=kind, **{**values, **changes})


def opening(minutes: int = 5) -> Block:
    """Make a fixed opening."""
    return block("vel", BlockKind.OPENING, minutes, least=minutes, most=minutes)


def closing(minutes: int = 5) -> Block:
    """Make a fixed closing."""
    return block("avs", BlockKind.CLOSING, minutes, least=minutes, most=minutes)


def slide_spec(id: str = "BEG-1", layout: str = "statement", minutes: int = 2, **changes: Any) -> SlideSpec:
    """Make a slide of every length; Any because the fields have many types."""
    values: dict[str, Any] = {"use": (Use.MINUTES_90, Use.HALF_DAY, Use.FULL_DAY)}
    return SlideSpec(id=id, layout=layout, minutes=minutes, **{**values, **changes})


def slide_text(id: str = "BEG-1", title: str = "", variant: str = "", **sections: str) -> SlideText:
    """Make a slide's words; sections are paragraphs."""
    prose = {name: (paragraph(text),) for name, text in {"say": "Si dette.", "do": "Gjør dette.", **sections}.items()}
    return SlideText(id=id, variant=variant, title=title or f"Tittel {id} {variant}".strip(), sections=prose, where=WHERE)


def module(
    id: str = "beg", *slides: SlideSpec, texts: tuple[SlideText, ...] = (), kind: BlockKind = BlockKind.TALK, **changes: Any
) -> Module:
    """Make a module whose texts are the same in both languages; slides without a given text get one."""
    specs = slides or (slide_spec(f"{id.upper()}-1"),)
    given = {text.id for text in texts}
    whole = (*texts, *(slide_text(spec.id) for spec in specs if spec.id not in given))
    values: dict[str, Any] = {"order": 10, "name": Translated(nb=f"Navn {id}", nn=f"Namn {id}"), "where": WHERE}
    keyed = {(language, text.id, text.variant): text for language in Language for text in whole}
    return Module(id=id, slides=specs, texts=keyed, kind=kind, **{**values, **changes})


def example(id: str = "halden", numbers: tuple[str, ...] = ("3101",), **changes: Any) -> Example:
    """Make an example; Any because the fields have many types."""
    sections: dict[str, Prose] = {name: (paragraph(f"{name}."),) for name in ("need", "did", "result", "learn", "say", "do")}
    text = ExampleText(title=f"Eksempel {id}", sections=sections, where=WHERE)
    values: dict[str, Any] = {
        "order": 1,
        "year": 2021,
        "quality": "A",
        "themes": ("plan",),
        "goals": (11,),
        "type": "CC",
        "confidence": Confidence.SEEN,
        "source": Translated(nb="Halden kommune (2021)", nn="Halden kommune (2021)"),
        "texts": dict.fromkeys(Language, text),
    }
    return Example(id=id, municipalities=numbers, **{**values, **changes})


def exercise_text(**changes: Any) -> ExerciseText:
    """Make an exercise's words; Any because the fields have many types."""
    values: dict[str, Any] = {
        "title": "1-2-4-alle",
        "purpose": "Alle får tenke.",
        "question": "Hva kan {navn} kommune ikke løse alene?",
        "group": "Grupper på fire",
        "materials": ("Penn",),
        "step": {"alone": StepText(short="Skriv alene", text="Tenk alene."), "pair": StepText(short="To og to", text="Snakk.")},
        "field": {"idea": Label(label="Ide", hint="Kort")},
        "harvest": {"idea": Label(label="Ide")},
        "sections": {"facilitator": (paragraph("Les høyt."),), "debrief": (paragraph("Hva gikk igjen?"),)},
        "where": WHERE,
    }
    return ExerciseText(**{**values, **changes})


def exercise(id: str = "F1", **changes: Any) -> Exercise:
    """Make an exercise of two steps, of which the second is left out in the short variant."""
    values: dict[str, Any] = {
        "order": 10,
        "kind": BlockKind.EXERCISE,
        "canvas": "four-frames",
        "paper": "A4",
        "orientation": "portrait",
        "minutes": Minutes(least=1, wanted=6, most=10),
        "group": GroupSize(least=4, most=4),
        "modules": ("vel",),
        "steps": (Step(id="alone", minutes=1, short=1), Step(id="pair", minutes=5, short=0)),
        "fields": (Field(id="idea", kind=FieldKind.TEXT, lines=2),),
        "harvest": (HarvestField(id="idea", kind=HarvestKind.TEXT, field="idea"),),
        "texts": dict.fromkeys(Language, exercise_text()),
        "where": WHERE,
    }
    return Exercise(id=id, **{**values, **changes})


def fact(id: str = "aims", confidence: Confidence = Confidence.SEEN) -> Fact:
    """Make a fact."""
    return Fact(id=id, year=2019, confidence=confidence, source_nb=f"Kilde {id} (2019)", source_nn=f"Kjelde {id} (2019)")


def goal(number: int) -> Goal:
    """Make a goal."""
    name = f"Mål {number}"
    return Goal(number=number, nb=name, nn=name, short=Translated(nb=name, nn=name), colour="E5243B", text="white")


def library(*modules: Module, **changes: Any) -> Library:
    """Make a library with the shipped words; Any because the fields have many types."""
    values: dict[str, Any] = {
        "examples": (),
        "exercises": (),
        "facts": {},
        "goals": tuple(goal(number) for number in range(1, 18)),
        "words": real_words(),
        "version": "1",
    }
    return Library(modules=modules, **{**values, **changes})


def outline(number: str) -> Outline:
    """Make a municipality's shape."""
    return Outline(number=number, polygons=SQUARE)
