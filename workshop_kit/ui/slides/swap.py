"""What a slide may be swapped for: other examples for an example, other exercises for an exercise, the reserve for the rest."""

from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import Plan, PlannedSlide
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Kit
from workshop_kit.planning import slide_changes
from workshop_kit.planning.by_hand import OWN_ID
from workshop_kit.planning.examples import Wishes, pick_examples

MOST_OFFERED = 14


class Other(Value, frozen=True, kw_only=True, eq=False):
    """Something to show instead: what it is called, and the workshop that shows it."""

    title: str
    workshop: Workshop


def others_for(slide: PlannedSlide, plan: Plan, workshop: Workshop, kit: Kit) -> tuple[Other, ...]:
    """Give what may stand in a slide's place, the most fitting first; nothing for slides that come by themselves."""
    if any(slide.key == example.id for example in kit.library.examples):
        return _examples(slide, plan, workshop, kit)
    if any(slide.key == exercise.id for exercise in kit.library.exercises):
        return _exercises(slide, plan, workshop, kit)
    if slide.hidden or slide.layout in {"break", "section", "title", "closing", "agenda"}:
        return ()
    return tuple(
        Other(title=other.title, workshop=slide_changes.slide_swapped(workshop, slide.key, other.key))
        for other in plan.slides
        if other.hidden and other.mark.split(" · ")[:2] == slide.mark.split(" · ")[:2] and other.layout != "example"
    )[:MOST_OFFERED]


def _examples(slide: PlannedSlide, plan: Plan, workshop: Workshop, kit: Kit) -> tuple[Other, ...]:
    by_number = {each.number: each for each in kit.municipalities}
    ranked = pick_examples(by_number[workshop.municipality], kit.library.examples, by_number, MOST_OFFERED + 8, Wishes.of(workshop))
    shown = tuple(each.key for each in plan.slides if each.layout == "example" and not each.hidden and each.key != OWN_ID)
    offered = [pick.example for pick in ranked if pick.example.id not in shown][:MOST_OFFERED]
    return tuple(
        Other(
            title=_titled(example.texts[workshop.language].title, example.year),
            workshop=slide_changes.example_swapped(workshop, shown if slide.key in shown else (*shown, slide.key), slide.key, example.id),
        )
        for example in offered
    )


def _exercises(slide: PlannedSlide, plan: Plan, workshop: Workshop, kit: Kit) -> tuple[Other, ...]:
    there = {timed.block.exercise for timed in plan.timetable}
    kind = kit.library.exercise(slide.key).kind
    free = [exercise for exercise in kit.library.exercises if exercise.id not in there]
    free.sort(key=lambda exercise: exercise.kind is not kind)
    language: Language = workshop.language
    return tuple(
        Other(
            title=f"{exercise.id} {exercise.texts[language].title} · {exercise.minutes.wanted} min",
            workshop=slide_changes.exercise_swapped(workshop, slide.key, exercise.id),
        )
        for exercise in free[:MOST_OFFERED]
    )


def _titled(title: str, year: int) -> str:
    return f"{title} ({year})" if year else title
