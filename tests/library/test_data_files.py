"""The shipped figures and shapes are read into values, and a broken file is told with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import LanguageForm
from workshop_kit.library import indicators, municipalities
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.indicators import load_indicators
from workshop_kit.library.municipalities import load_municipalities
from workshop_kit.library.outlines import load_outlines

HEAD = ",".join(municipalities.COLUMNS)
HVALER = "3110,Hvaler,,Hvaler,31,Østfold,bokmål,4714,2026-01-01,90.11,4,700,Skjærhalden,59.0,11.0"


def test_there_are_357_municipalities_with_every_name_they_have() -> None:
    by_number = {each.number: each for each in load_municipalities()}

    assert len(by_number) == 357
    assert by_number["5540"].other_names == ("Gáivuotna", "Kaivuono")
    assert by_number["3110"].other_names == ()
    assert by_number["0301"].population == 728714
    assert by_number["1515"].language_form is LanguageForm.NYNORSK
    assert by_number["1515"].default_language is Language.NN


def test_indicators_know_what_is_known_and_nothing_else() -> None:
    figures = load_indicators()

    assert figures.value("0301", "population_1jan", 2026) == 728714
    assert figures.value("1580", "population_1jan", 2020) is None
    assert figures.years("1508", "share_67plus") == (2026,)
    assert figures.value("0301", "nordic_smart_city_network", 0) == 1


def test_every_municipality_has_an_outline_of_closed_rings() -> None:
    outlines = load_outlines()

    assert set(outlines) == {each.number for each in load_municipalities()}
    assert all(ring[0] == ring[-1] and len(ring) >= 4 for outline in outlines.values() for rings in outline.polygons for ring in rings)


def fault_of(load: Callable[[Path], object], path: Path) -> tuple[int | None, str]:
    with pytest.raises(ContentFault) as caught:
        load(path)
    return caught.value.problem.where.line, caught.value.problem.key


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        (None, None, "content.file_missing"),
        ("", 1, "content.wrong_columns"),
        ("number,name\n", 1, "content.wrong_columns"),
        (f"{HEAD}\n{HVALER},extra\n", 2, "content.wrong_row"),
        (f"{HEAD}\n{HVALER}\n{HVALER.replace('4714', 'mange')}\n", 3, "content.wrong_row"),
        (f"{HEAD}\n{HVALER.replace('bokmål', 'svensk')}\n", 2, "content.wrong_row"),
    ],
)
def test_broken_municipalities_are_told_with_their_line(tmp_path: Path, text: str | None, line: int | None, key: str) -> None:
    path = tmp_path / "municipalities.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8")

    assert fault_of(load_municipalities, path) == (line, key)


def test_a_figure_that_is_said_twice_or_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "indicators.csv"
    head = ",".join(indicators.COLUMNS)

    path.write_text(f"{head}\n3110,a,2026,1,x,y\n3110,a,2026,2,x,y\n", encoding="utf-8")
    assert fault_of(load_indicators, path) == (3, "content.wrong_row")

    path.write_text(f"{head}\n3110,a,2026,,x,y\n", encoding="utf-8")
    assert fault_of(load_indicators, path) == (2, "content.wrong_row")


def test_data_that_is_not_utf_8_or_not_a_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "municipalities.csv"
    path.write_bytes(f"{HEAD}\n{HVALER}\n".encode("latin-1"))

    assert fault_of(load_municipalities, path) == (None, "content.not_utf8")
    assert fault_of(load_municipalities, tmp_path)[1] == "content.file_unreadable"
    assert fault_of(load_outlines, tmp_path)[1] == "content.file_unreadable"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (None, "content.file_missing"),
        ("{", "content.broken_map"),
        ('{"features": [{"geometry": {"type": "Point"}}]}', "content.broken_map"),
    ],
)
def test_a_broken_map_is_told(tmp_path: Path, text: str | None, key: str) -> None:
    path = tmp_path / "map.geo.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")

    assert fault_of(load_outlines, path) == (None, key)


def test_a_single_polygon_is_one_of_many(tmp_path: Path) -> None:
    path = tmp_path / "map.geo.json"
    ring = "[[1,2],[3,4],[5,6],[1,2]]"
    path.write_text(
        f'{{"type":"FeatureCollection","features":[{{"properties":{{"number":"1"}},"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}]}}',
        encoding="utf-8",
    )

    assert load_outlines(path)["1"].polygons == ((((1.0, 2.0), (3.0, 4.0), (5.0, 6.0), (1.0, 2.0)),),)
