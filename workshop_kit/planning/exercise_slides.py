"""Plans the slide before an exercise: the question biggest, the steps short, the time as a bar."""

from workshop_kit.domain.agenda import Block
from workshop_kit.domain.content import Exercise, ExerciseText, Step
from workshop_kit.domain.plan import PlannedSlide, StepsFigure
from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock, paragraph
from workshop_kit.planning.fill import fill, fill_prose
from workshop_kit.planning.names import in_words
from workshop_kit.planning.notes import MOST_WORDS, count_words, in_minutes, make_notes, within_words
from workshop_kit.planning.rules import GROUP_MINUTES
from workshop_kit.planning.sources import Source, fact_sources, source_line
from workshop_kit.planning.tailor import Tailored
from workshop_kit.planning.why import why_exercise

EXERCISE_LAYOUT = "exercise"


def plan_exercise_slide(exercise: Exercise, block: Block, section: str, number: int, tailored: Tailored) -> PlannedSlide:
    """Plan an exercise's slide; `block` says how long it got, `number` counts the exercises from 1."""
    words, tokens = tailored.words, tailored.tokens
    text = exercise.texts[tailored.language]
    steps = steps_within(exercise, block.minutes - GROUP_MINUTES)
    minutes = sum(count for _, count in steps)
    sources = fact_sources(exercise.facts, tailored)
    return PlannedSlide(
        key=exercise.id,
        content_id=exercise.id,
        layout=EXERCISE_LAYOUT,
        section=section,
        mark=fill(words["exercise_mark"], {"number": str(number), "sheet": exercise.id}),
        title=fill(text.title, tokens),
        sections={
            "question": (paragraph(fill(text.question, tokens)),),
            "minutes": (paragraph(str(minutes)),),
            "unit": (paragraph(words["minute" if minutes == 1 else "minutes"]),),
            "group": tuple(paragraph(fill(line, tokens)) for line in (text.group, *text.materials)),
            "steps": tuple(_step(step, count, text, tailored) for step, count in steps),
        },
        figures=(_bar(steps, text, tailored),),
        source=source_line(sources, words),
        notes=_notes(exercise, text, minutes, sources, tailored),
        minutes=block.minutes,
        where=text.where,
        why=why_exercise(exercise.id, tailored.workshop),
        editable={"question": (paragraph(fill(text.question, tokens)),)},
    )


def steps_within(exercise: Exercise, minutes: int) -> tuple[tuple[Step, int], ...]:
    """Give the steps with their minutes; the short ones, some left out, where there is not time for the whole."""
    if minutes >= exercise.minutes.wanted:
        return tuple((step, step.minutes) for step in exercise.steps)
    return tuple((step, step.short) for step in exercise.steps if step.short)


def _step(step: Step, minutes: int, text: ExerciseText, tailored: Tailored) -> TextBlock:
    label = Run(text=in_minutes(minutes, tailored.words), bold=True)
    return TextBlock(kind=BlockKind.ITEM, cells=((label, Run(text=f" {fill(text.step[step.id].short, tailored.tokens)}")),))


def _bar(steps: tuple[tuple[Step, int], ...], text: ExerciseText, tailored: Tailored) -> StepsFigure:
    counts = tuple(count for _, count in steps)
    told = in_words(tuple(str(count) for count in counts), tailored.words["and"])
    return StepsFigure(
        minutes=counts,
        labels=tuple(fill(text.step[step.id].short, tailored.tokens) for step, _ in steps),
        alt=fill(tailored.words["steps_alt"], {"minutes": told}),
    )


def _notes(exercise: Exercise, text: ExerciseText, minutes: int, sources: tuple[Source, ...], tailored: Tailored) -> Prose:
    """Say the purpose and the question; give as much advice as there is room for, and the first question to end with."""
    words, time = tailored.words, _time(exercise, minutes, tailored)
    say = (paragraph(f"{fill(text.purpose, tailored.tokens)} {fill(text.question, tailored.tokens)}"),)
    debrief = fill_prose(text.sections.get("debrief", ())[:1], tailored.tokens)
    ending = tuple(TextBlock(kind=BlockKind.ITEM, cells=((Run(text=f"{words['debrief']}: "), *block.runs),)) for block in debrief)
    room = MOST_WORDS - count_words(make_notes(say, ending, time, sources, words))
    advice = within_words((), fill_prose(text.sections.get("facilitator", ()), tailored.tokens), room)
    return make_notes(say, (*advice, *ending), time, sources, words)


def _time(exercise: Exercise, minutes: int, tailored: Tailored) -> str:
    words = tailored.words
    told = fill(words["exercise_time"], {"all": in_minutes(minutes, words), "groups": in_minutes(GROUP_MINUTES, words)})
    shorter = fill(words["exercise_time_short"], {"short": in_minutes(exercise.minutes.least, words)})
    return f"{told} {shorter}" if exercise.minutes.least < minutes else told
