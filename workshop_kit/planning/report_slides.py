"""Slides of the 2019 report's own figures, for whoever has typed them in with the pages they stand on."""

from collections.abc import Mapping

from msgspec.structs import replace

from workshop_kit.domain.content import Fact, Library, ReportChart, ReportRow, SlideSpec, SlideText, Use
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Where
from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock, paragraph
from workshop_kit.planning.fill import fill
from workshop_kit.planning.names import in_words

MODULE = "rap"
"""The module that the report belongs to."""
FACT = "report-2019-figures"
"""The fact whose source the pages are added to."""
FORM = "assets/data/report-figures.toml"
PARTS = frozenset({"chart-stacked"})
EVERY_LENGTH = (Use.MINUTES_90, Use.HALF_DAY, Use.FULL_DAY)
WHERE_THERE_IS_ROOM = (Use.HALF_DAY, Use.FULL_DAY, Use.BACKUP)
WEIGHTY = 3
"""So many charts weigh as much as the slides of every length; there are nine, and the others are the first to go along hidden."""


def with_report(library: Library) -> Library:
    """Give the library with a slide, and a source with pages, for each chart that has figures; without figures as it is."""
    source = library.facts.get(FACT)
    if not library.report_charts or source is None:
        return library
    specs = tuple(
        _spec(chart, EVERY_LENGTH if place < WEIGHTY else WHERE_THERE_IS_ROOM) for place, chart in enumerate(library.report_charts)
    )
    texts = {
        (language, report_slide(chart), ""): _text(chart, language, words)
        for chart in library.report_charts
        for language, words in library.words.items()
        if words
    }
    modules = tuple(
        replace(module, slides=(*module.slides, *specs), texts={**module.texts, **texts}) if module.id == MODULE else module
        for module in library.modules
    )
    facts = {_fact(chart): _source(chart, source, library.words) for chart in library.report_charts}
    return replace(library, modules=modules, facts={**library.facts, **facts})


def report_slide(chart: ReportChart) -> str:
    """Give the id of the slide that a chart becomes."""
    return f"RAP-{chart.id}"


def _fact(chart: ReportChart) -> str:
    return f"{FACT}-{chart.id}"


def _spec(chart: ReportChart, use: tuple[Use, ...]) -> SlideSpec:
    return SlideSpec(id=report_slide(chart), layout="chart-and-points", figure=chart.kind, minutes=1, use=use, facts=(_fact(chart),))


def _source(chart: ReportChart, source: Fact, words: Mapping[Language, Mapping[str, str]]) -> Fact:
    """Give the report's source with the pages that a chart's figures stand on."""
    nb, nn = (
        fill(words[language]["report_source"], {"source": source.source(language), "pages": _pages(chart, words[language])})
        if words[language]
        else source.source(language)
        for language in (Language.NB, Language.NN)
    )
    return replace(source, id=_fact(chart), source_nb=nb, source_nn=nn)


def _pages(chart: ReportChart, words: Mapping[str, str]) -> str:
    return in_words(tuple(str(page) for page in sorted({row.page for row in chart.rows})), words["and"])


def _text(chart: ReportChart, language: Language, words: Mapping[str, str]) -> SlideText:
    is_bokmal = language is Language.NB
    told = fill(words["report_pages"], {"pages": _pages(chart, words)})
    question = chart.question_nb if is_bokmal else chart.question_nn
    return SlideText(
        id=report_slide(chart),
        title=chart.title_nb if is_bokmal else chart.title_nn,
        sections={
            "data": _data(chart, is_bokmal=is_bokmal, head=words["report_share"]),
            "unit": (paragraph("prosent"),),
            "points": (paragraph(told),),
            "question": (paragraph(question),),
            "say": (paragraph(words["report_say"]),),
            "do": (paragraph(words["report_do"]),),
        },
        where=Where(file=chart.file or FORM),
    )


def _data(chart: ReportChart, *, is_bokmal: bool, head: str) -> Prose:
    """Set the figures as a slide's `## data` has them: a part of the whole in each column, or a bar in each row."""
    if chart.kind in PARTS:
        labels = [_label(row, is_bokmal=is_bokmal) for row in chart.rows]
        return (_row("", *labels), _row(head, *(_figure(row) for row in chart.rows)))
    return (_row("", head), *(_row(_label(row, is_bokmal=is_bokmal), _figure(row)) for row in chart.rows))


def _label(row: ReportRow, *, is_bokmal: bool) -> str:
    return row.label_nb if is_bokmal else row.label_nn


def _figure(row: ReportRow) -> str:
    return f"{row.value:g}".replace(".", ",")


def _row(*cells: str) -> TextBlock:
    return TextBlock(kind=BlockKind.ROW, cells=tuple((Run(text=cell),) for cell in cells))
