"""Composes a workshop's agenda blocks from the modules and exercises that the library holds."""

from collections.abc import Iterable, Mapping

from workshop_kit.domain.agenda import PAUSES, Block, BlockKind
from workshop_kit.domain.content import Exercise
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.buffers import most_minutes
from workshop_kit.planning.choose import ChosenModule, ChosenSlide
from workshop_kit.planning.cut import FIXED
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.planning.orders import LEAST_TARGET, MOST_TARGET, SHORT, TARGETS
from workshop_kit.planning.pauses import make_pause
from workshop_kit.planning.rules import GROUP_MINUTES

_PAUSE_NAMES = {kind.value: kind for kind in PAUSES}


def target_of(workshop: Workshop) -> int:
    """Give how many minutes a workshop has; PlanningFault for one that is too short or too long to plan."""
    minutes = workshop.target_minutes
    if minutes is None:
        return TARGETS[workshop.length]
    if not LEAST_TARGET <= minutes <= MOST_TARGET:
        raise PlanningFault("plan.no_such_length", {"minutes": str(minutes), "least": str(LEAST_TARGET), "most": str(MOST_TARGET)})
    return minutes


def blocks_for(
    order: Iterable[str],
    chosen: Mapping[str, ChosenModule],
    exercises: Iterable[Exercise],
    language: Language,
    titles: Mapping[BlockKind, str],
) -> tuple[Block, ...]:
    """Make the blocks of the parts that there are, in order; `chosen` is by module id, `titles` names the pauses.

    A pause that would come first, last or right after another is left out.
    """
    by_id = {exercise.id: exercise for exercise in exercises}
    blocks: list[Block] = []
    pauses: list[Block] = []
    for name in order:
        if name in _PAUSE_NAMES:
            pauses.append(make_pause(_PAUSE_NAMES[name], len(pauses) + 1, titles))
            if blocks and blocks[-1].kind not in PAUSES:
                blocks.append(pauses[-1])
        elif name.removesuffix(SHORT) in by_id:
            blocks.append(exercise_block(by_id[name.removesuffix(SHORT)], language, is_short=name.endswith(SHORT)))
        elif name in chosen and chosen[name].shown:
            blocks.append(module_block(chosen[name], language))
    return tuple(blocks[:-1] if blocks and blocks[-1].kind in PAUSES else blocks)


def module_block(chosen: ChosenModule, language: Language) -> Block:
    """Make a module's block: as long as its shown slides, which are cut to the length before this."""
    module, minutes = chosen.module, chosen.minutes
    return Block(
        id=module.id,
        kind=module.kind,
        title=module.name.of(language),
        least=minutes,
        wanted=minutes,
        most=minutes if module.kind in FIXED else most_minutes(minutes),
        minutes=minutes,
        module=module.id,
        talk_minutes=sum(slide.talk_minutes for slide in chosen.shown),
        listening=listening_between_talks(chosen.shown),
    )


def listening_between_talks(slides: Iterable[ChosenSlide]) -> tuple[int, ...]:
    """Give the minutes of listening before, between and after the slides' talks with the neighbour."""
    parts = [0]
    for slide in slides:
        parts[-1] += slide.minutes - slide.talk_minutes
        if slide.talk_minutes:
            parts.append(0)
    return tuple(parts)


def exercise_block(exercise: Exercise, language: Language, *, is_short: bool = False) -> Block:
    """Make an exercise's block: its steps, and the minutes to find the groups and hand out the sheets."""
    minutes = exercise.minutes
    wanted = (minutes.least if is_short else minutes.wanted) + GROUP_MINUTES
    return Block(
        id=exercise.id,
        kind=exercise.kind,
        title=exercise.texts[language].title,
        least=minutes.least + GROUP_MINUTES,
        wanted=wanted,
        most=minutes.most + GROUP_MINUTES,
        minutes=wanted,
        exercise=exercise.id,
    )
