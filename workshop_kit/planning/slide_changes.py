"""Changes the facilitator makes to single slides, each giving a new workshop: show, hide, leave out, move, reword, swap, add."""

from msgspec.structs import replace

from workshop_kit.domain.by_hand import MovedSlide, OwnSlide, OwnSlideLayout, SlideEdit
from workshop_kit.domain.workshop import Workshop

OWN_PREFIX = "EGEN-"
"""What the id of a slide made in the program begins with."""


def shown(workshop: Workshop, key: str) -> Workshop:
    """Show a slide whatever the length."""
    pinned = workshop.pinned if key in workshop.pinned else (*workshop.pinned, key)
    return replace(workshop, pinned=pinned, hidden=_without(workshop.hidden, key), dropped=_without(workshop.dropped, key))


def unpinned(workshop: Workshop, key: str) -> Workshop:
    """Let the length decide again whether a slide is shown."""
    return replace(workshop, pinned=_without(workshop.pinned, key), hidden=_without(workshop.hidden, key))


def hidden(workshop: Workshop, key: str) -> Workshop:
    """Let a slide go along in the reserve."""
    gone = workshop.hidden if key in workshop.hidden else (*workshop.hidden, key)
    return replace(workshop, hidden=gone, pinned=_without(workshop.pinned, key))


def left_out(workshop: Workshop, key: str) -> Workshop:
    """Leave a slide out of the deck; one of the facilitator's own is gone."""
    own = tuple(slide for slide in workshop.own_slides if slide.id != key)
    if len(own) != len(workshop.own_slides):
        return replace(workshop, own_slides=own)
    dropped = workshop.dropped if key in workshop.dropped else (*workshop.dropped, key)
    return replace(workshop, dropped=dropped, pinned=_without(workshop.pinned, key), hidden=_without(workshop.hidden, key))


def put_back(workshop: Workshop, key: str) -> Workshop:
    """Take a slide that was left out into the deck again, where the length has room for it."""
    return replace(workshop, dropped=_without(workshop.dropped, key))


def moved(workshop: Workshop, key: str, after: str, module: str = "") -> Workshop:
    """Put a slide right after another, or first of a module; an earlier move of it is forgotten."""
    moves = tuple(move for move in workshop.moved if move.slide != key)
    return replace(workshop, moved=(*moves, MovedSlide(slide=key, after=after, module=module)))


def reworded(workshop: Workshop, key: str, title: str | None = None, section: str = "", text: str = "") -> Workshop:
    """Give a slide another title, or one of its sections other words, in Markdown."""
    own = next((slide for slide in workshop.own_slides if slide.id == key), None)
    if own is not None:
        return _with_own(workshop, _reworded_own(own, title, section, text))
    edit = edit_of(workshop, key) or SlideEdit(slide=key)
    if title is not None:
        edit = replace(edit, title=title)
    if section:
        edit = replace(edit, sections={**edit.sections, section: text})
    kept = tuple(each for each in workshop.edits if each.slide != key)
    return replace(workshop, edits=(*kept, edit) if edit.title or edit.sections else kept)


def as_it_was(workshop: Workshop, key: str) -> Workshop:
    """Give a slide the content's own words, and its own place, again."""
    edits = tuple(edit for edit in workshop.edits if edit.slide != key)
    return replace(workshop, edits=edits, moved=tuple(move for move in workshop.moved if move.slide != key))


def edit_of(workshop: Workshop, key: str) -> SlideEdit | None:
    """Give what was reworded of a slide, None for nothing."""
    return next((edit for edit in workshop.edits if edit.slide == key), None)


def with_new_slide(workshop: Workshop, module: str, after: str, title: str) -> tuple[Workshop, str]:
    """Add a slide of the facilitator's own after another, and give its key."""
    taken = {slide.id for slide in workshop.own_slides}
    number = next(number for number in range(1, len(taken) + 2) if f"{OWN_PREFIX}{number}" not in taken)
    own = OwnSlide(id=f"{OWN_PREFIX}{number}", module=module, layout=OwnSlideLayout.CONTENT, title=title)
    made = replace(workshop, own_slides=(*workshop.own_slides, own))
    return (moved(made, own.id, after) if after else made), own.id


def with_layout(workshop: Workshop, key: str, layout: OwnSlideLayout) -> Workshop:
    """Give a slide of the facilitator's own another layout; its words are kept under their names."""
    own = next(slide for slide in workshop.own_slides if slide.id == key)
    return _with_own(workshop, replace(own, layout=layout))


def with_minutes(workshop: Workshop, key: str, minutes: int) -> Workshop:
    """Say how long a slide of the facilitator's own is shown."""
    own = next(slide for slide in workshop.own_slides if slide.id == key)
    return _with_own(workshop, replace(own, minutes=minutes))


def example_swapped(workshop: Workshop, chosen: tuple[str, ...], key: str, other: str) -> Workshop:
    """Put another example in the place of one; `chosen` are the ids shown now, in order, the client's own left out."""
    return replace(workshop, examples=tuple(other if each == key else each for each in chosen), dropped=_without(workshop.dropped, other))


def slide_swapped(workshop: Workshop, key: str, other: str) -> Workshop:
    """Show a slide of the reserve in the place of one, which goes into the reserve."""
    return hidden(moved(shown(workshop, other), other, key), key)


def exercise_swapped(workshop: Workshop, key: str, other: str) -> Workshop:
    """Put another exercise in the place of one, as long as it was; in a planned day the one is left out and the other taken in."""
    if workshop.day:
        return replace(
            workshop, day=tuple(replace(part, id=other) if part.id == key else part for part in workshop.day if part.id != other)
        )
    return shown(replace(workshop, dropped=(*_without(workshop.dropped, other), key)), other)


def _reworded_own(own: OwnSlide, title: str | None, section: str, text: str) -> OwnSlide:
    if title is not None:
        own = replace(own, title=title or own.title)
    return replace(own, sections={**own.sections, section: text}) if section else own


def _with_own(workshop: Workshop, own: OwnSlide) -> Workshop:
    return replace(workshop, own_slides=tuple(own if each.id == own.id else each for each in workshop.own_slides))


def _without(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(each for each in keys if each != key)
