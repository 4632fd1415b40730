"""A fault in content, found and listed rather than raised."""

from collections.abc import Mapping

from typing_extensions import override

from workshop_kit.domain.value import Value


class Where(Value, frozen=True, kw_only=True):
    """The place of a fault: a file of the content, with a line (1 is the first) where one is known."""

    file: str
    line: int | None = None

    @override
    def __str__(self) -> str:
        """Give "file:line" or "file"."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


class Problem(Value, frozen=True, kw_only=True):
    """A fault: where it is, the key of its message in assets/messages, and the values the message names."""

    where: Where
    key: str
    values: Mapping[str, str] = {}
