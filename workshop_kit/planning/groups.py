"""Groups from a head-count: how many tables, and how many sit at each."""

from workshop_kit.domain.content import GroupSize

MOST_OVER = 1
"""How many over an exercise's most may sit at a table, so that no other table is under its least."""


def tables(people: int, size: GroupSize, wanted: int = 0) -> tuple[int, ...]:
    """Share people between tables, the fullest first; no two differ by more than one.

    `wanted` is how many are to sit together, kept within what the exercise can bear; 0 fills them to its most. No table is
    under the least where it can be avoided: then there are fewer tables, with at most MOST_OVER people over the most.
    """
    if people <= 0:
        return ()
    full = min(max(wanted, size.least), size.most) if wanted else size.most
    return shared(people, _count(people, size, full))


def shared(people: int, count: int) -> tuple[int, ...]:
    """Share people between some tables as evenly as can be, the fullest first."""
    least, rest = divmod(people, count)
    return (least + 1,) * rest + (least,) * (count - rest)


def _count(people: int, size: GroupSize, full: int) -> int:
    """Give how many tables there are, with `full` people at most at each unless that leaves some with too few."""
    count = _up(people, full)
    fewer = people // size.least
    if people // count < size.least and fewer and _up(people, fewer) <= size.most + MOST_OVER:
        return fewer
    return count


def _up(people: int, parts: int) -> int:
    return -(-people // parts)
