"""Plans an example's card: four rows, a small map, the goals, and the year beside the title."""

from collections.abc import Iterable, Mapping

from workshop_kit.domain.content import Example, ExampleText, Module, SlideText
from workshop_kit.domain.plan import BadgeFigure, GoalsFigure, PlannedSlide, TableFigure
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.text import Prose, paragraph, plain
from workshop_kit.planning.by_hand import OWN_ID
from workshop_kit.planning.choose import EXAMPLE_LAYOUT, ChosenCard
from workshop_kit.planning.examples import Pick
from workshop_kit.planning.fill import fill, fill_prose, texts_of, token_problems
from workshop_kit.planning.goals import goal_notice, some_goals
from workshop_kit.planning.maps import example_map
from workshop_kit.planning.notes import MOST_WORDS, count_words, make_notes, slide_time, within_words
from workshop_kit.planning.parts import RESERVE, section_name
from workshop_kit.planning.sources import Source, example_source, map_credit, source_line
from workshop_kit.planning.tailor import Tailored
from workshop_kit.planning.why import why_slide

ROWS = ("need", "did", "result", "learn")
"""The card's rows: the sections of an example's text, and the fixed words «row_need» and so on before them."""


def plan_card(chosen: ChosenCard, module: Module, tailored: Tailored, *, hidden: bool) -> tuple[PlannedSlide, tuple[Problem, ...]]:
    """Plan one card; the Problems name tokens that cannot be filled."""
    example, words = chosen.pick.example, tailored.words
    text = example.texts[tailored.language]
    sources = (example_source(example, tailored), map_credit(tailored))
    places = tuple(tailored.municipalities[number] for number in example.municipalities if number in tailored.municipalities)
    goals = GoalsFigure(tiles=()) if example.id == OWN_ID and not example.goals else some_goals(example.goals, tailored)
    slide = PlannedSlide(
        key=chosen.key,
        content_id=example.id,
        layout=EXAMPLE_LAYOUT,
        section=RESERVE if hidden else module.id,
        mark=f"{section_name(module, tailored)} · {words['own_example' if chosen.pick.is_own else 'near_example']}",
        title=fill(text.title, tailored.tokens),
        sections=goal_notice((goals,), tailored),
        figures=(_rows(text, tailored), example_map(places, tailored), goals, _badge(example, tailored)),
        source=source_line(sources, words),
        notes=_notes(chosen, text, sources, tailored),
        hidden=hidden,
        minutes=chosen.minutes,
        where=text.where,
        why=why_slide(chosen, tailored.workshop, hidden=hidden),
        editable={name: fill_prose(text.sections.get(name, ()), tailored.tokens) for name in (*ROWS, "say", "do")},
    )
    return slide, _missing(chosen, text, tailored)


def _rows(text: ExampleText, tailored: Tailored) -> TableFigure:
    words = tailored.words
    return TableFigure(
        rows=tuple(((paragraph(words[f"row_{name}"]),), fill_prose(text.sections.get(name, ()), tailored.tokens)) for name in ROWS),
        alt=fill(words["example_alt"], {"rows": ", ".join(words[f"row_{name}"].lower() for name in ROWS)}),
    )


def _badge(example: Example, tailored: Tailored) -> BadgeFigure:
    return BadgeFigure(text=str(example.year) if example.year else tailored.words["undated"])


def _notes(chosen: ChosenCard, text: ExampleText, sources: tuple[Source, ...], tailored: Tailored) -> Prose:
    """Say what the example's own notes say and the caution of every card; what to do besides, as there is room.

    The client needs no caution against its own: it is asked whether that still holds, which is the reason's words.
    """
    words, time = tailored.words, slide_time(chosen.minutes, chosen.talk_minutes, tailored.words)
    own_say, own_do, every_say, every_do = (
        fill_prose(part.sections.get(name, ()), tailored.tokens) for part in (text, chosen.text) for name in ("say", "do")
    )
    say = own_say if chosen.pick.is_own else (*own_say, *every_say)
    room = MOST_WORDS - count_words(make_notes(say, (), time, sources, words)) - len(words["do"].split())
    why = _why(chosen.pick, room - count_words(own_do), words)
    return make_notes(say, within_words(own_do, (*why, *every_do), room), time, sources, words)


def _why(pick: Pick, room: int, words: Mapping[str, str]) -> Prose:
    """Give the reasons for an example in one paragraph, as many as there is room for."""
    told = within_words((), tuple(paragraph(words[reason]) for reason in pick.reasons), room)
    return (paragraph(" ".join(plain((reason,)) for reason in told)),) if told else ()


def _missing(chosen: ChosenCard, text: ExampleText, tailored: Tailored) -> tuple[Problem, ...]:
    own = (text.title, *_strings(text))
    place = {"slide": chosen.key, "municipality": tailored.client.number, "language": tailored.language.value}
    return (
        *token_problems(text.where, own, tailored.tokens, place),
        *token_problems(chosen.text.where, _strings(chosen.text), tailored.tokens, place),
    )


def _strings(text: ExampleText | SlideText) -> Iterable[str]:
    return (string for prose in text.sections.values() for string in texts_of(prose))
