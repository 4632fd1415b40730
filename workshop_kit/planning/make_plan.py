"""Makes the plan of one client's workshop: the agenda first, then the slides in its order, then sheets and programme."""

from collections.abc import Mapping

from workshop_kit.domain.agenda import PAUSES, end_of, timetable
from workshop_kit.domain.content import Exercise, Library
from workshop_kit.domain.municipality import Indicators, Municipality, Outline
from workshop_kit.domain.plan import Plan, PlannedSheet, ProgrammeLine
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.arranged import fit_by_hand
from workshop_kit.planning.blocks import target_of
from workshop_kit.planning.by_hand import BY_HAND
from workshop_kit.planning.calls import call_list
from workshop_kit.planning.choose import ChosenModule, choose_slides
from workshop_kit.planning.day import Day
from workshop_kit.planning.deck import Deck, plan_deck
from workshop_kit.planning.fitting import Fitting, fit_to_length
from workshop_kit.planning.handwork import with_edited_exercises, with_handwork
from workshop_kit.planning.names import file_stem, in_sentence, official
from workshop_kit.planning.numbers import format_clock, format_weekday_date
from workshop_kit.planning.ordering import order_for
from workshop_kit.planning.posts import coarse_clock, coarse_posts, make_posts, most_posts
from workshop_kit.planning.report_slides import with_report
from workshop_kit.planning.rules import GROUP_MINUTES
from workshop_kit.planning.sheets import plan_sheet
from workshop_kit.planning.tailor import Tailored, tailor
from workshop_kit.planning.unknown_ids import unknown_ids


def make_plan(
    workshop: Workshop,
    library: Library,
    municipalities: tuple[Municipality, ...],
    indicators: Indicators,
    outlines: Mapping[str, Outline],
) -> tuple[Plan, tuple[Problem, ...]]:
    """Make the plan of a workshop; the Problems are faults of the content that show for this client.

    Raises PlanningFault for a municipality that there is none of, a length whose content is not there yet, and a library
    without content or fixed words.
    """
    target = target_of(workshop)
    library = with_edited_exercises(workshop, library)
    order = order_for(workshop, library)
    tailored = tailor(workshop, with_report(library), municipalities, indicators, outlines)
    chosen, problems = _choose(order, tailored)
    chosen, by_hand = with_handwork(chosen, tailored)
    fitting = fit_by_hand(chosen, target, tailored) if workshop.day else fit_to_length(order, chosen, target, tailored)
    day = _make_day(fitting)
    deck, deck_problems = plan_deck(day, tailored)
    sheets, sheet_problems = _plan_sheets(day, tailored)
    problems = (*unknown_ids(tailored), *_too_long(fitting, target, tailored), *problems, *by_hand, *deck_problems, *sheet_problems)
    return _plan(day, deck, sheets, tailored), problems


def _plan(day: Day, deck: Deck, sheets: tuple[PlannedSheet, ...], tailored: Tailored) -> Plan:
    """Put what was planned together."""
    workshop, language = tailored.workshop, tailored.language
    return Plan(
        workshop=workshop,
        municipality=tailored.client,
        language=language,
        title=tailored.words["course"],
        client=in_sentence(tailored.client),
        official=official(tailored.client),
        date=workshop.date,
        date_text="" if workshop.date is None else format_weekday_date(workshop.date, language),
        sections=deck.sections,
        slides=deck.slides,
        timetable=day.timetable,
        programme=_programme(day, tailored),
        sheets=sheets,
        words=tailored.words,
        content_version=tailored.library.version,
        file_stem=file_stem(tailored.client),
        calls=call_list(tailored, day.picks),
    )


def _choose(order: tuple[str, ...], tailored: Tailored) -> tuple[dict[str, ChosenModule], tuple[Problem, ...]]:
    """Choose the slides of the modules that the agenda has, in its order."""
    modules = {module.id: module for module in tailored.library.modules}
    chosen: dict[str, ChosenModule] = {}
    problems: list[Problem] = []
    for name in order:
        if name in modules:
            chosen[name], found = choose_slides(modules[name], tailored)
            problems += found
    return chosen, tuple(problems)


def _too_long(fitting: Fitting, target: int, tailored: Tailored) -> tuple[Problem, ...]:
    """Tell when what somebody insists on takes more time than there is; a day by hand is as long as it was made."""
    if not fitting.over or tailored.workshop.day:
        return ()
    return (tailored.problem(BY_HAND, "plan.too_long", minutes=str(target + fitting.over), target=str(target)),)


def _make_day(fitting: Fitting) -> Day:
    agenda, chosen = fitting.agenda, fitting.chosen
    timed = timetable(agenda)
    numbered = frozenset(name for name, module in chosen.items() if module.module.learning_point is not None)
    exercises = [block.exercise for block in agenda.blocks if block.exercise is not None]
    first_slides = {name: module.shown[0].key for name, module in chosen.items() if module.shown}
    return Day(
        agenda=agenda,
        timetable=timed,
        posts=make_posts(timed, numbered),
        chosen=chosen,
        starts={
            block.id: first_slides.get(block.id, block.id)
            for block in agenda.blocks
            if block.module is not None or block.exercise is not None or block.kind in PAUSES
        },
        exercise_numbers={exercise: number for number, exercise in enumerate(exercises, start=1)},
    )


def _plan_sheets(day: Day, tailored: Tailored) -> tuple[tuple[PlannedSheet, ...], tuple[Problem, ...]]:
    sheets: list[PlannedSheet] = []
    problems: list[Problem] = []
    minutes = {block.exercise: block.minutes - GROUP_MINUTES for block in day.agenda.blocks}
    for exercise, number in _exercises(day, tailored):
        sheet, found = plan_sheet(exercise, number, minutes[exercise.id], tailored)
        sheets.append(sheet)
        problems += found
    return tuple(sheets), tuple(problems)


def _exercises(day: Day, tailored: Tailored) -> tuple[tuple[Exercise, int], ...]:
    """Give the agenda's exercises with their numbers."""
    return tuple((tailored.library.exercise(exercise), number) for exercise, number in day.exercise_numbers.items())


def _programme(day: Day, tailored: Tailored) -> tuple[ProgrammeLine, ...]:
    """Give the participants' lines, coarser than the run sheet, and the end."""
    posts = coarse_posts(day.posts, most_posts(day.posts), tailored.words["and"])
    lines = [ProgrammeLine(start=format_clock(coarse_clock(post.start)), title=post.title, pause=post.is_pause) for post in posts]
    end = end_of(day.timetable)
    return (*lines, ProgrammeLine(start=format_clock(coarse_clock(end)), title=tailored.words["end"]))
