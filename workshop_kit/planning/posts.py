"""The day in coarse posts, for the agenda slide and the participants' programme: never the run sheet's minutes."""

from collections.abc import Iterable
from datetime import time

from msgspec.structs import replace

from workshop_kit.domain.agenda import PAUSES, BlockKind, TimedBlock
from workshop_kit.domain.value import Value
from workshop_kit.planning.buffers import CLOCK_STEP, MINUTES_IN_HOUR

MOST_POSTS, MOST_IN_LONG_DAY = 6, 8
"""Posts of a day with one pause, and of one with several: slide and programme say the same."""
LONGEST_TITLE = 48
"""Characters that one line of the agenda holds."""


class Post(Value, frozen=True):
    """A piece of the day under one title, from a clock time; `block` is the agenda block that begins it."""

    start: time
    title: str
    minutes: int
    kind: BlockKind
    block: str
    numbered: bool = False

    @property
    def is_pause(self) -> bool:
        """Tell whether nothing happens in it."""
        return self.kind in PAUSES


def make_posts(timetable: Iterable[TimedBlock], numbered: frozenset[str]) -> tuple[Post, ...]:
    """Give one post for each module, pause and part of the facilitator's own; exercises and buffers belong to the post before them.

    `numbered` are the modules that are learning points.
    """
    posts: list[Post] = []
    for timed in timetable:
        block = timed.block
        if posts and (block.exercise is not None or block.kind is BlockKind.BUFFER) and not posts[-1].is_pause:
            posts[-1] = replace(posts[-1], minutes=posts[-1].minutes + block.minutes)
        else:
            is_numbered = block.module in numbered
            posts.append(
                Post(start=timed.start, title=block.title, minutes=block.minutes, kind=block.kind, block=block.id, numbered=is_numbered)
            )
    return tuple(posts)


def most_posts(posts: tuple[Post, ...]) -> int:
    """Give how many posts people are shown: more where a long day's pauses would else be lost among them."""
    return MOST_IN_LONG_DAY if sum(post.is_pause for post in posts) > 1 else MOST_POSTS


def coarse_posts(posts: tuple[Post, ...], at_most: int, joint: str) -> tuple[Post, ...]:
    """Join posts until there are few enough: what is not a learning point first, then the shortest.

    Where nothing stands side by side any more, breaks are taken up by what they part; lunch stays. `joint` is the
    word «og».
    """
    kept = list(posts)
    while len(kept) > at_most:
        pairs = [place for place in range(len(kept) - 1) if not kept[place].is_pause and not kept[place + 1].is_pause]
        breaks = [place for place, post in enumerate(kept) if post.kind is BlockKind.BREAK and place]
        if pairs:
            place = min(pairs, key=lambda place: _cost(kept[place], kept[place + 1]))
            kept[place : place + 2] = [_joined(kept[place], kept[place + 1], joint)]
        elif breaks:
            place = min(breaks, key=lambda place: kept[place].minutes)
            kept[place - 1 : place + 1] = [replace(kept[place - 1], minutes=kept[place - 1].minutes + kept[place].minutes)]
        else:
            break
    return tuple(kept)


def _cost(first: Post, second: Post) -> tuple[int, int]:
    return first.numbered + second.numbered, first.minutes + second.minutes


def _joined(first: Post, second: Post, joint: str) -> Post:
    """Join two posts; the longer one's title stands alone where both would not fit."""
    title = f"{first.title} {joint} {_inside(second.title)}"
    if len(title) > LONGEST_TITLE or f" {joint} " in f"{first.title} {second.title}":
        title = max(first, second, key=lambda post: post.minutes).title
    return replace(first, title=title, minutes=first.minutes + second.minutes, numbered=first.numbered or second.numbered)


def _inside(title: str) -> str:
    """Write a title as it stands inside a sentence; an abbreviation such as «FNs» keeps its capitals."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def coarse_clock(clock: time) -> time:
    """Give a clock time to the nearest five minutes."""
    minutes = (clock.hour * MINUTES_IN_HOUR + clock.minute + CLOCK_STEP // 2) // CLOCK_STEP * CLOCK_STEP % (24 * MINUTES_IN_HOUR)
    return time(minutes // MINUTES_IN_HOUR, minutes % MINUTES_IN_HOUR)
