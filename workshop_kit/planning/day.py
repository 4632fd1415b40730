"""The day as it came out: agenda, coarse posts, and where in the deck each part begins."""

from collections.abc import Mapping

from workshop_kit.domain.agenda import Agenda, TimedBlock
from workshop_kit.domain.value import Value
from workshop_kit.planning.choose import ChosenCard, ChosenModule
from workshop_kit.planning.examples import Pick
from workshop_kit.planning.posts import Post


class Day(Value, frozen=True, eq=False):
    """What slides need to know about the rest of the deck.

    `chosen` is by module id, in the agenda's order; `starts` gives the key of the first slide of each agenda block
    that has one; `exercise_numbers` counts the exercises from 1 in the order they come.
    """

    agenda: Agenda
    timetable: tuple[TimedBlock, ...]
    posts: tuple[Post, ...]
    chosen: Mapping[str, ChosenModule]
    starts: Mapping[str, str]
    exercise_numbers: Mapping[str, int]

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The examples whose cards are shown, in order."""
        shown = (slide for module in self.chosen.values() for slide in module.shown)
        return tuple(slide.pick for slide in shown if isinstance(slide, ChosenCard))
