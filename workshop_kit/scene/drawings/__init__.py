"""What is drawn on a slide beside its placeholders, one small function a drawing, looked up by name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from workshop_kit.scene.builder import SlideBuilder
from workshop_kit.scene.drawings import concepts, figures, rows, stage

Drawing = Callable[[SlideBuilder], None]

DRAWINGS: Mapping[str, Drawing] = MappingProxyType(
    {
        "agenda": rows.agenda,
        "comparison": rows.comparison,
        "county-map": figures.cover_map,
        "definition-words": concepts.definition_words,
        "example": figures.example,
        "exercise": stage.exercise,
        "goals": figures.goals,
        "key-figures": figures.key_figures,
        "layers": concepts.layers,
        "municipality-123": concepts.municipality_generations,
        "numbered-rows": rows.numbered_rows,
        "parts": stage.parts,
        "population": figures.chart,
        "share-67-comparison": figures.chart,
        "share-bar": figures.share_bars,
        "smart-city": concepts.smart_city,
        "sources": rows.sources,
        "three-circles": concepts.three_circles,
        "tiles": concepts.tiles,
        "timeline": concepts.timeline,
        "two-columns": stage.two_columns,
    }
)
"""Drawings by the name that content uses in `figure`, or by the layout's name where it always has one."""
