"""Tells in words what differs between two versions of a workshop; without windows, so that it can be tested by itself."""

from collections.abc import Callable, Mapping, Sized
from types import MappingProxyType

from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import ParticipantRole, Workshop
from workshop_kit.planning.numbers import format_clock, format_date
from workshop_kit.ui.texts import Texts

MOST_NAMED = 4
"""So many fields are named in one line; the rest are counted."""
WITH_LENGTH = "target_minutes"
"""Told together with the length."""


class Difference(Value, frozen=True, kw_only=True):
    """A field that differs: what it is called, and what it said then and says now."""

    field: str
    name: str
    then: str
    now: str


def differences(then: Workshop, now: Workshop, texts: Texts) -> tuple[Difference, ...]:
    """Give every field that differs, in the order of the workshop's fields."""
    found: list[Difference] = []
    for field in Workshop.__struct_fields__:
        if field == WITH_LENGTH or _value(then, field) == _value(now, field):
            continue
        told_then, told_now = _words(then, field, texts), _words(now, field, texts)
        if told_then == told_now:
            told_now = texts("history.others", what=told_now)
        found.append(Difference(field=field, name=texts(f"history.field_{field}"), then=told_then, now=told_now))
    return tuple(found)


def in_one_line(found: tuple[Difference, ...], texts: Texts) -> str:
    """Name what differs: «Dato, sted og 3 til»; say so where nothing does."""
    if not found:
        return texts("history.as_now")
    names = [each.name for each in found[:MOST_NAMED]]
    rest = len(found) - len(names)
    names = [names[0], *(name[:1].lower() + name[1:] for name in names[1:])]
    if rest:
        names.append(texts("history.more", number=rest))
    return ", ".join(names[:-1]) + texts("history.and") + names[-1] if len(names) > 1 else names[0]


def _value(workshop: Workshop, field: str) -> object:
    return (workshop.length, workshop.target_minutes) if field == "length" else getattr(workshop, field)


def _words(workshop: Workshop, field: str, texts: Texts) -> str:
    """Say what a field holds: in its own way, as text, or as how many there are."""
    own = _OWN_WORDS.get(field)
    if own is not None:
        return own(workshop, texts)
    value = getattr(workshop, field)
    if isinstance(value, str):
        return " ".join(value.split()) or texts("history.empty")
    if isinstance(value, Sized):
        return texts.count("history.things", len(value)) if len(value) else texts("history.none")
    return str(value) if value else texts("history.none")


def _length(workshop: Workshop, texts: Texts) -> str:
    if workshop.target_minutes is not None:
        return texts("agenda.minutes", minutes=workshop.target_minutes)
    return texts(f"facts.length_{workshop.length.value}")


def _date(workshop: Workshop, texts: Texts) -> str:
    return format_date(workshop.date) if workshop.date is not None else texts("app.no_date")


def _participants(workshop: Workshop, texts: Texts) -> str:
    return str(workshop.participants) if workshop.participants else texts("facts.unknown")


def _goals(workshop: Workshop, texts: Texts) -> str:
    return ", ".join(str(goal) for goal in workshop.goals) or texts("history.none")


def _roles(workshop: Workshop, texts: Texts) -> str:
    named = [texts(f"facts.role_{role.name.lower()}") for role in ParticipantRole if role in workshop.roles]
    return ", ".join(named) or texts("history.none")


def _own_goals(workshop: Workshop, texts: Texts) -> str:
    return "; ".join(goal.text for goal in workshop.own_goals) or texts("history.none")


def _own_example(workshop: Workshop, texts: Texts) -> str:
    return workshop.own_example.title if workshop.own_example is not None else texts("history.none")


def _day(workshop: Workshop, texts: Texts) -> str:
    return texts.count("history.parts", len(workshop.day)) if workshop.day else texts("history.planned")


_OWN_WORDS: Mapping[str, Callable[[Workshop, Texts], str]] = MappingProxyType(
    {
        "language": lambda workshop, texts: texts(f"facts.language_{workshop.language.value}"),
        "length": _length,
        "date": _date,
        "start": lambda workshop, texts: format_clock(workshop.start),
        "participants": _participants,
        "goals": _goals,
        "themes": lambda workshop, texts: ", ".join(workshop.themes) or texts("history.none"),
        "roles": _roles,
        "own_goals": _own_goals,
        "own_example": _own_example,
        "day": _day,
    }
)
"""How fields are said that are neither texts nor counted."""
