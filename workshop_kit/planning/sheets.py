"""Plans the exercises' sheets: their words filled, and the goals to print on them."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from workshop_kit.domain.content import Exercise, ExerciseText, Label, StepText
from workshop_kit.domain.plan import PlannedSheet
from workshop_kit.domain.problem import Problem
from workshop_kit.planning.exercise_slides import steps_within
from workshop_kit.planning.fill import fill, fill_prose, texts_of, token_problems
from workshop_kit.planning.goals import all_tiles
from workshop_kit.planning.tailor import Tailored


def plan_sheet(exercise: Exercise, number: int, minutes: int, tailored: Tailored) -> tuple[PlannedSheet, tuple[Problem, ...]]:
    """Plan an exercise's sheet, the `number`th of the pack; the Problems name tokens that cannot be filled.

    `minutes` are those the exercise got: the sheet asks for the same steps, as long, as its slide does.
    """
    text = exercise.texts[tailored.language]
    place = {"slide": exercise.id, "municipality": tailored.client.number, "language": tailored.language.value}
    sheet = PlannedSheet(
        exercise=exercise_within(exercise, minutes),
        text=fill_exercise(text, tailored.tokens),
        number=number,
        goals=all_tiles(tailored, short=False) if exercise.goals else (),
    )
    return sheet, token_problems(text.where, _texts(text), tailored.tokens, place)


def exercise_within(exercise: Exercise, minutes: int) -> Exercise:
    """Give an exercise with the steps that there is time for, and their sum as the minutes it takes."""
    steps = tuple(replace(step, minutes=count) for step, count in steps_within(exercise, minutes))
    return replace(exercise, steps=steps, minutes=replace(exercise.minutes, wanted=sum(step.minutes for step in steps)))


def fill_exercise(text: ExerciseText, tokens: Mapping[str, str]) -> ExerciseText:
    """Fill every word of an exercise."""
    return replace(
        text,
        title=fill(text.title, tokens),
        purpose=fill(text.purpose, tokens),
        question=fill(text.question, tokens),
        group=fill(text.group, tokens),
        materials=tuple(fill(material, tokens) for material in text.materials),
        step={key: StepText(short=fill(step.short, tokens), text=fill(step.text, tokens)) for key, step in text.step.items()},
        field=_fill_labels(text.field, tokens),
        harvest=_fill_labels(text.harvest, tokens),
        sections={name: fill_prose(prose, tokens) for name, prose in text.sections.items()},
    )


def _fill_labels(labels: Mapping[str, Label], tokens: Mapping[str, str]) -> dict[str, Label]:
    return {key: Label(label=fill(label.label, tokens), hint=fill(label.hint, tokens)) for key, label in labels.items()}


def _texts(text: ExerciseText) -> Iterable[str]:
    """Give every string of an exercise."""
    yield from (text.title, text.purpose, text.question, text.group, *text.materials)
    for step in text.step.values():
        yield from (step.short, step.text)
    for label in (*text.field.values(), *text.harvest.values()):
        yield from (label.label, label.hint)
    for prose in text.sections.values():
        yield from texts_of(prose)
