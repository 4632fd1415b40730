"""County maps with the client, and an example's municipality, standing out."""

from collections.abc import Iterable

from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.plan import MapFigure, MapMark, Meaning
from workshop_kit.planning.fill import fill
from workshop_kit.planning.names import in_words, unbreakable
from workshop_kit.planning.tailor import Tailored


def client_map(tailored: Tailored) -> MapFigure:
    """Draw the client's county with the client standing out."""
    return county_map(tailored.client.county_number, (tailored.client,), tailored)


def example_map(places: Iterable[Municipality], tailored: Tailored) -> MapFigure:
    """Draw the client's county with client and example where both lie there, else the county of the example."""
    places = tuple(places)
    client = tailored.client
    at_home = tuple(place for place in places if place.county_number == client.county_number)
    if at_home:
        others = tuple(place for place in at_home if place.number != client.number)
        return county_map(client.county_number, (client, *others), tailored)
    county = places[0].county_number
    return county_map(county, tuple(place for place in places if place.county_number == county), tailored)


def county_map(county: str, marked: tuple[Municipality, ...], tailored: Tailored) -> MapFigure:
    """Draw one county with some municipalities marked: the client as such, others for comparison."""
    inside = [municipality for municipality in tailored.municipalities.values() if municipality.county_number == county]
    name = inside[0].county
    alt = "map_alt_single" if len(inside) == 1 else "map_alt"
    names = in_words(tuple(municipality.name for municipality in marked), tailored.words["and"])
    return MapFigure(
        county=name,
        outlines=tuple(tailored.outlines[municipality.number] for municipality in inside if municipality.number in tailored.outlines),
        names={municipality.number: municipality.name for municipality in inside},
        marks=tuple(_mark(municipality, tailored) for municipality in marked),
        alt=fill(tailored.words[alt], {"county": name, "count": str(len(inside)), "names": names}),
    )


def _mark(municipality: Municipality, tailored: Tailored) -> MapMark:
    meaning = Meaning.CLIENT if municipality.number == tailored.client.number else Meaning.COMPARISON
    return MapMark(number=municipality.number, label=unbreakable(municipality.name), meaning=meaning)
