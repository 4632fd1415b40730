"""Figures about the client that are not everybody's: Telemark's emissions and projection, own goals, the examples on a map."""

from collections.abc import Iterable

from workshop_kit.domain.plan import ChartFigure, ChartKind, Figure, Meaning, Series, TableFigure
from workshop_kit.domain.text import Prose, paragraph
from workshop_kit.planning.charts import PEOPLE_FORMAT
from workshop_kit.planning.examples import Pick
from workshop_kit.planning.fill import fill
from workshop_kit.planning.maps import county_map
from workshop_kit.planning.names import in_sentence, in_words, unbreakable
from workshop_kit.planning.numbers import format_number
from workshop_kit.planning.tailor import Tailored


def emissions_chart(tailored: Tailored) -> ChartFigure | None:
    """Draw the greenhouse gas emissions of the years that are known; None outside Telemark."""
    return _over_years(tailored, "ghg_emissions_total", ChartKind.COLUMN, "emissions")


def projection_chart(tailored: Tailored) -> ChartFigure | None:
    """Draw the projected population beside today's; None outside Telemark."""
    return _over_years(tailored, "population_projection_main", ChartKind.LINE, "projection", "population_1jan")


def _over_years(tailored: Tailored, indicator: str, kind: ChartKind, word: str, begin: str = "") -> ChartFigure | None:
    number, indicators = tailored.client.number, tailored.indicators
    known = [(year, indicators.value(number, indicator, year)) for year in indicators.years(number, indicator)]
    if not known:
        return None
    if begin:
        known = [(year, indicators.value(number, begin, year)) for year in indicators.years(number, begin)[-1:]] + known
    told = ", ".join(f"{year} {format_number(value or 0)}" for year, value in known)
    return ChartFigure(
        kind=kind,
        categories=tuple(str(year) for year, _ in known),
        series=(Series(name=tailored.words[word], values=tuple(value for _, value in known), meaning=Meaning.CLIENT),),
        number_format=PEOPLE_FORMAT,
        alt=f"{tailored.words[word]}, {in_sentence(tailored.client)}: {told}."[:200],
    )


def own_goals_table(tailored: Tailored) -> TableFigure | None:
    """Set the client's own goals with the years they were adopted; None where none were typed in."""
    goals = tailored.workshop.own_goals
    if not goals:
        return None
    rows = tuple(((paragraph(str(goal.year)),), (paragraph(goal.text),)) for goal in goals)
    return TableFigure(rows=rows, alt=f"{tailored.words['table_of']} {'; '.join(goal.text for goal in goals)}"[:200])


def examples_overview(tailored: Tailored, picks: Iterable[Pick]) -> tuple[Figure | None, ...]:
    """Set examples, each with its county and why, beside the client's county with those that lie in it.

    The client's own is no example for itself, and is not among them.
    """
    picks = [pick for pick in picks if not pick.is_own]
    rows = tuple(_example_row(pick, tailored) for pick in picks)
    numbers = dict.fromkeys(number for pick in picks for number in pick.example.municipalities)
    client = tailored.client
    inside = [
        tailored.municipalities[number]
        for number in numbers
        if number in tailored.municipalities
        and number != client.number
        and tailored.municipalities[number].county_number == client.county_number
    ]
    county = county_map(client.county_number, (client, *inside), tailored)
    names = ", ".join(_places(pick, tailored) for pick in picks)
    return (TableFigure(rows=rows, alt=f"{tailored.words['table_of']} {names}"[:200]) if rows else None), county


def _places(pick: Pick, tailored: Tailored) -> str:
    places = [tailored.municipalities[number] for number in pick.example.municipalities if number in tailored.municipalities]
    names = tuple(unbreakable(place.name) for place in places[:3])
    return in_words(names, tailored.words["and"])


def _example_row(pick: Pick, tailored: Tailored) -> tuple[Prose, Prose]:
    """Name an example's places, and say in a few words the first reason why it was chosen."""
    reason = next((tailored.words[f"{reason.value}_short"] for reason in pick.reasons), tailored.words["reason_varied_short"])
    found = (tailored.municipalities.get(number) for number in pick.example.municipalities)
    counties = dict.fromkeys(place.county for place in found if place is not None)
    where = f"{next(iter(counties))}: " if len(counties) == 1 and tailored.client.county not in counties else ""
    return (paragraph(fill(_places(pick, tailored), tailored.tokens), bold=True),), (paragraph(f"{where}{reason}"),)
