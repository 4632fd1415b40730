"""Why a slide is in the deck, or only in its reserve: so that the facilitator can trust the choice, or change it."""

from collections.abc import Iterator

from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.content import SlideSpec, Use
from workshop_kit.domain.plan import Why
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.choose import ChosenCard, ChosenSlide
from workshop_kit.planning.orders import followed


def why_slide(chosen: ChosenSlide, workshop: Workshop, *, hidden: bool) -> tuple[Why, ...]:
    """Give the reasons for a module's slide or an example's card, the weightiest first."""
    return (
        *_by_hand(chosen.key, workshop),
        *(_why_card(chosen) if isinstance(chosen, ChosenCard) else _why_text(chosen.spec, workshop)),
        *(_why_hidden(chosen, workshop) if hidden else ()),
    )


def why_exercise(key: str, workshop: Workshop) -> tuple[Why, ...]:
    """Give the reasons for an exercise's slide."""
    return (*_by_hand(key, workshop), Why(key="exercise"))


def why_pause(kind: BlockKind) -> tuple[Why, ...]:
    """Give the reasons for a pause's slide."""
    return (Why(key="lunch" if kind is BlockKind.LUNCH else "pause"),)


def _by_hand(key: str, workshop: Workshop) -> Iterator[Why]:
    """Give what the facilitator did to a slide."""
    if any(slide.id == key for slide in workshop.own_slides):
        yield Why(key="own")
    if key in workshop.pinned:
        yield Why(key="pinned")
    if any(move.slide == key for move in workshop.moved):
        yield Why(key="moved")
    if any(edit.slide == key for edit in workshop.edits):
        yield Why(key="edited")


def _why_card(chosen: ChosenCard) -> Iterator[Why]:
    return (Why(key=reason.value) for reason in chosen.pick.reasons)


def _why_text(spec: SlideSpec, workshop: Workshop) -> Iterator[Why]:
    """Give what the content says of a slide: for which lengths it is, and under which condition, or with which words."""
    length = followed(workshop)
    if spec.when is not None:
        yield Why(key=f"when_{spec.when}")
    if spec.choice is not None:
        yield Why(key="variant")
    if spec.id not in {slide.id for slide in workshop.own_slides} and Use.of(length) in spec.use:
        yield Why(key="length", values={"length": length.value})


def _why_hidden(chosen: ChosenSlide, workshop: Workshop) -> Iterator[Why]:
    """Give why a slide goes along hidden."""
    if chosen.key in workshop.hidden:
        yield Why(key="hidden")
    elif Use.of(followed(workshop)) in chosen.spec.use:
        yield Why(key="cut")
    else:
        yield Why(key="reserve")
