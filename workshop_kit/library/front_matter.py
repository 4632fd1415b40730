"""Splits a text file into parts that each start with a block of TOML between two lines of `+++`."""

from workshop_kit.domain.problem import Where
from workshop_kit.domain.value import Value
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.toml_text import TomlText, parse_toml

FENCE = "+++"


class Part(Value, frozen=True, kw_only=True, eq=False):
    """A part of a file: its TOML, and the text after it with the line (1 is the first) on which that text starts."""

    front: TomlText
    body: str
    body_line: int

    @property
    def where(self) -> Where:
        """The line of the fence that opens the part."""
        return Where(file=self.front.file, line=self.front.line - 1)


def split_parts(text: str, file: str) -> tuple[Part, ...]:
    """Split a file's text into its parts, in order.

    Raises ContentFault when text stands before the first block, a block is not closed, or its TOML is broken.
    """
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == FENCE]
    before = next((number for number in range(fences[0] if fences else len(lines)) if lines[number].strip()), None)
    if before is not None or not fences:
        raise ContentFault(Where(file=file, line=(before or 0) + 1), "content.no_front_matter")
    if len(fences) % 2:
        raise ContentFault(Where(file=file, line=fences[-1] + 1), "content.open_front_matter")
    parts: list[Part] = []
    for index in range(0, len(fences), 2):
        opening, closing = fences[index], fences[index + 1]
        end = fences[index + 2] if index + 2 < len(fences) else len(lines)
        front = parse_toml("\n".join(lines[opening + 1 : closing]), file, opening + 2)
        parts.append(Part(front=front, body="\n".join(lines[closing + 1 : end]), body_line=closing + 2))
    return tuple(parts)
