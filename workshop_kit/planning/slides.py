"""Plans a module's slides: words filled, figures made, source and notes written."""

from collections.abc import Mapping

from workshop_kit.domain.content import Module, SlideText
from workshop_kit.domain.plan import PlannedSlide
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.text import Prose, paragraph
from workshop_kit.domain.workshop import ParticipantRole
from workshop_kit.planning.cards import plan_card
from workshop_kit.planning.choose import ChosenSlide, ChosenText
from workshop_kit.planning.day import Day
from workshop_kit.planning.figure_makers import make_figures
from workshop_kit.planning.fill import fill, fill_prose, texts_of, token_problems
from workshop_kit.planning.goals import goal_notice
from workshop_kit.planning.names import official
from workshop_kit.planning.notes import MOST_WORDS, count_words, make_notes, slide_time, within_words
from workshop_kit.planning.numbers import format_date, format_weekday_date
from workshop_kit.planning.parts import RESERVE, parts_figure, section_name
from workshop_kit.planning.roles import ASKED, role_questions
from workshop_kit.planning.sources import Source, fact_sources, source_line
from workshop_kit.planning.tailor import Tailored
from workshop_kit.planning.why import why_slide
from workshop_kit.planning.workdays import working_day_after

NOTE_SECTIONS = frozenset({"say", "do", *ASKED})
DAYS = (10, 30, 60, 100)
"""Days after the workshop at which something shall be visible."""


def plan_slide(
    chosen: ChosenSlide, module: Module, tailored: Tailored, day: Day, *, hidden: bool = False
) -> tuple[PlannedSlide, tuple[Problem, ...]]:
    """Plan one slide, or one that goes along hidden; the Problems name tokens that cannot be filled for this client."""
    if isinstance(chosen, ChosenText):
        return _plan_text(chosen, module, tailored, day, hidden=hidden)
    return plan_card(chosen, module, tailored, hidden=hidden)


def _plan_text(
    chosen: ChosenText, module: Module, tailored: Tailored, day: Day, *, hidden: bool
) -> tuple[PlannedSlide, tuple[Problem, ...]]:
    spec, text, words = chosen.spec, chosen.text, tailored.words
    sections = {name: fill_prose(prose, tailored.tokens) for name, prose in text.sections.items()}
    sources = fact_sources(spec.facts, tailored)
    title = fill(text.title, tailored.tokens)
    figures = make_figures(spec.figure, spec.layout, tailored, day, title, sections)
    if spec.layout == "section":
        figures = (*figures, parts_figure(module, day, tailored))
    slide = PlannedSlide(
        key=spec.id,
        content_id=spec.id,
        layout=spec.layout,
        drawing=spec.figure,
        section=RESERVE if hidden else module.id,
        mark=section_name(module, tailored),
        title=title,
        sections={
            **{name: prose for name, prose in sections.items() if name not in NOTE_SECTIONS},
            **_made_sections(spec.layout, module, tailored, sections),
            **_drawn_sections(spec.figure, sections, tailored),
            **goal_notice(figures, tailored),
        },
        figures=figures,
        source=source_line(sources, words),
        notes=_notes(chosen, sections, sources, tailored),
        hidden=hidden,
        minutes=spec.minutes,
        where=text.where,
        why=why_slide(chosen, tailored.workshop, hidden=hidden),
        editable={name: prose for name, prose in sections.items() if name not in ASKED},
    )
    return slide, _missing(text, tailored)


def _notes(chosen: ChosenText, sections: Mapping[str, Prose], sources: tuple[Source, ...], tailored: Tailored) -> Prose:
    """Say what the slide's own notes say, and what to ask those who come, as far as there is room."""
    words, time = tailored.words, slide_time(chosen.minutes, chosen.talk_minutes, tailored.words)
    say, do = sections.get("say", ()), sections.get("do", ())
    room = MOST_WORDS - count_words(make_notes(say, do, time, sources, words)) + count_words(do)
    asked = role_questions(sections, tailored.workshop.roles, words)
    return make_notes(say, within_words(do, asked, room), time, sources, words)


def _missing(text: SlideText, tailored: Tailored) -> tuple[Problem, ...]:
    texts = [text.title, *(words for prose in text.sections.values() for words in texts_of(prose))]
    place = {"slide": text.id, "municipality": tailored.client.number, "language": tailored.language.value}
    return token_problems(text.where, texts, tailored.tokens, place)


def _made_sections(layout: str, module: Module, tailored: Tailored, sections: dict[str, Prose]) -> dict[str, Prose]:
    """Make the sections that a layout fills by itself."""
    match layout:
        case "title":
            return {"subtitle": (*sections.get("subtitle", ()), *_parallel_names(tailored)), "when": _when(tailored)}
        case "section":
            return {"number": (paragraph(str(module.learning_point)),) if module.learning_point is not None else ()}
        case "closing":
            return {"contact": tuple(paragraph(line) for line in tailored.workshop.contact.splitlines() if line.strip())}
        case _:
            return {}


def _drawn_sections(figure: str | None, sections: dict[str, Prose], tailored: Tailored) -> dict[str, Prose]:
    """Make the sections that a drawing needs beside the text: dates of days to come, and which roles are here."""
    if figure == "day-steps" and tailored.workshop.date is not None:
        days = [working_day_after(tailored.workshop.date, count) for count in DAYS]
        return {"dates": tuple(paragraph(format_date(day)) for day in days)}
    if figure == "roles":
        listed = dict(zip(ParticipantRole, sections.get("body", ()), strict=False))
        return {"present": tuple(listed[role] for role in tailored.workshop.roles if role in listed)}
    return {}


def _parallel_names(tailored: Tailored) -> Prose:
    """Give the official name with its Sámi and Kven names, where it has any."""
    name = official(tailored.client)
    return (paragraph(name),) if tailored.client.other_names else ()


def _when(tailored: Tailored) -> Prose:
    """Give the cover's lines: when and where, and who leads; what is not known is left blank."""
    workshop = tailored.workshop
    day = "" if workshop.date is None else format_weekday_date(workshop.date, tailored.language)
    lines = (day[:1].upper() + day[1:], workshop.place, workshop.facilitator)
    return tuple(paragraph(line) for line in lines if line)
