"""Reads the municipalities' shapes from assets/data/map.geo.json (© Kartverket; sources: assets/data/SOURCES.md)."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from workshop_kit.domain.municipality import Outline
from workshop_kit.domain.problem import Where
from workshop_kit.library.faults import ContentFault
from workshop_kit.paths import ASSETS, shipped

Rings = tuple[tuple[tuple[float, float], ...], ...]


class _Polygon(msgspec.Struct, frozen=True, tag_field="type", tag="Polygon"):
    coordinates: Rings


class _MultiPolygon(msgspec.Struct, frozen=True, tag_field="type", tag="MultiPolygon"):
    coordinates: tuple[Rings, ...]


class _Properties(msgspec.Struct, frozen=True):
    number: str


class _Feature(msgspec.Struct, frozen=True):
    properties: _Properties
    geometry: _Polygon | _MultiPolygon


class _Collection(msgspec.Struct, frozen=True):
    features: tuple[_Feature, ...]


def load_outlines(path: Path = ASSETS / "data" / "map.geo.json") -> Mapping[str, Outline]:
    """Give each municipality's outline by its number; raises ContentFault when the file cannot be read."""
    try:
        collection = msgspec.json.decode(path.read_bytes(), type=_Collection)
    except FileNotFoundError as error:
        raise ContentFault(Where(file=shipped(path)), "content.file_missing") from error
    except OSError as error:
        raise ContentFault(Where(file=shipped(path)), "content.file_unreadable", reason=error.strerror or "") from error
    except msgspec.DecodeError as error:
        raise ContentFault(Where(file=shipped(path)), "content.broken_map", reason=str(error)) from error
    return {feature.properties.number: _outline(feature) for feature in collection.features}


def _outline(feature: _Feature) -> Outline:
    """Give a feature's outline; a single polygon is one of many."""
    geometry = feature.geometry
    polygons = (geometry.coordinates,) if isinstance(geometry, _Polygon) else geometry.coordinates
    return Outline(number=feature.properties.number, polygons=polygons)
