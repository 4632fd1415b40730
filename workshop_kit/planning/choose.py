"""Chooses a module's slides for one workshop: by length, by flag, and by the variant of the text that is true."""

from workshop_kit.domain.content import Module, SlideSpec, SlideText, Use
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.planning.choices import FLAGS
from workshop_kit.planning.examples import Pick
from workshop_kit.planning.orders import followed
from workshop_kit.planning.tailor import Tailored

EXAMPLE_LAYOUT = "example"
"""A slide of this layout gives its place, minutes and notes to a card for each of the chosen examples."""

CARD_WEIGHTS = (4, 3, 3)
"""Of the cards in order; those that follow weigh as a slide of two lengths."""

LEAST_CARD_WEIGHT = 2


class ChosenText(Value, frozen=True, eq=False):
    """A slide of a module, with the words that are true for the client."""

    spec: SlideSpec
    text: SlideText

    @property
    def key(self) -> str:
        """The slide's id."""
        return self.spec.id

    @property
    def minutes(self) -> int:
        """How long it is shown."""
        return self.spec.minutes

    @property
    def talk_minutes(self) -> int:
        """How much of that the participants talk to each other."""
        return self.spec.talk_minutes

    @property
    def weight(self) -> int:
        """How hard it is to do without, 1 to 4."""
        return self.spec.weight or sum(use is not Use.BACKUP for use in self.spec.use)


class ChosenCard(Value, frozen=True, eq=False):
    """An example's card, in the place of a module's slide; the first weighs the most."""

    spec: SlideSpec
    text: SlideText
    pick: Pick
    weight: int

    @property
    def key(self) -> str:
        """The example's id."""
        return self.pick.example.id

    @property
    def minutes(self) -> int:
        """How long it is shown."""
        return self.spec.minutes

    @property
    def talk_minutes(self) -> int:
        """How much of that the participants talk to each other."""
        return self.spec.talk_minutes


ChosenSlide = ChosenText | ChosenCard


class ChosenModule(Value, frozen=True, eq=False):
    """A module's shown slides in order, and those that go along hidden."""

    module: Module
    shown: tuple[ChosenSlide, ...]
    backups: tuple[ChosenSlide, ...] = ()

    @property
    def minutes(self) -> int:
        """The shown slides' minutes."""
        return sum(slide.minutes for slide in self.shown)


def choose_slides(module: Module, tailored: Tailored) -> tuple[ChosenModule, tuple[Problem, ...]]:
    """Choose from one module; the Problems name flags that are not known and variants that have no text."""
    use = Use.of(followed(tailored.workshop))
    problems: list[Problem] = []
    shown: list[ChosenSlide] = []
    backups: list[ChosenSlide] = []
    pinned, dropped = tailored.workshop.pinned, tailored.workshop.dropped
    for spec in module.slides:
        if spec.id in dropped:
            continue
        if spec.when is not None and spec.when not in FLAGS:
            problems.append(tailored.problem(module.where, "plan.unknown_flag", slide=spec.id, flag=spec.when))
        if spec.id not in pinned and not _is_in(spec, use, tailored.flags):
            continue
        chosen = _choose_text(module, spec, tailored)
        if isinstance(chosen, Problem):
            problems.append(chosen)
        else:
            (shown if use in spec.use or spec.id in pinned else backups).extend(_with_examples(chosen, tailored.picks))
    return ChosenModule(module=module, shown=tuple(shown), backups=tuple(backups)), tuple(problems)


def _is_in(spec: SlideSpec, use: Use, flags: frozenset[str]) -> bool:
    return (spec.when is None or spec.when in flags) and (use in spec.use or Use.BACKUP in spec.use)


def _choose_text(module: Module, spec: SlideSpec, tailored: Tailored) -> ChosenText | Problem:
    variant = "" if spec.choice is None else tailored.variants.get(spec.choice)
    text = None if variant is None else module.texts.get((tailored.language, spec.id, variant))
    if text is None:
        values = {"slide": spec.id, "choice": spec.choice or "", "variant": variant or ""}
        return tailored.problem(module.where, "plan.missing_variant", **values)
    return ChosenText(spec=spec, text=text)


def _with_examples(chosen: ChosenText, picks: tuple[Pick, ...]) -> tuple[ChosenSlide, ...]:
    """Give a slide as it is, or a card for each example in the place of the slide that stands for them."""
    if chosen.spec.layout != EXAMPLE_LAYOUT:
        return (chosen,)
    weights = (*CARD_WEIGHTS, *((LEAST_CARD_WEIGHT,) * len(picks)))
    return tuple(
        ChosenCard(spec=chosen.spec, text=chosen.text, pick=pick, weight=weight) for pick, weight in zip(picks, weights, strict=False)
    )
