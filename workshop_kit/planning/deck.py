"""Plans the deck: the agenda's slides in order, under its sections, and the hidden ones last."""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from workshop_kit.domain.agenda import PAUSES, Block
from workshop_kit.domain.plan import PlannedSlide, Section
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock
from workshop_kit.domain.value import Value
from workshop_kit.planning.break_slides import plan_break_slide
from workshop_kit.planning.choose import ChosenModule, ChosenText
from workshop_kit.planning.day import Day
from workshop_kit.planning.exercise_slides import plan_exercise_slide
from workshop_kit.planning.parts import RESERVE, section_name
from workshop_kit.planning.slides import plan_slide
from workshop_kit.planning.sources import Source, example_source, fact_sources, map_credit
from workshop_kit.planning.tailor import Tailored

SOURCES = "sources"
"""The figure that lists every source printed in the deck."""

MOST_ON_SOURCES = 1_900
"""Characters of sources that one slide holds in two columns of small type."""

FIRST = "start"
"""The section of slides that come before any module."""


class Deck(Value, frozen=True, eq=False):
    """The slides and their sections, every slide in one."""

    sections: tuple[Section, ...]
    slides: tuple[PlannedSlide, ...]


def plan_deck(day: Day, tailored: Tailored) -> tuple[Deck, tuple[Problem, ...]]:
    """Plan all slides; the Problems are those of the slides, and titles that come twice."""
    slides: list[PlannedSlide] = []
    problems: list[Problem] = []
    section = FIRST
    for place, block in enumerate(day.agenda.blocks):
        section = block.module or section
        for slide, found in _slides_of(place, block, section, day, tailored):
            slides.append(slide)
            problems += found
    for chosen in day.chosen.values():
        for backup in chosen.backups:
            slide, found = plan_slide(backup, chosen.module, tailored, day, hidden=True)
            slides.append(slide)
            problems += found
    listed = tuple(one for slide in slides for one in _with_sources(slide, day, tailored))
    return Deck(sections=_sections(listed, day, tailored), slides=listed), (*problems, *_twice(listed, tailored))


def _slides_of(place: int, block: Block, section: str, day: Day, tailored: Tailored) -> Iterable[tuple[PlannedSlide, tuple[Problem, ...]]]:
    """Plan the slides of one agenda block; a buffer has none."""
    if block.module is not None:
        chosen = day.chosen[block.module]
        yield from (plan_slide(slide, chosen.module, tailored, day) for slide in chosen.shown)
    elif block.exercise is not None:
        exercise = tailored.library.exercise(block.exercise)
        yield plan_exercise_slide(exercise, block, section, day.exercise_numbers[exercise.id], tailored), ()
    elif block.kind in PAUSES:
        following = next((post.title for post in day.posts if post.block == _next_block(place, day)), "")
        yield plan_break_slide(block, _break_title(block, day), following, section, tailored), ()


def _next_block(place: int, day: Day) -> str:
    rest = day.agenda.blocks[place + 1 :]
    return rest[0].id if rest else ""


def _break_title(block: Block, day: Day) -> str:
    """Give a pause's title, with its number where there are several of its kind."""
    alike = [other.id for other in day.agenda.blocks if other.kind is block.kind]
    return block.title if len(alike) == 1 else f"{block.title} {alike.index(block.id) + 1}"


def _sections(slides: tuple[PlannedSlide, ...], day: Day, tailored: Tailored) -> tuple[Section, ...]:
    """Name the sections that have slides, in the slides' order."""
    names = {name: section_name(chosen.module, tailored) for name, chosen in day.chosen.items()}
    names |= {RESERVE: tailored.words["reserve"], FIRST: tailored.words["course"]}
    return tuple(Section(id=section, name=names[section]) for section in dict.fromkeys(slide.section for slide in slides))


def _twice(slides: tuple[PlannedSlide, ...], tailored: Tailored) -> tuple[Problem, ...]:
    """List slides whose title another has had before."""
    counts = Counter(slide.title.casefold() for slide in slides)
    return tuple(
        tailored.problem(slide.where, "plan.duplicate_title", slide=slide.key, title=slide.title)
        for slide in slides
        if counts[slide.title.casefold()] > 1
    )


def _with_sources(slide: PlannedSlide, day: Day, tailored: Tailored) -> tuple[PlannedSlide, ...]:
    """Fill the slide that lists all sources, as many times as it takes; any other is given back as it is."""
    if slide.drawing != SOURCES:
        return (slide,)
    listed = tuple(dict.fromkeys(source.text for source in _all_sources(day, tailored)))
    pages = -(-sum(len(text) for text in listed) // MOST_ON_SOURCES)
    if pages <= 1:
        return (_listing(slide, listed),)
    each = -(-len(listed) // pages)
    return tuple(
        replace(
            _listing(slide, listed[page * each : (page + 1) * each]),
            key=slide.key if page == 0 else f"{slide.key}-{page + 1}",
            title=f"{slide.title} ({page + 1} {tailored.words['of']} {pages})",
        )
        for page in range(pages)
    )


def _listing(slide: PlannedSlide, listed: tuple[str, ...]) -> PlannedSlide:
    body: Prose = tuple(TextBlock(kind=BlockKind.ITEM, cells=((Run(text=text),),)) for text in listed)
    return replace(slide, sections={**slide.sections, "body": body})


def _all_sources(day: Day, tailored: Tailored) -> Iterable[Source]:
    """Give every source of what is shown, in the slides' order, and last the maps'; a hidden slide carries its own."""
    for block in day.agenda.blocks:
        if block.module is not None:
            yield from _module_sources(day.chosen[block.module], tailored)
        elif block.exercise is not None:
            yield from fact_sources(tailored.library.exercise(block.exercise).facts, tailored)
    yield map_credit(tailored)


def _module_sources(chosen: ChosenModule, tailored: Tailored) -> Iterable[Source]:
    for slide in chosen.shown:
        if isinstance(slide, ChosenText):
            yield from fact_sources(slide.spec.facts, tailored)
        else:
            yield example_source(slide.pick.example, tailored)
