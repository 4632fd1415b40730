"""What texts may refer to: the facts, goals and municipalities that there are."""

from workshop_kit.domain.value import Value


class Known(Value, frozen=True, kw_only=True):
    """The ids of facts, the numbers of goals and of municipalities."""

    facts: frozenset[str] = frozenset()
    goals: frozenset[int] = frozenset()
    municipalities: frozenset[str] = frozenset()
