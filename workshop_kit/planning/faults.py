"""What makes a plan impossible, as told to the person who asked for it."""

from collections.abc import Mapping


class PlanningFault(Exception):
    """A plan cannot be made: the key of its message in assets/messages, and the values the message names."""

    def __init__(self, key: str, values: Mapping[str, str] | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.values = dict(values or {})
