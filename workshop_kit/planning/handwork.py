"""What the facilitator did by hand to the slides: own ones come in, words are changed, some go along hidden, others stand elsewhere."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from workshop_kit.domain.by_hand import MovedSlide, OwnSlide, SlideEdit
from workshop_kit.domain.content import Example, ExampleText, Exercise, ExerciseText, Library, SlideSpec, SlideText, Use
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.text import Prose, plain
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.markdown import problems_in, read_prose
from workshop_kit.planning.by_hand import BY_HAND
from workshop_kit.planning.choose import ChosenModule, ChosenSlide, ChosenText
from workshop_kit.planning.orders import followed
from workshop_kit.planning.tailor import Tailored

Chosen = Mapping[str, ChosenModule]


def with_handwork(chosen: Chosen, tailored: Tailored) -> tuple[dict[str, ChosenModule], tuple[Problem, ...]]:
    """Give the modules' slides as the facilitator wants them; the Problems name markup that is not allowed."""
    workshop = tailored.workshop
    done = _with_own(dict(chosen), workshop)
    edits = {edit.slide: edit for edit in workshop.edits}
    done = {name: _edited_module(module, edits, tailored.language) for name, module in done.items()}
    for move in workshop.moved:
        done = _with_move(done, move)
    done = {name: _with_hidden(module, frozenset(workshop.hidden)) for name, module in done.items()}
    return done, tuple(_faults(workshop))


def with_edited_exercises(workshop: Workshop, library: Library) -> Library:
    """Give the library with the exercises' words as they were changed for the client: title, question, and advice."""
    edits = {edit.slide: edit for edit in workshop.edits}
    if not any(exercise.id in edits for exercise in library.exercises):
        return library
    return replace(library, exercises=tuple(_edited_exercise(each, edits, workshop.language) for each in library.exercises))


def _with_own(chosen: dict[str, ChosenModule], workshop: Workshop) -> dict[str, ChosenModule]:
    """Put each own slide last in its module; one whose module is not in the day waits until it is."""
    for own in workshop.own_slides:
        module = chosen.get(own.module)
        if module is not None:
            chosen[own.module] = replace(module, shown=(*module.shown, own_slide(own, workshop)))
    return chosen


def own_slide(own: OwnSlide, workshop: Workshop) -> ChosenText:
    """Give a slide of the facilitator's own as one of a module's."""
    sections = {name: read_prose(text, workshop.language) for name, text in own.sections.items()}
    return ChosenText(
        spec=SlideSpec(id=own.id, layout=own.layout.value, minutes=own.minutes, use=(Use.of(followed(workshop)),)),
        text=SlideText(id=own.id, title=own.title, sections=sections, where=BY_HAND),
    )


def _edited_module(module: ChosenModule, edits: Mapping[str, SlideEdit], language: Language) -> ChosenModule:
    if not any(slide.key in edits for slide in (*module.shown, *module.backups)):
        return module
    shown, backups = (tuple(_edited(slide, edits, language) for slide in slides) for slides in (module.shown, module.backups))
    return replace(module, shown=shown, backups=backups)


def _edited(slide: ChosenSlide, edits: Mapping[str, SlideEdit], language: Language) -> ChosenSlide:
    edit = edits.get(slide.key)
    if edit is None:
        return slide
    if isinstance(slide, ChosenText):
        text = slide.text
        changed = replace(text, title=edit.title or text.title, sections=_sections(text.sections, edit, language))
        return replace(slide, text=changed)
    return replace(slide, pick=replace(slide.pick, example=_edited_example(slide.pick.example, edit, language)))


def _edited_example(example: Example, edit: SlideEdit, language: Language) -> Example:
    text = example.texts[language]
    changed: ExampleText = replace(text, title=edit.title or text.title, sections=_sections(text.sections, edit, language))
    return replace(example, texts={**example.texts, language: changed})


def _edited_exercise(exercise: Exercise, edits: Mapping[str, SlideEdit], language: Language) -> Exercise:
    edit = edits.get(exercise.id)
    if edit is None:
        return exercise
    text = exercise.texts[language]
    question = " ".join(plain(read_prose(edit.sections.get("question", ""), language)).split())
    changed: ExerciseText = replace(
        text,
        title=edit.title or text.title,
        question=question or text.question,
        sections={name: prose for name, prose in _sections(text.sections, edit, language).items() if name in text.sections},
    )
    return replace(exercise, texts={**exercise.texts, language: changed})


def _sections(sections: Mapping[str, Prose], edit: SlideEdit, language: Language) -> dict[str, Prose]:
    return {**sections, **{name: read_prose(text, language) for name, text in edit.sections.items()}}


def _with_hidden(module: ChosenModule, hidden: frozenset[str]) -> ChosenModule:
    gone = tuple(slide for slide in module.shown if slide.key in hidden)
    if not gone:
        return module
    shown = tuple(slide for slide in module.shown if slide.key not in hidden)
    return replace(module, shown=shown, backups=(*module.backups, *gone))


def _with_move(chosen: dict[str, ChosenModule], move: MovedSlide) -> dict[str, ChosenModule]:
    """Put a shown slide right after another; what is not shown, or has nothing to stand after, stays where it is."""
    home, slide = _found(chosen, move.slide)
    target = _found(chosen, move.after)[0] if move.after else move.module or home
    if slide is None or home is None or target not in chosen or move.slide == move.after:
        return chosen
    chosen = {**chosen, home: replace(chosen[home], shown=tuple(each for each in chosen[home].shown if each is not slide))}
    shown = list(chosen[target].shown)
    place = next((number for number, each in enumerate(shown, start=1) if each.key == move.after), 0)
    shown.insert(place, slide)
    return {**chosen, target: replace(chosen[target], shown=tuple(shown))}


def _found(chosen: Chosen, key: str) -> tuple[str | None, ChosenSlide | None]:
    """Give a shown slide and the name of its module."""
    for name, module in chosen.items():
        for slide in module.shown:
            if slide.key == key:
                return name, slide
    return None, None


def _faults(workshop: Workshop) -> Iterable[Problem]:
    """List the markup that is not allowed in what was typed."""
    own = ((slide.id, slide.sections) for slide in workshop.own_slides)
    edits = ((edit.slide, edit.sections) for edit in workshop.edits)
    for key, sections in (*own, *edits):
        for text in sections.values():
            for problem in problems_in(text, workshop.language, Where(file=f"{BY_HAND.file} ({key})")):
                yield replace(problem, values={**problem.values, "slide": key})
