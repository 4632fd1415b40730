"""The open workshop's day as it is arranged: every change goes through the document, and is shown before it is planned."""

import datetime
from typing import Any

from msgspec.structs import replace

from workshop_kit.domain.agenda import Agenda, BlockKind
from workshop_kit.domain.by_hand import DayPart
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning import arranging
from workshop_kit.planning.arranged import fitted_parts, parts_of
from workshop_kit.planning.arranging import Day
from workshop_kit.planning.blocks import target_of
from workshop_kit.store.templates import DayTemplate
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.planner import Planner


class DayEditor:
    """Changes the day; the first change takes over the planned day as parts to arrange."""

    def __init__(self, context: Context, document: OpenDocument, planner: Planner) -> None:
        self._context, self._document, self._planner = context, document, planner

    @property
    def workshop(self) -> Workshop:
        """The open workshop."""
        return self._document.workshop

    @property
    def is_by_hand(self) -> bool:
        """Tell whether the day is arranged by hand."""
        return bool(self.workshop.day)

    @property
    def day(self) -> Day:
        """The parts, as arranged or as planned; none before the day is planned for the first time."""
        if self.workshop.day:
            return self.workshop.day
        composed = self._planner.composed
        return () if composed is None else parts_of(composed.plan.timetable)

    @property
    def agenda(self) -> Agenda | None:
        """The agenda as it is now; None before the day is planned for the first time."""
        composed = self._planner.composed
        if composed is None:
            return None
        if self.workshop.day:
            return arranging.quick_agenda(self.workshop, composed.plan.timetable)
        return Agenda(start=composed.plan.workshop.start, blocks=tuple(timed.block for timed in composed.plan.timetable))

    @property
    def target(self) -> int:
        """The minutes that the workshop was asked to have."""
        return target_of(self.workshop)

    def part(self, id: str) -> DayPart | None:
        """Give a part that is in the day."""
        return next((part for part in arranging.in_day(self.day) if part.id == id), None)

    def move(self, id: str, place: int) -> None:
        """Put a part in a place, counted without it."""
        if arranging.place_of(self.day, id) != place:
            self._apply(arranging.moved(self.day, id, place), "moved", id)

    def step(self, id: str, by: int) -> None:
        """Move a part up or down, no further than the ends."""
        place = arranging.place_of(self.day, id)
        if place >= 0 and 0 <= place + by < len(arranging.in_day(self.day)):
            self.move(id, place + by)

    def change(self, id: str, **changes: Any) -> None:
        """Change a part's fields; Any because they have many types."""
        self._apply(arranging.changed(self.day, id, **changes), "changed", id, merge=f"day-{id}-{'-'.join(changes)}")

    def park(self, id: str) -> None:
        """Take a part out of the day."""
        if len(arranging.in_day(self.day)) > 1:
            self._apply(arranging.parked(self.day, id), "took_out", id)

    def take_in(self, id: str, place: int | None = None) -> None:
        """Put something from the tray in a place, else where it belongs: after the rest, before the closing."""
        part = next((part for part in self.day if part.id == id), None) or self._fresh(id)
        if part is not None:
            self._apply(arranging.with_part(self.day, part, self._last_place() if place is None else place), "put_back_done", id)

    def add(self, kind: BlockKind, after: str, title: str = "") -> str:
        """Add a pause, a buffer or something of the facilitator's own after a part, and give its id."""
        part = arranging.new_part(self.day, kind, title)
        place = arranging.place_of(self.day, after) + 1 or self._last_place()
        self._apply(arranging.with_part(self.day, part, place), "added", part.id)
        return part.id

    def set_beside(self, id: str, is_beside: bool) -> None:
        """Let a part run side by side with the one before it, or not."""
        self._apply(arranging.beside_the_one_before(self.day, id, is_beside=is_beside), "changed", id)

    def set_clock(self, id: str, at: datetime.time | None) -> None:
        """Let a part begin at a clock time, or when the one before ends."""
        self.change(id, at=at)

    def fit(self) -> None:
        """Give the parts the minutes that make the day last what was asked for, as far as they can."""
        agenda = self.agenda
        if agenda is not None:
            self._apply(fitted_parts(self.day, agenda, self.target), "fitted", "")

    def plan_anew(self) -> None:
        """Let the program plan the day again; what was arranged can be had back by undoing."""
        self._document.apply(replace(self.workshop, day=()), self._context.texts("agenda.planned_anew"))

    def use(self, template: DayTemplate) -> None:
        """Take a template's day: its parts, and how long and from when it is."""
        taken = {"day": template.day, "length": template.length, "target_minutes": template.target_minutes, "start": template.start}
        self._document.apply(replace(self.workshop, **taken), self._context.texts("agenda.used_template"))

    def title_of(self, id: str) -> str:
        """Give what a part is called."""
        agenda, kit, language = self.agenda, self._context.kit, self.workshop.language
        for block in () if agenda is None else agenda.blocks:
            if block.id == id:
                return block.title
        if kit is not None:
            for module in kit.library.modules:
                if module.id == id:
                    return module.name.of(language)
            for exercise in kit.library.exercises:
                if exercise.id == id:
                    return exercise.texts[language].title
        part = next((part for part in self.day if part.id == id), None)
        return self._usual_title(part) if part is not None else id

    def _usual_title(self, part: DayPart) -> str:
        return part.title or self._context.texts(f"agenda.kind_{part.kind.value}")

    def _fresh(self, id: str) -> DayPart | None:
        """Make a part of a module or an exercise that is not in the day, with the minutes it wants."""
        kit = self._context.kit
        for module in () if kit is None else kit.library.modules:
            if module.id == id:
                return DayPart(id=id, kind=module.kind, minutes=max(5, sum(slide.minutes for slide in module.slides[:MOST_SLIDES])))
        for exercise in () if kit is None else kit.library.exercises:
            if exercise.id == id:
                return DayPart(id=id, kind=exercise.kind, minutes=exercise.minutes.wanted + 2)
        return None

    def _last_place(self) -> int:
        parts = arranging.in_day(self.day)
        return len(parts) - 1 if parts and parts[-1].kind is BlockKind.CLOSING else len(parts)

    def _apply(self, day: Day, what: str, id: str, merge: str = "") -> None:
        if day:
            text = self._context.texts(f"agenda.{what}", title=self.title_of(id))
            self._document.apply(replace(self.workshop, day=day), text, merge_key=merge)


MOST_SLIDES = 6
"""A module that is put in has time for so many of its slides."""
