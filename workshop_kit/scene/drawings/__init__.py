"""What is drawn on a slide beside its placeholders, one small function a drawing, looked up by name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from workshop_kit.scene.builder import SlideBuilder
from workshop_kit.scene.drawings import concepts, figures, grids, logo, rows, stage, stories

Drawing = Callable[[SlideBuilder], None]

DRAWINGS: Mapping[str, Drawing] = MappingProxyType(
    {
        "agenda": rows.agenda,
        "chart-bar": figures.chart,
        "chart-column": figures.chart,
        "chart-donut": figures.chart,
        "chart-line": figures.chart,
        "chart-stacked": figures.chart,
        "chosen-goals": grids.chosen_goals,
        "closing-logo": logo.closing_logo,
        "comparison-table": rows.comparison,
        "county-map": figures.cover,
        "day-steps": stories.day_steps,
        "decision-form": grids.decision_form,
        "definition-words": concepts.definition_words,
        "emissions": figures.chart,
        "example": figures.example,
        "examples-map": grids.examples_map,
        "exercise": stage.exercise,
        "funnel": stories.funnel,
        "goals": figures.goals,
        "key-figures": figures.key_figures,
        "ladder": stories.ladder,
        "layers": concepts.layers,
        "municipality-123": concepts.municipality_generations,
        "numbered-rows": rows.numbered_rows,
        "own-example-form": grids.own_example_form,
        "own-goals": grids.own_goals,
        "parts": stage.parts,
        "population": figures.chart,
        "projection": figures.chart,
        "report-card": stories.report_card,
        "roles": grids.roles,
        "share": figures.share,
        "share-67-comparison": figures.chart,
        "share-bar": figures.share_bars,
        "smart-city": concepts.smart_city,
        "sources": rows.sources,
        "steps": stories.steps,
        "synthesis": stories.synthesis,
        "tension": stories.tension,
        "text-table": grids.text_table,
        "three-circles": concepts.three_circles,
        "three-numbers": stories.three_numbers,
        "tiles": concepts.tiles,
        "timeline": concepts.timeline,
        "traffic-lights": grids.traffic_lights,
        "tree": stories.tree,
        "two-by-two": stories.two_by_two,
        "two-columns": stage.two_columns,
        "waffle": stories.waffle,
    }
)
"""Drawings by the name that content uses in `figure`, or by the layout's name where it always has one."""
