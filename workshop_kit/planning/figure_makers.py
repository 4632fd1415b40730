"""Makes the data that a slide's named figure draws; a figure drawn from the slide's own words has none."""

from collections.abc import Callable, Mapping

from workshop_kit.domain.agenda import end_of
from workshop_kit.domain.plan import Figure, TableFigure
from workshop_kit.domain.text import Prose, Run, TextBlock, paragraph
from workshop_kit.planning.charts import comparison_table, key_figures_table, population_chart, share_67_chart, share_bars
from workshop_kit.planning.content_charts import CHARTS, content_chart, content_share
from workshop_kit.planning.day import Day
from workshop_kit.planning.fill import fill
from workshop_kit.planning.goals import chosen_goals, goals_overview
from workshop_kit.planning.maps import client_map
from workshop_kit.planning.numbers import format_clock
from workshop_kit.planning.overviews import emissions_chart, examples_overview, own_goals_table, projection_chart
from workshop_kit.planning.posts import Post, coarse_clock, coarse_posts, most_posts
from workshop_kit.planning.tailor import Tailored

SHARE = "share"
"""The figure that is one bar of a whole."""

FigureMaker = Callable[[Tailored, Day], tuple[Figure | None, ...]]


def agenda_table(tailored: Tailored, day: Day) -> TableFigure:
    """Set the day's coarse posts and its end in rows; each post jumps to where it begins."""
    words = tailored.words
    posts = coarse_posts(day.posts, most_posts(day.posts), words["and"])
    end = format_clock(coarse_clock(end_of(day.timetable)))
    rows = [_agenda_row(post, day) for post in posts]
    rows.append(((paragraph(end),), (paragraph(words["end"]),)))
    return TableFigure(rows=tuple(rows), alt=fill(words["agenda_alt"], {"count": str(len(posts)), "end": end}))


def _agenda_row(post: Post, day: Day) -> tuple[Prose, Prose]:
    title = Run(text=post.title, link=day.starts.get(post.block))
    return (paragraph(format_clock(coarse_clock(post.start))),), (TextBlock(cells=((title,),)),)


FIGURE_MAKERS: Mapping[str, FigureMaker] = {
    "agenda": lambda tailored, day: (agenda_table(tailored, day),),
    "chosen-goals": lambda tailored, _: (chosen_goals(tailored),),
    "comparison-table": lambda tailored, _: (comparison_table(tailored),),
    "county-map": lambda tailored, _: (client_map(tailored),),
    "emissions": lambda tailored, _: (emissions_chart(tailored),),
    "examples-map": lambda tailored, day: examples_overview(tailored, day.picks),
    "goals": lambda tailored, _: (goals_overview(tailored),),
    "key-figures": lambda tailored, _: (key_figures_table(tailored), client_map(tailored)),
    "own-goals": lambda tailored, _: (own_goals_table(tailored),),
    "population": lambda tailored, _: (population_chart(tailored),),
    "projection": lambda tailored, _: (projection_chart(tailored),),
    "share-67-comparison": lambda tailored, _: (share_67_chart(tailored),),
    "share-bar": lambda tailored, _: (share_bars(tailored),),
}
"""By the name that a slide's `figure` has."""

LAYOUT_FIGURES: Mapping[str, str] = {"title": "county-map", "agenda": "agenda"}
"""Layouts that always carry a figure."""


def make_figures(
    figure: str | None, layout: str, tailored: Tailored, day: Day, title: str, sections: Mapping[str, Prose]
) -> tuple[Figure, ...]:
    """Make what a slide's figure, or its layout, draws; what nothing is known about is left out.

    `title` and `sections` are the slide's own filled words, which some figures are made from.
    """
    if figure is not None and figure in CHARTS:
        made: tuple[Figure | None, ...] = (content_chart(figure, title, sections, tailored.words),)
    elif figure == SHARE:
        made = (content_share(sections),)
    else:
        maker = FIGURE_MAKERS.get(figure or LAYOUT_FIGURES.get(layout, ""))
        made = () if maker is None else maker(tailored, day)
    return tuple(one for one in made if one is not None)
