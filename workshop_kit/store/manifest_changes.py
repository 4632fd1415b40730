"""Compares what was made last with what would be made now: slides, sheets, times, and why."""

from collections.abc import Mapping
from enum import StrEnum

from workshop_kit.domain.value import Value
from workshop_kit.store.manifest import Manifest, ManifestFile


class Reason(StrEnum):
    """Why a pack is not what it was, where that can be told: the content, the program, or the workshop's own choices."""

    CONTENT = "content"
    PROGRAM = "program"


class ChangedTitle(Value, frozen=True, kw_only=True):
    """A slide that is made otherwise now: its key, its title then, and its title now."""

    key: str
    before: str
    title: str


class PackChanges(Value, frozen=True, kw_only=True):
    """What is different, with titles; `slides_known` is False for a pack of a program that did not note its slides.

    `shown` and `hidden` are slides that are there in both and came out of the reserve, or went into it, and with that moved.
    `files_in` and `files_out` are slots. `minutes_before` and `minutes` are how long the day takes, `start_before` and `start` when
    it begins (HH:MM). `reasons` names what in general is new, `facts` which of the workshop's choices.
    """

    slides_known: bool
    slides_in: tuple[str, ...] = ()
    slides_out: tuple[str, ...] = ()
    slides_changed: tuple[ChangedTitle, ...] = ()
    slides_moved: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    files_in: tuple[str, ...] = ()
    files_out: tuple[str, ...] = ()
    files_changed: tuple[str, ...] = ()
    blocks_in: tuple[str, ...] = ()
    blocks_out: tuple[str, ...] = ()
    has_other_times: bool = False
    minutes_before: int = 0
    minutes: int = 0
    start_before: str = ""
    start: str = ""
    reasons: tuple[Reason, ...] = ()
    facts: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Tell whether a new making would give just the same."""
        return self.slides_known and not (self.files_in or self.files_out or self.files_changed)


def changes_between(before: Manifest, now: Manifest) -> PackChanges:
    """Compare the last making with what would be made now."""
    was, are = {each.key: each for each in before.slides}, {each.key: each for each in now.slides}
    both = tuple(key for key in are if key in was) if before.slides else ()
    files, then = _by_slot(now), _by_slot(before)
    blocks, blocks_then = [each.title for each in now.day], [each.title for each in before.day]
    return PackChanges(
        slides_known=bool(before.slides) or before.deck is None,
        slides_in=tuple(slide.title for key, slide in are.items() if key not in was) if before.slides else (),
        slides_out=tuple(slide.title for key, slide in was.items() if key not in are),
        slides_changed=tuple(
            ChangedTitle(key=key, before=was[key].title, title=are[key].title) for key in both if was[key].page != are[key].page
        ),
        slides_moved=tuple(are[key].title for key in moved(tuple(was), tuple(are)) if was[key].is_hidden == are[key].is_hidden),
        shown=tuple(are[key].title for key in both if was[key].is_hidden and not are[key].is_hidden),
        hidden=tuple(are[key].title for key in both if are[key].is_hidden and not was[key].is_hidden),
        files_in=tuple(slot for slot in files if slot not in then),
        files_out=tuple(slot for slot in then if slot not in files),
        files_changed=tuple(slot for slot, file in files.items() if slot in then and then[slot].made != file.made),
        blocks_in=tuple(title for title in blocks if title not in blocks_then) if before.day else (),
        blocks_out=tuple(title for title in blocks_then if title not in blocks),
        has_other_times=bool(before.day) and before.day != now.day,
        minutes_before=before.minutes,
        minutes=now.minutes,
        start_before=_start(before),
        start=_start(now),
        reasons=_reasons(before, now),
        facts=_facts(before.facts, now.facts),
    )


def moved(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """Give the fewest of those in both that must be moved to get from one order to the other, in the order they stand now."""
    places = {key: place for place, key in enumerate(before)}
    both = [key for key in now if key in places]
    staying = _longest_rising([places[key] for key in both])
    return tuple(key for number, key in enumerate(both) if number not in staying)


def _longest_rising(numbers: list[int]) -> frozenset[int]:
    """Give the places of a longest rising row among numbers that are all different; there are some hundreds at most."""
    best: list[tuple[int, int]] = []
    for place, number in enumerate(numbers):
        length, last = max(((best[at][0], at) for at in range(place) if numbers[at] < number), default=(0, -1))
        best.append((length + 1, last))
    at = max(range(len(best)), key=lambda place: best[place][0], default=-1)
    found: set[int] = set()
    while at >= 0:
        found.add(at)
        at = best[at][1]
    return frozenset(found)


def _by_slot(manifest: Manifest) -> dict[str, ManifestFile]:
    return {file.slot: file for file in manifest.files}


def _start(manifest: Manifest) -> str:
    return manifest.day[0].start if manifest.day else ""


def _reasons(before: Manifest, now: Manifest) -> tuple[Reason, ...]:
    pairs = (
        (Reason.CONTENT, before.content_version, now.content_version),
        (Reason.PROGRAM, before.program_version, now.program_version),
    )
    return tuple(reason for reason, then, new in pairs if then and then != new)


def _facts(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Name the choices that are others, in the order they are told."""
    return tuple(name for name in now if before and before.get(name) != now[name])
